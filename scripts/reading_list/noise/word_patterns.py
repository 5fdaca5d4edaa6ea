"""Patterns that find any of many words.

At each place a pattern tries its alternatives one after another, so what counts is how few characters may be
the first, and how few alternatives are tried there.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reading_list.charset import character_weights

FREQUENT = " etaoinsrhldcumfpgwybvkxjqz"
"""Of ASCII the most frequent characters, from the first on."""


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds the words from left to right, the shorter of two that begin at one place.

    >>> any_of(["上一章", "下页", "上一页"]).pattern
    '上(?:一章|一页)|下(?:页)'
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(words):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()))


def rarest_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds each place where one of the words stands or more, and matches no more than one
    character of a word there: of few characters, and rare ones. A word that holds another is not looked for.

    >>> rarest_of(["的网站", "新网站地图", "网站", "zip"]).pattern
    'z(?:(?=ip))|站(?:(?<=网站))'
    """
    around: dict[str, list[str]] = {}
    words = set(words)
    for word in sorted(words, key=lambda word: (max(map(_rarity, word)), word)):
        if not words.isdisjoint(_parts(word)):
            continue
        rarest = max(range(len(word)), key=lambda place: _rarity(word[place]))
        place = next((place for place, char in enumerate(word) if char in around), rarest)
        before, after = re.escape(word[: place + 1]), re.escape(word[place + 1 :])
        sides = (f"(?<={before})" if place else "") + (f"(?={after})" if after else "")
        around.setdefault(word[place], []).append(sides)
    return re.compile("|".join(f"{re.escape(char)}(?:{'|'.join(sides)})" for char, sides in around.items()))


def _parts(word: str) -> Iterator[str]:
    """All that stands in the word but the word itself."""
    for length in range(1, len(word)):
        for start in range(len(word) - length + 1):
            yield word[start : start + length]


@cache
def _rarity(char: str) -> tuple[float, int]:
    rank = FREQUENT.find(char)
    return character_weights()[char], len(FREQUENT) if rank < 0 else rank
