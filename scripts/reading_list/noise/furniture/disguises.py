"""A novel site's name or address in a spelling that no filter knows: 笔¤趣¤阁, W≈W≈W≈.≈81ZW≈.≈com.

Also what is planted with a sign on either side: *某某首发*.
"""

import re
from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.characters import FAR
from reading_list.noise.furniture.addresses import NAME_BEFORE, PROSE, SITES
from reading_list.noise.late import late

NAME = late(
    rf"(?P<sign>[|¤≈^~_*+=丶♂※★☆●○◆◇■□▲△♀§‖<>/](?<={FAR}.)[^\w\s]?){FAR}"
    rf"(?:(?P=sign){FAR}){{1,8}}(?!(?P=sign){FAR})(?:首发|手打|更新)?"
)
"""From its first sign on; the letter before it belongs to it."""
MIXED = late(r"[♂♀÷¤≈§∮∴](?<=[\u4e00-\u9fff].)[\u4e00-\u9fff](?:[♂♀÷¤≈§∮∴☆★][\u4e00-\u9fff]){1,6}")
"""The same with several signs."""
SITE = late(r"(?:阁|斋|网|楼|居|吧|天堂|书[院屋城库房]|小说|中文|文学|更新)$|首发|手打|追书|最新章节")
ENDINGS = ("网", "小说", "中文", "文学", "书吧", "书屋", "书院")
MANY = 20
SURE = late("小说|中文网|文学网|趣阁|首发|手打|追书|最新章节")
BEHIND = late(r" ?[:(]? ?(?:https?://)?(?:(?:www|wap|m)\.[a-z0-9.-]{3,40}|[a-z0-9-]{3,24}\.[a-z]{2,7})\)?")
LETTERS = late(
    r"w[^\w\s.]{1,2}w[^\w\s.]{0,2}w[^\u4e00-\u9fff\s.()\[\]【】]{0,9}\.[^\u4e00-\u9fff\s()\[\]【】]{4,50}"
)
WITHIN = late(r"[(\[【][\u4e00-\u9fff ]{0,14}$")
CLOSING = late(r" {0,2}[)\]】]")
SIGNED = late(r"([*~#^])(?<![*~#^].)(?=[\u4e00-\u9fff])(?P<words>[^*~#^。!?“”「」\n]{4,36})\1(?![*~#^])")
ADDRESS = late(
    r"(?:(?:w(?: ?w ?w| ?a ?p)|m(?<![a-z0-9]m)) ?[.。·_*,/、-] ?"
    r"(?:[a-z0-9\u2460-\u249b\u3220-\u3229] ?){3,24}"
    r"|[a-z0-9] (?:[a-z0-9] ){3,23})"
    r"(?:[.。·_*,、-]|点|\[?dot\]?) ?"
    r"(?:c ?[o〇] ?m|n ?e ?t|c ?c|o ?r ?g|l ?a|c ?n)(?![a-z]{2})"
)
ENDING = late(
    r"[cnol](?:(?<=[.。·_*,、点t\]-].)|(?<=[.。·_*,、点t\]-] .))"
    r"(?:(?<=c)(?: ?[o〇] ?m| ?c| ?n)|(?<=n) ?e ?t|(?<=o) ?r ?g|(?<=l) ?a)(?![a-z]{2})"
)
"""How an address ends, or nearly so: quick to look for, and most texts have none."""
LONGEST = 80
"""Characters of an address at most."""
FRAMED = late(
    r"[α-ω∷∮♂♀¤§◣◥↘↙](?<=[\u4e00-\u9fff,。!?”].)"
    r"[\u4e00-\u9fff]{2,7}(?:[阁斋轩网楼居吧屋院城站馆坊]|小说|中文|文学)[α-ω∷∮♂♀¤§◣◥↘↙]"
    r"(?=[\u4e00-\u9fff“\n]|$)"
)
OPENED = late(r"[(\[【] {0,2}$")
REST_OF_LINE = late(r"[^\r\n]{0,40}")
BOAST = late("更新(?:最|超)快|首发|最新章节|文字版首发")
WIDE = late("[\uff21-\uff5a]")
UNEVEN = late("(?!www|WWW|Www)[wW]{3}")
"""Nobody else writes wWw."""


def find_parted(folded: str) -> Iterator[Span]:
    """The names and addresses of a folded text whose letters are parted."""
    is_site: dict[str, bool] = {}
    for match in NAME.finditer(folded):
        start, end, sign = match.start() - 1, match.end(), match["sign"]
        start -= len(sign) * folded.endswith(sign, 0, start)
        end += len(sign) * folded.startswith(sign, end)
        name = folded[start:end].replace(sign, "")
        address = BEHIND.match(folded, end)
        # An author parts the letters of a plaque, too, by signs that stand on every keyboard.
        known = SURE if sign in "~^+" else SITE
        if name not in is_site:
            # The text may have the site's whole name elsewhere; no text is of many sites.
            is_site[name] = len(is_site) < MANY and any(name + ending in folded for ending in ENDINGS)
        if address or is_site[name] or (known.search(name) and sign not in "|_/=*"):
            yield enclosed(folded, start, address.end() if address else end)
    for match in MIXED.finditer(folded):
        start = match.start() - 1
        if address := BEHIND.match(folded, match.end()):
            yield Span(start, address.end(), "furniture", "parted-name")
    for match in FRAMED.finditer(folded):
        yield Span(*match.span(), "furniture", "parted-name")
    for match in LETTERS.finditer(folded):
        yield enclosed(folded, *match.span())


def find_signed(folded: str) -> Iterator[Span]:
    """A site's own words with the same sign on either side, in the middle of a line."""
    # A single character is looked for faster.
    for match in SIGNED.finditer(folded) if any(map(folded.__contains__, "*~#^")) else ():
        if len(SITES.findall(match["words"])) > 1 and not PROSE.search(match["words"]):
            yield Span(*match.span(), "furniture", "signed")


def enclosed(folded: str, start: int, end: int) -> Span:
    """From `start` to `end`, with the brackets around it and the name between."""
    opening, closing = WITHIN.search(folded[max(0, start - 16) : start]), CLOSING.match(folded, end)
    if opening and closing:
        start, end = start - len(opening[0]), closing.end()
    return Span(start, end, "furniture", "parted-name")


def find_disguised(text: str, folded: str) -> Iterator[Span]:
    """Addresses written so that no filter knows them: full width and half width mixed, blanks or `。` inside.

    In a short line that begins with one, the rest is the site's name, in as strange a spelling.
    """
    for match in addresses(folded):
        start, end = match.span()
        written = text[start:end]
        mixed = (WIDE.search(written) and re.search("[a-z]", written)) or UNEVEN.match(written)
        if not (mixed or re.search("[^a-z0-9.]", match[0])):
            continue
        opening, closing = OPENED.search(folded[max(0, start - 3) : start]), CLOSING.match(folded, end)
        if opening and closing:
            yield Span(start - len(opening[0]), closing.end(), "furniture", "disguised-address")
            continue
        if name := NAME_BEFORE.search(folded, max(0, start - 10), start):
            start = name.start()
        rest = REST_OF_LINE.match(folded, end)
        line_end = rest.end() if rest else end
        if tail := BOAST.match(folded, end):
            end = tail.end()
        begins_line = not folded[max(0, start - 40) : start].rpartition("\n")[2].strip()
        yield Span(
            start, line_end if begins_line and line_end < end + 40 else end, "furniture", "disguised-address"
        )


def addresses(folded: str) -> Iterator[re.Match[str]]:
    """The places that are written like an address, looked for only around what it may end with."""
    place = 0
    for ending in ENDING.finditer(folded):
        match = ADDRESS.search(folded, max(place, ending.start() - LONGEST), ending.end() + LONGEST)
        if match and match.start() < ending.end():
            yield match
            place = match.end()
