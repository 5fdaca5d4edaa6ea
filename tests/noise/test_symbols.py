from hypothesis import given
from hypothesis import strategies as st

from reading_list.noise.symbols import find


@given(st.text("陆上的人喜欢寻根问底。,“”—…★☆●※→©®℃№①♪♂ \n\tAz09"))
def test_a_text_without_odd_characters_has_none(text: str) -> None:
    assert list(find(text)) == []


@given(st.text("🈣🞟🛉🂤🝏🁀\U0001fc7f", min_size=1), st.integers(0, 8))
def test_rare_symbols_planted_anywhere_behind_a_character_are_found_whole(symbols: str, place: int) -> None:
    prose = "许明远推开门走了出去。"
    text = prose[: place + 1] + symbols + prose[place + 1 :]
    assert [(span.start, span.end) for span in find(text)] == [(place + 1, place + 1 + len(symbols))]
