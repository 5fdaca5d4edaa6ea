"""`?` in place of characters that a conversion lost, in a text whose own punctuation is narrow, too.

There one `?` before a Chinese character may ask. But where none of them stands at the end of a line or of
what somebody says, none has a question's words before it, and some stand where no clause ends or beside
characters that are lost for certain, none asks.
"""

import re
from collections.abc import Iterator

from reading_list.model import Span
from reading_list.noise.characters import HAN
from reading_list.noise.late import late
from reading_list.noise.symbol_tables import load_symbols

RUN = late(r"\?+")
BEFORE = late(rf"(?:[{HAN}]|^|(?<=\n))\Z")
AFTER = late(rf"[{HAN}，、：；,]|\.\d")
CLAUSE = late("[^，。！？；?!,.;：:\n]*$")
ASKS = late("[吗嗎呢么麼什甚谁誰哪怎几幾何吧岂豈孰]|是否|是不是|有没有|[请請][问問]")
ENOUGH, ENOUGH_DAMAGED = 3, 2
"""So many marks there must be; and where others are lost."""
QUOTED = 12
"""Two marks so near, with nothing but Chinese between, stand for quotation marks."""
PAIR = late(rf"\?[{HAN}、]{{2,{QUOTED}}}\?(?=[{HAN}，、,。])")


def find_sown(text: str) -> Iterator[Span]:
    """The marks of `text`, if none of them asks and there are several."""
    runs = [match for match in RUN.finditer(text) if not _is_latin(text, match)]
    is_damaged = "\ufffd" in text
    if len(runs) < (ENOUGH_DAMAGED if is_damaged else ENOUGH):
        return
    if not all(_is_lost(text, run) for run in runs):
        return
    if is_damaged or PAIR.search(text) or any(_is_inside(text, run) for run in runs):
        yield from (Span(*run.span(), "lost-character", "question-mark", None) for run in runs)


def _is_latin(text: str, run: re.Match[str]) -> bool:
    """Whether a mark stands in an address or in another language."""
    return text[run.start() - 1 : run.start()].isascii() and text[run.end() : run.end() + 1].isascii()


def _is_lost(text: str, run: re.Match[str]) -> bool:
    """Whether a mark may stand for something lost: Chinese on either side, and no question before."""
    before = text[max(0, run.start() - 40) : run.start()]
    clause = CLAUSE.search(before)
    return (
        BEFORE.search(before) is not None
        and AFTER.match(text, run.end()) is not None
        and not (clause and ASKS.search(clause[0]))
    )


def _is_inside(text: str, run: re.Match[str]) -> bool:
    """Whether a mark stands where no clause ends, or several stand for the blanks that open a paragraph."""
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    edges = load_symbols()
    is_indent = before in ("", "\n") and len(run[0]) > 1
    return is_indent or before in edges.never_end or after in edges.never_begin
