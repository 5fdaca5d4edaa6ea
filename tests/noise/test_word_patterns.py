"""Patterns for many words find what a search for each word would."""

import re
from collections.abc import Callable
from re import Pattern

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_list.noise.tables import read_table
from reading_list.noise.word_patterns import any_of, led_by_letters, rarest_of

WORDS = st.sets(st.text("网站地z x.的", min_size=1, max_size=4), min_size=1, max_size=9)
TEXTS = st.text("网站地图z x.的新\n", max_size=30)


def replace(words: set[str], text: str) -> str:
    """`text` with `_` for each word, of several at a place the shortest."""
    place, pieces = 0, ""
    while place < len(text):
        here = [word for word in words if text.startswith(word, place)]
        pieces += "_" if here else text[place]
        place += min(map(len, here), default=1)
    return pieces


@given(WORDS, TEXTS)
def test_the_shortest_of_the_words_at_a_place_is_found(words: set[str], text: str) -> None:
    assert any_of(words).sub("_", text) == replace(words, text)


@given(WORDS, TEXTS)
def test_a_rarest_character_is_found_wherever_there_is_a_word_and_within_it(
    words: set[str], text: str
) -> None:
    places = {place for place in range(len(text)) if text.startswith(tuple(words), place)}
    found = {match.start() for match in rarest_of(words).finditer(text)}
    for place in places:
        longest = max(len(word) for word in words if text.startswith(word, place))
        assert found & set(range(place, place + longest))
    inside = {
        place + i
        for place in places
        for word in words
        if text.startswith(word, place)
        for i in range(len(word))
    }
    assert found <= inside


@pytest.mark.parametrize("build", [any_of, rarest_of])
def test_words_of_many_first_characters_are_all_found(
    build: Callable[[set[str]], Pattern[str]],
) -> None:
    words = {chr(0x4E00 + 7 * i) + "章" for i in range(60)}
    assert all(build(words).search(f"在{word}里") for word in words)


@given(st.sampled_from(("prose", "name_ends")), st.data())
def test_what_is_led_by_letters_is_found_where_it_stands(row: str, data: st.DataObject) -> None:
    pattern = read_table("site-words")[row]
    letters = st.one_of(st.sampled_from(pattern), st.sampled_from("江边,2x\0"))
    text = data.draw(st.text(letters, max_size=8))
    assert (led_by_letters(pattern).search(text) is None) == (re.search(pattern, text) is None)
