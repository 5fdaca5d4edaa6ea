from hypothesis import given
from hypothesis import strategies as st

from reading_list.collation import accept
from reading_list.noise import glosses
from reading_list.noise.readings import is_reading, readings

CONVERTED = {"網": "wǎng", "業": "yè", "動": "dòng", "區": "qū", "個": "ge4", "綠": "lv"}


@given(st.text(st.sampled_from("網業的()（） wǎngyèdeABC1\N{COMBINING CARON}\n")))
def test_spans_are_sorted_disjoint_and_glosses(text: str) -> None:
    end = 0
    for span in glosses.find(text):
        assert end < span.start < span.end <= len(text)
        assert is_reading(text[span.start - 1], text[span.start : span.end].strip("()（） "))
        end = span.end


@given(st.text(st.characters(exclude_categories=["Lu", "Ll"])))
def test_a_text_without_latin_letters_has_none(text: str) -> None:
    assert not list(glosses.find(text))


@given(st.lists(st.sampled_from(["網", "業", "動", "區", "個", "綠", "的人", ",", "(一)"]), max_size=40))
def test_what_a_converter_glossed_is_given_back(pieces: list[str]) -> None:
    pieces = ["網", "業", "動", *pieces]
    glossed = "".join(f"{piece}({CONVERTED[piece]})" if piece in CONVERTED else piece for piece in pieces)
    assert accept(glossed, glosses.find(glossed)).text == "".join(pieces)


def test_the_dictionary_reads_rare_characters_too() -> None:
    assert readings("\U00020000") == {"he1"}
    assert readings("a") == frozenset()
