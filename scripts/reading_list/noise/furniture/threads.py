"""Threads: what a board sets around each of its posts.

No table can name a poster, but what a board sets around one post comes again around the next: a date in the
same place (stamps.py), beside it the poster's name (posters.py), below the text his motto. So it is
asked what comes again, in a text of which other lines have told already that it is a board's.
"""

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise

from reading_list.noise.furniture.cards import mark_cards, mark_levelled, mark_remarkers
from reading_list.noise.furniture.columns import mark_columns
from reading_list.noise.furniture.edges import mark_words
from reading_list.noise.furniture.post_lines import ANSWERS, LONGEST_NAME, is_name, shapes, stamp_in
from reading_list.noise.furniture.posters import (
    LEVELLED,
    MOST_SHAPES,
    alike_zones,
    mark_members,
    mark_posters,
    zones_of,
)
from reading_list.noise.furniture.posts import mark_forms, mark_heads, mark_over_stamps
from reading_list.noise.furniture.quotes import FAR, mark_mottos, mark_quoted, mark_quotes, mark_sayings
from reading_list.noise.furniture.rows import mark_numbered, mark_rows
from reading_list.noise.furniture.stamps import FLOOR, LONGEST_STAMP, mark_remarks, mark_stamps
from reading_list.noise.furniture.weights import load_words
from reading_list.noise.late import late
from reading_list.noise.layout import ROW, Layout, are_buttons
from reading_list.noise.vocabulary import load_vocabulary

LABELLED = late(r"([\w ]{2,6}?) ?: ?(?=[^:]{0,20}\d)[^。,!?:]{1,24}")
REPLY = late(
    r"(?:\d{1,4} )?(?:标 {1,4}题: ?|默认 |主题: ?)?(?:re|回复|答复)(?:\[\d+\])? ?: ?|默认 |重新加载页面 "
)
AUTHOR = r"(?:作者|楼主|网友|网名|发帖人|发言人|回复人|昵称) ?: ?\S{1,16}"
ARROW = r"[←«‹] ?\S.{0,40}|\S.{0,40} ?[→»›]"
COUNTED = r"(?:[\u4e00-\u9fff]{1,4} )?(?:[\u4e00-\u9fff]{1,4} ?\(\d{1,3}\) ?)+"
FRAME = late("|".join((ROW.pattern, AUTHOR, ARROW, COUNTED, ANSWERS.pattern, LEVELLED.pattern)))
"""The first has a group."""
LONGEST_REPLY = 4
MANY_ZONES = 60

HEAD, FOOT = 6, 4
"""So many lines at either end tell that a text is a board's, be they known or not."""


def mark_threads(layout: Layout, marks: dict[int, str]) -> None:
    """Add to `marks` what comes again around the posts of a board: dates, names, members' numbers, mottos;
    and what one post quotes of another."""
    is_board, is_commented = say_so(layout, marks)
    forms = mark_forms(layout, marks, is_board or is_commented)
    is_board |= bool(forms)
    if not is_board and not is_commented:
        return
    zones = zones_of(marks)
    # Around many posts the same stands again; else it is many pages in one text.
    if len(zones) > MANY_ZONES and 10 * len(alike_zones(layout, zones)[0]) < len(zones):
        return
    mark_words(layout, marks)
    mark_rows(layout, marks)
    mark_stamps(layout, marks, is_board)
    mark_over_stamps(layout, marks)
    mark_remarks(layout, marks)
    mark_numbered(layout, marks)
    names: frozenset[str] = frozenset()
    # One has a head and a foot; more stand around posts.
    if len(zones_of(marks)) > 2:
        again = count_lines(layout)
        keep_replies(layout, marks)
        mark_quoted(layout, marks)
        extend(layout, marks, again)
        names = mark_posters(layout, marks)
        if mark_recurring(layout, marks):
            names |= mark_posters(layout, marks)
        extend(layout, marks, again)
    mark_members(layout, marks)
    mark_cards(layout, marks)
    mark_levelled(layout, marks)
    mark_columns(layout, marks)
    if forms:
        mark_heads(layout, marks, forms)
    names |= {layout.line(i) for i in marks if marks[i] == "poster"}
    mark_quotes(layout, marks, names)
    mark_sayings(layout, marks)
    mark_remarkers(layout, marks)
    mark_mottos(layout, marks, names)


def say_so(layout: Layout, marks: dict[int, str]) -> tuple[bool, bool]:
    """Whether lines that are known, or stand at either end, say that a text is a board's, or that it has
    comments."""
    if len(marks) < 2:
        return False, False
    edges = [line for line in layout.lines[:HEAD] + layout.lines[-FOOT:] if len(line) < LONGEST_STAMP]
    known = "\n".join([*map(layout.line, marks), *edges]).replace(" ", "")
    words = load_vocabulary()
    is_board = any(map(known.__contains__, words.board)) or has_numbered_posts(layout)
    return is_board, not is_board and any(map(known.__contains__, words.commented))


def has_numbered_posts(layout: Layout) -> bool:
    """Whether several lines have the number of a post beside a date."""
    if "#" not in layout.folded and "楼" not in layout.folded:
        return False
    numbered = [line for line in layout.lines if ("#" in line or "楼" in line) and len(line) < LONGEST_STAMP]
    return sum(stamp_in(line) is not None and FLOOR.fullmatch(line) is not None for line in numbered) > 2


def keep_replies(layout: Layout, marks: dict[int, str]) -> None:
    """Take from `marks` the reply of a word between a date and what stands below other posts, too."""
    short = [i for i in marks if i - 1 in marks and i + 1 in marks and len(layout.line(i)) <= LONGEST_REPLY]
    replies = [i for i in short if stamp_in(layout.line(i - 1))]
    if not replies:
        return
    lines = Counter(map(layout.line, marks))
    below_text = {layout.line(i) for i in marks if i - 1 not in marks}
    for i in replies:
        if lines[layout.line(i)] == 1 and layout.line(i + 1) in below_text:
            del marks[i]


def extend(layout: Layout, marks: dict[int, str], again: Counter[str]) -> None:
    """Lines beside those known: labels that come again with a number, titles of answers, buttons; but not the
    one word that somebody said."""
    for start, end in zones_of(marks):
        for first, step in ((start - 1, -1), (end + 1, 1)):
            i = first
            while i not in marks and is_frame(layout, i, again):
                is_reply = again[layout.line(i)] == 1 and len(layout.line(i)) <= LONGEST_REPLY
                if is_reply and stamp_in(layout.line(i - 1)):
                    break
                marks[i] = "thread"
                i += step


def count_lines(layout: Layout) -> Counter[str]:
    """How often each short line is there, and each label, with its colon."""
    again = Counter([line for line in layout.lines if len(line) < 40])
    for line, count in [*again.items()]:
        if ":" in line and (label := LABELLED.fullmatch(line)):
            again[f"{label[1]}:"] += count
    return again


def mark_recurring(layout: Layout, marks: dict[int, str]) -> bool:
    """Short lines that come again in nearly every post beside those known, if something is left of each.
    Gives whether there are some."""
    count_before = len(marks)
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for i in sorted(marks):
        alike[shapes(layout.line(i))[0]].append(i)
    often = sorted(alike.values(), key=len, reverse=True)[:MOST_SHAPES]
    posts = [list(pairwise(lines)) for lines in often if len(lines) > 2]
    posts = [pairs for pairs in posts if all(rest_of(marks, pair) for pair in pairs)]
    if not posts:
        return False
    rests = [rest_of(marks, pair) for pair in max(posts, key=len)]
    said = Counter(key for rest in rests for key in {key_of(layout.line(i)) for i in rest} if key)
    for key, count in said.most_common():
        if count < 2 or 3 * count < 2 * len(rests):
            break
        places = [[i for i in rest if key_of(layout.line(i)) == key] for rest in rests]
        if not all(is_at_edge(layout, marks, i) for found in places for i in found):
            continue
        if all(len(rest) > len(found) for rest, found in zip(rests, places, strict=True)):
            for rest, found in zip(rests, places, strict=True):
                rest[:] = [i for i in rest if i not in found]
            again = [i for i, line in enumerate(layout.lines) if key_of(line) == key]
            marks.update((i, "thread") for i in again if i not in marks)
    return len(marks) > count_before


def key_of(line: str) -> str:
    """What of a line comes again: its label, or all of a line that is one name; "" of others."""
    if len(line) > 2 * LONGEST_NAME:
        return ""
    label = LABELLED.fullmatch(line) if ":" in line else None
    return f"{label[1]}:" if label else line if is_name(line) else ""


def is_at_edge(layout: Layout, marks: dict[int, str], i: int) -> bool:
    """Whether a line stands beside one that is known, and beside no date: there somebody speaks."""
    around = (i - 1, i + 1)
    return any(j in marks for j in around) and not any(stamp_in(layout.line(j)) for j in around)


def rest_of(marks: dict[int, str], pair: tuple[int, int]) -> list[int]:
    """The lines between two that are not known."""
    return [i for i in range(*pair) if i not in marks]


def is_frame(layout: Layout, i: int, again: Counter[str]) -> bool:
    """Whether a line is a board's, if it stands beside another."""
    line = layout.line(i)
    if not line or len(line) > LONGEST_STAMP:
        return False
    label = LABELLED.fullmatch(line) if ":" in line else None
    if label and again[f"{label[1]}:"] > 1 and label[1] in load_words().points:
        return True
    if has_form(line):
        return True
    title = answered(line)
    start = layout.bounds[i][0]
    return len(title) > 2 and layout.folded.find(title, max(0, start - FAR), start) >= 0


@lru_cache(maxsize=4096)  # a line beside others is asked of again
def has_form(line: str) -> bool:
    """Whether a line has a form that a board's lines have."""
    return are_buttons(line) is not False or FRAME.fullmatch(line) is not None


@lru_cache(maxsize=4096)
def answered(line: str) -> str:
    """The title that a line answers, "" if it answers none."""
    return line[reply.end() :] if (reply := REPLY.match(line)) else ""
