"""The manifest holds what restoring needs, whenever an import was killed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_list import manifest
from reading_list.manifest import JOURNAL, MANIFEST, Entry, Manifest

hexadecimal = st.binary(min_size=1, max_size=4).map(bytes.hex)
numbers = st.integers(0, 10_000)
entries = st.builds(
    Entry,
    slug=st.text(min_size=1),
    source=st.text(min_size=1) | st.sampled_from(["\udcff.txt", "a\nb.txt", "\u2028.txt"]),
    sha256=hexadecimal,
    page=hexadecimal,
    recipe=hexadecimal,
    encoding=st.sampled_from(["utf-8", "gb18030", "big5"]),
    bom=hexadecimal,
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    line_ends=st.lists(st.tuples(numbers, st.sampled_from(["\n", "\r"]))).map(tuple),
    final_line_ends=numbers,
    patches=st.lists(st.tuples(numbers, hexadecimal)).map(tuple),
)


@given(entries)
def test_from_line_is_the_inverse_of_to_line(entry: Entry) -> None:
    line = manifest.to_line(entry)
    assert manifest.from_line(line) == entry
    assert line.isascii()
    assert line.count("\n") == 1


def entry(page: str, slug: str = "一") -> Entry:
    return Entry(slug, f"{slug}.txt", "00", manifest.sha256(page.encode()), "00", "utf-8")


def test_without_files_there_is_nothing(tmp_path: Path) -> None:
    assert list(Manifest(tmp_path)) == []
    assert Manifest(tmp_path).entries("一") == ()
    assert not manifest.is_settled(tmp_path)


def test_settling_keeps_the_entry_that_wrote_each_page(tmp_path: Path) -> None:
    (tmp_path / "一.md").write_text("旧")
    for page in ("旧", "新"):
        manifest.append(tmp_path, entry(page))
    manifest.append(tmp_path, entry("没有写成", slug="二"))
    assert manifest.entry_for(entry("旧").page, Manifest(tmp_path).entries("一")) == entry("旧")
    manifest.settle(tmp_path)
    assert manifest.is_settled(tmp_path)
    assert Manifest(tmp_path).entries("一") == (entry("旧"),)
    assert list(Manifest(tmp_path)) == ["一"]


def test_an_edited_page_keeps_its_newest_entry() -> None:
    assert manifest.entry_for("edited", [entry("旧"), entry("新")]) == entry("新")
    assert manifest.entry_for("edited", []) is None


def test_a_line_that_a_kill_cut_short_is_passed_over_and_mended(tmp_path: Path) -> None:
    manifest.append(tmp_path, entry("甲"))
    journal = tmp_path / JOURNAL
    journal.write_bytes(journal.read_bytes() + manifest.to_line(entry("乙", "二")).encode()[:-1])
    assert list(Manifest(tmp_path)) == ["一"]
    manifest.mend(tmp_path)
    manifest.append(tmp_path, entry("丙", "三"))
    assert list(Manifest(tmp_path)) == ["一", "三"]


@pytest.mark.parametrize("line", ["[]", "{}", '{"slug": 1}', "null", '{"slug":"a","line_ends":[1]}'])
def test_names_the_line_that_is_no_entry(tmp_path: Path, line: str) -> None:
    (tmp_path / MANIFEST).write_text(manifest.to_line(entry("甲")) + line + "\n")
    with pytest.raises(ValueError, match=rf"{MANIFEST}:2: not a manifest line"):
        Manifest(tmp_path)
