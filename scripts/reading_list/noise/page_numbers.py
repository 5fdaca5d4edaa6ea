"""The page numbers of a printed text.

A section's number stands above its text, a page's below; and sections are counted from one.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from reading_list.model import Kind, Span
from reading_list.noise import wraps
from reading_list.noise.late import late

KIND: Kind = "repetition"

PAGE_NUMBER = late(
    r"""^[ \t　]*+(?:
    (?P<counted>第\s?(?P<n1>\d{1,4})\s?[页頁][ ,，/]{0,3}[(（]?[共总總]\s?\d{1,4}\s?[页頁][)）]?
    |[Pp]age\s(?P<n2>\d{1,4})\sof\s\d{1,4}
    |[共总總]\s?\d{1,4}\s?[页頁][ ,，/]{0,3}第\s?(?P<n6>\d{1,4})\s?[页頁])
    |(?P<named>[-—]{0,2}\s?第\s?(?:(?P<n3>\d{1,4})|[一二三四五六七八九十百零〇]{1,6})\s?[页頁]\s?[-—]{0,2})
    |(?P<share>(?P<n4>\d{1,4})\s?/\s?(?P<total>\d{1,4}))
    |(?P<dashed>[-—–－―─·~/〔【]{1,3}[ 　]{0,3}(?P<n5>\d{1,4})[ 　]{0,3}[-—–－―─·~/〕】]{1,3})
    |(?P<bare>(?P<n8>\d{1,3}))
    |(?P<letter>[Pp](?:age)?[.．]?\s?(?P<n7>\d{1,4}))
    )[ \t　\r]*$""",
    re.MULTILINE | re.VERBOSE,
)
BEGIN = late(r"\n(?=[ \t　]*+\s?[\d第共總总Pp—–－―─·~/〔【-])")
"""What is before a line that may be one: a line's end is looked for faster than its beginning."""

TOTAL = late(r"(?<=共)\s?\d{1,4}")
CUT = late(r"[^\n]{15,4000}[\w，、][ \t\r]*\n\s*\Z")
STOP = late("[，。！？；,!?;]")
GOES_ON = late(r"[\r\n]*\w")
"""A sentence that a page's end cut in two: what stands before the number, and after it."""
PAGE = 200
"""Characters that a page has; above a third section stand its first two."""
BEFORE = 60
"""Characters of prose that hardly stand above the number of a first section."""


def find_page_numbers(text: str) -> Iterator[Span]:
    """Those that tell the number of pages, and of each other form those that count upwards."""
    forms: dict[tuple[str | None, str | None], list[re.Match[str]]] = {}
    for match in matches_in(text):
        forms.setdefault((match.lastgroup, match["total"]), []).append(match)
    for (form, _), matches in forms.items():
        if form and (_are_pages(text, form, matches) or _are_columns(text, form, matches)):
            for match in matches:
                yield Span(*match.span(), KIND, "page-number")
        elif form == "dashed" and len(matches) == 1 and _goes_on(matches[0], forms):
            yield Span(*matches[0].span(), KIND, "page-number")


def matches_in(text: str) -> Iterator[re.Match[str]]:
    """The lines that look like the number of a page."""
    end = 0
    for place in (0, *(begin.end() for begin in BEGIN.finditer(text))):
        if place >= end and (match := PAGE_NUMBER.match(text, place)):
            end = match.end()
            yield match


def _goes_on(match: re.Match[str], forms: dict[tuple[str | None, str | None], list[re.Match[str]]]) -> bool:
    """Whether a number follows those that tell how many pages there are: 第 1 页 共 2 页, - 2 -."""
    counted = forms.get(("counted", None), [])
    number = int(match["n5"])
    return any(
        told.end() < match.start() and told_number < number <= int(TOTAL.findall(told[0])[-1])
        for told, told_number in zip(counted, numbers_of(counted), strict=True)
        if "共" in told[0]
    )


def _are_pages(text: str, form: str, matches: list[re.Match[str]]) -> bool:
    if form == "bare":
        return False
    numbers = numbers_of(matches)
    counts_up = len(numbers) > 1 and all(0 < b - a <= 3 for a, b in pairwise(numbers))
    cuts = any(_cuts(text, match) for match in matches)
    if form == "counted" or (counts_up and (cuts or form != "dashed")) or (cuts and form == "named"):
        return True
    if counts_up and len(matches) > 2 and numbers[0] > 1:
        return True
    start = matches[0].start()
    last = not text[matches[-1].end() :].strip()
    if start > 100 and ((len(matches) > 2 and last) or (counts_up and numbers[0] > 1)):
        return True
    return (
        form == "dashed"
        and numbers[0] > (9 if start < PAGE else 2)
        and (counts_up or (len(numbers) == 1 and start > 20))
        and STOP.search(text, 0, start) is not None
    )


def _are_columns(text: str, form: str, matches: list[re.Match[str]]) -> bool:
    """Whether they count the pages of a text that was wrapped as print is."""
    numbers = numbers_of(matches)
    return (
        form in ("dashed", "bare")
        and all(0 < b - a <= 3 for a, b in pairwise(numbers))
        and (numbers[0] > 1 if form == "bare" else len(numbers) > 1)
        and matches[0].start() > BEFORE
        and STOP.search(text, 0, matches[0].start()) is not None
        and bool(wraps.find("".join(without(text, matches))))
    )


def without(text: str, matches: list[re.Match[str]]) -> Iterator[str]:
    """The text's parts between the matches, each without its first line end."""
    place = 0
    for match in matches:
        yield text[place : match.start()]
        place = match.end() + 1
    yield text[place:]


def numbers_of(matches: list[re.Match[str]]) -> list[int]:
    """The numbers that are written in digits."""
    return [
        int(number)
        for match in matches
        for number in match.group("n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8")
        if number
    ]


def _cuts(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence goes on over a number."""
    before = CUT.search(text, max(0, match.start() - 200), match.start())
    return before is not None and GOES_ON.match(text, match.end()) is not None
