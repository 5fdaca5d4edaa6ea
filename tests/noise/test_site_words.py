"""Words of a site's are found in a line however many others are looked through with it."""

import pytest

from reading_list.noise.furniture.site_words import FEW, told
from reading_list.noise.layout import lay_out


@pytest.mark.parametrize("others", [0, FEW])
def test_a_telling_word_is_found_among_few_lines_and_among_many(others: int) -> None:
    layout = lay_out("他走了\n复制链接\n走吧\nandroid客户端" + "\n山高水长" * others)
    assert told(layout, list(range(len(layout.lines)))) == [1, 3]
