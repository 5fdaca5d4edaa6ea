"""What a post has besides its text: what it quotes of others, its poster's motto."""

from bisect import bisect_right
from collections import defaultdict

from reading_list.noise.furniture.post_lines import name_in
from reading_list.noise.late import late
from reading_list.noise.layout import ROW, Layout

QUOTING = late(r"引用|发表|提到|回复|作者|原帖|写道|wrote|查看|楼")
QUOTED_FROM = late(r"提到 ?: ?】?$|(?:写道|wrote) ?:$")
SAYS = late(r"(?:引用 ?@?)?\S{1,16} ?(?:说|写道|发表的?|wrote|said) ?:")
UNFOLD = late(r"(?:点击|单击)?展开(?:全文)?(?:\.{3}|…)?|click to expand\.{3}")
QUOTED = late(r"[:>]")
MIRRORED = late("[─━═┄┅┈☆★◆◇§※‖◎●○▶◀┊│][^。]{2,60}[─━═┄┅┈☆★◆◇§※‖◎●○▶◀┊│]")
RULE_OF_MOTTO = late(r"[_-](?:(?<=_)_{5,}|(?<=-)- ?)")
LEAST_QUOTE = 8

FAR = 20_000
"""What was said so many characters before may be quoted."""


def mark_quoted(layout: Layout, marks: dict[int, str]) -> None:
    """Lines that begin with a sign of quotation, below one that says whose they are."""
    for i in [i for i in marks if layout.line(i)[-1:] in ":】" and QUOTED_FROM.search(layout.line(i))]:
        j = i + 1
        while QUOTED.match(layout.line(j)):
            marks[j] = "quote"
            j += 1


def mark_quotes(layout: Layout, marks: dict[int, str], names: frozenset[str]) -> None:
    """What stands below a line that quotes and has been said before, if the post goes on."""
    for i in sorted(marks):
        j = i + 1
        line = layout.line(j)
        if j in marks or len(line) < LEAST_QUOTE:
            continue
        below = j + 1 + (ROW.fullmatch(layout.line(j + 1)) is not None)
        name = line.rpartition(" ")[2]
        if below in marks or not (name in names or QUOTING.search(layout.line(i))):
            continue
        if name in names:
            line = line.removesuffix(name)
        line = line.rstrip(" .…")
        if len(line) >= LEAST_QUOTE and is_said_before(layout, marks, line, j):
            marks[j] = "quote"


def mark_sayings(layout: Layout, marks: dict[int, str]) -> None:
    """A line that says who spoke, and below it what has been said before word for word."""
    for i, line in enumerate(layout.lines):
        if line[-1] != ":" or i in marks or not SAYS.fullmatch(line):
            continue
        quote = layout.line(i + 1)
        if len(quote) >= LEAST_QUOTE and is_said_before(layout, marks, quote, i + 1):
            end = i + 2 + (UNFOLD.fullmatch(layout.line(i + 2)) is not None)
            marks.update(dict.fromkeys(range(i, end), "quote"))


def is_said_before(layout: Layout, marks: dict[int, str], words: str, i: int) -> bool:
    """Whether a line before `i` that is nobody's but a poster's has these words in it."""
    start = layout.bounds[i][0]
    place = layout.folded.find(words, max(0, start - FAR), start)
    # A title has a label before it.
    if place < 0 or layout.folded[place - 1] in ":>":
        return False
    return bisect_right(layout.bounds, place, key=lambda bounds: bounds[0]) - 1 not in marks


def mark_mottos(layout: Layout, marks: dict[int, str], names: frozenset[str]) -> None:
    """What a poster has below each of his posts, and what stands below a line that parts it off."""
    ends: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    poster = ""
    for i in range(len(layout.bounds)) if names else ():
        if i in marks:
            line = layout.line(i)
            if marks.get(i + 1) == "quote":
                continue
            poster = line if line in names else name if (name := name_in(line)) in names else poster
        elif poster and i + 1 in marks and i - 1 not in marks:
            ends[poster, layout.line(i)].append(i)
    for lines in ends.values():
        if len(lines) > 1:
            rules = [i - 1 for i in lines if ROW.fullmatch(layout.line(i - 1))]
            marks.update(dict.fromkeys(lines + rules, "motto"))
    for i in [i - 1 for i in marks if i - 1 not in marks and i - 2 not in marks]:
        if MIRRORED.fullmatch(layout.line(i)):
            marks[i] = "motto"
    of_terminal = any(rule.startswith("board-") for rule in marks.values())
    for i in lines_of_rules(layout):
        below = next((j for j in range(i + 1, i + 5) if j in marks), 0)
        is_rule = RULE_OF_MOTTO.fullmatch(layout.line(i)) and (of_terminal or layout.line(i)[0] == "_")
        if is_rule and below and i - 1 not in marks:
            marks.update(dict.fromkeys(range(i, below), "motto"))


def lines_of_rules(layout: Layout) -> list[int]:
    """The lines with a rule as it parts off a motto or a signature."""
    has_rule = "--" in layout.folded or "______" in layout.folded
    return list(layout.lines_with(RULE_OF_MOTTO)) if has_rule else []
