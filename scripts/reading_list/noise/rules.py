"""Rules that a pattern can say: rows of a TOML table under data/noise/."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from reading_list.model import Kind, Span
from reading_list.noise.tables import read_table
from reading_list.noise.word_patterns import rarest_of


@dataclass(frozen=True)
class Rule:
    """A row. The span is the pattern's group `noise` if it has one, else its whole match; `replacement` may
    refer to groups (`\\1`). `example` marks with ⟦…⟧ what the rule must find; in `lookalike`, innocent
    prose, it must find nothing. A text without any of the `keys`, if there are some, need not be searched."""

    id: str
    kind: Kind
    written: str
    example: str
    lookalike: str
    replacement: str = ""
    keys: tuple[str, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern as it is written in the row, compiled when it is first needed: few texts need them all.

        Raises ValueError naming the row when it does not compile.
        """
        try:
            return re.compile(self.written, re.MULTILINE)
        except re.error as error:
            raise ValueError(
                f"data/noise/{self.kind}.toml: rule {self.id!r}: its pattern does not compile: {error}"
            ) from error

    def find(self, text: str) -> Iterator[Span]:
        """The rule's spans in `text`, from left to right."""
        if self.may_be_in(text):
            for match in self.pattern.finditer(text):
                yield from self._spans(match)

    def may_be_in(self, text: str) -> bool:
        """Whether `text` holds one of the keys, or there are none."""
        # A single character is looked for faster.
        for first, keys in self._keys_by_first.items():
            if first in text:
                for key in keys:
                    if key in text:
                        return True
        return not self.keys

    @cached_property
    def parts(self) -> frozenset[str]:
        """Each character of the keys with the one behind it; alone if it is the last."""
        return frozenset(key[place : place + 2] for key in self.keys for place in range(len(key)))

    @cached_property
    def _keys_by_first(self) -> dict[str, list[str]]:
        by_first: dict[str, list[str]] = {}
        for key in self.keys:
            by_first.setdefault(key[0], []).append(key)
        return by_first

    def find_at(self, text: str, place: int) -> Iterator[Span]:
        """The rule's span that begins at `place`, if there is one."""
        if match := self.pattern.match(text, place):
            yield from self._spans(match)

    def _spans(self, match: re.Match[str]) -> Iterator[Span]:
        start, end = match.span("noise" if "noise" in self.pattern.groupindex else 0)
        if start < end:
            yield Span(start, end, self.kind, self.id, match.expand(self.replacement))


@cache
def load_rules(kind: Kind) -> tuple[Rule, ...]:
    """The rows of data/noise/KIND.toml, in their order. Patterns see `^` and `$` at each line.

    Raises ValueError naming file and row when the table cannot be read or a row is no rule.
    """
    rows = read_table(kind).get("rule", [])
    return tuple(rule_of(kind, row, f"data/noise/{kind}.toml: rule {row.get('id', row)!r}") for row in rows)


def rules_in(kind: Kind, text: str) -> tuple[Rule, ...]:
    """Those of the rows that `text` need be searched for: those without keys, or with a key of which some
    character, and the one behind it, are in the text."""
    found = {text[match.start() : match.end() + 1] for match in _any_key(kind).finditer(text)}
    return _rules_with(kind, frozenset({pair[0] for pair in found} | (found & _pairs(kind))))


@lru_cache(maxsize=1024)
def _rules_with(kind: Kind, hints: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in load_rules(kind) if not rule.keys or not hints.isdisjoint(rule.parts))


@cache
def _pairs(kind: Kind) -> frozenset[str]:
    return frozenset().union(*(rule.parts for rule in load_rules(kind)))


@cache
def _any_key(kind: Kind) -> re.Pattern[str]:
    return rarest_of(key for rule in load_rules(kind) for key in rule.keys)


def rule_of(kind: Kind, row: dict[str, Any], place: str) -> Rule:
    """A row as a rule.

    Raises ValueError that begins with `place` when the row is incomplete or has a column that nothing reads.
    """
    columns = {"id", "pattern", "example", "lookalike"}
    if missing := columns - row.keys():
        raise ValueError(f"{place} has no {', '.join(sorted(missing))}")
    if odd := row.keys() - columns - {"replacement", "keys", "initials"}:
        raise ValueError(f"{place}: {', '.join(sorted(odd))} is not understood; CONTRIBUTING.md shows a row")
    if not isinstance(row.get("keys", []), list):
        raise ValueError(f"{place}: keys is not a list; write keys = [{row['keys']!r}]")
    if (kind == "masked-word") != ("initials" in row):
        raise ValueError(f"{place}: rows of masked-word.toml have initials, those of other tables keys")
    replacement, keys = row.get("replacement", ""), tuple(row.get("keys", ()))
    return Rule(row["id"], kind, row["pattern"], row["example"], row["lookalike"], replacement, keys)
