import re
import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marks import mark, unmark
from reading_list.noise.symbols import find


@given(st.text("陆上的人喜欢寻根问底。,“”—…★☆●※→©®℃№①♪♂ \n\tAz09"))
def test_a_text_without_odd_characters_has_none(text: str) -> None:
    assert list(find(text)) == []


@given(st.text("🈣🞟🛉🂤🝏🁀\U0001fc7f", min_size=1), st.integers(0, 8))
def test_rare_symbols_planted_anywhere_behind_a_character_are_found_whole(symbols: str, place: int) -> None:
    prose = "许明远推开门走了出去。"
    text = prose[: place + 1] + symbols + prose[place + 1 :]
    assert [(span.start, span.end) for span in find(text)] == [(place + 1, place + 1 + len(symbols))]


TABLE = resources.files("reading_list") / "data" / "noise" / "symbols.toml"
GROUPS = tomllib.loads(TABLE.read_text(encoding="utf-8"))
ROWS = [row for group in ("common", "plain", "sown", "letters", "beside", "rare") for row in GROUPS[group]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_row_has_an_example_that_is_found_and_a_lookalike_that_is_not(row: dict[str, str]) -> None:
    place = f"data/noise/symbols.toml: row {row['id']!r}"
    characters = re.compile(f"[{row['characters']}]")
    example, lookalike = unmark(row["example"])[0], row["lookalike"]
    assert characters.search(example), f"{place}: its example has none of its characters"
    assert characters.search(lookalike), f"{place}: its lookalike has none of its characters"
    assert mark(example, tuple(find(example))) == row["example"], place
    assert mark(lookalike, tuple(find(lookalike))) == lookalike, place
