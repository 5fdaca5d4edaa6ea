"""What a search index is made of: of each page of a site what a result shows, and what of it can be found."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Final

from reading_list import fingerprint, kept
from reading_list.built_page import BuiltPage, find_pages, read_page
from reading_list.fold import fold

PINYIN: Final = 0xF0000
"""Pinyin stands in the index behind a page's text, its letters moved up into a private use area by this much,
so that no letter of a text is taken for it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page, all of it that can be found, folded, its lines parted by line feeds, and the fingerprint of the
    HTML that both were read from."""

    key: str
    page: BuiltPage
    indexed: str


def read_entries(
    site: Path, cache: Path | None = None, changed: Collection[str] | None = None
) -> tuple[list[Entry], list[Entry]]:
    """The pages under `site` that can be searched, newest first, and what they were when this was last asked.

    What is read of them is kept in the file `cache`, so that a page is read again only when it has changed.
    If `changed` is given, no others have than those at these locations.
    """
    known = kept.load(cache) if cache else {}
    pinyin = {row[0][1]: row[1].rsplit("\n", 2)[1:] for row in known.values() if row}
    certain = {row[0][0]: key for key, row in known.items() if row and row[0][0] not in (changed or ())}
    rows: dict[str, Any] = {}
    for location, path in find_pages(site):
        if changed is not None and location in certain:
            rows[certain[location]] = known[certain[location]]
            continue
        html = path.read_bytes()
        key = fingerprint.of(location, html)
        rows[key] = known[key] if key in known else _read(location, html.decode(), pinyin)
    if cache and rows.keys() != known.keys():
        kept.store(cache, rows)
    return _newest_first(rows), _newest_first(known)


def _newest_first(rows: Mapping[str, Any]) -> list[Entry]:
    entries = [Entry(key, BuiltPage(*row[0]), row[1]) for key, row in rows.items() if row]
    entries.sort(key=lambda entry: entry.page.location)
    return sorted(entries, key=lambda entry: entry.page.date, reverse=True)


def indexed_text(page: BuiltPage, pinyin: Sequence[str]) -> str:
    """What of a page can be found: its title, its text, and lines with the title's pinyin."""
    return "\n".join((fold(page.title), fold(page.text), *pinyin))


def pinyin_of(title: str) -> list[str]:
    """The pinyin of a title, whole and by initials."""
    from pypinyin import lazy_pinyin  # its dictionaries take a third of a second to load

    syllables = lazy_pinyin(title, errors="ignore")
    lines = ["".join(syllables), "".join(syllable[0] for syllable in syllables)]
    return ["".join(chr(PINYIN + ord(letter)) for letter in line) for line in lines]


def _read(location: str, html: str, pinyin: Mapping[str, Sequence[str]]) -> list[Any] | None:
    page = read_page(location, html)
    if page is None:
        return None
    return [astuple(page), indexed_text(page, pinyin.get(page.title) or pinyin_of(page.title))]
