"""Line ends, made one kind and brought back."""

import re
from collections import Counter

from reading_list.model import LineEnds

_LINE_END = re.compile("\r\n|\r|\n")


def unify(text: str) -> tuple[str, LineEnds]:
    r"""The text with `\n` for every line end, and what they were.

    >>> unify("一\r\n二\r\n三\n")
    ('一\n二\n三\n', LineEnds(usual='\r\n', unusual={2: '\n'}))
    """
    if "\r" not in text:
        return text, LineEnds()
    found: list[str] = _LINE_END.findall(text)
    # Of equally many, the first; which one does not matter for restoring.
    usual = Counter(found).most_common(1)[0][0]
    unusual = {number: end for number, end in enumerate(found) if end != usual}
    return _LINE_END.sub("\n", text), LineEnds(usual, unusual)


def bring_back(text: str, ends: LineEnds) -> str:
    """The inverse of `unify`."""
    if not ends.unusual:
        return text.replace("\n", ends.usual)
    lines = text.split("\n")
    last = len(lines) - 1
    return "".join(
        line if number == last else line + ends.unusual.get(number, ends.usual)
        for number, line in enumerate(lines)
    )
