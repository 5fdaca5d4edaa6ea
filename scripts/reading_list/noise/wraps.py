"""Hard wraps: paragraphs broken at a fixed width, as terminals and e-mail programs do.

A line was wrapped if what follows would not have fitted on it. A text whose lines are nearly all wrapped,
most of them within a sentence, was certainly wrapped by a machine; verse ends where it will. Where others
have added lines and characters since, the lines are no longer full to a column: there only those that are
nearly so and end within a sentence are joined, and all of these must be about as long.
"""

from collections.abc import Sequence
from statistics import median

from reading_list.model import Span
from reading_list.noise.late import late
from reading_list.noise.layout import CHINESE
from reading_list.noise.line_pairs import Pair, encode, pairs_of
from reading_list.noise.print_columns import hanging

WIDTHS = range(40, 101)
"""Columns; a Chinese character takes two."""
LOOSE = 4
"""Columns that marks which may not begin a line hang over (。”), or a wide character leaves free."""
ENOUGH, ENOUGH_BARE = 6, 3
"""Wrapped lines from which on it is no chance; and those that end without punctuation, where no shorter line
ends within a sentence."""

MOST_WRAPPED = 10
"""To each line that was not wrapped within a sentence there are so many that were."""

FEW = 10
"""Of so many lines one may be longer than all others."""

NEAR = 4
"""Columns by which most lines of a wrapped text that was changed since may differ from the usual."""
SLACK = 0.2
"""Of the usual width; lines that differ by more were not wrapped."""

LONGEST_WORD = 60
FIRST_WORD = late(rf"[!-~]{{1,{LONGEST_WORD}}}|.")
"""What a program moves to the next line as a whole: a Latin word, or one Chinese character."""
BEGINS_WITHIN = late(r"[，,。、；：！？”’》）]")
"""No author begins a line so."""
WITHIN = late("[，,。；、]..")
"""A line of prose has a mark before its end, as a name in a list has not."""
TURNS = late(r"[。！？；!?;](?:(?<=[。！？；])|(?![A-Za-z0-9_]))")
"""In some line of a wrapped paragraph a sentence ends and the next begins, as in no line of a list."""
DATED = late(r"(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年.{1,3}月.{1,3}日")
NUMBER = late(r"[-—–－ ]{0,4}\d{1,4}[-—–－ ]{0,4}")
"""What stands below the name of who signed; the number of a page."""
TABULAR = late(r"[\t |│┃](?:(?<=[|│┃])|(?<=\S\t)\s*\S|(?<=\S )  \s*\S)")


def find(text: str) -> list[Span]:
    """The line ends inside the wrapped paragraphs of `text`; between Latin words a space is proposed."""
    written = text.split("\n")
    lines = list(filter(None, map(str.rstrip, written)))
    if len(lines) <= ENOUGH_BARE or sum(map(WIDTHS[-1].__lt__, map(len, lines))) * 50 > len(lines):
        return []
    # One text is encoded a hundred times as fast as its lines one by one.
    widths = list(map(len, encode("\n".join(lines)).split(b"\n")))
    wrapped = wrapped_at(written, lines, widths)
    if not wrapped and widths != (counts := [2 * len(line) for line in lines]):
        # Other programs count characters, wide or not.
        wrapped = wrapped_at(written, lines, counts)
    return [pair.span for pair in wrapped]


def wrapped_at(written: Sequence[str], lines: Sequence[str], widths: Sequence[int]) -> list[Pair]:
    """The wrapped pairs of a text whose lines are so wide."""
    in_order = sorted(widths)
    width = in_order[len(widths) * 98 // 100]
    if width > WIDTHS[-1] and len(widths) >= FEW:
        width = in_order[-2]
    if width > WIDTHS[-1]:
        return []
    pairs, parted = pairs_of(written, lines, widths)
    wrapped = (full(pairs, width) or nearly_full(pairs, widths)) if width in WIDTHS else []
    turns = sum(TURNS.search(pair.line) is not None for pair in wrapped)
    if turns < 2 and not (turns and is_running(wrapped)):
        wrapped = hanging(pairs, widths)
    if not wrapped:
        return []
    wrapped += over_pages(parted, median(pair.width for pair in wrapped))
    return sorted(wrapped, key=lambda pair: pair.between)


def is_running(pairs: Sequence[Pair]) -> bool:
    """Whether each of the first lines has a clause inside it, and several end where none does."""
    bare = sum(CHINESE.match(pair.line[-1]) is not None for pair in pairs)
    return bare >= ENOUGH_BARE and all("，" in pair.line[:-1] or "。" in pair.line[:-1] for pair in pairs)


def over_pages(parted: Sequence[Pair], usual: float) -> list[Pair]:
    """The pairs of a wrapped text that the end of a page parts: the first line is full, and ends within a
    clause."""
    return [
        pair
        for pair in parted
        if abs(pair.width - usual) <= LOOSE
        and CHINESE.match(pair.line[-1])
        and CHINESE.match(pair.following)
        and WITHIN.search(pair.line)
    ]


def full(pairs: Sequence[Pair], width: int) -> list[Pair]:
    """The pairs that were parted at `width`, if nearly all lines are as full as can be."""
    wrapped: list[Pair] = []
    short = 0
    for pair in pairs:
        left = width - LOOSE - pair.width
        if left >= -2 * LOOSE and is_wider(pair.following, left) and not TABULAR.search(pair.line):
            wrapped.append(pair)
        else:
            # The first line is the headline, the last are a signature.
            short += (
                pair.is_within
                and pair.between[0] > len(pair.line)
                and not DATED.fullmatch(pair.following)
                and not NUMBER.fullmatch(pair.line)
            )
            if short * MOST_WRAPPED > len(pairs):
                return []
    bare = sum(pair.is_within and pair.line[-1].isalnum() for pair in wrapped)
    if not short and bare >= ENOUGH_BARE and 2 * bare >= len(wrapped):
        return wrapped
    within = sum(pair.is_within for pair in wrapped)
    is_certain = (
        len(wrapped) >= ENOUGH and within * 5 >= len(wrapped) * 3 and short * MOST_WRAPPED <= len(wrapped)
    )
    return wrapped if is_certain else []


def nearly_full(pairs: Sequence[Pair], widths: Sequence[int]) -> list[Pair]:
    """The pairs that were parted within a sentence, if all such lines are about as long, and hardly a line
    longer."""
    parted = [
        pair
        for pair in pairs
        if pair.is_within
        and pair.width >= WIDTHS[0]
        and WITHIN.search(pair.line)
        and CHINESE.search(pair.line)  # lists of files and notices of copyright are about as even
        and not TABULAR.search(pair.line)
    ]
    if len(parted) < ENOUGH:
        return []
    usual = median(pair.width for pair in parted)
    wrapped = [pair for pair in parted if abs(pair.width - usual) <= SLACK * usual]
    near = sum(abs(pair.width - usual) <= NEAR for pair in wrapped)
    odd = len(parted) - len(wrapped) + sum(width > (1 + SLACK) * usual for width in widths)
    begins = sum(BEGINS_WITHIN.match(pair.following) is not None for pair in wrapped)
    # A line of verse ends at a pause.
    bare = sum(pair.line[-1].isalnum() for pair in wrapped)
    # Where hardly a line ends with a mark, lines from which characters were lost may be shorter.
    least = 2 if 5 * bare >= 4 * len(wrapped) else 3
    is_certain = (
        near * 4 >= len(wrapped) * least and odd <= begins + len(wrapped) // 8 and 2 * bare >= len(wrapped)
    )
    return wrapped if is_certain else []


def is_wider(line: str, columns: int) -> bool:
    """Whether the first word of a line is wider."""
    if not 0 < columns < LONGEST_WORD:
        return columns < LONGEST_WORD
    first = FIRST_WORD.match(line)
    return first is not None and len(encode(first[0])) > columns
