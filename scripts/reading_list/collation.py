"""Spans over a text: its clean reading, and the way back from there to the source's offsets."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from reading_list.model import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with spans accepted, which still knows where each of its characters came from.

    `starts[i]` is the offset in `text` at which piece i begins, `sources[i]` the half-open range of the
    source it stands for. A piece that is `kept` is its range, character for character; any other was
    proposed instead of it.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[tuple[int, int], ...]
    kept: tuple[bool, ...]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The source range of `text[start:end]` (not empty); part of a replacement stands for all of it.

        >>> accept("区委sj说", [Span(2, 4, "masked-word", "mask", "书记")]).locate(1, 3)
        (1, 4)
        """
        return self._range(start)[0], self._range(end - 1)[1]

    def cuts(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` begins or ends inside a replacement."""
        return self._is_inside(start) or self._is_inside(end)

    def _range(self, offset: int) -> tuple[int, int]:
        piece = bisect_right(self.starts, offset) - 1
        first, last = self.sources[piece]
        if not self.kept[piece]:
            return first, last
        place = first + offset - self.starts[piece]
        return place, place + 1

    def _is_inside(self, offset: int) -> bool:
        piece = bisect_right(self.starts, offset) - 1
        return offset < len(self.text) and not self.kept[piece] and self.starts[piece] < offset


def accept(text: str, spans: Iterable[Span]) -> Reading:
    """Accept the proposals of sorted, disjoint `spans`.

    >>> accept("蠡🈣泽新区", [Span(1, 2, "planted-symbol", "symbol")]).text
    '蠡泽新区'
    """
    pieces: list[str] = []
    sources: list[tuple[int, int]] = []
    kept: list[bool] = []
    place = 0
    for start, end, _, _, replacement in spans:
        if place < start:
            pieces.append(text[place:start])
            sources.append((place, start))
            kept.append(True)
        # A place that is only marked keeps its text.
        if piece := text[start:end] if replacement is None else replacement:
            pieces.append(piece)
            sources.append((start, end))
            kept.append(replacement is None)
        place = end
    if place < len(text):
        pieces.append(text[place:])
        sources.append((place, len(text)))
        kept.append(True)
    starts = tuple(accumulate(map(len, pieces[:-1]), initial=0)) if pieces else ()
    return Reading("".join(pieces), starts, tuple(sources), tuple(kept))


def outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted and disjoint: of spans that overlap, the one that begins first, and of those the longest.
    Empty spans are left out."""
    spans = tuple(spans)
    place = 0
    for start, end, _, _, _ in spans:
        if not place <= start < end:
            break
        place = end
    else:
        return spans  # as most are found
    outer: list[Span] = []
    place = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if place <= span.start < span.end:
            outer.append(span)
            place = span.end
    return tuple(outer)


def combine(spans: tuple[Span, ...], found: Iterable[Span], reading: Reading) -> tuple[Span, ...]:
    """Add what was `found` in a reading of the text under `spans`, brought back to source offsets.

    A new span swallows the spans inside it; one that would cut another in two is dropped. One that only
    marks its place must not bring back what a span inside it took away: it ends before that.
    Returns sorted, disjoint spans.
    """
    if not spans:
        return outermost(found)
    combined: list[Span] = []
    ends = [span.end for span in spans]
    piece = first = place = 0
    for start, end, kind, rule, replacement in outermost(found):
        piece = bisect_right(reading.starts, start, piece) - 1
        shift = reading.sources[piece][0] - reading.starts[piece]
        if reading.kept[piece] and end + shift <= reading.sources[piece][1]:
            # All within one piece that is kept: the usual case, and quick.
            start, end = start + shift, end + shift
        elif reading.cuts(start, end):
            continue
        else:
            start, end = reading.locate(start, end)
        first = bisect_right(ends, start, first)
        last = first
        while last < len(spans) and spans[last].start < end:
            last += 1
        if first < last and replacement is None:
            end, last = spans[first].start, first
        if start < end and (first == last or (start <= spans[first].start and spans[last - 1].end <= end)):
            if place < first:
                combined += spans[place:first]
            combined.append(Span(start, end, kind, rule, replacement))
            place = last
    return (*combined, *spans[place:])
