"""Markdown-active characters are disarmed, and come back."""

import pytest
from hypothesis import given
from markdown import Markdown
from reading import Shown, bare
from strategies import texts

from reading_list.escape import escape, escape_line_end, escape_line_start, unescape


def armour(text: str) -> str:
    return escape_line_end(escape_line_start(escape(text)))


@given(texts)
def test_unescape_is_the_inverse(text: str) -> None:
    line = text.replace("\n", "")
    assert unescape(armour(line)) == line


@given(texts)
def test_plain_markdown_shows_the_line(text: str) -> None:
    line = text.replace("\n", "")
    html = Markdown(extensions=["tables", "fenced_code", "toc"]).convert(armour(line))
    assert bare(Shown(html).source) == bare(line)


@pytest.mark.parametrize(
    ("line", "escaped"),
    [
        ("没有什么要转义的，一句话。", "没有什么要转义的，一句话。"),
        ("网址 http://example.com/a-b.html", "网址 http://example.com/a-b.html"),
        ("3*4", r"3\*4"),
        ("# 标题", r"\# 标题"),
        ("#标题", r"\#标题"),
        ("---", r"\---"),
        ("- - -", r"\- - -"),
        ("-5℃", "-5℃"),
        ("2021. 年", r"2021\. 年"),
        ("3.5亿元", "3.5亿元"),
        ("    缩进", "&#32;   缩进"),
        ("\u3000\u3000缩进", "\u3000\u3000缩进"),
        ("行末 ", "行末&#32;"),
        ("<b>&amp;", "&lt;b>&amp;amp;"),
        ("{{ x }}", r"&#123;&#123; x \}\}"),
        ("|甲|乙|", "|甲|乙|"),
    ],
)
def test_escapes_what_is_active_and_no_more(line: str, escaped: str) -> None:
    assert armour(line) == escaped


@pytest.mark.parametrize("text", ["&#99999999;", "&#9999999;", r"\甲", "&copy;", "&#x41;", "\\"])
def test_leaves_what_nobody_escaped(text: str) -> None:
    assert unescape(text) == text
