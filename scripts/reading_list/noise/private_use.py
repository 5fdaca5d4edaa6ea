"""Private-use characters: planted in words, or a rare character of a name. Bullets: unseen.py."""

import re
from collections import Counter

from reading_list.noise.characters import is_between
from reading_list.noise.symbol_tables import load_bonds

PRIVATE = re.compile("[\ue000-\uf8ff]+")
AT_PAUSE = -0.9
PRIVATE_WORD, PRIVATE_PHRASE, PRIVATE_CLAUSE = 4.2, 3.0, -0.3
"""Log-likelihoods, as in symbols.py."""
PARTICLES = frozenset("之者也曰為为而以於于")
"""What follows a name: that something is the son of 武士\ue489 parts no phrase, though 士之 comes again."""
SOWN, SOWN_ALL_DIFFERENT, KINDS, SOWN_PER = 1.1, 1.7, 3, 200
"""A private-use character may stand for one that a font has. Of 132 such in 14 million characters of classics
and novels none parts a word or phrase, as a quarter to a half of those planted do; and they are rarer,
and mostly one again and again."""


def weigh_private(text: str, runs: list[tuple[int, int]], phrases: str) -> float:
    """How surely private-use characters stand inside words, or `phrases` that the text repeats. One that
    stands beside the same character twice is part of a name: 郑\ue475, 刘\ue4c0."""
    bonds = load_bonds()
    before = Counter(text[max(0, start - 1) : end] for start, end in runs)
    after = Counter(text[start : end + 1] for start, end in runs)
    weight = 0.0
    inside = 0
    for start, end in runs:
        first, last = text[start - 1 : start], text[end : end + 1]
        if (
            not is_between(text, start, end)
            or before[text[start - 1 : end]] > 1
            or after[text[start : end + 1]] > 1
        ):
            weight += AT_PAUSE
            continue
        inside += 1
        if last in bonds.get(first, ""):
            weight += PRIVATE_WORD
        elif first != last and first + last in phrases and last not in PARTICLES:
            weight += PRIVATE_PHRASE
        else:
            weight += PRIVATE_CLAUSE
    return weight + inside * (_worth_of_sown(text, runs) if SOWN_PER * inside >= len(text) else 0)


def _worth_of_sown(text: str, runs: list[tuple[int, int]]) -> float:
    """What each of many tells: nothing where they follow or precede the same again and again, as sons do
    (长子\ue123, 次子\ue456), more where no two of them, nor what is beside them, are the same."""
    inside = [run for run in runs if is_between(text, *run)]
    kinds = {text[start:end] for start, end in inside}
    before, after = {text[start - 1] for start, _ in inside}, {text[end] for _, end in inside}
    if 2 * min(len(before), len(after)) <= len(inside) > 1:
        return 0
    is_random = len(inside) >= KINDS and len(kinds) == len(before) == len(after) == len(inside)
    return SOWN_ALL_DIFFERENT if is_random else SOWN
