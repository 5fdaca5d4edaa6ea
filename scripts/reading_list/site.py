"""Finish a built site, whoever built it.

Each page of a text gets the name of its type, the language of its text, its first sentences as description,
links to its neighbours, and its original to download; where the text begins with its title, that line is
marked as the headline. Lists are put back as `docs` holds them. The site gets bare modules, the tables that
convert a text into the other script, and what `published.py` makes.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from markupsafe import escape

from reading_list import fingerprint, page, script_tables
from reading_list.catalogue import Record, reading_order
from reading_list.classify import type_labels
from reading_list.inventory import Item
from reading_list.list_pages import replace_block
from reading_list.lists import read_blocks
from reading_list.modules import publish_assets
from reading_list.page import MARKER
from reading_list.published import publish, update
from reading_list.restore_command import restore_all
from reading_list.show import escape_html, show

_TYPE = re.compile(r'(<a class="type"[^>]*>)[^<]*')
_DESCRIPTION = re.compile(r'(<meta (?:name="description"|property="og:description") content=")[^"]*')
_NEIGHBOURS = re.compile(r'(<nav class="neighbours"[^>]*>).*?(</nav>)', re.DOTALL)
_WHOLE = re.compile(r'(<html|<div class="text-page")(?: lang="[^"]*")?')
_LINE = re.compile(r'(<p id="p\d+")(?! class="set-aside")(?: class="[^"]*"[^>]*)?>(.*?)</p>', re.DOTALL)
HEADLINES = 3
"""Lines of a text among which its title may be."""
_NOT_CLEAN = re.compile(r"<del.*?</del>|<[^>]*>|\s", re.DOTALL)
_TEXT = re.compile(
    rf'{re.escape(MARKER)}(?:(?:<nav class="contents".*?</nav>\s*)?<div class="source-text".*?</div>)?',
    re.DOTALL,
)
"""A text as `reading_list.markdown_extension` writes it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in its surroundings: what its page shows besides what stands in its file."""

    item: Item
    label: str
    neighbours: str

    @property
    def fingerprint(self) -> str:
        """Changes whenever the page does, if all texts are built the same way."""
        return fingerprint.of(self.item.page, self.label, self.neighbours)


def texts_of(items: Mapping[str, Item]) -> dict[str, Text]:
    """The texts by slug, in the order in which they are read."""
    labels = type_labels()
    texts: dict[str, Text] = {}
    for name, members in reading_order([item.record for item in items.values()]).items():
        for before, record, after in zip([None, *members], members, [*members[1:], None], strict=False):
            links = [
                _link(before, "prev", "上一篇"),
                f'<a class="contents" href="../../{name}/">目录</a>',
                _link(after, "next", "下一篇"),
            ]
            label = labels.get(record.type, record.type)
            texts[record.slug] = Text(items[record.slug], label, "".join(links))
    return texts


def finish(
    docs: Path,
    site: Path,
    items: Mapping[str, Item],
    changed: Collection[str] | None = None,
    *,
    furnished: bool = False,
) -> None:
    """Complete `site`, built from `docs`, in which there are `items`, and write each source to
    originals/SLUG.txt.

    Of a site that was complete, only the texts that `changed` names by their slugs; their pages may have been
    built of another body, and get that which `docs` holds. A site that is `furnished` has all that does not
    depend on the texts.
    """
    texts = texts_of(items)
    for slug in texts if changed is None else changed:
        html = site / "texts" / slug / "index.html"
        if html.exists():
            built = html.read_text(encoding="utf-8")
            if changed is not None:
                file = docs / "texts" / f"{slug}.md"
                built = _fill(built, page.body_of(page.decode(str(file), file.read_bytes())))
            update(html, _complete(built, texts[slug]).encode())
    for address, block in read_blocks(docs):
        html = site / address / "index.html"
        if html.exists():
            # Zensical takes links in HTML for links in Markdown, and changes them.
            update(html, replace_block(html.read_text(encoding="utf-8"), block).encode())
    publish([text.item.record for text in texts.values()], site)
    originals = site / "originals"
    originals.mkdir(exist_ok=True)
    for restored in restore_all(docs, changed):
        if not isinstance(restored, ValueError):
            update(originals / f"{restored.entry.slug}.txt", restored.raw)
    if not furnished:
        publish_assets(site)
        script_tables.write(site, docs.parent / ".cache")


def escape_meta(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Front matter that a theme may write into HTML as it is; templates that escape it do so once."""
    return {key: escape(value) if isinstance(value, str) else value for key, value in meta.items()}


def _fill(html: str, body: str) -> str:
    """The page with this body in the place of the one that it was built of."""
    text = MARKER + show(body) if body else MARKER
    return _TEXT.sub(lambda _: text, html, count=1)


def _complete(html: str, text: Text) -> str:
    record = text.item.record
    html = _WHOLE.sub(rf'\1 lang="{record.language}"', html, count=2)
    html = _mark_headline(html, escape_html(record.title))
    # A built page holds each element once, as built or as completed the last time.
    html = _DESCRIPTION.sub(lambda match: match[1] + escape_html(record.description), html, count=2)
    html = _TYPE.sub(lambda match: match[1] + escape_html(text.label), html, count=1)
    return _NEIGHBOURS.sub(lambda match: match[1] + text.neighbours + match[2], html, count=1)


def _mark_headline(html: str, title: str) -> str:
    """The title above the text need not be read twice: see `.headline` in page.css. The name of the book may
    stand before it."""
    for line in islice(_LINE.finditer(html), HEADLINES):
        if _NOT_CLEAN.sub("", line[2]) == _NOT_CLEAN.sub("", title):
            return f'{html[: line.start()]}{line[1]} class="headline">{line[2]}</p>{html[line.end() :]}'
    return html


def _link(record: Record | None, relation: str, label: str) -> str:
    if record is None:
        return f'<span class="{relation}"></span>'
    return (
        f'<a class="{relation}" rel="{relation}" href="../{record.slug}/">'
        f"<small>{label}</small>{escape_html(record.title)}</a>"
    )
