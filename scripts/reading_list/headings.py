"""The headings that a text has, told from its lines alone.

Only what is certain counts: a numbered line that is short, does not end as a sentence or an item of a list
does, and leads to something. The forms and their ranks are those of Chinese books and official papers
(GB/T 9704: 一、 then （一）).
"""

import re
from collections.abc import Iterator, Sequence

_NUMERALS = "一二三四五六七八九十"
_NUMBER = rf"第\s?(?:[{_NUMERALS}百千零〇两兩]{{1,9}}|[0-9０-９]{{1,5}})\s?"
# A title set off by a space or a colon may ask or exclaim; one set solid might be the start of a sentence.
_TITLE = r"(?:[\s:：·]\s{0,3}[^。；;，,]{1,36})?"
_RANKS = tuple(
    map(
        re.compile,
        (
            rf"{_NUMBER}(?:[卷部编編篇集](?:分)?){_TITLE}",
            rf"{_NUMBER}[章回話话](?:{_TITLE}|[^\W\d_]{{2,16}})"
            r"|(?:序[言章幕]?|前言|引言|引子|楔子|尾[声聲]|[后後][记記]|番外|[结結][语語]|附[录錄])",
            rf"{_NUMBER}[节節]{_TITLE}",
            rf"([{_NUMERALS}]{{1,3}})、(?P<title>[^。；;！？!?…：:]{{1,38}})",
            rf"[（(]([{_NUMERALS}]{{1,3}})[）)]\s?[^。；;！？!?…：:]{{1,38}}",
        ),
    )
)
_LISTED = len(_RANKS) - 2
_OPEN_END = tuple("，,、：:；;。.")
LONGEST = 42
"""Characters of the longest line that may be a heading."""


def headings(lines: Sequence[str]) -> dict[int, int]:
    """The headings among `lines`: index of the line → level, 2 or deeper, none skipped on the way down.

    >>> headings(["一、回顾", "今年很好。", "(一)农业", "丰收。", "二、打算", "一是修路。"])
    {0: 2, 2: 3, 4: 2}
    """
    levels: dict[int, int] = {}
    above: list[int] = []
    for index, rank in _leading(lines):
        above = [*(shallower for shallower in above if shallower < rank), rank]
        levels[index] = 1 + len(above)
    return levels


def _leading(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Numbered lines and their ranks, without those that lead to nothing: one followed at once by another of
    its own rank is an item of a list or of a table of contents, and so are its neighbours."""
    run: list[tuple[int, int]] = []
    for index, line in enumerate([*lines, "."]):
        if not line.strip():
            continue
        rank = _rank(line)
        if rank is not None:
            run.append((index, rank))
            continue
        if all(upper[1] < lower[1] for upper, lower in zip(run, run[1:], strict=False)):
            yield from run
        run = []


def _rank(line: str) -> int | None:
    line = line.strip()
    if len(line) > LONGEST or line.endswith(_OPEN_END):
        return None
    for rank, pattern in enumerate(_RANKS):
        if match := pattern.fullmatch(line):
            return None if rank == _LISTED and _counts_on(match[1], match["title"]) else rank
    return None


def _counts_on(number: str, title: str) -> bool:
    """Whether the title begins with the next number: 一、二年级 is of two grades, 一、三农工作 a heading."""
    return title[0] in _NUMERALS and _NUMERALS.find(number) + 1 == _NUMERALS.find(title[0])
