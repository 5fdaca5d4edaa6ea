"""Words that a forum's filter would not let pass, masked by their writers: 区委sj, 政.府, jing察."""

import re
import string
from collections.abc import Iterator

from reading_list.collation import outermost
from reading_list.model import Span
from reading_list.noise.characters import FAR, HAN, is_traditional, traditional
from reading_list.noise.initials import find_initials
from reading_list.noise.late import late
from reading_list.noise.mask_table import load_table
from reading_list.noise.readings import is_reading

# Not beside another asterisk or underscore: Markdown's emphasis ends inside words, too.
_SEPARATOR = late(r"[.．·•*＊_/|丨~^＾&$%‧∙﹒・-](?<=[^\0-\u33ff].)(?![*_/-])")
_ASTERISKS = late(rf"[*＊](?<=[{HAN}].)[*＊]?(?=[{HAN}])")
_THREE_ASTERISKS = late(rf"\*\*\*(?=[{HAN}])(?<=[{HAN}]\*\*\*)")
_DOTS = late(rf"[.．·](?<=[{HAN}].)(?=[{HAN}])")
_BLANK = late(
    rf"(?m)[ \u3000](?=({FAR})(?:{FAR}|[，。、；：！？]))"
    rf"(?:(?<=(?:{FAR}|[，。、；：“！？,])({FAR}).)|(?<=^({FAR}).))"
)
_TWO_BLANKS = late(" (?=[^ ] [^ ](?! ))(?<=[^ ] )")
_NARROW = {chr(0xFEE0 + ord(letter)): letter for letter in string.ascii_letters}
_WIDE = late("[Ａ-Ｚａ-ｚ]")
_LETTER = late("[A-Za-zＡ-Ｚａ-ｚ]")


def find(text: str) -> tuple[Span, ...]:
    """Masked words with the words they stand for, from left to right, in the text's own script."""
    letter = _LETTER.search(text)
    if letter and _WIDE.search(text, letter.start()):
        text = _WIDE.sub(lambda letter: _NARROW.get(letter[0], letter[0]), text)
    split = list(_split(text))
    spans = [*split, *_asterisks(text, split), *_dots(text, split)]
    if letter:
        spans += [*find_initials(text, split), *_spelled(text)]
    return outermost(spans)


def _asterisks(text: str, split: list[Span]) -> Iterator[Span]:
    """All asterisks between Chinese characters of a text where two or more of them split words we know, and
    where one does those that are one character from it."""
    known = {span.start for span in split if text[span.start] in "*＊"}
    for match in _ASTERISKS.finditer(text) if known else ():
        place = match.start()
        if place not in known and (len(known) > 1 or {place - 2, place + 2} & known):
            yield Span(*match.span(), "masked-word", "separator")


def _dots(text: str, split: list[Span]) -> Iterator[Span]:
    """All dots and full stops of ASCII between Chinese characters where most of them split words we know."""
    known = {span.start for span in split if text[span.start] in ".．·"}
    others = [match for match in _DOTS.finditer(text) if match.start() not in known] if len(known) > 1 else []
    # A name is written again and again: 约翰.李.
    around = {text[match.start() - 1 : match.end() + 1] for match in others}
    if len(others) <= len(known) and len(around) == len(others):
        for match in others:
            yield Span(*match.span(), "masked-word", "separator")


def _split(text: str) -> Iterator[Span]:
    words = load_table().parted
    for match in _THREE_ASTERISKS.finditer(text):
        if text[match.start() - 1] + text[match.end()] in words:
            yield Span(*match.span(), "masked-word", "separator")
    sites = [
        (match, text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1] in words)
        for match in _SEPARATOR.finditer(text)
    ]
    blanks = list(_BLANK.finditer(text))
    parted = {blank for blank in blanks if (blank[2] or blank[3]) + blank[1] in load_table().blank}
    if parted:
        blanks = [blank for blank in blanks if _is_sentence(text, blank.start())]
        # Who sets blanks for commas, or between all characters of a heading, has many more.
        if 2 * len(parted.intersection(blanks)) > len(blanks):
            yield from (Span(*blank.span(), "masked-word", "blank") for blank in blanks if blank in parted)
    for match in _TWO_BLANKS.finditer(text):
        place = match.start()
        if text[place - 1 : place + 4 : 2] in load_table().blanks and text[place - 2 : place - 1] != " ":
            for blank in (place, place + 2):
                yield Span(blank, blank + 1, "masked-word", "blank")
    # Who ends sentences with a full stop of ASCII sets it between 当了官 and 员工们, too.
    stops = sum(1 if splits else -1 for match, splits in sites if match[0] in ".．") + text.count("。") // 4
    for match, splits in sites:
        if splits and (stops > 0 or match[0] not in ".．"):
            yield Span(*match.span(), "masked-word", "separator")


def _is_sentence(text: str, place: int) -> bool:
    """Whether there is punctuation near `place` in its line: no row of buttons."""
    before, after = text[max(0, place - 40) : place], text[place : place + 40]
    return re.search("[，。！？,!?]", before.rpartition("\n")[2] + after.partition("\n")[0]) is not None


def _spelled(text: str) -> Iterator[Span]:
    """Characters written in pinyin where only one of the words has such a reading at that place."""
    table = load_table()
    for match in table.spelled.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        others = table.firsts.get(after, "") + table.seconds.get(before, "")
        found = {char for char in others if is_reading(char, match[0])}
        # The words of both scripts are in the table.
        if len(found) > 1:
            found = {char for char in found if (char in traditional()) == is_traditional(text)}
        if len(found) == 1:
            yield Span(*match.span(), "masked-word", "pinyin", found.pop())
