"""What a person says of texts wins, and what nobody can have meant is named."""

from pathlib import Path

import pytest

from reading_list.model import Metadata
from reading_list.overrides import FILE, Override, load, override_for

TABLES = """
[[text]]
path = "长夜/*.txt"
type = "novel-chapter"
author = "某人"

[[text]]
path = "长夜/后记.txt"
type = "unclassified"
date = 2021-03-05
keep = ["pinyin-gloss"]
"""


def tables(tmp_path: Path, text: str) -> tuple[Path, Path]:
    (tmp_path / FILE).write_text(text)
    return tmp_path, tmp_path / FILE


@pytest.mark.parametrize(
    ("path", "override"),
    [
        ("甲.txt", Override()),
        ("长夜/第一章.txt", Override(type="novel-chapter", author="某人")),
        ("长夜/卷一/第一章.txt", Override(type="novel-chapter", author="某人")),
        (
            "长夜/后记.txt",
            Override(type="unclassified", author="某人", date="2021-03-05", keep=frozenset({"pinyin-gloss"})),
        ),
    ],
)
def test_later_tables_win(tmp_path: Path, path: str, override: Override) -> None:
    folder, _ = tables(tmp_path, TABLES)
    assert override_for(path, load(folder)) == override


def test_without_the_file_nothing_is_said(tmp_path: Path) -> None:
    assert load(tmp_path) == ()
    assert Override().classification is None
    assert Override().apply(Metadata("甲", "2021")) == Metadata("甲", "2021")


def test_what_is_said_stands_in_place_of_what_the_text_tells() -> None:
    assert Override(title="乙").apply(Metadata("甲", "2021")) == Metadata("乙", "2021")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[text]]\n", "without a path"),
        ('[[text]]\npath = "a"\ntypo = "x"\n', "'typo' is not one of author, date"),
        ('[[text]]\npath = "a"\ntype = "poem"\n', "type 'poem' is not one of"),
        ('[[text]]\npath = "a"\nkeep = ["all"]\n', "keep 'all' is not one of"),
        ("[[text", "Expected"),
        ('text = "a"\n', "text"),
        ('[text]\npath = "a"\n', "text"),
        ("[[text]]\npath = 1\n", "path"),
        ('[[texts]]\npath = "a"\n', "'texts' is not understood"),
        ('[[text]]\npath = "a"\nkeep = 1\n', "keep"),
        ('[[text]]\npath = "a"\nkeep = [["all"]]\n', "keep ['all'] is not one of"),
        ('[[text]]\npath = "a"\ntype = ["novel-chapter"]\n', "type ['novel-chapter'] is not one of"),
        ('[[text]]\npath = "a"\ntitle = ["b"]\n', "title ['b'] is not a text"),
        ('[[text]]\npath = "a"\nauthor = true\n', "author True is not a text"),
        ('[[text]]\npath = "a"\ndate = 2021\n', "date 2021 is not a text"),
        ('[[text]]\npath = "a"\ndate = "昨天"\n', "date '昨天' is not a date"),
    ],
)
def test_what_is_not_understood_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    folder, file = tables(tmp_path, text)
    with pytest.raises(ValueError) as error:
        load(folder)
    assert str(error.value).startswith(str(file))
    assert complaint in str(error.value)
