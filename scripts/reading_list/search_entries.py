"""What a search index is made of: of each page of a site what a result shows, and what of it can be found."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
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
    """A page that can be searched; `key` is the fingerprint of the HTML that it was read from, `kept` what is
    kept of it between runs.

    `about` is the page but for its text, of `length` characters. That is decoded when it is asked for, for of
    thousands of pages when one has changed it is not. `pinyin` has lines with the title's.
    """

    key: str
    kept: bytes
    about: BuiltPage
    length: int
    pinyin: tuple[str, ...]

    @property
    def page(self) -> BuiltPage:
        """The page with its text."""
        return replace(self.about, text=json.loads(self.kept.partition(b"\t")[2]))

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


def recall_entries(cache: Path) -> list[Entry]:
    """The pages that were kept in the file `cache`, newest first."""
    return _newest_first([_entry(key, row) for key, row in kept.load(cache).items()])


def keep_entries(cache: Path, entries: Sequence[Entry]) -> None:
    """Keep what was read of pages, so that a page is read again only when it has changed."""
    kept.store(cache, {entry.key: entry.kept for entry in entries})


def read_entries(
    site: Path, before: Sequence[Entry] = (), changed: Collection[str] | None = None
) -> list[Entry]:
    """The pages under `site` that can be searched, newest first; `before` is what they were.

    If `changed` is given, no others have come, gone or changed since than those at these locations.
    """
    known = {entry.key: entry for entry in before}
    pinyin = {entry.about.title: entry.pinyin for entry in before}
    if changed is None:
        entries, pages = [], find_pages(site)
    else:
        entries = [entry for entry in before if entry.about.location not in changed]
        files = ((location, site / location / "index.html") for location in changed)
        pages = ((location, file) for location, file in files if file.exists())
    for location, file in pages:
        html = file.read_bytes()
        key = fingerprint.of(location, html)
        if entry := known.get(key) or _read(key, location, html.decode(), pinyin):
            entries.append(entry)
    return _newest_first(entries)


def _newest_first(entries: Iterable[Entry]) -> list[Entry]:
    by_location = sorted(entries, key=lambda entry: entry.about.location)
    return sorted(by_location, key=lambda entry: entry.about.date, reverse=True)


def pinyin_of(title: str) -> tuple[str, ...]:
    """The pinyin of a title, whole and by initials."""
    from pypinyin import lazy_pinyin  # its dictionaries take a third of a second to load

    syllables = lazy_pinyin(title, errors="ignore")
    lines = ["".join(syllables), "".join(syllable[0] for syllable in syllables)]
    return tuple("".join(chr(PINYIN + ord(letter)) for letter in line) for line in lines)


def _read(key: str, location: str, html: str, pinyin: Mapping[str, tuple[str, ...]]) -> Entry | None:
    page = read_page(location, html)
    if page is None:
        return None
    lines = pinyin.get(page.title) or pinyin_of(page.title)
    row = [astuple(replace(page, text="")), len(page.text), lines]
    return _entry(key, b"%s\t%s" % (_json(row), _json(page.text)))


def _entry(key: str, row: bytes) -> Entry:
    """The entry of what is kept of it: as JSON all but the text, and behind a tab the text."""
    about, length, pinyin = json.loads(row.partition(b"\t")[0])
    return Entry(key, row, BuiltPage(*about), length, tuple(pinyin))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
