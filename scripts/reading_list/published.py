"""What a built site has once: a feed, the catalogue that its lists are filtered by, its modules."""

import html
import json
import re
from collections.abc import Sequence
from pathlib import Path

from reading_list import feed
from reading_list.catalogue import Record
from reading_list.lists import details, type_labels
from reading_list.modules import bare

_ADDRESS = re.compile('<link rel="canonical" href="([^"]*)">')
_NAME = re.compile('<meta property="og:site_name" content="([^"]*)">')


def publish(records: Sequence[Record], site: Path) -> None:
    """Write them under `site`: the feed only if the front page tells the site's address, since a feed's links
    cannot be relative."""
    update(site / "catalogue.json", catalogue(records).encode())
    index = site / "index.html"
    front = index.read_text(encoding="utf-8") if index.exists() else ""
    address, name = _ADDRESS.search(front), _NAME.search(front)
    if address and name:
        update(site / feed.NAME, feed.feed(records, html.unescape(address[1]), html.unescape(name[1])))
    for module in (site / "assets").rglob("*.mjs"):
        update(module, bare(module.read_text(encoding="utf-8")).encode())


def catalogue(records: Sequence[Record]) -> str:
    """What the lists are filtered by (docs/assets/reader/filter.mjs), as JSON: the texts in the order of
    `records`, and what the site calls the types."""
    texts = [
        {
            "slug": record.slug,
            "title": record.title,
            "type": record.type,
            "date": record.date,
            "collection": record.collection,
            "language": record.language,
            "details": details(record),
        }
        for record in records
    ]
    return json.dumps({"types": type_labels(), "texts": texts}, ensure_ascii=False, separators=(",", ":"))


def update(path: Path, raw: bytes) -> None:
    """Write a file, unless it is so already."""
    if not path.exists() or path.read_bytes() != raw:
        path.write_bytes(raw)
