"""Find the spans of a text that are not its author's. One file a kind."""

from collections.abc import Callable, Iterable

from reading_list.collation import accept, combine
from reading_list.model import Kind, Span
from reading_list.noise import (
    furniture,
    glosses,
    lost,
    markup,
    masks,
    repetition,
    symbols,
    wraps,
)

Finder = Callable[[str], Iterable[Span]]
"""Takes a text, gives its spans of one kind in that text's offsets; where it is not sure it gives none."""

FINDERS: tuple[tuple[Kind, Finder], ...] = (
    # First: shifted text and mojibake hold symbols that are halves of characters, not planted ones.
    ("lost-character", lost.find),
    ("planted-symbol", symbols.find),
    ("markup-remains", markup.find),
    ("pinyin-gloss", glosses.find),
    ("masked-word", masks.find),
    ("furniture", furniture.find),
    ("repetition", repetition.find),
    ("hard-wrap", wraps.find),
)
"""In this order; each is shown the text as those before it would leave it, so a phrase that planted symbols
cut in pieces is whole when the furniture is looked for."""


def find_noise(text: str, off: frozenset[Kind] = frozenset()) -> tuple[Span, ...]:
    """All noise of `text` but for the kinds in `off`: sorted, disjoint, in range."""
    spans: tuple[Span, ...] = ()
    reading = accept(text, spans)
    found: tuple[Span, ...] = ()
    for kind, find in FINDERS:
        if found:
            spans = combine(spans, found, reading)
            reading = accept(text, spans)
        found = () if kind in off else tuple(find(reading.text))
    return combine(spans, found, reading)
