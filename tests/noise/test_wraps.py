"""Hard wraps are line ends and the blanks around them, nothing that anybody wrote."""

from reading_list.noise.wraps import find

WRAPPED = "河边的人家都把灯点上了。船从桥下慢慢地过去，没有一个人说话，只有水声\n"


def test_a_paragraph_of_thousands_of_characters_among_wrapped_lines_is_kept_whole() -> None:
    text = 120 * WRAPPED + "山" * 3000 + "\n" + 3 * WRAPPED + "完。"
    spans = find(text)
    assert len(spans) > 100
    assert all(text[span.start : span.end].isspace() for span in spans)
