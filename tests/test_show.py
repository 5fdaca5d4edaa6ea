"""What a browser is given holds the clean text and the source, and says what each line is."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marks import unmark
from reading_list import critic
from reading_list.marks import kind_of
from reading_list.model import Span
from reading_list.show import show

WIDE = "\N{IDEOGRAPHIC SPACE}"


def page_of(marked: str) -> str:
    """The HTML of a text with its noise marked in place."""
    text, noise = unmark(marked)
    spans = [Span(start, end, kind_of(text[start:end], new), "test", new) for start, end, new in noise]
    return show(critic.write(text, spans))


def text_of(html: str, left_out: str) -> str:
    _, _, text = html.partition('id="text"')
    text = re.sub(rf"<{left_out}\b.*?</{left_out}>", "", text.partition(">")[2], flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", "", text))


LINES = st.lists(
    st.sampled_from(
        [
            "第九章 夜雨",
            "一、回顾",
            "網⟦(wǎng)⟧路",
            "⟦(wǎng)⟧",
            "区委⟦sj→书记⟧",
            "⟦🈣⟧",
            "交⟦?→⟧流",
            "<b>&",
            "",
        ]
    )
)


@given(LINES)
def test_outside_del_stands_the_clean_text_outside_ins_the_source(lines: list[str]) -> None:
    marked = "\n".join(lines)
    text, noise = unmark(marked)
    spans = [Span(start, end, kind_of(text[start:end], new), "test", new) for start, end, new in noise]
    body = critic.write(text, spans)
    html = show(body)
    assert text_of(html, "del").split() == critic.accept(body).split()
    assert text_of(html, "ins").split() == text.split()


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("第九章 夜雨", '<p id="p1" class="heading" role="heading" aria-level="2">第九章 夜雨</p>'),
        (f"{WIDE}雨停了。", f'<p id="p1" class="own-indent">{WIDE}雨停了。</p>'),
        ("    雨停了。", '<p id="p1">    雨停了。</p>'),
        (
            "⟦上一条:开工⟧",
            '<p id="p1" class="set-aside"><del class="noise" data-kind="furniture">上一条',
        ),
        (
            "上網⟦(wǎng)⟧。",
            '<ruby>網<rt><del class="noise" data-kind="pinyin-gloss">(<span>wǎng</span>)</del></rt></ruby>',
        ),
        (
            "⟦(wǎng)⟧。",
            '<p id="p1"><del class="noise" data-kind="pinyin-gloss">(wǎng)</del>。</p>',
        ),
    ],
)
def test_a_line(line: str, shown: str) -> None:
    assert shown in page_of(line)


def test_a_heading_is_told_from_its_clean_text() -> None:
    assert 'aria-level="2">第<del' in page_of("第⟦🈣⟧九章 夜雨\n雨停了。")


def test_the_labels_of_the_kinds_at_hand_stand_with_the_text() -> None:
    html = page_of("区委⟦sj→书记⟧")
    assert ' data-masked-word="缩写代字"' in html
    assert "data-furniture" not in html


def test_three_headings_make_a_table_of_contents_of_clean_text() -> None:
    html = page_of("一、回⟦🈣⟧顾\n雨。\n(一)农业\n雨。\n二、打算\n雨。")
    assert html.startswith('<nav class="contents" aria-label="本篇目录">\n<details>')
    assert '<li class="level-2"><a href="#p1">一、回顾</a></li>' in html
    assert '<li class="level-3"><a href="#p3">(一)农业</a></li>' in html
    assert "<nav" not in page_of("一、回顾\n雨。\n二、打算\n雨。")
