"""What data/noise/furniture.toml says besides its rows, and the form in which a text is held against it."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that make a line furniture, by where it stands, and those of planted sentences; see the table.

    `trigger` is true where a planted sentence may be; the groups of `planted` are its certain, strong
    and likely words.
    """

    alone: frozenset[str]
    beside: frozenset[str]
    head: frozenset[str]
    foot: frozenset[str]
    related: frozenset[str]
    trigger: re.Pattern[str]
    planted: re.Pattern[str]
    prose: re.Pattern[str]
    folding: dict[int, int]


@cache
def load_vocabulary() -> Vocabulary:
    """The table's lists, ready to look things up in."""
    table = resources.files("reading_list") / "data" / "noise" / "furniture.toml"
    lists = tomllib.loads(table.read_text(encoding="utf-8"))
    plant = {name: "|".join(words) for name, words in lists["plant"].items()}
    return Vocabulary(
        frozenset(lists["alone"]),
        frozenset(lists["beside"]),
        frozenset(lists["head"]),
        frozenset(lists["foot"]),
        frozenset(lists["related"]),
        re.compile("|".join(map(re.escape, lists["plant"]["keys"]))),
        re.compile("|".join(f"({plant[name]})" for name in ("certain", "strong", "likely"))),
        re.compile(plant["prose"]),
        _folding(lists["traditional"].split()),
    )


def _folding(pairs: list[str]) -> dict[int, int]:
    """Traditional to Simplified, full to half width, capital to small, blank to space: code points."""
    ascii_letters = range(ord("!"), ord("~") + 1)
    wide = {0xFEE0 + code: ord(chr(code).lower()) for code in ascii_letters}
    capital = {code: ord(chr(code).lower()) for code in ascii_letters}
    blank = dict.fromkeys(map(ord, "\t\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"), ord(" "))
    return wide | capital | blank | {ord(pair[0]): ord(pair[1]) for pair in pairs}


def fold(text: str) -> str:
    """`text` in the form of the table, character for character, so that offsets stay true.

    >>> fold("發佈時間：2021年　ＷＷＷ")
    '发布时间:2021年 www'
    """
    return text.translate(load_vocabulary().folding)
