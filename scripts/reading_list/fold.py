"""Which characters and which stretches of text search takes for the same.

A phrase is found where it stands in the text, character by character, as a scan would find it: punctuation
and spaces count, a line end ends a phrase (a hard wrap that the collation takes out is no line end). Only
what `fold` makes alike is alike: Traditional and Simplified, variants, upper and lower case, full and half
width, one kind of space and another. So 書記 finds 书记, Utg finds UTG, and 交流,现场 finds 交流，现场, but
交流现场 does not.
"""

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.resources import files
from operator import add
from typing import Final

COMPATIBILITY_IDEOGRAPHS: Final = (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))
FULL_WIDTH: Final = range(0xFF01, 0xFF5F)
CASED: Final = (*range(0x3001), *range(0xA640, 0xAC00), *range(0xFB00, 0x10000))
"""Where letters that have a case, and spaces, are. Those beyond the Basic Multilingual Plane (Deseret, Adlam)
keep their case."""


def _classes() -> Iterator[str]:
    tables = tomllib.loads((files("reading_list") / "data/folding.toml").read_text(encoding="utf-8"))
    for name in ("opencc", "added"):
        yield from tables[name].split()


def _table() -> dict[int, str]:
    """One code point to one character, so that offsets stay true; folding twice changes nothing more."""
    table = {ord(char): word[0] for word in _classes() for char in word[1:]}
    table = {code: table.get(ord(target), target) for code, target in table.items()}
    for code in COMPATIBILITY_IDEOGRAPHS:
        unified = unicodedata.normalize("NFC", chr(code))
        if len(unified) == 1 and unified != chr(code):
            table[code] = table.get(ord(unified), unified)
    cased = list(map(chr, CASED))
    for char, lower in zip(cased, map(str.lower, cased), strict=True):
        if char != lower and len(lower) == 1:
            table[ord(char)] = lower
        elif char.isspace() and char != "\n":
            table[ord(char)] = " "
    for code in FULL_WIDTH:
        table[code] = unicodedata.normalize("NFKC", chr(code)).lower()
    del table[ord(" ")]
    return table


FOLDING: Final = _table()
"""What `fold` does, as `str.translate` takes it. The browser gets this very table (`browser_table`)."""


def fold(text: str) -> str:
    """The text as search compares it: as long as `text`, code point for code point.

    >>> fold("區委書記在徐州Ｕtg 會場")
    '区委书记在徐州utg 会场'
    """
    return text.translate(FOLDING)


def cut(line: str) -> Iterable[str]:
    """The overlapping pairs of characters of a folded line: what the index is made of.

    Pairs and not words, because a pair is never cut wrong: any phrase of the line is made of them.

    >>> list(cut("区委书记"))
    ['区委', '委书', '书记']
    """
    return map(add, line, line[1:])


def browser_table() -> dict[str, str]:
    """`FOLDING` for JavaScript: each character of `from` folds to the one at the same place in `to`."""
    return {"from": "".join(map(chr, FOLDING)), "to": "".join(FOLDING.values())}
