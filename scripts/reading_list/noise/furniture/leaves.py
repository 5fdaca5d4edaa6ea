"""The leaf of a chapter that a site cut in pieces, behind its heading: 第30章 药引(1/3), below it 点击下一页.

An author who parts a chapter numbers it so, too, but says nothing of a next page.
"""

from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.characters import ORDINAL
from reading_list.noise.late import late

LEAF = late(
    rf"(?m)^ *(?:正文 +)?{ORDINAL}[章节回][^\n]{{0,40}}?"
    r"(?P<leaf> ?\((?P<number>\d{1,2})/(?P<total>\d{1,2})\)) *$"
)
NEXT = "点击下一页"


def find_leaves(folded: str) -> Iterator[Span]:
    """The only leaf that a folded text has; where there are several, their headings are one chapter's."""
    if NEXT not in folded or "/" not in folded:
        return
    found = list(LEAF.finditer(folded))
    if len(found) == 1 and 0 < int(found[0]["number"]) <= int(found[0]["total"]) > 1:
        yield Span(*found[0].span("leaf"), "furniture", "leaf")
