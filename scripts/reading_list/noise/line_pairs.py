"""Two lines that follow each other, and what stands between them: what a wrapped text is judged by."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from reading_list.model import Kind, Span
from reading_list.noise.late import late

KIND: Kind = "hard-wrap"

OPENS_PARAGRAPH = late(
    r"\s|[-*•·●○■◆#>|]|[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）.．、]|第.{1,5}[章节節回条條]"
)
ENDS_SENTENCE = late(r"[。！？!?…：:；;.][”’」』）)]?\Z|——[\u4e00-\u9fff]{2,4}\Z")
"""Or with the name of who said it."""
LONGEST_END = 6


class Pair(NamedTuple):
    """A line of so many columns and the next of its paragraph, with the place of what stands between, and
    whether the line ends within a sentence."""

    line: str
    following: str
    between: tuple[int, int]
    width: int
    is_within: bool

    @property
    def span(self) -> Span:
        """The line end between them."""
        space = " " if self.line[-1].isascii() and self.following[0].isascii() else ""
        return Span(*self.between, KIND, "line-end", space)


def pairs_of(
    written: Sequence[str], lines: Sequence[str], widths: Sequence[int]
) -> tuple[list[Pair], list[Pair]]:
    """The pairs of a text's lines as they are written, where the second cannot begin a paragraph; and those
    with a blank line or two between them, as the number of a page and its running head leave. `lines` are
    those that are not blank, without the blanks at their ends, `widths` their columns."""
    numbered = [(n, line) for n, each in enumerate(written) if (line := each.rstrip())]
    starts = list(accumulate((len(line) + 1 for line in written), initial=0))
    between = [(starts[n] + len(line), starts[after]) for (n, line), (after, _) in pairwise(numbered)]
    ends = [after - n for (n, _), (after, _) in pairwise(numbered)]
    # Some pages set an empty line between all lines; where only some have one, it parts paragraphs.
    gap = 2 if 1 not in ends else 1
    pairs = [
        (ends[i], Pair(line, following, between[i], widths[i], is_within))
        for i, (line, following) in enumerate(pairwise(lines))
        if ends[i] <= 3
        and not OPENS_PARAGRAPH.match(following)
        # What somebody says is mostly a paragraph of its own.
        and (
            (is_within := not ENDS_SENTENCE.search(line, max(0, len(line) - LONGEST_END)))
            or following[0] not in "“「『"
        )
    ]
    return [pair for end, pair in pairs if end <= gap], [pair for end, pair in pairs if end > gap]


def encode(text: str) -> bytes:
    """As many bytes as columns: GB18030 spends them so on characters that such texts are made of."""
    return text.encode("gb18030", "replace")
