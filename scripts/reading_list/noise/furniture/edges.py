"""What is left of a page's head and foot when most of it is known: lines in no words of the table.

A page that has a frame has one all round. Between its known lines and the text stand others, which no table
can foresee: what a site calls its reward, its parent, its reader's mood. They look unlike an author's: labels
with values, names set wide apart, dates, addresses, counts. The headline and what an author sets below a
text are left alone.
"""

from itertools import takewhile

from reading_list.noise.characters import ORDINAL
from reading_list.noise.furniture.frames import BAR, SITE, TIES
from reading_list.noise.furniture.looks import AUTHORS, TAG, looks, speaks
from reading_list.noise.furniture.weights import load_words, weigh, without_gap
from reading_list.noise.late import late
from reading_list.noise.layout import CHINESE, EDGE, HEADER, Layout, is_heading, is_paragraph, label_of
from reading_list.noise.vocabulary import load_vocabulary

HEAD = 10
"""A headline stands among so many first lines."""

LONGEST_WORD, SHORT = 8, 4

TITLED = late(r" ?[_|–—-]{1,2} ?(?:[\u4e00-\u9fff][^。,]{1,20}|[^。,]{2,60}[_|–—-][^。,]{2,20})$")
TITLED_LAST = late(r"[\u4e00-\u9fff]{2,16}(?: ?[_-] ?[\u4e00-\u9fff]{2,12}){0,3} ?[_-] ?")
CHAPTER = late(rf"{ORDINAL}[章回节]")
BARE_LABEL = late(r"\W{0,4}[\u4e00-\u9fff ]{2,8}:")
LETTER = late(r"[^\W\d_]")
TAGS = late(r"\W{0,4}(?:标签|tags?|关键词) ?:")
COUNT_ALONE = late(r"[\d,.:/ -]+")
CONTACT = late(
    "主席|主持|出席|列席|[记录]录|参加|电话|联系|地址|邮箱|信箱|传真|邮编|报名|地点|(?<![布新表加入传])时间:"
)


def mark_edges(layout: Layout, marks: dict[int, str]) -> None:
    """Add to `marks` what is left at the head and foot of a page whose frame is known."""
    if len(marks) < TIES:
        return
    mark_values(layout, marks)
    mark_tags(layout, marks)
    mark_head(layout, marks)
    mark_tail(layout, marks)


def mark_values(layout: Layout, marks: dict[int, str]) -> None:
    """Lines of a site's words; short lines between a site's, half of them counts or words of buttons;
    what stands below a label."""
    words, worth = load_vocabulary(), load_words().points
    mark_words(layout, marks)
    for i, (start, end) in enumerate(layout.bounds[: 2 * HEAD]):
        line = layout.folded[start:end]
        if "。" in line and speaks(line):
            break
        # A button, or the name of the site's part that its menu above has, too.
        if (
            i
            and end - start <= SHORT
            and i not in marks
            and ((line in words.beside and line in worth) or is_cell(layout, marks, i))
        ):
            marks[i] = "word"
        if i - 1 in marks and COUNT_ALONE.fullmatch(line):
            marks.setdefault(i, "value")
    for i in sorted(marks):
        below = layout.line(i + 1)
        if (
            layout.line(i)[-1:] == ":"
            and BARE_LABEL.fullmatch(layout.line(i))
            and i + 2 in marks
            and not is_paragraph(below)
            and len(below) < 30
            and below[-1] not in "”」"  # as headlines end, not names
        ):
            marks.setdefault(i + 1, "value")
        if i + 1 in marks or len(below) > LONGEST_WORD:
            continue
        gap = list(takewhile(lambda j: j not in marks and len(layout.line(j)) < 9, range(i + 1, i + 10)))
        if not gap or gap[-1] + 1 not in marks or HEADER.search(layout.line(i)):
            continue
        known = sum(
            COUNT_ALONE.fullmatch(line) is not None or line in words.beside or line in words.alone
            for line in map(layout.line, gap)
        )
        if 2 * known >= len(gap):
            marks.update(dict.fromkeys(gap, "value"))


def mark_words(layout: Layout, marks: dict[int, str]) -> None:
    """Lines of one of a site's words."""
    sure = load_words().sure
    for i, line in enumerate(layout.lines):
        if i and len(line) <= LONGEST_WORD and i not in marks and line in sure:
            marks[i] = "word"


def mark_tags(layout: Layout, marks: dict[int, str]) -> None:
    """A list of tags, one a line, between their label and the next."""
    head = load_vocabulary().head
    for i in [i for i in marks if layout.line(i)[-1:] == ":" and TAGS.fullmatch(layout.line(i))]:
        tags = list(takewhile(lambda j: j not in marks and is_tag(layout.line(j)), range(i + 1, i + 12)))
        below = i + 1 + len(tags)
        if tags and (below in marks or label_of(layout.line(below)) in head):
            marks.update(dict.fromkeys(tags, "value"))
            marks.setdefault(below, "value")


def is_tag(line: str) -> bool:
    """Whether a line may be a tag: one word and no label."""
    return 0 < len(line) <= LONGEST_WORD and " " not in line and line[-1] not in "。!?,:…"


def is_titled(line: str, headline: str) -> bool:
    """Whether a line is a page's title: the headline, a sign, and the site's name, or the other way round."""
    end = len(headline)
    if end <= SHORT:
        return False
    if line.endswith(headline):
        return TITLED_LAST.fullmatch(line[:-end]) is not None
    return (
        line.startswith(headline)
        and TITLED.match(line, end) is not None
        and SITE.search(line, end) is not None
    )


def is_cell(layout: Layout, marks: dict[int, str], i: int) -> bool:
    """Whether a known line above line `i` has it between blanks or bars."""
    return any(layout.line(i) in BAR.split(layout.line(j)) for j in range(i) if j in marks)


def mark_head(layout: Layout, marks: dict[int, str]) -> None:
    """Lines before the first paragraph that look like a site's."""
    rest: dict[int, int] = {}
    for i in range(min(HEAD, len(layout.bounds))):
        if i in marks:
            continue
        if speaks(layout.line(i)):
            break
        line = layout.line(i)
        # The page has its headline a second time, or before the site's name.
        is_again = len(line) > SHORT and (
            any(line == layout.line(j) for j in rest)
            or any(is_titled(line, layout.line(j)) for j in range(HEAD) if j != i)
        )
        # A date below several lines of an author's is the author's, too.
        is_authors = CONTACT.search(line) or (len(rest) > 2 and AUTHORS.match(line))
        rest[i] = 2 * is_again or (0 if is_authors else looks(layout, i))
    # One of them is the headline, unless it is no more than ornaments or a tag.
    named = [i for i in rest if LETTER.search(layout.line(i)) and not TAG.match(layout.line(i))]
    if named and min(rest[i] for i in named) > 1:
        del rest[min(named, key=lambda i: (rest[i], -len(CHINESE.findall(layout.line(i)))))]
    marks.update((i, "head") for i, looks_so in rest.items() if looks_so > 1)


def mark_tail(layout: Layout, marks: dict[int, str]) -> None:
    """Lines behind the last paragraph: below the first known one all, if they are no more than those known or
    look like a site's; above it those that surely do."""
    count = len(layout.bounds)
    backwards = range(count - 1, -1, -1)
    body = next((i for i in backwards if i not in marks and speaks(layout.line(i))), count)
    tail = range(max(body + 1, count - 2 * EDGE), count)
    known = [i for i in tail if i in marks]
    if not known:
        return
    rest = [i for i in tail if i not in marks]
    below = [i for i in rest if i > known[0]]
    for i in rest:
        line = layout.line(i)
        is_link = {i - 1, i + 1} <= marks.keys() | {count} and CHAPTER.match(line)
        if is_link:
            marks[i] = "tail"
        if AUTHORS.match(line) or is_heading(line) or HEADER.search(layout.line(i - 1)):
            continue
        # Above them may stand an author's list: of names, of hours, of prizes.
        if i < known[0] and (weigh(line).points < 2 or CONTACT.search(without_gap(line))):
            continue
        if looks(layout, i) >= (2 if i < known[0] else len(below) > len(known)):
            marks[i] = "tail"
