"""Line ends are made one kind and brought back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_list.line_ends import bring_back, unify
from reading_list.model import LineEnds

texts = st.lists(st.sampled_from(["一", "\n", "\r", "\r\n", "\u2028", "\x85", "\x0b"]), max_size=30).map(
    "".join
)


@given(texts)
def test_bring_back_is_the_inverse_of_unify(text: str) -> None:
    unified, ends = unify(text)
    assert "\r" not in unified
    assert bring_back(unified, ends) == text


@pytest.mark.parametrize(
    ("text", "unified", "ends"),
    [
        ("", "", LineEnds()),
        ("一\n二", "一\n二", LineEnds()),
        ("一\r二\r", "一\n二\n", LineEnds("\r")),
        ("一\r\r\n二", "一\n\n二", LineEnds("\r", {1: "\r\n"})),
        ("一\u2028二\x85三", "一\u2028二\x85三", LineEnds()),
    ],
)
def test_unify(text: str, unified: str, ends: LineEnds) -> None:
    assert unify(text) == (unified, ends)


def test_a_text_that_a_person_made_longer_gets_the_usual_line_end() -> None:
    assert bring_back("一\n二\n三\n四", LineEnds("\r\n", {0: "\n"})) == "一\n二\r\n三\r\n四"
