"""What kind of text this is, judged by the weighted terms of data/types.toml."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib import resources
from operator import add
from typing import Any

from reading_list.matching import spell
from reading_list.model import UNCLASSIFIED, Classification, Evidence

HEAD = 200
"""Headline and lede of a news item, in characters."""

SAMPLE = 20_000
"""A longer text is judged by its beginning: more would not change the type and costs time."""

SHORTEST = 150
"""A shorter text is judged as if it were so long, for in two sentences any word is frequent."""

FEWEST = 30
"""A text of fewer characters is no evidence, whatever it says."""

MARGIN = 0.4
"""By how much the best type must lead; closer than this, chance would decide."""

Openings = Mapping[str, tuple[str, ...]]
"""Words by their first two characters, which rule most of them out sooner than looking for each."""

_STRAIGHT_QUOTES = re.compile(r'"([^"\n]*)"')


@dataclass(frozen=True, slots=True)
class TextType:
    """A row `[[type]]`: `label` is the name readers see, `enough` the least evidence for it."""

    id: str
    label: str
    enough: float


@dataclass(frozen=True, slots=True)
class Term:
    """A row `[[term]]`, spelled for matching. The table's own comment explains the fields."""

    name: str
    words: Openings
    but: Openings
    pattern: re.Pattern[str] | None
    in_head: bool
    most: float
    weights: Mapping[str, float]

    def find(self, text: str, pairs: Set[str]) -> Mapping[str, int]:
        """What the term finds in `text` and how often; `pairs` holds at least its pairs of characters."""
        if self.pattern:
            return Counter(match[0] for match in self.pattern.finditer(text))
        return _count(self.words, text, pairs)

    def mistake(self, text: str, pairs: Set[str]) -> int:
        """How often `text` only looks as if it held one of the words."""
        return sum(_count(self.but, text, pairs).values())


@cache
def load_types() -> tuple[TextType, ...]:
    """The types of the table, in its order. Raises ValueError naming the row that is wrong."""
    try:
        return tuple(TextType(row["id"], row["label"], float(row["enough"])) for row in _table()["type"])
    except (KeyError, ValueError) as error:
        raise ValueError(f"data/types.toml: a [[type]] is wrong: {error}") from error


def type_labels() -> dict[str, str]:
    """What the site calls each type, in the order of the table."""
    return {text_type.id: text_type.label for text_type in load_types()} | {UNCLASSIFIED: "未分类"}


@cache
def load_terms() -> tuple[Term, ...]:
    """The terms of the table, in its order. Raises ValueError naming the row that is wrong."""
    known = {text_type.id for text_type in load_types()} | {UNCLASSIFIED}
    return tuple(_read(row, known) for row in _table()["term"])


@cache
def _table() -> dict[str, Any]:
    table = resources.files("reading_list") / "data" / "types.toml"
    return tomllib.loads(table.read_text(encoding="utf-8"))


def _read(row: dict[str, Any], known: set[str]) -> Term:
    try:
        if unknown := set(row["weights"]) - known:
            raise ValueError(f"no [[type]] has the id {', '.join(sorted(unknown))}")
        return Term(
            name=row["name"],
            words=_openings(row.get("words", ())),
            but=_openings(row.get("but", ())),
            pattern=re.compile(row["pattern"], re.MULTILINE) if "pattern" in row else None,
            in_head=row.get("where", "text") == "head",
            most=float(row["most"]),
            weights={type_id: float(weight) for type_id, weight in row["weights"].items()},
        )
    except (KeyError, ValueError, re.error) as error:
        raise ValueError(f"data/types.toml: term {row.get('name', row)!r}: {error}") from error


def _openings(words: Iterable[str]) -> Openings:
    by_opening: dict[str, tuple[str, ...]] = {}
    for word in map(spell, words):
        by_opening[word[:2]] = (*by_opening.get(word[:2], ()), word)
    return by_opening


def _count(words: Openings, text: str, pairs: Set[str]) -> Mapping[str, int]:
    return {
        word: count
        for opening in words.keys() & pairs
        for word in words[opening]
        if (count := text.count(word))
    }


def classify(text: str) -> Classification:
    """The type of clean `text`, and why; "unclassified" where evidence is thin or two types are close.

    >>> classify("第三章 归来\\n“你怎么来了?”她愣了一下,轻轻问道。他没有说话,只是笑了笑。").type
    'novel-chapter'
    """
    evidence = _weigh(text)
    scores = {UNCLASSIFIED: 0.0} | {text_type.id: -text_type.enough for text_type in load_types()}
    for each in evidence:
        scores[each.type] += each.weight
    best, rival = sorted(scores, key=lambda each: -scores[each])[:2]
    sure = len(text) >= FEWEST and scores[best] >= scores[rival] + MARGIN
    return Classification(best if sure else UNCLASSIFIED, evidence)


def _weigh(text: str) -> tuple[Evidence, ...]:
    """All evidence, for and against every type, heaviest first; a term shows what it found most."""
    sample = _STRAIGHT_QUOTES.sub(r"“\1”", spell(text[:SAMPLE].strip()))
    head = sample[:HEAD]
    pairs = _pairs(sample)
    thousands = max(SHORTEST, len(sample)) / 1000
    evidence: list[Evidence] = []
    for term in load_terms():
        where = head if term.in_head else sample
        found = term.find(where, pairs)
        count = sum(found.values()) - term.mistake(where, pairs) if found else 0
        if count <= 0:
            continue
        often = min(count if term.in_head else count / thousands, term.most)
        shown = sorted(found, key=lambda word: (-found[word], word))[:3]
        name = f"{term.name} ({'、'.join(word.strip() for word in shown)})"
        evidence += [
            Evidence(type_id, name, count, often * weight) for type_id, weight in term.weights.items()
        ]
    return tuple(sorted(evidence, key=lambda each: -abs(each.weight)))


def _pairs(text: str) -> Set[str]:
    """The pairs of neighbouring characters in `text`, and the characters."""
    pairs = set(map(add, text, text[1:]))
    pairs.update(text)
    return pairs
