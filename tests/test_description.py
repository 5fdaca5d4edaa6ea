import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_list.description import LENGTH, describe


@given(st.text(), st.text())
def test_a_description_is_one_short_line_of_the_text(clean: str, title: str) -> None:
    told = describe(clean, title)
    assert len(told) <= LENGTH
    assert told == " ".join(told.split())
    assert set(told.removesuffix("…")) <= set(clean) | {" "}


@pytest.mark.parametrize(
    ("clean", "told"),
    [
        ("", ""),
        ("标题\n发布时间：2031-03-05  来源：云溪日报\n　　今天开工。\n明天也是。", "今天开工。 明天也是。"),
        ("没有句号的一行", "没有句号的一行"),
        ("他说：“走吧。”" + "雨" * 200, "他说：“走吧。”" + "雨" * (LENGTH - 9) + "…"),
        ("雨" * 80 + "。" + "风" * 80, "雨" * 80 + "。"),
    ],
)
def test_a_description_begins_with_the_first_sentence(clean: str, told: str) -> None:
    assert describe(clean, "标题") == told
