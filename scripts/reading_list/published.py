"""What a built site has once: a feed, a sitemap, the catalogue that lists are filtered by."""

import html
import json
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote, urljoin

from reading_list.built_page import find_pages
from reading_list.catalogue import Record
from reading_list.classify import type_labels
from reading_list.list_pages import details

_ADDRESS = re.compile('<link rel="canonical" href="([^"]*)">')
_NAME = re.compile('<meta property="og:site_name" content="([^"]*)">')


def publish(records: Sequence[Record], site: Path) -> None:
    """Write them under `site`: the feed only if the front page tells the site's address, since the links of a
    feed or a sitemap cannot be relative."""
    update(site / "catalogue.json", catalogue(records).encode())
    index = site / "index.html"
    front = index.read_text(encoding="utf-8") if index.exists() else ""
    address, name = _ADDRESS.search(front), _NAME.search(front)
    if address and name:
        from reading_list import feed  # needs a parser of XML, of which a site without an address has no use

        update(site / feed.NAME, feed.feed(records, html.unescape(address[1]), html.unescape(name[1])))
    update(site / "sitemap.xml", sitemap(site, html.unescape(address[1]) if address else "").encode())
    (site / "sitemap.xml.gz").unlink(missing_ok=True)  # the builder's own, of pages that it built just now


def sitemap(site: Path, address: str) -> str:
    """The addresses of all pages, without the days of changes, which nobody knows. None if the site's is
    unknown; the theme's instant navigation asks for the file all the same."""
    places = [location for location, _ in find_pages(site)] if address else []
    rows = [f"  <url><loc>{html.escape(urljoin(address, quote(place)))}</loc></url>\n" for place in places]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' + "".join(rows) + "</urlset>\n"
    )


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
