"""Two lines that follow each other, and what stands between them: what a wrapped text is judged by."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from reading_list.model import Kind, Span
from reading_list.noise.late import late

KIND: Kind = "hard-wrap"

OPENS_PARAGRAPH = late(
    r"\s|[-*•·●○■◆#>|]|[（(]?[0-9０-９一二三四五六七八九十]{1,3}(?:[)）、]|[.．](?![0-9]))|第.{1,5}[章节節回条條]"
)
ENDS = frozenset("。！？!?…：:；;.")
CLOSES = frozenset("”’」』）)")
"""What a sentence ends with, and what may stand behind."""
SIGNED = late("——[\u4e00-\u9fff]{2,4}$")
"""The name of who said it, which may stand behind, too."""


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
    numbers = [n for n, line in enumerate(written) if line and not line.isspace()]
    starts = list(accumulate((len(line) + 1 for line in written), initial=0))
    ends = [after - n for n, after in pairwise(numbers)]
    # Some pages set an empty line between all lines; where only some have one, it parts paragraphs.
    gap = 2 if 1 not in ends else 1
    pairs: list[Pair] = []
    parted: list[Pair] = []
    for i, end in enumerate(ends):
        line, following = lines[i], lines[i + 1]
        if end > 3 or OPENS_PARAGRAPH.match(following):
            continue
        is_within = not ends_sentence(line)
        # What somebody says is mostly a paragraph of its own.
        if is_within or following[0] not in "“「『":
            between = starts[numbers[i]] + len(line), starts[numbers[i + 1]]
            (pairs if end <= gap else parted).append(Pair(line, following, between, widths[i], is_within))
    return pairs, parted


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does.

    >>> ends_sentence("走吧！”"), ends_sentence("“走吧”"), ends_sentence("走吧。——许某")
    (True, False, True)
    """
    if line[-1] in ENDS or (line[-1] in CLOSES and line[-2:-1] in ENDS):
        return True
    return "——" in line and SIGNED.search(line) is not None


def encode(text: str) -> bytes:
    """As many bytes as columns: GB18030 spends them so on characters that such texts are made of."""
    return text.encode("gb18030", "replace")
