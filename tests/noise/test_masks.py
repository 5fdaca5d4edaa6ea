import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import Case, load_cases
from marks import mark, unmark
from reading_list.noise import masks
from reading_list.noise.rules import Rule, load_rules


@given(st.text(st.sampled_from("市区委政府书记警察杀人sjzfgcdha.*· \n")))
def test_spans_are_sorted_disjoint_and_in_range(text: str) -> None:
    end = 0
    for span in masks.find(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@given(st.text(st.characters(exclude_characters=".．·•*＊_", exclude_categories=["Lu", "Ll"])))
def test_a_text_without_letters_or_separators_has_none(text: str) -> None:
    assert not list(masks.find(text))


@pytest.mark.parametrize("rule", load_rules("masked-word"), ids=lambda rule: rule.id)
def test_each_row_names_its_initials(rule: Rule) -> None:
    text, _ = unmark(rule.example)
    assert mark(text, tuple(masks.find(text))) == rule.example


@pytest.mark.parametrize("case", load_cases("masked-word"), ids=lambda case: case.id)
def test_case(case: Case) -> None:
    text, _ = unmark(case.marked)
    assert mark(text, tuple(masks.find(text))) == case.marked
