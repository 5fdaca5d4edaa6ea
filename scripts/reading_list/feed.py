"""An Atom feed (RFC 4287) of the newest texts."""

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import quote, urljoin
from xml.etree import ElementTree

from reading_list.catalogue import Record, newest_first

NAME = "feed.xml"
LENGTH = 30
"""Texts in the feed."""
_NAMESPACE = "http://www.w3.org/2005/Atom"
# XML 1.0 has no way to write these.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(records: Sequence[Record], address: str, title: str) -> bytes:
    """The feed of the site at `address`, which ends with `/`.

    Only what the texts tell goes in, so a second build gives the same bytes. A text without a date has no
    place among the newest.
    """
    newest = newest_first(record for record in records if _moment(record.date))[:LENGTH]
    root = ElementTree.Element("feed", xmlns=_NAMESPACE)
    _add(root, "id", address)
    _add(root, "title", title)
    _add(root, "updated", _moment(newest[0].date if newest else "1970"))
    _add(_add(root, "author"), "name", title)
    _add(root, "link", rel="self", type="application/atom+xml", href=urljoin(address, NAME))
    _add(root, "link", rel="alternate", type="text/html", href=address)
    for record in newest:
        page = urljoin(address, f"texts/{quote(record.slug)}/")
        entry = _add(root, "entry")
        _add(entry, "id", page)
        _add(entry, "title", record.title)
        _add(entry, "link", rel="alternate", type="text/html", href=page)
        _add(entry, "updated", _moment(record.date))
        if author := record.author or record.publisher:
            _add(_add(entry, "author"), "name", author)
        _add(entry, "category", term=record.type)
        _add(entry, "summary", record.description)
    ElementTree.indent(root)
    xml: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _add(
    parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = _NOT_XML.sub("", text) if text else None
    return element


def _moment(day: str) -> str:
    """The first moment, in China, of an ISO 8601 day, month or year; empty if it is none of them.

    >>> _moment("2022-03"), _moment("去年")
    ('2022-03-01T00:00:00+08:00', '')
    """
    first = day + {4: "-01-01", 7: "-01"}.get(len(day), "")
    try:
        return f"{date.fromisoformat(first)}T00:00:00+08:00"
    except ValueError:
        return ""
