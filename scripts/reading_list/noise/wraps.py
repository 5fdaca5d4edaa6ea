"""Hard wraps: paragraphs broken at a fixed width, as terminals and e-mail programs do.

A line was wrapped if what follows would not have fitted on it. Only a text whose lines are nearly all
wrapped, most of them within a sentence, was certainly wrapped by a machine; verse ends where it will.
"""

import re
from itertools import pairwise

from reading_list.model import Kind, Span

KIND: Kind = "hard-wrap"

WIDTHS = range(40, 101)
"""Columns; a Chinese character takes two."""
LOOSE = 4
"""Columns that marks which may not begin a line hang over (。”), or a wide character leaves free."""
ENOUGH = 6
"""Wrapped lines from which on it is no chance."""

LINE = re.compile(r"(?m)^[^\n]{0,2000}[^\s]")
FIRST_WORD = re.compile(r"[!-~]{1,60}|.")
"""What a program moves to the next line as a whole: a Latin word, or one Chinese character."""
OPENS_PARAGRAPH = re.compile(
    r"\s|[-*•·●○■◆#>|]|[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）.．、]|第.{1,5}[章节節回条條]"
)
ENDS_SENTENCE = re.compile(r"[。！？!?…：:；;.][”’」』）)]?\Z")
TABULAR = re.compile(r"\S(?:\t|   )\s*\S|[|│┃]")


def find(text: str) -> list[Span]:
    """The line ends inside the wrapped paragraphs of `text`; between Latin words a space is proposed."""
    lines = text.split("\n")
    if len(lines) <= ENOUGH or sum(len(line.rstrip()) > WIDTHS[-1] for line in lines) * 50 > len(lines):
        return []  # as most texts are seen to be at once
    places = [line.span() for line in LINE.finditer(text)]
    if len(places) <= ENOUGH or sum(end - start > WIDTHS[-1] for start, end in places) * 50 > len(places):
        return []
    lines = [text[start:end] for start, end in places]
    # One text is encoded a hundred times as fast as its lines one by one.
    widths = list(map(len, _encode("\n".join(lines)).split(b"\n")))
    width = sorted(widths)[len(widths) * 98 // 100]
    if width not in WIDTHS:
        return []
    between = [(end, start) for (_, end), (start, _) in pairwise(places)]
    ends = [text.count("\n", end, start) if start - end > 1 else 1 for end, start in between]
    # Some pages set an empty line between all lines; where only some have one, it parts paragraphs.
    gap = 2 if 1 not in ends else 1
    wrapped = short = within = 0
    spans: list[Span] = []
    for index, (line, following) in enumerate(pairwise(lines)):
        if ends[index] > gap or OPENS_PARAGRAPH.match(following):
            continue
        first = FIRST_WORD.match(following)
        if first and widths[index] + len(_encode(first[0])) > width - LOOSE and not TABULAR.search(line):
            wrapped += 1
            within += not ENDS_SENTENCE.search(line)
            space = " " if line[-1].isascii() and following[0].isascii() else ""
            spans.append(Span(*between[index], KIND, "line-end", space))
        else:
            short += not ENDS_SENTENCE.search(line)
            if short * 10 > len(lines):
                return []
    certain = wrapped >= ENOUGH and within * 5 >= wrapped * 3 and short * 10 <= wrapped
    return spans if certain else []


def _encode(text: str) -> bytes:
    """As many bytes as columns: GB18030 spends them so on characters that such texts are made of."""
    return text.encode("gb18030", "replace")
