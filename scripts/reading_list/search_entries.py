"""What a search index is made of: of each page of a site what a result shows, and what of it can be found."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Final

from reading_list import fingerprint, kept
from reading_list.built_page import BuiltPage, find_pages, read_page
from reading_list.fold import fold

PINYIN: Final = 0xF0000
"""Pinyin stands in the index behind a page's text, its letters moved up into a private use area by this much,
so that no letter of a text is taken for it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that can be searched; `key` is the fingerprint of the HTML that it was read from.

    `about` is the page but for its text, of `length` characters, which stays as it is kept until it is asked
    for: of thousands of pages when one has changed, it is not. `pinyin` has lines with the title's.
    """

    key: str
    about: BuiltPage
    length: int
    pinyin: tuple[str, ...]
    kept_text: bytes

    @property
    def page(self) -> BuiltPage:
        """The page with its text."""
        return replace(self.about, text=json.loads(self.kept_text))

    @property
    def indexed(self) -> str:
        """All of the page that can be found, folded, its lines parted by line feeds: its title, its text, and
        the title's pinyin."""
        page = self.page
        return "\n".join((fold(page.title), fold(page.text), *self.pinyin))

    @property
    def indexed_length(self) -> int:
        """The characters of `indexed`; folding changes no length."""
        return len("\n".join((self.about.title, "", *self.pinyin))) + self.length


def read_entries(
    site: Path, cache: Path | None = None, changed: Collection[str] | None = None
) -> tuple[list[Entry], list[Entry]]:
    """The pages under `site` that can be searched, newest first, and what they were when this was last asked.

    What is read of them is kept in the file `cache`, so that a page is read again only when it has changed.
    If `changed` is given, no others have than those at these locations.
    """
    known = kept.load(cache) if cache else {}
    entries = {key: entry for key, row in known.items() if (entry := _entry(key, row))}
    before = list(entries.values())
    pinyin = {entry.about.title: entry.pinyin for entry in before}
    certain = {
        entry.about.location: entry.key for entry in before if entry.about.location not in (changed or ())
    }
    rows: dict[str, bytes] = {}
    for location, path in find_pages(site):
        if changed is not None and location in certain:
            rows[certain[location]] = known[certain[location]]
            continue
        html = path.read_bytes()
        key = fingerprint.of(location, html)
        rows[key] = known[key] if key in known else _read(location, html.decode(), pinyin)
        if key not in known and (entry := _entry(key, rows[key])):
            entries[key] = entry
    if cache and rows.keys() != known.keys():
        kept.store(cache, rows)
    return _newest_first(entries[key] for key in rows if key in entries), _newest_first(before)


def _newest_first(entries: Iterable[Entry]) -> list[Entry]:
    by_location = sorted(entries, key=lambda entry: entry.about.location)
    return sorted(by_location, key=lambda entry: entry.about.date, reverse=True)


def pinyin_of(title: str) -> tuple[str, ...]:
    """The pinyin of a title, whole and by initials."""
    from pypinyin import lazy_pinyin  # its dictionaries take a third of a second to load

    syllables = lazy_pinyin(title, errors="ignore")
    lines = ["".join(syllables), "".join(syllable[0] for syllable in syllables)]
    return tuple("".join(chr(PINYIN + ord(letter)) for letter in line) for line in lines)


def _read(location: str, html: str, pinyin: Mapping[str, tuple[str, ...]]) -> bytes:
    """What is kept of a page, as JSON: all of its entry but the text, and behind a tab the text; of one that
    cannot be searched only null."""
    page = read_page(location, html)
    if page is None:
        return b"null"
    lines = pinyin.get(page.title) or pinyin_of(page.title)
    row = [astuple(replace(page, text="")), len(page.text), lines]
    return b"%s\t%s" % (_json(row), _json(page.text))


def _entry(key: str, row: bytes) -> Entry | None:
    told, _, text = row.partition(b"\t")
    if not text:
        return None
    about, length, pinyin = json.loads(told)
    return Entry(key, BuiltPage(*about), length, tuple(pinyin), text)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
