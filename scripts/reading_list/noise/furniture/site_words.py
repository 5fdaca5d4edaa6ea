"""A site's own lines, told by the words they are made of, however they are put.

What a line's words are worth says weights.py. Who says enough is furniture wherever it stands; who says less,
at the head or foot of a text or beside other furniture.
"""

from bisect import bisect_right
from collections.abc import Container
from functools import lru_cache
from itertools import accumulate

from reading_list.noise.furniture.frames import TRAILS
from reading_list.noise.furniture.weights import (
    Weight,
    is_possible,
    is_telling,
    is_too_long,
    load_words,
    telling,
    weigh,
)
from reading_list.noise.late import late
from reading_list.noise.layout import CHINESE, EDGE, Layout, is_paragraph, is_related, label_of
from reading_list.noise.vocabulary import load_vocabulary

RULE = "site-words"

HEADLINES = 4
"""A headline stands among so many first lines."""

MANY = 3
"""With so many lines of a site's, a text's head and foot are full of them."""

FEW = 400
"""Characters that are looked through sooner than the patterns for all words are compiled."""

WIDE = late(r" ?\| ?| {2,}")
WAYS = ("电话", "热线", "邮箱", "信箱", "地址", "传真")
"""What the label of a telephone number and its like ends in."""
CONTACT = late("电话|热线|地址|邮箱|信箱|传真|邮编|联系(?!我们$)")
NAMED = late(r"\W{0,4}([\u4e00-\u9fff]{2,6})(?: {1,4}[\u4e00-\u9fff·]{2,4}){1,4}\W{0,2}")


def mark_lines(layout: Layout, marks: dict[int, str], suspects: Container[int]) -> None:
    """Add to `marks` the lines that their words tell: the certain, the likely at head and foot, then those
    beside them. Of lines that end as sentences do, only the `suspects` are weighed."""
    short = [
        i
        for i, line in enumerate(layout.lines)
        if not is_too_long(line) and (line[-1] not in "。”」』" or i in suspects) and i not in marks
    ]
    weights: dict[int, Weight] = {}
    for i in told(layout, short):
        weight = weigh(layout.lines[i])
        # One of them at least must tell more than that it stands in prose, too.
        if weight.best > 1:
            weights[i] = weight
    for i, weight in weights.items():
        line, before = layout.line(i), layout.line(i - 1)
        # What stands twice is a headline, and what tells one more way to reach whom an author names is his.
        if (
            is_certain(line, weight)
            and line != layout.line(i + 1)
            and (i - 1 in marks or not (is_colophon(before) and is_colophon(line)))
        ):
            marks.setdefault(i, RULE)
    count = len(layout.bounds)
    for lines in (range(min(EDGE, count)), range(count - 1, max(-1, count - 1 - EDGE), -1)):
        block = edge(layout, marks, lines, weights)
        known = [i for i in marks if block and i > block[-1]]
        for i in block:
            # One word over an article may be its headline: 相关链接.
            is_headline = is_related(layout.line(i)) or (i == 0 and not marks)
            least = 4 if lines.step > 0 and is_headline else 3
            # A newspaper's colophon is its own, unless there is a page around it; a telephone number, unless
            # it stands below another line of the site's.
            is_contact = lines.step < 0 and CONTACT.search(layout.line(i))
            is_framed = known and i > min(known) if is_contact else marks
            if (
                i in weights
                and is_likely(weights[i], least, len(marks))
                and (is_framed or not is_colophon(layout.line(i)))
            ):
                marks.setdefault(i, RULE)
    for i in list(marks):
        for step in (-1, 1):
            j = i + step
            while (
                j not in marks
                and layout.line(j) != layout.line(j + 1)
                and not is_tabular(layout, j)
                and is_beside(layout.line(j), weights.get(j), step)
                # Weak words alone are a headline's below a trail.
                and not (step > 0 and j == i + 1 and marks[i].startswith(TRAILS) and j not in weights)
            ):
                marks[j] = RULE
                j += step


def told(layout: Layout, lines: list[int]) -> list[int]:
    """Those of the `lines` that have a word with more than one point, and maybe some more."""
    text = "\n".join([layout.lines[i] for i in lines])
    if len(text) < FEW:
        return [i for i in lines if has_telling(layout.lines[i])]
    # One search of all of them is quicker than a search of each.
    starts = list(accumulate((len(layout.lines[i]) + 1 for i in lines), initial=0))
    found: set[int] = set()
    for pattern in telling():
        place = 0
        while match := pattern.search(text, place):
            n = bisect_right(starts, match.start())
            found.add(lines[n - 1])
            place = starts[n]
    return sorted(found)


@lru_cache(maxsize=4096)  # pages of a site share lines
def has_telling(line: str) -> bool:
    """Whether a line has such a word."""
    return any(map(is_telling, load_words().lexicon.cut(line)[0]))


def is_tabular(layout: Layout, i: int) -> bool:
    """Whether a line is a row of a table that goes on below it."""
    line = layout.line(i)
    if "|" not in line and "  " not in line:
        return False
    cells, below = WIDE.split(line), WIDE.split(layout.line(i + 1))
    return len(cells) > 2 and len(cells) == len(below) and not weigh(layout.line(i + 1)).points


def is_colophon(line: str) -> bool:
    """Whether a line is one label of a foot, and what it says: 责任编辑:岑某, 责任编辑 岑某."""
    labels, label = load_vocabulary().foot, label_of(line)
    if label in labels or label.endswith(WAYS):
        return True
    name = NAMED.fullmatch(line)
    return name is not None and name[1] in labels


def is_beside(line: str, weight: Weight | None, step: int) -> bool:
    """Whether a line goes with the furniture below (`step` -1) or above it. The telephone number above is the
    article's."""
    weight = weight or weigh(line)
    return is_possible(line, weight) and (step > 0 or weight.sure > 0 or not is_colophon(line))


def edge(layout: Layout, marks: dict[int, str], lines: range, weights: dict[int, Weight]) -> list[int]:
    """Those of the `lines`, from an end of the text inwards, before any prose; none if there is no prose."""
    block: list[int] = []
    for i in lines:
        line = layout.line(i)
        # A headline may ask or exclaim.
        is_title = (
            lines.step > 0 and i < HEADLINES and len(line) <= 40 and line[-1] in "?!" and "," not in line
        )
        if (
            i not in marks
            and not is_title
            and is_paragraph(line)
            and not is_likely(weights.get(i, Weight()), 4)
        ):
            return block
        block.append(i)
    return []


def is_certain(line: str, weight: Weight) -> bool:
    """Whether a line is a site's wherever it stands; the more of its words are sure, the more it may say."""
    if weight.points < 4:
        return False
    is_sentence = "。" in line
    least = 7 if is_sentence else 4 + is_colophon(line)
    share = 0.7 if weight.points < 5 else 0.6 - 0.1 * min(weight.sure, 3)
    whole = 0.8 if weight.points < 12 else 0.7
    return (
        weight.points >= least
        and (
            weight.sure > is_sentence
            or (weight.points > 6 and weight.share > whole and not is_colophon(line))
        )
        and weight.share >= (max(share, 0.6) if is_sentence else share)
        and len(CHINESE.findall(line)) > 1
    )


def is_likely(weight: Weight, least: int, known: int = 0) -> bool:
    """Whether a line is a site's if it stands at the head or foot of a text and says `least`: less will do
    where several others are `known`."""
    if not weight.sure:
        return known > 0 and weight.points >= (2 if known >= MANY else 4) and weight.share >= 0.7
    return weight.points >= least and weight.share >= (0.6 if weight.points < 5 else 0.4)
