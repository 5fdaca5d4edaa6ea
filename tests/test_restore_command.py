"""Restoring writes every source back, and says which it could not."""

from dataclasses import replace
from pathlib import Path

import pytest

from reading_list import import_command, manifest
from reading_list.manifest import MANIFEST, Manifest
from reading_list.restore_command import main

TEXTS = {
    "简.txt": "渡口的灯亮了。\r\n船回来了。\r\n".encode("gb18030"),
    "夜/繁.txt": "\ufeff這是一個很長的夜晚。".encode("utf-16-le"),
    "坏.txt": b"\xe6\xb8\xa1\xe5\x8f\xa3\xe7\x9a\x84\xe7\x81\xaf\xff\xe4\xba\xae\xe4\xba\x86\n",
}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for name, raw in TEXTS.items():
        file = tmp_path / "sources" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    assert import_command.main([str(tmp_path / "sources"), "--docs", str(tmp_path / "docs")]) == 0
    return tmp_path / "docs"


def test_writes_every_byte(docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main([str(docs), str(out)]) == 0
    assert {name: (out / name).read_bytes() for name in TEXTS} == TEXTS
    assert capsys.readouterr().out.splitlines()[-1] == "3 restored, 0 failed"


def test_an_edited_text_is_written_and_named(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = docs / "texts" / "简.md"
    page.write_text(page.read_text().replace("回来", "没有回来"))
    assert main([str(docs), str(tmp_path / "out")]) == 1
    out, err = capsys.readouterr()
    assert err == "restore_texts.py: 简.txt: its checksum is not the source's; somebody edited its text\n"
    assert out == "2 restored, 1 failed\n"
    assert (tmp_path / "out" / "简.txt").read_bytes().decode(
        "gb18030"
    ) == "渡口的灯亮了。\r\n船没有回来了。\r\n"


def test_an_edited_front_matter_changes_no_text(docs: Path, tmp_path: Path) -> None:
    page = docs / "texts" / "简.md"
    page.write_text(
        page.read_text().replace("---\n\n<!--", "---\n\n我的话。\n\n<!--").replace("title:", "subtitle:")
    )
    assert main([str(docs), str(tmp_path / "out")]) == 0


def test_a_page_saved_by_an_editor_of_another_system_restores(docs: Path, tmp_path: Path) -> None:
    for page in (docs / "texts").glob("*.md"):
        page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    assert main([str(docs), str(tmp_path / "out")]) == 0


def test_a_page_that_is_not_in_utf_8_is_named(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = docs / "texts" / "简.md"
    page.write_bytes(page.read_text().encode("gb18030"))
    assert main([str(docs), str(tmp_path / "out")]) == 1
    assert "简.md: is not in UTF-8; save it so" in capsys.readouterr().err


def test_a_page_that_is_gone_is_named(docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (docs / "texts" / "简.md").unlink()
    assert main([str(docs), str(tmp_path / "out")]) == 1
    assert "简.md: is gone" in capsys.readouterr().err


@pytest.mark.parametrize("path", ["../../外.txt", "/tmp/外.txt"])
def test_a_manifest_leads_nowhere_else(
    docs: Path, tmp_path: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = docs / "texts"
    entries = [Manifest(texts).entries(slug)[0] for slug in Manifest(texts)]
    lines = [manifest.to_line(replace(entry, source=path)) for entry in entries]
    (texts / MANIFEST).write_text("".join(lines))
    assert main([str(docs), str(tmp_path / "out")]) == 1
    assert f"{path}: leads out of" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_without_pages_is_wrong_usage(tmp_path: Path) -> None:
    assert main([str(tmp_path), str(tmp_path / "out")]) == 2


@pytest.mark.parametrize("raw", [b"{\n", b"\xff\xfe\0\n"])
def test_a_manifest_that_cannot_be_read_is_named(
    docs: Path, tmp_path: Path, raw: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (docs / "texts" / MANIFEST).write_bytes(raw)
    assert main([str(docs), str(tmp_path / "out")]) == 2
    (complaint,) = capsys.readouterr().err.splitlines()
    assert f"{MANIFEST}:1: " in complaint
