"""The head of a page around its headline: names beside known lines.

A site sets its name, its account's and its buttons above the headline and below it, a line each, in words
that no table foresees. Which line is the headline must be plain; then short lines between two known ones are
the site's. An author's headline, byline and motto are left alone.
"""

from reading_list.noise.furniture.frames import TIES
from reading_list.noise.furniture.looks import AUTHORS, TIME, speaks
from reading_list.noise.furniture.weights import load_words, weigh
from reading_list.noise.late import late
from reading_list.noise.layout import (
    CHINESE,
    Layout,
    are_buttons,
    is_byline,
    is_heading,
    is_headline,
    label_of,
)
from reading_list.noise.vocabulary import load_vocabulary

HEAD = 24
"""A headline stands among so many first lines."""

TITLE = 6
"""A headline has so many Chinese characters."""
LONG = 20
"""So long at most is what stands between known lines."""
SHORT = 8
"""So many Chinese characters has a name above the headline."""
PERSON = late("[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{1,5}·[\u4e00-\u9fff]{1,6}")
QUESTION = 45
"""Characters of a headline that asks."""
SURE = 3
"""So plain is a headline that is long and right above the text, or above a date, or named above."""
TIME_ALONE = late(r"\d{1,2}:\d{2}")
SITE_NAME = late(
    "[\u4e00-\u9fff]{2,6}[首主]页"
    "|[\u4e00-\u9fffa-z0-9]{1,8}(?:社区|论坛|小组|贴吧|博客|网站?|频道|门户|在线|新闻)"
)
NAMES = late(r" ?[·|/] ?")
KEPT = late(r"[\"《(\[【〔▲△□◎○●■◆]|.*[。!?,…]|——|.{0,6}记者|.{1,8}[文/摄图]$")
"""What may be an author's: a book's title, something in brackets, whose work a picture is, a sentence."""


def mark_between(layout: Layout, marks: dict[int, str]) -> None:
    """Add to `marks` the short lines between known ones in the head of a page whose headline is plain."""
    if len(marks) < TIES:
        return
    head = range(min(HEAD, len(layout.bounds)))
    body = next((i for i in head if i not in marks and begins(layout, marks, i)), 0)
    rest = [i for i in range(body) if i not in marks]
    title = headline(layout, marks, rest, body)
    if title is None:
        return
    names = {layout.line(i) for i in range(title)}
    is_asked = is_question(layout, marks, title)
    run: list[int] = []
    for i in [i for i in rest if i != title and is_short(layout.line(i), layout.line(title))]:
        run = [*run, i] if run and run[-1] == i - 1 else [i]
        above, below = run[0] == 0 or run[0] - 1 in marks, i + 1 in marks
        line = layout.line(i)
        if i > title:
            # A name alone may be the author's, but not of a question.
            is_last = i + 1 == body and is_button(line)
            is_named = below and (is_asked or not PERSON.fullmatch(line))
            is_between = (above and (is_last or is_named or is_sign(line))) or (
                below and (line in names or is_book(layout, marks, i))
            )
        else:
            # So may be a motto right above the headline, but not above a question.
            is_last = 0 < i == title - 1 and (is_site(line) or is_asked)
            below = below or is_last
            is_between = above and below
            is_between = is_between or (i == 0 and SITE_NAME.fullmatch(line) is not None)
        if is_between:
            marks.update(dict.fromkeys(run if above and below else [i], "between"))


def headline(layout: Layout, marks: dict[int, str], rest: list[int], body: int) -> int | None:
    """Which of the unknown lines above the text is its headline, if that is plain."""
    scores = {i: title_score(layout, marks, i, body) for i in rest}
    best = max(scores.values(), default=0)
    titles = [i for i in rest if scores[i] == best]
    is_only = best == SURE - 1 and all(
        len(CHINESE.findall(layout.line(i))) <= SHORT for i in rest if i not in titles
    )
    return titles[0] if len(titles) == 1 and (best >= SURE or is_only) else None


def begins(layout: Layout, marks: dict[int, str], i: int) -> bool:
    """Whether a line is of the text, and no headline that asks."""
    return speaks(layout.line(i)) and not is_question(layout, marks, i)


def is_question(layout: Layout, marks: dict[int, str], i: int) -> bool:
    """Whether a line is a headline that asks or exclaims: a site's lines are above and below it."""
    line = layout.line(i)
    is_asked = line[-1] in "?!" and TITLE < len(line) <= QUESTION and line[0] not in "“「"
    return is_asked and i + 1 in marks and any(j in marks for j in range(i))


def is_button(line: str) -> bool:
    """Whether a line is a word of the table, a time, or one character."""
    return (
        len(line) == 1
        or TIME_ALONE.fullmatch(line) is not None
        or line.strip("+>[]【】 ") in load_words().points
    )


def is_sign(line: str) -> bool:
    """Whether a line is no more than a sign, or a name that leads on: 夜读 >."""
    return line[-1] in ">»›" or (len(line) < 3 and not any(map(str.isalnum, line)))


def is_book(layout: Layout, marks: dict[int, str], i: int) -> bool:
    """Whether a line begins with a book's name, which the trail above has, and goes on with a writer's."""
    names = NAMES.split(layout.line(i))
    return len(names) == 2 and len(names[0]) > 2 and any(names[0] in layout.line(j) for j in marks if j < i)


def is_short(line: str, title: str) -> bool:
    """Whether a line may be a name, a button or a row of names, and is no part of the title."""
    cells = line.split(" ")
    is_menu = len(cells) > 2 and all(1 < len(cell) <= SHORT for cell in cells)
    return (
        (len(line) <= LONG or is_menu)
        and line not in title
        and not KEPT.match(line)
        and not is_heading(line)
        and (len(CHINESE.findall(line)) <= SHORT or "_" in line or is_menu or is_site(line))
    )


def is_site(line: str) -> bool:
    """Whether a line looks like a site's rather than a motto."""
    return "  " in line or weigh(line).points > 0 or len(line) < 3 or are_buttons(line) is None


def title_score(layout: Layout, marks: dict[int, str], i: int, body: int) -> int:
    """How much an unknown line above the text looks like its headline."""
    line = layout.line(i)
    chinese = len(CHINESE.findall(line))
    if (is_heading(line) and line[0] == "第") or is_question(layout, marks, i):
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
    below = layout.line(i + 1)
    is_dated = i + 1 in marks and (
        TIME.search(below) is not None or label_of(below) in load_vocabulary().head
    )
    # Two names, or a page's title with the site's.
    is_parted = ("  " in line or "_" in line) and not is_dated
    is_named = any(line in layout.line(j) for j in marks if j < i)
    is_last = i + 1 == body or (i + 2 == body and is_byline(layout.line(i + 1)))
    return 0 if is_parted else 1 + 2 * (is_dated or is_named) + (chinese > 9) + is_last
