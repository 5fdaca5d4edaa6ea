import zipfile
from pathlib import Path

from reading_list.offline import from_disk, pack


def test_links_to_folders_name_their_file_and_no_other_link_changes() -> None:
    kept = '<a href="#p3"></a><a href="../a.txt?x#y"></a><link href="a/b.css"><a href="https://example.org/"></a>'
    assert from_disk(kept) == kept
    assert from_disk('<a href="." lang="zh"></a><a href="../b/?q=1"></a>') == (
        '<a href="./index.html" lang="zh"></a><a href="../b/index.html?q=1"></a>'
    )


def test_text_that_looks_like_a_link_is_left_alone() -> None:
    text = "<p>&lt;a href=&quot;../b/&quot;&gt; href=../b/</p>"
    assert from_disk(text) == text


def test_the_same_site_gives_the_same_file(tmp_path: Path) -> None:
    reader = tmp_path / "site/assets/reader"
    reader.mkdir(parents=True)
    (reader / "reader.mjs").write_text('import { mount } from "./a-b.mjs";\n')
    (tmp_path / "site/catalogue.json").write_text("{}")
    (tmp_path / "site/index.html").write_text(
        '<script src="assets/reader/reader.mjs" type="module"></script>'
    )
    for name in ("1.zip", "2.zip"):
        pack(tmp_path / "site", tmp_path / name)
    one, two = (zipfile.ZipFile(tmp_path / name) for name in ("1.zip", "2.zip"))
    assert [one.read(name) for name in one.namelist()] == [two.read(name) for name in two.namelist()]
    assert one.read("1/index.html") == b'<script src="assets/reader/offline.js"></script>'
    assert b"reader/a-b.mjs" in one.read("1/assets/reader/offline.js")
