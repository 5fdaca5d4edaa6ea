"""Rows of buttons that come again around the posts of a board, whatever they count."""

from collections import defaultdict

from reading_list.noise.late import late
from reading_list.noise.layout import Layout
from reading_list.noise.vocabulary import load_vocabulary
from reading_list.noise.weights import load_words

COUNT = late(r" ?[(\[]\d[\d,.]*[)\]]| ?\d[\d,.]*")
WORDS = late(r"[\u4e00-\u9fff]{1,4}(?:ta|:)?(?: {1,4}[\u4e00-\u9fff]{1,4}(?:ta|:)?){1,7}")
LONGEST = 48


def mark_rows(layout: Layout, marks: dict[int, str]) -> None:
    """Add rows of two short words or more that come again, if half of these are known as a site's, or one of
    the rows is."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(layout.lines):
        if len(line) <= LONGEST and (" " in line or "(" in line):
            alike[" ".join(COUNT.sub(" ", line).split())].append(i)
    points, alone = load_words().points, load_vocabulary().alone
    for words, lines in alike.items():
        if len(lines) > 1 and WORDS.fullmatch(words):
            each = words.replace(":", "").split()
            known = sum(word in points or word in alone for word in each)
            if 2 * known > len(each) or any(i in marks for i in lines):
                for i in lines:
                    marks.setdefault(i, "buttons-again")
