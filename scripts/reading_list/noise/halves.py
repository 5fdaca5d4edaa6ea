"""Words of which a letter or two stand for one part, the rest being written out: d委, 市w, 副k长."""

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
"""Letters for so many different parts make a text that masks words."""


def find_sure_halves(text: str, places: dict[str, list[int]]) -> list[Span]:
    """The letters at `places`, those of each by their starts, that mean one thing wherever they stand."""
    return [span for span, half in _halves(text, places) if half.is_sure]


def find_halves(text: str, places: dict[str, list[int]], masks_words: bool) -> list[Span]:
    """All letters that are for a part of a word, if the text masks others or has several of these."""
    found = list(_halves(text, places))
    if not masks_words and len({half.word for _, half in found}) < LEAST_HALVES:
        return []
    return [span for span, _ in found] + list(_heads(text, places))


def _halves(text: str, places: dict[str, list[int]]) -> Iterator[tuple[Span, Half]]:
    for letters, halves in load_table().halves.items():
        for place in places.get(letters, ()):
            start, end = _stretch(text, place, place + len(letters))
            if not text[place].islower():
                continue
            for half in halves:
                if (
                    text.startswith(half.behind, end)
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


def _heads(text: str, places: dict[str, list[int]]) -> Iterator[Span]:
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
