"""Repetition: paragraphs scraped twice, punctuation typed twice, the page numbers of a printed text.

A refrain, a spoken line said again, a table's equal rows and a section's number are the author's.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from reading_list.collation import outermost
from reading_list.model import Kind, Span

KIND: Kind = "repetition"

LINE = re.compile(r"[^\n\r]+")
PROSE = re.compile(r"[^|\t]{0,4000}[。！？；]")
PROSE_LENGTH = 25
"""Characters from which on a line is too long to be said twice."""
BLOCK = 200
"""Paragraphs that may follow themselves as one."""

DOUBLED = re.compile(r"(?:，，|。。|；；|、、)(?<=[\w”’」』）》]..)(?=[\w“‘「『（《”’」』\n]|\Z)")
DOTS = re.compile("，，，|。。。|；；；|、、、")
DOUBLED_PER = 100
"""Characters of text to each doubled mark; a writer who doubles more often means it."""

PAGE_NUMBER = re.compile(
    r"""^[ \t　]*+(?:
    (?P<counted>第\s?(?P<n1>\d{1,4})\s?[页頁][ ,，/]{0,3}[(（]?[共总總]\s?\d{1,4}\s?[页頁][)）]?
    |Page\s(?P<n2>\d{1,4})\sof\s\d{1,4})
    |(?P<named>第\s?(?P<n3>\d{1,4})\s?[页頁])
    |(?P<share>(?P<n4>\d{1,4})\s?/\s?(?P<total>\d{1,4}))
    |(?P<dashed>[-—–－―─·]{1,3}\s?(?P<n5>\d{1,4})\s?[-—–－―─·]{1,3})
    )[ \t　\r]*$""",
    re.MULTILINE | re.VERBOSE,
)


TITLE = re.compile(
    r"""\s*([^\s。，！？；,!?;|][^\n。！？；!?;|]{6,58}[^\s。，！？；,!?;|])[ \t　\r]*\n
    \s*(\1)[ \t　\r]*\n\s*[^\n]{40}""",
    re.VERBOSE,
)
"""Not of verse: a paragraph follows."""

PAGED = re.compile(
    r"^[ \t　]*+(?P<heading>第[\d零〇一二三四五六七八九十百千]{1,8}[章节節回][^\n]{0,40}?)"
    r"(?P<page>[ 　]?[(（](?:第)?(?P<number>\d{1,2})[/／](?P<total>\d{1,2})(?:[页頁])?[)）])[ \t　\r]*$",
    re.MULTILINE,
)

CUT = re.compile(r"[^\n]{15,4000}[\w，、][ \t\r]*\n\s*\Z")
GOES_ON = re.compile(r"[\r\n]*\w")
"""A sentence that a page's end cut in two: what stands before the number, and after it."""


def find(text: str) -> tuple[Span, ...]:
    r"""What `text` has twice, and its page numbers; sorted and disjoint.

    >>> [span.start for span in find("第1页 共2页\n他推开门走了出去,外面下着雨。\n第2页 共2页")]
    [0, 24]
    """
    return outermost(
        [*_title(text), *_headings(text), *_paragraphs(text), *_marks(text), *_page_numbers(text)]
    )


def _title(text: str) -> Iterator[Span]:
    """A headline that the text begins with twice: the page's title and the article's."""
    if match := TITLE.match(text):
        yield Span(*match.span(2), KIND, "title")


def _headings(text: str) -> Iterator[Span]:
    """A chapter's heading above each of the pages that a site cut it into: 第41章 灯塔（1/3）, …（2/3）."""
    pages: dict[tuple[str, str], list[re.Match[str]]] = {}
    if "/" not in text and "／" not in text:
        return
    for match in PAGED.finditer(text):
        pages.setdefault((match["heading"], match["total"]), []).append(match)
    for matches in pages.values():
        numbers = [int(match["number"]) for match in matches]
        if len(numbers) > 1 and all(a < b for a, b in pairwise(numbers)):
            yield Span(*matches[0].span("page"), KIND, "heading")
            yield from (Span(*match.span(), KIND, "heading") for match in matches[1:])


def _paragraphs(text: str) -> Iterator[Span]:
    """Paragraphs, alone or several in a row, that follow themselves."""
    long = [line.strip() for line in text.split("\n") if len(line) >= PROSE_LENGTH]
    if len(set(long)) == len(long) or not any(map(_is_prose, twice(long))):
        return
    lines = [match for match in LINE.finditer(text) if not match[0].isspace()]
    words = [line[0].strip() for line in lines]
    last: dict[str, int] = {}
    index = 0
    while index < len(lines):
        words_here = words[index]
        length = index - last.get(words_here, index)
        last[words_here] = index
        if (
            0 < length <= BLOCK
            and _is_prose(words_here)
            and words[index - length : index] == words[index : index + length]
        ):
            for line in lines[index : index + length]:
                yield Span(line.end() - len(line[0].lstrip()), line.end(), KIND, "paragraph")
            index += length
        else:
            index += 1


def twice(lines: list[str]) -> set[str]:
    """Those that are there twice or more."""
    return {line for line, count in Counter(lines).items() if count > 1}


def _is_prose(line: str) -> bool:
    return len(line) >= PROSE_LENGTH and PROSE.match(line) is not None


def _marks(text: str) -> Iterator[Span]:
    marks = list(DOUBLED.finditer(text))
    if marks and len(marks) * DOUBLED_PER <= len(text) and not DOTS.search(text):
        for mark in marks:
            yield Span(mark.end() - 1, mark.end(), KIND, "punctuation")


def _page_numbers(text: str) -> Iterator[Span]:
    """Those that tell the number of pages, and of each other form those that count upwards."""
    forms: dict[tuple[str | None, str | None], list[re.Match[str]]] = {}
    for match in PAGE_NUMBER.finditer(text):
        forms.setdefault((match.lastgroup, match["total"]), []).append(match)
    for (form, _), matches in forms.items():
        numbers = [
            int(number) for match in matches for number in match.group("n1", "n2", "n3", "n4", "n5") if number
        ]
        counts_up = len(numbers) > 1 and all(
            0 < b - a <= 3 for a, b in zip(numbers, numbers[1:], strict=False)
        )
        cuts = any(
            CUT.search(text, max(0, m.start() - 200), m.start()) and GOES_ON.match(text, m.end())
            for m in matches
        )
        # A section's number stands above its text, a page's below; and sections are counted from one.
        last = not text[matches[-1].end() :].strip()
        below = (
            matches[0].start() > 100 and ((len(matches) > 2 and last) or (numbers[0] > 1 and counts_up))
        ) or (
            form == "dashed"
            and numbers[0] > 9
            and (counts_up or len(numbers) == 1)
            and matches[0].start() > 20
        )
        if (
            form == "counted"
            or below
            or (counts_up and (cuts or form != "dashed"))
            or (cuts and form == "named")
        ):
            for match in matches:
                yield Span(*match.span(), KIND, "page-number")
