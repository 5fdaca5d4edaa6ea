import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import Case, load_cases
from marks import mark, unmark
from reading_list.noise.markup import find

TEXTS = st.lists(
    st.sampled_from(
        [
            "<br>",
            "<p",
            "</p>",
            "<script>",
            "</script>",
            "<b>",
            "&nbsp;",
            "&amp;",
            "&#8220;",
            "[b]",
            "[/b]",
            "{$a}",
            ".a{b:c;}",
            "\x1b[31m",
            "\n",
            "他",
            "。",
            "<!--",
            "-->",
            "f(1);",
        ]
    )
).map("".join)


@given(TEXTS)
def test_spans_are_sorted_disjoint_in_range_and_hold_something(text: str) -> None:
    place = 0
    for span in find(text):
        assert place <= span.start < span.end <= len(text)
        place = span.end


@pytest.mark.parametrize("case", load_cases("markup-remains"), ids=lambda case: case.id)
def test_marks_just_what_the_case_marks(case: Case) -> None:
    text, _ = unmark(case.marked)
    assert mark(text, tuple(find(text))) == case.marked
