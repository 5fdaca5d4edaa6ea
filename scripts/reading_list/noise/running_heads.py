"""The running heads of a printed text: the title that stands on each page, above, below or beside its
number."""

import re
import string
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reading_list.model import Kind, Span
from reading_list.noise.late import late

KIND: Kind = "repetition"

LINE = late(
    r"(?m)^[ \t\u3000]*([^\s。！？；!?;|][^\n。！？；!?;|]{3,78}[^\s。！？；，：!?;,:|])[ \t\u3000\r]*$"
)
"""No sentence, and no label."""
REACH = 80
"""So near, with the blanks around it, is a line beside a number."""
HEAD = 3
"""Among so many first lines it is the title."""

GAP = late(r"\S[ \u3000]{4,}\S")
"""A title is not set at both ends of the line."""

NUMBERED = late(
    r"(?m)^[ \t\u3000]*(?:(?P<left>\d{1,4})[ \u3000]+(?P<behind>[\u4e00-\u9fff《][^\n，。！？；!?;|]{1,38}?)"
    r"|(?P<before>[\u4e00-\u9fff《][^\n，。！？；!?;|]{1,38}?)[ \u3000]+(?P<right>\d{1,4}))"
    r"(?P<issue>[ \t\r]*\n[ \t\u3000]*(?:\d{4}[.．]\d{1,2}|第[ \u3000]?\d{1,4}[ \u3000]?期))?[ \t\u3000\r]*$"
)
COLOPHON = late(r"\S+(?=[^\n。]{0,40}(?:\d{4}|期))[ \u3000][^\n。，]{1,60}$", re.MULTILINE)
"""The first line of such a page, which has its issue."""
PAGE = 100
"""Characters that a page has at least."""
FOLLOWING = range(1, 4)
"""By so much the number of the next page that has the title is higher."""


def find_numbered_heads(text: str) -> Iterator[Span]:
    """The lines of a title and a number, 人文 12 and 13 人文, on pages that follow each other."""
    if sum(text.count(f"{digit}\n") + text.count(f"\n{digit}") for digit in string.digits) < 2:
        return
    pages: defaultdict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for line in NUMBERED.finditer(text):
        pages[line["behind"] or line["before"]].append((int(line["left"] or line["right"]), line))
    for title, found in pages.items():
        if len(found) > 1 and all(
            after - number in FOLLOWING
            and next_line.start() - line.end() >= PAGE
            and "。" in text[line.end() : next_line.start()]
            for (number, line), (after, next_line) in pairwise(found)
        ):
            yield from (Span(*line.span(), KIND, "running-head") for _, line in found)
            name = re.split("[ \u3000]", title)[0]
            start = len(text) - len(text.lstrip())
            first = COLOPHON.match(text, start) if text.startswith(name, start) else None
            if first and first[0] != title:
                yield Span(*first.span(), KIND, "running-head")


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
    seen = {line[1] for line in lines[:HEAD] if not GAP.search(line[1])}
    for n, line in enumerate(lines):
        if line[1] in heads and (n >= HEAD or line[1] not in seen):
            yield Span(*line.span(1), KIND, "running-head")


def _beside(text: str, numbers: Sequence[Span]) -> Iterator[str]:
    """The lines right above and right below the numbers of pages."""
    for number in numbers:
        yield text[max(0, number.start - REACH) : number.start].rstrip().rpartition("\n")[2].strip()
        yield text[number.end : number.end + REACH].lstrip().partition("\n")[0].strip()
