"""What holds of every kind: its finder marks what its cases mark, in order, and takes its time."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import is_linear

from cases import Case, load_cases
from marks import mark, unmark
from reading_list.model import Kind
from reading_list.noise import FINDERS, Finder, find_noise

PIECES: dict[Kind, Sequence[str]] = {
    "lost-character": "好現當時?？!,F(xiànshù)蔽胰銆锛涓浗锟斤拷ä¸­å\ufffd\ue769。”</p>\n",
    "planted-symbol": "蠡泽🈣⛳🞟😂❤️👍🏽🇨🇳1️⃣★\u200b\u200d\ufe0f\u034f\u0337\U000e0101\ue123。, \n麻将a",
    "markup-remains": [
        *["<br>", "<p", "</p>", "<script>", "</script>", "<b>", "<!--", "-->", "&nbsp;", "&amp;", "&#8220;"],
        *["[b]", "[/b]", "{$a}", ".a{b:c;}", "f(1);", "\x1b[31m", "\n", "他", "。"],
    ],
    "pinyin-gloss": "網業的()（） wǎngyèdeABC1\N{COMBINING CARON}\n",
    "masked-word": "市区委政府书记警察杀人sjzfgcdha.*· \n",
    "furniture": [
        *["他走了。", "求月票!", "上一篇:", "发表于 2021-9-8", "首页 > 新闻", "打印", "电话:1", "版权所有"],
        *["一秒记住,", "(求", "www.", "ｗｗｗ．", "|", "****", "“", "\n", " "],
    ],
    "repetition": [
        *["他走进了一间没有窗户的屋子,在里面坐了很久很久。", "走吧。", "，，", "。。。", "\n", "\n\n", "他"],
        *["- 1 -", "- 2 -", "第1页", "第2页共9页", "1/2"],
    ],
    "hard-wrap": ["字" * 38, "字" * 37, "字" * 12, "。", "\n", "\n\n", "\r\n", " ", "word"],
}
"""What texts are made of that try a finder."""

UNITS = """
字\ufffd 字? ?w) 報?,F( 锟斤拷 涓枃 銆? ä¸ 字😂 字🈣 字\u200b 網(w 網(wǎng) (w sj 委sj s.j 政. a_ jing察 1.
&amp; &nbsp; nbsp; <br> <!-- <script> </script> [b] [url= {{a {$a ${a {a:b; .a{b:c;} f( 。f(1); \x1b[
http://a.b/ /images/ document.write( 来源: 上一篇: 求月票! (求 月票感谢 本帖由 快捷键:← ｗｗｗ． icp
一秒记住, 第1页 undefined ，，
一\ue123 字\u0337 â€œ Â· 銆€ 鈥斺€ 书* j*c 1921?1923 \ufffdӡ [[a| {# #{ ${( @media{ 字\\n %%A
"""
LINES = [
    *"字 \t\r\u3000\xa01|*-=~_?？&<>([{（“『【>/#`\\\ufffd😂🈣\u200d\ufe0f锟Ãw第",
    *UNITS.split(),
    *[
        "<p ",
        "| ",
        "- 1 ",
        "标题标题 ",
        "政 府",
        "来源: 作者: ",
        "首页 > ",
        "上一页 ",
        "最新章节 ",
        "分享到:微信 ",
        "# v' Q: J) ",
        "[a](b.php) ",
        "[[a](",
    ],
    "上|一*?\ufffd🈣&<網(w委sj。。1 ",
]
"""What a line that is long and malicious repeats."""

PARAGRAPHS = [
    *["字", "", "\r", "|", "<p>", "\u200b", "走吧😂", "- 1 -", "1/2", "打印", "电话:1", "上一篇:\n标题一"],
    *["发表于 2021-9-8\n|", "首页 > 新闻", "版权所有", "求月票!", "| a | b |", "*" * 20, "word " * 14],
    *["字" * 38, "他走进了一间没有窗户的屋子,在里面坐了很久很久。"],
]

finders = pytest.mark.parametrize(("kind", "find"), FINDERS, ids=[kind for kind, _ in FINDERS])


@pytest.mark.parametrize(
    ("find", "case"),
    [pytest.param(find, case, id=case.id) for kind, find in FINDERS for case in load_cases(kind)],
)
def test_marks_just_what_the_case_marks(find: Finder, case: Case) -> None:
    text, _ = unmark(case.marked)
    assert mark(text, tuple(find(text))) == case.marked


@finders
@given(st.data())
def test_spans_are_sorted_disjoint_in_range_and_hold_something(
    kind: Kind, find: Finder, data: st.DataObject
) -> None:
    text = data.draw(st.lists(st.sampled_from(PIECES[kind])).map("".join))
    place = 0
    for span in find(text):
        assert span.kind == kind
        assert place <= span.start < span.end <= len(text)
        place = span.end


def test_each_kind_is_asked_once() -> None:
    assert len(dict(FINDERS)) == len(FINDERS)


@pytest.mark.parametrize("unit", [*LINES, *(f"{line}\n" for line in PARAGRAPHS)])
def test_time_is_linear(unit: str) -> None:
    assert is_linear(find_noise, unit)
