"""The search index of a built site: small files under SITE/search/ that the worker fetches as it needs them.

    index.json          the name of the folder that holds the others, changed whenever a page does
    HASH/folding.bin    the table of `reading_list.fold`
    HASH/catalogue.bin  where each chunk begins, and of each page its length, title's length, type, collection
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
import shutil
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, Final

from reading_list import fingerprint
from reading_list.built_page import BuiltPage
from reading_list.fold import browser_table
from reading_list.lists import type_labels
from reading_list.postings import chunks
from reading_list.search_entries import Entry, read_entries

BLOCK: Final = 4096
"""Characters of a text that are fetched together to show a hit; a whole novel may be one page."""
MARGIN: Final = 200
"""Characters that a block has in common with those beside it, so that what is around a hit is seen."""

LEVEL: Final = 1
"""Of gzip: 6 takes twice the time and saves 3 % of the bytes."""

THEMES_INDEX: Final = b'{"config":{"separator":" "},"docs":[]}'


def index_site(site: Path, cache: Path | None = None) -> int:
    """Write `site`/search/ for the pages of `site`, replacing an index that is there. How many pages.

    What is read of the pages is kept in the file `cache`.
    """
    entries, before = read_entries(site, cache)
    search = site / "search"
    part = search / "part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    changed = _move_unchanged(entries, before, search / _version(before), part)
    with ThreadPoolExecutor() as pool:  # compressing lets other threads run
        for _ in pool.map(partial(_write, part), index_files(entries, changed)):
            pass
    for old in search.iterdir():
        if old.is_dir() and old != part:
            shutil.rmtree(old)
    version = _version(entries)
    part.rename(search / version)
    (search / "index.json").write_bytes(_json({"version": version}))
    (search / "search_index.json").write_bytes(THEMES_INDEX)
    (search / "search_index.js").write_bytes(b"var __index=" + THEMES_INDEX)
    return len(entries)


def _version(entries: Sequence[Entry]) -> str:
    return fingerprint.of(fingerprint.package(), *(entry.key for entry in entries))[:12]


def _move_unchanged(entries: Sequence[Entry], before: Sequence[Entry], old: Path, new: Path) -> set[int]:
    """Move from an index to the next the blocks of the pages that are the same there; the numbers of the
    others."""
    changed = set(range(len(entries)))
    for number, (entry, earlier) in enumerate(zip(entries, before, strict=False)):
        names = [_block_name(number, block) for block, _ in enumerate(_blocks(entry.page))]
        if entry.key == earlier.key and all((old / name).exists() for name in names):
            changed.remove(number)
            for name in names:
                (old / name).rename(new / name)
    return changed


def _write(folder: Path, file: tuple[str, bytes]) -> None:
    name, raw = file
    (folder / name).write_bytes(gzip.compress(raw, LEVEL, mtime=0))


def index_files(entries: Sequence[Entry], changed: Collection[int]) -> Iterator[tuple[str, bytes]]:
    """The name and the content, not compressed yet, of each file of an index of pages, newest first; of the
    blocks of pages only those of the pages that have changed."""
    starts: list[str] = []
    pages, texts = [entry.page for entry in entries], [entry.indexed for entry in entries]
    for number, (start, chunk) in enumerate(chunks(texts)):
        starts.append(start)
        yield f"chunk-{number}.bin", chunk
    labels = type_labels()
    types = [labels.get(page.type, page.type) for page in pages]
    collections = [page.collection for page in pages]
    catalogue = {
        "chunks": starts,
        "lengths": [len(text) + 1 for text in texts],
        "titles": [len(page.title) for page in pages],
        "block": BLOCK,
        "type": _numbered(types),
        "collection": _numbered(collections),
    }
    yield "catalogue.bin", _json(catalogue)
    yield "folding.bin", _json(browser_table())
    yield "places.bin", _json([page.location for page in pages])
    for number in sorted(changed):
        shown = asdict(pages[number]) | {"type": types[number]}
        for block, text in enumerate(_blocks(pages[number])):
            yield _block_name(number, block), _json(shown | {"text": text})


def _blocks(page: BuiltPage) -> list[str]:
    begins = range(0, max(1, len(page.text)), BLOCK)
    return [page.text[max(0, begin - MARGIN) : begin + BLOCK + MARGIN] for begin in begins]


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
