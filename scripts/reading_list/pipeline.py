"""How bytes become a page; `restoration.py` makes the bytes of it again. Nothing here touches the disk."""

from reading_list import critic, page
from reading_list.classify import classify
from reading_list.collation import accept
from reading_list.decode import decode
from reading_list.line_ends import unify
from reading_list.manifest import Entry, entry_of
from reading_list.metadata import extract
from reading_list.model import Document, Page, Source
from reading_list.noise import find_noise
from reading_list.overrides import Override
from reading_list.restoration import restore
from reading_list.slug import slugify
from reading_list.sources import collection_of, printable


class NotRestorable(ValueError):
    """A page would not give its source back. Never seen, and looked for at every import."""


def import_source(source: Source, override: Override, recipe: str) -> tuple[str, Entry]:
    """The text of a source's page, and the manifest entry that restores it.

    Raises NotText when the bytes are no text.
    """
    document = understand(source, override)
    text = page.write(render(document))
    entry = entry_of(document, text, recipe)
    if restore(text, entry) != source.raw:
        raise NotRestorable("its page would not restore it; please report the text")
    return text, entry


def understand(source: Source, override: Override) -> Document:
    """Decode a source, find its noise, its type and what it tells of itself."""
    decoded = decode(source.raw)
    text, ends = unify(decoded.text)
    spans = critic.cut_at_lines(text, find_noise(text, override.keep))
    legible = accept(text, (span for span in spans if span.kind != "furniture")).text
    # What furniture tells is read, too, and symbols were planted in it as elsewhere.
    planted = "".join(text[span.start : span.end] for span in spans if span.kind == "planted-symbol")
    legible = legible.translate(dict.fromkeys(map(ord, planted)))
    clean = accept(text, spans).text
    classification = override.classification or classify(clean)
    metadata = override.apply(extract(legible, clean, printable(source.path)))
    return Document(source, decoded, text, ends, spans, classification, metadata)


def render(document: Document) -> Page:
    """The page of a document: short front matter, and the source text with its collation."""
    path = document.source.path
    front_matter = {
        "title": document.metadata.title,
        "type": document.classification.type,
        "date": document.metadata.date,
        "publisher": document.metadata.publisher,
        "author": document.metadata.author,
        "collection": collection_of(path),
        "source": printable(path),
    }
    text = document.text.rstrip("\n")
    spans = [span for span in document.spans if span.end <= len(text)]
    told = {key: value for key, value in front_matter.items() if value}
    return Page(f"texts/{slugify(path)}.md", told, critic.write(text, spans))
