"""What stands beside a repaired piece of a damaged stretch, and has lost the bytes to be repaired with."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reading_list.model import Span
from reading_list.noise.characters import is_common
from reading_list.noise.late import late

RULES = frozenset({"mojibake", "torn-mojibake", "double-byte"})
"""The spans that tell that a whole stretch was read with a wrong encoding."""

BROKEN = RULES | {"replacement-character"}
"""In such a text these are pieces of the same stretch."""

WIDEST = 12
"""So many characters may be torn between a piece and the next punctuation; between two pieces, more."""
BETWEEN = 40
BETWEEN_LOST = 2
"""Between two pieces so few characters, whatever they look like, are what is left of others."""

RUN = late(f"[^ \t\r\n\N{IDEOGRAPHIC SPACE}，。、；：！？“”]{{1,{WIDEST + 1}}}")


def fill(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """`spans`, sorted and disjoint, and the gaps beside them that are as damaged as they are."""
    if not any(span.rule in RULES for span in spans):
        return spans
    ends, starts = {span.end for span in spans}, {span.start for span in spans}
    torn = {
        (start, end)
        for start, end in _gaps(text, spans)
        if start < end
        and (
            _is_torn(text[start:end])
            or (
                start in ends
                and end in starts
                and end - start <= BETWEEN_LOST
                and not is_common(text[start:end])
            )
        )
    }
    marks = [Span(start, end, "lost-character", "torn-mojibake", None) for start, end in torn]
    return tuple(sorted([*spans, *marks], key=lambda span: span.start))


def _gaps(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Before, between and behind the pieces, up to the nearest blank or punctuation or piece."""
    for before, span in pairwise([None, *spans, None]):
        start = before.end if before else 0
        end = span.start if span else len(text)
        pieces = before is not None and span is not None and {before.rule, span.rule} <= BROKEN
        if pieces and end - start <= BETWEEN and "\n" not in text[start:end]:
            yield start, end
            continue
        if span and span.rule in RULES:
            edge = text[max(start, end - WIDEST - 1) : end]
            if (run := RUN.match(edge[::-1])) and len(run[0]) <= WIDEST:
                yield end - len(run[0]), end
        if before and before.rule in RULES and (run := RUN.match(text, start, end)) and len(run[0]) <= WIDEST:
            yield run.span()


def _is_torn(text: str) -> bool:
    """Whether most characters are none that prose is made of."""
    odd = sum(not is_common(char) and not (char.isascii() and char.isalnum()) for char in text)
    return 2 * odd >= len(text)
