"""Repetition: paragraphs scraped twice, punctuation typed twice, the page numbers of a printed text.

A refrain, a spoken line said again, a table's equal rows and a section's number are the author's.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise

from reading_list.collation import outermost
from reading_list.model import Kind, Span
from reading_list.noise.characters import ORDINAL
from reading_list.noise.late import late
from reading_list.noise.layout import CHINESE
from reading_list.noise.page_numbers import find_page_numbers
from reading_list.noise.running_heads import find_numbered_heads, find_running_heads

KIND: Kind = "repetition"

LINE = re.compile(r"[^\n\r]+")
LOST = frozenset("\ufffd?")
MARKS_AGAIN = late(r"([，。；、,])\1")
PROSE = late(r"[^|\t]{0,4000}[。！？；]")
PROSE_LENGTH = 14
"""Characters from which on a line is too long to be said twice."""
TAIL = 12
"""Of two sentences that say the same, at least one ends with so many characters that are the same."""
BLOCK = 200
"""Paragraphs that may follow themselves as one."""

ITEM_OR_DATE = late(
    r"[ \t　]*(?:(?:\d{1,2}[.、)）·]|[（(]?[一二三四五六七八九十]{1,3}[)）、])"
    r"[\u4e00-\u9fff][^\n]{8,200}|[12]\d{3}年\d{1,2}月\d{1,2}日)[ \t　\r]*(?=\n|\Z)"
)
"""What tells that a short line stands there twice: an item's number, the date below a signature."""
BEGIN = late(r"\n(?=[ \t　]*[\d（(一二三四五六七八九十])")
"""What is before a line that may be one: a line's end is looked for faster than its beginning."""

DOUBLED = late(r"(?:，，|。。|；；|、、)(?<=[\w”’」』）》%％℃]..)(?=[\w“‘「『（《”’」』\n]|\Z)")
DOUBLED_NARROW = late(r",,(?<=[\u4e00-\u9fff]..)(?=[\u4e00-\u9fff])")
DOTS = late("，，，|。。。|；；；|、、、|,,,")
DOUBLED_PER = 100
"""Characters of text to each doubled mark; a writer who doubles more often means it."""

TITLE = late(
    r"""^[ \t　]*([^\s。，！？；,!?;|][^\n。；;|]{2,58}[^\s。，；,;|])[ \t　\r]*\n
    \s*(\1)[ \t　\r]*\n(\s*[^\n]{40})?""",
    re.VERBOSE | re.MULTILINE,
)
"""Not of verse: a paragraph follows, or the headline is a chapter's."""
LONG_TITLE = 20
"""No line of verse has so many characters."""
HEAD = 400
"""Characters within which a headline stands."""
CHAPTER = late("第.{1,7}[章回节節卷]|.+的(?:通知|公告|公示|通告|报告|報告|意见|意見|决定|決定|批复|批復|函)$")
"""Or an office's paper, whose first line is whom it is for."""

PAGED = late(
    rf"(?m)^[ \t　]*+(?P<heading>{ORDINAL}[章节節回][^\n]{{0,40}}?)"
    r"(?P<page>[ 　]?[(（](?:第)?(?P<number>\d{1,2})[/／](?P<total>\d{1,2})(?:[页頁])?[)）])[ \t　\r]*$"
)


def find(text: str) -> tuple[Span, ...]:
    r"""What `text` has twice, and its page numbers; sorted and disjoint.

    >>> [span.start for span in find("第1页 共2页\n他推开门走了出去,外面下着雨。\n第2页 共2页")]
    [0, 24]
    """
    numbers = list(find_page_numbers(text))
    return outermost(
        [
            *_title(text),
            *_headings(text),
            *_paragraphs(text),
            *_sentences(text),
            *_short_lines(text),
            *_marks(text),
            *numbers,
            *find_running_heads(text, numbers),
            *find_numbered_heads(text),
        ]
    )


def _title(text: str) -> Iterator[Span]:
    """A headline that stands twice at the head: the page's title and the article's."""
    for match in TITLE.finditer(text, 0, HEAD):
        if CHINESE.search(match[2]) and (match[3] or len(match[2]) >= LONG_TITLE or CHAPTER.match(match[2])):
            yield Span(*match.span(2), KIND, "title")


def _headings(text: str) -> Iterator[Span]:
    """A chapter's heading above each of the pages that a site cut it into: 第41章 灯塔（1/3）, …（2/3）."""
    pages: dict[tuple[str, str], list[re.Match[str]]] = {}
    if "第" not in text or ("/" not in text and "／" not in text):
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
    if "\ufffd" in text or "?" in text:
        yield from _damaged_paragraphs(text)
    long = [line.strip() for line in text.split("\n") if len(line) >= PROSE_LENGTH]
    if len(set(long)) == len(long) or not any(map(_is_prose, twice(long))):
        return
    lines = [match for match in LINE.finditer(text) if not match[0].isspace()]
    words = [line[0].strip() for line in lines]
    for first, length in _repeats(words, lambda block: _is_prose(block[0])):
        for line in lines[first : first + length]:
            yield Span(line.end() - len(line[0].lstrip()), line.end(), KIND, "paragraph")


def _damaged_paragraphs(text: str) -> Iterator[Span]:
    """Paragraphs that follow themselves but for characters that one of the two has lost."""
    lines = [match for match in LINE.finditer(text) if len(match[0]) >= PROSE_LENGTH]
    for before, line in pairwise(lines):
        if not LOST.isdisjoint(before[0] + line[0]) and _is_prose(line[0]):
            first, second = (MARKS_AGAIN.sub(r"\1", each[0].strip()) for each in (before, line))
            if len(first) == len(second) and all(
                a == b or a in LOST or b in LOST for a, b in zip(first, second, strict=True)
            ):
                yield Span(*line.span(), KIND, "paragraph")


def _short_lines(text: str) -> Iterator[Span]:
    """Items with the same number, and signatures with the same date, that follow themselves."""
    places = (0, *(begin.end() for begin in BEGIN.finditer(text)))
    marked = [line[0].strip() for place in places if (line := ITEM_OR_DATE.match(text, place))]
    if len(set(marked)) == len(marked):
        return
    lines = [match for match in LINE.finditer(text) if not match[0].isspace()]
    words = [line[0].strip() for line in lines]
    for i in range(1, len(lines)):
        if words[i] not in (words[i - 1], words[i - 2]) or not ITEM_OR_DATE.fullmatch(words[i]):
            continue
        if words[i] == words[i - 1] and words[i][-1] != "日":
            yield Span(*lines[i].span(), KIND, "item")
        elif i > 2 and words[i - 3 : i - 1] == words[i - 1 : i + 1] and words[i][-1] == "日":
            yield from (Span(*line.span(), KIND, "signature") for line in lines[i - 1 : i + 1])


def _sentences(text: str) -> Iterator[Span]:
    """Sentences, alone or several in a row, that follow themselves within a paragraph."""
    pieces = text.split("。")
    tails = [piece[-TAIL:] for piece in pieces if len(piece) >= TAIL]
    if len(set(tails)) == len(tails):
        return
    ends = list(accumulate(len(piece) + 1 for piece in pieces))
    words = [piece.rpartition("\n")[2].strip() + "。" for piece in pieces[:-1]]
    for first, length in _repeats(words, lambda block: _is_prose("".join(block))):
        block = range(first, first + length)
        if not any("\n" in pieces[index] for index in block):
            yield Span(ends[first] - len(pieces[first]) - 1, ends[first + length - 1], KIND, "sentence")


def _repeats(words: Sequence[str], is_prose: Callable[[Sequence[str]], bool]) -> Iterator[tuple[int, int]]:
    """Where, and for how many, words follow themselves that are prose as a block."""
    last: dict[str, int] = {}
    index = 0
    while index < len(words):
        words_here = words[index]
        length = index - last.get(words_here, index)
        last[words_here] = index
        if (
            0 < length <= BLOCK
            and words[index - length : index] == words[index : index + length]
            and is_prose(words[index : index + length])
        ):
            yield index, length
            index += length
        else:
            index += 1


def twice(lines: list[str]) -> set[str]:
    """Those that are there twice or more."""
    return {line for line, count in Counter(lines).items() if count > 1}


def _is_prose(line: str) -> bool:
    return len(line) >= PROSE_LENGTH and PROSE.match(line) is not None


def _marks(text: str) -> Iterator[Span]:
    if not any(mark in text for mark in ("，，", "。。", "；；", "、、", ",,")):
        return
    marks = [*DOUBLED.finditer(text), *DOUBLED_NARROW.finditer(text)]
    if marks and len(marks) * DOUBLED_PER <= len(text) and not DOTS.search(text):
        for mark in marks:
            yield Span(mark.end() - 1, mark.end(), KIND, "punctuation")
