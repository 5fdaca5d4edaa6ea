"""Big5 read as GBK, and GBK read as Big5: らセ爵, 笢恅. Both take two bytes for a character, so each wrong
character is one right one."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reading_list.model import Span
from reading_list.noise.characters import HAN, is_common
from reading_list.noise.late import late
from reading_list.noise.mojibake import SIGNS

LEAST = 4
"""Characters that a stretch needs: two or three may be a name."""

ODD = "ァ-ヺぁ-ゖㄅ-ㄩΑ-ωА-я⑴-⒛㈠-㈩﹐-﹫￠-￥℡㏑㎎珨岆婓衄扂涴"
"""Signs and rare characters that stand for frequent ones of the other encoding. A stretch without any is not
looked at."""

ANY_ODD = late(f"[{ODD}]")

SCRIPTS = tuple(
    late(f"[{script}]")
    for script in ("ァ-ヺぁ-ゖ", "─-╿", "ㄅ-ㄩ", "Α-ω", "А-я", "⑴-⒛㈠-㈩℡℃㏑㎎", "﹐-￥", HAN)
)
"""A foreign word is in one of these, or in two; no language mixes three."""

REACH = 200
"""So far before and behind such a sign its stretch may reach."""

SMALL = late("[ㄅ-ㄩ﹐-﹫]")
BREAK = r"\s\x00-\x7f\ufffd，。、；：！？“”"
RUN = late(rf"[^{BREAK}]{{{LEAST},}}")
LAST_BREAK = late(rf"(?s).*[{BREAK}]")
ENCODINGS = (("gb18030", "big5"), ("big5", "gbk"))


def find(text: str, odd: str) -> Iterator[Span]:
    """The stretches that are rare characters as they stand, and common ones in the other encoding. All of
    the text's characters that are in `ODD` are in `odd`, too."""
    if not ANY_ODD.search(odd):
        return
    end = 0
    for sign in ANY_ODD.finditer(text):
        if sign.start() < end:
            continue
        start = max(end, sign.start() - REACH)
        last = LAST_BREAK.match(text, start, sign.start())
        run = RUN.match(text, last.end() if last else start, sign.start() + REACH)
        if run is None:
            continue
        end = run.end()
        for read_as, written_in in ENCODINGS:
            if span := _stretch(run, read_as, written_in):
                yield span
                break


def _stretch(run: re.Match[str], read_as: str, written_in: str) -> Span | None:
    """The part of a run that is damaged: from the first rare character that was a common one to the last."""
    others = [_other(char, read_as, written_in) for char in run[0]]
    seeds = [i for i, (_, is_seed) in enumerate(others) if is_seed]
    odd = "".join(run[0][i] for i in seeds)
    if len(set(odd)) < LEAST - 1 or not _is_no_language(odd):
        return None
    first, last = seeds[0], seeds[-1] + 1
    # Common characters at the ends may have been others.
    while first and others[first - 1][0] and first < 3:
        first -= 1
    while last < len(others) and others[last][0] and len(others) - last < 3:
        last += 1
    inside = others[first:last]
    right = [char for char, _ in inside if char]
    rightly = sum(map(is_right, right))
    # Half of them rare, and most of them right in the other encoding; or all of them right, and a third rare.
    if rightly < 0.6 * len(inside) or len(seeds) * (3 if rightly == len(inside) else 2) < len(inside):
        return None
    repaired = "".join(right) if len(right) == len(inside) and last == len(others) and not first else None
    return Span(run.start() + first, run.start() + last, "lost-character", "double-byte", repaired)


def _is_no_language(odd: str) -> bool:
    """Whether rare characters are too many kinds of them, or too many Chinese ones, for a word of Japanese,
    Greek or Russian."""
    kinds = sum(script.search(odd) is not None for script in SCRIPTS)
    chinese = len(SCRIPTS[-1].findall(odd))
    return kinds > 2 or chinese > 3 or (chinese > 1 and SMALL.search(odd) is not None)


@lru_cache(maxsize=8192)
def is_right(char: str) -> bool:
    """Whether prose is made of such characters."""
    return char != "" and (is_common(char) or char in SIGNS or "\uff10" <= char <= "\uff5a")


@lru_cache(maxsize=8192)
def _other(char: str, read_as: str, written_in: str) -> tuple[str, bool]:
    """The character whose bytes were read as `char`, "" if there is none; and whether it is a right one in
    place of a rare one."""
    try:
        raw = char.encode(read_as)
        other = raw.decode(written_in) if len(raw) == 2 else ""
    except UnicodeError:
        return "", False
    return other, is_right(other) and not is_common(char)
