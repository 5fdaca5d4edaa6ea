"""A site's name, address or plea whose letters something parts, or which other scripts lend letters to.

手.机.请.访.问.m.x.y.c, 6 8 书 吧 6 8 s b, щщш.хуz.сс, t̲k̲n̲.c̲o̲m: no author writes so.
"""

from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.characters import FAR
from reading_list.noise.late import late
from reading_list.noise.vocabulary import load_vocabulary

DOTTED = late(r"\.(?<=[^\W_]\.)(?:[^\W_]\.){4,60}[^\W_](?![a-z0-9])")
"""From its first dot on; the letter before it belongs to it."""
PARTED = late(r"([-~_*|^=+])(?<=[\u4e00-\u9fff].)(?:[\u4e00-\u9fff]\1){3,20}[\u4e00-\u9fff](?!\1)")
"""The same with another sign between Chinese characters."""
LATIN = late("[a-z]{6,}")
SEARCH = late("搜[「“《【][^「」“”《》【】\n]{1,12}[」”》】]")
CHINESE = late("[\u4e00-\u9fff]")
BEFORE = late("[\u4e00-\u9fff,。!?”]")
NAME = late("书[吧屋院城阁库]|小说|文学|中文|[阁网站]|www|com")

LINED = late(
    r"[\u0300-\u036f\u20d0-\u20ff]"
    r"(?:[a-z0-9-][\u0300-\u036f\u20d0-\u20ff]|\.[\u0300-\u036f\u20d0-\u20ff]?){4,60}[a-z]?"
)
"""From its first sign above or below a letter on."""

SPACED = late(r"\n[^\w\n]{0,2}(?:[^\s] ){6,40}[^\s](?=\n|\Z)")
LATIN_IN_NAME = late("[a-z0-9]{3}")

FOREIGN = late("[\u0370-\u03ff\u0400-\u04ff\u2ca4-\u2cff丅卄]")
ENDING = late(
    r"[.。·](?:[cсϲ](?:[oоο0][mмϻ]|[cсϲnпηn])|[nпη][eеε][tтτ丅]|[oоο][rгr][gԍ]|[lӏ][aа])"
    r"(?![a-z0-9\u0370-\u04ff])"
)
BODY = late(r"[a-z0-9\u0370-\u04ff\u2ca4-\u2cff丅卄.。·-]{4,40}$")
LONGEST = 40

SQUARES = "(?:[\U0001f130-\U0001f189]\ufe0f?)"
SQUARED = late(f"(?:{SQUARES}|[0-9]\ufe0f?\u20e3){{3,20}}$")
SQUARED_ENDING = late(rf"[.。·]{SQUARES}{{2,4}}")
KNOTTED = late(r"([一⊥])(?<=[\u4e00-\u9fff].)(?:[\u4e00-\u9fff0-9]\1{1,2}){5,20}[\u4e00-\u9fff]!?")
"""A name with a stroke behind each letter, from its first stroke on."""
KNOTS = ("⊥", "一书一")
"""Each has one of them."""

ODD = "\u0300-\u036f\u0370-\u04ff\u20d0-\u20ff\u2ca4-\u2cff丅卄"
"""Signs above letters and letters of other scripts."""
SIGN = "[-~_*|^=+]"
MAY_BE = late(rf"[-~_*|^=+{ODD}](?:(?<=[{ODD}])|(?<={FAR}{SIGN})(?={FAR}{SIGN}))")
"""One of them, or a letter between two signs."""

BRACKETS = {"[": "]", "(": ")", "【": "】", "『": "』"}


def find_spelled(folded: str) -> Iterator[Span]:
    """The names of a folded text that are spelled so."""
    # One search instead of three: most texts have no letter of the kind.
    odd = (parted, lined, foreign, squared) if MAY_BE.search(folded) else ()
    for find in (dotted, spaced, knotted, *odd):
        for start, end in find(folded):
            yield Span(start, end, "furniture", "spelled")


def parted(folded: str) -> Iterator[tuple[int, int]]:
    """Names with a sign behind each letter."""
    for match in PARTED.finditer(folded):
        if NAME.search(folded[match.start() - 1 : match.end()].replace(match[1], "")):
            yield match.start() - 1, match.end()


def dotted(folded: str) -> Iterator[tuple[int, int]]:
    """Words with a dot behind each letter: a site's plea, or a Latin name between Chinese."""
    for match in DOTTED.finditer(folded):
        start, end = match.start() - 1, match.end()
        words = folded[start:end].replace(".", "")
        is_within = BEFORE.match(folded, start - 1) and CHINESE.match(folded, end)
        if len(CHINESE.findall(words)) > 3:
            if load_vocabulary().planted.search(words) or NAME.search(words):
                yield start, end
        elif is_within and LATIN.fullmatch(words):
            search = SEARCH.match(folded, end)
            yield start, search.end() if search else end


def lined(folded: str) -> Iterator[tuple[int, int]]:
    """Addresses with a sign above or below each letter, in their brackets."""
    for match in LINED.finditer(folded):
        if "." in match[0]:
            yield enclosed(folded, match.start() - 1, match.end())


def spaced(folded: str) -> Iterator[tuple[int, int]]:
    """Lines of a name and its Latin letters, with a blank behind each."""
    for match in SPACED.finditer(folded):
        words = match[0].replace(" ", "")
        if NAME.search(words) and LATIN_IN_NAME.search(words):
            yield match.start() + 1, match.end()


def squared(folded: str) -> Iterator[tuple[int, int]]:
    """Addresses of letters and digits in squares, of which a digit is one."""
    for ending in SQUARED_ENDING.finditer(folded):
        if body := SQUARED.search(folded, max(0, ending.start() - LONGEST), ending.start()):
            yield body.start(), ending.end()


def knotted(folded: str) -> Iterator[tuple[int, int]]:
    """Names with a stroke behind each letter: 最⊥新⊥小⊥说⊥在⊥柳⊥塘⊥首⊥发."""
    if not any(knot in folded for knot in KNOTS):
        return
    for match in KNOTTED.finditer(folded):
        words = folded[match.start() - 1 : match.end()].replace(match[1], "")
        if NAME.search(words) and load_vocabulary().planted.search(words):
            yield match.start() - 1, match.end()


def foreign(folded: str) -> Iterator[tuple[int, int]]:
    """Addresses with Greek or Cyrillic letters."""
    for ending in ENDING.finditer(folded):
        body = BODY.search(folded, max(0, ending.start() - LONGEST), ending.start())
        if body and FOREIGN.search(body[0] + ending[0]):
            start = body.start()
            while folded[start] in ".。·-":
                start += 1
            yield enclosed(folded, start, ending.end())


def enclosed(folded: str, start: int, end: int) -> tuple[int, int]:
    """The range with the brackets around it and what else is in them, if they are near."""
    reach = max(0, start - LONGEST)
    line_start = max(reach, folded.rfind("\n", reach, start) + 1)
    for opening, closing in BRACKETS.items():
        first = folded.rfind(opening, line_start, start)
        last = folded.find(closing, end, end + LONGEST)
        if first >= 0 and last >= 0 and closing not in folded[first:start] and "\n" not in folded[end:last]:
            return first, last + 1
    return start, end
