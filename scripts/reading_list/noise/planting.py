"""Sentences that a novel site planted among the author's, told by the words that meet in them.

Sites reword their lines every month, so a phrase book would always be late; the words are few.
A clause is planted if the points of its words are enough and it holds no word of prose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reading_list.model import Span
from reading_list.noise.vocabulary import load_vocabulary

ENOUGH = 3
"""Points that a clause needs."""

REACH = 160
"""So many characters before and after a word are looked at: planted sentences are short."""

CLAUSE = re.compile(r"[(\[【『]?[^,。!?;…~\s(\[【『)\]】』]+[,。!?;…~\s)\]】』]*|[(\[【『,。!?;…~\s)\]】』]")
STOP = re.compile(r"[。!?…」』”]")
PAIRS = {"(": ")", "[": "]", "【": "】", "『": "』"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with the punctuation behind it; `points` of the words in it."""

    start: int
    end: int
    points: int
    ends_sentence: bool


def find_planted(folded: str) -> Iterator[Span]:
    """The planted sentences of a folded text."""
    for start, end in neighbourhoods(folded):
        clauses = [weigh(match) for match in CLAUSE.finditer(folded, start, end)]
        taken = 0
        for i, clause in enumerate(clauses):
            if clause.points < ENOUGH or i < taken or is_spoken(folded, clause.start):
                continue
            first = last = i
            while first > taken and clauses[first - 1].points and not clauses[first - 1].ends_sentence:
                first -= 1
            while last + 1 < len(clauses) and clauses[last + 1].points > clauses[last].ends_sentence:
                last += 1
            taken = last + 1
            yield span_of(folded, clauses[first].start, clauses[last].end)


def neighbourhoods(folded: str) -> Iterator[tuple[int, int]]:
    """The stretches around words that no story has: within a line, disjoint, from left to right."""
    start = end = -1
    for hit in load_vocabulary().trigger.finditer(folded):
        if hit.end() + REACH <= end:
            continue
        first = max(folded.rfind("\n", 0 if hit.start() < REACH else hit.start() - REACH, hit.start()) + 1, hit.start() - REACH)
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
    """The points of a clause; each word counts once, and prose has none."""
    words = load_vocabulary()
    text = match[0]
    points = 0
    if not words.prose.search(text):
        found = {hit[0]: 4 - (hit.lastindex or 4) for hit in words.planted.finditer(text)}
        points = sum(found.values())
    return Clause(match.start(), match.end(), points, STOP.search(text) is not None)


def is_spoken(folded: str, place: int) -> bool:
    """Whether a quotation is open at `place`: somebody in the text says it."""
    before = folded[max(0, place - REACH) : place + 1]
    before = before[before.rfind("\n") + 1 :]
    return any(before.rfind(opening) > before.rfind(closing) for opening, closing in ("“”", "「」", "‘’"))


def span_of(folded: str, start: int, end: int) -> Span:
    """From `start` to `end`, without blanks at the ends and without a bracket whose partner is outside."""
    while folded[end - 1].isspace():
        end -= 1
    text = folded[start:end]
    for opening, closing in PAIRS.items():
        if text.endswith(closing) and text.count(opening) < text.count(closing):
            end -= 1
    return Span(start, end, "furniture", "planted-sentence")
