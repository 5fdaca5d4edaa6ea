"""A text and its spans survive the way into a page body and back."""

import pytest
from hypothesis import example, given
from markdown import Markdown
from reading import Shown, bare
from strategies import collated
from timing import is_linear

from marks import mark, unmark
from reading_list import critic
from reading_list.collation import accept
from reading_list.critic import Piece
from reading_list.model import Kind, Span

Collated = tuple[str, tuple[Span, ...]]


@given(collated())
def test_rejecting_gives_the_source(case: Collated) -> None:
    text, spans = case
    assert critic.reject(critic.write(text, spans)) == text


@given(collated())
def test_accepting_gives_the_clean_text(case: Collated) -> None:
    text, spans = case
    assert critic.accept(critic.write(text, spans)) == accept(text, spans).text


@given(collated())
def test_each_mark_keeps_its_kind(case: Collated) -> None:
    text, spans = case
    pieces = [piece for piece in critic.read(critic.write(text, spans)) if piece.kind]
    assert [(piece.kind, piece.source) for piece in pieces] == [
        (span.kind, text[span.start : span.end]) for span in spans
    ]


@given(collated())
def test_cut_at_lines_changes_neither_reading_but_for_line_ends(case: Collated) -> None:
    text, spans = case
    cut = critic.cut_at_lines(text, spans)
    assert all(first.end <= second.start for first, second in zip(cut, cut[1:], strict=False))
    assert accept(text, cut).text.replace("\n", "") == accept(text, spans).text.replace("\n", "")
    deleted = [text[span.start : span.end] for span in cut if span.replacement == ""]
    assert all("\n" not in noise or not noise.strip("\n") for noise in deleted)


def shown_by_pymdownx(body: str, mode: str) -> str:
    """What Python-Markdown with the critic extension shows, ours not loaded, without white space."""
    markdown = Markdown(
        extensions=["tables", "fenced_code", "toc", "pymdownx.critic"],
        extension_configs={"pymdownx.critic": {"mode": mode}},
    )
    return bare(Shown(markdown.convert(body)).source)


@given(collated())
@example(("# 标题", (Span(0, 1, "furniture", "test"),)))
@example(("🈣# 标题", (Span(0, 1, "planted-symbol", "test"),)))
@example(("1🈣. 总则", (Span(1, 2, "planted-symbol", "test"),)))
@example(("🈣    缩进*", (Span(0, 1, "planted-symbol", "test"),)))
@example(("一\n# 二", (Span(1, 2, "hard-wrap", "test"),)))
@example(("-🈣--", (Span(1, 2, "planted-symbol", "test"),)))
def test_the_standard_extension_gives_both_texts(case: Collated) -> None:
    text, spans = case
    body = critic.write(text, spans)
    assert shown_by_pymdownx(body, "reject") == bare(text)
    assert shown_by_pymdownx(body, "accept") == bare(accept(text, spans).text)


@pytest.mark.parametrize(
    ("marked", "kind", "body"),
    [
        ("蠡⟦🈣⟧泽", "planted-symbol", "蠡{--🈣--}泽"),
        ("网⟦(wǎng)⟧", "pinyin-gloss", "网{--(wǎng)--}"),
        ("区委⟦sj→书记⟧", "masked-word", "区委{~~sj~>书记~~}"),
        ("交流⟦?→⟧,现场", "lost-character", "交流{==?==}{>>lost-character<<},现场"),
        ("上一条：⟦开工⟧", "furniture", "上一条：{--开工--}"),
        ("他走了⟦🈣⟧", "furniture", "他走了{--🈣--}{>>furniture<<}"),
        ("一⟦\n⟧二", "hard-wrap", "一{--\n\n--}二"),
        ("甲\n\n乙", None, "甲\n\n\n\n乙"),
    ],
)
def test_marks(marked: str, kind: Kind, body: str) -> None:
    text, found = unmark(marked)
    spans = tuple(Span(start, end, kind, "test", replacement) for start, end, replacement in found)
    assert critic.write(text, spans) == body
    assert mark(text, spans) == marked


@pytest.mark.parametrize(
    ("body", "pieces"),
    [
        ("{++新++}", [Piece("", "新", "furniture")]),
        ("甲{--", [Piece("甲{--", "甲{--")]),
        ("{>>我的话<<}", [Piece("", "", note="我的话")]),
        ("{--x--}{>>我的话<<}", [Piece("x", "", "furniture"), Piece("", "", note="我的话")]),
        (
            "{--x--} {>>furniture<<}",
            [Piece("x", "", "furniture"), Piece(" ", " "), Piece("", "", note="furniture")],
        ),
    ],
)
def test_reads_what_a_person_writes(body: str, pieces: list[Piece]) -> None:
    assert list(critic.read(body)) == pieces


@pytest.mark.parametrize(
    "opener", ["{--", "{~~", "{~~~>", "{++", "{==", "{>>", "\\", "&#", "#", "-", "1", "~", " "]
)
def test_time_is_linear(opener: str) -> None:
    assert is_linear(lambda text: critic.reject(critic.write(text, ())), opener)
    assert is_linear(critic.reject, opener)
