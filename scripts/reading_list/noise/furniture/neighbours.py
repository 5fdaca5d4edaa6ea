"""What a line is by the company it keeps.

Furniture comes in blocks: a line that says nothing certain by itself is known by its neighbours and its
place. Each function adds to `marks`, line number to the id of the rule that takes it away.
"""

from reading_list.noise.late import late
from reading_list.noise.layout import (
    EDGE,
    HEADER,
    ROW,
    TOKEN,
    Layout,
    are_buttons,
    is_byline,
    is_heading,
    is_headline,
    is_prose,
    is_related,
    label_of,
    without_gaps,
)
from reading_list.noise.vocabulary import load_vocabulary

GAP = 2
"""So many lines between two of a site's are the site's, too; more may be a poem.

A message of two lines is rare, a title above a breadcrumb is not."""

TOP = ("breadcrumb", "trail", "bar", "site-bar", "head-breadcrumb", "head-crumb", "head-welcome")
"""The rules of what stands above a page's headline."""

TRAILS = tuple(rule for rule in TOP if "crumb" in rule or rule == "trail")
RULE = late(rf"(?:{ROW.pattern})|([-=_*~─━—])\3{{5,}}")
"""Beside a site's line a shorter row is enough."""
BULLETED = late(r"[·•◎●■◆▪>»-] ?\S")
LEADS_ON = late("[\u4e00-\u9fff,]{12}:$")
"""What an author announces comes below it."""
WRITTEN = late("[写刻印贴刷绣登][着道了有]:$|(?:显示|弹出)(?:的是|着|了)?:$")
PAPER = "参考文献"
OF_PAPERS = frozenset(("摘要", "提要", "内容提要", "关键词", "关键字", "中图分类号"))
"""Labels that are the author's where a text names its literature."""
NEIGHBOUR = late(r"\W{0,4}[上下]一[条篇则章] ?:")


def mark_buttons(layout: Layout, marks: dict[int, str]) -> None:
    """Two such words or more in one of the last lines, or in brackets: 【打印】【关闭】."""
    words = load_vocabulary()
    last = len(layout.bounds) - 5
    for i, line in enumerate(layout.lines):
        if (
            (i >= last or (line[0] in "【[" and len(line) <= 40 and marks))
            and are_buttons(line) is None
            and len(words.beside.intersection(TOKEN.findall(without_gaps(line)))) > 1
        ):
            # Of a line that is no more, its place does not matter.
            marks[i] = "buttons"


def spread(layout: Layout, marks: dict[int, str]) -> None:
    """Lines that only their neighbours can tell fall with them: buttons, rows of asterisks, and labels under
    a headline."""
    head = load_vocabulary().head
    labels = head - OF_PAPERS if PAPER in layout.folded else head
    for i in list(marks):
        for step in (-1, 1):
            j = i + step
            while j not in marks and (line := layout.line(j)):
                is_label = j < EDGE and label_of(line) in labels
                if are_buttons(line) is False and not is_label and not RULE.fullmatch(line):
                    break
                marks[j] = "beside"
                j += step


def mark_titles(layout: Layout, marks: dict[int, str]) -> None:
    """The headline below a bare 上一篇: is another page's."""
    for i in list(marks):
        line = layout.line(i)
        if line[-1:] == ":" and NEIGHBOUR.fullmatch(line) and is_headline(layout.line(i + 1)):
            marks.setdefault(i + 1, "previous-next")


def mark_foot(layout: Layout, marks: dict[int, str]) -> None:
    """The last block: contact lines and lists of other pages' headlines, from its first certain line on."""
    words = load_vocabulary()
    end = len(layout.bounds)
    top = end
    while top > max(0, end - 2 * EDGE):
        line = layout.line(top - 1)
        is_text = not is_headline(line) or (line[-1] == ":" and LEADS_ON.search(line) is not None)
        if top - 1 not in marks and label_of(line) not in words.foot and is_text:
            break
        top -= 1
    last = max((i for i in marks if i >= top), default=-1)
    first = min((i for i in marks if i >= top), default=end)
    # A line over another block of the site's, and what stands between two that are certain.
    gap: list[int] = []
    for i in range(first + 1, last + 1):
        if i not in marks:
            gap.append(i)
            continue
        above = i - len(gap) - 1
        # A headline stands below a trail, and whoever speaks below a post's head.
        kept = (
            marks[above].startswith(TRAILS)
            or HEADER.search(layout.line(above))
            or any(
                is_prose(line) or (is_heading(line) and not is_byline(line)) for line in map(layout.line, gap)
            )
        )
        if len(gap) <= GAP and not kept:
            marks.update(dict.fromkeys(gap, "between"))
        gap = []
    certain = listing = False
    for i in range(top, end):
        line, label = layout.line(i), label_of(layout.line(i))
        if is_related(line) and is_headline(layout.line(i + 1)) and last >= 0:
            certain = listing = True
            marks.setdefault(i, "related")
        elif i in marks:
            certain, listing = True, False
        elif listing:
            marks[i] = "related"
        elif certain and label in words.foot:
            marks[i] = "contact"
    for i in range(first - 1, top - 1, -1):
        if i + 1 not in marks or not is_owner(layout.line(i)):
            break
        marks[i] = "contact"


def mark_related(layout: Layout, marks: dict[int, str]) -> None:
    """Lists of other pages' headlines that stand between other lines of a site's, a bullet before each."""
    for i in [i for i in marks if BULLETED.match(layout.line(i + 2)) and is_related(layout.line(i + 1))]:
        sign = layout.line(i + 2)[0]
        j = i + 2
        while layout.line(j).startswith(sign) and is_headline(layout.line(j)) and j not in marks:
            j += 1
        if j - i > 3 or j in marks:
            marks.update(dict.fromkeys(range(i + 1, j), "related"))


def leave_announced(layout: Layout, marks: dict[int, str]) -> None:
    """Take from `marks` what an author's line above says to be written somewhere."""
    for i in sorted(marks):
        above = layout.line(i - 1)
        if above[-1:] == ":" and i - 1 not in marks and WRITTEN.search(above):
            while i in marks:
                del marks[i]
                i += 1


def is_owner(line: str) -> bool:
    """Whether a line says whose site it is, if it stands right above other furniture of the foot."""
    return label_of(line).startswith(("主办", "承办", "技术支持", "网站")) or (
        "地址:" in line and "邮编" in line
    )


def mark_slogan(layout: Layout, marks: dict[int, str]) -> None:
    """A site's name or motto above its breadcrumb or menu, if the page's own headline follows below."""
    crumb = next((i for i in range(8) if marks.get(i, "").startswith(TOP)), 0)
    below = next((i for i in range(crumb + 1, crumb + 5) if i not in marks), crumb)
    headline = layout.line(below)
    if below == crumb or not is_headline(headline):
        return
    for i in range(crumb):
        line = layout.line(i)
        if is_headline(line) and len(line) <= 40 and line not in headline and headline not in line:
            marks.setdefault(i, "slogan")
