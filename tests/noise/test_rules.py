"""Every row of every table finds its example and leaves its lookalike alone."""

import pytest

from marks import mark, unmark
from reading_list.model import Kind
from reading_list.noise import FINDERS
from reading_list.noise.rules import Rule, load_rules

TABLES: tuple[Kind, ...] = ("markup-remains", "masked-word", "furniture")
RULES = [rule for kind in TABLES for rule in load_rules(kind)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_finds_its_example_and_not_its_lookalike(rule: Rule) -> None:
    text, _ = unmark(rule.example)
    assert mark(text, tuple(rule.find(text))) == rule.example
    assert list(rule.find(rule.lookalike)) == []


def test_ids_are_distinct() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_each_kind_is_asked_once() -> None:
    kinds = [kind for kind, _ in FINDERS]
    assert len(set(kinds)) == len(kinds)
