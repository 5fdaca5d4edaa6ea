"""What is known of the texts follows their pages, and a page is read once."""

from pathlib import Path

import pytest

from reading_list import fingerprint, inventory
from reading_list.catalogue import Record
from reading_list.manifest import sha256

PAGE = "---\ntitle: 甲\n---\n\n<!-- source text -->\n\n区委{~~sj~>书记~~} 到\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "texts").mkdir(parents=True)
    (tmp_path / "docs" / "texts" / "甲.md").write_text(PAGE)
    return tmp_path / "docs"


def test_takes_the_pages_of_texts_and_no_others(docs: Path) -> None:
    (docs / "texts" / "note.md").write_text("不是文本")
    items = inventory.take(docs)
    assert [item.record for item in items.values()] == [
        Record("甲", "甲", "unclassified", "", "", "", "", "", 5, description="区委书记 到")
    ]
    assert "书记" in items["甲"].report


def test_a_description_of_a_persons_own_stays(docs: Path) -> None:
    (docs / "texts" / "甲.md").write_text(PAGE.replace("title:", "description: 一次会议\ntitle:"))
    assert inventory.take(docs)["甲"].record.description == "一次会议"


def test_a_page_saved_with_other_line_ends_is_the_same(docs: Path) -> None:
    before = inventory.take(docs)["甲"].record
    (docs / "texts" / "甲.md").write_bytes(b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode())
    assert inventory.take(docs)["甲"].record == before


def test_a_page_is_read_again_when_it_has_changed_and_only_then(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = inventory.take(docs)
    with monkeypatch.context() as context:
        context.setattr(inventory, "record_of", None)
        assert inventory.take(docs) == first
    (docs / "texts" / "甲.md").write_text(PAGE.replace("到", "来了"))
    second = inventory.take(docs)
    assert second["甲"].record.characters == 6
    assert second["甲"].head == first["甲"].head and second["甲"].page != first["甲"].page
    (docs / "texts" / "甲.md").rename(docs / "texts" / "乙.md")
    assert list(inventory.take(docs)) == ["乙"]


def test_a_page_whose_checksum_is_given_is_read_again_if_it_is_new(docs: Path) -> None:
    path = docs / "texts" / "甲.md"
    first, checksum = inventory.take(docs), sha256(path.read_bytes())
    path.write_text(PAGE.replace("到", "来了"))
    assert inventory.take(docs, {"甲": checksum}) == first
    second = inventory.take(docs, {"甲": "of a page that nobody knows"})
    assert second["甲"].record.characters == 6
    assert inventory.take(docs) == second


@pytest.mark.parametrize("damage", ["", "no tab\n", "key\t[", "\udcff"])
def test_what_is_kept_may_be_damaged_or_of_another_version(docs: Path, damage: str) -> None:
    items = inventory.take(docs)
    kept = docs.parent / ".cache" / inventory.KEPT
    version, _, rows = kept.read_text().partition("\n")
    assert version == fingerprint.package()
    for text in (f"{version}\n{damage}", f"{damage}\n{rows}"):
        kept.write_text(text, errors="surrogateescape")
        assert inventory.take(docs) == items


def test_a_page_that_cannot_be_read_is_named(docs: Path) -> None:
    (docs / "texts" / "坏.md").write_bytes(b"\xff\xfe")
    with pytest.raises(ValueError, match=r"坏\.md: is not in UTF-8"):
        inventory.take(docs)
