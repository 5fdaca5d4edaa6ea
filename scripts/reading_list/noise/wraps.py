"""Hard wraps: paragraphs broken at a fixed width, as terminals and e-mail programs do.

A line was wrapped if what follows would not have fitted on it. Only a text whose lines are nearly all
wrapped, most of them within a sentence, was certainly wrapped by a machine; verse ends where it will.
"""

from itertools import accumulate, pairwise

from reading_list.model import Kind, Span
from reading_list.noise.late import late

KIND: Kind = "hard-wrap"

WIDTHS = range(40, 101)
"""Columns; a Chinese character takes two."""
LOOSE = 4
"""Columns that marks which may not begin a line hang over (。”), or a wide character leaves free."""
ENOUGH = 6
"""Wrapped lines from which on it is no chance."""

LONGEST_WORD = 60
FIRST_WORD = late(rf"[!-~]{{1,{LONGEST_WORD}}}|.")
"""What a program moves to the next line as a whole: a Latin word, or one Chinese character."""
OPENS_PARAGRAPH = late(
    r"\s|[-*•·●○■◆#>|]|[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）.．、]|第.{1,5}[章节節回条條]"
)
ENDS_SENTENCE = late(r"[。！？!?…：:；;.][”’」』）)]?\Z")
TABULAR = late(r"\S(?:\t|   )\s*\S|[|│┃]")


def find(text: str) -> list[Span]:
    """The line ends inside the wrapped paragraphs of `text`; between Latin words a space is proposed."""
    written = text.split("\n")
    lines = list(filter(None, map(str.rstrip, written)))
    if len(lines) <= ENOUGH or sum(map(WIDTHS[-1].__lt__, map(len, lines))) * 50 > len(lines):
        return []
    # One text is encoded a hundred times as fast as its lines one by one.
    widths = list(map(len, _encode("\n".join(lines)).split(b"\n")))
    width = sorted(widths)[len(widths) * 98 // 100]
    if width not in WIDTHS:
        return []
    numbered = [(n, line) for n, each in enumerate(written) if (line := each.rstrip())]
    starts = list(accumulate((len(line) + 1 for line in written), initial=0))
    # Some pages set an empty line between all lines; where only some have one, it parts paragraphs.
    gap = 2 if all(after - n > 1 for (n, _), (after, _) in pairwise(numbered)) else 1
    wrapped = short = within = 0
    spans: list[Span] = []
    for columns, ((n, line), (after, following)) in zip(widths, pairwise(numbered), strict=False):
        if after - n > gap or OPENS_PARAGRAPH.match(following):
            continue
        if is_wider(following, width - LOOSE - columns) and not TABULAR.search(line):
            wrapped += 1
            within += not ENDS_SENTENCE.search(line)
            space = " " if line[-1].isascii() and following[0].isascii() else ""
            spans.append(Span(starts[n] + len(line), starts[after], KIND, "line-end", space))
        else:
            short += not ENDS_SENTENCE.search(line)
            if short * 10 > len(lines):
                return []
    certain = wrapped >= ENOUGH and within * 5 >= wrapped * 3 and short * 10 <= wrapped
    return spans if certain else []


def is_wider(line: str, columns: int) -> bool:
    """Whether the first word of a line is wider."""
    if not 0 < columns < LONGEST_WORD:
        return columns < LONGEST_WORD
    first = FIRST_WORD.match(line)
    return first is not None and len(_encode(first[0])) > columns


def _encode(text: str) -> bytes:
    """As many bytes as columns: GB18030 spends them so on characters that such texts are made of."""
    return text.encode("gb18030", "replace")
