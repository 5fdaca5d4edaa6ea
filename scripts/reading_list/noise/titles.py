"""What a site adds to a headline in its line: the board and the kind of post before it, a date behind it."""

from collections.abc import Iterator

from reading_list.noise.late import late
from reading_list.noise.layout import EDGE, Layout

BEFORE = late(
    r"(?:『[^』]{2,10}』 ?\[[^\[\]]{2,8}\]|【图片】|\[(?:原创|转载|转帖|转贴)\]) ?(?=[\u4e00-\u9fff《“])"
)
BEHIND = late(r"(?<=[^\s|:]) ?\((?:19|20)\d{2}-\d\d-\d\d \d\d:\d\d(?::\d\d)?\)$")


def beside_titles(layout: Layout) -> Iterator[tuple[int, int]]:
    """The ranges of such words in the first lines.

    >>> from reading_list.noise.layout import lay_out
    >>> list(beside_titles(lay_out("[原创] 守水库的那一年")))
    [(0, 5)]
    """
    for start, end in layout.bounds[:EDGE]:
        if layout.folded[start] in "『【[" and (match := BEFORE.match(layout.folded, start, end)):
            yield match.span()
        if layout.folded[end - 1] == ")" and (match := BEHIND.search(layout.folded[start:end])):
            yield start + match.start(), end
