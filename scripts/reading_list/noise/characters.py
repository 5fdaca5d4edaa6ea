"""Which characters are common: what a repair may yield, and what a converter glosses."""

import re
from functools import cache, lru_cache

from reading_list.matching import spell
from reading_list.noise.late import late
from reading_list.noise.tables import read_table

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Chinese characters, to stand within the brackets of a pattern."""

FAR = r"[^\W\d_a-zA-Z]"
"""A letter, but of ASCII: compiled sooner than `HAN`, for where what is found is looked up."""

ORDINAL = r"第[\d零〇一二三四五六七八九十百千两]{1,8}"
"""What numbers a chapter, a section, a volume in Simplified script; its unit is to follow in the pattern."""

IS_HAN = late(f"[{HAN}]")

LEVEL_ONE = frozenset(
    bytes(
        byte
        for lead in range(0xB0, 0xD8)
        for trail in range(0xA1, 0xFF if lead < 0xD7 else 0xFA)
        for byte in (lead, trail)
    ).decode("gb2312")
)
"""The 3,755 common characters of GB 2312."""


def is_between(text: str, start: int, end: int) -> bool:
    """Whether a Chinese character stands on either side of `text[start:end]`.

    >>> is_between("第1名", 1, 2)
    True
    """
    return start > 0 and IS_HAN.match(text, start - 1) is not None and IS_HAN.match(text, end) is not None


@cache
def traditional() -> frozenset[str]:
    """The everyday characters that only Traditional script has: data/noise/pinyin-gloss.toml."""
    return frozenset("".join(read_table("pinyin-gloss")["characters"].split()))


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


@lru_cache(maxsize=1)  # several finders see the same text
def small(text: str) -> str:
    """The text with its letters of ASCII made small, and no others: offsets stay true.

    >>> small("ABC与İ")
    'abc与İ'
    """
    # Of bytes only ASCII has small letters.
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def is_common(text: str) -> bool:
    """Whether every character is one that ordinary prose is made of.

    >>> is_common("。電子信息產業"), is_common("半娮有畔")
    (True, False)
    """
    return common().issuperset(text)


@lru_cache(maxsize=1)  # of one text it is asked again and again
def is_traditional(text: str) -> bool:
    """Whether a text is in Traditional script, by its first characters."""
    sample = text[:5000]
    return 20 * len(_traditional_form().findall(sample)) > len(_NARROW.sub("", sample))


_NARROW = late("[\0-\u33ff]+")


@cache
def _traditional_form() -> re.Pattern[str]:
    return re.compile(f"[{''.join(traditional())}]")


@cache
def simplified() -> frozenset[str]:
    """What the characters of `traditional` are in Simplified script."""
    return frozenset(spell("".join(traditional()))) - traditional()
