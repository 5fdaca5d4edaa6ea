"""What is typed into every box: phrases of the pages, chosen by a seed, so that two runs ask the same."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from opencc import OpenCC

EVERYWHERE = 2
"""Of each length from 1 to 12."""
OF_EACH = 6
"""Frequent ones, ones with Latin letters or digits, ones in the other script, titles."""
ACROSS = 4
"""Of words from both sides of a line end."""


def sample(texts: Sequence[str]) -> list[str]:
    """Some fifty queries, none twice; of a text the first line is its title."""
    lot = Random(len(texts))
    bodies = [text.partition("\n")[2] for text in texts]
    chosen = list(_everywhere(bodies, lot))
    some = lot.sample(bodies, min(20, len(bodies)))
    pairs = Counter(body[start : start + 2] for body in some for start in range(len(body)))
    frequent = [pair for pair, _ in pairs.most_common(300) if re.fullmatch(r"[\u4e00-\u9fff]{2}", pair)]
    chosen += lot.sample(frequent[:30], OF_EACH)
    chosen += _matches(bodies, r"[\u4e00-\u9fff]{0,3}[A-Za-z0-9]{2,}[\u4e00-\u9fff]{0,3}", OF_EACH, lot)
    chosen += _in_the_other_script(bodies, lot)
    chosen += [lot.choice(texts).partition("\n")[0] for _ in range(OF_EACH)]
    ends = _matches(bodies, r"[\u4e00-\u9fff]{2}[。！？”]*\n+[\u4e00-\u9fff]{2}", ACROSS, lot)
    chosen += [" ".join(re.findall(r"[\u4e00-\u9fff]{2}", end)) for end in ends]
    return list(dict.fromkeys(chosen))


def _everywhere(texts: Sequence[str], lot: Random) -> Iterator[str]:
    """With the punctuation they have, but nothing that a box takes for more than a character."""
    for length in (length for length in range(1, 13) for _ in range(EVERYWHERE)):
        phrase = " "
        while re.search(r'[\s"*+:~^-]', phrase):
            text = lot.choice(texts)
            phrase = text[(start := lot.randrange(len(text) - length)) : start + length]
        yield phrase


def _matches(texts: Sequence[str], pattern: str, count: int, lot: Random) -> list[str]:
    """One match from each of `count` texts that have any."""
    found: list[str] = []
    for text in lot.sample(texts, len(texts)):
        if len(found) == count:
            break
        found += lot.sample(matches, 1) if (matches := re.findall(pattern, text)) else []
    return found


def _in_the_other_script(texts: Sequence[str], lot: Random) -> Iterator[str]:
    converters = (OpenCC("s2t"), OpenCC("t2s"))
    for index in range(OF_EACH):
        phrase = converted = ""
        while phrase == converted or not re.fullmatch(r"[\u4e00-\u9fff]+", phrase):
            text, length = lot.choice(texts), lot.randint(2, 6)
            phrase = text[(start := lot.randrange(len(text) - length)) : start + length]
            converted = converters[index % 2].convert(phrase)
        yield converted
