"""Bring a site up to date with what it is made of.

A page is what MkDocs shows of its head, and a text or a list in it, which needs no builder. So when one text
has changed, its page gets the new text and its neighbours get their links; MkDocs builds only pages whose
head has changed, and everything only when something changed that any page may show.
"""

import os
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

from reading_list import built, inventory, lists, search_index, site
from reading_list.built import Built, Members
from reading_list.inventory import Item, Listed

CACHE = ".cache"
PART = Path(CACHE) / "part"
"""Where pages are built before they are moved. One name, so that what a kill leaves behind is removed."""

PROCESSES: Final = 4
"""That build pages at most; each needs some 100 MB."""
SHARE: Final = 200
"""Pages that are as soon built as a process is started and has loaded the theme."""


def build_site(config_file: Path, listed: Listed | None = None) -> Path | None:
    """Build the site of a configuration; returns its folder, or `None` if nothing had changed.

    What was just `listed` stays so, and stock of it is not taken again.

    Raises ValueError when MkDocs cannot build it or a page cannot be read.
    """
    folder = config_file.parent
    known = built.recall(folder)
    if known and (folder / known.inputs.site / "index.html").exists():
        items, now = _take_stock(folder / known.inputs.docs, listed)
        if built.frame(config_file, known.inputs, now.heads) == known.frame:
            return _update(config_file, known, items, now)
    place = build_whole(config_file)
    search_index.index_site(place, folder / CACHE)
    return place


def build_whole(config_file: Path, is_wanted: Callable[[str], bool] | None = None) -> Path:
    """Build the site anew, but for the index of its search; of texts only those whose slugs are wanted.

    Returns its folder. Raises ValueError when MkDocs cannot build it or a page cannot be read.
    """
    from reading_list.render import inputs_of  # MkDocs takes half a second to load

    folder = config_file.parent
    built.forget(folder)
    inputs = inputs_of(config_file)
    docs, place = folder / inputs.docs, folder / inputs.site
    items, now = _take_stock(docs)
    frame = built.frame(config_file, inputs, now.heads)
    left_out = {_uri(slug) for slug in now.texts if is_wanted and not is_wanted(slug)}
    _render_all(config_file, place, [uri for uri in map(_uri, now.texts) if uri not in left_out], left_out)
    heads = {uri: head for uri, head in now.heads.items() if uri not in left_out}
    texts = {slug: text for slug, text in now.texts.items() if _uri(slug) in heads}
    site.finish(docs, place, items, texts if is_wanted else None)
    built.remember(folder, Built(inputs, frame, Members(heads, texts)))
    return place


def _take_stock(docs: Path, listed: Listed | None = None) -> tuple[Mapping[str, Item], Members]:
    items = listed.get(docs.resolve()) if listed else None
    if items is None:
        items = inventory.take(docs)
        lists.write(docs, items)
    return items, built.members(docs, items)


def _update(config_file: Path, known: Built, items: Mapping[str, Item], now: Members) -> Path | None:
    folder = config_file.parent
    docs, place = folder / known.inputs.docs, folder / known.inputs.site
    gone = known.members.heads.keys() - now.heads.keys()
    lost = known.members.texts.keys() - now.texts.keys()
    to_render = {
        uri
        for uri, head in now.heads.items()
        if known.members.heads.get(uri) != head or not _is_built(place, uri)
    }
    changed = {
        slug
        for slug, text in now.texts.items()
        if known.members.texts.get(slug) != text or _uri(slug) in to_render
    }
    indexed = (place / "search" / "index.json").exists()
    if not (gone or to_render or changed) and indexed:
        return None
    built.forget(folder)
    for uri in gone:
        shutil.rmtree(_page(place, uri).parent, ignore_errors=True)
    for slug in lost:
        (place / "originals" / f"{slug}.txt").unlink(missing_ok=True)
    if to_render:
        _render_some(config_file, place, to_render)
    site.finish(docs, place, items, changed, furnished=True)
    # A site without index was built whole, and the build cut short: what is kept may be of another.
    to_read = {f"texts/{slug}/" for slug in changed | lost} if indexed else None
    search_index.index_site(place, folder / CACHE, to_read)
    built.remember(folder, replace(known, members=now))
    return place


def _render_all(config_file: Path, place: Path, texts: Sequence[str], left_out: Collection[str]) -> None:
    """Build the site but for the pages left out; of the pages of many texts, each processor some."""
    from reading_list.render import render, rendering

    part = config_file.parent / PART
    count = max(1, min(os.cpu_count() or 1, PROCESSES, len(texts) // SHARE))
    shares = {part / str(number): texts[number::count] for number in range(1, count)}
    with rendering(config_file, shares):
        render(config_file, {*left_out, *chain(*shares.values())})
    for folder, uris in shares.items():
        for uri in uris:
            if _is_built(folder, uri):
                _page(folder, uri).parent.rename(_page(place, uri).parent)
    shutil.rmtree(part, ignore_errors=True)


def _render_some(config_file: Path, place: Path, uris: Collection[str]) -> None:
    from reading_list.render import render_only

    part = config_file.parent / PART
    render_only(config_file, uris, part)
    for uri in uris:
        page = _page(place, uri)
        page.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(_page(part, uri), page)
    shutil.rmtree(part)


def _uri(slug: str) -> str:
    return f"texts/{slug}.md"


def _page(place: Path, uri: str) -> Path:
    """Where the page of docs/`uri` stands in the site `place`."""
    return place / uri.removesuffix(".md") / "index.html"


def _is_built(place: Path, uri: str) -> bool:
    """Whether that page stands there; asked of all pages, for which paths as objects take long."""
    return os.path.exists(f"{place}/{uri.removesuffix('.md')}/index.html")  # noqa: PTH110
