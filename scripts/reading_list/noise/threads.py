"""Threads: what a board sets around each of its posts.

No table can name a poster, but what a board sets around one post comes again around the next: a date in the
same place (stamps.py), beside it the poster's name (posters.py), below the text his motto. So it is
asked what comes again, in a text of which other lines have told already that it is a board's.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from reading_list.noise.edges import mark_words
from reading_list.noise.late import late
from reading_list.noise.layout import ROW, Layout, are_buttons
from reading_list.noise.posters import mark_posters, zones_of
from reading_list.noise.site_words import load_words
from reading_list.noise.stamps import (
    ANSWERS,
    LONGEST_NAME,
    LONGEST_STAMP,
    STAMP,
    is_name,
    mark_remarks,
    mark_stamps,
    name_in,
    shapes,
)

BOARD = (
    *(
        "论坛",
        "社区",
        "贴吧",
        "吧>",
        "bbs",
        "小组",
        "豆瓣",
        "楼主",
        "1楼",
        "2楼",
        "帖",
        "贴",
        "回复",
        "回应",
        "回答",
    ),
    *("发表于", "发言", "版主", "博客", "日志", "信区", "看板", "phpwind", "discuz"),
)
"""Words of which one is in the lines that are known, without their blanks."""

COMMENTED = ("条评论", "条留言", "写评论", "写下你的评论", "我的评论", "全部评论", "最新评论", "精选留言")
"""The same of pages with comments."""

LABELLED = late(r"([\w ]{2,6}?) ?: ?(?=[^:]{0,20}\d)[^。,!?:]{1,24}")
REPLY = late(r"(?:标 {1,4}题: ?|默认 |主题: ?)?(?:re|回复|答复)(?:\[\d+\])? ?: ?|默认 |重新加载页面 ")
QUOTING = late(r"引用|发表|提到|回复|作者|原帖|写道|wrote|查看|楼")
QUOTED = late(r"[:>]")
QUOTED_FROM = late(r"提到 ?: ?】?$|(?:写道|wrote) ?:$")
MIRRORED = late("[─━═┄┅┈☆★◆◇§※‖◎●○▶◀┊│][^。]{2,60}[─━═┄┅┈☆★◆◇§※‖◎●○▶◀┊│]")
RULE_OF_MOTTO = late(r"_{6,}|-- ?")
AUTHOR = late(r"(?:作者|楼主|网友|网名|发帖人|发言人|回复人|昵称) ?: ?\S{1,16}")
ARROW = late(r"[←«‹] ?\S.{0,40}|\S.{0,40} ?[→»›]")
SHAPES = (ROW, AUTHOR, ANSWERS, ARROW)
LEAST_QUOTE = 8
LONGEST_REPLY = 4


def mark_threads(layout: Layout, marks: dict[int, str]) -> None:
    """Add to `marks` what comes again around the posts of a board: dates, names, members' numbers, mottos;
    and what one post quotes of another."""
    if len(marks) < 2:
        return
    known = "\n".join(map(layout.line, marks)).replace(" ", "")
    is_board = any(map(known.__contains__, BOARD))
    has_comments = any(map(known.__contains__, COMMENTED))
    if not is_board and not has_comments:
        return
    mark_words(layout, marks)
    mark_stamps(layout, marks, is_board)
    mark_remarks(layout, marks)
    names: frozenset[str] = frozenset()
    # One has a head and a foot; more stand around posts.
    if len(zones_of(marks)) > 2:
        keep_replies(layout, marks)
        mark_quoted(layout, marks)
        extend(layout, marks)
        names = mark_posters(layout, marks)
        if mark_recurring(layout, marks):
            names |= mark_posters(layout, marks)
        extend(layout, marks)
        mark_quotes(layout, marks, names)
    mark_mottos(layout, marks, names)


def keep_replies(layout: Layout, marks: dict[int, str]) -> None:
    """Take from `marks` the reply of a word between a date and what stands below other posts, too."""
    lines = Counter(layout.line(i) for i in marks)
    below_text = {layout.line(i) for i in marks if i - 1 not in marks}
    for i in [i + 1 for i in marks if i + 2 in marks and STAMP.search(layout.line(i))]:
        line = layout.line(i)
        if (
            i in marks
            and len(line) <= LONGEST_REPLY
            and lines[line] == 1
            and layout.line(i + 1) in below_text
        ):
            del marks[i]


def mark_quoted(layout: Layout, marks: dict[int, str]) -> None:
    """Lines that begin with a sign of quotation, below one that says whose they are."""
    for i in list(marks):
        if QUOTED_FROM.search(layout.line(i)):
            j = i + 1
            while QUOTED.match(layout.line(j)):
                marks[j] = "quote"
                j += 1


def extend(layout: Layout, marks: dict[int, str]) -> None:
    """Lines beside those known: labels that come again with a number, titles of answers, buttons; but not the
    one word that somebody said."""
    lines = Counter(lines_of(layout))
    labels: Counter[str] = Counter()
    for line, count in lines.items():
        if ":" in line and (match := LABELLED.fullmatch(line)):
            labels[match[1]] += count
    for start, end in zones_of(marks):
        for first, step in ((start - 1, -1), (end + 1, 1)):
            i = first
            while i not in marks and is_frame(layout, i, labels):
                is_reply = lines[layout.line(i)] == 1 and len(layout.line(i)) <= LONGEST_REPLY
                if is_reply and STAMP.search(layout.line(i - 1)):
                    break
                marks[i] = "thread"
                i += step


def mark_recurring(layout: Layout, marks: dict[int, str]) -> bool:
    """Short lines that come again in nearly every post beside those known, if something is left of each.
    Gives whether there are some."""
    count_before = len(marks)
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for i in sorted(marks):
        alike[shapes(layout.line(i))[0]].append(i)
    posts = [list(pairwise(lines)) for lines in alike.values() if len(lines) > 2]
    posts = [pairs for pairs in posts if all(rest_of(marks, pair) for pair in pairs)]
    if not posts:
        return False
    rests = [rest_of(marks, pair) for pair in max(posts, key=len)]
    said = Counter(key for rest in rests for key in {key_of(layout.line(i)) for i in rest} if key)
    for key, count in said.most_common():
        if count < 2 or 3 * count < 2 * len(rests):
            break
        places = [[i for i in rest if key_of(layout.line(i)) == key] for rest in rests]
        if not all(is_at_edge(layout, marks, i) for found in places for i in found):
            continue
        if all(len(rest) > len(found) for rest, found in zip(rests, places, strict=True)):
            for rest, found in zip(rests, places, strict=True):
                rest[:] = [i for i in rest if i not in found]
            again = [i for i in range(len(layout.bounds)) if key_of(layout.line(i)) == key]
            marks.update((i, "thread") for i in again if i not in marks)
    return len(marks) > count_before


def key_of(line: str) -> str:
    """What of a line comes again: its label, or all of a line that is one name; "" of others."""
    if len(line) > 2 * LONGEST_NAME:
        return ""
    label = LABELLED.fullmatch(line) if ":" in line else None
    return f"{label[1]}:" if label else line if is_name(line) else ""


def is_at_edge(layout: Layout, marks: dict[int, str], i: int) -> bool:
    """Whether a line stands beside one that is known, and beside no date: there somebody speaks."""
    around = (i - 1, i + 1)
    return any(j in marks for j in around) and not any(STAMP.search(layout.line(j)) for j in around)


def rest_of(marks: dict[int, str], pair: tuple[int, int]) -> list[int]:
    """The lines between two that are not known."""
    return [i for i in range(*pair) if i not in marks]


def lines_of(layout: Layout) -> Iterator[str]:
    """The short lines."""
    return (layout.folded[start:end] for start, end in layout.bounds if end - start < 40)


def is_frame(layout: Layout, i: int, labels: Counter[str]) -> bool:
    """Whether a line is a board's, if it stands beside another."""
    line = layout.line(i)
    if not line or len(line) > LONGEST_STAMP:
        return False
    label = LABELLED.fullmatch(line)
    if label and labels[label[1]] > 1 and label[1] in load_words().points:
        return True
    if are_buttons(line) is not False or any(shape.fullmatch(line) for shape in SHAPES):
        return True
    title = line[reply.end() :] if (reply := REPLY.match(line)) else ""
    return len(title) > 2 and layout.folded.find(title) < layout.bounds[i][0]


def mark_quotes(layout: Layout, marks: dict[int, str], names: frozenset[str]) -> None:
    """What stands below a line that quotes and has been said before, if the post goes on."""
    for i in sorted(marks):
        j = i + 1
        line = layout.line(j)
        below = j + 1 + (ROW.fullmatch(layout.line(j + 1)) is not None)
        name = line.rpartition(" ")[2]
        if j in marks or below in marks or not (name in names or QUOTING.search(layout.line(i))):
            continue
        if name in names:
            line = line.removesuffix(name)
        line = line.rstrip(" .…")
        if len(line) >= LEAST_QUOTE and is_said_before(layout, marks, line, j):
            marks[j] = "quote"


def is_said_before(layout: Layout, marks: dict[int, str], words: str, i: int) -> bool:
    """Whether a line before `i` that is nobody's but a poster's has these words in it."""
    place = layout.folded.find(words, 0, layout.bounds[i][0])
    return place >= 0 and bisect_right(layout.bounds, place, key=lambda bounds: bounds[0]) - 1 not in marks


def mark_mottos(layout: Layout, marks: dict[int, str], names: frozenset[str]) -> None:
    """What a poster has below each of his posts, and what stands below a line that parts it off."""
    ends: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    poster = ""
    for i in range(len(layout.bounds)) if names else ():
        if i in marks:
            line = layout.line(i)
            if marks.get(i + 1) == "quote":
                continue
            poster = line if line in names else name if (name := name_in(line)) in names else poster
            if RULE_OF_MOTTO.fullmatch(line):
                continue
        elif poster and i + 1 in marks and i - 1 not in marks:
            ends[poster, layout.line(i)].append(i)
    for lines in ends.values():
        if len(lines) > 1:
            marks.update(dict.fromkeys(lines, "motto"))
    for i in [i - 1 for i in marks if i - 1 not in marks and i - 2 not in marks]:
        if MIRRORED.fullmatch(layout.line(i)):
            marks[i] = "motto"
    of_terminal = any(rule.startswith("board-") for rule in marks.values())
    for i in list(layout.lines_with(RULE_OF_MOTTO)):
        below = next((j for j in range(i + 1, i + 5) if j in marks), 0)
        is_rule = RULE_OF_MOTTO.fullmatch(layout.line(i)) and (of_terminal or layout.line(i)[0] == "_")
        if is_rule and below and i - 1 not in marks:
            marks.update(dict.fromkeys(range(i, below), "motto"))
