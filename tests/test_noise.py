"""All finders together, on any text at all."""

from hypothesis import example, given
from hypothesis import strategies as st

from reading_list.collation import accept
from reading_list.noise import FINDERS, find_noise

WORDS = [
    "他走了。",
    "求月票!",
    "上一篇:",
    "发表于 2021-9-8",
    "|",
    "****",
    "\n",
    "\r\n",
    " ",
    "一秒记住",
    "网(wǎng)",
    "sj",
    "?",
    "🈣",
    "&nbsp;",
]
TEXTS = st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=20).map("".join)


@given(TEXTS)
@example("")
@example("|\n" * 3)
def test_spans_are_sorted_disjoint_and_in_range(text: str) -> None:
    end = 0
    for span in find_noise(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@given(TEXTS)
def test_a_kind_that_is_off_is_not_found(text: str) -> None:
    for kind, _ in FINDERS:
        assert all(span.kind != kind for span in find_noise(text, frozenset({kind})))
    assert find_noise(text, frozenset(kind for kind, _ in FINDERS)) == ()


@given(TEXTS)
def test_the_same_text_gives_the_same_spans(text: str) -> None:
    assert find_noise(text) == find_noise(text)


@given(TEXTS)
def test_a_replacement_never_repeats_its_source(text: str) -> None:
    for span in find_noise(text):
        assert span.replacement != text[span.start : span.end]


def test_clean_prose_stays_as_it_is() -> None:
    text = "他推开门,雨还在下。\n“走吧。”她说。\n"
    assert accept(text, find_noise(text)).text == text
