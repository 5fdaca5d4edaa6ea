"""Bytes to text and back, without losing a byte."""

import codecs
import re
from collections.abc import Iterator

from reading_list.charset import find_charset
from reading_list.model import Decoded, Patch

SIGNATURES = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive, as .docx and .epub are"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
)
"""What common binary files begin with, so that the complaint names them; others show by their characters."""

STRANGE = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
"""Control characters that no text holds. ESC is none of them: it begins a terminal's colour codes."""

STRANGE_SHARE = 0.2
"""Of a text's bytes, so many may be undecodable or control characters, and one more in the shortest text."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
LOST_OR_NUL = re.compile("[\udc00-\udcff]+|\0")


class NotText(ValueError):
    """What was read holds no text; the message says why."""


def decode(raw: bytes) -> Decoded:
    """Read a text whose encoding nobody told: UTF-8, GB18030 (GBK), Big5 or UTF-16, with or without BOM.

    What cannot be read or shown (a run of undecodable bytes, a NUL) is U+FFFD with a patch of its bytes, and
    a character that the source spells otherwise than its encoding would has one, too, so that `encode` gives
    back `raw` whatever it was. Line ends stay as they are.

    Raises NotText for an empty file, for one with white space only, and for what is no text.

    >>> decoded = decode("区委".encode("gbk") + bytes([0xFF]) + "书记".encode("gbk"))
    >>> decoded.text, decoded.encoding, decoded.patches
    ('区委\N{REPLACEMENT CHARACTER}书记', 'gb18030', (Patch(offset=2, raw=b'\\xff'),))
    """
    if not raw:
        raise NotText("is empty (0 bytes)")
    for signature, name in SIGNATURES:
        if raw.startswith(signature):
            raise NotText(f"is {name}, not text")
    bom, encoding, likely = find_charset(raw)
    if not likely:
        raise NotText("is not text in UTF-8, GB18030, Big5 or UTF-16")
    decoded = _read(raw[len(bom) :], encoding, bom)
    if encode(decoded) != raw:
        decoded = _read_spellings(raw[len(bom) :], encoding, bom)
    lost = [patch for patch in decoded.patches if decoded.text[patch.offset] == REPLACEMENT]
    strange = sum(len(patch.raw) for patch in lost) + len(STRANGE.findall(decoded.text))
    if strange > 1 + STRANGE_SHARE * len(raw):
        raise NotText(f"is not text: {strange} of its {len(raw)} bytes are undecodable or control characters")
    if not decoded.text.replace(REPLACEMENT, "").strip():
        raise NotText("holds no text, only white space")
    return decoded


def encode(decoded: Decoded) -> bytes:
    """The bytes that a text was decoded from.

    Raises UnicodeEncodeError if its encoding lacks a character, as may be after somebody edited the text.
    """
    pieces = [decoded.bom]
    place = 0
    for patch in decoded.patches:
        pieces += [decoded.text[place : patch.offset].encode(decoded.encoding), patch.raw]
        place = patch.offset + 1
    pieces.append(decoded.text[place:].encode(decoded.encoding))
    return b"".join(pieces)


def _escape(error: UnicodeError) -> tuple[str, int]:
    """Stand in for undecodable bytes as `surrogateescape` does, but for those below 0x80 too, which a
    character cut in two may end with."""
    assert isinstance(error, UnicodeDecodeError)
    lost = error.object[error.start : error.end]
    return "".join(chr(0xDC00 + byte) for byte in lost), error.end


# Python looks error handlers up by name, in one table for the process.
ESCAPE = "reading_list.escape"
codecs.register_error(ESCAPE, _escape)


def _read(raw: bytes, encoding: str, bom: bytes = b"") -> Decoded:
    """Decode, with a patch for each run of undecodable bytes and each NUL."""
    return _patch_lost(raw.decode(encoding, ESCAPE), encoding, bom)


def _patch_lost(escaped: str, encoding: str, bom: bytes = b"") -> Decoded:
    """Turn escapes and NULs into U+FFFD with a patch each."""
    pieces: list[str] = []
    patches: list[Patch] = []
    length = place = 0
    for match in LOST_OR_NUL.finditer(escaped):
        lost = match[0]
        before = escaped[place : match.start()]
        raw = lost.encode(encoding) if lost == "\0" else bytes(ord(escape) - 0xDC00 for escape in lost)
        pieces += [before, REPLACEMENT]
        patches.append(Patch(length + len(before), raw))
        length += len(before) + 1
        place = match.end()
    pieces.append(escaped[place:])
    return Decoded("".join(pieces), encoding, bom, tuple(patches))


def _read_spellings(raw: bytes, encoding: str, bom: bytes) -> Decoded:
    """Decode what holds second spellings of characters, such as Big5's two of 十. Needed for multibyte
    encodings alone, in which the byte of a line feed is always one."""
    pieces: list[str] = []
    patches: list[Patch] = []
    length = 0
    for line in raw.splitlines(keepends=True):
        read = _read(line, encoding)
        for part in [read] if encode(read) == line else _read_stepwise(line, encoding):
            pieces.append(part.text)
            patches += (Patch(length + patch.offset, patch.raw) for patch in part.patches)
            length += len(part.text)
    return Decoded("".join(pieces), encoding, bom, tuple(patches))


def _read_stepwise(raw: bytes, encoding: str) -> Iterator[Decoded]:
    """Decode byte by byte, so that it shows which bytes each character came from."""
    decoder = codecs.getincrementaldecoder(encoding)(ESCAPE)
    plain: list[str] = []
    start = 0
    for end in range(1, len(raw) + 1):
        if escaped := decoder.decode(raw[end - 1 : end], final=end == len(raw)):
            taken = end - len(decoder.getstate()[0])  # the rest may begin the next character
            if encode(_patch_lost(escaped, encoding)) == raw[start:taken]:
                plain.append(escaped)
            else:
                yield _patch_lost("".join(plain), encoding)
                yield Decoded(escaped, encoding, patches=(Patch(0, raw[start:taken]),))
                plain.clear()
            start = taken
    yield _patch_lost("".join(plain), encoding)
