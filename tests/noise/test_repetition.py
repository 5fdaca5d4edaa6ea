import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import Case, load_cases
from marks import mark, unmark
from reading_list.noise.repetition import find

TEXTS = st.lists(
    st.sampled_from(
        [
            "他走进了一间没有窗户的屋子,在里面坐了很久很久。",
            "走吧。",
            "，，",
            "。。。",
            "\n",
            "\n\n",
            "- 1 -",
            "- 2 -",
            "第1页",
            "第2页共9页",
            "1/2",
            "他",
        ]
    )
).map("".join)


@given(TEXTS)
def test_spans_are_sorted_disjoint_in_range_and_hold_something(text: str) -> None:
    place = 0
    for span in find(text):
        assert place <= span.start < span.end <= len(text)
        place = span.end


@pytest.mark.parametrize("case", load_cases("repetition"), ids=lambda case: case.id)
def test_marks_just_what_the_case_marks(case: Case) -> None:
    text, _ = unmark(case.marked)
    assert mark(text, tuple(find(text))) == case.marked
