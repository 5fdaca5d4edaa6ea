"""What comes again around the posts of a board whatever it counts: rows of buttons, numbers above names."""

from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from reading_list.noise.furniture.post_lines import is_name, stamp_in
from reading_list.noise.furniture.weights import load_words
from reading_list.noise.late import late
from reading_list.noise.layout import Layout
from reading_list.noise.vocabulary import load_vocabulary

COUNT = late(r" ?[(\[]\d[\d,.]*[)\]]| ?\d[\d,.]*")
WORDS = late(r"[\u4e00-\u9fff]{1,4}(?:ta|:)?(?: {1,4}[\u4e00-\u9fff]{1,4}(?:ta|:)?){1,7}")
LIKES = late(
    r"\d{1,6} ?(?:个|次|人)?(?:赞|喜欢|回复|评论)"
    r"|(?:赞同?|喜欢|有用|支持|顶|回复) ?(?:\d{1,6}|[(\[]\d{1,6}[)\]])"
)
LIKES_BEGIN = "0123456789赞喜有支顶回"
LONGEST = 48


def mark_numbered(layout: Layout, marks: dict[int, str]) -> None:
    """Add the number of each post, in a line of its own above its poster and date."""
    heads: list[tuple[int, int, int]] = []
    for i, line in enumerate(layout.lines):
        if line.isdecimal() and is_name(layout.line(i + 1)):
            dated = [j for j in (i + 2, i + 3) if (stamp := stamp_in(layout.line(j))) and not stamp.start()]
            heads += [(int(line), i, j) for j in dated[:1]]
    if len(heads) > 1 and all(a[0] < b[0] and b[1] - a[2] > 1 for a, b in pairwise(heads)):
        marks.update((i, "stamp") for _, start, end in heads for i in range(start, end + 1) if i not in marks)


def mark_rows(layout: Layout, marks: dict[int, str]) -> None:
    """Add rows of two short words or more that come again, if half of these are known as a site's, or one of
    the rows is; and how many liked each post."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(layout.lines):
        if len(line) <= LONGEST and (" " in line or "(" in line):
            alike[without_counts(line)].append(i)
    likes = [
        i
        for i, line in enumerate(layout.lines)
        if len(line) < 16 and line[0] in LIKES_BEGIN and LIKES.fullmatch(line)
    ]
    if len(likes) > 1:
        marks.update((i, "buttons-again") for i in likes if i not in marks)
    points, alone = load_words().points, load_vocabulary().alone
    for words, lines in alike.items():
        if len(lines) > 1 and WORDS.fullmatch(words):
            each = words.replace(":", "").split()
            known = sum(word in points or word in alone for word in each)
            if len(set(each)) > 1 and (2 * known > len(each) or any(i in marks for i in lines)):
                for i in lines:
                    marks.setdefault(i, "buttons-again")


@lru_cache(maxsize=4096)  # such a line comes again
def without_counts(line: str) -> str:
    """The words of a line without the numbers behind them."""
    return " ".join(COUNT.sub(" ", line).split())
