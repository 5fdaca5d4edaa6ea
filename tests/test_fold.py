import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_list.fold import FOLDING, _classes, browser_table, cut, fold


@given(st.text())
def test_offsets_stay_true_and_folding_again_changes_nothing(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_a_phrase_is_folded_as_it_is_inside_its_text(before: str, after: str) -> None:
    assert fold(before + after) == fold(before) + fold(after)


@given(st.text(min_size=2))
def test_pairs_overlap_and_rejoin(line: str) -> None:
    pairs = list(cut(line))
    assert "".join(pair[0] for pair in pairs) + pairs[-1][1] == line
    assert all(first[1] == second[0] for first, second in zip(pairs, pairs[1:], strict=False))


def test_every_letter_that_has_a_case_is_folded() -> None:
    letters = [
        chr(code) for code in range(0x10000) if len(chr(code).lower()) == 1 and not 0xD800 <= code < 0xE000
    ]
    assert [letter for letter in letters if fold(letter) != fold(letter.lower())] == []


def test_line_ends_are_never_folded_away() -> None:
    assert "\n" not in {chr(code) for code in FOLDING} | set(FOLDING.values())


def test_a_character_of_the_table_folds_into_one_class_only() -> None:
    members = Counter(char for word in _classes() for char in word[1:])
    assert [char for char, times in members.items() if times > 1] == []
    assert all(fold(char) == fold(word[0]) for word in _classes() for char in word)


def test_the_browser_gets_the_same_table() -> None:
    table = json.loads(json.dumps(browser_table()))
    pairs = zip(table["from"], table["to"], strict=True)
    assert {ord(char): target for char, target in pairs} == FOLDING


ALIKE = """
    为為爲 里裏裡 台臺檯颱 着著 了瞭 干乾幹榦 后後 发發髮 户戶戸 产產産 说說説 吴吳呉 卫衛衞 余餘馀
    线線綫缐 峰峯 群羣 众衆眾 启啟啓 床牀 够夠 面麵麪 只隻衹 复復複覆 仿彷 台枱 钟鐘鍾锺 aA éÉ 5５ gＧ ,， :：
    车\N{CJK COMPATIBILITY IDEOGRAPH-F902}
"""

APART = """
    像象 坐座 具俱 沉沈 它牠 他她 做作 的得 。. 、, “" ‘' —- …. 1一 ①1 éE
"""


@pytest.mark.parametrize("alike", ALIKE.split())
def test_these_are_alike(alike: str) -> None:
    assert len(set(fold(alike))) == 1


@pytest.mark.parametrize("apart", APART.split())
def test_these_stay_apart(apart: str) -> None:
    assert len(set(fold(apart))) == len(apart)


def test_spaces_of_any_width_are_alike() -> None:
    assert fold("a\N{IDEOGRAPHIC SPACE}b\N{NO-BREAK SPACE}c\td") == "a b c d"


def test_a_character_beyond_the_basic_plane_is_one_character() -> None:
    assert list(cut(fold("𠮷野家"))) == ["𠮷野", "野家"]
