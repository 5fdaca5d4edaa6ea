"""Lines of a page's frame that their shape tells: the trail to a page, a bar of menus.

The words between the signs may be any; so it is asked where the line stands and what is below it.
"""

import re
from itertools import takewhile

from reading_list.noise.layout import CHINESE, EDGE, Layout, is_headline, is_paragraph
from reading_list.noise.site_words import load_words

HEAD = 6
"""A trail stands among so many first lines."""

STEP = re.compile(r" ?(?:[>›»]|-+(?=>)|(?<= )→)+ ?| 》 ")
DASH = re.compile(r" [-–—]{1,2} ")
PLAIN_STEP = re.compile(r" ?[-–—_|/·] ?| {1,}")
NOT_A_TRAIL = re.compile(r"[={}\\]|</|(?:正文|内容|详情) +\S")
"""Code; and a trail with the headline behind it in one line."""

SITE = re.compile(
    "网|站|论坛|社区|[首主]页|吧$|频道|门户|百科|知道|问|文库|博客|小说|文学|书[城屋吧院阁]|阁$|中文|分类|版$|新闻|位置|小组"
    "|专栏|bbs|圈|家园|在线"
)
FIRST_PAGE = re.compile("(?:网站)?[首主]页")
BAR = re.compile(r" ?[|｜┊│┃·/•▪●] ?| {1,}|(?<=[\])】]) ?(?=[\[(【])")
WIDE_BAR = re.compile(r" ?[|｜┊│┃•▪●] ?| {2,}|(?<=[\])】]) ?(?=[\[(【])")
LONGEST_CELL = 8
PERSON = 3
"""Characters of a person's name."""

TIES = 3
"""So many of a site's lines make a page around a text."""


def mark_frames(layout: Layout, marks: dict[int, str]) -> None:
    """Add to `marks` the trails of the head, and the bars that stand at an end of the text, before any
    paragraph."""
    count = len(layout.bounds)
    for i in range(min(HEAD, count)):
        if i not in marks and is_trail(layout, i):
            marks[i] = "trail"
    mark_menu(layout, marks)
    mark_bars(layout, marks)


def mark_menu(layout: Layout, marks: dict[int, str]) -> None:
    """Add a menu that begins the text with the word for a site's first page, a name to a line."""
    words = load_words()
    if FIRST_PAGE.fullmatch(layout.line(0)):
        names = list(takewhile(lambda i: 0 < len(layout.line(i)) <= 4, range(2 * EDGE)))
        last = max(i for i in names if i == 0 or layout.line(i) in words.points)
        if last > 2:
            marks.update(dict.fromkeys(range(last + 1), "menu"))


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


def is_trail(layout: Layout, i: int) -> bool:
    """Whether a line leads from a site to its page: 山城论坛 › 生活 › 早市.

    It begins with the site, has signs that nobody else uses, or ends with what stands below as the headline.
    """
    line = layout.line(i)
    if line.isalnum():
        return False
    if is_long_trail(line):
        return True
    if not is_headline(line) or NOT_A_TRAIL.search(line):
        return False
    steps = [step for step in STEP.split(line) if step]
    signs = len(STEP.findall(line))
    if not signs and (dashes := DASH.split(line))[2:]:
        return SITE.search(dashes[0]) is not None and all(len(step) <= 12 for step in dashes[:-1])
    if not signs:
        steps = [step for step in PLAIN_STEP.split(line) if step]
        return len(steps) > 2 and SITE.search(line) is not None and is_below(layout, i, steps[-1])
    if len(steps) < 2 or not all(len(step) <= 20 and CHINESE.search(step) for step in steps[:-1]):
        return False
    return (
        SITE.search(steps[0]) is not None
        or (len(steps) > 2 and not line.count(">"))
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
    """Whether a line is a row of short names, a third of them a site's, and no row of a table. Beside other
    furniture (`is_framed`), any names that are set wide apart, if they are too long to be people's."""
    line = layout.line(i)
    if line.isalnum():
        return False
    cells = [cell for cell in WIDE_BAR.split(line) if cell] if is_framed else []
    if len(cells) > 2 and PERSON < max(map(len, cells)) <= 6 and not is_table(layout, i):
        return True
    if "," in line or ":" in line:
        return False
    cells = [cell for cell in BAR.split(line) if cell]
    if len(cells) < 4 or any(len(cell) > LONGEST_CELL for cell in cells):
        return False
    # Blanks alone also stand between Chinese and Latin words.
    if not all(CHINESE.search(cell) for cell in cells) and len(WIDE_BAR.split(line)) < 4:
        return False
    words = load_words()
    known = sum(cell.strip("[]()【】") in words.points for cell in cells)
    return 3 * known >= len(cells) and not is_table(layout, i)


def is_table(layout: Layout, i: int) -> bool:
    """Whether a line has as many cells as one beside it."""
    cells = len(BAR.split(layout.line(i)))
    return any(len(BAR.split(layout.line(j))) == cells for j in (i - 1, i + 1))
