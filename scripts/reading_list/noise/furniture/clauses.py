"""The clauses of a line, and what the words of a site in them are worth.

How a site words its pleas changes every month, its words hardly do: data/noise/furniture.toml.
"""

from functools import lru_cache
from typing import NamedTuple

from reading_list.noise.furniture.weights import letters, load_words
from reading_list.noise.late import late
from reading_list.noise.vocabulary import load_vocabulary

LONG_REST = 8
"""So much beside a clause's words may be a book's name."""
WORD = "[^,。!?;…~\\s(\\[【『)\\]】』]"
OPENING = (
    "(?=[最快天一1请记手本看])(?:(?:最快|快速)更新[^,。!?\\n]{0,16}(?:章节|小说|尽在|请)"
    "|(?:天才[一1]秒|(?<!天才)[一1]秒(?:钟)?记住|(?<!请)请?记住本[站书]|手机(?:用户|阅读|版)?(?:请|可)"
    "|(?<![看到住])本书(?:首发|最新|来自)|看(?:本书)?最新章节)"
    "(?=[^。\\n]{0,40}(?:小说|章节|阅读|网址|域名|[网阁]|www|wap|\\.)))"
)
CLAUSE = late(
    rf"[(\[【『]?(?:(?={WORD}*\.){WORD}*?(?:www|wap|\bm)\.[a-z0-9.-]{{3,40}}(?=[\u4e00-\u9fff“「])"
    rf"|{WORD}(?:(?!{OPENING}){WORD})*)[,;~\s)\]】』]*(?:[。!?…][。!?…~\s)\]】』]*)?|[(\[【『,。!?;…~\s)\]】』]"
)
"""An address ends one, too, where Chinese follows; and a site's sentence begins wherever it was pasted."""
TOLD = late(
    "(?!耐心|稍[候等后]|谢谢|感谢|支持|敬请|刷新|本|欢迎|收藏|免费|无)[\u4e00-\u9fff]{3,12}[。!?…”]+$"
)
"""The end of a sentence into which a site's words were pasted."""
POINTS = late("[这那此该其]")
"""What is told goes on so behind a name."""
STOP = late("[。!?…a-z](?:(?<![a-z])|$)")
OPENS_SPEECH = late("\\W?[“「][^”」]*$")
"""Somebody begins to speak right behind a site's words."""
QUOTED = late("[“「][^“”「」]{1,12}[”」]")
REST_OF_ADDRESS = late(r"(?<=[a-z0-9])[a-z0-9./_?=&%-]*")


class Clause(NamedTuple):
    """A clause with the punctuation behind it, and the points of its words and of the best of them. Where
    something is told right behind its words, it ends there (`is_cut`)."""

    start: int
    end: int
    is_cut: bool
    points: int
    best: int
    is_prose: bool
    ends_sentence: bool
    ends_bracket: bool


def weigh(clause: str, start: int) -> Clause:
    """A clause that begins at `start`, with the points of its words."""
    last, points, best, is_prose, ends = worth(clause)
    is_cut = is_telling(clause[last:])
    if is_cut and (rest := REST_OF_ADDRESS.match(clause, last)):
        last = rest.end()
    end = start + (last if is_cut else len(clause))
    return Clause(start, end, is_cut, points, best, is_prose, ends and not is_cut, clause[-1] in ")]】』")


def is_telling(rest: str) -> bool:
    """Whether what stands beside a clause's words is of a sentence."""
    words = load_words()
    if letters(rest) > 2 and (POINTS.match(rest) or TOLD.match(rest)):
        return True
    if ("“" in rest or "「" in rest) and OPENS_SPEECH.match(rest):
        return True
    return letters(rest) >= LONG_REST and (
        words.telling_prose.search(rest) is not None or words.prose.search(rest) is not None
    )


@lru_cache(maxsize=4096)  # what a site plants it plants in every chapter
def worth(clause: str) -> tuple[int, int, int, bool, bool]:
    """Where the words of a clause end, their points and the best one's, whether it is prose, and whether it
    ends a sentence. Each word counts once; prose has no points, nor have words that it quotes."""
    words = load_vocabulary()
    is_prose = words.prose.search(clause) is not None
    found: dict[str, int] = {}
    last = len(clause)
    if not is_prose:
        text = QUOTED.sub(lambda quoted: "\0" * len(quoted[0]), clause)
        hits = hits_in(text)
        # A site's sentence begins with its words; what was pasted into another is a clause of its own.
        is_prose = (
            is_telling(clause[: hits[0][0]])
            if hits
            else load_words().telling_prose.search(clause) is not None
        )
        if hits and not is_prose:
            found = {word: points for _, word, points in hits}
            last = hits[-1][0] + len(hits[-1][1])
    ends = STOP.search(clause) is not None
    if not found:
        return last, 0, 0, is_prose, ends
    return last, sum(found.values()), max(found.values()), is_prose, ends


def hits_in(text: str) -> list[tuple[int, str, int]]:
    """The planted words of a text, from left to right, with their places and points."""
    hits: list[tuple[int, str, int]] = []
    end = 0
    for first in load_vocabulary().planted.finditer(text):
        if first.start() >= end and first.lastindex:
            word = first[first.lastindex]
            hits.append((first.start(), word, 4 - first.lastindex))
            end = first.start() + len(word)
    return hits
