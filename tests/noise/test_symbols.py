import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import Case, load_cases
from marks import mark, unmark
from reading_list.noise.symbols import find

TEXTS = st.text("蠡泽🈣⛳🞟😂❤️👍🏽🇨🇳1️⃣★\u200b\u200d\ufe0f\U000e0101\ue123。, \n麻将a")


@given(TEXTS)
def test_spans_are_sorted_disjoint_in_range_and_hold_something(text: str) -> None:
    place = 0
    for span in find(text):
        assert place <= span.start < span.end <= len(text)
        place = span.end


@pytest.mark.parametrize("case", load_cases("planted-symbol"), ids=lambda case: case.id)
def test_marks_just_what_the_case_marks(case: Case) -> None:
    text, _ = unmark(case.marked)
    assert mark(text, tuple(find(text))) == case.marked


@given(st.text("陆上的人喜欢寻根问底。,“”—…★☆●※→©®℃№①♪♂ \n\tAz09"))
def test_a_text_without_odd_characters_has_none(text: str) -> None:
    assert list(find(text)) == []


@given(st.text("🈣🞟🛉🂤🝏🁀\U0001fc7f", min_size=1), st.integers(0, 8))
def test_rare_symbols_planted_anywhere_behind_a_character_are_found_whole(symbols: str, place: int) -> None:
    prose = "许明远推开门走了出去。"
    text = prose[: place + 1] + symbols + prose[place + 1 :]
    assert [(span.start, span.end) for span in find(text)] == [(place + 1, place + 1 + len(symbols))]
