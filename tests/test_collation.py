"""Whatever is found, the text can be cut at its spans and put together again, and every way back is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marks import mark, unmark
from reading_list.collation import accept, combine, outermost
from reading_list.model import Span

TEXTS = st.text("天地玄黄abc🈣?\n", max_size=30)


@st.composite
def spans_over(draw: st.DrawFn, text: str) -> list[Span]:
    """Spans in range, in any order, empty ones and overlapping ones among them."""
    offset = st.integers(0, len(text))
    replacement = st.none() | st.text("書記xy", max_size=4)
    pairs = draw(st.lists(st.tuples(offset, offset, replacement), max_size=6))
    return [Span(min(a, b), max(a, b), "furniture", f"rule-{i}", new) for i, (a, b, new) in enumerate(pairs)]


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, tuple[Span, ...]]:
    text = draw(TEXTS)
    return text, outermost(draw(spans_over(text)))


def is_sound(text: str, spans: tuple[Span, ...]) -> bool:
    """Sorted, disjoint, not empty, in range."""
    ends = [0, *(span.end for span in spans)]
    in_order = all(end <= span.start < span.end for end, span in zip(ends, spans, strict=False))
    return in_order and ends[-1] <= len(text)


@given(texts_with_spans())
def test_text_cut_at_the_spans_rejoins_exactly(case: tuple[str, tuple[Span, ...]]) -> None:
    text, spans = case
    assert is_sound(text, spans)
    cuts = [0, *(place for span in spans for place in (span.start, span.end)), len(text)]
    assert "".join(text[a:b] for a, b in zip(cuts, cuts[1:], strict=False)) == text


@given(texts_with_spans())
def test_accepting_replaces_each_span_and_nothing_else(case: tuple[str, tuple[Span, ...]]) -> None:
    text, spans = case
    expected = text
    for span in reversed(spans):
        if span.replacement is not None:
            expected = expected[: span.start] + span.replacement + expected[span.end :]
    assert accept(text, spans).text == expected


@given(texts_with_spans())
def test_each_character_is_located_where_it_came_from(case: tuple[str, tuple[Span, ...]]) -> None:
    text, spans = case
    reading = accept(text, spans)
    replaced = {(span.start, span.end): span.replacement for span in spans if span.replacement}
    for place, char in enumerate(reading.text):
        start, end = reading.locate(place, place + 1)
        assert text[start:end] == char or char in replaced[start, end]


@given(st.data())
def test_combining_is_sound_for_any_finder(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    spans = outermost(data.draw(spans_over(text)))
    reading = accept(text, spans)
    found = data.draw(spans_over(reading.text))
    assert is_sound(text, combine(spans, found, reading))


@given(st.data())
def test_combined_spans_read_as_if_accepted_one_after_the_other(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    spans = outermost(data.draw(spans_over(text)))
    reading = accept(text, spans)
    marked_before = any(span.replacement is None for span in spans)
    found = outermost(data.draw(spans_over(reading.text)))
    if not marked_before and not any(reading.cuts(span.start, span.end) for span in found):
        assert accept(text, combine(spans, found, reading)).text == accept(reading.text, found).text


@pytest.mark.parametrize(
    ("first", "then", "both"),
    [
        pytest.param("一⟦🈣⟧秒记住", "⟦一秒记住⟧", "⟦一🈣秒记住⟧", id="swallows what is inside"),
        pytest.param("区委⟦sj→书记⟧说", "区委书⟦记⟧说", "区委⟦sj→书记⟧说", id="does not cut a replacement"),
        pytest.param("区委⟦s→书记⟧说", "区委书⟦记说⟧", "区委⟦s→书记⟧说", id="nor one of another length"),
        pytest.param("交⟦🈣⟧流?", "⟦交流?→⟧", "⟦交→⟧⟦🈣⟧流?", id="a mark brings nothing back"),
        pytest.param("⟦🈣⟧他走了", "⟦他→她⟧走了", "⟦🈣⟧⟦他→她⟧走了", id="beside each other"),
    ],
)
def test_combining(first: str, then: str, both: str) -> None:
    text, marks = unmark(first)
    spans = tuple(Span(start, end, "planted-symbol", "first", new) for start, end, new in marks)
    reading = accept(text, spans)
    seen, marks = unmark(then)
    assert reading.text == seen
    found = [Span(start, end, "furniture", "then", new) for start, end, new in marks]
    assert mark(text, combine(spans, found, reading)) == both
