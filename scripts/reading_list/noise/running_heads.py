"""The running heads of a printed text: the title that stands on each page, above or below its number."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reading_list.model import Kind, Span
from reading_list.noise.late import late

KIND: Kind = "repetition"

LINE = late(
    r"(?m)^[ \t\u3000]*([^\s。！？；!?;|][^\n。！？；!?;|]{3,38}[^\s。！？；，：!?;,:|])[ \t\u3000\r]*$"
)
"""No sentence, and no label."""
REACH = 80
"""So near, with the blanks around it, is a line beside a number."""
HEAD = 3
"""Among so many first lines it is the title."""


def find_running_heads(text: str, numbers: Sequence[Span]) -> Iterator[Span]:
    """The lines that the text has again and again, one of them beside the number of a page or all of them its
    first line; but for the first, which is the title."""
    if not numbers:
        return
    lines = list(LINE.finditer(text))
    counts = Counter(line[1] for line in lines)
    beside = set(_beside(text, numbers))
    heads = {
        line[1] for line in lines if counts[line[1]] > 1 and (line[1] in beside or line[1] == lines[0][1])
    }
    seen = {line[1] for line in lines[:HEAD]}
    for n, line in enumerate(lines):
        if line[1] in heads and (n >= HEAD or line[1] not in seen):
            yield Span(*line.span(1), KIND, "running-head")


def _beside(text: str, numbers: Sequence[Span]) -> Iterator[str]:
    """The lines right above and right below the numbers of pages."""
    for number in numbers:
        yield text[max(0, number.start - REACH) : number.start].rstrip().rpartition("\n")[2].strip()
        yield text[number.end : number.end + REACH].lstrip().partition("\n")[0].strip()
