"""A title is told by the text, not by the page that it stood on."""

import pytest

from reading_list.metadata import extract

BODY = "昨日,全区教育大会召开,会上表彰了先进。"
FURNITURE = "登录 注册 客户端\n"


@pytest.mark.parametrize(
    ("legible", "clean", "title"),
    [
        ("全区教育大会召开\n" + BODY, "全区教育大会召开\n" + BODY, "全区教育大会召开"),
        (FURNITURE + "全区教育大会召开\n" + BODY, "全区教育大会召开\n" + BODY, "全区教育大会召开"),
        # What is left has no headline: the line that was taken out may have been it.
        ("全区教育大会召开\n" + BODY, BODY, "全区教育大会召开"),
        ("第九章 归来(求月票)\n" + BODY, "第九章 归来\n" + BODY, "第九章 归来(求月票)"),
    ],
)
def test_furniture_is_no_title_where_the_clean_text_has_a_headline(
    legible: str, clean: str, title: str
) -> None:
    assert extract(legible, clean, "a.txt").title == title


def test_date_and_names_are_read_where_they_stand() -> None:
    credit = "发布时间:2021-03-05 来源:云陵日报 作者:周明远\n"
    told = extract("全区教育大会召开\n" + credit + BODY, "全区教育大会召开\n" + BODY, "a.txt")
    assert (told.date, told.publisher, told.author) == ("2021-03-05", "云陵日报", "周明远")
