"""Pinyin that a converter set behind the characters it found ambiguous: 徐州網(wǎng)."""

from collections import Counter
from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.characters import in_gb2312, is_common, simplified, traditional
from reading_list.noise.late import late
from reading_list.noise.readings import PINYIN, is_reading, readings, syllable
from reading_list.noise.sparse_glosses import ABOUT, LEAST, MANY, Gloss, explains_nothing, is_usual

_BLANK = "[ \u00a0\u3000]"
_BASE = "([^\0-\u33ff])"
GLOSS = late(rf"[(（](?:(?<={_BASE}.)|(?<={_BASE}{_BLANK}.)){_BLANK}?({PINYIN}){_BLANK}?[)）]")
"""It begins with its rarest part, the bracket, and looks back to the character before."""
PHRASE = late(rf"[(（](?<={_BASE}.)({PINYIN}(?: {PINYIN}){{1,3}})[)）]")

LEAST_USUAL = 5
AGAIN = 4
"""So often nobody tells the same reading."""
DOZEN, DOZENS = 12, 24
"""A text with so many was converted for sure, and everything in it that looks the same is the converter's;
one with so many has none of phrases."""


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
    if LEAST - 1 <= len(glosses) < DOZENS:  # no converter has these
        glosses += _phrases(text)
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
        sure = everyday.total() >= DOZEN
        glossed = {pair for pair in right if sure or pair[0] in known or not in_gb2312(pair[0])}
    elif _was_simplified(text, right):
        glossed = {pair for pair in right if pair[0] in simplified()}
    elif _glosses_polyphones(text, right):
        glossed = {pair for pair in right if pair[0] in known or len(readings(pair[0])) > 1}
    elif _glosses_again(text, right) or explains_nothing(
        text, [gloss for gloss in glosses if gloss[0] in right]
    ):
        glossed = set(right)
    else:
        return
    # Some converters set a blank behind each gloss.
    blank = 2 * sum(text.startswith(" ", end) for _, _, end in glosses) > len(glosses)
    for start, end in sorted({(start, end) for pair, start, end in glosses if pair in glossed}):
        while text.startswith(text[start:end], end):  # converted twice
            end += end - start
        yield Span(start, end + (blank and text.startswith(" ", end)), "pinyin-gloss", "reading")


def _phrases(text: str) -> Iterator[Gloss]:
    """Glosses of several characters at once, 河图(hé tú), as one of each; all must be right."""
    for match in PHRASE.finditer(text):
        said = match[2].split(" ")
        pairs = [
            char + each
            for char, each in zip(text[max(0, match.start() - len(said)) : match.start()], said, strict=False)
        ]
        if all(is_reading(pair[0], pair[1:]) for pair in pairs):
            yield from ((pair, *match.span()) for pair in pairs)


def _glosses_polyphones(text: str, right: dict[str, int]) -> bool:
    """Whether another kind of converter glossed a text: now and then a character of several readings, with
    the one that it nearly always has, 大(dà)家 and 没(méi)有. Nobody who teaches readings would."""
    total = sum(right.values())
    polyphones = [pair for pair in right if len(readings(pair[0])) > 1]
    usual = [pair for pair in polyphones if is_usual(pair)]
    return (
        len({pair[0] for pair in usual}) >= LEAST_USUAL
        and sum(right[pair] for pair in polyphones) >= 0.8 * total
        and sum(right[pair] for pair in usual) >= 0.6 * total
        and not ABOUT.search(text)
    )


def _glosses_again(text: str, right: dict[str, int]) -> bool:
    """Whether most glosses are of everyday characters that have the same gloss again and again, 說(shuō): who
    teaches a reading tells it once."""
    again = sum(count for pair, count in right.items() if count > 1 and is_common(pair[0]))
    return (
        max(right.values(), default=0) >= AGAIN
        and 2 * again >= sum(right.values())
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
