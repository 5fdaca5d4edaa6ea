"""Words that a forum's filter would not let pass, masked by their writers: 区委sj, 政.府, jing察."""

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reading_list.collation import outermost
from reading_list.model import Span
from reading_list.noise.characters import HAN, is_traditional, small, traditional
from reading_list.noise.late import late
from reading_list.noise.readings import is_reading
from reading_list.noise.rules import load_rules
from reading_list.noise.tables import read_table

# Not beside another asterisk or underscore: Markdown's emphasis ends inside words, too.
_SEPARATOR = late(r"[.．·•*＊_/|丨~-](?<=[^\0-\u33ff].)(?![*_/-])")
_ALONE = late(
    rf"(?m)(?:(?<=[{HAN}，。、“：；！？,（「])|(?<=[{HAN}] ))[A-Za-z]+(?:$|[{HAN}，。、”：；！？,）」])"
    rf"|^[A-Za-z]+[{HAN}]"
)
_PARTED = late(rf"[A-Za-z](?<=[{HAN}，。、：；！？,].)[*＊.·•_ ][A-Za-z](?=[{HAN}，。、：；！？,])")
_ASTERISKS = late(rf"[*＊](?<=[{HAN}].)[*＊]?(?=[{HAN}])")
_BLANK = late(
    rf"(?m)[ \u3000](?=([{HAN}])[{HAN}])(?:(?<=[{HAN}，。、；：“！？,]([{HAN}]).)|(?<=^([{HAN}]).))"
)
_TWO_BLANKS = late(" (?=[^ ] [^ ](?! ))(?<=[^ ] )")
_NARROW = {chr(0xFEE0 + ord(letter)): letter for letter in string.ascii_letters}
_WIDE = late("[Ａ-Ｚａ-ｚ]")


@dataclass(frozen=True, slots=True)
class Table:
    """What data/noise/masked-word.toml says beside its patterns: words of two characters, their first ones by
    the second and their second ones by the first, `traditional` forms of replacements, the words of initials
    in a text that masks words, the `initials` of each row by its id and the numbers of their rows, a pattern
    that has all of them as its group in a text of small letters; and that of letters beside half a word."""

    words: frozenset[str]
    firsts: dict[str, str]
    seconds: dict[str, str]
    blank: frozenset[str]
    blanks: frozenset[str]
    traditional: dict[str, str]
    words_of: dict[str, str]
    initials: dict[str, list[str]]
    rows: dict[str, list[int]]
    masked: re.Pattern[str]
    spelled: re.Pattern[str]


@cache
def load_table() -> Table:
    """The table, read once."""
    table = read_table("masked-word")
    words, blank = frozenset(table["words"].split()), frozenset(table["blank"].split())
    first, second = ("".join(sorted({word[half] for word in words})) for half in (0, 1))
    # Its first letter comes first, so that a search is quick.
    spelled = (
        f"[a-z](?<![A-Za-z0-9].)(?:[a-z]{{1,5}}+(?=[{second}])|(?<=[{first}].)[a-z]{{1,5}}+(?![A-Za-z0-9]))"
    )
    initials = {row["id"]: row["initials"].split() for row in table["rule"]}
    rows: dict[str, list[int]] = {}
    for n, row in enumerate(initials.values()):
        for each in row:
            rows.setdefault(each, []).append(n)
    words_of: dict[str, str] = table["initials"]
    every = sorted({*words_of, *(each for row in initials.values() for each in row)})
    first = "".join(sorted({each[0] for each in every}))
    masked = f"[{first}](?<![a-z].)(?<=(?=({'|'.join(every)})(?![a-z])).)"
    return Table(
        words,
        _others(words, 1),
        _others(words, 0),
        blank,
        frozenset(table["blanks"].split()),
        table["traditional"],
        words_of,
        initials,
        rows,
        re.compile(masked),
        re.compile(spelled),
    )


def _others(words: frozenset[str], half: int) -> dict[str, str]:
    others: dict[str, str] = {}
    for word in words:
        others[word[half]] = others.get(word[half], "") + word[1 - half]
    return others


def find(text: str) -> tuple[Span, ...]:
    """Masked words with the words they stand for, from left to right, in the text's own script."""
    if _WIDE.search(text):
        text = _WIDE.sub(lambda letter: _NARROW.get(letter[0], letter[0]), text)
    split = list(_split(text))
    return outermost([*split, *_asterisks(text, split), *_initials(text, split), *_spelled(text)])


def _initials(text: str, split: list[Span]) -> list[Span]:
    """The words written in Latin letters that a row has as initials, where its pattern allows; with them what
    else a text writes so that masks words, as `split` tells, too."""
    table = load_table()
    places: dict[str, list[int]] = {}
    for initials in table.masked.finditer(small(text)):
        places.setdefault(initials[1], []).append(initials.start())
    if not places and not split:
        return []
    rules = load_rules("masked-word")
    spans = [
        span
        for rule in (rules[n] for n in sorted({n for each in places for n in table.rows.get(each, ())}))
        for initials in table.initials[rule.id]
        for place in places.get(initials, ())
        for span in rule.find_at(text, place)
    ]
    spans += _again(text, spans, places)
    if spans or split:
        spans += _parted(text)
    if spans and is_traditional(text):
        forms = table.traditional
        return [
            span._replace(replacement=forms.get(span.replacement or "", span.replacement)) for span in spans
        ]
    return spans


def _again(text: str, spans: list[Span], places: dict[str, list[int]]) -> list[Span]:
    """The other places, alone between Chinese, of initials that the text itself has told once; and of those
    that mean little else to one who masks words."""
    told: dict[str, set[str | None]] = {}
    for span in spans:
        told.setdefault(text[span.start : span.end].lower(), set()).add(span.replacement)
    if not told:
        return []
    capital = {text[span.start].isupper() for span in spans}
    told |= {initials: {word} for initials, word in load_table().words_of.items()}
    taken = {span.start for span in spans}
    return [
        Span(place, place + len(initials), "masked-word", "again", next(iter(words)))
        for initials, words in told.items()
        if len(words) == 1 and len(initials) > 1
        for place in places.get(initials, ())
        if place not in taken
        and text[place].isupper() in capital
        and _ALONE.match(text, place, place + len(initials) + 1)
    ]


def _parted(text: str) -> Iterator[Span]:
    """Such initials with a sign between them: j*c."""
    words = load_table().words_of
    for match in _PARTED.finditer(text):
        if word := words.get(match[0][0].lower() + match[0][-1].lower()):
            yield Span(*match.span(), "masked-word", "again", word)


def _asterisks(text: str, split: list[Span]) -> Iterator[Span]:
    """All asterisks between Chinese characters of a text where two or more of them split words we know, and
    where one does those that are one character from it."""
    known = {span.start for span in split if text[span.start] in "*＊"}
    for match in _ASTERISKS.finditer(text) if known else ():
        place = match.start()
        if place not in known and (len(known) > 1 or {place - 2, place + 2} & known):
            yield Span(*match.span(), "masked-word", "separator")


def _split(text: str) -> Iterator[Span]:
    words = load_table().words
    sites = [
        (match, text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1] in words)
        for match in _SEPARATOR.finditer(text)
    ]
    blanks = [
        (match, (match[2] or match[3]) + match[1] in load_table().blank)
        for match in _BLANK.finditer(text)
        if _is_sentence(text, match.start())
    ]
    # Who sets blanks for commas, or between all characters of a heading, has many more.
    if 2 * sum(splits for _, splits in blanks) > len(blanks):
        for match, splits in blanks:
            if splits:
                yield Span(*match.span(), "masked-word", "blank")
    for match in _TWO_BLANKS.finditer(text):
        place = match.start()
        if text[place - 1 : place + 4 : 2] in load_table().blanks and text[place - 2 : place - 1] != " ":
            for blank in (place, place + 2):
                yield Span(blank, blank + 1, "masked-word", "blank")
    # Who ends sentences with a full stop of ASCII sets it between 当了官 and 员工们, too.
    stops = sum(1 if splits else -1 for match, splits in sites if match[0] in ".．") + text.count("。") // 20
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
