"""Planted symbols: set inside Chinese words against copying, 蠡🈣⛳🞟泽新区.

Where symbols were planted, many come from the rarer corners of Unicode, and they stand anywhere. A writer's
own emoji come from a keyboard and stand where a comma or full stop could. So a text is judged as a whole:
if a rare symbol follows a Chinese character, or symbols part words, they were planted, and every one goes,
but faces and hands at the ends of lines where none stands inside one. Which symbols these are, and which
texts are about them, says data/noise/symbols.toml.

Characters that cannot be seen are judged by their place alone, in unseen.py.
"""

import re
import unicodedata
from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.characters import HAN, IS_HAN, is_between
from reading_list.noise.late import late
from reading_list.noise.private_use import AT_PAUSE, PRIVATE, weigh_private
from reading_list.noise.symbol_tables import Symbols, load_bonds, load_symbols
from reading_list.noise.unseen import USUAL, find_unseen, matches

PAUSE = late("[，。、；：！？”…,]")
RARE_PAUSED = 3
"""So many different rare symbols behind punctuation are no writer's own."""
PARTED_WORD, PARTED_CLAUSE, PARTED_PHRASE, PLANTED = 4.2, 2.4, 2.0, 2.3
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
FACES = late("[\U0001f600-\U0001f64f\U0001f44c-\U0001f44f\U0001f4aa\U0001f914\U0001f917\U0001f923\ufe0f]+")
"""Faces and hands, which a writer sets at the end of a line."""
END = late("[ \t\u3000\r]*(?:\n|$)")
ODD = "[\ufe03-\ufe0d\u180b-\u180e\u2061-\u2064\u206a-\u206f\u115f\u1160\u17b4\u17b5\U000e0020-\U000e007f]"
ODD_UNSEEN, ODD_BEHIND = late(ODD), late(f"(?<=[{HAN}]){ODD}")
"""What cannot be seen and no keyboard or program leaves behind a Chinese character: somebody planted it."""
BEHIND_UNSEEN = late(f"[{HAN}][\xad\ufeff\u200b-\u200f\u2060-\u2064]{{1,3}}$")
"""Before a symbol: whoever set what cannot be seen set the symbol, too."""


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
    planted = _planted(text, unusual, symbols)
    spans = [Span(start, end, "planted-symbol", "symbol") for start, end in planted]
    yield from sorted([*spans, *find_unseen(text, planted)], key=lambda span: span.start)


def _unassigned(text: str) -> str:
    """The characters of `text`, sorted, that Unicode has not."""
    return "".join(
        sorted(char for char in set(text) if unicodedata.category(char) == "Cn" and not IS_HAN.match(char))
    )


def _planted(text: str, unusual: str, symbols: Symbols) -> list[tuple[int, int]]:
    """The runs of symbols that were planted, by their places in `text`; `unusual` has no other characters."""
    runs = [match.span() for match in matches(symbols.run, text)]
    seen = [run for run in runs if not PRIVATE.fullmatch(text, *run)]
    private = [run for run in runs if PRIVATE.fullmatch(text, *run)]
    planted: list[tuple[int, int]] = []
    if (
        _has_rare(text, runs, symbols)
        or (ODD_UNSEEN.search(unusual) and any(True for _ in matches(ODD_BEHIND, text)))
        or any(BEHIND_UNSEEN.search(text, max(0, start - 4), start) for start, _ in runs)
        or _inside_words(text, seen, INSIDE) + weigh_private(text, private, _phrases(text, private))
        >= PLANTED
    ):
        planted = [run for run in runs if not _is_bullet(text, *run)]
        # A writer whose text was sown with others has his own.
        if not any(FACES.fullmatch(text, *run) and is_between(text, *run) for run in planted):
            planted = [
                run for run in planted if not (FACES.fullmatch(text, *run) and END.match(text, run[1]))
            ]
        planted += list(_beside(text, planted, symbols))
    if symbols.far.search(unusual):
        planted += _letters(text, symbols)
    plain = [match.span() for match in matches(symbols.plain, text)] if symbols.plain.search(unusual) else []
    if plain and _inside_words(text, plain) >= PLAIN_PLANTED:
        planted += [run for run in plain if is_between(text, *run)]
    return _joined(planted)


def _letters(text: str, symbols: Symbols) -> list[tuple[int, int]]:
    """Letters of far scripts, each alone between two Chinese characters, if they part words or are many."""
    letters = [match.span() for match in matches(symbols.letters, text) if is_between(text, *match.span())]
    is_planted = letters and (len(letters) >= MANY or _inside_words(text, letters) >= PLANTED)
    if is_planted and symbols.about.search(text):
        return []
    for words, characters in symbols.topics:
        if is_planted and characters.search(text, *letters[0]) and words.search(text):
            return []
    return letters if is_planted else []


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
    if is_between(text, start, end):
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
    phrases = _phrases(text, runs)
    weight = 0.0
    for start, end in runs:
        before, after = text[start - 1 : start], text[end : end + 1]
        if not is_between(text, start, end):
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


def _phrases(text: str, runs: list[tuple[int, int]]) -> str:
    return text if len(text) <= PHRASES_UP_TO and len(runs) <= PHRASES else ""


def _is_bullet(text: str, start: int, end: int) -> bool:
    """Whether the run opens a line and a space follows: `📍 地址`."""
    return text[start - 1 : start] in ("", "\n") and text[end : end + 1] in (" ", "\N{IDEOGRAPHIC SPACE}")
