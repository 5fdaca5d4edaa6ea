"""Why a text became the page it is, for a person to read."""

from collections.abc import Iterator

from reading_list.model import Document, Span
from reading_list.sources import printable

CONTEXT = 8
"""Characters shown on either side of a span."""


def explain(document: Document) -> str:
    """The evidence for a document's type, what it tells of itself, and each span of its noise."""
    return "\n".join(_lines(document))


def _lines(document: Document) -> Iterator[str]:
    classification, metadata = document.classification, document.metadata
    yield f"{printable(document.source.path)}: {document.decoded.encoding}, {classification.type}"
    for evidence in classification.evidence:
        yield f"  {evidence.type} {evidence.weight:+.2f}: {evidence.term} ×{evidence.count}"
    for name in ("title", "date", "publisher", "author"):
        yield f"  {name}: {getattr(metadata, name) or '–'}"
    for span in document.spans:
        yield f"  {_describe(document.text, span)}"


def _describe(text: str, span: Span) -> str:
    line = text.count("\n", 0, span.start) + 1
    column = span.start - text.rfind("\n", 0, span.start)
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    noise = text[span.start : span.end]
    proposal = "marked" if span.replacement is None else f"→ {span.replacement!r}"
    return f"{line}:{column} {span.kind}/{span.rule}: {before!r} [{noise!r} {proposal}] {after!r}"
