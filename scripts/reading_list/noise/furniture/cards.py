"""Cards of members: what a board tells of a poster beside his posts, the name over it, and accounts.

A card is labels with short values, line by line; a board may call its points what it likes, so a label that
nobody knows is known by those around it.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from reading_list.model import Span
from reading_list.noise.furniture.post_lines import DATE, is_name, stamp_in
from reading_list.noise.furniture.stamps import is_heading_of_remarks
from reading_list.noise.late import late
from reading_list.noise.layout import SENTENCE_END, Layout, is_heading, is_paragraph

FIELD = late(r"[a-z\u4e00-\u9fff]{1,5} ?: ?[^。!?,]{1,16}")
COUNTED = late(r": ?\d[\d.]{0,8}(?: ?\([^()]{1,6}\))?$")
CARD = late(
    r"(?=[级等头用积精威u注金帖发文应在军回采当rl])"
    r"(?:(?:级别|等级|头衔|用户组|积分|精华|威望|uid|注册(?:时间|日期)?|金币|帖子|发帖|文章|应助|在线时间|军衔"
    r"|回答量|采纳率) ?:|当前(?:离线|在线)$|(?:rank: ?\d ?)+$|lv ?\.?\d{1,2}(?: |$)|(?:注册|帖子|积分|等级)$)"
)
OF_MEMBER = late("级别|等级|头衔|用户组|军衔|应助|rank|lv|uid")
"""No page tells that of anything else."""
STARS = late(r"[*★☆]{1,9}")
RANK = late(r"[^\s。,:!?]{2,8}(?: ?\([^()\s]{2,6}\))?")
TITLE_IN_TRAIL = late(r"(?:>|»|›|→|主题 ?:) ?([^>»›→]{8,60})$")

LEVEL = late(r" lv ?\.?\d")
NAMED_LEVEL = late(r"\S{2,16} lv ?\.?\d{1,2}(?: \S{1,6})?")
RANKED = late(r"\S{2,16} [\u4e00-\u9fff]{2,6} \d{1,2}")
ANSWERING = late("(?:作者|楼主|博主|店主|管理员|官方)(?:回复|的回复|说)")
FOLLOWING = late("关注")
FOLLOW = late(r"\W{0,2}(?:已|加|立即)?关注(?: ?\d{1,9})?")
COUNTS = late(r"(?:[\u4e00-\u9fff]{2,4} ?[-:]? ?[\d,.]{1,9}[万k]? ?){1,4}")
ACCOUNT_LINES = 4
REMARK = late(r"(?!楼[主上下]|lz|ps|补充|更正|另外)([^\s。,:!?()]{2,16}) ?: ?(?=\S)")
"""Not whom he speaks to, nor what he adds."""
AGREED = late(r"[\d,]{1,7} ?人赞同")
AGREEING = late("人赞同")
COMMENTS = late(r"点评\n")
COMMENT = late(r"(\S{1,16} {1,4})\S[^|]{0,200}?( {1,4}(?:详情 )?发表于 [^|。]{5,30})")
PUSH = late(r"((?:推|嘘|→) ?[a-z][a-z0-9]{1,15} ?:) ?\S.{0,79}?(?: {0,4}(\d{2}/\d{2} \d{2}:\d{2}))?")
FOLLOWED = late(r"(?:回复|举报|赞).{0,12}$")


def mark_cards(layout: Layout, marks: dict[int, str]) -> None:
    """Add labels between labels that are known, and the names and ranks over a card."""
    tops: set[int] = set()
    for run in runs_of_fields(layout):
        sure = [i for i in run if CARD.match(layout.line(i))]
        dated = [i for i in run if i in marks and stamp_in(layout.line(i))]
        sure = [*sure, *dated] if len(dated) > 1 else sure
        known = [i for i in run if i in marks or i in sure]
        if sure and len(known) > (1 if marks.keys() & known else 2):
            counted = takewhile(lambda i: COUNTED.search(layout.line(i)), range(known[0] - 1, run[0] - 1, -1))
            for i in [*counted, *range(known[0], known[-1] + 1)]:
                marks.setdefault(i, "card")
                tops.add(i)
    title = title_of(layout, marks)
    tops |= {i for i in marks if CARD.match(layout.line(i))}
    for i in sorted(i for i in tops if i - 1 not in marks):
        mark_owner(layout, marks, i, title)


def runs_of_fields(layout: Layout) -> list[list[int]]:
    """The runs of lines that are each a label with a short value."""
    runs: list[list[int]] = []
    for i, line in enumerate(layout.lines):
        if len(line) < 24 and ":" in line[:7] and FIELD.fullmatch(line):
            if runs and runs[-1][-1] == i - 1:
                runs[-1].append(i)
            else:
                runs.append([i])
    return runs


def title_of(layout: Layout, marks: dict[int, str]) -> int:
    """The line that may be the text's title: the first that is not known, if none above it ends with one."""
    first = next((i for i in range(len(layout.bounds)) if i not in marks), 0)
    for above in map(layout.line, range(first)):
        if (step := TITLE_IN_TRAIL.search(above)) and not step[1].startswith(layout.line(first)):
            return -1
    return first


def mark_owner(layout: Layout, marks: dict[int, str], card: int, title: int) -> None:
    """The name above a card, and the rank between, with its stars."""
    if STARS.fullmatch(layout.line(card - 1)) and card - 1 not in marks:
        card -= 1
        marks[card] = "card"
    for top in (card - 1, card - 2):
        line = layout.line(top)
        if top < 1 or top in marks or not is_name(line) or is_heading(line):
            return
        above = layout.line(top - 1)
        is_first = top - 1 in marks or top - 1 == title or above.endswith(SENTENCE_END)
        if is_first and (
            top != title or any(OF_MEMBER.match(layout.line(i)) for i in (card, card + 1)) or title < 0
        ):
            if top + 1 < card and not RANK.fullmatch(layout.line(top + 1)):
                return
            marks.update(dict.fromkeys(range(top, card), "poster"))
            return


def mark_levelled(layout: Layout, marks: dict[int, str]) -> None:
    """A name with its level in one line, below a line that is known or says who answers; with its rank too,
    if there are several."""
    for i in layout.lines_with(LEVEL):
        if i not in marks and NAMED_LEVEL.fullmatch(layout.line(i)):
            top = i - 1 if ANSWERING.fullmatch(layout.line(i - 1)) else i
            if top - 1 in marks or top in marks:
                marks.update((j, "poster") for j in range(top, i + 1) if j not in marks)
    ranked = [
        i + 1 for i in marks if layout.line(i + 1)[-1:].isdecimal() and RANKED.fullmatch(layout.line(i + 1))
    ]
    if len(ranked) > 1:
        marks.update((i, "poster") for i in ranked if i not in marks)


def mark_accounts(layout: Layout, marks: dict[int, str]) -> None:
    """The account that published, below the title: its name, the date, the button to follow it; and where it
    is named again."""
    if "关注" not in layout.folded:
        return
    for i in range(1, ACCOUNT_LINES):
        if not is_name(layout.line(i)) or is_heading(layout.line(i)) or "关注" in layout.line(i):
            continue
        below = list(takewhile(lambda j: not is_paragraph(layout.line(j)), range(i + 1, i + ACCOUNT_LINES)))
        follow = [j for j in below if FOLLOW.fullmatch(layout.line(j))]
        dated = below and (stamp_in(layout.line(i + 1)) or DATE.match(layout.line(i + 1)))
        if follow and dated:
            marks.update((j, "account") for j in range(i, follow[0] + 1) if j not in marks)
            break
    for i in layout.lines_with(FOLLOWING) if len(marks) > 1 else ():
        top = i - 1 - (COUNTS.fullmatch(layout.line(i - 1)) is not None)
        above = layout.line(top - 1)
        if (
            FOLLOW.fullmatch(layout.line(i))
            and (is_name(layout.line(top)) and not is_heading(layout.line(top)) and top not in marks)
            and (top - 1 in marks or above.endswith(SENTENCE_END))
        ):
            marks.update((j, "account") for j in range(top, i + 1) if j not in marks)


def mark_remarkers(layout: Layout, marks: dict[int, str]) -> None:
    """A name between the heading of the remarks and the first of them; a name that stands twice, once for
    the picture, and what is told of it."""
    for i in sorted(marks):
        if i + 1 in marks or i + 2 in marks or (i + 3 not in marks and i + 4 not in marks):
            continue
        first, second = layout.line(i + 1), layout.line(i + 2)
        if i + 3 in marks and is_heading_of_remarks(layout.line(i)) and is_paragraph(second):
            if is_name(first):
                marks[i + 1] = "poster"
        elif first == second and is_name(first):
            told = [i + 3] if i + 3 not in marks and not is_paragraph(layout.line(i + 3)) else []
            marks.update(dict.fromkeys([i + 1, i + 2, *told], "poster"))
    for i in [i for i in layout.lines_with(AGREEING) if i in marks and AGREED.match(layout.line(i))]:
        above = list(takewhile(lambda j: j not in marks, range(i - 1, i - 3, -1)))
        if above and above[-1] - 1 in marks and not any(is_paragraph(layout.line(j)) for j in above):
            marks.update(dict.fromkeys(above, "poster"))


def leave_comments(layout: Layout, marks: dict[int, str]) -> None:
    """Take from `marks` what somebody says of a post in one line, with his name and a date around it."""
    for i in [*comments(layout), *(i for i, _ in pushes(layout))] if marks else ():
        marks.pop(i, None)


def pushes(layout: Layout) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines in which somebody says below a post on PTT what he thinks of it."""
    for i, line in enumerate(layout.lines):
        if line[0] in "推嘘→" and (push := PUSH.fullmatch(line)):
            start = layout.bounds[i][0]
            before = layout.folded[layout.folded.rfind("\n", 0, start) + 1 : start]
            if not before.strip(" "):
                yield i, push


def comments(layout: Layout) -> Iterator[int]:
    """The lines below the heading of what others say of a post."""
    for i in [i for i in layout.lines_with(COMMENTS) if layout.line(i) == "点评"]:
        while COMMENT.fullmatch(layout.line(i + 1)):
            i += 1
            yield i


def find_remarkers(layout: Layout, marks: dict[int, str]) -> Iterator[Span]:
    """The name before a reply in one line, above its date and the button to answer; what stands around what
    somebody says of a post."""
    for i in [i + 1 for i in marks if i + 1 not in marks and i + 2 in marks]:
        below = layout.line(i + 1)
        if stamp_in(below) and FOLLOWED.search(below) and (name := REMARK.match(layout.line(i))):
            start = layout.bounds[i][0]
            yield Span(start, start + name.end(), "furniture", "poster")
    for i in comments(layout):
        start, end = layout.bounds[i]
        if found := COMMENT.fullmatch(layout.line(i)):
            yield Span(start, start + found.end(1), "furniture", "poster")
            yield Span(start + found.start(2), end, "furniture", "stamp")
    for i, push in pushes(layout):
        start, end = layout.bounds[i]
        yield Span(start, start + push.end(1), "furniture", "poster")
        if push[2]:
            yield Span(start + push.start(2), end, "furniture", "stamp")
