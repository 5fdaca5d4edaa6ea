"""Words masked by their initials, 区委sj.

Two letters mean a hundred things, so a row tells where they mean one; what is told once in a text holds for
the rest of it.
"""

from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.characters import HAN, is_traditional, small
from reading_list.noise.halves import find_halves, find_heads, trusted
from reading_list.noise.late import late
from reading_list.noise.mask_table import load_table
from reading_list.noise.rules import load_rules

_PAUSES = "，。、：；！？,;:!?“”」"
_ALONE = late(
    rf"(?m)(?:(?<=[{HAN}{_PAUSES}（(「])|(?<=[{HAN}] ))[A-Za-z]+(?:$|[{HAN}{_PAUSES}）)])"
    rf"|^[A-Za-z]+[{HAN}]"
)
_PARTED = late(rf"[A-Za-z](?<=[{HAN}{_PAUSES}].)[*＊.·•_ ][A-Za-z](?=[{HAN}{_PAUSES}])")
_LETTERS = late(rf"(?<=[{HAN}，。、])[a-z]{{2,4}}(?=[{HAN}，。、])")
_TURNED_TO = late("(?:[找给給归歸被告]|告到|新[来來]的|[来來]自|[说說]是|[镇鎮县縣村]里)$")
_ACTS = late("[来來][人了找]|就|[说說要把管派抓]|[门門]口|[办辦]|不[让讓管理肯给給]|[两兩][个個]字")
_DOES = late(
    "[就早说說不也收来來让讓把欠乱亂涨漲都没沒]|费|費|公司|经理|經理|的(?:人|说法|說法|回复|回覆|答复)"
)
_THING = late("公司|[说說]明|[办辦]公[软軟]|就是|是")

MASKS_OF_MANY = 2
LEAST_MASKED = 3
"""So many words that rows have found make a text that masks many; or so many of the table's, if none."""


def find_initials(text: str, split: list[Span]) -> list[Span]:
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
    halves = list(find_halves(text, places))
    spans += trusted(halves, {"sure_halves"})
    spans += _among(text, places)
    spans += _again(text, spans, places)
    if spans or split:
        spans += trusted(halves, {"halves", "deeds"} if split else {"halves"})
        spans += find_heads(text, places)
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
    is_many = len(told) >= MASKS_OF_MANY or masks_many(text, places)
    if not told and not is_many:
        return []
    capital = {text[span.start].isupper() for span in spans} or {False}
    sure = load_table().words_of
    words_of: dict[str, set[str | None]] = {
        initials: {word} for initials, word in (load_table().words_of_many if is_many else sure).items()
    }
    told = words_of | {initials: words for initials, words in told.items() if initials not in sure}
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


def _among(text: str, places: dict[str, list[int]]) -> Iterator[Span]:
    """Initials of one who does something, in a text that tells by other words of whom it speaks."""
    for initials, (word, *others) in load_table().among.items():
        if initials in places and any(other in text for other in others):
            for place in places[initials]:
                end = place + len(initials)
                if text[place].islower() and _ALONE.match(text, place, end + 1) and _DOES.match(text, end):
                    yield Span(place, end, "masked-word", "among", word)


def masks_many(text: str, places: dict[str, list[int]]) -> bool:
    """Whether three words or more that the table has stand masked in small letters between Chinese, where
    somebody acts or is turned to, one of them a word that means little else, and hardly any other letters."""
    table = load_table()
    alone = {
        initials
        for initials, starts in places.items()
        if initials in table.words_of_many and len(initials) > 1
        if any(
            text[i].islower()
            and _ALONE.match(text, i, i + len(initials) + 1)
            and (_TURNED_TO.search(text, max(0, i - 3), i) or _ACTS.match(text, i + len(initials)))
            and not _THING.match(text, i + len(initials))
            for i in starts
        )
    }
    if len(alone) < LEAST_MASKED or not table.words_of.keys() & alone:
        return False
    others = {letters for letters in _LETTERS.findall(text) if letters not in table.words_of_many}
    return 2 * len(others) <= len(alone)


def _parted(text: str) -> Iterator[Span]:
    """Such initials with a sign between them: j*c."""
    words = load_table().words_of
    for match in _PARTED.finditer(text):
        if word := words.get(match[0][0].lower() + match[0][-1].lower()):
            yield Span(*match.span(), "masked-word", "again", word)
