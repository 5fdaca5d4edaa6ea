"""Where an author's text begins and ends, in a page that says so: a lead's label, an office's signature, an
author's note to the readers.
"""

from collections.abc import Iterator
from itertools import takewhile

from reading_list.model import Span
from reading_list.noise.furniture.frames import TIES
from reading_list.noise.late import late
from reading_list.noise.layout import EDGE, Layout, is_paragraph

HEAD = 10
"""A lead stands among so many first lines."""

LEAD = late(r"[\[【](?:摘要|导读|提要|核心提示)[\]】] {0,4}(?=\S)")
NOTE = late(
    r"\W{0,4}(?:(?:作者有话要?说|作[家者](?:留言|题外话))(?: ?[:*]|\W{0,4}$)|作家(?:说|的话)\W{0,4}$)"
)
LABEL = late(r"\W{0,4}作者有话要?说\W{0,4}")
"""This one says so without other furniture."""
NOTE_LINES = 6
"""A note has no more."""
SPEECH = late("[“「]|.{120}")
"""What a story has, and no note."""

SIGNED = late("(?:(?:19|20)\\d{2}|[一二][〇○零一二三四五六七八九]{3})年.{1,4}月.{1,4}日")
ISSUER = late("[\u4e00-\u9fff() ]{3,30}")
WEAK = frozenset(("tail", "contact", "site-words", "between", "beside", "related", "value", "word"))
"""The rules by which a line is known by its place."""


def mark_note(layout: Layout, marks: dict[int, str]) -> None:
    """What a novel's author tells the readers below a chapter, from the label that the site gives it on."""
    count = len(layout.bounds)
    if count < 2 or "作" not in layout.folded[layout.bounds[max(1, count - EDGE)][0] :]:
        return
    label = next((i for i in range(max(1, count - EDGE), count) if NOTE.match(layout.line(i))), count)
    note = list(takewhile(lambda i: i not in marks, range(label + 1, count)))
    is_framed = bool(marks) or LABEL.fullmatch(layout.line(label)) is not None
    if (
        label < count
        and is_framed
        and len(note) <= NOTE_LINES
        and not any(SPEECH.search(layout.line(i)) for i in note)
    ):
        marks.update(dict.fromkeys([label, *note], "note"))


def leave_signed(layout: Layout, marks: dict[int, str]) -> None:
    """Take from `marks` what stands between the last paragraph and an office's signature, if both
    are there: its list of enclosures, whom to ask."""
    count = len(layout.bounds)
    for i in range(count - 1, max(1, count - 2 * EDGE), -1):
        if layout.folded[layout.bounds[i][1] - 1] != "日":
            continue
        if not SIGNED.fullmatch(layout.line(i)) or not ISSUER.fullmatch(layout.line(i - 1)):
            continue
        above = list(takewhile(lambda j: j in marks or not is_paragraph(layout.line(j)), range(i, -1, -1)))
        for j in above:
            if above[-1] and marks.get(j) in WEAK:
                del marks[j]
        return


def find_labels(layout: Layout, marks: dict[int, str]) -> Iterator[Span]:
    """What such a page sets before the article's first line: [摘要]."""
    if len(marks) < TIES:
        return
    for i in range(min(HEAD, len(layout.bounds))):
        if i not in marks and (label := LEAD.match(layout.line(i))):
            start = layout.bounds[i][0]
            yield Span(start, start + label.end(), "furniture", "lead")
