"""Pinyin that a converter set behind the characters it found ambiguous: 徐州網(wǎng)."""

import re
from collections import Counter
from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.characters import in_gb2312, traditional
from reading_list.noise.readings import PINYIN, is_reading, syllable

# It begins with its rarest part, the bracket; the character before is looked up afterwards.
GLOSS = re.compile(rf"[(（][ \u00a0\u3000]?({PINYIN})[ \u00a0\u3000]?[)）]")

LEAST = 3
"""So many glosses, behind as many different characters, make a converter. Excerpts of 200 characters from
converted pages hold five or more; an author explains one or two everyday characters at most."""


def find(text: str) -> Iterator[Span]:
    """The glosses of a converted text; none in a text whose author wrote them.

    A converter glosses everyday Traditional characters, each wherever it stands and always with one
    reading. A reader for children or a dictionary glosses the others too; an essay on polyphones gives one
    character several readings; an author who tells how a rare character is read tells it once.
    """
    glosses = [(base, match) for match in GLOSS.finditer(text) if (base := _base(text, match.start()))]
    if len(glosses) < LEAST:
        return
    right = {pair for pair in {(base, match[1]) for base, match in glosses} if is_reading(*pair)}
    readings = [(base, match) for base, match in glosses if (base, match[1]) in right]
    known = traditional()
    everyday = Counter((base, syllable(match[1])) for base, match in readings if base in known)
    if everyday.total() < 0.8 * len(readings) or not _is_converter(text, everyday):
        return
    for base, match in readings:
        if base in known or not in_gb2312(base):
            start = text.rindex(base, 0, match.start()) + 1
            yield Span(start, match.end(), "pinyin-gloss", "reading")


def _base(text: str, bracket: int) -> str:
    """The character that a bracket at this offset would gloss: at most one space may stand between."""
    if bracket and text[bracket - 1] in " \u00a0\u3000":
        bracket -= 1
    base = text[bracket - 1 : bracket]
    return base if base > "\u33ff" else ""


def _is_converter(text: str, glosses: Counter[tuple[str, str]]) -> bool:
    usual: dict[str, int] = {}
    for (base, _), count in glosses.items():
        usual[base] = max(usual.get(base, 0), count)
    if len(usual) < LEAST:
        return False
    occurrences = Counter(text)
    # A part may be missing: damaged places, a passage the converter skipped.
    return sum(usual.values()) >= 0.7 * sum(occurrences[base] for base in usual)
