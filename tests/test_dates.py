"""The date of a text is when it was published or signed, and a day that there was."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_list.dates import find_date

BODY = "\n昨日,全区教育大会召开,会上表彰了先进。\n" + "会议指出,要抓好落实。" * 20


@given(st.text(alphabet="0123456789年月日-/.〇一二三十廿 发布时间:民国\n"))
def test_a_date_is_a_day_month_or_year_that_there_was(text: str) -> None:
    found = find_date(text)
    if found is not None:
        assert re.fullmatch(r"\d{4}(-\d\d){0,2}", found)
        date.fromisoformat(found + "-01-01"[len(found) - 4 :])


@given(st.dates(min_value=date(1912, 1, 1), max_value=date(2099, 12, 31)))
def test_every_way_to_write_a_day_reads_alike(day: date) -> None:
    numerals = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    ways = [
        f"{day.year}-{day.month}-{day.day}",
        f"{day.year}/{day.month:02}/{day.day:02}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{numerals}年{chinese(day.month)}月{chinese(day.day)}日",
        f"民國{day.year - 1911}年{day.month}月{day.day}日",
    ]
    assert {find_date(f"发布时间:{way}{BODY}") for way in ways} == {day.isoformat()}


def chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("", "十", "二十", "三十")[tens] + " 一二三四五六七八九"[ones].strip()


CASES = [
    ("通知\n发布时间:2022-03-08  来源:云陵区" + BODY, "2022-03-08"),
    ("发表于 2020-4-7 09:15:02\n|" + BODY, "2020-04-07"),
    ("通知\n更新时间:2022-03-09 发布时间:2022-03-08" + BODY, "2022-03-08"),
    ("通知\n2022-03-08 10:20 云陵日报" + BODY, "2022-03-08"),
    ("云陵日报2022年3月8日讯 昨日,全区教育大会召开。", "2022-03-08"),
    ("政府工作报告\n(2021年1月20日在云陵区第五届人民代表大会第六次会议上)" + BODY, "2021-01-20"),
    ("通知" + BODY + "\n云陵区人民政府\n二〇二一年三月五日\n(此件公开发布)", "2021-03-05"),
    ("通知" + BODY + "\n云陵区人民政府 2021年3月", "2021-03"),
    ("2021年3月5日,全区教育大会召开。", "2021-03-05"),
    ("云陵区气象台2021年3月5日16时20分发布暴雨预警:请注意防范。", "2021-03-05"),
    ("通知\n发布:2022-03-08 责编:小周" + BODY, "2022-03-08"),
    ("夜航\n作者:秋山 提交日期:2022-3-8 23:58:00" + BODY, "2022-03-08"),
    ("夜市\n云陵发布 2022-03-08 18:30 发表于云陵" + BODY, "2022-03-08"),
    ("讲话\n区委书记 马思远 (2022年3月8日) 同志们:" + BODY, "2022-03-08"),
    ("云陵网云陵2022年3月8日消息 昨日,全区教育大会召开。", "2022-03-08"),
    ("通知" + BODY + "\n(2022年3月8日 A01版)", "2022-03-08"),
    # A text speaks of many days that are not its own.
    ("通知" + BODY + "2019年3月5日,公司成立。此后又过了三年。", None),
    ("他说。\n2019年3月5日,全区教育大会召开。" + BODY, None),
    ("1937年7月7日,他离开了家。" + BODY, None),
    ("5月11日,全区教育大会召开。" + BODY, None),
    ("时间过得真快。2019年3月5日那天的事,他还记得。" + BODY, None),
    ("据云陵区2021年3月5日发布的数据,人口又多了。" + BODY, None),
    ("去年的大会(2019年3月5日)上,他说。" + BODY, None),
    (BODY + "\n那一天是2019年3月5日。", None),
    (BODY + "\n上一篇:全区教育大会召开(2019-03-05)", None),
    ("通知\n发布时间:2021-02-30" + BODY, None),
    ("通知\n发布时间:2021-13-01" + BODY, None),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_dates(text: str, found: str | None) -> None:
    assert find_date(text) == found


def test_a_work_report_is_dated_by_the_year_in_its_title() -> None:
    assert find_date("各位代表:" + BODY, "2021年云陵区政府工作报告") == "2021"
    assert find_date("各位代表:" + BODY, "2021年云陵区预算草案") is None
