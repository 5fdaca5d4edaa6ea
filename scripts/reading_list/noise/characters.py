"""Which characters are common: what a repair may yield, and what a converter glosses."""

import tomllib
from collections import Counter
from functools import cache, lru_cache
from importlib import resources

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Chinese characters, to stand within the brackets of a pattern."""

LEVEL_ONE = frozenset(
    bytes([lead, trail]).decode("gb2312")
    for lead in range(0xB0, 0xD8)
    for trail in range(0xA1, 0xFF if lead < 0xD7 else 0xFA)
)
"""The 3,755 common characters of GB 2312."""


@cache
def traditional() -> frozenset[str]:
    """The everyday characters that only Traditional script has: data/noise/pinyin-gloss.toml."""
    table = resources.files("reading_list") / "data" / "noise" / "pinyin-gloss.toml"
    return frozenset("".join(tomllib.loads(table.read_text(encoding="utf-8"))["characters"].split()))


@lru_cache(maxsize=4096)
def in_gb2312(char: str) -> bool:
    """Whether GB 2312, and so Simplified script, has the character."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@cache
def common() -> frozenset[str]:
    """What ordinary prose is made of."""
    return LEVEL_ONE | traditional() | frozenset("。、“”《》")


def is_common(text: str) -> bool:
    """Whether every character is one that ordinary prose is made of.

    >>> is_common("。電子信息產業"), is_common("半娮有畔")
    (True, False)
    """
    return common().issuperset(text)


def is_traditional(text: str) -> bool:
    """Whether a text is in Traditional script, by its first characters."""
    counts = Counter(text[:5000])
    forms = sum(counts[char] for char in counts.keys() & traditional())
    return 20 * forms > sum(count for char, count in counts.items() if char > "\u33ff")
