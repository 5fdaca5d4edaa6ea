"""The other script of a page: right by phrases, and in the same places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_list.conversion import converted
from reading_list.show import escape_html, show


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("zh-Hans", "他理了头发，后来发现皇后也来了。", "他理了頭髮，後來發現皇后也來了。"),
        ("zh-Hans", "面条在里面", "麵條在裡面"),
        ("zh-Hant", "他著手寫著作。乾隆年間，衣服乾了。", "他着手写著作。乾隆年间，衣服干了。"),
    ],
)
def test_phrases_decide(language: str, text: str, other: str) -> None:
    assert converted(f'<p id="p1">{text}</p>', language) == [other]


@given(
    st.lists(st.text("发里面乾着后&<🈣頭𠮷 ", min_size=1), min_size=1),
    st.sampled_from(["zh-Hans", "zh-Hant"]),
)
def test_every_paragraph_keeps_its_length(texts: list[str], language: str) -> None:
    html = "".join(f'<p id="p{i}">{escape_html(text)}</p>\n' for i, text in enumerate(texts))
    assert list(map(len, converted(html, language))) == list(map(len, texts))


def test_noise_does_not_part_a_phrase() -> None:
    assert converted(show("理头{--🈣--}发"), "zh-Hans") == ["理頭髮"]
