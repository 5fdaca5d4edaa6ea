"""Dates that come again around the posts of a board: lines that somebody else stamped."""

from collections import defaultdict
from itertools import pairwise

from reading_list.noise.furniture.post_lines import (
    AGO,
    ANSWERS,
    COUNT,
    DATE,
    LONGEST_NAME,
    RELATIVE,
    STAMP_WITH_TIME,
    is_header,
    is_name,
    is_named,
    is_named_behind,
    shapes,
    stamp_in,
)
from reading_list.noise.furniture.weights import LETTER, weigh
from reading_list.noise.late import late
from reading_list.noise.layout import Layout, are_buttons, is_paragraph

NUMBER = r"(?:楼主|沙发|板凳|地板|[第#]? ?[0-9]{1,5} ?[楼#])"
FLOOR = late(
    r"#([0-9]{1,5}) \S{1,16} ?[·•|] ?.{1,20}"
    r"|(?:.{1,40}[ |\[(第]|#)?([0-9]{1,5})(?: ?[楼#][\])]?|(?<=#[0-9]))(?: ?[·|] ?.{1,30})?"
    r"|.{1,40} #([0-9]{1,5})"
)
FLOORED = late(
    rf"(?:{STAMP_WITH_TIME}) ?[|·-]? ?{NUMBER}"
    rf"|{NUMBER} ?[|·-]? ?(?:(?:发布|发表|回复)[于:] ?)?(?:{STAMP_WITH_TIME})(?: \S{{1,16}})?"
)
REMARKS = late(
    r"\W{0,3}(?:(?:精选|全部|最新|热门|网友|写)?(?:留言|评论|跟帖|回应)|说点什么)\W{0,3}\d{0,7}\W{0,3}"
)

DAY = "day"
"""The kind of a date alone, which may be the author's."""
BEHIND = "behind"
"""That of a date with a name behind it."""

LONGEST_STAMP = 80


def mark_stamps(layout: Layout, marks: dict[int, str], is_board: bool) -> None:
    """Lines with a date and time that come again with the same words behind, and text between; a date alone
    with names above. Only on a board may a name be in the line."""
    groups: defaultdict[tuple[bool, str], list[int]] = defaultdict(list)
    stamped = [
        i
        for i, line in enumerate(layout.lines)
        if ":" in line and len(line) <= LONGEST_STAMP and stamp_in(line)
    ]
    for i in stamped:
        line = layout.lines[i]
        if line[0].isdigit() and is_named_behind(line):
            groups[True, BEHIND].append(i)
            continue
        named = is_named(line)
        if "。" not in line and (named or not LETTER.search(shapes(line)[1])):
            groups[named, shapes(line)[0]].append(i)
    for i, line in enumerate(layout.lines):
        if len(line) <= LONGEST_NAME and (line[0].isdecimal() or line[0] in AGO) and i not in marks:
            if DATE.fullmatch(line):
                groups[False, DAY].append(i)
            elif RELATIVE.fullmatch(line):
                groups[False, "ago"].append(i)
    for (named, kind), lines in groups.items():
        parted = sum(j - i > 1 for i, j in pairwise(lines))
        if 2 * parted < len(lines) - 1 or (named and (not parted or not is_board)):
            continue
        if named or (parted and stand_beside_names(layout, marks, lines)):
            marks.update((i, "stamp") for i in lines if i not in marks)
        elif kind != DAY:
            for i in lines:
                if has_words(layout, i) or any(is_beside(layout, marks, j) for j in (i - 1, i + 1)):
                    marks.setdefault(i, "stamp")
    if is_board:
        mark_floors(layout, marks)
        mark_floored(layout, marks, stamped)


def stand_beside_names(layout: Layout, marks: dict[int, str], lines: list[int]) -> bool:
    """Whether dates stand below names, or above them where a post ends with its date; one may be the first
    post's, and below the last is the foot. Above a date without a time a title may stand: a name must come
    again."""
    above = [i - 1 for i in lines]
    title = next((i for i in range(lines[0]) if i not in marks), -1)
    # Right below the title no post has ended yet: there it is the author who dates his own.
    below = [i + 1 for i in lines[:-1]]
    for places in [above, below][: 1 + (above[0] != title)]:
        odd = sum(i not in marks and not is_header(layout.line(i)) for i in places)
        if odd <= (len(places) > 2):
            break
    else:
        return False
    names = [layout.line(i) for i in above]
    return (
        not DATE.fullmatch(layout.line(lines[0]))
        or len(set(names)) < len(names)
        or any(ANSWERS.fullmatch(name) for name in names)
    )


def mark_floors(layout: Layout, marks: dict[int, str]) -> None:
    """Lines that end with the number of a post, each with a higher one."""
    floors: list[tuple[int, int]] = []
    for i, line in enumerate(layout.lines):
        may_be = ("楼" in line or "#" in line) and len(line) < LONGEST_STAMP
        if may_be and (match := FLOOR.fullmatch(line)):
            floors.append((i, int(match[match.lastindex or 0])))
    known = any(i in marks for i, _ in floors)
    counted = [n for _, n in floors] == list(range(1, len(floors) + 1))
    if len(floors) > (1 if known or counted else 2) and all(
        n < m and j - i > 1 for (i, n), (j, m) in pairwise(floors)
    ):
        marks.update((i, "stamp") for i, _ in floors if i not in marks)


def mark_floored(layout: Layout, marks: dict[int, str], stamped: list[int]) -> None:
    """A date, in one of the lines `stamped`, with the number of a post, and the name over it if the text is
    below."""
    for i in stamped:
        if FLOORED.fullmatch(layout.lines[i]):
            marks.setdefault(i, "stamp")
            is_over_text = i + 1 not in marks and is_paragraph(layout.line(i + 1))
            if is_over_text and i - 1 not in marks and i - 2 in marks and is_name(layout.line(i - 1)):
                marks[i - 1] = "poster"


def mark_remarks(layout: Layout, marks: dict[int, str]) -> None:
    """How many liked a remark: a number alone between a name and a text, below the heading of the remarks."""
    top = next((i for i in sorted(marks) if is_heading_of_remarks(layout.line(i))), len(layout.bounds))
    counts = [
        i
        for i in range(top + 2, len(layout.bounds) - 1)
        if i not in marks
        and COUNT.fullmatch(layout.line(i))
        and is_name(layout.line(i - 1))
        and i + 1 not in marks
        and not COUNT.fullmatch(layout.line(i + 1))
    ]
    if len(counts) > 1:
        marks.update(dict.fromkeys(counts, "stamp"))


def is_heading_of_remarks(line: str) -> bool:
    """Whether readers' remarks stand below."""
    return len(line) < 20 and REMARKS.fullmatch(line) is not None


def has_words(layout: Layout, i: int) -> bool:
    """Whether a line has words of a site's besides its date."""
    return weigh(layout.line(i)).best > 1


def is_beside(layout: Layout, marks: dict[int, str], i: int) -> bool:
    """Whether line `i` is known, or nothing but buttons."""
    return i in marks or bool(line := layout.line(i)) and are_buttons(line) is not False
