"""The search index of a built site: small files under SITE/search/ that the worker fetches as it needs them.

    index.json          the name of the folder that holds the others, changed whenever one of them does
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
import hashlib
import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from pypinyin import lazy_pinyin

from reading_list.built_page import BuiltPage, read_site
from reading_list.fold import browser_table, fold
from reading_list.lists import type_labels
from reading_list.postings import chunks

PINYIN: Final = 0xF0000
"""Pinyin stands in the index behind a page's text, its letters moved up into a private use area by this much,
so that no letter of a text is taken for it."""

BLOCK: Final = 4096
"""Characters of a text that are fetched together to show a hit; a whole novel may be one page."""
MARGIN: Final = 200
"""Characters that a block has in common with those beside it, so that what is around a hit is seen."""

THEMES_INDEX: Final = b'{"config":{"separator":" "},"docs":[]}'


def index_site(site: Path) -> int:
    """Write `site`/search/ for the pages of `site`, replacing an index that is there. How many pages."""
    pages = sorted(read_site(site), key=lambda page: page.location)
    pages.sort(key=lambda page: page.date, reverse=True)
    files = list(index_files(pages))
    digest = hashlib.sha256()
    for name, raw in files:
        digest.update(name.encode() + b"\n" + raw)
    version = digest.hexdigest()[:12]
    search = site / "search"
    search.mkdir(exist_ok=True)
    for old in search.iterdir():
        if old.is_dir():
            shutil.rmtree(old)
    (search / version).mkdir()
    for name, raw in files:
        (search / version / name).write_bytes(gzip.compress(raw, 6, mtime=0))
    (search / "index.json").write_bytes(_json({"version": version}))
    (search / "search_index.json").write_bytes(THEMES_INDEX)
    (search / "search_index.js").write_bytes(b"var __index=" + THEMES_INDEX)
    return len(pages)


def index_files(pages: Sequence[BuiltPage]) -> Iterator[tuple[str, bytes]]:
    """The name and the content, not compressed yet, of each file of an index of `pages`, newest first."""
    starts: list[str] = []
    texts = [indexed_text(page) for page in pages]
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
    for number, page in enumerate(pages):
        for block, begin in enumerate(range(0, max(1, len(page.text)), BLOCK)):
            text = page.text[max(0, begin - MARGIN) : begin + BLOCK + MARGIN]
            yield f"page-{number}-{block}.bin", _json(asdict(page) | {"type": types[number], "text": text})


def indexed_text(page: BuiltPage) -> str:
    """What of a page can be found: its title, its text, and the title's pinyin, whole and by initials."""
    syllables = lazy_pinyin(page.title, errors="ignore")
    pinyin = ["".join(syllables), "".join(syllable[0] for syllable in syllables)]
    lines = [fold(page.title), fold(page.text), *(_moved(line) for line in pinyin)]
    return "\n".join(lines)


def _moved(letters: str) -> str:
    return "".join(chr(PINYIN + ord(letter)) for letter in letters)


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
