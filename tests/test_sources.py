"""Sources are found by name, whatever else stands in a folder."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from reading_list.sources import Found, Unreachable, collection_of, find_sources, printable


def find(folder: Path) -> list[str]:
    return [found.path for found in find_sources([folder], skip=folder / "docs")]


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("一")


def test_finds_texts_in_folders_and_nothing_else(tmp_path: Path) -> None:
    put(
        tmp_path,
        "乙.txt",
        "甲/1.TXT",
        "甲/2.md",
        "图.png",
        "reading-list.toml",
        ".git/a.txt",
        "docs/texts/a.md",
    )
    assert find(tmp_path) == ["乙.txt", "甲/1.TXT", "甲/2.md"]


def test_a_file_is_found_under_its_name(tmp_path: Path) -> None:
    put(tmp_path, "深/处/甲.txt")
    file = tmp_path / "深/处/甲.txt"
    assert list(find_sources([file], skip=tmp_path / "docs")) == [Found("甲.txt", file)]


def test_a_link_to_a_folder_is_followed_but_for_a_loop(tmp_path: Path) -> None:
    put(tmp_path, "甲/1.txt")
    (tmp_path / "乙").symlink_to(tmp_path / "甲")
    (tmp_path / "甲" / "圈").symlink_to(tmp_path)
    found = {found.path: found for found in find_sources([tmp_path], skip=tmp_path / "docs")}
    assert {"甲/1.txt", "乙/1.txt"} <= set(found)
    assert isinstance(found["甲/圈"], Unreachable)


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    (tmp_path / "断.txt").symlink_to("没有")
    reasons = [found.reason for found in find_sources([tmp_path], tmp_path) if isinstance(found, Unreachable)]
    assert reasons == ["a link that leads nowhere", "not a file that holds a text"]


def test_what_nobody_may_look_at_is_named_and_the_rest_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "乙.txt", "锁/甲.txt")

    def refuse(name: str) -> Callable[..., os.stat_result]:
        look = getattr(os, name)

        def refused(path: Path, **how: bool) -> os.stat_result:
            if Path(path).parent.name == "锁":
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            return cast(os.stat_result, look(path, **how))

        return refused

    for name in ("stat", "lstat"):
        monkeypatch.setattr(os, name, refuse(name))
    first, second = find_sources([tmp_path], skip=tmp_path / "docs")
    assert first == Found("乙.txt", tmp_path / "乙.txt")
    assert second == Unreachable("锁/甲.txt", "cannot be read: Permission denied")


@pytest.mark.parametrize(
    ("path", "collection"), [("甲.txt", None), ("长夜/甲.txt", "长夜"), ("长夜/卷一/甲.txt", "长夜/卷一")]
)
def test_the_folder_is_the_collection(path: str, collection: str | None) -> None:
    assert collection_of(path) == collection


@pytest.mark.parametrize(
    ("path", "shown"), [("甲/\udcff.txt", "甲/�.txt"), ("a\nb\x00", "a�b�"), ("甲 🈣", "甲 🈣")]
)
def test_a_path_can_always_be_printed(path: str, shown: str) -> None:
    assert printable(path) == shown
