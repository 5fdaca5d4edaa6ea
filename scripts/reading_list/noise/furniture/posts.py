"""Posts, by the forms of the lines around them (post_forms.py), which tell that a text is a thread before any
of its words does; and the posters' names beside them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sized
from itertools import pairwise, takewhile

from reading_list.model import Span
from reading_list.noise.furniture.post_forms import (
    COUNT,
    DAY,
    DOT,
    FIRST,
    LAST,
    NAME,
    TIME,
    WHEN,
    WORD,
    post_form_of,
)
from reading_list.noise.furniture.post_lines import DATE, is_name, stamp_in
from reading_list.noise.late import late
from reading_list.noise.layout import Layout, is_prose

ENOUGH = 3
"""Two such lines may be chance."""
FEET = ("row", "place", "button")
"""The forms that stand below a text."""
TOLD = late(rf"{WHEN}(?:{DOT}\S{{2,4}}| ?\([^()]{{2,8}}\))?|{COUNT}|{WORD}|[·•….]{{1,3}}")
"""A date, a count or a button alone."""
OPENER = late(rf"{NAME}(?: op| 楼主| 作者)?(?: ?回[复覆应] ?:?(?: ?@?{NAME})?)? ?{DAY}{TIME}(?: .{{1,16}})?")
"""A name and a date in one line."""
DIGIT = late("[0-9★]")
DIGITS = late("[0-9]+(?= ?[楼#]$)")
FULL_STAMP = late(
    r"(?m)^ *(?:发表于 ?[0-9][^\n]{8,30}(?:显示全部|只看该作者|只看楼主|阅读模式)"
    r"|发表于 ?[0-9][0-9 :/-]{8,20}$|[0-9]{1,4}楼 ?\[[^\]\n]{2,4}\] ?发表于)"
)
"""What a board sets over a post, but for the name."""
LONGEST_HEAD, LONGEST_FOOT, LONGEST_DATE = 4, 4, 40

KIND = r"(?:评论|留言|跟[贴帖]|回[复覆应]|讨论|评价|短评)"
NUMBER = r"[0-9][0-9,.]*+万?+"
HEADING = late(
    rf"共? ?{NUMBER} ?[条则个篇](?:热门)?{KIND}|(?:热门|精彩|最新|网友|听众){KIND}|{KIND} ?[(]?{NUMBER}[)]?"
)
OF_POSTS = ("post", "poster")
LONGEST_WORD = 12
ROLES = ("作者", "楼主", "博主", "up主")

ROLE = r"(?: ?[(\[]?(?:[博楼题店]主|作者|up主|商家|原po)[)\]]?)"
TO_WHOM = r"回[复覆应] ?@?[^\s。,:!?]{1,20}"
SPEAKER = late(
    rf"(?!楼[主上下]|lz|ps|补充|更正|另外)"
    rf"(?:([^\s。,:!?()]{{2,16}}?){ROLE}?(?: ?:? ?{TO_WHOM})?|{TO_WHOM}) ?: ?(?=\S)"
)
"""Not whom he speaks to, nor what he adds."""
LONGEST_REMARK = 6


def mark_forms(layout: Layout, marks: dict[int, str], is_thread: bool) -> dict[str, list[int]]:
    """Add to `marks` lines of these forms; fewer will do where others say that the text `is_thread`. Gives
    them by their forms."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(layout.lines):
        if (line[0] in FIRST or line[-1] in LAST) and (form := post_form_of(line)):
            found[form].append(i)
    lines = {i for group in found.values() for i in group}
    least = 2 if is_thread or counts_up(layout, found["floored"]) else ENOUGH
    if len(lines) < least:
        return {}
    # Where the text goes on below it, a word alone is a heading.
    if any(is_prose(layout.line(i + 1)) for i in found["button"]):
        del found["button"]
    again = {
        form: group for form, group in found.items() if len(group) > 1 and stand_apart(layout, lines, group)
    }
    # A program has decorators, too, an essay names accounts, and a history may be told so.
    if (
        not again
        or (again.keys() == {"handle"} and not found["row"])
        or (again.keys() == {"ago"} and not is_thread)
    ):
        return {}
    again["row"] = found["row"]
    for group in again.values():
        marks.update(dict.fromkeys(group, "post"))
    mark_heads(layout, marks, again)
    mark_named(layout, marks, again.get("floor", []))
    mark_named(layout, marks, again.get("handle", []))
    mark_heading(layout, marks)
    return again


def counts_up(layout: Layout, floors: list[int]) -> bool:
    """Whether names have the numbers of posts behind them, one after the other."""
    numbers = [int(number[0]) for i in floors if (number := DIGITS.search(layout.line(i)))]
    return len(numbers) > 1 and all(b - a == 1 for a, b in pairwise(numbers))


def mark_heads(layout: Layout, marks: dict[int, str], forms: dict[str, list[int]]) -> None:
    """Add what stands right over most of the feet of posts, dates and counts; and the names that most of
    the posts begin with, and what is told of these."""
    tops = {climb(marks, i) for form in FEET for i in forms.get(form, ())}
    for _ in range(LONGEST_FOOT):
        told = {i - 1 for i in tops if TOLD.fullmatch(layout.line(i - 1))}
        if len(told) < 2 or not is_most(told, tops):
            break
        marks.update(dict.fromkeys(told, "post"))
        tops = {climb(marks, i) for i in tops}
    feet = sorted(tops)
    heads = [head for foot in feet if (head := head_of(layout, marks, foot))]
    # What the text begins with may be its title.
    title = next((i for i in range(len(layout.bounds)) if i not in marks), 0)
    names = Counter(layout.line(head[0]) for head in heads)
    is_name_of_poster = names[layout.line(title)] > 1 or OPENER.fullmatch(layout.line(title))
    heads = [head for head in heads if head[0] != title or is_name_of_poster]
    if len(heads) > 1 and is_most(heads, feet[1:]):
        marks.update((i, "poster") for head in heads for i in head)


def climb(marks: dict[int, str], i: int) -> int:
    """The first of the lines that are known and stand together up to line `i`."""
    while i - 1 in marks:
        i -= 1
    return i


def mark_named(layout: Layout, marks: dict[int, str], floors: list[int]) -> None:
    """Add the names over most of the numbers of posts, and the counts over these."""
    names = [i - 1 for i in floors if i - 1 not in marks and is_name(layout.line(i - 1))]
    if len(names) > 1 and is_most(names, floors):
        counts = [i - 1 for i in names if i - 1 not in marks and TOLD.fullmatch(layout.line(i - 1))]
        marks.update(dict.fromkeys([*names, *counts], "poster"))


def mark_over_stamps(layout: Layout, marks: dict[int, str]) -> None:
    """Add the names right over the lines that a board sets over its posts, below another line of its or, over
    the first post, below the title."""
    for i in layout.lines_with(FULL_STAMP):
        name, over = layout.line(i - 1), i - 2
        is_below = over in marks or (0 <= over < LONGEST_HEAD and len(name) <= LONGEST_WORD)
        if i - 1 not in marks and is_below and is_name(name) and " " not in name:
            marks[i - 1] = "poster"


def mark_heading(layout: Layout, marks: dict[int, str]) -> None:
    """Add the heading over the posts, which counts them, and the words between it and the first."""
    first = next(i for i in sorted(marks) if marks[i] == "post")
    for i in [i for i, line in enumerate(layout.lines[:first]) if len(line) < 20 and HEADING.fullmatch(line)]:
        marks.setdefault(i, "post")
        below = list(takewhile(lambda j: j not in marks, range(i + 1, i + LONGEST_HEAD)))
        if (
            below
            and marks.get(below[-1] + 1) in OF_POSTS
            and not any(len(line) > LONGEST_WORD or is_prose(line) for line in map(layout.line, below))
        ):
            marks.update(dict.fromkeys(below, "post"))


def head_of(layout: Layout, marks: dict[int, str], foot: int) -> range:
    """The lines over the text of a post that ends above line `foot`: a name, and what has a number."""
    top = foot
    while top > 0 and top - 1 not in marks:
        top -= 1
    text = next((i for i in range(top, foot) if is_prose(layout.line(i))), top)
    over = layout.line(top - 1)
    if text == top and len(over) < LONGEST_DATE and (stamp_in(over) or DATE.search(over)):
        # The date over the text is known, the name over it may not be.
        text = top = top - 1
        while top > 0 and top - 1 not in marks:
            top -= 1
    told = map(layout.line, range(top + 1, text))
    is_told = all(DIGIT.search(line) or TOLD.fullmatch(line) or line in ROLES for line in told)
    is_head = is_name(layout.line(top)) or OPENER.fullmatch(layout.line(top))
    if not is_told or not is_head or text - top > LONGEST_HEAD or stamp_in(layout.line(top - 1)):
        return range(0)
    return range(top, text)


def is_most(some: Sized, lines: Sized) -> bool:
    """Whether two thirds of the `lines` are `some`."""
    return 3 * len(some) >= 2 * len(lines)


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
    is_again = len(named) > 1 and 2 * len(named) >= len(over_form)
    for i, name in named:
        if is_again or "@" in name[0] or layout.line(i)[name.end() :].startswith("@"):
            start = layout.bounds[i][0]
            yield Span(start, start + name.end(), "furniture", "poster")
    if is_again and 0 not in marks and 1 in marks and layout.line(0) in {name[1] for _, name in named}:
        yield Span(*layout.bounds[0], "furniture", "poster")
