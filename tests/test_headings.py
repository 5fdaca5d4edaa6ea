"""A heading is a line that is certain to be one; all else stays a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_list.headings import headings

PROSE = "天色渐渐暗下来，河边只剩下他一个人。"


@given(st.lists(st.text("第一二三章节、（）() 堤。，\n雨", max_size=12)))
def test_levels_begin_at_two_and_skip_none(lines: list[str]) -> None:
    deepest = 1
    for _, level in sorted(headings(lines).items()):
        assert 2 <= level <= deepest + 1
        deepest = level


@pytest.mark.parametrize(
    "line",
    [
        "第九章 夜雨",
        "第九章 你是谁？",
        "第一百零三章：归途",
        "第12章",
        "第三回 沈青禾雨夜过石桥",
        "第九章夜雨归人",
        "第十二節 水利",
        "第二卷 长堤",
        "第三部分 保障措施",
        "楔子",
        "後記",
        "一、2031年工作回顾",
        "二、一年来的主要工作",
        "十二、保障措施",
        "一、三农工作",
        "三、坚持创新驱动，加快转型升级",
        "(一)农业稳步增长",
        "（十一）“三河两岸”工程",
        "\N{IDEOGRAPHIC SPACE}\N{IDEOGRAPHIC SPACE}一、总体要求",
    ],
)
def test_a_numbered_line_is_a_heading(line: str) -> None:
    assert headings([line, PROSE]) == {0: 2}


@pytest.mark.parametrize(
    "line",
    [
        "一是产业结构不合理，",
        "一是产业结构不合理",
        "一、坚持实干；",
        "二、坚持创新。",
        "三、今年的目标：",
        "一、二年级学生",
        "三、四季度任务",
        "(一)稳增长。今年要把稳增长放在首位。",
        "第一节课上他睡着了",
        "第九章已经写完了，他还在改。",
        "第三集团军",
        "第二部手机",
        "第一次见面",
        "第九章 " + "很长" * 20,
        "1.总则",
        "一",
        "前言不搭后语",
        "他说第九章",
        "",
    ],
)
def test_what_only_resembles_one_is_not(line: str) -> None:
    assert headings([line, PROSE]) == {}


def test_a_table_of_contents_has_no_headings_and_the_chapters_below_have() -> None:
    lines = [
        "目录",
        "第一章 堤",
        "第二章 雨",
        "第三章 桥",
        PROSE,
        "第一章 堤",
        PROSE,
        "",
        "第二章 雨",
        "",
        PROSE,
    ]
    assert headings(lines) == {5: 2, 8: 2}


def test_items_of_a_list_are_no_headings() -> None:
    assert headings(["一、水泥", "二、黄沙", "三、石子", PROSE]) == {}


def test_levels_follow_the_order_of_ranks_in_this_text() -> None:
    lines = ["第一章 总则", PROSE, "一、目的", PROSE, "（一）范围", PROSE, "第二章 附则", "（一）施行", PROSE]
    assert headings(lines) == {0: 2, 2: 3, 4: 4, 6: 2, 7: 3}
