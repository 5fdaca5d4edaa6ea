"""Whole documents, marked by hand by somebody who did not know the rules. Not all of their noise is found;
how much must not become less, and the clean ones stay clean."""

import pytest

from bench.noise import compare
from cases import Case, load_cases
from marks import mark, unmark
from reading_list.noise import find_noise

CASES = load_cases("documents")
CLEAN = [case for case in CASES if not unmark(case.marked)[1]]


@pytest.mark.parametrize("case", CLEAN, ids=lambda case: case.id)
def test_a_clean_document_stays_as_it_is(case: Case) -> None:
    assert mark(case.marked, find_noise(case.marked)) == case.marked


def test_little_noise_is_missed_and_next_to_nothing_marked_that_is_none() -> None:
    found = compare("documents", CASES, find_noise)
    assert found.right / found.found >= 0.995
    assert found.right / found.marked >= 0.96
