"""Bytes to text and back."""

from reading_list.model import Decoded


class NotText(ValueError):
    """The bytes are no text; the message says what they look like."""


def decode(raw: bytes) -> Decoded:
    """Decode UTF-8, or else GB18030."""
    if not raw.strip():
        raise NotText("holds no text")
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeError:
        return Decoded(raw.decode("gb18030"), "gb18030")


def encode(decoded: Decoded) -> bytes:
    """The bytes of a decoded text."""
    return decoded.bom + decoded.text.encode(decoded.encoding)
