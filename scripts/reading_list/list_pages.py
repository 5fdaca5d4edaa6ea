"""What the list pages hold: text in, text out, with nothing read or written.

They are split, so that none grows with the collection.
"""

import re
from collections.abc import Iterator, Sequence

from reading_list.catalogue import Record, collection_page, newest_first, reading_order
from reading_list.classify import type_labels
from reading_list.page import scalar
from reading_list.show import escape_html

LENGTH = 100
"""Rows on one list page."""
REPORTS = 25
"""Texts on one page of the report on collation, whose rows are long."""
NEWEST = 30
"""Texts on the index page."""
BEGIN = "<!-- reading list: what stands from here to the next comment is generated -->"
END = "<!-- reading list: end -->"
GENERATED = "<!-- generated; edits are lost -->"
BLOCK = re.compile(f"(?:{re.escape(BEGIN)}|{re.escape(GENERATED)})\n.*?{re.escape(END)}", re.DOTALL)
"""What is generated of a page, in its Markdown and, since it is all HTML, in its built page, too."""


def list_pages(records: Sequence[Record], reports: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The path below docs/ and the text of every list page; `reports` are the rows of that on collation."""
    for type_id, label in type_labels().items():
        members = newest_first(record for record in records if record.type == type_id)
        rows = [_row(record, "../../") for record in members]
        yield from _split(f"types/{type_id}", label, rows, scope=f'data-type="{type_id}"')
    collections = _collections(records)
    for name, members in collections.items():
        rows = [_row(record, "../../") for record in members]
        scope = f'data-collection="{escape_html(name)}"'
        yield from _split(collection_page(name), name, rows, scope=scope, ordered=True)
    rows = [_collection_row(name, members, "../") for name, members in collections.items()]
    yield from _split("collections", "合集", rows)
    yield from _split("collation", "校勘记", reports, REPORTS)


def _collections(records: Sequence[Record]) -> dict[str, list[Record]]:
    names = sorted({record.collection for record in records if record.collection})
    order = reading_order(records)
    return {name: order[collection_page(name)] for name in names}


def _split(
    name: str,
    title: str,
    rows: Sequence[str],
    length: int = LENGTH,
    *,
    scope: str = "",
    ordered: bool = False,
) -> Iterator[tuple[str, str]]:
    """The pages of one list: NAME.md, NAME.2.md, …; a slug holds no dot, so no other list has these names.

    `scope` says as an attribute which texts the list is of, where it is one of texts.
    """
    count = max(1, -(-len(rows) // length))
    names = [name if number == 1 else f"{name}.{number}" for number in range(1, count + 1)]
    for number, page in enumerate(names):
        start = number * length
        part = rows[start : start + length]
        tag = f'ol class="texts" start="{start + 1}"' if ordered else 'ul class="texts"'
        text = [
            f"---\ntitle: {scalar(title)}\n---\n\n{GENERATED}\n",
            f'<p class="count">共 {len(rows)} 篇</p>' if rows else '<p class="count">暂无</p>',
            f'<div class="continue" {scope} data-count="{len(rows)}"></div>'
            if ordered and not number
            else "",
            _filter(scope) if scope and rows else "",
            _numbers(names, number),
            f"<{tag}>",
            *part,
            f"</{tag[:2]}>",
            _numbers(names, number),
            END,
        ]
        yield f"{page}.md", "\n".join(line for line in text if line) + "\n"


def _filter(scope: str) -> str:
    """Where the reader's filter.mjs puts its controls: empty without JavaScript."""
    return f'<div class="filter" {scope}></div>'


def _numbers(names: Sequence[str], here: int) -> str:
    """Links to the pages of a split list: the first, the last, and those around this one."""
    if len(names) == 1:
        return ""
    shown = [
        number for number in range(len(names)) if number in (0, len(names) - 1) or abs(number - here) <= 3
    ]
    links = []
    for number in shown:
        name = names[number].rpartition("/")[2]
        current = ' aria-current="page"' if number == here else ""
        links.append(f'<a href="../{name}/"{current}>{number + 1}</a>')
    return f'<nav class="pages" aria-label="分页">{" ".join(links)}</nav>'


def details(record: Record) -> str:
    """What a list says of a text beside its title."""
    told = [
        record.date,
        record.publisher or record.author,
        f"{record.characters:,} 字",
        f"约 {record.minutes} 分钟",
    ]
    return " · ".join(filter(None, told))


def _row(record: Record, up: str) -> str:
    return (
        f'<li data-slug="{record.slug}" data-type="{escape_html(record.type)}"'
        f' data-date="{escape_html(record.date)}" data-collection="{escape_html(record.collection)}">'
        f'<a href="{up}texts/{record.slug}/" lang="{record.language}">{escape_html(record.title)}</a>'
        f'<span class="details">{escape_html(details(record))}</span></li>'
    )


def _collection_row(name: str, members: Sequence[Record], up: str) -> str:
    characters = sum(record.characters for record in members)
    return (
        f'<li data-collection="{escape_html(name)}" data-count="{len(members)}">'
        f'<a href="{up}{collection_page(name)}/">{escape_html(name)}</a>'
        f'<span class="details">{len(members)} 篇 · {characters:,} 字</span></li>'
    )


def index_page(text: str, records: Sequence[Record]) -> str:
    """The text of index.md with its generated block made anew; without the two comments all is a person's."""
    characters = sum(record.characters for record in records)
    types = [
        f'<li><a href="types/{type_id}/">{label}</a><span class="details">{count} 篇</span></li>'
        for type_id, label in type_labels().items()
        if (count := sum(record.type == type_id for record in records))
    ]
    collections = [_collection_row(name, members, "") for name, members in _collections(records).items()]
    more = '<p class="more"><a href="collections/">全部合集</a></p>' if len(collections) > NEWEST else ""
    newest = [_row(record, "") for record in newest_first(records)[:NEWEST]]
    block = [
        BEGIN,
        '<div class="continue"></div>',
        f'<p class="count">共 {len(records)} 篇，{characters:,} 字</p>',
        *_section("分类", types, "shelves"),
        *_section("合集", collections[:NEWEST], "shelves"),
        more,
        *_section("最新", newest, before=_filter("")),
        END,
    ]
    return replace_block(text, "\n".join(line for line in block if line))


def _section(heading: str, rows: Sequence[str], kind: str = "texts", before: str = "") -> list[str]:
    return [f"<h2>{heading}</h2>", before, f'<ul class="{kind}">', *rows, "</ul>"] if rows else []


def replace_block(text: str, block: str) -> str:
    """A page, as Markdown or as built, with `block` in the place of what was generated of it before."""
    return BLOCK.sub(lambda _: block, text, count=1)
