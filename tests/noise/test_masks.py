import pytest
from hypothesis import given
from hypothesis import strategies as st

from marks import mark, unmark
from reading_list.noise import masks
from reading_list.noise.mask_table import Half, load_table

HALVES = [half for halves in load_table().halves.values() for half in halves]


@given(st.text(st.characters(exclude_characters=".．·•*＊_", exclude_categories=["Lu", "Ll"])))
def test_a_text_without_letters_or_separators_has_none(text: str) -> None:
    assert not list(masks.find(text))


@pytest.mark.parametrize("half", HALVES, ids=lambda half: "".join(half[:4]))
def test_letters_stand_for_a_part_of_a_word(half: Half) -> None:
    """Where one is masked otherwise; and alone, if they mean nothing else."""
    before = "渡口的船坏了，等船的人站在岸上，都在说修船的钱是谁家出的，说到天黑也没有说清："
    before += "凶⟦*⟧手走了。" if half.table == "deeds" else ""
    marked = f"{before}{half.before}⟦{half.letters}→{half.word}⟧{half.behind}。"
    for text in (f"{marked}找县⟦zf→政府⟧去了。", marked)[: 1 + (half.table == "sure_halves")]:
        plain, _ = unmark(text)
        assert mark(plain, masks.find(plain)) == text
