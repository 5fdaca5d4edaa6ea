"""What lists and builds know of the texts. It is kept between runs, so that a page is read once."""

import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

from reading_list import fingerprint, kept, page
from reading_list.catalogue import Record, record_of
from reading_list.manifest import sha256
from reading_list.report import report_row

KEPT = "texts.jsonl"
"""Beside the docs, in .cache/."""


@dataclass(frozen=True, slots=True)
class Item:
    """A text: what lists show of it and its row in the report on collation, if any; the fingerprint of its
    page, and of what stands there above the source text."""

    record: Record
    report: str
    page: str
    head: str


Listed = Mapping[Path, Mapping[str, Item]]
"""By a folder of docs, as `Path.resolve` names it, the texts that its lists were just written of."""


def take(docs: Path, checksums: Mapping[str, str] | None = None) -> Mapping[str, Item]:
    """The texts in `docs`, by slug, in the order of their names.

    `checksums` may have the SHA-256 of pages that were just read, by slug; of these only new ones are read.
    Raises ValueError, naming the page, when it is not UTF-8 or its front matter cannot be read.
    """
    cache = docs.parent / ".cache" / KEPT
    known = kept.load(cache)
    rows: dict[str, bytes] = {}
    for path in sorted((docs / "texts").glob("*.md"), key=str):
        key = _key(path, (checksums or {}).get(path.stem, ""))
        if key not in known:
            raw = path.read_bytes()
            key = _key(path, sha256(raw))
        rows[key] = known[key] if key in known else _read(path, raw)
    if rows.keys() != known.keys():
        kept.store(cache, rows)
    read = ((key, json.loads(row)) for key, row in rows.items())
    items = (Item(Record(*row[0]), row[1], key, row[2]) for key, row in read if row)
    return {item.record.slug: item for item in items}


def _key(path: Path, checksum: str) -> str:
    return fingerprint.of(path.name, checksum)


def _read(path: Path, raw: bytes) -> bytes:
    """What is kept of a page: as JSON the parts of its item, or null if it holds no text."""
    text = page.decode(str(path), raw)
    if page.MARKER not in text:
        return b"null"
    read = page.read(str(path), text)
    head, _, _ = page.split_at_marker(text)
    row = [astuple(record_of(read)), "".join(report_row(read)), fingerprint.of(head)]
    return json.dumps(row, ensure_ascii=False).encode()
