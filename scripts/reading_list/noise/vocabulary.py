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

    `trigger` is true where a planted sentence may be; the groups of `planted`, which matches their first
    letters, are its certain, strong and likely words.
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
    plant = lists["plant"]
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
        any_of(plant["keys"]),
        _planted(plant["certain"], plant["strong"], plant["likely"]),
        re.compile("|".join(plant["prose"])),
        folding,
        re.compile(f"([{''.join(folding.keys() - set(FREQUENT))}])"),
    )


def _planted(*groups: list[str]) -> re.Pattern[str]:
    """A pattern that matches the first letter of a word and has the word as the group that it is of. Most
    characters of prose begin none of the words: those are passed over quickly."""
    first = "".join(sorted({letter for words in groups for word in words for letter in _first_letters(word)}))
    any_word = "|".join(f"({'|'.join(words)})" for words in groups)
    return re.compile(f"[{first}](?<=(?={any_word}).)")


def _first_letters(word: str) -> str:
    """The letter that a pattern begins with, or all letters of one that may begin with several.

    >>> _first_letters("小说(?:网|站)"), _first_letters("(?:本|小)站")
    ('小', '本小站')
    """
    outside = re.sub(r"\([^()]*\)", "", word)
    if re.match(r"\w(?![?*{])", word) and "|" not in outside:
        return word[0]
    return "".join(re.findall(r"\w", word))


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
