"""Furniture is found in every case of the table, and by every row when it is put through the finder."""

import pytest

from cases import Case, load_cases
from marks import mark, unmark
from reading_list.noise.furniture import find
from reading_list.noise.rules import Rule, load_rules
from reading_list.noise.vocabulary import fold


@pytest.mark.parametrize("case", load_cases("furniture"), ids=lambda case: case.id)
def test_marks_the_furniture_and_nothing_else(case: Case) -> None:
    text, _ = unmark(case.marked)
    assert mark(text, find(text)) == case.marked


@pytest.mark.parametrize("rule", load_rules("furniture"), ids=lambda rule: rule.id)
def test_a_row_is_written_as_the_text_is_looked_at(rule: Rule) -> None:
    """A row in capitals, in Traditional or without the key it needs would never find anything."""
    text, _ = unmark(rule.example)
    assert fold(rule.example) == rule.example
    assert mark(text, find(text)) == rule.example
