"""What a site adds to a headline in its line: a label, the board and the kind of post before it, a date or
buttons behind it."""

from collections.abc import Iterator

from reading_list.noise.characters import ORDINAL
from reading_list.noise.late import late
from reading_list.noise.layout import EDGE, Layout, is_paragraph

BEFORE = late(
    r"(?:『[^』]{2,10}』 ?\[[^\[\]]{2,8}\]|【(?:图片|手打)】|\[(?:原创|转载|转帖|转贴|转|天涯头条)\]) ?"
    rf"(?=[\u4e00-\u9fff《“])|(?:正文卷?|vip章节|vip卷) (?={ORDINAL}[章回节卷])"
)
BEHIND = late(r"(?<=[^\s|:]) ?\((?:(?:19|20)\d{2}-\d\d-\d\d \d\d:\d\d(?::\d\d)?|转载|转贴|转帖)\)$")
REPLY = late(r"(?:回复|re|转帖|转贴|转载|转发|fwd?): ?(?=[\u4e00-\u9fff《【“])")
SECTION = late(r"(?:\[[^\[\]]{1,6}\])?[^_]{1,40}[_ ]分节阅读[_ ]\d{1,4}")
"""What a site that cuts books in pieces sets above each."""
JOINTS = ("_", " - ", "|", " | ", "-", "——")
"""What joins a title with the names of site and section, in that of a browser's window."""
SHORTEST = 8
TITLE = late(r"(?=(?:[^\u4e00-\u9fff]*[\u4e00-\u9fff]){5})[^_|]{5,60}")

OF_LIST = late(r"\[[a-z][\w.-]{2,20}\] ")
SORT = r"\[(?!心得|问卦|讨论|闲聊|请益|食记|游记|问题|情报)[\u4e00-\u9fff]{1,4}\] ?"
"""But for what a writer of a telnet board says that his article is."""
LABELLED = late(
    r"(?P<before>(?:\W{0,2}(?:[帖贴]子主题|标题|主题|subject) ?: ?(?:(?:转发|回复|答复|re|fwd?) ?: ?)*)?"
    rf"(?:{SORT})?)"
    r"(?P<title>[^|\[\]\n]{3,60}?)"
    r"(?P<behind> ?\[(?:打印本页|复制链接)\]| (?:(?:赞|转载|分享|评论|复制地址|举报|收藏|推荐) ?){3,8})?"
)
"""The words of a site's around a title, in a line that has nothing else."""
TRAIL = late(r"(?:[^>»›\n]{1,20}(?:->|[>»›]) ?){2,6}(?=[^>»›\n]{4,60}\[打印本页\]$)")


def leave_titles(layout: Layout, marks: dict[int, str]) -> None:
    """Take from `marks` a line that has the title in it, if that is nowhere else in the text; not the
    field of a telnet board. What stands there twice is no poster's name."""
    for i in sorted(marks):
        if i >= EDGE:
            break
        line = layout.line(i)
        is_twice = len(line) >= SHORTEST and line in (layout.line(i - 1), layout.line(i + 1))
        if is_twice and marks[i] == "poster":
            del marks[i]
            continue
        found = None if marks[i].startswith("board-") else labelled(line)
        if found and line[0] == "[" and found[2] == len(line):
            continue
        if found and not is_title_elsewhere(layout, marks, i, found[1]):
            del marks[i]


def labelled(line: str) -> tuple[int, str, int] | None:
    """How much of a line stands before a title, the title, and where it ends; None if nothing tells that it
    is one."""
    if not (line[-1:] == "]" or ":" in line[:8] or "]" in line[:6]):
        return None
    trail = TRAIL.match(line) if line.endswith("[打印本页]") else None
    found = LABELLED.fullmatch(line, trail.end() if trail else 0)
    if not found or not (found["before"] or found["behind"]):
        return None
    is_between = found["before"] and found["behind"]
    if is_paragraph(found["title"]) and not is_between and not found["before"].endswith((":", ": ")):
        return None
    return found.end("before"), found["title"], found.end("title")


def is_title_elsewhere(layout: Layout, marks: dict[int, str], i: int, title: str) -> bool:
    """Whether a line among the first that is not known, but for line `i`, begins with the title; that of a
    letter may be the first letter's, with a label."""
    others = [layout.line(j) for j in range(EDGE) if j not in marks and j != i]
    return any(line.startswith(title) or (marks[i] == "letter" and title in line) for line in others)


def beside_titles(layout: Layout, marks: dict[int, str]) -> Iterator[tuple[int, int]]:
    """The ranges of such words in the first lines; where the title stood above already, all of the line.

    >>> from reading_list.noise.layout import lay_out
    >>> list(beside_titles(lay_out("[原创] 守水库的那一年"), {}))
    [(0, 5)]
    """
    seen: set[str] = set()
    for i, (start, end) in enumerate(layout.bounds[:EDGE]):
        if i in marks:
            continue
        line = layout.lines[i]
        if is_window(layout, i, line):
            yield start, end
            continue
        # 正文 alone may be how the author parts the story from a preface.
        is_label = layout.folded[start] in "『【[v" or (layout.folded[start] == "正" and marks)
        if is_label and (match := BEFORE.match(layout.folded, start, end)):
            yield match.span()
        if i == 0 and 1 in marks and (match := REPLY.match(line)):
            yield start, start + match.end()
        if marks.get(i + 1) == "mailing-list" and (match := OF_LIST.match(line)):
            yield start, start + match.end()
        if layout.folded[end - 1] == ")" and (match := BEHIND.search(line)):
            yield start + match.start(), end
        found = labelled(line)
        if found and is_of_site(layout, marks, i, line):
            first, title, last = found
            if title in seen:
                yield start, end
                continue
            yield from ((a, b) for a, b in ((start, start + first), (start + last, end)) if a < b)
        seen.add(found[1] if found else line)


def is_window(layout: Layout, i: int, line: str) -> bool:
    """Whether a line is the title of a browser's window: that of the page below, with the site's names."""
    if len(line) < 60 and "分节阅读" in line and SECTION.fullmatch(line):
        return True
    for title in layout.lines[i + 1 : i + 3]:
        if 4 < len(title) <= 60 and len(title) < len(line) and title in line and TITLE.fullmatch(title):
            return any(line.startswith(title + joint) or line.endswith(joint + title) for joint in JOINTS)
    return False


def is_of_site(layout: Layout, marks: dict[int, str], i: int, line: str) -> bool:
    """Whether a label is the site's: the title stands between other lines of its own, or above buttons. The
    subject of a letter is known by the letter."""
    around = {marks.get(i - 1) if i else "top", marks.get(i + 1)}
    if line.startswith(("主题", "subject")):
        return "letter" in around
    if line.endswith(("[打印本页]", "复制地址")):
        return True
    if line.endswith("[复制链接]"):
        return line[0] == "["
    return None not in around if line[0] == "[" else around - {"top"} != {None}
