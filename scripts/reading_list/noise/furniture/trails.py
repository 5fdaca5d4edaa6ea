"""Trails and lists in the head of a page that take a line for each of their items.

A trail of one step to a line, with a sign between them; a list of headlines, one of which is the page's own.
"""

from itertools import takewhile

from reading_list.noise.furniture.frames import SITE
from reading_list.noise.furniture.weights import load_words
from reading_list.noise.late import late
from reading_list.noise.layout import CHINESE, Layout, is_paragraph

HEAD = 24
"""They stand among so many first lines."""

SIGN = late(r"[>›»→/|·-]{1,2}")
LONGEST_STEP = 10
BULLETS = ">»›·•◎●■◆▪"
BULLET = late(rf"(?:>{{1,2}}|[{BULLETS}]) ?(\S.{{5,40}})")


def mark_steps(layout: Layout, marks: dict[int, str]) -> None:
    """Add to `marks` a trail with each of its steps, and each sign between them, in a line of its own."""
    short = [i for i, line in enumerate(layout.lines[:HEAD]) if i and len(line) < 3]
    signs = [
        i
        for i in short
        if SIGN.fullmatch(layout.lines[i]) and is_step(layout.lines[i - 1]) and is_step(layout.line(i + 1))
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
    head = [(i, line) for i, line in enumerate(layout.lines[:HEAD]) if line[0] in BULLETS]
    items = {i: match[1] for i, line in head if (match := BULLET.fullmatch(line))}
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
