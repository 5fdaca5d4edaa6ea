"""Whole documents, marked by hand by somebody who did not know the rules. Not all of their noise is found;
how much must not become less, and the clean ones stay clean. And pages that were written with the
rules at hand, with texts that look like them: in these all is found, and nothing else."""

import pytest

from bench.noise import compare, places
from cases import Case, load_cases
from marks import mark, unmark
from reading_list.noise import find_noise

CASES = load_cases("documents")
PAGES = load_cases("pages")
CLEAN = [case for case in CASES if not unmark(case.marked)[1]]


@pytest.mark.parametrize("case", CLEAN, ids=lambda case: case.id)
def test_a_clean_document_stays_as_it_is(case: Case) -> None:
    assert mark(case.marked, find_noise(case.marked)) == case.marked


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.id)
def test_a_page_loses_its_frame_and_nothing_else(case: Case) -> None:
    text, marks = unmark(case.marked)
    spans = find_noise(text)
    found = places(text, ((span.start, span.end, span.replacement) for span in spans))
    assert found == places(text, marks), mark(text, spans)


def test_little_noise_is_missed_and_next_to_nothing_marked_that_is_none() -> None:
    found = compare("documents", CASES, find_noise)
    assert found.right / found.found >= 0.997
    assert found.right / found.marked >= 0.975
