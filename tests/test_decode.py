"""No byte is lost, and short titles are read in whatever they were written in."""

import gzip
import random
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_list.decode import NotText, decode, encode
from reading_list.model import Patch

LOST = "\N{REPLACEMENT CHARACTER}"
MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
PROSE = {
    "simplified": "镇上的老人都说，那条河从前不是这样流的。林晓舟把行李放下，望着窗外的雨，半天没有说话。",
    "traditional": "鎮上的老人都說，那條河從前不是這樣流的。林曉舟把行李放下，望著窗外的雨，半天沒有說話。",
}
SIMPLIFIED_ENCODINGS = ("utf-8", "gbk", "gb18030", "utf-16-le", "utf-16-be")
TRADITIONAL_ENCODINGS = (*SIMPLIFIED_ENCODINGS, "big5", "cp950", "big5hkscs")
TITLES = (
    *((title, name) for title in (
        "第十二章 夜雨",
        "青禾区召开招商座谈会",
        "市长赴云岭县调研春耕",
        "他回来了",
        "二〇二三年政府工作报告",
        "2021年3月，《河边》",
    ) for name in SIMPLIFIED_ENCODINGS),
    *((title, name) for title in (
        "第十二章 夜雨",
        "青禾區召開招商座談會",
        "市長赴雲嶺縣調研春耕",
        "他回來了",
        "「你聽見了嗎？」她問",
        "2021年3月，《河邊》",
    ) for name in TRADITIONAL_ENCODINGS),
)  # fmt: skip
ENCODINGS = st.sampled_from(TRADITIONAL_ENCODINGS)
CHINESE = st.text(st.sampled_from([*"".join(PROSE.values()), *"a1 \r\n\0十卅═碁㗎𠮷", LOST, MARK]))


def round_trips(raw: bytes) -> None:
    try:
        decoded = decode(raw)
    except NotText:
        return
    assert encode(decoded) == raw
    offsets = [patch.offset for patch in decoded.patches]
    assert offsets == sorted(set(offsets))
    assert all(patch.raw for patch in decoded.patches)
    decoded.text.encode("utf-8")  # no escape is left over
    assert "\0" not in decoded.text


@given(st.binary())
def test_no_byte_is_lost(raw: bytes) -> None:
    round_trips(raw)


@given(CHINESE, ENCODINGS, st.binary(max_size=6), CHINESE, ENCODINGS, st.integers(0, 4))
def test_no_byte_of_a_damaged_text_is_lost(
    text: str, encoding: str, splice: bytes, rest: str, other: str, cut: int
) -> None:
    head = text.encode(encoding, "ignore")
    round_trips(head[: len(head) - cut] + splice + rest.encode(other, "ignore")[cut:])


@pytest.mark.parametrize("encoding", ["gb18030", "cp950", "big5hkscs"])
@given(
    raw=st.lists(
        st.sampled_from([b"\xa2\xcc", b"\xf9\xfa", b"\xa1\xfe", b"\x88\x62", b"\x88", b"\xff", b"\n"])
    )
)
def test_no_second_spelling_is_lost(encoding: str, raw: list[bytes]) -> None:
    prose = (PROSE["traditional"] * 9).encode(encoding)
    whole = prose + b"".join(raw)
    assert encode(decode(whole)) == whole


@given(st.text(min_size=1).filter(lambda text: text.isprintable() and not text.isspace()))
def test_utf_8_is_read_as_utf_8(text: str) -> None:
    whole = PROSE["simplified"] + text
    decoded = decode(whole.encode())
    assert (decoded.text, decoded.encoding, decoded.patches) == (whole, "utf-8", ())


@pytest.mark.parametrize("title, encoding", TITLES)
def test_reads_a_title(title: str, encoding: str) -> None:
    decoded = decode(title.encode(encoding))
    assert (decoded.text, decoded.patches) == (title, ())


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("script, encoding", [
    *(("simplified", name) for name in SIMPLIFIED_ENCODINGS),
    *(("traditional", name) for name in TRADITIONAL_ENCODINGS),
])  # fmt: skip
def test_reads_prose_and_leaves_line_ends(script: str, encoding: str, ending: str) -> None:
    text = ending.join([PROSE[script]] * 3)
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "gb18030"])
def test_a_byte_order_mark_is_not_text(encoding: str) -> None:
    decoded = decode((MARK + PROSE["simplified"]).encode(encoding))
    assert (decoded.text, decoded.bom) == (PROSE["simplified"], MARK.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_reads_what_is_mostly_ascii(encoding: str) -> None:
    text = "#!/bin/sh\n" + "echo hello world\n" * 500 + "# 作者：林晓舟，写于云岭县\n"
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("length", [2046, 2047, 2048, 2049])
def test_judges_the_last_byte_too(length: int) -> None:
    text = "a" * length + "渡"
    assert decode(text.encode()).text == text


def test_plain_ascii_is_utf_8() -> None:
    assert decode(b"No Chinese at all.\n").encoding == "utf-8"


PATCHED = (
    (
        "a stray byte",
        "区委书".encode("gbk") + b"\xff" + "记调研".encode("gbk"),
        f"区委书{LOST}记调研",
        [(3, b"\xff")],
    ),
    (
        "GBK amid UTF-8",
        (PROSE["simplified"] + "他说").encode() + "汉".encode("gbk") + "。".encode(),
        PROSE["simplified"] + f"他说{LOST}。",
        [(len(PROSE["simplified"]) + 2, b"\xba\xba")],
    ),
    (
        "GBK cut in a character",
        "青禾区召开座谈会".encode("gbk")[:-1],
        f"青禾区召开座谈{LOST}",
        [(7, b"\xbb")],
    ),
    ("UTF-8 cut in a character", "青禾区召开".encode()[:-1], f"青禾区召{LOST}", [(4, b"\xe5\xbc")]),
    (
        "GB18030 cut in four bytes",
        "青禾区召开座谈会𠮷".encode("gb18030")[:-1],
        f"青禾区召开座谈会{LOST}",
        [(8, "𠮷".encode("gb18030")[:-1])],
    ),
    ("NUL", "青禾区\0召开".encode(), f"青禾区{LOST}召开", [(3, b"\0")]),
    ("NUL in UTF-16", f"{MARK}青禾区\0召开".encode("utf-16-le"), f"青禾区{LOST}召开", [(3, b"\0\0")]),
    ("an odd byte", "青禾区召开座谈会".encode("utf-16-le") + b"\n", f"青禾区召开座谈会{LOST}", [(8, b"\n")]),
    (
        "half a surrogate pair",
        "青禾区召开座谈会".encode("utf-16-be") + b"\xd8\x42" + "他".encode("utf-16-be"),
        f"青禾区召开座谈会{LOST}他",
        [(8, b"\xd8\x42")],
    ),
    ("a real U+FFFD", f"青禾区{LOST}召开".encode(), f"青禾区{LOST}召开", []),
    (
        "Big5's second 十",
        "第".encode("cp950") + b"\xa2\xcc" + "章他們走了".encode("cp950"),
        "第十章他們走了",
        [(1, b"\xa2\xcc")],
    ),
)


@pytest.mark.parametrize(
    "raw, text, patches", [case[1:] for case in PATCHED], ids=[case[0] for case in PATCHED]
)
def test_patches_what_text_cannot_hold(raw: bytes, text: str, patches: list[tuple[int, bytes]]) -> None:
    decoded = decode(raw)
    assert decoded.text == text
    assert decoded.patches == tuple(Patch(*patch) for patch in patches)
    assert encode(decoded) == raw


def archive() -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr("正文.txt", PROSE["simplified"])
    return packed.getvalue()


BINARY = {
    "PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0",
    "JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0",
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n",
    "gzip": gzip.compress(PROSE["simplified"].encode(), mtime=0),
    "zip": archive(),
    "ELF": b"\x7fELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0",
    "control characters": bytes(range(32)) * 4,
    "numbers": b"".join(number.to_bytes(4, "little") for number in range(0, 9000, 7)),
}


@pytest.mark.parametrize("raw", BINARY.values(), ids=BINARY)
def test_binary_is_not_text(raw: bytes) -> None:
    with pytest.raises(NotText, match="not text"):
        decode(raw)


@pytest.mark.parametrize("seed", range(50))
def test_random_bytes_are_not_text(seed: int) -> None:
    with pytest.raises(NotText, match="not text"):
        decode(random.Random(seed).randbytes(200 * (seed + 1)))


@pytest.mark.parametrize("raw, reason", [
    (b"", "empty"),
    (b" \r\n\t\n", "holds no text"),
    ("\N{IDEOGRAPHIC SPACE}\n".encode(), "holds no text"),
    (MARK.encode(), "holds no text"),
])  # fmt: skip
def test_nothing_to_read_has_a_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        decode(raw)


def test_reads_ten_megabytes() -> None:
    raw = (PROSE["traditional"] + "\r\n").encode("big5") * 120_000
    assert len(raw) > 10_000_000
    assert encode(decode(raw)) == raw


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_byte_too_many_does_not_unmake_a_text_with_a_mark(encoding: str) -> None:
    raw = ("\ufeff" + "区委书记主持召开会议,研究部署防汛工作。" * 9).encode(encoding)
    raw = raw[:40] + b"\xff" + raw[40:]
    decoded = decode(raw)
    assert decoded.text.startswith("区委书记主持召开")
    assert encode(decoded) == raw
