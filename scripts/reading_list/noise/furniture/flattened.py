"""A page that lost its line ends: menu, headline, text and foot in one line, blanks between them.

What stands between blanks before the first sentence and behind the last is taken for lines, which are then
judged like any other's. The text itself stays one.
"""

from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.characters import ORDINAL
from reading_list.noise.furniture.weights import is_possible, load_words, weigh
from reading_list.noise.late import late
from reading_list.noise.layout import Layout, is_paragraph, label_of, of_bounds
from reading_list.noise.rules import load_rules
from reading_list.noise.vocabulary import load_vocabulary

LONG, SHORT = 100, 60
"""A line that holds a page is longer; one with many blanks may be shorter."""

BLANKS = 8
"""So many are many."""

REACH = 1200
"""So far from its ends a line's head and foot may go."""

LINES = 2
"""A page's text may have kept some of its line ends: its head is in one of so many first lines, its foot in
one of as many last."""

ENOUGH, PLENTY = 3, 6
"""Pieces that are known to be a site's, at one end of a line; one of so many points counts twice."""

NUMBER = rf"{ORDINAL}[章回节]"
CHAPTER = late(NUMBER)
BLANK = late(rf"(?<![>»›→|/·a-z-]) {{1,40}}(?![ >»›→|/·a-z-])| (?={NUMBER})")
"""Not beside the signs of a trail or a bar, nor beside Latin words, but always before a chapter's heading."""
LAST_STEP = late("([>»›]) {1,4}(?=[^>»›]*$)")
LONGEST_STEP = 6
"""The name of a site's part is no longer."""
STOP = late("[。!?…]")
TOP = late(r"[>»›] ?[^>»›]{6,60} (?:发布|更新|信息来源|来源|时间|日期|作者)[^ ]{0,4}?: ?")
"""A trail, a headline, and what is told of the page: they are no line of a site's own."""
LEGAL = late("版权|声明|转载|侵权|本站|本网|网友|评论|互联网|网络|邮件|订阅|留言|言论|许可|目录|余额|cookie")
OPEN = late(r"[(\[【][^()\[\]【】]*$")
TIME = late(r"\d{1,2}:\d{2}(?::\d{2})?")

Bounds = list[tuple[int, int]]


def unflatten(layout: Layout) -> Layout:
    """The layout with the head and foot of a page in one line as lines of their own."""
    bounds = layout.bounds
    count = len(bounds)
    for i in sorted({*range(min(LINES, count)), *range(max(0, count - LINES), count)}, reverse=True):
        start, end = bounds[i]
        line = layout.line(i)
        if " " not in line:
            continue
        least = SHORT if line.count(" ") >= BLANKS else LONG
        if end - start > least and (pieces := apart(layout.folded, start, end)):
            bounds = [*bounds[:i], *pieces, *bounds[i + 1 :]]
        elif i < LINES and end - start < REACH and TOP.search(line):
            pieces = without_headline(layout.folded, pieces_of(layout.folded, start, end))
            bounds = [*bounds[:i], *pieces, *bounds[i + 1 :]]
    return layout if bounds is layout.bounds else of_bounds(layout.folded, bounds)


def apart(folded: str, start: int, end: int) -> Bounds:
    """A line in pieces: those of its head, the text, those of its foot; or, where no text is, all of them."""
    head = pieces_of(folded, start, min(end, start + REACH))
    first = next((n for n, (a, b) in enumerate(head) if speaks(folded[a:b])), -1)
    if first < 0:
        line = folded[start:end]
        may_be = len(line) < REACH and not is_possible(line, weigh(line))
        is_whole = may_be and is_site(folded, head, least=len(head) // 3 + ENOUGH)
        return head if is_whole else []
    tail = pieces_of(folded, max(start, end - REACH), end)
    last = next((n for n in range(len(tail), 0, -1) if speaks(folded[slice(*tail[n - 1])])), len(tail))
    head, tail = without_headline(folded, head[:first]), tail[last:]
    if not is_site(folded, head):
        head = []
    if not is_site(folded, tail):
        tail = []
    body = folded[head[-1][1] if head else start : tail[0][0] if tail else end]
    place = (head[-1][1] if head else start) + len(body) - len(body.lstrip())
    return [*head, (place, place + len(body.strip())), *tail]


def without_headline(folded: str, head: Bounds) -> Bounds:
    """The head's pieces; of a trail that goes on to the headline, with what is told of the page right below,
    the headline apart."""
    for n, (start, end) in enumerate(head[:-1]):
        step = LAST_STEP.search(folded, start, end)
        if step and end - step.end() > LONGEST_STEP and label_of(folded[slice(*head[n + 1])]):
            return [*head[:n], (start, step.end(1)), (step.end(), end), *head[n + 1 :]]
    return head


def pieces_of(folded: str, start: int, end: int) -> Bounds:
    """What stands between blanks outside brackets; with a label its value, with a date the time, with a
    chapter's number its title."""
    pieces: Bounds = []
    place = start
    for blank in [*BLANK.finditer(folded, start, end), None]:
        piece = place, blank.start() if blank else end
        text = folded[slice(*piece)]
        before = folded[slice(*pieces[-1])] if pieces else ""
        is_value = before.endswith(":") and not STOP.search(text)
        is_enclosed = OPEN.search(before[-LONG:])
        if is_value or is_enclosed or (before and TIME.fullmatch(text)) or CHAPTER.fullmatch(before):
            pieces[-1] = pieces[-1][0], piece[1]
        else:
            pieces.append(piece)
        place = blank.end() if blank else end
    return pieces


def speaks(piece: str) -> bool:
    """Whether a piece is of the text: it has a whole sentence, and not a site's."""
    return (
        STOP.search(piece) is not None
        and is_paragraph(piece)
        and not is_possible(piece, weigh(piece))
        and not (
            LEGAL.search(piece)
            and any(
                rule.written.startswith("^") and rule.may_be_in(piece) and rule.pattern.match(piece)
                for rule in load_rules("furniture")
            )
        )
    )


def is_site(folded: str, pieces: Bounds, least: int = ENOUGH) -> bool:
    """Whether enough of the pieces, `least`, are known to be a site's."""
    words, buttons = load_vocabulary(), load_words().points
    known = 0
    for piece in pieces:
        text = folded[slice(*piece)]
        weight = weigh(text)
        known += (
            text in buttons
            or text in words.beside
            or label_of(text) in words.head
            or label_of(text) in words.foot
            or is_possible(text, weight)
        ) + (weight.points >= PLENTY)
    return known >= least


def spans_of(layout: Layout, marks: dict[int, str]) -> Iterator[Span]:
    """A span for each marked line; for pieces of one line that follow each other, one."""
    last: Span | None = None
    for i, rule in sorted(marks.items()):
        start, end = layout.bounds[i]
        if last and i - 1 in marks and "\n" not in layout.folded[last.end : start]:
            last = last._replace(end=end)
            continue
        if last:
            yield last
        last = Span(start, end, "furniture", rule)
    if last:
        yield last
