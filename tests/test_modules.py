"""What a browser loads of our own is bare, and what a page waits for is one file."""

from pathlib import Path

import pytest

from reading_list.modules import publish_assets


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    folder = tmp_path / "assets" / "reader"
    folder.mkdir(parents=True)
    (folder / "b.css").write_text('/* First. */\n@import "c.css";\n@import "a.css";\nem { color: red; }\n')
    (folder / "a.css").write_text("i {\n  color: red;\n}\n")
    (folder / "c.css").write_text("p { margin: 0; }\n")
    publish_assets(tmp_path)
    return folder


def test_a_stylesheet_holds_what_it_imports_in_that_order(reader: Path) -> None:
    whole = "p { margin: 0; }\ni {\ncolor: red;\n}\nem { color: red; }\n"
    assert {path.name: path.read_text() for path in reader.iterdir()} == {"b.css": whole}


def test_a_site_is_published_again_without_a_change(reader: Path, tmp_path: Path) -> None:
    before = (reader / "b.css").read_text()
    publish_assets(tmp_path)
    assert (reader / "b.css").read_text() == before


def test_a_site_that_has_none_of_ours_is_left_alone(tmp_path: Path) -> None:
    publish_assets(tmp_path)
    assert not list(tmp_path.iterdir())
