"""What a link's preview says of a text: its first sentences."""

import re

LENGTH = 120
"""Characters that search engines and messengers show of a description, at most."""

_SENTENCE_END = re.compile("[。！？!?…][」』”’）)]*")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_HEAD = 20
"""Lines in which headings, by-lines and the like may stand before the first sentence."""


def describe(clean: str, title: str) -> str:
    """The first sentences of a clean text on one line, `LENGTH` characters at most; cut, it ends with `…`.

    >>> describe("第三章 渡口\\n\\n　　船还没有来。他等着，\\n也不说话。", "第三章 渡口")
    '船还没有来。他等着， 也不说话。'
    """
    start = _CONTROL.sub("", clean[: 50 * LENGTH])
    lines = [
        line for line in (" ".join(line.split()) for line in start.split("\n")) if line and line != title
    ]
    first = next((n for n, line in enumerate(lines[:_HEAD]) if _SENTENCE_END.search(line)), 0)
    text = " ".join(lines[first:])
    if len(text) <= LENGTH:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text, LENGTH // 2, LENGTH)]
    return text[: ends[-1]] if ends else text[: LENGTH - 1] + "…"
