"""Words of which a letter or two stand for one part, the rest being written out: d委, 市w, 副k长."""

from collections import Counter
from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.characters import HAN
from reading_list.noise.late import late
from reading_list.noise.mask_table import Half, load_table

_BEFORE = late(rf"(?:^|[{HAN}，。、；：！？,:!?“”‘’《（(「」』\n\u3000])\Z")
_BEHIND = late(rf"[{HAN}，。、；：！？,!?”’》）)」』\n]|$")
_SIGNS = ("*", ".", "·", "_", "~")
_OFFICES = "副正老前任原"

LEAST_HALVES = 3
"""Letters for so many different parts of words are no chance."""


def trusted(halves: list[tuple[Span, Half]], tables: set[str]) -> list[Span]:
    """Those of `halves` that are in one of the `tables`, or in one of which the text has several words."""
    words = Counter(table for table, _ in {(half.table, half.word) for _, half in halves})
    return [span for span, half in halves if half.table in tables or words[half.table] >= LEAST_HALVES]


def find_halves(text: str, places: dict[str, list[int]]) -> Iterator[tuple[Span, Half]]:
    """The letters at `places`, those of each by their starts, that are for a part of a word there."""
    halves = load_table().halves
    for letters, starts in places.items():
        for place in starts:
            start, end = _stretch(text, place, place + len(letters))
            beside = (letters + text[end : end + 1], text[start - 1 : start] + letters)
            for half in (half for each in beside for half in halves.get(each, ())):
                if (
                    text[place].islower()
                    and text.startswith(half.behind, end)
                    and text.endswith(half.before, 0, start)
                    and (half.before or _BEFORE.search(text, max(0, start - 1), start))
                    and (half.behind or _BEHIND.match(text, end))
                ):
                    yield Span(start, end, "masked-word", "half", half.word), half
                    break


def _stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """With the blanks beside the letters, if there are Chinese characters beyond, or a sign behind them."""
    if text[start - 1 : start] == " " and "\u3400" <= text[start - 2 : start - 1] <= "\u9fff":
        start -= 1
    if text[end : end + 1] in (" ", *_SIGNS) and "\u3400" <= text[end + 1 : end + 2] <= "\u9fff":
        end += 1
    return start, end


def find_heads(text: str, places: dict[str, list[int]]) -> Iterator[Span]:
    """The letter before 长, where what it is for stands before it, or is the one that fits of what the text
    writes out elsewhere."""
    for letter, characters in load_table().heads.items():
        for place in places.get(letter, ()):
            before = text[place - 1 : place]
            if text[place + 1 : place + 2] not in ("长", "長") or not before or not text[place].islower():
                continue
            fits = [char for char in characters if char == before]
            if not fits and before in _OFFICES:
                fits = [char for char in characters if len(characters) == 1 or f"{char}长" in text]
            if len(fits) == 1:
                yield Span(place, place + 1, "masked-word", "half", fits[0])
