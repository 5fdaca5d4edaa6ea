"""What there is to read: one record a page, in the orders that lists use."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reading_list import critic
from reading_list.description import describe
from reading_list.model import UNCLASSIFIED, Page
from reading_list.script import script_of
from reading_list.slug import slugify

CHARACTERS_A_MINUTE = 400
"""A usual speed of silent reading of Chinese."""


@dataclass(frozen=True, slots=True)
class Record:
    """A text as lists show it; what its page does not tell is empty. `characters` are those of the clean text
    without white space, `language` is the tag of its script, `description` what the page tells as that, or
    its first sentences."""

    slug: str
    title: str
    type: str
    date: str
    publisher: str
    author: str
    collection: str
    source: str
    characters: int
    language: str = "zh-Hans"
    description: str = ""

    @property
    def minutes(self) -> int:
        """The time to read it, a minute at least."""
        return max(1, round(self.characters / CHARACTERS_A_MINUTE))


def record_of(page: Page) -> Record:
    """What lists show of a page."""
    slug, told = Path(page.path).stem, page.front_matter
    title, clean = told.get("title", slug), critic.accept(page.body)
    return Record(
        slug=slug,
        title=title,
        type=told.get("type", UNCLASSIFIED),
        date=told.get("date", ""),
        publisher=told.get("publisher", ""),
        author=told.get("author", ""),
        collection=told.get("collection", ""),
        source=told.get("source", ""),
        characters=len("".join(clean.split())),
        language=script_of(clean),
        description=told.get("description") or describe(clean, title),
    )


def newest_first(records: Iterable[Record]) -> list[Record]:
    """By date, the newest first, those without one last; of one day, by natural order of the source."""
    ordered = sorted(records, key=lambda record: natural_key(record.source))
    return sorted(ordered, key=lambda record: record.date, reverse=True)


def in_reading_order(records: Iterable[Record]) -> list[Record]:
    """The texts of one collection as chapters: by their titles if all tell their place and no two the same,
    else by the natural order of their sources."""
    ordered = sorted(records, key=lambda record: natural_key(record.source))
    places = {place: record for record in ordered if (place := _place(record.title))}
    return [places[place] for place in sorted(places)] if len(places) == len(ordered) else ordered


def reading_order(records: Sequence[Record]) -> dict[str, list[Record]]:
    """The lists that texts are read along, by the name of their page: each collection's chapters in their
    order, and of each type the texts in no collection, newest first."""
    lists: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        page = collection_page(record.collection) if record.collection else f"types/{record.type}"
        lists[page].append(record)
    return {
        page: in_reading_order(members) if members[0].collection else newest_first(members)
        for page, members in lists.items()
    }


def collection_page(collection: str) -> str:
    """The name of the page that lists a collection."""
    return f"collections/{slugify(f'{collection}.txt')}"


_NUMERALS = dict(
    zip("〇零一二三四五六七八九两兩壹贰叁肆伍陆柒捌玖", [0, *range(10), 2, 2, *range(1, 10)], strict=True)
)
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10000, "萬": 10000}
_CHINESE = "".join([*_NUMERALS, *_UNITS])
_NUMBER = re.compile(
    rf"(\d+)|((?<=第)[{_CHINESE}]+|[{_CHINESE}]+(?=[章回节節卷集部篇]))|([上中下](?=[卷部篇集册冊]|\W|\Z))"
)
_CHAPTER = re.compile(rf"第\s*(?:(\d+)|([{_CHINESE}]+))\s*[章回节節集篇]")


_BEFORE = ("总目", "總目", "序", "自序", "前言", "引言", "引子", "楔子")
_BEHIND = ("尾声", "尾聲", "终章", "終章", "后记", "後記", "跋", "番外", "附录", "附錄")
"""What chapters that have no number are called, in their order before and behind the others."""
_EDGES = {name: rank - len(_BEFORE) for rank, name in enumerate(_BEFORE)} | {
    name: rank for rank, name in enumerate(_BEHIND, 1)
}
_EDGE = re.compile("|".join(_EDGES))


@cache
def natural_key(path: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key for paths under which numbers count by value (2 before 10, 第九章 before 第十章, 中 before
    下), and what opens or closes a book stands before or behind its chapters.

    >>> sorted(["尾声", "第十章", "第九章", "楔子", "ch10", "ch2"], key=natural_key)
    ['楔子', 'ch2', 'ch10', '第九章', '第十章', '尾声']
    """
    key: list[tuple[int, int, str]] = []
    for part in path.split("/"):
        key.append((1, _edge(part), ""))
        place = 0
        for match in _NUMBER.finditer(part):
            key.append((1, 0, part[place : match.start()]))
            key.append((0, _value(match[1], match[2]) if not match[3] else "上中下".index(match[3]), ""))
            place = match.end()
        key.append((1, 0, part[place:]))
    return tuple(key)


def _edge(name: str) -> int:
    match = _EDGE.match(name)
    return _EDGES[match[0]] if match else 0


def _place(title: str) -> tuple[int, int] | None:
    """Where a title says that its chapter stands: before, among or behind the others, and its number."""
    edge, number = _edge(title), chapter_number(title)
    return (edge, number or 0) if edge or number is not None else None


def chapter_number(title: str) -> int | None:
    """The number of the chapter a title names; `None` without one.

    >>> chapter_number("第一百零三章 夜雨"), chapter_number("尾声")
    (103, None)
    """
    match = _CHAPTER.search(title)
    return _value(match[1], match[2]) if match else None


def _value(digits: str | None, chinese: str | None) -> int:
    """The value of Arabic digits (half- or full-width) or of a Chinese numeral."""
    if digits:
        return int(digits)
    total = section = number = 0
    chinese = chinese or ""
    if not any(character in _UNITS for character in chinese):
        return int("".join(str(_NUMERALS[character]) for character in chinese))
    for character in chinese:
        if character in _NUMERALS:
            number = _NUMERALS[character]
        elif _UNITS[character] == 10000:
            total, section, number = total + (section + number) * 10000, 0, 0
        else:
            section, number = section + (number or 1) * _UNITS[character], 0
    return total + section + number
