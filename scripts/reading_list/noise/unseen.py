"""Characters that cannot be seen: zero-width, variation selectors, directions, fillers, stray controls.

Beside Chinese they have nothing to do, so their place alone tells that they were planted, or left over.
"""

import re
from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.characters import HAN
from reading_list.noise.late import late

CHINESE = f"{HAN}\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”‘’—…·"
SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
DIRECTIONS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\u061c\u202a-\u202e\u2066-\u2069"
TAGS = "\U000e0000-\U000e007f"
UNSEEN = (
    f"{SELECTORS}{JOINERS}{DIRECTIONS}{TAGS}\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\ufeff"
    # Controls but for tab, line ends, form feed and escape; fillers; anchors of what was not copied.
    "\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\N{COMBINING GRAPHEME JOINER}\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u2061-\u2065\u206a-\u206f\u3164\uffa0\ufff9-\ufffc"
)
"""These are each the inside of a regular expression's [...]."""

USUAL = late("[\n -~\u4e00-\u9fff\u3000-\u3011\uff00-\uff5e‘-”…—·]+")
"""Most texts are made of usual characters: to pass over them is thirty times as fast as to search them."""

RUN = late(f"[{UNSEEN}]+")
BESIDE_CHINESE = late(f"[{CHINESE}]")
SEQUENCE = late(f"[{SELECTORS}{JOINERS}{TAGS}]*")
"""What belongs to the symbol or letter before it: ☎️, 1️⃣, a flag, Persian."""
RIGHT_TO_LEFT = late("[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u0710-\u072f]{2}")
"""A word of a script that directions are for."""

ACCENTS = "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20dc"
ACCENT = late(f"[{ACCENTS}]")
ACCENTED = late(f"[{ACCENTS}](?<=[{HAN}].)[{ACCENTS}]*")
"""Marks that go over a letter, over a Chinese character: they are seen, but their place tells as much."""

VARIANT = late(f"(?<=[{HAN}])[\U000e0100-\U000e011f](?![{UNSEEN}])")
"""A variant form as in 葛󠄀; the registered collections give a character some thirty at most."""
SELECTED = late(f"(?<=[{HAN}])[{SELECTORS}]")
VARIANT_BASES = 3
"""A name or two may be written with a variant; where so many characters have one, they were sown."""
PUNCTUATION_VARIANT = late(f"(?<=[、。，．：；！？])[\ufe00\ufe01](?![{UNSEEN}])")
"""U+FE00 and U+FE01 choose between corner and centre for these marks."""

SIGN = late(
    "[\u0700-\u070d\u0f01-\u0f17\u0fbe-\u0fda\u1400\u166d\u166e\u1680\u169b\u169c\u16eb-\u16ed\u17d4-\u17da\u1800-\u180a]{1,3}"
)
LETTERS = late(
    "[\u0710-\u072f\u0f40-\u0f6c\u1401-\u166c\u1681-\u169a\u16a0-\u16ea\u1780-\u17b3\u1820-\u1878]"
)
"""Punctuation of scripts that Chinese has no word from, and their letters, with which it is in its place."""
ABOUT = late("[藏蒙]文|[藏蒙][语語]|叙利亚|敘利亞|高棉|卢恩|盧恩|字母")
SYMBOLS = late(f"[^\0-\u20ff\u3000-\u33ff{HAN}\ue000-\uf8ff\uff00-\uffef{UNSEEN}]{{1,4}}(?=[{HAN}])")
IS_HAN = late(f"[{HAN}]")

PRIVATE = late("[\ue000-\uf8ff]+")
BULLET = late("(?m)^[\uf020-\uf0ff](?=[ \t\u3000]?[^ \t\n\u3000])")
"""A sign of a font of symbols, as a word processor sets before the paragraphs of a list."""
SELECTOR = late(f"[{SELECTORS}]")
CLAUSE = late("[，。、；：！？”」\n]")
BULLETS, ENDS = 2, 3
"""So many bullets make a text copied without its fonts; so many at the ends of clauses only are emoji."""


def matches(
    pattern: re.Pattern[str], text: str, first: int = 0, last: int | None = None
) -> Iterator[re.Match[str]]:
    """The matches in `text[first:last]` of a pattern that matches unusual characters only."""
    last = len(text) if last is None else last
    place = first
    for usual in USUAL.finditer(text, first, last):
        if place < usual.start():
            yield from pattern.finditer(text, place, usual.start())
        place = usual.end()
    yield from pattern.finditer(text, place, last)


def find_unseen(text: str, taken: list[tuple[int, int]]) -> Iterator[Span]:
    """The spans of what cannot be seen beside Chinese, or alone between spaces; not within those `taken`,
    which are sorted and disjoint."""
    runs: list[re.Match[str]] = []
    place = 0
    for start, end in [*taken, (len(text), len(text))]:
        runs += matches(RUN, text, place, start)
        place = end
    unusual = USUAL.sub("", text)
    if ACCENT.search(unusual):
        for match in matches(ACCENTED, text):
            yield Span(*match.span(), "planted-symbol", "accent")
    inside = {place for span in taken for place in range(*span)}
    if SIGN.search(unusual) and not LETTERS.search(unusual) and not ABOUT.search(text):
        yield from _signs(text, inside)
    if PRIVATE.search(unusual):
        yield from _private(text, inside)
    if not runs:
        return
    is_selected = SELECTOR.search(unusual) is not None
    varied = {text[match.start() - 1] for match in matches(SELECTED, text)} if is_selected else set()
    writes_variants = len(varied) < VARIANT_BASES
    directed = RIGHT_TO_LEFT.search(text) is not None
    for match in runs:
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if not _is_margin(before) and (sequence := SEQUENCE.match(text, start, end)):
            start = sequence.end()
        if (
            start == end
            or not (BESIDE_CHINESE.match(before) or BESIDE_CHINESE.match(after) or before == after == "\n")
            or (writes_variants and VARIANT.match(text, start))
            or PUNCTUATION_VARIANT.match(text, start)
            or (directed and re.search(f"[{DIRECTIONS}]", match[0]))
        ):
            continue
        # What a selector stands before was planted with it.
        symbols = SYMBOLS.match(text, end) if IS_HAN.match(before) else None
        if symbols and inside.isdisjoint(range(end, symbols.end())):
            end = symbols.end()
        yield Span(start, end, "planted-symbol", "unseen")


def _signs(text: str, planted: set[int]) -> Iterator[Span]:
    """Signs of other scripts between Chinese characters or places where something is `planted`."""
    for match in matches(SIGN, text):
        start, end = match.span()
        beside = (start - 1, end)
        if start not in planted and all(place in planted or IS_HAN.match(text, place) for place in beside):
            yield Span(start, end, "planted-symbol", "sign")


def _private(text: str, planted: set[int]) -> Iterator[Span]:
    """Private-use characters that are bullets; beside these, or where there are no others, those at the edges
    of clauses; and all where one was planted together with what cannot be seen."""
    runs = [match.span() for match in matches(PRIVATE, text) if match.start() not in planted]
    if not runs:
        return
    bullets = [(start, end) for start, end in runs if BULLET.match(text, start)]
    ends = [
        (start, end)
        for start, end in runs
        if IS_HAN.match(text[start - 1 : start])
        and CLAUSE.match(text, end)
        and text.count(text[start - 1 : end]) == 1  # a name comes again
    ]
    if any(SELECTOR.match(text, end) or SELECTOR.match(text, start - 1) for start, end in runs if start):
        # A name comes again.
        found = [run for run in runs if text.count(text[slice(*run)]) == 1]
    elif len(bullets) >= BULLETS or (len(ends) >= ENDS and len(ends) == len(runs)):
        heads = [
            (start, end) for start, end in runs if IS_HAN.match(text, end) and CLAUSE.match(text, start - 1)
        ]
        found = [*bullets, *ends, *heads]
    else:
        found = bullets
    for start, end in sorted(set(found)):
        yield Span(start, end, "planted-symbol", "private")


def _is_margin(character: str) -> bool:
    return (
        character == ""
        or character.isspace()
        or "\ue000" <= character <= "\uf8ff"
        or (BESIDE_CHINESE.match(character) is not None)
    )
