"""Pinyin that a converter set behind the characters it found ambiguous: 徐州網(wǎng)."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reading_list.model import Span
from reading_list.noise.characters import LEVEL_ONE, in_gb2312, simplified, traditional
from reading_list.noise.late import late
from reading_list.noise.mask_table import load_table
from reading_list.noise.readings import PINYIN, is_reading, readings, sounds, spoken, syllable, usual_reading

Gloss = tuple[str, int, int]
"""A character with its pinyin, and where the brackets begin and end."""

_BLANK = "[ \u00a0\u3000]"
_BASE = "([^\0-\u33ff])"
GLOSS = late(rf"[(（](?:(?<={_BASE}.)|(?<={_BASE}{_BLANK}.)){_BLANK}?({PINYIN}){_BLANK}?[)）]")
"""It begins with its rarest part, the bracket, and looks back to the character before."""

_SIGNS = "\u33ff"
"""Characters come behind this code point, the punctuation between them before it."""

LEAST = 3
"""So many glosses, behind as many different characters, make a converter. Excerpts of 200 characters from
converted pages hold five or more; an author explains one or two everyday characters at most."""


LEAST_USUAL = 5
MANY = 8
"""So many everyday characters, none of them rare, nobody explains: a converter skipped the others."""
DOZENS = 24
"""A text with so many was converted for sure, and everything in it that looks the same is the converter's."""
ABOUT = late("拼音|注音|多音字|读音|讀音|声调|聲調|轻声|輕聲|[读讀念][作成音]")


def find(text: str) -> Iterator[Span]:
    """The glosses of a converted text; none in a text whose author wrote them.

    A converter glosses everyday Traditional characters, each wherever it stands and always with one
    reading. A reader for children or a dictionary glosses the others too; an essay on polyphones gives one
    character several readings; an author who tells how a rare character is read tells it once.
    """
    if ")" not in text and "）" not in text:
        return
    glosses = [
        ((match[1] or match[2]) + match[3], match.start() - (not match[1]), match.end())
        for match in GLOSS.finditer(text)
    ]
    if len(glosses) < LEAST:
        return
    # Each character with its pinyin, in one string: of these there are few, of glosses thousands.
    written = Counter(pair for pair, _, _ in glosses)
    right = {pair: count for pair, count in written.items() if is_reading(pair[0], pair[1:])}
    known = traditional()
    everyday: Counter[tuple[str, str]] = Counter()
    for pair, count in right.items():
        if pair[0] in known:
            everyday[pair[0], syllable(pair[1:])] += count
    if everyday.total() >= 0.8 * sum(right.values()) and _is_converter(text, everyday):
        sure = everyday.total() >= DOZENS
        glossed = {pair for pair in right if sure or pair[0] in known or not in_gb2312(pair[0])}
    elif _was_simplified(text, right):
        glossed = {pair for pair in right if pair[0] in simplified()}
    elif _glosses_polyphones(text, right):
        glossed = {pair for pair in right if pair[0] in known or len(readings(pair[0])) > 1}
    elif _mixes_brackets(text, read := [gloss for gloss in glosses if gloss[0] in right]) or (
        _has_no_tones(text, read) or _repeats_some(text, right) or _dodges(text, read)
    ):
        glossed = set(right)
    else:
        return
    # Some converters set a blank behind each gloss.
    blank = 2 * sum(text.startswith(" ", end) for _, _, end in glosses) > len(glosses)
    for pair, start, end in glosses:
        if pair in glossed:
            yield Span(start, end + (blank and text.startswith(" ", end)), "pinyin-gloss", "reading")


def _glosses_polyphones(text: str, right: dict[str, int]) -> bool:
    """Whether another kind of converter glossed a text: now and then a character of several readings, with
    the one that it nearly always has, 大(dà)家 and 没(méi)有. Nobody who teaches readings would."""
    total = sum(right.values())
    polyphones = [pair for pair in right if len(readings(pair[0])) > 1]
    usual = [
        pair
        for pair in polyphones
        if (said := spoken(pair[1:]))
        and usual_reading(pair[0]) in (said, *(f"{said}{tone}" for tone in "1234"))
    ]
    return (
        len({pair[0] for pair in usual}) >= LEAST_USUAL
        and sum(right[pair] for pair in polyphones) >= 0.8 * total
        and sum(right[pair] for pair in usual) >= 0.6 * total
        and not ABOUT.search(text)
    )


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


def _repeats_some(text: str, right: dict[str, int]) -> bool:
    """Whether a few everyday characters have their pinyin again and again, and not everywhere: a writer who
    dodges a filter forgets it, one who tells a reading tells it once or always."""
    again = [pair for pair, count in right.items() if count > 1 and len(sounds(pair[0])) == 1]
    return (
        len(right) >= LEAST
        and len(again) > 1
        and 2 * sum(right[pair] for pair in again) > sum(right.values())
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
        if base[0] + text[end : end + 1] in words or text[start - 2 : start] in words
    }
    return (
        len(inside) > 1
        and 2 * len(inside) >= len({base for base, _, _ in glosses})
        and not ABOUT.search(text)
    )


def _was_simplified(text: str, right: dict[str, int]) -> bool:
    """Whether a converted text was made Simplified afterwards: nearly all of its glosses, 县(xiàn), 业(yè),
    are behind characters that have a Traditional form. Who teaches readings glosses the others as well."""
    former: Counter[tuple[str, str]] = Counter()
    for pair, count in right.items():
        if pair[0] in simplified():
            former[pair[0], syllable(pair[1:])] += count
    return (
        len(former) >= LEAST_USUAL
        and former.total() >= 0.9 * sum(right.values())
        and _is_converter(text, former)
        and not ABOUT.search(text)
    )


def _is_converter(text: str, glosses: Counter[tuple[str, str]]) -> bool:
    usual: dict[str, int] = {}
    for (base, _), count in glosses.items():
        usual[base] = max(usual.get(base, 0), count)
    if len(usual) < LEAST:
        return False
    # A part may be missing: damaged places, a passage the converter skipped.
    return sum(usual.values()) >= 0.7 * sum(map(usual.__contains__, text)) or (
        len(usual) >= MANY and not ABOUT.search(text)
    )
