"""Furniture: what a portal, a forum or a novel site put around the text and into it.

Three things tell it: what a line or a phrase says (the rows of data/noise/furniture.toml), where it stands (a
telephone number below a copyright line is the site's, above it the article's), and, for sentences that
novel sites plant, which words meet in it (planting.py). A newspaper's colophon (责任编辑) is left alone
unless it stands in the foot of a page.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reading_list.collation import outermost
from reading_list.model import Span
from reading_list.noise.planting import find_planted
from reading_list.noise.rules import Rule, load_rules
from reading_list.noise.vocabulary import fold, load_vocabulary

LONGEST_LINE = 400
"""A longer line is a paragraph, and no rule for whole lines is tried on it."""

EDGE = 20
"""So many lines from the head or the foot of a text its furniture may stand."""

LINE = re.compile(r"[^\r\n]+")
TOKEN = re.compile(r"[^\s|/·•:,()\[\]【】<>«»、\N{BOX DRAWINGS LIGHT VERTICAL}\N{MIDDLE DOT}-]+")
COUNT = re.compile(r"[\d.:/+-]+(?:[#楼分级次天枚个点年月日]|小时)?")
LABEL = re.compile(r"\W{0,6}([\w-]+(?: +\w)?(?: +\w)?) *[::](?!//)|\W{0,6}([\w-]+) *$")
ROW = re.compile(r"([*=_~#+\N{EM DASH}\N{BOX DRAWINGS LIGHT HORIZONTAL}\N{BOX DRAWINGS HEAVY HORIZONTAL}-])(?: ?\1){9,}")
PROSE_END = "。!?…」』”"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, folded, without the blanks at its ends; offsets into the text."""

    start: int
    end: int
    text: str

    @property
    def is_headline(self) -> bool:
        """Whether it can be a title: short, and no sentence."""
        return len(self.text) <= 60 and "。" not in self.text

    def span(self, rule: str) -> Span:
        """All of the line."""
        return Span(self.start, self.end, "furniture", rule)


def find(text: str) -> Iterable[Span]:
    """The furniture of `text`, each line of it a span of its own; sorted and disjoint.

    >>> [text[span.start : span.end] for text in ["他走了。\\n求月票!\\n"] for span in find(text)]
    ['求月票!']
    """
    folded = fold(text)
    lines = [
        Line(start, start + len(content), content)
        for match in LINE.finditer(folded)
        if (content := match[0].strip())
        for start in [match.start() + match[0].index(content[0])]
    ]
    rules = rules_for(folded)
    blocks = find_blocks(lines, [rule for rule in rules if is_for_lines(rule)])
    within = [span for rule in rules if not is_for_lines(rule) for span in rule.find(folded)]
    return outermost([*blocks, *within, *find_planted(folded), *find_cell_walls(lines, blocks)])


# --- Rows -------------------------------------------------------------------------------------------------------------


def rules_for(folded: str) -> list[Rule]:
    """The rows that may find something in this text."""
    rules = load_rules("furniture")
    return [rule for rule in rules if not rule.keys or any(key in folded for key in rule.keys)]


def is_for_lines(rule: Rule) -> bool:
    """Whether a rule is held against whole lines."""
    return rule.pattern.pattern.startswith("^")


def rule_of(line: Line, rules: list[Rule], from_head: int, from_foot: int) -> str | None:
    """The first row that names the whole line and holds in this place."""
    for rule in rules:
        if rule.pattern.match(line.text) and not (
            (rule.id.startswith("head-") and from_head >= EDGE)
            or (rule.id.startswith("foot-") and from_foot >= EDGE)
        ):
            return rule.id
    return None


# --- Blocks -----------------------------------------------------------------------------------------------------------


def find_blocks(lines: list[Line], rows: list[Rule]) -> list[Span]:
    """Lines that are furniture as wholes: certain ones, and their neighbours where those are of the kind.

    `rules[i]` is the rule that takes line i away.
    """
    words = load_vocabulary()
    rules: list[str | None] = [None] * len(lines)
    leaning: list[int] = []
    for i, line in enumerate(lines):
        if ROW.fullmatch(line.text):
            rules[i] = None if is_rule_of_table(lines, i) else "row"
            continue
        if len(line.text) > LONGEST_LINE:
            continue
        rules[i] = rule_of(line, rows, i, len(lines) - 1 - i)
        if rules[i]:
            continue
        tokens = TOKEN.findall(line.text, 0, 120)
        if all(token in words.alone or token in words.beside or COUNT.fullmatch(token) for token in tokens):
            if any(token in words.alone for token in tokens):
                rules[i] = "buttons"
            elif tokens:
                leaning.append(i)
        elif i < EDGE and label_of(line) in words.head:
            leaning.append(i)
    # A line that leans on its neighbour falls with it; first downwards, then upwards.
    for order in (leaning, leaning[::-1]):
        for i in order:
            if any(0 <= j < len(lines) and rules[j] not in (None, "row") for j in (i - 1, i + 1)):
                rules[i] = rules[i] or "beside"
    mark_titles(lines, rules)
    mark_foot(lines, rules)
    mark_slogan(lines, rules)
    return [line.span(rule) for line, rule in zip(lines, rules, strict=True) if rule]


def label_of(line: Line) -> str:
    """The word before the line's colon, or all of a line that is one word; blanks within it left out."""
    match = LABEL.match(line.text)
    return (match[1] or match[2]).replace(" ", "") if match else ""


def is_rule_of_table(lines: list[Line], i: int) -> bool:
    """Whether a row of dashes underlines a heading, frames one, or belongs to a table or to markup."""
    before, after = (lines[j].text if 0 <= j < len(lines) else "" for j in (i - 1, i + 1))
    width = sum(1 if char < "\u1100" else 2 for char in before)
    row = len(lines[i].text)
    return (
        (before.isprintable() and 0 < width <= 80 and abs(row - width) <= max(4, width // 2))
        or any(text[:1] in "|+`" and text[:1] != "" for text in (before, after))
        or (i >= 2 and lines[i - 2].text == lines[i].text)
        or (i + 2 < len(lines) and lines[i + 2].text == lines[i].text)
    )


def mark_titles(lines: list[Line], rules: list[str | None]) -> None:
    """The headline below a bare 上一篇: is another page's."""
    for i, line in enumerate(lines[:-1]):
        bare = re.fullmatch(r"\W{0,4}[上下]一[条篇章则]\s*:", line.text)
        if bare and rules[i] and not rules[i + 1] and lines[i + 1].is_headline:
            rules[i + 1] = "previous-next"


def mark_foot(lines: list[Line], rules: list[str | None]) -> None:
    """The last block of a page: contact lines and lists of other pages' headlines, from its first certain line on."""
    words = load_vocabulary()
    top = len(lines)
    while top and len(lines) - top < 2 * EDGE:
        line = lines[top - 1]
        if not (rules[top - 1] or label_of(line) in words.foot or label_of(line) in words.related or line.is_headline):
            break
        top -= 1
    certain = False
    listing = False
    for i in range(top, len(lines)):
        label = label_of(lines[i])
        if rules[i] and rules[i] != "row":
            certain, listing = True, False
        elif label in words.related and i + 1 < len(lines) and lines[i + 1].is_headline and (certain or any(rules[i:])):
            rules[i] = "related"
            listing = True
        elif listing:
            rules[i] = "related"
        elif certain and label in words.foot:
            rules[i] = "contact"
        elif "地址" in lines[i].text and "邮" in lines[i].text and i + 1 < len(lines) and rules[i + 1]:
            rules[i] = "contact"


def mark_slogan(lines: list[Line], rules: list[str | None]) -> None:
    """A site's name or motto above its breadcrumb, if the page's own headline follows below."""
    crumb = next((i for i, rule in enumerate(rules[:8]) if rule and rule.startswith("breadcrumb")), 0)
    below = next((i for i in range(crumb + 1, len(lines)) if not rules[i]), None)
    if not crumb or below is None or below > crumb + 4 or not lines[below].is_headline:
        return
    headline = lines[below].text
    for i in range(crumb):
        text = lines[i].text
        if rules[i] or not lines[i].is_headline or len(text) > 40 or text in headline or headline in text:
            continue
        rules[i] = "slogan"


# --- Table remains ----------------------------------------------------------------------------------------------------


def find_cell_walls(lines: list[Line], taken: list[Span]) -> Iterator[Span]:
    """Lines of nothing but `|`, and a `|` left at one end of a paragraph; a table that has columns keeps its own."""
    furniture = {span.start for span in taken}
    for i, line in enumerate(lines):
        if "|" not in line.text:
            continue
        around = [lines[j] for j in (i - 1, i + 1) if 0 <= j < len(lines)]
        if any(is_drawing(other.text) for other in around if other.start not in furniture):
            continue
        inner = line.text.strip("| ")
        if not inner or set(inner) <= set("|-: "):
            if inner or len(lines) > 1:
                yield line.span("cell-wall")
        elif "|" not in inner and len(inner) > 15 and has_chinese(inner):
            if line.text.startswith("|"):
                yield Span(line.start, line.start + len(line.text) - len(line.text.lstrip("| ")), "furniture", "cell-wall")
            if line.text.endswith("|"):
                yield Span(line.start + len(line.text.rstrip("| ")), line.end, "furniture", "cell-wall")


def is_drawing(text: str) -> bool:
    """Whether a line is a row of a table or part of a drawing."""
    return "|" in text.strip("| ") or (len(text) <= 15 and bool(set(text) & set("+-/\\^<>v↓→")))


def has_chinese(text: str) -> bool:
    """Whether there is a Chinese character."""
    return re.search("[\u4e00-\u9fff]", text) is not None
