"""Planted symbols: set inside Chinese words against copying, 蠡🈣⛳🞟泽新区.

Where symbols were planted, many come from the rarer corners of Unicode, and they stand anywhere. A writer's
own emoji come from a keyboard and stand where a comma or full stop could. So a text is judged as a whole:
if a rare symbol follows a Chinese character, or symbols part words, they were planted, and every one goes.
Which symbols these are, and which texts are about them, says data/noise/symbols.toml.

Characters that cannot be seen are judged by their place alone, in unseen.py.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.characters import HAN
from reading_list.noise.late import late
from reading_list.noise.symbol_tables import Symbols, load_bonds, load_symbols
from reading_list.noise.unseen import USUAL, find_unseen, matches

IS_HAN = late(f"[{HAN}]")
PAUSE = late("[，。、；：！？”…,]")
RARE_PAUSED = 3
"""So many different rare symbols behind punctuation are no writer's own."""
PARTED_WORD, PARTED_CLAUSE, PARTED_PHRASE, AT_PAUSE, PLANTED = 4.2, 2.4, 2.0, -0.9, 2.3
"""How much a symbol's place tells (log-likelihoods), and what sum is enough. 23 % of planted symbols part a
pair of data/noise/bonds.toml, 0.3 % of a writer's own; 15 % of the planted are at a pause, most of those."""
INSIDE, PROSE = 0.8, 80
"""Any other place between two Chinese characters tells a little where there is a symbol in eighty characters
at most: a message that sets emoji for commas has more."""
PLAIN_PLANTED = 8.0
"""The sum that is enough for a symbol that is also used as text."""
PHRASES_UP_TO, PHRASES = 100_000, 200
"""Characters, in a longer text any two have met before; and symbols, with more of them bonds tell enough."""
MANY = 4
"""So many planted symbols show that any may be one."""
WORDS = re.compile("[←-↙○●◎※§〓ゞ]")
MARKERS = re.compile("[★☆●○◎◇◆□■△▲▽▼※§✓✔✕✖✗✘]")
"""What may mark an item behind a comma or a blank."""
BEFORE = late(f"[{HAN}，、；：,;: ]")
AFTER = late(f"[{HAN}“「《‘『]")
PRIVATE = re.compile("[\ue000-\uf8ff]+")
PRIVATE_WORD, PRIVATE_PHRASE, PRIVATE_CLAUSE = 4.2, 3.0, -0.3
SOWN, SOWN_PER = 1.1, 200
"""A private-use character may stand for one that a font has. Of 132 such in 14 million characters of classics
and novels none parts a word or phrase, as a quarter to a half of those planted do; and they are rarer."""


def find(text: str) -> Iterator[Span]:
    """The planted symbols of `text`, in whole sequences, and what cannot be seen beside Chinese.

    >>> [(span.start, span.end) for span in find("蠡🈣⛳🞟泽新区,生日快乐🎂🎉")]
    [(1, 4), (12, 14)]
    >>> list(find("生日快乐🎂🎉,🇨🇳第1️⃣名★"))
    []
    """
    unusual = USUAL.sub("", text)
    if not unusual:
        return
    symbols = load_symbols(_unassigned(unusual))
    if not symbols.any.search(unusual):
        return
    planted = _planted(text, symbols)
    spans = [Span(start, end, "planted-symbol", "symbol") for start, end in planted]
    yield from sorted([*spans, *find_unseen(text, planted)], key=lambda span: span.start)


def _unassigned(text: str) -> str:
    """The characters of `text`, sorted, that Unicode has not."""
    return "".join(
        sorted(char for char in set(text) if unicodedata.category(char) == "Cn" and not IS_HAN.match(char))
    )


def _planted(text: str, symbols: Symbols) -> list[tuple[int, int]]:
    runs = [match.span() for match in matches(symbols.run, text)]
    planted: list[tuple[int, int]] = []
    seen = [run for run in runs if not PRIVATE.fullmatch(text, *run)]
    private = [run for run in runs if PRIVATE.fullmatch(text, *run)]
    if (
        _has_rare(text, runs, symbols)
        or _inside_words(text, seen, INSIDE) + _private_inside(text, private) >= PLANTED
    ):
        planted = [run for run in runs if not _is_bullet(text, *run)]
        planted += list(_beside(text, planted, symbols))
    plain = [match.span() for match in matches(symbols.plain, text)]
    if plain and _inside_words(text, plain) >= PLAIN_PLANTED:
        planted += [run for run in plain if _is_inside(text, *run)]
    return _joined(planted)


def _beside(text: str, planted: list[tuple[int, int]], symbols: Symbols) -> Iterator[tuple[int, int]]:
    """What is otherwise used as text, where it touches a planted symbol; where many were planted, also what
    stands before a Chinese character within a line, but for arrows and circles, which stand for words."""
    edges = {edge for run in planted for edge in run}
    for match in matches(symbols.beside, text):
        start, end = match.span()
        touches = not edges.isdisjoint((start, end))
        if touches or (len(planted) >= MANY and _is_sown(text, start, end) and not WORDS.search(match[0])):
            yield start, end


def _is_sown(text: str, start: int, end: int) -> bool:
    """Whether a symbol stands between two Chinese characters, or behind a comma where it marks no item."""
    if _is_inside(text, start, end):
        return True
    if MARKERS.search(text, start, end) or not start:
        return False
    return BEFORE.match(text, start - 1) is not None and AFTER.match(text, end) is not None


def _joined(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs, sorted, with those that touch or overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(runs):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _has_rare(text: str, runs: list[tuple[int, int]], symbols: Symbols) -> bool:
    """Whether a rare symbol that the text is not about follows Chinese, or several stand at pauses."""
    behind = "".join(text[start:end] for start, end in runs if start and IS_HAN.match(text, start - 1))
    paused = "".join(text[start:end] for start, end in runs if start and PAUSE.match(text, start - 1))
    if not symbols.rare.search(behind + paused) or symbols.about.search(text):
        return False
    for words, characters in symbols.topics:
        if characters.search(behind + paused) and words.search(text):
            behind, paused = characters.sub("", behind), characters.sub("", paused)
    return symbols.rare.search(behind) is not None or len(set(symbols.rare.findall(paused))) >= RARE_PAUSED


def _inside_words(text: str, runs: list[tuple[int, int]], inside: float = 0) -> float:
    """How surely symbols stand inside words, or phrases that the text repeats, rather than at a pause."""
    bonds, symbols = load_bonds(), load_symbols()
    phrases = text if len(text) <= PHRASES_UP_TO and len(runs) <= PHRASES else ""
    weight = 0.0
    for start, end in runs:
        before, after = text[start - 1 : start], text[end : end + 1]
        if not _is_inside(text, start, end):
            weight += AT_PAUSE
        elif after in bonds.get(before, ""):
            weight += PARTED_WORD
        elif before in symbols.never_end or after in symbols.never_begin:
            weight += PARTED_CLAUSE
        elif before != after and before + after in phrases:
            weight += PARTED_PHRASE
        elif len(text) >= PROSE * len(runs):
            weight += inside
    return weight


def _private_inside(text: str, runs: list[tuple[int, int]]) -> float:
    """The same for private-use characters. One that stands beside the same character twice is part of a name:
    郑\ue475, 刘\ue4c0."""
    bonds = load_bonds()
    phrases = text if len(text) <= PHRASES_UP_TO and len(runs) <= PHRASES else ""
    before = Counter(text[max(0, start - 1) : end] for start, end in runs)
    after = Counter(text[start : end + 1] for start, end in runs)
    weight = 0.0
    inside = 0
    for start, end in runs:
        first, last = text[start - 1 : start], text[end : end + 1]
        if (
            not _is_inside(text, start, end)
            or before[text[start - 1 : end]] > 1
            or after[text[start : end + 1]] > 1
        ):
            weight += AT_PAUSE
            continue
        inside += 1
        if last in bonds.get(first, ""):
            weight += PRIVATE_WORD
        elif first != last and first + last in phrases:
            weight += PRIVATE_PHRASE
        else:
            weight += PRIVATE_CLAUSE
    return weight + (SOWN * inside if SOWN_PER * inside >= len(text) else 0)


def _is_inside(text: str, start: int, end: int) -> bool:
    return start > 0 and IS_HAN.match(text, start - 1) is not None and IS_HAN.match(text, end) is not None


def _is_bullet(text: str, start: int, end: int) -> bool:
    """Whether the run opens a line and a space follows: `📍 地址`."""
    return text[start - 1 : start] in ("", "\n") and text[end : end + 1] in (" ", "\N{IDEOGRAPHIC SPACE}")
