"""Text that was once decoded with a wrong encoding, and whose bytes still tell the right one: 涓枃, ä¸­æ–‡."""

import re
from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.characters import HAN, LEVEL_ONE, common, is_common, is_traditional
from reading_list.noise.late import late

# windows-1252 where it has a character, ISO 8859-1 where it has none: what browsers did.
_WESTERN = {
    char: byte
    for byte in range(0x80, 0x100)
    for char in {bytes([byte]).decode("cp1252", "ignore") or chr(byte), chr(byte)}
}


def _western(first: int, last: int) -> str:
    return "[" + re.escape("".join(char for char, byte in _WESTERN.items() if first <= byte <= last)) + "]"


def _run(character: str, least: int) -> re.Pattern[str]:
    """One after another, `least` or more: a search is quick only where the first is no repeat."""
    return late(f"{character}(?:{character}){{{least - 1},}}")


_LATER = _western(0x80, 0xBF)
_UTF8_AS_WESTERN = _run(f"[Ââã-éï](?:(?<=[ã-éï]){_LATER}{{2}}|(?<=â)[€\x80]{_LATER}|(?<=Â)[\xa0·])", 1)
_DOUBLE_BYTES_AS_WESTERN = _run("[¡-ù][@-~¡-þ]", 3)

_FEW_AS_WESTERN = late(rf"[°-÷](?<=[{HAN}，。、；：“].)[¡-þ](?:[°-÷][¡-þ])?(?=[{HAN}，。”])")

SMALL_BEFORE_CAPITAL = late("[ß-öø-ÿ][À-ÖØ-Þ]")
"""No word has them so."""

_HEADS = (
    "".join(
        bytes([lead, trail]).decode("gb18030")
        for lead in (*range(0xE3, 0xEA), 0xEF)
        for trail in range(0x80, 0xC0)
    )
    + "鈥"
)
_UTF8_AS_GBK = late(rf"[{_HEADS}][^\0-\u00a3\ufffd-\U0010ffff]{{1,299}}")
"""A head is 涓 or the like, whose two bytes begin a Chinese character or full-width sign in UTF-8.
300 characters of GBK are 200 of UTF-8, so a longer stretch is taken in parts."""

_TWO = re.compile(rb"(?:[\xe2-\xe9\xef][\x80-\xbf]{2}){2}")
"""Two characters in UTF-8."""

SIGNS = frozenset("，！？：；（）…—·「」『』‘’–\u3000")

_SIGNS_AS_GBK = {"銆€": "\u3000", "鈥斺€": "——", "鈥︹€": "……", "銆傗€": "。”", "锛氣€": "：“"}
"""Signs whose bytes spell no character with those of the right text behind them; the last byte is lost."""
_SIGN_AS_GBK = late(f"({'|'.join(_SIGNS_AS_GBK)})[?\ufffd]?")
_ABOUT = late("乱码|亂碼|编码|編碼")

_TORN_HEADS = "銆锛鈥锟骞鏈鏃"
_TORN = late(
    f"[{_TORN_HEADS}](?:(?<![锟骞鏈鏃])[?\ufffd]+|(?<=锟)斤拷(?:(?:锟斤拷)+[锟斤]{{0,2}}|[锟斤])"
    "|(?<=[0-9][骞鏈鏃])\ufffd+)"
)
"""Such a head whose sign lost its last byte; U+FFFD read as GBK (锟斤拷 alone may be a joke about it); year,
month or day behind a number."""


_TORN_HEAD = late(f"[{''.join(sorted(set(_HEADS) - LEVEL_ONE))}][\u4e00-\u9fff]?\ufffd+")
"""A head that Simplified text has not, and what the lost bytes left behind it."""

_ANY_WESTERN = late("[¡-ù](?:(?<=[Ââã-éï])|[@-~¡-þ][¡-ù])")
_ANY_GBK = late(f"[{_HEADS}]")
"""Without one of these nothing of the kind is there: one search instead of two."""

ODD = f"¡-ù{_HEADS}鈥"
"""Without one of these characters there is nothing of either kind."""


def find(text: str, odd: str) -> Iterator[Span]:
    """Stretches that one encoding makes Chinese, with that; what lost bytes is only marked. All of the text's
    characters that are in `ODD` are in `odd`, too."""
    if min(odd) <= "ù" and _ANY_WESTERN.search(text):
        yield from _utf8_as_western(text)
        spans = list(_double_bytes_as_western(text))
        yield from spans
        yield from _few_as_western(text, bool(spans))
    if _ANY_GBK.search(odd):
        for match in _UTF8_AS_GBK.finditer(text):
            yield from _utf8_as_gbk(match)
        if "€" in text and not _ABOUT.search(text):
            for match in _SIGN_AS_GBK.finditer(text):
                yield Span(*match.span(), "lost-character", "mojibake", _SIGNS_AS_GBK[match[1]])
        for match in _TORN.finditer(text) if any(head in odd for head in _TORN_HEADS) else ():
            yield Span(*match.span(), "lost-character", "torn-mojibake", None)
        if "\ufffd" in text and not is_traditional(text):
            for match in _TORN_HEAD.finditer(text):
                yield Span(*match.span(), "lost-character", "torn-mojibake", None)


def _utf8_as_western(text: str) -> list[Span]:
    spans: list[Span] = []
    for match in _UTF8_AS_WESTERN.finditer(text):
        if chinese := _decode(bytes(_WESTERN[char] for char in match[0]), "utf-8"):
            replacement = None if chinese == "\ufffd" else chinese  # that was lost before
            spans.append(Span(*match.span(), "lost-character", "mojibake", replacement))
    # One character alone might be anything; all of them together cannot.
    repaired = "".join(span.replacement or "" for span in spans)
    signs = SIGNS | frozenset("“”。、《》\xa0")
    return spans if is_chinese(repaired) or (signs.issuperset(repaired) and not _ABOUT.search(text)) else []


def _double_bytes_as_western(text: str) -> Iterator[Span]:
    for match in _DOUBLE_BYTES_AS_WESTERN.finditer(text):
        raw = match[0].encode("latin-1")
        found = {chinese for encoding in ("gbk", "big5") if is_chinese(chinese := _decode(raw, encoding))}
        # No European word is all accents; then one character of three may be a rarer one.
        if not found and not match[0].isalpha() and min(match[0]) > "\xa0":
            found = {chinese for chinese in [_decode(raw, "gb2312")] if is_chinese(chinese, 0.6)}
        if len(found) == 1:
            yield Span(*match.span(), "lost-character", "mojibake", found.pop())


def _few_as_western(text: str, has_more: bool) -> Iterator[Span]:
    """One or two common characters of GBK between Chinese; one only in a text that has more such, and two
    there or if they are no letters of a word."""
    for match in _FEW_AS_WESTERN.finditer(text):
        chinese = _decode(match[0].encode("latin-1"), "gb2312")
        if 2 * len(set(match[0])) <= len(match[0]):
            continue  # ×××× in a form, a writer's ····
        is_word = match[0].isalpha() and not SMALL_BEFORE_CAPITAL.search(match[0])
        if LEVEL_ONE.issuperset(chinese) and (has_more or (len(chinese) > 1 and not is_word)):
            yield Span(*match.span(), "lost-character", "mojibake", chinese)


def _utf8_as_gbk(match: re.Match[str]) -> Iterator[Span]:
    torn = match.string.startswith(("\ufffd", "?"), match.end())
    # Most heads are rare characters of ordinary prose, whose bytes are no UTF-8: this is quick to see.
    if not (torn or "€" in match[0] or _TWO.search(match[0].encode("gb18030", "replace"))):
        return
    raw = bytearray()
    starts: dict[int, int] = {0: match.start()}
    for place, char in enumerate(match[0], match.start() + 1):
        pair = b"\x80" if char == "€" else char.encode("gb18030", "replace")
        raw += pair if len(pair) <= 2 else b"\xff\xff"
        starts[len(raw)] = place
    begin = 0
    while begin < len(raw):
        try:
            end = begin + len(raw[begin:].decode("utf-8").encode())
        except UnicodeDecodeError as error:
            end = begin + error.start
        # What is repaired ends where a character of both encodings does; and the first characters of what
        # follows may spell a rare one, or one of another script, with the last byte of this.
        last, chinese = end, _decode(raw[begin:end], "utf-8")
        while chinese and (last not in starts or (len(chinese) > 2 and not is_right(chinese[-1]))):
            last -= len(chinese[-1].encode())
            chinese = chinese[:-1]
        # Two rare characters of a poem may spell one other by chance, hardly three two.
        as_read = match.string[starts[begin] : starts[last]] if chinese else ""
        is_enough = len(chinese) > 2 - (torn and len(raw) - last <= 2) or is_short_word(as_read, chinese)
        if is_enough and is_chinese(chinese):
            yield Span(starts[begin], starts[last], "lost-character", "mojibake", chinese)
        begin = end + 1
        while begin < len(raw) and begin not in starts:
            begin += 1


def is_short_word(as_read: str, chinese: str) -> bool:
    """Whether two common characters, both of Simplified script, were read as three, most of them rare or of
    the other script and none a sign.

    >>> is_short_word("鍗佸叓", "十八"), is_short_word("鎺備簡", "掂了"), is_short_word("濠村，", "婴壬")
    (True, True, False)
    """
    odd = LEVEL_ONE if LEVEL_ONE.issuperset(chinese) else common()
    rare = sum(char not in odd for char in as_read)
    return len(chinese) == 2 and is_common(chinese) and rare > 1 and (SIGNS | {"》"}).isdisjoint(as_read)


def is_right(char: str) -> bool:
    """Whether prose is made of such characters."""
    return is_common(char) or char in SIGNS


def is_chinese(text: str, share: float = 0.9) -> bool:
    """Whether a repair reads like Chinese: two different characters or more, that `share` of them common."""
    words = sum(map(common().__contains__, text))
    signs = sum(char in SIGNS or "\uff10" <= char <= "\uff5a" for char in text)
    return words >= 2 and len(set(text)) > 1 and words + signs >= share * len(text)


def _decode(raw: bytes | bytearray, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return ""
