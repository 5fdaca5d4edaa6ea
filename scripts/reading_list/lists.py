"""Keep the list pages of the site up to date: what is here, by type, by collection.

They are written from the pages, so that what a person edits there counts.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reading_list import inventory
from reading_list.catalogue import Record
from reading_list.classify import type_labels
from reading_list.inventory import Item
from reading_list.list_pages import BEGIN, BLOCK, END, GENERATED, index_page, list_pages
from reading_list.lock import hold
from reading_list.page import decode

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
    text = index_page(_read(index) if index.exists() else _GREETING, records)
    _put(index, text)
    names = {"index.md"}
    # One after the other: all together they take more memory than anything else in an import.
    for name, page in list_pages(records, reports):
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


def read_blocks(docs: Path) -> Iterator[tuple[Path, str]]:
    """The address of each page of `docs` that holds something generated, and what that is."""
    for path in _list_files(docs):
        if block := BLOCK.search(_read(path)):
            name = path.relative_to(docs).with_suffix("")
            yield name.parent if name.name == "index" else name, block[0]


def generated(docs: Path) -> Iterator[Path]:
    """The list pages that an earlier import wrote; pages of a person's own beside them are not ours."""
    for path in _list_files(docs):
        if GENERATED in _read(path):
            yield path


def _list_files(docs: Path) -> list[Path]:
    return [*docs.glob("*.md"), *docs.glob("types/*.md"), *docs.glob("collections/*.md")]


def _read(path: Path) -> str:
    return decode(str(path), path.read_bytes())
