"""Lines of a page's frame that their shape tells: the trail to a page, a bar of menus.

The words between the signs may be any; so it is asked where the line stands and what is below it.
"""

from functools import lru_cache
from itertools import takewhile

from reading_list.noise.furniture.records import is_record, mark_records
from reading_list.noise.furniture.weights import load_words
from reading_list.noise.late import late
from reading_list.noise.layout import CHINESE, EDGE, Layout, is_heading, is_headline, is_paragraph

HEAD = 6
"""A trail stands among so many first lines."""

STEP = late(r" ?(?:[>›»]|(?<= )〉|-+(?=>)|(?<= )→)+ ?| 》 ")
STEP_SIGN = late("[>›»〉→》]")
DASH = late(r" [-–—]{1,2} ")
PLAIN_STEP = late(r" ?[-–—_|/·] ?| {1,}")
NOT_A_TRAIL = late(r"[={}\\]|</|(?:正文|内容|详情) +\S")
"""Code; and a trail with the headline behind it in one line."""

SITE = late(
    "网|站|论坛|社区|[首主]页|吧$|频道|门户|百科|知道|问|文库|博客|小说|文学|书[城屋吧院阁]|阁$|中文|分类|版$|新闻|位置|小组"
    "|专栏|bbs|圈|家园|在线|wap"
)
FIRST_PAGE = late("(?:网站)?[首主]页")
FIRST_STEP = late("[首主]页$")
PAPER = late("[网报]$")
SLASH = late(" ?/ ?")
BAR = late(r" ?[|｜┊│┃·/•▪●] ?| {1,}|(?<=[\])】]) ?(?=[\[(【])")
WIDE_BAR = late(r" ?[|｜┊│┃•▪●] ?| {2,}|(?<=[\])】]) ?(?=[\[(【])")
MENU_SIGN = late("[┆┊∣¦]")
"""Nobody but a site sets such a sign between words."""
LONGEST_CELL = 8
LONG_CELL = late(rf"[^ |｜┊│┃·/•▪●\])】]{{{LONGEST_CELL + 1}}}")
LAST_STEP = late("(?:>>|»|›) ?[\u4e00-\u9fff]{2,8}")
TWO_STEPS = late("[\u4e00-\u9fff]{2,8} ?>{1,2} ?[\u4e00-\u9fff]{2,8}")
PERSON = 3
"""Characters of a person's name."""

TRAILS = ("breadcrumb", "trail", "head-breadcrumb", "head-crumb")
"""The rules for a trail."""

TIES = 3
"""So many of a site's lines make a page around a text."""


def mark_frames(layout: Layout, marks: dict[int, str]) -> None:
    """Add to `marks` the trails and records of the head, and the bars that stand at an end of the text,
    before any paragraph."""
    count = len(layout.bounds)
    for i in range(min(EDGE, count)):
        # A long menu may stand above it.
        if i >= HEAD and (i - 1 not in marks or is_paragraph(layout.line(i))):
            break
        if i not in marks and is_trail(layout, i, i - 1 in marks):
            marks[i] = "trail"
        if i not in marks and is_record(layout.line(i)):
            marks[i] = "record"
    mark_records(layout, marks)
    mark_menu(layout, marks)
    mark_bars(layout, marks)
    for i in [i + 1 for i, rule in marks.items() if rule == "bar" and i + 1 not in marks]:
        if LAST_STEP.fullmatch(layout.line(i)):
            marks[i] = "trail"


def mark_menu(layout: Layout, marks: dict[int, str]) -> None:
    """Add a menu that begins the text with the word for a site's first page, a name to a line."""
    words = load_words()
    if FIRST_PAGE.fullmatch(layout.line(0)):
        names = list(takewhile(lambda i: 0 < len(layout.line(i)) <= 4, range(2 * EDGE)))
        last = max(i for i in names if i == 0 or layout.line(i) in words.points)
        if last > 2:
            marks.update(dict.fromkeys(range(last + 1), "menu"))


def mark_names(layout: Layout, marks: dict[int, str]) -> None:
    """Add the names of a menu above a trail, a name to a line, where the words of half of them are known."""
    trails = [i for i, rule in marks.items() if i < 3 * EDGE and rule.startswith(TRAILS)]
    before = range(max(trails, default=0))
    body = next((i for i in before if i not in marks and is_paragraph(layout.line(i))), 3 * EDGE)
    crumb = max((i for i in trails if i < body), default=0)
    rest = [i for i in range(crumb) if i not in marks]
    if crumb > 3 and 2 * len(rest) <= crumb and all(len(layout.line(i)) <= LONGEST_CELL for i in rest):
        marks.update(dict.fromkeys(rest, "menu"))


def mark_bars(layout: Layout, marks: dict[int, str]) -> None:
    """Add the rows of menus at either end of the text, before any paragraph."""
    count = len(layout.bounds)
    for lines in (range(min(EDGE, count)), range(count - 1, max(-1, count - 1 - EDGE), -1)):
        for i in lines:
            if i in marks:
                continue
            if is_paragraph(layout.line(i)):
                break
            if is_bar(layout, i, len(marks) >= TIES and not marks.keys().isdisjoint((i - 1, i + 1))):
                marks[i] = "bar"


def is_trail(layout: Layout, i: int, is_framed: bool) -> bool:
    """Whether a line leads from a site to its page: 山城论坛 › 生活 › 早市.

    It begins with the site, has signs that nobody else uses, or ends with what stands below as the headline;
    or it stands below other furniture (`is_framed`).
    """
    line = layout.line(i)
    if line.isalnum():
        return False
    if is_long_trail(line):
        return True
    if not is_headline(line) or NOT_A_TRAIL.search(line):
        return False
    signs = len(STEP.findall(line)) if STEP_SIGN.search(line) else 0
    if not signs and (dashes := DASH.split(line))[2:]:
        return SITE.search(dashes[0]) is not None and all(len(step) <= 12 for step in dashes[:-1])
    if not signs:
        steps = [step for step in PLAIN_STEP.split(line) if step]
        if len(steps) < 3:
            return False
        is_first = FIRST_STEP.search(steps[0]) or (i == 0 and PAPER.search(steps[0]))
        return (SLASH.search(line) is not None and bool(is_first)) or (
            SITE.search(line) is not None and is_below(layout, i, steps[-1])
        )
    steps = [step for step in STEP.split(line) if step]
    if len(steps) < 2 or not all(len(step) <= 20 and CHINESE.search(step) for step in steps[:-1]):
        return False
    return (
        SITE.search(steps[0]) is not None
        or (steps[0].endswith("人民政府") and i == 0)
        or (len(steps) > 2 and not line.count(">"))
        or (is_framed and "›" in line)
        or (line[0] in ">›»" and signs > 1)
        or (i == 0 and TWO_STEPS.fullmatch(line) and steps[0] in load_words().points)
        or is_below(layout, i, steps[-1])
    )


def is_long_trail(line: str) -> bool:
    """Whether a trail has a whole title for a step, or goes on with buttons."""
    if not 60 < len(line) <= 2 * 60 or "。" in line or NOT_A_TRAIL.search(line):
        return False
    steps = [step for step in STEP.split(line) if step]
    return len(steps) > 3 and SITE.search(steps[0]) is not None and len(steps[0]) <= 12


def is_below(layout: Layout, i: int, title: str) -> bool:
    """Whether a line soon below `i` begins with `title`."""
    return len(title) > 2 and any(layout.line(j).startswith(title) for j in range(i + 1, i + 5))


def is_bar(layout: Layout, i: int, is_framed: bool) -> bool:
    """Whether a line is a menu and no row of a table. Beside other furniture (`is_framed`), it may be of any
    names that are set wide apart, if they are too long to be people's."""
    line = layout.line(i)
    if line.isalnum():
        return False
    cells = [cell for cell in WIDE_BAR.split(line) if cell] if is_framed else []
    if len(cells) > 2 and PERSON < max(map(len, cells)) <= 6 and not is_table(layout, i):
        return True
    return is_menu(line) and not is_table(layout, i)


@lru_cache(maxsize=4096)
def is_menu(line: str) -> bool:
    """Whether a line is a row of short names, a third of them a site's."""
    if "," in line or ":" in line:
        return False
    if len(MENU_SIGN.findall(line)) > 2:
        return max(map(len, MENU_SIGN.split(line))) <= LONGEST_CELL and not is_heading(line)
    if LONG_CELL.search(line):
        return False
    cells = [cell for cell in BAR.split(line) if cell]
    if len(cells) < 4 or max(map(len, cells)) > LONGEST_CELL or is_heading(line):
        return False
    # Blanks alone also stand between Chinese and Latin words.
    if not all(map(CHINESE.search, cells)) and len(WIDE_BAR.split(line)) < 4:
        return False
    words = load_words()
    is_known = [cell.strip("[]()【】") in words.points for cell in cells]
    known = sum(is_known)
    # Whose work it is: 主编 某某 编辑 某某.
    if all(is_known[::2]) and not any(is_known[1::2]):
        return False
    return 3 * known >= len(cells)


def is_table(layout: Layout, i: int) -> bool:
    """Whether a line has as many cells as one beside it."""
    cells = len(BAR.split(layout.line(i)))
    return any(len(BAR.split(layout.line(j))) == cells for j in (i - 1, i + 1))
