"""The search index of a built site: small files under SITE/search/ that the worker fetches as it needs them.

    index.json          the name of the folder that holds the others, changed whenever a page does
    HASH/folding.bin    the table of `reading_list.fold`
    HASH/catalogue.bin  where each chunk begins, and of each page its slot, title's length, type, collection
    HASH/chunk-N.bin    places of characters and pairs of characters, see `reading_list.postings`
    HASH/page-N-B.bin   a page's address, title, type, date, collection and a block of its text, for a result
    HASH/places.bin     the addresses of all pages, for queries that find very many

    search_index.json|js  the theme's own index, which it asks for when a page opens, without any page

What is in HASH/ is compressed with gzip, for servers that compress nothing, and may be kept by caches for
ever. Pages are numbered by date, newest first, so that a number says which of two equal results is first.
"""

import argparse
import gzip
import json
import os
import shutil
import sys
import zlib
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, fields
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from numpy.lib.format import read_array, write_array

from reading_list import fingerprint
from reading_list.classify import type_labels
from reading_list.fold import browser_table
from reading_list.postings import Postings, are_same, collect, cut, names_of, pack, slot_of
from reading_list.revision import Change, revise
from reading_list.search_entries import Entry, keep_entries, read_entries, recall_entries

BLOCK: Final = 4096
"""Characters of a text that are fetched together to show a hit; a whole novel may be one page."""
MARGIN: Final = 200
"""Characters that a block has in common with those beside it, so that what is around a hit is seen."""

LEVEL: Final = 1
"""Of gzip: 6 takes twice the time and saves 3 % of the bytes."""

KEPT: Final = "search.npy"
"""The postings, in the cache: the version of their index with their checksum, and their arrays."""
ARRAYS: Final = [field.name for field in fields(Postings)]

FEW: Final = 0.1
"""The share of pages up to which postings are sooner revised than made anew."""

THEMES_INDEX: Final = b'{"config":{"separator":" "},"docs":[]}'


def index_site(site: Path, cache: Path | None = None, changed: Collection[str] | None = None) -> int:
    """Write `site`/search/ for the pages of `site`, replacing an index that is there. How many pages.

    What is read of the pages and their postings are kept in the folder `cache`; if `changed` is given, no
    other pages than those at these locations have come, gone or changed since.
    """
    before = recall_entries(cache / "search.jsonl") if cache else []
    earlier = _version(before)
    search = site / "search"
    old, part = search / earlier, search / "part"
    # What is kept may be lost, or of another index: then whatever changed, all pages are looked at.
    entries = read_entries(site, before, changed if old.exists() else None)
    version = _version(entries)
    known = _recall(cache, earlier) if cache else None
    postings = _postings(entries, before, known)
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    there = {entry.name for entry in os.scandir(old)} if old.exists() else set()
    same = {name: was for name, was in _unchanged(entries, before, postings, known) if was in there}
    with ThreadPoolExecutor() as pool:  # compressing lets other threads run
        for _ in pool.map(partial(_write, part), index_files(entries, postings, same)):
            pass
    if same:
        _renew(old, there, part, same)
    done = old if same else part
    for folder in search.iterdir():
        if folder.is_dir() and folder != done:
            shutil.rmtree(folder)
    done.rename(search / version)
    (search / "index.json").write_bytes(_json({"version": version}))
    (search / "search_index.json").write_bytes(THEMES_INDEX)
    (search / "search_index.js").write_bytes(b"var __index=" + THEMES_INDEX)
    if cache and version != earlier:
        keep_entries(cache / "search.jsonl", entries)
        _keep(cache, version, postings)
    return len(entries)


def _renew(old: Path, there: Set[str], part: Path, same: Mapping[str, str]) -> None:
    """Make the old index the new one: `same` says which of the files `there` stay, and what they were called,
    and those in `part` come in the place of the others. Of many thousands, that moves few."""
    for name in there - set(same.values()):
        (old / name).unlink()
    for name, was in same.items():
        if name != was:
            (old / was).rename(part / name)
    for file in part.iterdir():
        file.rename(old / file.name)


def _version(entries: Sequence[Entry]) -> str:
    return fingerprint.of(fingerprint.package(), *(entry.key for entry in entries))[:12]


def _keep(cache: Path, version: str, postings: Postings) -> None:
    with (cache / KEPT).open("wb") as file:  # in a zip this takes twice as long
        for array in (_seal(version, postings), *(getattr(postings, name) for name in ARRAYS)):
            write_array(file, array)


def _recall(cache: Path, version: str) -> Postings | None:
    """The postings of that version of the index, if they were kept."""
    try:
        with (cache / KEPT).open("rb") as file:
            seal, *arrays = (read_array(file) for _ in range(1 + len(ARRAYS)))
    except (OSError, EOFError, ValueError):
        return None  # not there, or damaged
    postings = Postings(*arrays)
    return postings if np.array_equal(seal, _seal(version, postings)) else None


def _seal(version: str, postings: Postings) -> npt.NDArray[np.str_]:
    """The version of an index with the checksum of its postings: what a disk lost would find other pages."""
    checksum = 0
    for name in ARRAYS:
        checksum = zlib.crc32(getattr(postings, name), checksum)
    return np.array((version, f"{checksum:08x}"))


def _postings(entries: Sequence[Entry], before: Sequence[Entry], known: Postings | None) -> Postings:
    slots = _slots(entries)
    pairs = zip(accumulate(slots, initial=0), before, entries, strict=False)
    changed = [(start, old, new) for start, old, new in pairs if old.key != new.key]
    if known and slots == _slots(before) and len(changed) <= FEW * len(entries):
        return revise(known, [Change(start, old.indexed, new.indexed) for start, old, new in changed])
    return collect([entry.indexed for entry in entries])


def _slots(entries: Sequence[Entry]) -> list[int]:
    return [slot_of(entry.indexed_length) for entry in entries]


def _unchanged(
    entries: Sequence[Entry], before: Sequence[Entry], postings: Postings, known: Postings | None
) -> Iterator[tuple[str, str]]:
    """The files of the index that an earlier one has, too, and what they are called there."""
    for number, (entry, earlier) in enumerate(zip(entries, before, strict=False)):
        if entry.key == earlier.key:
            names = [_block_name(number, block) for block, _ in enumerate(_begins(entry.length))]
            yield from zip(names, names, strict=True)
    if known:
        chunks = {known.tokens[chunk[0]]: (number, chunk) for number, chunk in enumerate(cut(known))}
        for number, chunk in enumerate(cut(postings)):
            was, earlier_chunk = chunks.get(postings.tokens[chunk[0]], (0, (0, 0)))
            if are_same(postings, chunk, known, earlier_chunk):
                yield _chunk_name(number), _chunk_name(was)


def _write(folder: Path, file: tuple[str, bytes]) -> None:
    name, raw = file
    (folder / name).write_bytes(gzip.compress(raw, LEVEL, mtime=0))


def index_files(
    entries: Sequence[Entry], postings: Postings, there: Container[str] = ()
) -> Iterator[tuple[str, bytes]]:
    """The name and the content, not compressed yet, of each file of an index of pages, newest first, that is
    not `there`."""
    chunks = list(cut(postings))
    for number, chunk in enumerate(chunks):
        if (name := _chunk_name(number)) not in there:
            yield name, pack(postings, *chunk)
    pages = [entry.about for entry in entries]
    labels = type_labels()
    types = [labels.get(page.type, page.type) for page in pages]
    collections = [page.collection for page in pages]
    catalogue = {
        "chunks": names_of(postings.tokens[[low for low, _ in chunks]]).split("\n") if chunks else [],
        "lengths": _slots(entries),
        "titles": [len(page.title) for page in pages],
        "block": BLOCK,
        "type": _numbered(types),
        "collection": _numbered(collections),
    }
    yield "catalogue.bin", _json(catalogue)
    yield "folding.bin", _json(browser_table())
    yield "places.bin", _json([page.location for page in pages])
    for number, entry in enumerate(entries):
        blocks = [(_block_name(number, block), begin) for block, begin in enumerate(_begins(entry.length))]
        if missing := [(name, begin) for name, begin in blocks if name not in there]:
            page = entry.page
            for name, begin in missing:
                text = page.text[max(0, begin - MARGIN) : begin + BLOCK + MARGIN]
                yield name, _json(asdict(page) | {"type": types[number], "text": text})


def _begins(length: int) -> range:
    """Where the blocks of a text of so many characters begin."""
    return range(0, max(1, length), BLOCK)


def _chunk_name(number: int) -> str:
    return f"chunk-{number}.bin"


def _block_name(number: int, block: int) -> str:
    return f"page-{number}-{block}.bin"


def _numbered(names: Sequence[str]) -> dict[str, Any]:
    """Names that repeat, as a list of them and for each its number there."""
    distinct = sorted(set(names))
    number = {name: index for index, name in enumerate(distinct)}
    return {"names": distinct, "of": [number[name] for name in names]}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def main(arguments: Iterable[str] | None = None) -> int:
    """Index the site that the command line names."""
    parser = argparse.ArgumentParser(
        prog="index_search.py", description="Write the search index of a built site to SITE/search/."
    )
    parser.add_argument("site", metavar="SITE", type=Path, help="folder of the built site")
    site = parser.parse_args(None if arguments is None else list(arguments)).site
    if not site.is_dir():
        print(f"{site}: no such folder; build the site first", file=sys.stderr)
        return 2
    print(f"{index_site(site)} pages indexed")
    return 0
