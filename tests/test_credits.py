"""Publisher and author are taken where a text names them, in its own script."""

from time import process_time

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
    ("晨報訊(記者 周明)" + BODY, "晨報"),
    ("云陵网杭州专电 (记者 周明)" + BODY, "云陵网"),
    ("《云陵日报》(2021年3月5日 第01版)\n" + BODY, "云陵日报"),
    (BODY + "\n(云陵区融媒体中心 周明 摄影报道)", "云陵区融媒体中心"),
    ("通知\n" + BODY + "\n云陵区教育局\n2021年3月5日", "云陵区教育局"),
    ("通知\n" + BODY + "\n云陵区人民政府办公室", "云陵区人民政府办公室"),
    ("统计公报\n云陵市统计局 云陵调查队\n2021年3月5日\n" + BODY, "云陵市统计局"),
    ("云陵区人民政府\n关于春季防火的通知\n" + BODY, "云陵区人民政府"),
    ("来源: 发布日期:2021-03-05\n" + BODY, None),
    (BODY + "\n开学以后他去了云陵大学\n2021年的事了", None),
    (BODY + "\n他们的公司", None),
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
    ("政府工作报告\n——在第一次会议上\n云陵市市长 周明远\n\n各位代表:\n" + BODY, "周明远"),
    ("清晨的街\n□ 周明远\n" + BODY, "周明远"),
    ("清晨的街\n□ 见习记者 周明远 通讯员 秋实\n" + BODY, "周明远"),
    ("本报讯(记者 周明远 实习生 秋实)" + BODY, "周明远"),
    ("〔記者周明遠/云陵報導〕" + BODY, "周明遠"),
    ("特派记者 周明远 文/图\n" + BODY, "周明远"),
    ("小城\n周明\n\n" + BODY, "周明"),
    ("打井的日子\n口述:周明远 整理:小周\n" + BODY, "周明远"),
    (BODY + "(区残联 周明)", "周明"),
    ("【教程】\n本帖最后由 秋山 于 2023-8-9 10:21 编辑\n" + BODY, None),
    ("小城\n湖边看船人 2018-09-30 00:42:11\n" + BODY, "湖边看船人"),
    ("小城\n湖边看船人 的博客 | 分类:灶头边\n" + BODY, "湖边看船人"),
    ("夜市\n云陵发布 2024-06-19 18:30\n" + BODY, None),
    ("连载 > 正文\n发表于 2024-06-19 18:30\n" + BODY, None),
    ("第九章\n周明\n\n" + BODY, None),
    ("作者:  来源:云陵区\n" + BODY, None),
    ("湖上\n\n周山远\n水长流\n" + BODY, None),
    ("记者从区教育局获悉,大会昨日召开。", None),
    ("作者:佚名\n" + BODY, None),
]


@pytest.mark.parametrize(("text", "publisher"), PUBLISHERS)
def test_publishers(text: str, publisher: str | None) -> None:
    assert find_publisher(text) == publisher


@pytest.mark.parametrize(("text", "author"), AUTHORS)
def test_authors(text: str, author: str | None) -> None:
    assert find_author(text) == author


def test_empty_lines_take_no_time() -> None:
    began = process_time()
    assert find_author("\n" * 2000 + "云陵市市长 周明远\n" + BODY) is None
    find_publisher("云陵区教育局" + "\n" * 2000 + BODY)
    assert process_time() - began < 1
