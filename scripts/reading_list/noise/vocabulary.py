"""What data/noise/furniture.toml says besides its rows, and the form in which a text is held against it."""

import re
from dataclasses import dataclass
from functools import cache

from reading_list.noise.characters import small
from reading_list.noise.tables import read_table
from reading_list.noise.word_patterns import any_of

FREQUENT = "，：；？！（）\t\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"
"""What is folded in nearly every text, each by a search of its own, which is quicker."""


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
    board: tuple[str, ...]
    commented: tuple[str, ...]
    heading: re.Pattern[str]
    trigger: re.Pattern[str]
    planted: re.Pattern[str]
    prose: re.Pattern[str]
    folding: dict[str, str]
    foldable: re.Pattern[str]


@cache
def load_vocabulary() -> Vocabulary:
    """The table's lists, ready to look things up in."""
    lists = read_table("furniture")
    plant = {name: "|".join(words) for name, words in lists["plant"].items()}
    folding = _folding(lists["traditional"].split())
    return Vocabulary(
        frozenset(lists["alone"]),
        frozenset(lists["beside"]),
        frozenset(lists["head"]),
        frozenset(lists["foot"]),
        frozenset(lists["related"]),
        tuple(lists["board"]),
        tuple(lists["commented"]),
        re.compile(lists["heading"]),
        any_of(lists["plant"]["keys"]),
        _planted(plant["certain"], plant["strong"], plant["likely"]),
        re.compile(plant["prose"]),
        folding,
        re.compile(f"([{''.join(folding.keys() - set(FREQUENT))}])"),
    )


def _planted(*groups: str) -> re.Pattern[str]:
    """Each of the alternations as a group. All begin with a letter, and most characters of prose are not even
    among the letters that they are made of: those are passed over quickly."""
    letters = "".join(sorted(set(re.findall(r"\w", "".join(groups)))))
    return re.compile(f"(?=[{letters}])(?:{'|'.join(f'({group})' for group in groups)})")


def _folding(pairs: list[str]) -> dict[str, str]:
    """Traditional to Simplified, full to half width, blank to space."""
    wide = {chr(0xFEE0 + code): chr(code).lower() for code in range(ord("!"), ord("~") + 1)}
    blank = dict.fromkeys("\t\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}", " ")
    return wide | blank | {pair[0]: pair[1] for pair in pairs}


def fold(text: str) -> str:
    """`text` in the form of the table, character for character, so that offsets stay true.

    >>> fold("發佈時間：2021年　ＷＷＷ")
    '发布时间:2021年 www'
    """
    words = load_vocabulary()
    text = small(text)
    for char in FREQUENT:
        text = text.replace(char, words.folding[char])
    # str.translate takes four times as long: to it, each of the many characters that stay is an error.
    parts = words.foldable.split(text)
    parts[1::2] = map(words.folding.__getitem__, parts[1::2])
    return "".join(parts)
