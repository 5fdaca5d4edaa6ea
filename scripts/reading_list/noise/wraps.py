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
ENOUGH, ENOUGH_BARE = 6, 3
"""Wrapped lines from which on it is no chance; and those that end without punctuation, where no shorter line
ends within a sentence and all hold a pause: neither verse nor a list of headlines."""

LINE = re.compile(r"(?m)^[^\n]{0,2000}[^\s]")
FIRST_WORD = re.compile(r"[!-~]{1,60}|.")
"""What a program moves to the next line as a whole: a Latin word, or one Chinese character."""
OPENS_PARAGRAPH = re.compile(
    r"\s|[-*•·●○■◆#>|]|[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）.．、]|第.{1,5}[章节節回条條]"
)
ENDS_SENTENCE = re.compile(r"[。！？!?…：:；;.][”’」』）)]?\Z")
PAUSE = re.compile(r"[\u4e00-\u9fff][，。、；！？,](?=.)")
TABULAR = re.compile(r"\S(?:\t|   )\s*\S|[|│┃]")


def find(text: str) -> list[Span]:
    """The line ends inside the wrapped paragraphs of `text`; between Latin words a space is proposed."""
    places = [line.span() for line in LINE.finditer(text)]
    if len(places) <= ENOUGH_BARE or sum(end - start > WIDTHS[-1] for start, end in places) * 50 > len(
        places
    ):
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
    wrapped = short = within = bare = pauses = 0
    spans: list[Span] = []
    for index, (line, following) in enumerate(pairwise(lines)):
        if ends[index] > gap or OPENS_PARAGRAPH.match(following):
            continue
        first = FIRST_WORD.match(following)
        if first and widths[index] + len(_encode(first[0])) > width - LOOSE and not TABULAR.search(line):
            wrapped += 1
            within += not ENDS_SENTENCE.search(line)
            bare += line[-1].isalnum()
            pauses += PAUSE.search(line) is not None
            space = " " if line[-1].isascii() and following[0].isascii() else ""
            spans.append(Span(*between[index], KIND, "line-end", space))
        else:
            short += not ENDS_SENTENCE.search(line)
            if short * 10 > len(lines):
                return []
    if wrapped >= ENOUGH and within * 5 >= wrapped * 3 and short * 10 <= wrapped:
        return spans
    return spans if bare >= ENOUGH_BARE and 2 * bare >= wrapped == pauses and not short else []


def _encode(text: str) -> bytes:
    """As many bytes as columns: GB18030 spends them so on characters that such texts are made of."""
    return text.encode("gb18030", "replace")
