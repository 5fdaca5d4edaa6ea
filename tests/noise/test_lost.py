from hypothesis import assume, given
from hypothesis import strategies as st

from reading_list.collation import accept
from reading_list.noise import lost
from reading_list.noise.characters import LEVEL_ONE

PROSE = st.text(st.sampled_from(sorted(LEVEL_ONE)), min_size=4, max_size=40).filter(
    lambda text: len(set(text)) > 1
)
ODD = "好現當時?？!,F(xiànshù)蔽胰銆锛涓浗锟斤拷ä¸­å\ufffd\ue769。”</p>\n"


@given(PROSE)
def test_common_prose_is_left_alone(text: str) -> None:
    assert not list(lost.find(text))


@given(PROSE, st.sampled_from(["latin-1", "cp1252"]))
def test_utf8_read_as_western_is_repaired(text: str, encoding: str) -> None:
    misread = "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode())
    assert accept(misread, lost.find(misread)).text == text


@given(PROSE)
def test_utf8_read_as_gbk_is_repaired(text: str) -> None:
    assume(len(text) % 2 == 0)
    try:
        misread = text.encode().decode("gb18030")
    except UnicodeDecodeError:
        assume(False)
    assume(len(misread) == len(text) * 3 // 2)
    assert accept(misread, lost.find(misread)).text == text


@given(PROSE, PROSE)
def test_the_sign_of_a_lost_character_is_marked(before: str, after: str) -> None:
    text = f"{before}\ufffd{after}"
    (span,) = lost.find(text)
    assert (span.start, span.end, span.replacement) == (len(before), len(before) + 1, None)
