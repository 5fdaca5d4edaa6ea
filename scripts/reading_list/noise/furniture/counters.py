"""How many remarks readers made about a paragraph: a bare number behind its end, 99+, 42, 17.

The numbers of notes look so, too, and count upwards.
"""

from collections.abc import Iterator
from itertools import pairwise

from reading_list.model import Span
from reading_list.noise.late import late

END = late(r"\n(?<=[0-9+]\n)")
"""The end of a line with a number: the line's end is looked for faster than a number."""
COUNTER = late(r"(?<=[。!?…”」』])[1-9][0-9]{0,2}\+?\Z")
LONGEST = 5
ENOUGH = 3
"""So many of them are no chance."""
LARGE = 20
"""One of them at least has so many, and hardly ever are there both one and two, as notes begin."""


def find_counters(folded: str) -> Iterator[Span]:
    """The counters of a folded text, if it has several that do not count upwards.

    >>> [span.start for span in find_counters("天黑了。99+\\n他回来了。42\\n“谁?”17\\n")]
    [4, 13, 20]
    """
    ends = [*(match.start() for match in END.finditer(folded)), len(folded)]
    found = [match for end in ends if (match := COUNTER.search(folded, max(0, end - LONGEST), end))]
    if len(found) < ENOUGH:
        return
    numbers = [int(match[0].rstrip("+")) for match in found]
    is_unsorted = any(a > b for a, b in pairwise(numbers)) and not {1, 2} <= set(numbers)
    if is_unsorted and max(numbers) >= LARGE:
        for match in found:
            yield Span(*match.span(), "furniture", "counter")
