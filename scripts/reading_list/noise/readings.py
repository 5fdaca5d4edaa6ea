"""How characters are read, and how a reading is written."""

import os
import re
import unicodedata
from functools import cache, lru_cache

PINYIN = "[A-Za-zａ-ｚÀ-ÿĀ-ǿɑɡ\u0300-\u030c:]{1,9}[0-5]?"
"""Pattern of what may be a syllable of pinyin, its tone as a mark, as a digit or absent."""

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0306": "3", "\u0300": "4"}
_FOREIGN = re.compile("[^a-z1-5\u0308]")


@lru_cache(maxsize=4096)
def spoken(written: str) -> str:
    """The syllable in small letters, its ü as `v`, its tone as a digit behind.

    >>> spoken("wǎng"), spoken("Wang3"), spoken("lǜ"), spoken("lu:4"), spoken("de")
    ('wang3', 'wang3', 'lv4', 'lv4', 'de')
    """
    letters = written.lower().replace("u:", "ü").replace("ɑ", "a").replace("ɡ", "g")
    marked = unicodedata.normalize("NFKD", letters)
    tone = next((digit for mark, digit in _TONES.items() if mark in marked), "")
    return _FOREIGN.sub("", marked).replace("u\N{COMBINING DIAERESIS}", "v") + tone


def syllable(written: str) -> str:
    """The same without its tone."""
    return spoken(written).rstrip("12345")


@cache
def _dictionary() -> dict[int, str]:
    # Without its phrases (pypinyin's own switch) it loads in 0.04 s and 10 MB rather than 0.3 s and 55 MB.
    # Only a text in which something looks like a gloss ever comes here.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin.pinyin_dict import pinyin_dict

    return pinyin_dict


@cache
def readings(char: str) -> frozenset[str]:
    """Every reading of a character as `spoken` writes it, none if it has none.

    >>> sorted(readings("長"))
    ['chang2', 'zhang3', 'zhang4']
    """
    return frozenset(map(spoken, _dictionary().get(ord(char), "").split(","))) - {""}


def sounds(char: str) -> frozenset[str]:
    """The same without their tones.

    >>> sorted(sounds("長")), sorted(sounds("好"))
    (['chang', 'zhang'], ['hao'])
    """
    return frozenset(reading.rstrip("12345") for reading in readings(char))


def usual_reading(char: str) -> str:
    """The reading that the dictionary gives first, "" if it has none.

    >>> usual_reading("大"), usual_reading("没")
    ('da4', 'mei2')
    """
    return spoken(_dictionary().get(ord(char), "").partition(",")[0])


@lru_cache(maxsize=4096)
def is_reading(char: str, written: str) -> bool:
    """Whether `written` is a reading of `char`, erhua allowed; tones are not compared: the converters follow
    other dictionaries, and the neutral tone is written in many ways.

    >>> is_reading("網", "wǎng"), is_reading("兒", "r"), is_reading("網", "NR")
    (True, True, False)
    """
    known = sounds(char)
    said = syllable(written)
    return (
        said in known
        or said.removesuffix("r") in known
        or (said == "r" and "er" in known)
        # ü is often typed u.
        or any("v" in reading and said == reading.replace("v", "u") for reading in known)
    )
