"""What kind of noise a mark is about, told from the mark itself, so that a page needs no other record."""

import re
import unicodedata

from reading_list.model import Kind

LABELS: dict[Kind, str] = {
    "planted-symbol": "植入符号",
    "pinyin-gloss": "拼音注音",
    "furniture": "站点附文",
    "masked-word": "缩写代字",
    "lost-character": "缺字",
    "markup-remains": "标记残留",
    "repetition": "重复",
    "hard-wrap": "硬换行",
}
"""What the site calls each kind."""

KINDS: dict[str, Kind] = {kind: kind for kind in LABELS}

_GLOSS = re.compile(r"(?![^a-z]{0,3}[\u3400-\u9fff])\s*[(（]\s*[^\W\d_][\w\u0300-\u036f:·' ]{0,11}\s*[)）]")
_MASK = re.compile(r"[a-z]{2,8}|\w[\W_]{1,3}\w.{0,8}")


def kind_of(noise: str, replacement: str | None = "") -> Kind:
    """The kind that a mark looks like; its page says so in a comment where it is another one.

    >>> kind_of("(wǎng)"), kind_of("🈣"), kind_of("sj", "书记"), kind_of("上一条:开工")
    ('pinyin-gloss', 'planted-symbol', 'masked-word', 'furniture')
    """
    if noise and not noise.strip("\n"):
        return "hard-wrap"
    if "?" in noise or "\N{REPLACEMENT CHARACTER}" in noise or replacement is None:
        return "lost-character"
    if noise.startswith(("<", "&", "[", "{", "\x1b")):
        return "markup-remains"
    if replacement and _MASK.fullmatch(noise):
        return "masked-word"
    if not replacement and _GLOSS.fullmatch(noise):
        return "pinyin-gloss"
    if (
        noise
        and "|" not in noise
        and not replacement
        and all(unicodedata.category(character) in _SYMBOLS for character in noise)
    ):
        return "planted-symbol"
    return "furniture"


_SYMBOLS = frozenset(("So", "Sk", "Sm", "Cn", "Co", "Cf", "Cc", "Mn", "Me", "Zs"))
