"""Columns of a newspaper or a printed page: paragraphs set in by blanks, their other lines not.

How wide the column is does not matter, nor that its lines are not quite even: where the first line of each
paragraph is set in, one that is not goes on.
"""

from collections.abc import Sequence
from statistics import median

from reading_list.noise.late import late
from reading_list.noise.line_pairs import Pair

NARROWEST = 20
"""Columns; a Chinese character takes two."""
SLACK = 0.25
"""Of the usual width; lines that differ by more were not wrapped."""
ENOUGH = 3
"""Lines that end within a sentence, half of them not at a pause, and with a mark inside them."""
LONG = 8
"""One in so many lines may be longer than the column: a headline, a row of a table."""

BLANKS = " \t\u3000"
INDENTED = late(rf"(?: {{2}}|\t|\u3000)[{BLANKS}]*[^\s*•·●○■◆#>|-]")
PAUSES = "，,；;。！？!?…：:”’」』）)"
TURNS = late("[。！？；，、,?!;][^。！？；，、,?!;”’」』]*[\u4e00-\u9fff]")


def hanging(pairs: Sequence[Pair], widths: Sequence[int]) -> list[Pair]:
    """The pairs of paragraphs whose first lines alone are set in, if the text is surely set so."""
    opening = [pair.line[0] in BLANKS and INDENTED.match(pair.line) is not None for pair in pairs]
    if sum(opening) < 2:
        return []
    chained: list[Pair] = []
    last = -1
    for pair, opens in zip(pairs, opening, strict=True):
        if (opens or pair.between[0] - len(pair.line) == last) and not pair.following.isdigit():
            chained.append(pair)
            last = pair.between[1]
    within = [pair for pair in chained if pair.is_within]
    if len(within) < ENOUGH:
        return []
    usual = median(pair.width for pair in within)
    widest, narrowest = (1 + SLACK) * usual, (1 - SLACK) * usual
    near = [pair for pair in chained if narrowest <= pair.width <= widest]
    bare = sum(pair.line[-1] not in PAUSES for pair in within)
    turns = sum(TURNS.search(pair.line) is not None for pair in within)
    longer = sum(width > widest for width in widths)
    is_certain = (
        usual >= NARROWEST
        # A headline or a signature, which may be set in, has no mark inside it.
        and all(narrowest <= pair.width <= widest or not TURNS.search(pair.line) for pair in within)
        and 2 * bare >= len(within)
        and 2 * turns >= len(within)
        and LONG * longer <= len(widths)
    )
    return near if is_certain else []
