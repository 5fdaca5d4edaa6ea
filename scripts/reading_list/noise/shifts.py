"""Text that a converter shifted by a byte: 交流?,F(xiàn)場 was 交流。現場, 當(dāng)?shù)貢r間 was 當地時間.

The converters work on the bytes of GBK and do not see where a character begins. They lose the first byte
of a full stop (A1 A3), so that its second pairs with the first of the next character (AC 46), or find the
bytes of a character in the middle of two others (當地 AE94 B5D8 holds 數 94B5) and set its gloss there. From
there on every character is made of the halves of two, until a trail byte that is ASCII sets them right. So
all bytes are there but the lost one, and what they say once aligned is common Chinese or not.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from reading_list.model import Span
from reading_list.noise.characters import HAN, is_common, traditional
from reading_list.noise.late import late
from reading_list.noise.readings import PINYIN, readings, sounds, spoken

_BODY = rf"[{HAN}\ue000-\uf8ff\u2014-\u2026\u3001-\u3015]{{0,30}}?"
_END = rf"(?:(?P<ascii>[@-~])(?:[(（](?P<gloss>{PINYIN})[)）])?|\?(?P<cut>{PINYIN})[)）])"

# The half that is left of a full stop makes a full-width form (A3) out of the next character's first byte;
# many a text has had its full-width punctuation narrowed since.
_STOP = late(rf"[?？\ufffd](?<=[{HAN}”」』)].)(?P<body>[!,:;?(！-～]{_BODY}){_END}")
# Any other form narrowed, 。進 as ?_M: only with a gloss that says what was meant.
_NARROWED = late(
    rf"[?？\ufffd](?<=[{HAN}”」』)）].)(?P<body>[!-~])(?P<ascii>[@-~])[(（](?P<gloss>{PINYIN})[)）](?P<cut>)"
)
_INNER = late(rf"[?？\ufffd](?P<first>{PINYIN})[)）](?P<body>{_BODY}){_END}")
_ANY_GLOSS = late(rf"[(（](?<=[{HAN}].){PINYIN}[)）]")
MANY = 5
"""With so many glosses a text was converted."""
_GLOSSED = late(rf"([{HAN}])(?:[(（]{PINYIN}[)）])?$")
# 。”</p>: the second half of the quotation mark (B1) takes the bracket with it.
_STOP_BEFORE_TAG = late("[?？][!！][?？](?=/[a-z]{1,10}>)")
_MAY_BE = late("[?？\ufffd](?=[!-~！-～À-ǿɑɡ\u0300-\u030c])")
"""How all of these begin: one search of most texts instead of four."""
_TRAILS = [bytes([trail]) for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF))]

# 現 is by far the most frequent character that follows a full stop so; without its gloss it needs these.
_AFTER_PRESENT = frozenset("在場场代有金狀状實实任行象已為为將将階阶如今存")


def find(text: str) -> Iterator[Span]:
    """Shifted stretches whose bytes leave one reading, with that reading. None where several do."""
    if not any(mark in text for mark in "?？\ufffd") or not _MAY_BE.search(text):
        return
    is_converted = len(_ANY_GLOSS.findall(text)) >= MANY
    for match in _STOP.finditer(text):
        repaired = _stop(match["body"], *_end(match), is_converted)
        if repaired != "。現" or match["gloss"] or text[match.end() : match.end() + 1] in _AFTER_PRESENT:
            yield from _span(match, "shifted-stop", repaired)
    for match in _NARROWED.finditer(text):
        if match["body"] not in "!,:;?(":
            yield from _span(match, "shifted-stop", _stop(match["body"], *_end(match), is_converted))
    for match in _INNER.finditer(text):
        before = _GLOSSED.search(text, max(0, match.start() - 15), match.start())
        if before:
            yield from _span(
                match, "shifted-gloss", _inner(before[1], match["first"], match["body"], *_end(match))
            )
    if "/" in text:
        for match in _STOP_BEFORE_TAG.finditer(text):
            yield from _span(match, "shifted-tag", "。”<")


def _span(match: re.Match[str], rule: str, repaired: str) -> Iterator[Span]:
    if repaired:
        yield Span(*match.span(), "lost-character", rule, repaired)


def _end(match: re.Match[str]) -> tuple[str, str]:
    """The ASCII byte that ends the stretch, "" if it was lost, and the gloss behind it, "" if none."""
    return match["ascii"] or "", match["gloss"] or match["cut"] or ""


@lru_cache(maxsize=1024)
def _stop(body: str, ascii_end: str, gloss: str, is_converted: bool) -> str:
    """What a stretch says that lost the first byte of its full stop; "" if that is not certain, as it is in a
    text that a converter glossed."""
    found = {
        text
        for text in _endings(b"\xa1" + _bytes(body), ascii_end, gloss)
        if text[0] == "。" and is_common(text)
    }
    if len(found) != 1:
        return ""
    repaired = found.pop()
    # Without a gloss, a full-width letter, a rare character or what makes a spoken sentence begin tells that
    # this is no author's.
    sure = (
        is_converted
        or gloss
        or body[0].isalnum()
        or not is_common(body[1:])
        or repaired.startswith(("。現", "。“"))
    )
    return repaired if sure else ""


@lru_cache(maxsize=1024)
def _inner(before: str, first: str, body: str, ascii_end: str, gloss: str) -> str:
    """What stands behind `before`, where the gloss `first` was set into the middle of the next character."""
    half, raw = _bytes(before)[-1:], _bytes(body)
    if body and not raw:
        return ""
    found = {
        text
        for lost in _TRAILS
        if _reads(_decode(half + lost), first)
        for text in _endings(lost + raw, ascii_end, gloss)
        if is_common(text)
    }
    return found.pop() if len(found) == 1 else ""


def _endings(raw: bytes, ascii_end: str, gloss: str) -> Iterator[str]:
    for last in [ascii_end.encode()] if ascii_end else _TRAILS:
        text = _decode(raw + last)
        if text[-1:] in traditional() and (not gloss or _reads(text[-1], gloss)):
            yield text


def _reads(char: str, written: str) -> bool:
    said = spoken(written)
    return char in traditional() and said in (readings(char) if said[-1:].isdecimal() else sounds(char))


def _bytes(text: str) -> bytes:
    """Two bytes for each character, ASCII punctuation taken for full-width; none if one is not so encoded."""
    wide = "".join(chr(ord(char) + 0xFEE0) if char < "\x7f" else char for char in text)
    raw = wide.encode("gb18030", "replace")
    return raw if len(raw) == 2 * len(text) else b""


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("gbk")
    except UnicodeDecodeError:
        return ""
