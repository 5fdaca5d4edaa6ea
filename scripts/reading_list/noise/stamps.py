"""Dates that come again around the posts of a board: lines that somebody else stamped."""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from reading_list.noise.late import late
from reading_list.noise.layout import Layout, are_buttons, is_heading, is_paragraph
from reading_list.noise.weights import LETTER, weigh

STAMP_WITH_TIME = (
    r"[0-9][0-9]{0,3}(?:[-/.年] ?[0-9]{1,2}[-/.月] ?[0-9]{1,2}日?|月[0-9]{1,2}日),? {0,3}(?:[ap]m |[上下]午)?"
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: [ap]m| ?[+-][0-9]{2}:[0-9]{2})?"
)
MONTH = r"(?:[一二三四五六七八九十]{1,2}月|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?)"
STAMP = late(
    rf"{STAMP_WITH_TIME}"
    rf"|{MONTH} [0-9]{{1,2}}, ?[0-9]{{4}},?(?: at)? {{1,2}}[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?"
    r"(?: ?[ap]m| [上下]午)?"
)
"""A date with its time. It begins with a set, so that it is looked for quickly."""

DATE = late(r"[0-9]{4}[-/.年] ?[0-9]{1,2}[-/.月] ?[0-9]{1,2}日?")
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
RELATIVE = late(
    r"(?:(?:昨天|今天|前天)(?: ?\d{1,2}:\d{2})?|刚刚|\d{1,3} ?(?:秒|分钟|小时|天|周|个月|月|年)前)"
    r"(?: ?· ?\S{1,12})?"
)
SAYING = late(r" ?(?:(?:说道|写道) ?:|[\[(][^\[\]()]{1,10}[\])])$")
ANSWERS = late(r"[^\s。,.:!?]{1,16}(?: ?\(\S{1,4}\))? ?回复 ?@?[^\s。,.:!?]{1,16}")
NAME = late(r"(?:(?:由|by|作者|网友|楼主|来自)\W{1,2})?(\S{1,16})")
TOLD = late(r" ?\([^()]{1,20}\)$")
OF_SITE = late("发布|发表|回复|编辑|更新|上传|来自|阅读|评论|举报|[楼#|]")
DIGITS = late(r"\d+")
PUNCTUATION = late("[。,!?:;…、~“”「」《》()\\[\\]【】|]")
REMARKS = late(
    r"\W{0,3}(?:(?:精选|全部|最新|热门|网友|写)?(?:留言|评论|跟帖|回应)|说点什么)\W{0,3}\d{0,7}\W{0,3}"
)
COUNT = late(r"[\d,]{1,7}")

DAY = "day"
"""The kind of a date alone, which may be the author's."""
BEHIND = "behind"
"""That of a date with a name behind it."""

LONGEST_NAME = 16
LONGEST_STAMP = 80


def mark_stamps(layout: Layout, marks: dict[int, str], is_board: bool) -> None:
    """Lines with a date and time that come again with the same words behind, and text between; a date alone
    with names above. Only on a board may a name be in the line."""
    groups: defaultdict[tuple[bool, str], list[int]] = defaultdict(list)
    for i, line in enumerate(layout.lines):
        if len(line) <= LONGEST_STAMP and stamp_in(line):
            if line[0].isdigit() and is_named_behind(line):
                groups[True, BEHIND].append(i)
                continue
            named = is_named(line)
            if "。" not in line and (named or not LETTER.search(shapes(line)[1])):
                groups[named, shapes(line)[0]].append(i)
    for i, line in enumerate(layout.lines):
        if i not in marks and len(line) <= LONGEST_NAME:
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
        mark_floored(layout, marks)


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


def mark_floored(layout: Layout, marks: dict[int, str]) -> None:
    """A date with the number of a post, and the name over it if the text is below."""
    for i, line in enumerate(layout.lines):
        if len(line) < LONGEST_STAMP and stamp_in(line) and FLOORED.fullmatch(line):
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


@lru_cache(maxsize=4096)  # it is asked of each line again and again
def stamp_in(line: str) -> re.Match[str] | None:
    """A line's date and time."""
    return STAMP.search(line) if ":" in line else None


@lru_cache(maxsize=4096)
def shapes(line: str) -> tuple[str, ...]:
    """What stands behind a line's date and before it, or its label, or all of it; numbers are all alike."""
    if stamp := stamp_in(line):
        return DIGITS.sub("0", line[stamp.end() :]), DIGITS.sub("0", line[: stamp.start()])
    return (DIGITS.sub("0", line.partition(":")[0]),)


def is_named(line: str) -> bool:
    """Whether a poster may stand before a line's date."""
    stamp = stamp_in(line)
    before = line[: stamp.start()].strip() if stamp else ""
    return LETTER.search(before) is not None and len(before) <= 2 * LONGEST_NAME and "," not in before


def is_named_behind(line: str) -> bool:
    """Whether a line is a date and a poster, maybe with what he says of himself in brackets."""
    stamp = stamp_in(line)
    behind = TOLD.sub("", line[stamp.end() :].strip()) if stamp and not stamp.start() else ""
    return " " not in behind and is_name(behind) and not OF_SITE.search(behind)


def name_in(line: str) -> str:
    """The poster before a line's date, "" if it has none."""
    stamp = stamp_in(line)
    name = NAME.match(line[: stamp.start()].strip()) if stamp else None
    return name[1] if name else ""


def is_header(line: str) -> bool:
    """Whether a line says who speaks below, and maybe to whom."""
    return is_name(line) or ANSWERS.fullmatch(line) is not None


def is_name(line: str) -> bool:
    """Whether a line may be a poster's name, or tell that he says what stands below."""
    if line[-1:] in ":])":
        line = SAYING.sub("", line)
    return (
        0 < len(line) <= LONGEST_NAME
        and LETTER.search(line) is not None
        and PUNCTUATION.search(line) is None
        and not is_heading(line)
    )


def has_words(layout: Layout, i: int) -> bool:
    """Whether a line has words of a site's besides its date."""
    return weigh(layout.line(i)).best > 1


def is_beside(layout: Layout, marks: dict[int, str], i: int) -> bool:
    """Whether line `i` is known, or nothing but buttons."""
    return i in marks or bool(line := layout.line(i)) and are_buttons(line) is not False
