"""What a novel site planted among the author's sentences: its own.

Sites reword their lines every month, so a phrase book would always be late; the words are few.
A clause is planted if the points of its words are enough and it holds no word of prose.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from reading_list.model import Span
from reading_list.noise.characters import ORDINAL
from reading_list.noise.furniture.clauses import CLAUSE, Clause, weigh
from reading_list.noise.late import late
from reading_list.noise.vocabulary import load_vocabulary

ENOUGH = 3
"""Points that a clause needs."""

REST = 24
"""So long may a sentence's last words be that name nothing of a site."""

REACH = 160
"""So many characters before and after a word are looked at: planted sentences are short."""

CHAPTER = late(rf"[(\[【]?{ORDINAL}[章回节]")
SITE = late(r"[a-z0-9]\.[a-z]{2,7}\b|[网阁站]|书[屋院吧城]")
NAMED = late(r"[(\[【『][\u4e00-\u9fffa-z0-9. ]{2,16}[)\]】』]$")
PAIRS = {"(": ")", "[": "]", "【": "】", "『": "』"}


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
    may_have_points = load_vocabulary().planted.search
    for start, end in neighbourhoods(folded):
        clauses = Clauses(folded, start, end)
        taken = asked = 0
        told = False
        for i, clause in enumerate(clauses.texts):
            if i < taken or not may_have_points(clause) or clauses[i].points < ENOUGH:
                continue
            told, asked = is_told(clauses, asked, i, told), i
            if is_core(clauses[i], told) and not is_spoken(folded, clauses[i].start):
                first, taken = extend(clauses, i, taken)
                if CHAPTER.match(folded, clauses[first].start):
                    continue  # what a chapter is called may be of sites, too
                yield span_of(folded, clauses[first].start, clauses[taken - 1].end)


class Clauses(dict[int, Clause]):
    """The clauses of a stretch by their number, each weighed when it is asked for: few are."""

    def __init__(self, folded: str, start: int, end: int) -> None:
        self.texts: list[str] = CLAUSE.findall(folded, start, end)
        self.starts = list(accumulate(map(len, self.texts), initial=start))

    def __missing__(self, i: int) -> Clause:
        clause = self[i] = weigh(self.texts[i], self.starts[i])
        return clause


def is_told(clauses: Clauses, start: int, i: int, told: bool) -> bool:
    """Whether the sentence that clause `i` is in began as prose, if that of clause `start` has (`told`)."""
    for clause in (clauses[n] for n in range(i - 1, start - 1, -1)):
        if clause.ends_sentence or clause.is_prose:
            return not clause.ends_sentence
    return told


def is_core(clause: Clause, told: bool) -> bool:
    """Whether a clause is planted whatever stands beside it. Likely words alone, however many, make no site;
    nor does a strong word where the sentence began as prose (`told`)."""
    return clause.points >= ENOUGH and clause.best > (2 if told else 1)


def extend(clauses: Clauses, core: int, floor: int) -> tuple[int, int]:
    """The clauses that go with a core, as a half-open range: back to the beginning of its sentence, on to the
    end, and into sentences after it, as long as there are words of a site."""
    first, last, count = core, core + 1, len(clauses.texts)
    while first > floor and clauses[first - 1].points and not clauses[first - 1].ends_sentence:
        first -= 1
    while (
        last < count
        and clauses[last].points > clauses[last - 1].ends_sentence
        and not clauses[last - 1].is_cut
    ):
        last += 1
    # What is left of the sentence on either side, if it is short and no prose.
    rest = last
    while rest < count and not clauses[rest - 1].ends_sentence and not clauses[rest].is_prose:
        rest += 1
    ends = rest == count or clauses[rest - 1].ends_sentence
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
    # The site's name, in brackets.
    if (name := NAMED.search(folded, max(0, start - 20), start)) and SITE.search(name[0]):
        start = name.start()
    text = folded[start:end]
    if closing := PAIRS.get(folded[end : end + 1]):
        close = folded.find(closing, end, end + 40)
        if close > 0 and "\n" not in folded[end:close] and SITE.search(folded, end, close):
            return Span(start, close + 1, "furniture", "planted-sentence")
    for opening, closing in PAIRS.items():
        if text.endswith(closing) and text.count(opening) < text.count(closing):
            end -= 1
    return Span(start, end, "furniture", "planted-sentence")
