"""Publisher and author are taken where a text names them, in its own script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_list.credits import find_author, find_publisher

BODY = "昨日,全区教育大会召开,会上表彰了先进。"


@given(st.text(alphabet="记者作者来源:/( )周明远、,讯报网\n"))
def test_who_is_named_stands_in_the_text(text: str) -> None:
    publisher, author = find_publisher(text), find_author(text)
    assert publisher is None or publisher in text
    assert author is None or all(name in text for name in author.split("、"))


PUBLISHERS = [
    ("时间:2021-3-5  来源:云陵区人民政府  阅读:3\n" + BODY, "云陵区人民政府"),
    ("【来源:云陵发布】\n" + BODY, "云陵发布"),
    ("云陵網訊 " + BODY, "云陵網"),
    ("|中国云陵网-云陵日报(云报融媒记者 周明)" + BODY, "云陵日报"),
    ("新华社北京3月5日电 " + BODY, "新华社"),
    ("来源:网络\n" + BODY, None),
    ("本报讯(记者 周明)" + BODY, None),
    ("水是生命的来源:没有水就没有我们。", None),
]

AUTHORS = [
    ("云陵日报讯(记者 周明远 李小满)" + BODY, "周明远、李小满"),
    ("本報訊(記者鄭微)" + BODY, "鄭微"),
    ("(記者張家豪/云陵報導)" + BODY, "張家豪"),
    ("本报讯(记者 周明远 通讯员 秋实)" + BODY, "周明远"),
    ("本报讯(通讯员 秋实)" + BODY, "秋实"),
    ("长河\n作者:北岸渔人\n" + BODY, "北岸渔人"),
    (BODY + "(文/周明远 图/李小满)", "周明远"),
    (BODY + "\n责任编辑:邓小宇", None),
    ("记者从区教育局获悉,大会昨日召开。", None),
    ("作者:佚名\n" + BODY, None),
]


@pytest.mark.parametrize(("text", "publisher"), PUBLISHERS)
def test_publishers(text: str, publisher: str | None) -> None:
    assert find_publisher(text) == publisher


@pytest.mark.parametrize(("text", "author"), AUTHORS)
def test_authors(text: str, author: str | None) -> None:
    assert find_author(text) == author
