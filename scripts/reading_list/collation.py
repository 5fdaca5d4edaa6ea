"""Spans over a text: its clean reading, and the way back from there to the source's offsets."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reading_list.model import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with spans accepted, which still knows where each of its characters came from.

    `starts[i]` is the offset in `text` at which piece i begins, `sources[i]` the half-open range of the
    source it stands for. A kept piece is as long as its range, a proposed replacement need not be.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[tuple[int, int], ...]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The source range of `text[start:end]` (not empty); part of a replacement stands for all of it."""
        return self._range(start)[0], self._range(end - 1)[1]

    def _range(self, offset: int) -> tuple[int, int]:
        piece = bisect_right(self.starts, offset) - 1
        first, last = self.sources[piece]
        piece_end = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        if piece_end - self.starts[piece] != last - first:
            return first, last
        place = first + offset - self.starts[piece]
        return place, place + 1


def accept(text: str, spans: Iterable[Span]) -> Reading:
    """Accept the proposals of sorted, disjoint `spans`.

    >>> accept("蠡🈣泽新区", [Span(1, 2, "planted-symbol", "symbol")]).text
    '蠡泽新区'
    """
    pieces: list[str] = []
    starts: list[int] = []
    sources: list[tuple[int, int]] = []
    length = place = 0

    def add(piece: str, start: int, end: int) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            starts.append(length)
            sources.append((start, end))
            length += len(piece)

    for span in spans:
        add(text[place : span.start], place, span.start)
        # A place that is only marked keeps its text.
        kept = text[span.start : span.end] if span.replacement is None else span.replacement
        add(kept, span.start, span.end)
        place = span.end
    add(text[place:], place, len(text))
    return Reading("".join(pieces), tuple(starts), tuple(sources))


def outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted and disjoint: of spans that overlap, the one that begins first, and of those the longest."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def combine(spans: tuple[Span, ...], found: Iterable[Span], reading: Reading) -> tuple[Span, ...]:
    """Add what was `found` in a reading of the text under `spans`, brought back to source offsets.

    A new span swallows the spans inside it; one that would cut another in two is dropped.
    Returns sorted, disjoint spans.
    """
    swallowed: set[Span] = set()
    added: list[Span] = []
    old = list(spans)
    ends = [span.end for span in old]
    last_end = 0
    for new in sorted(found, key=lambda span: (span.start, -span.end)):
        start, end = reading.locate(new.start, new.end)
        if start < last_end:
            continue
        first = bisect_right(ends, start)
        inside: list[Span] = []
        while first < len(old) and old[first].start < end:
            inside.append(old[first])
            first += 1
        if inside and (inside[0].start < start or inside[-1].end > end):
            continue
        swallowed.update(inside)
        added.append(replace(new, start=start, end=end))
        last_end = end
    kept = [span for span in old if span not in swallowed]
    return tuple(sorted([*kept, *added], key=lambda span: span.start))
