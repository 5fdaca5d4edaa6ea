"""The report names each kind once, counts right and links to the source's line."""

from reading_list import critic
from reading_list.model import Page, Span
from reading_list.report import places, report_row

TEXT = "区委sj到会。\n\n交流🈣会上,他说🈣了很多。"
SPANS = (
    Span(2, 4, "masked-word", "sj", "书记"),
    Span(11, 12, "planted-symbol", "symbol"),
    Span(17, 18, "planted-symbol", "symbol"),
)


def test_places_stand_in_the_lines_of_the_source() -> None:
    found = places(critic.write(TEXT, SPANS))
    assert list(found) == ["planted-symbol", "masked-word"]
    assert [place.line for place in found["planted-symbol"]] == [3, 3]
    (mask,) = found["masked-word"]
    assert (mask.line, mask.before, mask.after) == (1, "区委", "到会。")


def test_a_row_counts_and_links() -> None:
    page = Page("texts/会.md", {"title": "会<b>"}, critic.write(TEXT, SPANS))
    (row,) = report_row(page)
    assert "植入符号 2 · 缩写代字 1" in row
    assert 'href="../texts/会/#p3"' in row
    assert "会&lt;b&gt;" in row


def test_a_page_without_marks_has_no_row() -> None:
    assert list(report_row(Page("texts/净.md", {}, critic.write("净", ())))) == []
