"""The head of a page around its headline: a trail of one step to a line, and names beside known lines.

A site sets its name, its account's and its buttons above the headline and below it, a line each, in words
that no table foresees. Which line is the headline must be plain; then a short line between two known ones is
the site's. An author's headline, byline and motto are left alone.
"""

from itertools import takewhile

from reading_list.noise.frames import SITE, TIES
from reading_list.noise.late import late
from reading_list.noise.layout import (
    CHINESE,
    Layout,
    are_buttons,
    is_byline,
    is_heading,
    is_headline,
    is_paragraph,
)
from reading_list.noise.looks import AUTHORS, TIME, speaks
from reading_list.noise.weights import load_words, weigh

HEAD = 24
"""A headline stands among so many first lines."""

SIGN = late(r"[>›»→/|·-]{1,2}")
LONGEST_STEP = 10
BULLET = late(r"(?:>{1,2}|»|›|[·•◎●■◆▪]) ?(\S.{5,40})")
TITLE = 6
"""A headline has so many Chinese characters."""
LONG = 20
"""So long at most is what stands between known lines."""
SHORT = 8
"""So many Chinese characters has a name above the headline."""
PERSON = late("[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{1,5}·[\u4e00-\u9fff]{1,6}")
SURE = 3
"""So plain is a headline that is long and right above the text, or above a date, or named above."""
SITE_NAME = late("[\u4e00-\u9fffa-z0-9]{1,8}(?:社区|论坛|小组|贴吧|博客|网|频道|门户|在线|网站|新闻网|新闻)")
NAMES = late(r" ?[·|/] ?")
KEPT = late(r"[《(\[【〔▲△□◎○●■◆]|.*[。!?,…]|——|.{0,6}记者|.{1,8}[文/摄图]$")
"""What may be an author's: a book's title, something in brackets, whose work a picture is, a sentence."""


def mark_steps(layout: Layout, marks: dict[int, str]) -> None:
    """Add to `marks` a trail with each of its steps, and each sign between them, in a line of its own."""
    signs = [
        i
        for i in range(1, min(HEAD, len(layout.bounds)))
        if SIGN.fullmatch(layout.line(i)) and is_step(layout.line(i - 1)) and is_step(layout.line(i + 1))
    ]
    signs = list(takewhile(lambda i: i in signs, range(signs[0], HEAD, 2))) if signs else []
    if not signs or not (len(signs) > 1 or SITE.search(layout.line(signs[0] - 1))):
        return
    first, last = signs[0] - 1, signs[-1] + 1
    # The last step may be the headline.
    if is_paragraph(layout.line(last + 1)) or (last + 1 in marks and not is_known(layout.line(last))):
        last -= 1
    marks.update((i, "trail") for i in range(first, last + 1))


def mark_list(layout: Layout, marks: dict[int, str]) -> None:
    """Add to `marks` a list of headlines behind bullets, one of which is the page's own, below the list."""
    head = range(min(HEAD, len(layout.bounds)))
    items = {i: match[1] for i in head if (match := BULLET.fullmatch(layout.line(i)))}
    own = next((i for i in items if items[i] in map(layout.line, range(i + 1, i + HEAD))), None)
    if own is None or not {own - 1, own + 1} & items.keys():
        return
    for step in (-1, 1):
        i = own
        while i in items:
            marks[i] = "list"
            i += step
        # What the list is called.
        if step < 0 and 0 < len(layout.line(i)) <= LONGEST_STEP and not is_paragraph(layout.line(i)):
            marks.setdefault(i, "list")


def is_step(line: str) -> bool:
    """Whether a line may be a step of a trail."""
    return 0 < len(line) <= LONGEST_STEP and line[-1] not in "。!?,:…”" and CHINESE.search(line) is not None


def is_known(line: str) -> bool:
    """Whether a line is a word of the table, or names a site's part."""
    return line in load_words().points or SITE.search(line) is not None


def mark_between(layout: Layout, marks: dict[int, str]) -> None:
    """Add to `marks` the short lines between known ones in the head of a page whose headline is plain."""
    if len(marks) < TIES:
        return
    head = range(min(HEAD, len(layout.bounds)))
    body = next((i for i in head if i not in marks and speaks(layout.line(i))), 0)
    rest = [i for i in range(body) if i not in marks]
    scores = {i: title_score(layout, marks, i, body) for i in rest}
    title = max(rest, key=lambda i: scores[i], default=0)
    if scores.get(title, 0) < SURE or list(scores.values()).count(scores[title]) > 1:
        return
    for i in rest:
        if scores[i] > 1 or not is_short(layout.line(i)) or layout.line(i) in layout.line(title):
            continue
        above = i == 0 or i - 1 in marks
        below = i + 1 in marks
        if i > title:
            # A name alone may be the author's.
            is_last = i + 1 == body and is_button(layout.line(i))
            is_named = below and not PERSON.fullmatch(layout.line(i))
            is_between = (above and (is_last or is_named or is_sign(layout.line(i)))) or (
                below and is_book(layout, marks, i)
            )
        else:
            # So may be a motto right above the headline.
            gap = i + 1 < title and len(layout.line(i + 1)) < 3 and i + 2 in marks
            is_between = above and (below or gap or (i > 0 and i + 1 == title and is_site(layout.line(i))))
            is_between = is_between or (i == 0 and SITE_NAME.fullmatch(layout.line(i)) is not None)
        if is_between:
            marks[i] = "between"


def is_button(line: str) -> bool:
    """Whether a line is a word of the table, or one character."""
    return len(line) == 1 or line.strip("+>[]【】 ") in load_words().points


def is_sign(line: str) -> bool:
    """Whether a line is no more than a sign, or a name that leads on: 夜读 >."""
    return line[-1] in ">»›" or (len(line) < 3 and not any(map(str.isalnum, line)))


def is_book(layout: Layout, marks: dict[int, str], i: int) -> bool:
    """Whether a line begins with a book's name, which the trail above has, and goes on with a writer's."""
    names = NAMES.split(layout.line(i))
    return len(names) == 2 and len(names[0]) > 2 and any(names[0] in layout.line(j) for j in marks if j < i)


def is_short(line: str) -> bool:
    """Whether a line may be a name or a button."""
    return (
        len(line) <= LONG
        and not KEPT.match(line)
        and not is_heading(line)
        and (len(CHINESE.findall(line)) <= SHORT or SITE.search(line) is not None or is_site(line))
    )


def is_site(line: str) -> bool:
    """Whether a line looks like a site's rather than a motto."""
    return "  " in line or weigh(line).points > 0 or len(line) < 3 or are_buttons(line) is None


def title_score(layout: Layout, marks: dict[int, str], i: int, body: int) -> int:
    """How much an unknown line above the text looks like its headline."""
    line = layout.line(i)
    chinese = len(CHINESE.findall(line))
    if is_heading(line) and line[0] == "第":
        return SURE + 2
    if (
        chinese < TITLE
        or not is_headline(line)
        or line[-1] in ":,"
        or is_heading(line)
        or AUTHORS.match(line)
        or is_book(layout, marks, i)
    ):
        return 0
    is_dated = i + 1 in marks and TIME.search(layout.line(i + 1)) is not None
    # Two names, or a page's title with the site's.
    is_parted = ("  " in line or "_" in line) and not is_dated
    is_named = any(line in layout.line(j) for j in marks if j < i)
    is_last = i + 1 == body or (i + 2 == body and is_byline(layout.line(i + 1)))
    return 0 if is_parted else 1 + 2 * (is_dated or is_named) + (chinese > 9) + is_last
