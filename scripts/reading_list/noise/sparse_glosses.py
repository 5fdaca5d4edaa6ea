"""Pinyin that explains nothing: behind a few everyday characters, as a writer sets it to dodge a filter, or
a site against copying."""

from collections import Counter
from collections.abc import Sequence

from reading_list.fold import fold
from reading_list.noise.characters import LEVEL_ONE
from reading_list.noise.late import late
from reading_list.noise.mask_table import load_table
from reading_list.noise.readings import sounds, spoken, usual_reading
from reading_list.noise.tables import read_table

Gloss = tuple[str, int, int]
"""A character with its pinyin, and where the brackets begin and end."""

_SIGNS = "\u33ff"
"""Characters come behind this code point, the punctuation between them before it."""

LEAST = 3
"""So many glosses, behind as many different characters, make a converter. Excerpts of 200 characters from
converted pages hold five or more; an author explains one or two everyday characters at most."""
MANY = 8
"""So many everyday characters, none of them rare, nobody explains: a converter skipped the others."""
FAR = 80
"""So many characters for each gloss a lesson has not."""
TABOO = frozenset("血毒尸屍死杀殺淫奸姦裸骚騷枪槍赌賭嫖毙斃弑")
"""No filter lets pass what many of these stand in, and all know how they are read."""
ABOUT = late("拼音|注音|多音字|读音|讀音|声调|聲調|轻声|輕聲|[读讀念][作成音]")


def explains_nothing(text: str, glosses: Sequence[Gloss]) -> bool:
    """Whether nobody would have told these readings, all of them right."""
    right = Counter(pair for pair, _, _ in glosses)
    return (
        _mixes_brackets(text, glosses)
        or _has_no_tones(text, glosses)
        or _types_v(glosses)
        or _repeats_some(text, right)
        or _dodges(text, glosses)
        or _are_known_to_all(text, glosses)
    )


def _are_known_to_all(text: str, glosses: Sequence[Gloss]) -> bool:
    """Whether there are few in a long text, all behind common characters, some of them behind such as a child
    knows, with the readings that these always have."""
    right = {pair for pair, _, _ in glosses}
    everyday = read_table("pinyin-gloss")["everyday"]
    known = [pair for pair in right if fold(pair[0]) in everyday and is_usual(pair)]
    return (
        len(right) >= LEAST
        and LEVEL_ONE.issuperset(fold(pair[0]) for pair in right)
        and 3 * len(known) >= len(right)
        and FAR * len({start for _, start, _ in glosses}) <= len(text)
        and not ABOUT.search(text)
    )


def is_usual(pair: str) -> bool:
    """Whether a character with its pinyin has the reading that the dictionary gives first."""
    said = spoken(pair[1:])
    return usual_reading(pair[0]) in (said, *(f"{said}{tone}" for tone in "1234"))


def _mixes_brackets(text: str, glosses: Sequence[Gloss]) -> bool:
    """Whether a text has its glosses now in brackets of full width and now of half, everyday characters
    among them: nobody writes so."""
    wide = sum(text[start] == "（" for _, start, _ in glosses)
    everyday = {pair[0] for pair, _, _ in glosses} & LEVEL_ONE
    return min(wide, len(glosses) - wide) > 1 and len(everyday) >= LEAST and not ABOUT.search(text)


def _has_no_tones(text: str, glosses: Sequence[Gloss]) -> bool:
    """Whether many everyday characters within sentences have pinyin without tones behind them, 旅(lv)游(you):
    who teaches readings writes the tones, and a list of names parts them."""
    plain = [(pair[0], end) for pair, _, end in glosses if pair[1:].isascii() and pair[1:].islower()]
    inside = sum(text[end : end + 1] > _SIGNS for _, end in plain)
    everyday = {base for base, _ in plain} & LEVEL_ONE
    return (
        len(plain) >= 0.9 * len(glosses)
        and len(everyday) >= MANY
        and 2 * inside > len(plain)
        and not ABOUT.search(text)
    )


def _types_v(glosses: Sequence[Gloss]) -> bool:
    """Whether ü is written as keyboards have it, 绿(lv)色, behind several characters: no lesson does."""
    typed = [pair[0] for pair, _, _ in glosses if pair[1:].isascii() and "v" in pair]
    return len(typed) >= LEAST and len(set(typed)) > 1 and 2 * len(typed) >= len(glosses)


def _repeats_some(text: str, right: Counter[str]) -> bool:
    """Whether a few everyday characters have their pinyin again and again, and not everywhere: a writer who
    dodges a filter forgets it, one who tells a reading tells it once or always."""
    again = [pair for pair, count in right.items() if count > 1 and len(sounds(pair[0])) == 1]
    return (
        len(right) >= LEAST
        and len(again) > 1
        and 2 * sum(right[pair] for pair in again) > right.total()
        and LEVEL_ONE.issuperset(pair[0] for pair in right)
        and all(text.count(pair[0]) > right[pair] for pair in again)
        and not ABOUT.search(text)
    )


def _dodges(text: str, glosses: Sequence[Gloss]) -> bool:
    """Whether at least half of the pinyin is within words that a filter does not let pass, 性(xìng)感."""
    words = load_table().parted
    inside = {
        base
        for base, start, end in glosses
        if base[0] in TABOO or base[0] + text[end : end + 1] in words or text[start - 2 : start] in words
    }
    return (
        len(inside) > 1
        and 2 * len(inside) >= len({base for base, _, _ in glosses})
        and not ABOUT.search(text)
    )
