"""Forms of lines around posts that no author's line has, if they come again with text between them: a number,
a name and since when (#3 某某 • 2年前), votes (43 ▲ 2 ▼ 回复), when and from where (3-9 18:41 来自四川 回复).

They tell that a text is a thread before any of its words does.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from reading_list.model import Span
from reading_list.noise.late import late
from reading_list.noise.layout import Layout, is_prose

LONGEST = 60
ENOUGH = 3
"""Two such lines may be chance."""

DAY = r"(?:(?:[0-9]{2}|[0-9]{4})[-/.年])?[0-9]{1,2}[-/.月][0-9]{1,2}日?"
TIME = r"(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
AGO = r"(?:刚刚|昨天|前天|[0-9]{1,3} ?(?:秒|分钟|小时|天|周|个?月|年)前)"
DOT = r" ?[•·・|‧] ?"
NAME = r"[^\s。,:!?•·・|]{1,20}"
BUTTON = rf"(?:回[复覆应]|分享|引[用言]|举报)(?:{DOT}| |$)"
ANSWER = r"(?: ?[(\[]?回[复覆应][)\]]?)"
LIKED = r"(?: ?[^\s\w]? ?[a-zñø赞]{0,2} ?[(\[]?[0-9]{0,7}[)\]]?)"
FORM = late(
    rf"(?P<ago>(?:[#b]?[0-9]{{1,5}} )?{NAME}(?: {NAME}){{0,2}}{DOT}{AGO}(?:{DOT}.{{1,12}})?)"
    rf"|(?P<floor>b[0-9]{{1,4}}{DOT}(?:{DAY}{TIME}|{AGO}))"
    rf"|(?P<votes>[0-9]{{0,6}} ?[▲△👍] ?[0-9]{{0,6}}(?: ?[▼▽👎] ?[0-9]{{0,6}})?(?:{DOT}| )"
    rf"(?:{BUTTON}){{1,4}}[›»>]?)"
    rf"|(?P<place>{DAY}{TIME} (?:来自 ?\S{{2,10}}|\S{{2,4}}(?= (?:[0-9]{{1,5}} )?回[复覆应]))"
    rf"(?: [0-9]{{1,5}})?{ANSWER}?{LIKED})"
    r"|(?P<masked>\S{1,3}\*{2,4}\S{1,4} ?[(\[]匿名[)\]])"
)
"""The names of the groups are those of the forms."""
HINT = late("[▲△👍•・‧·|]|匿名|来自|回[复覆应]")
"""One of these each such line has."""

ROLE = r"(?: ?[(\[]?(?:[博楼题店]主|作者|up主|商家|原po)[)\]]?)"
TO_WHOM = r"回[复覆应] ?@?[^\s。,:!?]{1,20}"
SPEAKER = late(
    rf"(?!楼[主上下]|lz|ps|补充|更正|另外)"
    rf"(?:([^\s。,:!?()]{{2,16}}?){ROLE}?(?: ?:? ?{TO_WHOM})?|{TO_WHOM}) ?: ?(?=\S)"
)
"""Not whom he speaks to, nor what he adds."""
LONGEST_REMARK = 6


def mark_forms(layout: Layout, marks: dict[int, str]) -> bool:
    """Add to `marks` lines of these forms. Gives whether there are some."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for i in layout.lines_with(HINT):
        line = layout.line(i)
        if len(line) <= LONGEST and (form := FORM.fullmatch(line)):
            found[form.lastgroup or ""].append(i)
    lines = {i for group in found.values() for i in group}
    if len(lines) < ENOUGH:
        return False
    again = [group for group in found.values() if len(group) > 1 and stand_apart(layout, lines, group)]
    for group in again:
        marks.update(dict.fromkeys(group, "post"))
    return bool(again)


def stand_apart(layout: Layout, lines: set[int], group: list[int]) -> bool:
    """Whether somebody speaks between most of the lines of a group."""
    spoken = [
        any(k not in lines and is_prose(layout.line(k)) for k in range(i + 1, j)) for i, j in pairwise(group)
    ]
    return 3 * sum(spoken) >= 2 * len(spoken)


def find_speakers(layout: Layout, marks: dict[int, str]) -> Iterator[Span]:
    """The name before what is said, where nearly each text over a line of these forms begins with one; and in
    a line of its own over what all speak of."""
    first = [i + 1 for i in marks if i + 1 not in marks] if "post" in marks.values() else []
    over_form = [
        i
        for i in first
        if marks.get(next((j for j in range(i + 1, i + LONGEST_REMARK) if j in marks), -1)) == "post"
    ]
    named = [(i, name) for i in over_form if (name := SPEAKER.match(layout.line(i)))]
    # Where only one has it somebody adds something, or sums up.
    if len(named) > 1 and 2 * len(named) >= len(over_form):
        for i, name in named:
            start = layout.bounds[i][0]
            yield Span(start, start + name.end(), "furniture", "poster")
        if 0 not in marks and 1 in marks and layout.line(0) in {name[1] for _, name in named}:
            yield Span(*layout.bounds[0], "furniture", "poster")
