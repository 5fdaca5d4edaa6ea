"""Texts and spans that try everything Markdown, CriticMarkup, YAML and HTML give a meaning to."""

from hypothesis import strategies as st

from reading_list.marks import LABELS
from reading_list.model import Kind, Span

ACTIVE = [
    *"\\`*_[]{}()<>&#+-.!|~=:;'\"/^%$@,?0129 \t\n",
    *[
        "{--",
        "--}",
        "{++",
        "++}",
        "{~~",
        "~>",
        "~~}",
        "{==",
        "==}",
        "{>>",
        "<<}",
        "\n\n",
        "    ",
        "---",
        "1. ",
    ],
    *[
        "{>>furniture<<}",
        "<!-- source text -->",
        "<script>",
        "</p>",
        "&lt;",
        "&#38;",
        "{{ x }}",
        "{% x %}",
        "[TOC]",
    ],
    *[
        "\x00",
        "\x01",
        "\x02",
        "\x03",
        "\x04",
        "\x0b",
        "\x0c",
        "\x1b",
        "\x7f",
        "\x85",
        "\u2028",
        "\u3000",
        "\u200b",
    ],
    *[
        "wzxhzdk:0",
        "klzzwxh:0000",
        "czjqqkd:0",
        "\x02klzzwxh:0\x03",
        "网",
        "網",
        "(wǎng)",
        "🈣",
        "\ufeff",
        "\ufffd",
    ],
]
"""Pieces to build texts of."""

texts = st.lists(
    st.sampled_from(ACTIVE) | st.characters(exclude_categories=["Cs"], exclude_characters="\r")
).map("".join)
"""Any text, its line ends made `\\n`; active characters far more often than elsewhere."""

kinds: st.SearchStrategy[Kind] = st.sampled_from(list(LABELS))


@st.composite
def collated(draw: st.DrawFn) -> tuple[str, tuple[Span, ...]]:
    """A text, and sorted, disjoint spans of it."""
    text = draw(texts)
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    spans = []
    for start, end in zip(places[::2], places[1::2], strict=False):
        replacement = draw(st.none() | st.just("") | texts.map(lambda text: text.replace("\n", "")))
        spans.append(Span(start, end, draw(kinds), "test", replacement))
    return text, tuple(spans)
