"""The list pages of the site: what is here, by type, by collection.

They are written from the pages, so that what a person edits there counts, and split, so that none grows
with the collection.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from reading_list import inventory
from reading_list.catalogue import UNCLASSIFIED, Record, in_reading_order, newest_first
from reading_list.classify import load_types
from reading_list.inventory import Item
from reading_list.lock import hold
from reading_list.page import decode, scalar
from reading_list.show import escape_html
from reading_list.slug import slugify

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
_GREETING = f"# 书目\n\n{BEGIN}\n{END}\n"


def write(docs: Path, items: Mapping[str, Item] | None = None) -> tuple[str, ...]:
    """Bring the list pages of `docs` up to date, and the generated block of index.md; `items` is what there
    is, which is looked up if it is not given.

    Returns what a person should know: that index.md has no place for the block, which pages name a type
    that there is not. Raises ValueError, naming the page, when one cannot be read.
    """
    items = inventory.take(docs) if items is None else items
    with hold(docs):  # a build writes them, too
        return _write(docs, items)


def _write(docs: Path, items: Mapping[str, Item]) -> tuple[str, ...]:
    records = [item.record for item in items.values()]
    reports = [item.report for item in items.values() if item.report]
    index = docs / "index.md"
    text = _index(_read(index) if index.exists() else _GREETING, records)
    _put(index, text)
    names = {"index.md"}
    # One after the other: all together they take more memory than anything else in an import.
    for name, page in chain(_list_pages(records), _split("collation", "校勘记", reports, REPORTS)):
        _put(docs / name, page)
        names.add(name)
    for path in generated(docs):
        if path.relative_to(docs).as_posix() not in names:
            path.unlink()
    return tuple(_complaints(index, text, records))


def _put(path: Path, text: str) -> None:
    """Write a page, unless it is so already, in one step: index.md holds a person's words."""
    if not path.exists() or _read(path) != text:
        path.parent.mkdir(exist_ok=True)
        temporary = path.with_name(".list.tmp")  # what a kill leaves behind is overwritten
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(path)


def _complaints(index: Path, text: str, records: Sequence[Record]) -> Iterator[str]:
    if not BLOCK.search(text):
        yield f"{index}: holds no place for the list; add the lines {BEGIN!r} and {END!r}"
    labels = type_labels()
    for record in records:
        if record.type not in labels:
            known, slug = ", ".join(labels), record.slug
            yield f"texts/{slug}.md: type {record.type!r} is not one of {known}; no list of a type has it"


def reading_order(records: Sequence[Record]) -> dict[str, list[Record]]:
    """The lists that texts are read along, by the name of their page: each collection's chapters in their
    order, and of each type the texts in no collection, newest first."""
    lists: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        page = f"collections/{_slug(record.collection)}" if record.collection else f"types/{record.type}"
        lists[page].append(record)
    return {
        page: in_reading_order(members) if members[0].collection else newest_first(members)
        for page, members in lists.items()
    }


def type_labels() -> dict[str, str]:
    """What the site calls each type, in the order of the table."""
    return {text_type.id: text_type.label for text_type in load_types()} | {UNCLASSIFIED: "未分类"}


def read_blocks(docs: Path) -> Iterator[tuple[Path, str]]:
    """The address of each page of `docs` that holds something generated, and what that is."""
    for path in _list_files(docs):
        if block := BLOCK.search(_read(path)):
            name = path.relative_to(docs).with_suffix("")
            yield name.parent if name.name == "index" else name, block[0]


def replace_block(text: str, block: str) -> str:
    """A page, as Markdown or as built, with `block` in the place of what was generated of it before."""
    return BLOCK.sub(lambda _: block, text, count=1)


def generated(docs: Path) -> Iterator[Path]:
    """The list pages that an earlier import wrote; pages of a person's own beside them are not ours."""
    for path in _list_files(docs):
        if GENERATED in _read(path):
            yield path


def _list_files(docs: Path) -> list[Path]:
    return [*docs.glob("*.md"), *docs.glob("types/*.md"), *docs.glob("collections/*.md")]


def _read(path: Path) -> str:
    return decode(str(path), path.read_bytes())


def _slug(collection: str) -> str:
    return slugify(f"{collection}.txt")


def _list_pages(records: Sequence[Record]) -> Iterator[tuple[str, str]]:
    for type_id, label in type_labels().items():
        members = newest_first(record for record in records if record.type == type_id)
        rows = [_row(record, "../../") for record in members]
        yield from _split(f"types/{type_id}", label, rows, scope=f'data-type="{type_id}"')
    collections = _collections(records)
    for name, members in collections.items():
        rows = [_row(record, "../../") for record in members]
        scope = f'data-collection="{escape_html(name)}"'
        yield from _split(f"collections/{_slug(name)}", name, rows, scope=scope, ordered=True)
    rows = [_collection_row(name, members, "../") for name, members in collections.items()]
    yield from _split("collections", "合集", rows)


def _collections(records: Sequence[Record]) -> dict[str, list[Record]]:
    names = sorted({record.collection for record in records if record.collection})
    order = reading_order(records)
    return {name: order[f"collections/{_slug(name)}"] for name in names}


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
        f'<a href="{up}collections/{_slug(name)}/">{escape_html(name)}</a>'
        f'<span class="details">{len(members)} 篇 · {characters:,} 字</span></li>'
    )


def _index(text: str, records: Sequence[Record]) -> str:
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
