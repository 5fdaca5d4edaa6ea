"""What a reader's browser shows is the text."""

import re

import pytest
from hypothesis import given
from markdown import Markdown
from reading import Shown, lines
from strategies import collated

from reading_list import critic, page, show
from reading_list.collation import accept
from reading_list.model import Page, Span

Collated = tuple[str, tuple[Span, ...]]
TAGS = {"div", "p", "del", "ins", "mark", "br", "ruby", "rt", "span"}
"""What a page body is shown with; the last three for a gloss."""


@given(collated())
def test_outside_ins_stands_the_source_outside_del_the_clean_text(case: Collated) -> None:
    text, spans = case
    shown = Shown(show.show(critic.write(text, spans)))
    assert lines(shown.source) == lines(text)
    assert lines(shown.clean) == lines(accept(text, spans).text)


@given(collated())
def test_no_text_makes_an_element(case: Collated) -> None:
    text, spans = case
    assert Shown(show.show(critic.write(text, spans))).tags <= TAGS


@given(collated())
def test_the_extension_shows_a_page_so_whatever_other_extensions_do(case: Collated) -> None:
    text, spans = case
    body = critic.write(text.rstrip("\n"), [span for span in spans if span.end <= len(text.rstrip("\n"))])
    file = page.write(Page("texts/x.md", {}, body)).partition("\n\n")[2]
    markdown = Markdown(
        extensions=[
            "extra",
            "admonition",
            "toc",
            "pymdownx.critic",
            "pymdownx.snippets",
            "pymdownx.magiclink",
            "reading_list.markdown_extension",
        ]
    )
    assert (show.show(body) in markdown.convert(file)) or not body


def test_a_paragraph_has_the_number_of_its_line() -> None:
    body = critic.write("甲\n\n乙\n丙", (Span(4, 5, "hard-wrap", "test"),))
    assert re.findall('id="(p[0-9]+)"', show.show(body)) == ["p1", "p3"]


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("蠡{--🈣--}泽", '<p id="p1">蠡<del class="noise" data-kind="planted-symbol">🈣</del>泽</p>'),
        (
            "区委{~~sj~>书记~~}",
            '<p id="p1">区委<del class="noise" data-kind="masked-word">sj</del>'
            '<ins class="noise" data-kind="masked-word">书记</ins></p>',
        ),
        ("甲{==?==}{>>lost-character<<}乙", '<mark class="noise" data-kind="lost-character">?</mark>'),
        ('甲{>>"<b>"<<}', '<span class="note" data-note="&quot;&lt;b&gt;&quot;"></span>'),
        ("{--下一页--}", '<p id="p1" class="set-aside">'),
        ("甲", 'lang="zh-Hans"'),
        ("這是我們的時間", 'lang="zh-Hant"'),
        ("&#0;&#2;", "&#0;&#2;"),
    ],
)
def test_html(body: str, html: str) -> None:
    assert html in show.show(body)
