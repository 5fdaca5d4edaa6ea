"""Posters: names that stand in the same place around each post of a board."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from reading_list.noise.furniture.cards import title_of
from reading_list.noise.furniture.post_lines import (
    COUNT,
    LONGEST_NAME,
    is_header,
    is_name,
    name_in,
    shapes,
    stamp_in,
)
from reading_list.noise.furniture.stamps import is_beside
from reading_list.noise.late import late
from reading_list.noise.layout import SENTENCE_END, Layout, are_buttons, is_heading, is_paragraph

LV = r"(?:lv|v) ?\.?\d{1,2}(?: ?· ?.{1,20}| \S{1,6}|(?: [a-z\u4e00-\u9fff]{1,4}:\d{1,7}){1,3})?"
LEVEL = late(rf"[\u4e00-\u9fff]{{2,6}} ?\d{{1,2}}|{LV}|\d{{1,2}}级?")
RANK = late("[\u4e00-\u9fff]{2,6}")
RANK_AND_LEVEL = late(rf"[\u4e00-\u9fff]{{2,6}} ?\d{{1,2}}|{LV}")
LEVELLED = late(rf"(?:\S{{1,16}} )?{LV}")
ANSWER = late(r" {0,4}([^\s。,:(]{2,16}?)(?: ?\([^\s()]{1,4}\))? ?:?回复 ?@?([^\s。,:]{2,16}) ?(?::|$)")
TITLE = late(r"(?:re|回复) ?: ?(.+)")

REPLYING = late(r"回[复应帖贴]|引用|举报|[楼#]|只看|[赞顶]|top|quote|lv|[级等]|主题|帖|积分|离线|沙发|板凳")

MOST_SHAPES = 12
"""So many of the lines that come again most often are tried."""

MEMBER = late(
    r"当前(?:离线|在线)|(?:级别|等级|积分|精华|威望|uid|注册(?:时间|日期)?) ?:? ?\S{0,16}|发消息"
    r"|.{0,8}rank: ?\d.*|.{2,4}会员"
)

OF_POSTERS = ("poster", "thread")
"""The rules of names and what is told of them."""

Zone = tuple[int, int]
"""The first and last of lines that are known and stand together."""


def mark_posters(layout: Layout, marks: dict[int, str]) -> frozenset[str]:
    """Add names that stand in the same place around each post, and the levels below. Gives all posters."""
    stamped = {name_in(layout.line(i)) for i in marks if marks[i] == "stamp"}
    names = {name for name in stamped if 1 < len(name) <= LONGEST_NAME}
    names |= {layout.line(i) for i in marks if marks[i] == "poster"}
    zones = zones_of(marks)
    tried: set[tuple[int, ...]] = set()
    lines = Counter([line for line in layout.lines if len(line) <= LONGEST_NAME])
    title = title_of(layout, marks)
    for numbers in alike_zones(layout, zones)[:MOST_SHAPES]:
        if len(numbers) < 2 or tuple(numbers) in tried:
            continue
        tried.add(tuple(numbers))
        for side in (0, 1):
            places = [zones[n][side] + (1 if side else -1) for n in numbers]
            last = numbers[-1]
            if side and (last == len(zones) - 1 or zones[last][1] + 1 >= len(layout.bounds)):
                places.pop()
            places = [i for i in places if layout.line(i) and i not in marks]
            places = [i for i in places if i != title or lines[layout.line(i)] > 1]
            dated = [i for i in places if stamp_in(layout.line(i - 1))]
            if 2 * len(dated) < len(places):
                places = [i for i in places if i not in dated]
            if are_posters(layout, marks, places, lines):
                names |= {layout.line(i) for i in places}
    answers = [ANSWER.match(line) for line in layout.folded.split("\n") if "回复" in line]
    said = {name for answer in answers if answer for name in answer.groups()}
    names |= said.intersection(layout.lines)
    last = len(layout.bounds) - 2
    below = [i + 1 for i in marks if i + 1 < last and i + 1 not in marks]
    levelled = [i for i in below if is_levelled(layout, marks, i)]
    titles = [TITLE.search(line) for line in map(layout.line, marks) if ":" in line]
    names -= {title[1] for title in titles if title}
    if names or len(levelled) > 1:
        names |= {layout.line(i) for i in levelled}
        mark_names(layout, marks, names)
        mark_openers(layout, marks)
    return frozenset(names)


def mark_members(layout: Layout, marks: dict[int, str]) -> None:
    """A name above what is told of a member, below a title or another line that is known."""
    title = next((i for i in range(len(layout.bounds)) if i not in marks), 0)
    for i in [i - 1 for i in marks if i - 1 > title and i - 1 not in marks]:
        if not (MEMBER.fullmatch(layout.line(i + 1)) and is_name(layout.line(i))):
            continue
        above = layout.line(i - 1)
        if i - 1 in marks or i - 1 == title or is_heading(above) or above.endswith(SENTENCE_END):
            marks[i] = "poster"


def are_posters(layout: Layout, marks: dict[int, str], places: list[int], lines: Counter[str]) -> bool:
    """Whether the lines are names: all might be, text stands between them, and either one comes again, or
    half do anywhere, or all but the first stand alone between known ones, or all else between is prose."""
    if len(places) < 2 or not all(is_name(layout.line(i)) for i in places):
        return False
    others = marks.keys() | places
    between = [[j for j in range(i + 1, k) if j not in others] for i, k in pairwise(places)]
    # Each post has one name.
    named = any(marks.get(j) == "poster" for j in range(places[0], places[-1]))
    if named or 2 * sum(map(bool, between)) < len(between):
        return False
    if len({layout.line(i) for i in places}) < len(places):
        return True
    if 2 * sum(lines[layout.line(i)] > 1 for i in places) > len(places):
        return True
    # Else they may be titles of what a blog lists.
    if 2 * sum(is_replied_to(layout, marks, i) for i in places) < len(places):
        return False
    if all(i - 1 in marks and i + 1 in marks for i in places[1:]):
        return True
    rest = [line for group in between for line in map(layout.line, group) if are_buttons(line) is False]
    return len(places) > 2 and 3 * sum(line.endswith(SENTENCE_END) for line in rest) >= 2 * len(rest)


def is_replied_to(layout: Layout, marks: dict[int, str], i: int) -> bool:
    """Whether the lines that are known around `i` speak of replies or members, or those who like it are
    counted."""
    if COUNT.fullmatch(layout.line(i + 1)) or layout.line(i).endswith(":"):
        return True
    return any(REPLYING.search(layout.line(j)) for j in range(i - 4, i + 5) if j in marks)


def mark_names(layout: Layout, marks: dict[int, str], names: set[str]) -> None:
    """Lines that are one of the names, beside a line that is known, and the levels below."""
    for i, line in enumerate(layout.lines):
        if len(line) > 2 * LONGEST_NAME or i in marks or line.removesuffix(" 写道:") not in names:
            continue
        if is_beside(layout, marks, i - 1) or is_beside(layout, marks, i + 1):
            marks[i] = "poster"
            if i + 1 not in marks and LEVEL.fullmatch(layout.line(i + 1)):
                marks[i + 1] = "thread"
            elif RANK.fullmatch(layout.line(i + 1)) and LEVEL.fullmatch(layout.line(i + 2)):
                marks.setdefault(i + 1, "thread")
                marks.setdefault(i + 2, "thread")


def is_levelled(layout: Layout, marks: dict[int, str], i: int) -> bool:
    """Whether line `i`, below one that is known, begins a post with a name, and below it stands a member's
    rank and level."""
    if RANK_AND_LEVEL.fullmatch(layout.line(i + 1)):
        end = i + 2
    elif RANK.fullmatch(layout.line(i + 1)) and LEVEL.fullmatch(layout.line(i + 2)):
        end = i + 3
    else:
        return False
    return end not in marks and is_name(layout.line(i))


def mark_openers(layout: Layout, marks: dict[int, str]) -> None:
    """Where all posts begin with the name, right above the text, other names that stand so; where names stand
    above the date, others above one."""
    posters = [i for i in marks if marks[i] == "poster"]
    opening = [
        i
        for i in posters
        if i - 1 in marks
        and any(j not in marks for j in range(i + 1, i + 4))
        and not stamp_in(layout.line(i + 1))
    ]
    stamps = [i for i in marks if marks[i] == "stamp"]
    dated = [i - 1 for i in stamps if marks.get(i - 1) in OF_POSTERS and is_header(layout.line(i - 1))]
    mark_dated(layout, marks)
    if len(opening) == len(posters) and len(opening) > 1:
        for i in range(1, len(layout.bounds) - 1):
            is_alone = i not in marks and i + 1 not in marks and marks.get(i - 1, "poster") not in OF_POSTERS
            if is_alone and is_name(layout.line(i)) and is_paragraph(layout.line(i + 1)):
                marks[i] = "poster"
    elif len(dated) > 1:
        for i in [i - 1 for i in stamps if i - 1 not in marks]:
            above = layout.line(i - 1)
            if is_name(layout.line(i)) and (is_beside(layout, marks, i - 1) or above.endswith(SENTENCE_END)):
                marks[i] = "poster"


def mark_dated(layout: Layout, marks: dict[int, str]) -> None:
    """Names above dates with the same words behind, each with its text below, where one name is known."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for i in sorted(marks):
        if i + 1 not in marks and stamp_in(line := layout.line(i)):
            alike[shapes(line)[0]].append(i - 1)
    for places in alike.values():
        new = [i for i in places if i not in marks]
        known = [i for i in places if marks.get(i) in OF_POSTERS and is_header(layout.line(i))]
        if known and all(
            is_name(layout.line(i)) and (i - 1 in marks or layout.line(i - 1).endswith(SENTENCE_END))
            for i in new
        ):
            marks.update(dict.fromkeys(new, "poster"))


def alike_zones(layout: Layout, zones: list[Zone]) -> list[list[int]]:
    """The numbers of the zones that have a line in common but for its numbers; the most first."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for n, (start, end) in enumerate(zones):
        for key in {key for i in range(start, end + 1) for key in shapes(layout.line(i))}:
            alike[key].append(n)
    return sorted(alike.values(), key=len, reverse=True)


def zones_of(marks: Iterable[int]) -> list[Zone]:
    """The runs of lines that are known, in order."""
    zones: list[Zone] = []
    for i in sorted(marks):
        if zones and zones[-1][1] == i - 1:
            zones[-1] = (zones[-1][0], i)
        else:
            zones.append((i, i))
    return zones
