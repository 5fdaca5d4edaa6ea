"""The table of masked words, data/noise/masked-word.toml, ready to look things up in."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from reading_list.noise.tables import read_table

_LETTERS = re.compile("([^a-z\\s]*)([a-z]+)([^a-z\\s]*)")


class Half(NamedTuple):
    """Letters with what stands before them and behind, the characters that they are for there, and the table
    they are in."""

    before: str
    letters: str
    behind: str
    word: str
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """What data/noise/masked-word.toml says beside its patterns: words of two characters that signs part,
    the first ones by the second and the second ones by the first, `traditional` forms of replacements, the
    words of initials in a text that masks words, those in one that masks many, the `initials` of each row by
    its id and the numbers of their rows, the `halves` by their letters and what is right beside them, what a
    letter may be before 长 (`heads`), the words of initials `among` others, a pattern that has all such
    letters as its group in a text of small letters; and that of pinyin beside half a word."""

    parted: frozenset[str]
    firsts: dict[str, str]
    seconds: dict[str, str]
    blank: frozenset[str]
    blanks: frozenset[str]
    traditional: dict[str, str]
    words_of: dict[str, str]
    words_of_many: dict[str, str]
    initials: dict[str, list[str]]
    rows: dict[str, list[int]]
    halves: dict[str, list[Half]]
    heads: dict[str, str]
    among: dict[str, list[str]]
    masked: re.Pattern[str]
    spelled: re.Pattern[str]


@cache
def load_table() -> Table:
    """The table, read once."""
    table = read_table("masked-word")
    words, blank = frozenset(table["words"].split()), frozenset(table["blank"].split())
    first, second = ("".join(sorted({word[half] for word in words})) for half in (0, 1))
    # Its first letter comes first, so that a search is quick.
    spelled = (
        f"[a-z](?<![A-Za-z0-9].)(?:[a-z]{{1,5}}+(?=[{second}])|(?<=[{first}].)[a-z]{{1,5}}+(?![A-Za-z0-9]))"
    )
    initials = {row["id"]: row["initials"].split() for row in table["rule"]}
    rows: dict[str, list[int]] = {}
    for n, row in enumerate(initials.values()):
        for each in row:
            rows.setdefault(each, []).append(n)
    words_of: dict[str, str] = table["initials"]
    words_of_many: dict[str, str] = words_of | table["initials_of_many"]
    halves: dict[str, list[Half]] = {}
    for name in ("sure_halves", "halves", "deeds"):
        for word, contexts in table[name].items():
            for before, letters, behind in _LETTERS.findall(contexts):
                beside = letters + behind[0] if behind else before[-1] + letters
                half = Half(before, letters, behind, word, name)
                halves.setdefault(beside, []).append(half)
    for each in halves.values():  # d委书记 before d委
        each.sort(key=lambda half: -len(half.before + half.behind))
    heads: dict[str, str] = table["heads"]
    among = {letters: words.split() for letters, words in table["among"].items()}
    rest = (each for row in initials.values() for each in row)
    of_halves = {half.letters for each in halves.values() for half in each}
    every = sorted({*words_of_many, *of_halves, *heads, *among, *rest})
    # By their first letters, so that few are tried at each place.
    by_first = [
        f"{first}(?:{'|'.join(each[1:] for each in group)})" for first, group in groupby(every, itemgetter(0))
    ]
    firsts = "".join(each[0] for each in by_first)
    masked = f"[{firsts}](?<![a-z].)(?<=(?=({'|'.join(by_first)})(?![a-z])).)"
    return Table(
        words | set(table["signs"].split()),
        _others(words, 1),
        _others(words, 0),
        blank,
        frozenset(table["blanks"].split()),
        table["traditional"],
        words_of,
        words_of_many,
        initials,
        rows,
        halves,
        heads,
        among,
        re.compile(masked),
        re.compile(spelled),
    )


def _others(words: frozenset[str], half: int) -> dict[str, str]:
    others: dict[str, str] = {}
    for word in words:
        others[word[half]] = others.get(word[half], "") + word[1 - half]
    return others
