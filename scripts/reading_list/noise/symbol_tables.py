"""The tables of symbols, ready to be looked for: data/noise/symbols.toml and bonds.toml."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from reading_list.noise.tables import read_table
from reading_list.noise.unseen import ACCENTS, UNSEEN


@dataclass(frozen=True, slots=True)
class Symbols:
    """data/noise/symbols.toml, compiled. A text with one of `about` may show any symbol, one with a word of a
    topic those of the topic. What `beside` matches goes with planted symbols. Characters of `never_end` and
    `never_begin` hardly ever do so to a clause."""

    any: re.Pattern[str]
    run: re.Pattern[str]
    rare: re.Pattern[str]
    plain: re.Pattern[str]
    beside: re.Pattern[str]
    about: re.Pattern[str]
    topics: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    never_end: frozenset[str]
    never_begin: frozenset[str]


@lru_cache(maxsize=64)
def load_symbols(unassigned: str = "") -> Symbols:
    """The table of symbols, and `unassigned` characters. Raises KeyError or re.error where a row is
    incomplete or no character class."""
    table = read_table("symbols")
    rare = "".join(_characters(row) for row in table["rare"]) + unassigned
    plain = "".join(_characters(row) for row in table["plain"])
    beside = "".join(_characters(row) for row in table["beside"])
    every = rare + "".join(_characters(row) for row in table["common"])
    return Symbols(
        any=re.compile(f"[{every}{plain}{UNSEEN}{ACCENTS}]"),
        # What cannot be seen joins symbols to one sequence, or was planted with them, as others between were.
        run=re.compile(f"[{every}](?:[{plain}]{{0,3}}[{every}{UNSEEN}])*"),
        rare=re.compile(f"[{rare}]"),
        plain=re.compile(f"[{plain}]+"),
        beside=re.compile(f"[{plain}{beside}]+"),
        about=_words(table["about"]),
        topics=tuple(
            (_words(row["about"]), re.compile(f"[{_characters(row)}]"))
            for row in table["rare"]
            if "about" in row
        ),
        never_end=frozenset(table["edges"]["never_end"]),
        never_begin=frozenset(table["edges"]["never_begin"]),
    )


@cache
def load_bonds() -> dict[str, str]:
    """Characters that hardly ever meet but inside a word: the first of a pair, all its seconds."""
    return read_table("bonds")


def _characters(row: dict[str, Any]) -> str:
    return str(row["characters"]).replace("\n", "")


def _words(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))
