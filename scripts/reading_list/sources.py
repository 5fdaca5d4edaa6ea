"""Find the source texts under files and folders."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Found:
    """A source text on disk; `path` is relative to the folder that was asked for, parts joined by `/`."""

    path: str
    file: Path


@dataclass(frozen=True, slots=True)
class Unreachable:
    """A source text that cannot be read as a file, and why."""

    path: str
    reason: str


def find_sources(asked: Iterable[Path], skip: Path) -> Iterator[Found | Unreachable]:
    """The texts of the files and folders `asked`, by name; none in the folder `skip`, where the pages are.

    Hidden folders and files of other kinds are passed over; nothing but a regular file is ever opened.
    """
    for place in asked:
        if place.is_dir():
            yield from _walk(place, "", (os.path.realpath(place), os.path.realpath(skip)))
        else:
            yield _look(place, place.name)


def _walk(folder: Path, prefix: str, above: tuple[str, ...]) -> Iterator[Found | Unreachable]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Unreachable(prefix.rstrip("/"), f"cannot list the folder {folder}: {error.strerror}")
        return
    for entry in entries:
        file, path = folder / entry.name, prefix + entry.name
        if _is_folder(entry):
            if entry.name.startswith("."):
                continue
            real = os.path.realpath(file)
            if real in above and file.is_symlink():
                yield Unreachable(path, "a link to a folder that holds it; its texts are imported there")
            elif real in above:
                continue
            else:
                yield from _walk(file, f"{path}/", (*above, real))
        elif entry.name.lower().endswith(SUFFIXES):
            yield _look(file, path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # of a text, `_look` says why
        return False


def _look(file: Path, path: str) -> Found | Unreachable:
    try:
        mode = file.stat().st_mode
    except OSError as error:
        lost = error.errno in (errno.ENOENT, errno.ELOOP) and file.is_symlink()
        return Unreachable(path, "a link that leads nowhere" if lost else f"cannot be read: {error.strerror}")
    return Found(path, file) if stat.S_ISREG(mode) else Unreachable(path, "not a file that holds a text")


def collection_of(path: str) -> str | None:
    """The folder a source stands in, as the name of its collection; `None` at the top.

    >>> collection_of("长夜/卷一/第九章.txt")
    '长夜/卷一'
    """
    return printable(path.rpartition("/")[0]) or None


def printable(path: str) -> str:
    """A path for people to read: what is not UTF-8 or not printable shows as U+FFFD."""
    text = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
