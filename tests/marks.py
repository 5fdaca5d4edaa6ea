"""Cases mark noise in place, so nobody counts offsets.

他走了。⟦点击下一页⟧          a span that is proposed for deletion
区委⟦sj→书记⟧                 a span and its replacement
交流⟦?→⟧,现场                 a place that is only marked (nothing proposed)
"""

import re

from reading_list.model import Span

MARK = re.compile("⟦([^⟦⟧→]*)(→[^⟦⟧]*)?⟧")


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int, str | None], ...]]:
    """The text without its marks, and (start, end, replacement) of each marked span."""
    pieces: list[str] = []
    spans: list[tuple[int, int, str | None]] = []
    length = place = 0
    for match in MARK.finditer(marked):
        before = marked[place : match.start()]
        noise, arrow = match.groups()
        start = length + len(before)
        replacement = "" if arrow is None else (arrow[1:] or None)
        spans.append((start, start + len(noise), replacement))
        pieces += [before, noise]
        length = start + len(noise)
        place = match.end()
    return "".join([*pieces, marked[place:]]), tuple(spans)


def mark(text: str, spans: tuple[Span, ...]) -> str:
    """The other way: what a failing case shows."""
    pieces: list[str] = []
    place = 0
    for span in spans:
        noise = text[span.start : span.end]
        arrow = "" if span.replacement == "" else f"→{span.replacement or ''}"
        pieces += [text[place : span.start], f"⟦{noise}{arrow}⟧"]
        place = span.end
    return "".join([*pieces, text[place:]])
