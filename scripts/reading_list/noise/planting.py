"""What a novel site planted among the author's sentences: its own.

Sites reword their lines every month, so a phrase book would always be late; the words are few.
A clause is planted if the points of its words are enough and it holds no word of prose.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reading_list.model import Span
from reading_list.noise.late import late
from reading_list.noise.vocabulary import load_vocabulary
from reading_list.noise.weights import letters, load_words

ENOUGH = 3
"""Points that a clause needs."""

REST = 24
"""So long may a sentence's last words be that name nothing of a site."""

LONG_REST = 8
"""So much beside a clause's words may be a book's name."""

REACH = 160
"""So many characters before and after a word are looked at: planted sentences are short."""

WORD = "[^,。!?;…~\\s(\\[【『)\\]】』]"
OPENING = (
    "(?=[最快天一1请记手本看])(?:(?:最快|快速)更新[^,。!?\\n]{0,16}(?:章节|小说|尽在|请)"
    "|(?:天才[一1]秒|(?<!天才)[一1]秒(?:钟)?记住|(?<!请)请?记住本[站书]|手机(?:用户|阅读|版)?(?:请|可)"
    "|(?<![看到住])本书(?:首发|最新|来自)|看(?:本书)?最新章节)"
    "(?=[^。\\n]{0,40}(?:小说|章节|阅读|网址|域名|[网阁]|www|wap|\\.)))"
)
CLAUSE = late(
    rf"[(\[【『]?(?:{WORD}*?(?:www|wap|\bm)\.[a-z0-9.-]{{3,40}}(?=[\u4e00-\u9fff“「])"
    rf"|{WORD}(?:(?!{OPENING}){WORD})*)[,;~\s)\]】』]*(?:[。!?…][。!?…~\s)\]】』]*)?|[(\[【『,。!?;…~\s)\]】』]"
)
"""An address ends one, too, where Chinese follows; and a site's sentence begins wherever it was pasted."""
POINTS = late("[这那此该其]")
"""What is told goes on so behind a name."""
STOP = late("[。!?…a-z](?:(?<![a-z])|$)")
SITE = late(r"[a-z0-9]\.[a-z]{2,7}\b|[网阁站]|书[屋院吧城]")
QUOTED = late("[“「][^“”「」]{1,12}[”」]")
PAIRS = {"(": ")", "[": "]", "【": "】", "『": "』"}


class Clause(NamedTuple):
    """A clause with the punctuation behind it, and the points of its words and of the best of them. Where
    something is told right behind its words, it ends there (`is_cut`)."""

    start: int
    end: int
    is_cut: bool
    points: int
    best: int
    is_prose: bool
    ends_sentence: bool
    ends_bracket: bool


def find_planted(folded: str) -> Iterator[Span]:
    """The planted sentences of a folded text."""
    last: Span | None = None
    for span in _sentences(folded):
        # What is left between two in one line, a site's name and address, goes with them.
        if last and span.start - last.end <= REST and is_rest(folded[last.end : span.start]):
            last = last._replace(end=span.end)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def is_rest(between: str) -> bool:
    """Whether this belongs to the sentences on either side: no line's end, no stop, no prose."""
    return not re.search(r"[\n。!?…]", between) and not load_vocabulary().prose.search(between)


def _sentences(folded: str) -> Iterator[Span]:
    for start, end in neighbourhoods(folded):
        clauses = [weigh(match) for match in CLAUSE.finditer(folded, start, end)]
        taken = 0
        told = False
        for i, clause in enumerate(clauses):
            if i >= taken and is_core(clause, told) and not is_spoken(folded, clause.start):
                first, taken = extend(clauses, i, taken)
                yield span_of(folded, clauses[first].start, clauses[taken - 1].end)
            told = not clause.ends_sentence and (told or clause.is_prose)


def is_core(clause: Clause, told: bool) -> bool:
    """Whether a clause is planted whatever stands beside it. Likely words alone, however many, make no site;
    nor does a strong word where the sentence began as prose (`told`)."""
    return clause.points >= ENOUGH and clause.best > (2 if told else 1)


def extend(clauses: list[Clause], core: int, floor: int) -> tuple[int, int]:
    """The clauses that go with a core, as a half-open range: back to the beginning of its sentence, on to the
    end, and into sentences after it, as long as there are words of a site."""
    first, last = core, core + 1
    while first > floor and clauses[first - 1].points and not clauses[first - 1].ends_sentence:
        first -= 1
    while (
        last < len(clauses)
        and clauses[last].points > clauses[last - 1].ends_sentence
        and not clauses[last - 1].is_cut
    ):
        last += 1
    # What is left of the sentence on either side, if it is short and no prose.
    rest = last
    while rest < len(clauses) and not clauses[rest - 1].ends_sentence and not clauses[rest].is_prose:
        rest += 1
    ends = rest == len(clauses) or clauses[rest - 1].ends_sentence
    ends = ends and not (clauses[last - 1].ends_bracket or clauses[last - 1].is_cut)
    if rest > last and ends and clauses[rest - 1].end - clauses[last].start <= REST:
        last = rest
    if first == 1 and floor == 0 and not clauses[0].is_prose and clauses[0].end - clauses[0].start <= 6:
        first -= not clauses[0].ends_sentence
    return first, last


def neighbourhoods(folded: str) -> Iterator[tuple[int, int]]:
    """The stretches around words that no story has: within a line, disjoint, from left to right."""
    start = end = -1
    for hit in load_vocabulary().trigger.finditer(folded):
        if hit.end() + REACH <= end:
            continue
        first = max(
            folded.rfind("\n", 0 if hit.start() < REACH else hit.start() - REACH, hit.start()) + 1,
            hit.start() - REACH,
        )
        last = folded.find("\n", hit.end(), hit.end() + REACH)
        last = min(len(folded), hit.end() + REACH) if last < 0 else last
        if first < end:
            end = last
            continue
        if end >= 0:
            yield start, end
        start, end = first, last
    if end >= 0:
        yield start, end


def weigh(match: re.Match[str]) -> Clause:
    """A clause as it is found, with the points of its words."""
    clause, start = match[0], match.start()
    last, points, best, is_prose, ends = worth(clause)
    is_cut = is_telling(clause[last:])
    end = start + (last if is_cut else len(clause))
    return Clause(start, end, is_cut, points, best, is_prose, ends and not is_cut, clause[-1] in ")]】』")


def is_telling(rest: str) -> bool:
    """Whether what stands beside a clause's words is of a sentence."""
    words = load_words()
    if POINTS.match(rest) and letters(rest) > 2:
        return True
    return letters(rest) >= LONG_REST and (
        words.telling_prose.search(rest) is not None or words.prose.search(rest) is not None
    )


@lru_cache(maxsize=4096)  # what a site plants it plants in every chapter
def worth(clause: str) -> tuple[int, int, int, bool, bool]:
    """Where the words of a clause end, their points and the best one's, whether it is prose, and whether it
    ends a sentence. Each word counts once; prose has no points, nor have words that it quotes."""
    words = load_vocabulary()
    is_prose = words.prose.search(clause) is not None
    found: dict[str, int] = {}
    last = len(clause)
    if not is_prose:
        text = QUOTED.sub(lambda quoted: "\0" * len(quoted[0]), clause)
        hits = hits_in(text)
        # A site's sentence begins with its words; what was pasted into another is a clause of its own.
        is_prose = (
            is_telling(clause[: hits[0][0]])
            if hits
            else load_words().telling_prose.search(clause) is not None
        )
        if hits and not is_prose:
            found = {word: points for _, word, points in hits}
            last = hits[-1][0] + len(hits[-1][1])
    ends = STOP.search(clause) is not None
    if not found:
        return last, 0, 0, is_prose, ends
    return last, sum(found.values()), max(found.values()), is_prose, ends


def hits_in(text: str) -> list[tuple[int, str, int]]:
    """The planted words of a text, from left to right, with their places and points."""
    hits: list[tuple[int, str, int]] = []
    end = 0
    for first in load_vocabulary().planted.finditer(text):
        if first.start() >= end and first.lastindex:
            word = first[first.lastindex]
            hits.append((first.start(), word, 4 - first.lastindex))
            end = first.start() + len(word)
    return hits


def is_spoken(folded: str, place: int) -> bool:
    """Whether a quotation is open at `place`: somebody in the text says it."""
    before = folded[max(0, place - REACH) : place + 1]
    before = before[before.rfind("\n") + 1 :]
    return any(before.rfind(opening) > before.rfind(closing) for opening, closing in ("“”", "「」", "‘’"))


def span_of(folded: str, start: int, end: int) -> Span:
    """From `start` to `end`, without blanks at the ends, without the end of a quotation before it, and
    without a bracket whose partner is outside."""
    while folded[start] in "”’」" and start + 1 < end:
        start += 1
    while folded[end - 1].isspace():
        end -= 1
    text = folded[start:end]
    # The site's name, in brackets.
    if closing := PAIRS.get(folded[end : end + 1]):
        close = folded.find(closing, end, end + 40)
        if close > 0 and "\n" not in folded[end:close] and SITE.search(folded, end, close):
            return Span(start, close + 1, "furniture", "planted-sentence")
    for opening, closing in PAIRS.items():
        if text.endswith(closing) and text.count(opening) < text.count(closing):
            end -= 1
    return Span(start, end, "furniture", "planted-sentence")
