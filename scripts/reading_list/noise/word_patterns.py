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

GROUP = 36
"""Alternatives for that many characters stand together."""


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds the words from left to right, the shorter of two that begin at one place.

    >>> any_of(["上一章", "下页", "上一页"]).pattern
    '上(?:一章|一页)|下(?:页)'
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(words):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()))


def led_by_letters(pattern: str) -> re.Pattern[str]:
    """A pattern to tell by `search` whether `pattern` is found in a line. Its alternatives each begin with a
    letter or with letters in brackets; the places of other characters, most of them, are passed over quickly.

    >>> led_by_letters("他|[说道](?!明)").pattern
    '[他明说道](?<=(?=他|[说道](?!明)).)'
    """
    letters = "".join(sorted(set(re.findall(r"\w", pattern))))
    return re.compile(f"[{letters}](?<=(?={pattern}).)")


def rarest_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds each place where one of the words stands or more, and matches no more than one
    character of a word there: of few characters, and rare ones. A word that holds another is not looked for.

    >>> rarest_of(["的网站", "新网站地图", "网站", "zip"]).pattern
    'z(?:(?=ip))|站(?:(?<=网站))'

    Where the characters are many, only those of their group are tried at a place.
    """
    around: dict[str, list[tuple[str, str]]] = {}
    words = set(words)
    rare = {char: rarity(char) for char in set("".join(words))}
    shortest = min(map(len, words), default=0)
    for word in sorted(words, key=lambda word: (max(map(rare.__getitem__, word)), word)):
        if len(word) > shortest and not words.isdisjoint(_parts(word, shortest)):
            continue
        places = range(len(word))
        place = next((place for place in places if word[place] in around), -1)
        if place < 0:
            place = max(places, key=lambda place: rare[word[place]])
        around.setdefault(word[place], []).append((word[: place + 1], word[place + 1 :]))
    each = [f"{re.escape(char)}(?:{_sides(pairs)})" for char, pairs in around.items()]
    if len(each) <= GROUP:
        return re.compile("|".join(each))
    chars = [re.escape(char) for char in around]
    groups = [slice(start, start + GROUP) for start in range(0, len(each), GROUP)]
    tried = "|".join(f"[{''.join(chars[group])}](?<={'|'.join(each[group])})" for group in groups)
    return re.compile(f"[{''.join(chars)}](?<={tried})")


def _sides(pairs: list[tuple[str, str]]) -> str:
    """What is around a character: the beginnings of words up to it, each with what is behind it."""
    behind: dict[str, list[str]] = {}
    for before, after in pairs:
        behind.setdefault(before, []).append(re.escape(after))
    sides: list[str] = []
    for before, rests in behind.items():
        begins = f"(?<={re.escape(before)})" if len(before) > 1 else ""
        # A choice of single characters would be made a set, which takes long to compile.
        choices = ["|".join(rests)] if any(len(rest) > 1 for rest in rests) else rests
        sides += [begins + (f"(?={choice})" if choice else "") for choice in choices]
    return "|".join(sides)


def _parts(word: str, shortest: int) -> Iterator[str]:
    """All of so many characters or more that stands in the word, but the word itself."""
    for length in range(shortest, len(word)):
        for start in range(len(word) - length + 1):
            yield word[start : start + length]


@cache
def rarity(char: str) -> tuple[float, int]:
    """The rarer a character is in Chinese text, and of ASCII in English, the greater."""
    rank = FREQUENT.find(char)
    return character_weights()[char], len(FREQUENT) if rank < 0 else rank
