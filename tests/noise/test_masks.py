from hypothesis import given
from hypothesis import strategies as st

from reading_list.noise import masks


@given(st.text(st.characters(exclude_characters=".．·•*＊_", exclude_categories=["Lu", "Ll"])))
def test_a_text_without_letters_or_separators_has_none(text: str) -> None:
    assert not list(masks.find(text))
