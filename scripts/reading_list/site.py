"""Finish a built site, whoever built it.

Each page of a text gets the name of its type, the language of its text, its first sentences as description,
links to its neighbours, and its original to download; where the text begins with its title, that line is
marked as the headline. Lists are put back as `docs` holds them. The site gets the tables that convert a text
into the other script, and what `published.py` makes.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import escape

from reading_list import script_tables
from reading_list.catalogue import Record, read_catalogue
from reading_list.lists import read_blocks, reading_order, replace_block, type_labels
from reading_list.published import publish, update
from reading_list.restore_command import restore_all
from reading_list.show import escape_html

_TYPE = re.compile(r'(<a class="type"[^>]*>)[^<]*')
_DESCRIPTION = re.compile(r'(<meta (?:name="description"|property="og:description") content=")(?=")')
_NEIGHBOURS = re.compile(r'(<nav class="neighbours"[^>]*>).*?(</nav>)', re.DOTALL)
_LANGUAGE = re.compile(r'<div class="source-text" id="text" lang="([^"]*)"')
_WHOLE = re.compile(r'(<html|<div class="text-page")(?: lang="[^"]*")?')
_FIRST = re.compile(r'(<p id="p\d+")(?! class="set-aside")(?: class="[^"]*"[^>]*)?>(.*?)</p>', re.DOTALL)
_NOT_CLEAN = re.compile(r"<del.*?</del>|<[^>]*>|\s", re.DOTALL)


def finish(docs: Path, site: Path) -> None:
    """Complete the pages under `site`, built from `docs`, and write each source to originals/SLUG.txt."""
    labels = type_labels()
    lists = reading_order(list(read_catalogue(docs)))
    for name, members in lists.items():
        around = [None, *members, None]
        for before, record, after in zip(around, members, around[2:], strict=False):
            html = site / "texts" / record.slug / "index.html"
            if html.exists():
                label = labels.get(record.type, record.type)
                built = html.read_text(encoding="utf-8")
                page = _complete(built, record, label, before, after, f"../../{name}/")
                update(html, page.encode())
    for address, block in read_blocks(docs):
        html = site / address / "index.html"
        if html.exists():
            # Zensical takes links in HTML for links in Markdown, and changes them.
            update(html, replace_block(html.read_text(encoding="utf-8"), block).encode())
    publish([record for members in lists.values() for record in members], site)
    originals = site / "originals"
    originals.mkdir(exist_ok=True)
    for restored in restore_all(docs):
        if not isinstance(restored, ValueError):
            update(originals / f"{restored.entry.slug}.txt", restored.raw)
    script_tables.write(site, docs.parent / ".cache")


def escape_meta(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Front matter that a theme may write into HTML as it is; templates that escape it do so once."""
    return {key: escape(value) if isinstance(value, str) else value for key, value in meta.items()}


def _complete(
    html: str, record: Record, label: str, before: Record | None, after: Record | None, contents: str
) -> str:
    links = [
        _link(before, "prev", "上一篇"),
        f'<a class="contents" href="{contents}">目录</a>',
        _link(after, "next", "下一篇"),
    ]
    language = _LANGUAGE.search(html)
    if language:
        html = _WHOLE.sub(rf'\1 lang="{language[1]}"', html, count=2)
        html = _mark_headline(html, language.end(), escape_html(record.title))
    # A built page holds each element once, as built or as completed the last time.
    html = _DESCRIPTION.sub(lambda match: match[1] + escape_html(record.description), html, count=2)
    html = _TYPE.sub(lambda match: match[1] + escape_html(label), html, count=1)
    return _NEIGHBOURS.sub(lambda match: match[1] + "".join(links) + match[2], html, count=1)


def _mark_headline(html: str, start: int, title: str) -> str:
    """The title above the text need not be read twice: see `.headline` in page.css."""
    line = _FIRST.search(html, start)
    if not line or _NOT_CLEAN.sub("", line[2]) != _NOT_CLEAN.sub("", title):
        return html
    return f'{html[: line.start()]}{line[1]} class="headline">{line[2]}</p>{html[line.end() :]}'


def _link(record: Record | None, relation: str, label: str) -> str:
    if record is None:
        return f'<span class="{relation}"></span>'
    return (
        f'<a class="{relation}" rel="{relation}" href="../{record.slug}/">'
        f"<small>{label}</small>{escape_html(record.title)}</a>"
    )
