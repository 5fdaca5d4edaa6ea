"""Columns: what stands in the same place around each post, counted from its text, whatever the words are.

No table knows the next board's points, ranks and buttons. But a board sets them out by a template, so that of
each post the second line above the text is of one form, and so is the first line below.
"""

from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from reading_list.noise.furniture.cards import CARD
from reading_list.noise.furniture.post_lines import DATE, RELATIVE, is_name, stamp_in
from reading_list.noise.furniture.weights import load_words
from reading_list.noise.late import late
from reading_list.noise.layout import SENTENCE_END, Layout

SHORT_DATE = late(r"\d{1,2}-\d{1,2} \d{1,2}:\d{2}\b")
LEVEL = late(r"(?:^| )lv ?\.?\d{1,2}\b")
DIGITS = late(r"[\d,]+")
COUNTS = late(r"[\d昨今前刚楼]")
"""Without one of these a line has no date, level or number."""
SAID = late("[:,。!?]|.{24}")
FLOOR = late(r"(?:楼主|#?\d{1,5} ?[楼#])(?: |$)")
DATED, LEVELLED, NUMBERED = "date", "level", "floor"
OF_POSTS = frozenset((DATED, LEVELLED, NUMBERED))
LONGEST, LONGEST_FORM = 40, 16
DEEPEST = 5
"""So many lines above a text and below are looked at."""

Gap = range
"""The lines between two texts."""


def mark_columns(layout: Layout, marks: dict[int, str]) -> None:
    """Add lines of one form in one place above or below all texts but one."""
    gaps = gaps_of(layout)
    headed = [
        gap for gap in gaps if not OF_POSTS.isdisjoint(map(form_of, layout.lines[gap.start : gap.stop]))
    ]
    if len(headed) < 2:
        return
    above = [gap for gap in headed if gap.stop < len(layout.bounds)]
    below = [gap for gap in gaps if gap.start > headed[0].start]
    mark_side(layout, marks, above, lambda gap, depth: gap.stop - 1 - depth)
    mark_openers(layout, marks, gaps)
    mark_side(layout, marks, below, lambda gap, depth: gap.start + depth)


def mark_openers(layout: Layout, marks: dict[int, str], gaps: list[Gap]) -> None:
    """Names that begin each post where its date ends it: between what is known below a date that follows a
    text and the next text, and so before the first of these."""
    dated = [n for n, gap in enumerate(gaps) if n and form_of(layout.line(gap.start)) == DATED]
    opening = [gaps[n] for n in sorted({*dated, *(dated[0] - 1,)})] if dated else []
    opening = [gap for gap in opening if gap.stop < len(layout.bounds)]
    names = [gap.stop - 1 for gap in opening if gap.stop - 1 not in marks]
    # Below the last date stands the foot.
    if (
        len(names) > 1
        and len(names) >= len(opening) - 1
        and all(
            is_name(layout.line(i)) and i - 1 in marks and form_of(layout.line(i - 1)) not in OF_POSTS
            for i in names
        )
    ):
        marks.update(dict.fromkeys(names, "poster"))


def gaps_of(layout: Layout) -> list[Gap]:
    """The runs of lines that are no text."""
    gaps: list[Gap] = []
    start = 0
    for i, line in enumerate([*layout.lines, "。"]):
        # A text is long, or ends like a sentence.
        if len(line) > LONGEST or line.endswith(SENTENCE_END):
            if i > start:
                gaps.append(range(start, i))
            start = i + 1
    return gaps


def mark_side(
    layout: Layout, marks: dict[int, str], gaps: list[Gap], place: Callable[[Gap, int], int]
) -> None:
    """Go from the texts outwards, as long as the lines are known or of one form."""
    for depth in range(DEEPEST):
        column = [i for gap in gaps if (i := place(gap, depth)) in gap]
        if len(column) < 2:
            return
        forms = Counter(form_of(layout.line(i)) for i in column)
        form, count = forms.most_common(1)[0]
        if count > 1 and count >= len(column) - 1:
            alike = [i for i in column if form_of(layout.line(i)) == form]
            is_known = (
                len(form) <= LONGEST_FORM and ":" not in form and any(i in marks for i in around(alike))
            )
            if is_of_site(form) or is_known:
                marks.update((i, "column") for i in alike if i not in marks)
        elif not all(i in marks for i in column):
            return


def is_of_site(form: str) -> bool:
    """Whether a form that comes again is a board's, wherever it stands."""
    return form in (LEVELLED, NUMBERED) or form in load_words().points


def around(lines: list[int]) -> list[int]:
    """The lines, and those beside them."""
    return [j for i in lines for j in (i - 1, i, i + 1)]


@lru_cache(maxsize=4096)  # a line is asked of for either side of it
def form_of(line: str) -> str:
    """What of a line comes again: that it is a date, a level or a number of a post, or all of it but for
    numbers. In a date's line nothing is said."""
    counts = COUNTS.search(line) is not None
    if counts and (
        stamp := stamp_in(line) or DATE.match(line) or SHORT_DATE.match(line) or RELATIVE.fullmatch(line)
    ):
        rest = line[: stamp.start()] + line[stamp.end() :]
        return line if SAID.search(rest) else DATED
    if counts and LEVEL.search(line):
        return LEVELLED
    if label := CARD.match(line):
        return label[0].rstrip(" :")
    if counts and FLOOR.match(line) and not SAID.search(line):
        return NUMBERED
    return DIGITS.sub("0", line)
