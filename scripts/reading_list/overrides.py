"""What a person says of texts, in a file reading-list.toml at the top of the folder that is imported.

[[text]]
path = "novel/*.txt"            # which texts; * matches anything, folders too
type = "novel-chapter"          # of any text that matches; later tables win
publisher = "某某书局"           # also title, date, author
keep = ["pinyin-gloss"]         # kinds of noise to leave alone
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, get_args

from reading_list.classify import type_labels
from reading_list.model import Classification, Evidence, Kind, Metadata

FILE = "reading-list.toml"

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Override:
    """What is said of one text; nothing by default."""

    type: str | None = None
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    author: str | None = None
    keep: frozenset[Kind] = field(default_factory=frozenset)

    @property
    def classification(self) -> Classification | None:
        """The type that a person gave, with that as its evidence."""
        return Classification(self.type, (Evidence(self.type, FILE, 1, 1.0),)) if self.type else None

    def apply(self, metadata: Metadata) -> Metadata:
        """The metadata with what a person says in place of what the text tells."""
        said = {part.name: value for part in fields(metadata) if (value := getattr(self, part.name))}
        return replace(metadata, **said)


@dataclass(frozen=True, slots=True)
class Table:
    """One [[text]] of the file."""

    path: str
    said: dict[str, Any]

    def matches(self, path: str) -> bool:
        """Whether the table is about the text at `path`."""
        return fnmatchcase(path, self.path)


def load(folder: Path) -> tuple[Table, ...]:
    """The tables of the file in `folder`; none without it.

    Raises ValueError naming the file and the item that is not understood.
    """
    file = folder / FILE
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{file}: {error}") from error
    rows = tables.pop("text", [])
    if tables:
        raise ValueError(f"{file}: {next(iter(tables))!r} is not understood; each table here is a [[text]]")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError(f"{file}: text is not a table; write each as [[text]]")
    return tuple(_table(file, row) for row in rows)


def override_for(path: str, tables: Sequence[Table]) -> Override:
    """What the tables say of the text at `path`; of two that say something, the later."""
    said: dict[str, Any] = {}
    for table in tables:
        if table.matches(path):
            said |= table.said
    return Override(**said)


def _table(file: Path, row: dict[str, Any]) -> Table:
    said = dict(row)
    path = said.pop("path", None)
    if not path or not isinstance(path, str):
        raise ValueError(f"{file}: a [[text]] without a path; say which texts it is about")
    allowed: dict[str, Sequence[str]] = {
        "type": [*type_labels()],
        "keep": get_args(Kind),
    }
    names = {part.name for part in fields(Override)}
    for name, value in said.items():
        if name not in names:
            raise ValueError(f"{file}: {path}: {name!r} is not one of {', '.join(sorted(names))}")
        if name == "keep" and not isinstance(value, list):
            raise ValueError(f"{file}: {path}: keep is not a list; write keep = [{value!r}]")
        for item in value if name == "keep" else [value]:
            if item not in allowed.get(name, [item]):
                raise ValueError(f"{file}: {path}: {name} {item!r} is not one of {', '.join(allowed[name])}")
        if name == "keep":
            said[name] = frozenset(value)
            continue
        if not isinstance(value, str | date):  # TOML has dates of its own
            raise ValueError(f'{file}: {path}: {name} {value!r} is not a text; write {name} = "…"')
        said[name] = str(value)[: len("2021-03-05")] if isinstance(value, date) else value
        if name == "date" and not _DAY.fullmatch(said[name]):
            raise ValueError(f'{file}: {path}: date {value!r} is not a date; write it as "2021-03-05"')
    return Table(path, said)
