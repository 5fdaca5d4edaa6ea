"""Lists are in the order a reader expects."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_list.catalogue import (
    Record,
    chapter_number,
    in_reading_order,
    natural_key,
    newest_first,
)


def record(title: str = "", source: str = "", date: str = "", characters: int = 0) -> Record:
    return Record("", title, "", date, "", "", "", source, characters)


def titles(records: list[Record]) -> list[str]:
    return [record.title for record in records]


@given(st.lists(st.text()))
def test_natural_keys_of_any_texts_can_be_compared(texts: list[str]) -> None:
    assert len(sorted(texts, key=natural_key)) == len(texts)


@given(st.lists(st.integers(0, 10**6), unique=True))
def test_numbers_count_by_value(numbers: list[int]) -> None:
    ordered = sorted((f"卷{number}.txt" for number in numbers), key=natural_key)
    assert ordered == [f"卷{number}.txt" for number in sorted(numbers)]


@pytest.mark.parametrize(
    "ordered",
    [
        ["2.txt", "10.txt", "第一章"],
        ["第九章", "第十章", "第十一章", "第二十章", "第一百零二章"],
        ["卷一/第二章", "卷一/第十章", "卷二/第一章"],
        ["第二回", "第一百回", "第一千回"],
        ["上", "中", "下"],
        ["长夜(上).txt", "长夜(中).txt", "长夜(下).txt"],
        ["上卷/1", "中卷/1", "下卷/1"],
        ["序", "楔子.txt", "第一章.txt", "第十章.txt", "尾声.txt", "番外2.txt", "番外10.txt"],
        ["卷一/序", "卷一/第一章", "卷一/后记", "卷二/序", "卷二/第一章"],
        ["甲2乙3", "甲2乙20", "甲10乙1"],
    ],
)
def test_natural_order(ordered: list[str]) -> None:
    shuffled = random.Random(2).sample(ordered, len(ordered))
    assert sorted(shuffled, key=natural_key) == ordered


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("第一章 风起", 1),
        ("第十章", 10),
        ("第二十三回 夜渡", 23),
        ("第一百零三章", 103),
        ("第两千零一章", 2001),
        ("第二〇三章", 203),
        ("第 12 章", 12),
        ("第12章", 12),
        ("第贰拾章", 20),
        ("第一万二千章", 12000),
        ("尾声", None),
        ("第一次见面", None),
    ],
)
def test_chapter_number(title: str, number: int | None) -> None:
    assert chapter_number(title) == number


def test_chapters_follow_their_numbers_whatever_their_files_are_called() -> None:
    chapters = [record("第十章", "a.txt"), record("第九章", "c.txt"), record("第二章", "b.txt")]
    assert titles(in_reading_order(chapters)) == ["第二章", "第九章", "第十章"]


def test_what_opens_and_closes_a_book_leaves_the_chapters_their_order() -> None:
    chapters = [record("第十章", "a"), record("尾声", "b"), record("第九章", "c"), record("楔子 雪", "d")]
    assert titles(in_reading_order(chapters)) == ["楔子 雪", "第九章", "第十章", "尾声"]


@pytest.mark.parametrize("title", ["一封信", "第二章"])
def test_chapters_follow_their_files_where_numbers_do_not_tell(title: str) -> None:
    chapters = [record(title, "10.txt"), record("第二章", "2.txt"), record("第三章", "1.txt")]
    assert titles(in_reading_order(chapters)) == ["第三章", "第二章", title]


def test_newest_first_and_without_a_date_last() -> None:
    records = [
        record("无", "1"),
        record("旧", "2", "2019"),
        record("乙", "10", "2021-03-02"),
        record("甲", "9", "2021-03-02"),
    ]
    assert titles(newest_first(records)) == ["甲", "乙", "旧", "无"]


@pytest.mark.parametrize(("characters", "minutes"), [(0, 1), (399, 1), (2000, 5)])
def test_minutes(characters: int, minutes: int) -> None:
    assert record(characters=characters).minutes == minutes
