"""Characters lost in conversion: repaired where the bytes leave one answer, marked where they do not."""

import re
from collections.abc import Iterator

from reading_list.collation import outermost
from reading_list.model import Span
from reading_list.noise import doublebyte, glosses, mojibake, shifts, torn
from reading_list.noise.characters import HAN
from reading_list.noise.late import late
from reading_list.noise.readings import PINYIN
from reading_list.noise.sown_marks import find_sown
from reading_list.noise.symbol_tables import load_symbols

# A literal before all else, which is searched fast; and what bytes of GBK happened to spell between two such.
_REPLACEMENT = late(
    rf"\ufffd\ufffd*(?:[@-~\u0080-\u07ff]{{1,3}}\ufffd+)*(?:[\u0180-\u07ff]{{1,3}}(?=[{HAN}，。、：；！？,\n]))?"
)
_ODD = late(f"[{mojibake.ODD}{doublebyte.ODD}]")
_FILLER = late("烫{4,}|烫{3}(?<!好...)(?<!太...)(?<!真...)|屯{3,}|锘{2,}|锘\ufffd|(?:锟斤拷)+")
_JOKE = late("乱码|亂碼|编码|編碼|字符|字元|内存|記憶體|Unicode|unicode|锟.{0,40}烫|烫.{0,40}锟")
_QUOTED = frozenset("‘’“”'\"`「」『』()（）<>《》[]")

MEASURES = "个個处處家名件项項条條次户戶号號元万萬亿億亩畝吨噸套台辆輛座栋棟所"
"""What is counted: a question of a number alone does not go on so."""

_GLOSS_LEFT = late(rf"[?？](?<=[{HAN})].){PINYIN}\)(?=[{HAN}])")
_HALF_STOP = late(rf"\?(?<=[{HAN}]\?)(?=[!！,，:：;；][{HAN}])")
_LONE_MARK = late(
    rf"(?m)\?(?:(?<=[{HAN}]\?)\?{{0,5}}(?=[{HAN}，、；：])|(?<=[{HAN}]\?)\?{{1,4}}(?=。)"
    rf"|(?<=[，、；：。！？]\?)(?=[{HAN}])|(?<=[0-9]\?)(?=[{MEASURES}])"
    rf"|(?<=^\?)(?:\?{{1,7}}(?=[{HAN}“「《])|(?=[{HAN}])))"
)
_DATELINE = late(rf"\?(?:(?<=本[报報刊台网]讯.)|(?<=[日社网網专專][讯訊电電].))(?=[0-9{HAN}(（])")
_YEARS = late(r"\?(?<=(?<![0-9])[0-9]{4}\?)(?=[0-9]{4}年)")
_RANGE = late(
    r"\?(?<=[0-9]\?)(?<![0-9]{4}\?)(?:(?=[0-9]{1,4}(?:\.[0-9]+)? ?(?:[cmk]m|[万亿个人元天月日%米吨亩]))"
    r"|(?<=\[[0-9]\?)(?=[0-9]{1,2}\])|(?<=\.[0-9]\?)(?=[0-9]))"
)
"""Between two numbers, the second of something that is measured, or both of sources, or the first broken."""
_PLURAL = late(rf"\?(?<=[{HAN}]\?)(?=[们們])")
_NARROW = late(rf"[,!;?](?<=[{HAN}].)(?:(?<!\?)|(?![{HAN}0-9?，、；：]))")
_CLOSED = frozenset("：。！？")
_CLAUSE = late("[^，。！？；,.!;\n]*$")
_ASKS_AT_END = late("(?:[吗嗎呢么麼谁誰吧啊呀何嘛]|什.|多少|怎.{1,2}|几.|哪.{0,2})$|是不是|是否|有没有")
MARK = late(r".?\?{1,5}.?")
BETWEEN = late(rf"[{HAN}]\?{{1,5}}[{HAN}，、；：》]|[{HAN}]\?{{2,5}}。")
"""No question ends so, unless another mark is missing."""
WIDE, WIDE_MARK = 2, late("[，。]")
"""So many lines to each with narrow marks has a text whose own punctuation is wide."""
# What makes a clause a question, or no clause but an address.
_ASKS = late("[吗嗎呢么麼什甚谁誰哪何怎几幾吧啊否岂豈孰焉乎哉嘛呀曷胡奚安无不没未可难難多是/=]|[请請][问問]")


def find(text: str) -> tuple[Span, ...]:
    """Lost characters, from left to right. A text that asks its questions with `?` keeps them all.

    Wants the text as received: shifted text holds private-use characters that are halves of others.
    """
    spans = [*shifts.find(text), *_marks(text)]
    # Few texts have several of these, and one search tells what need not be looked for.
    if odd := "".join(set(_ODD.findall(text))):
        spans += [*mojibake.find(text, odd), *doublebyte.find(text, odd)]
    return torn.fill(text, outermost(spans))


def _marks(text: str) -> Iterator[Span]:
    for match in _REPLACEMENT.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        # A text about the sign itself quotes it.
        if not (before in _QUOTED and after in _QUOTED and (before == "`" or _JOKE.search(text))):
            yield Span(*match.span(), "lost-character", "replacement-character", None)
    yield from _fillers(text)
    if "?" not in text:
        return
    for match in _GLOSS_LEFT.finditer(text):
        yield Span(*match.span(), "lost-character", "gloss-without-character", None)
    for match in _YEARS.finditer(text):
        yield Span(*match.span(), "lost-character", "question-mark", None)
    for match in _RANGE.finditer(text):
        yield Span(*match.span(), "lost-character", "question-mark", None)
    if _HALF_STOP.search(text) and any(True for _ in glosses.find(text)):
        yield from _in_statements(_HALF_STOP, text, "half-stop")
    datelines = [
        Span(*match.span(), "lost-character", "question-mark", None) for match in _DATELINE.finditer(text)
    ]
    yield from datelines
    for match in _PLURAL.finditer(text):
        yield Span(*match.span(), "lost-character", "question-mark", None)
    # Where all punctuation is full-width, that sign inside a statement is no mark at all.
    is_narrow = _NARROW.search(text) is not None
    is_wide = not is_narrow or _is_wide(text)
    if is_wide and "\ufffd" in text and "？" in text:
        yield from _in_damaged(text)
    if is_narrow:
        yield from find_sown(text)
        if is_wide:
            yield from _in_wide_lines(text)
        return
    spans = [*datelines, *_in_statements(_LONE_MARK, text, "question-mark")]
    edges = load_symbols()
    inside = [
        Span(*match.span(), "lost-character", "question-mark", None)
        for match in _LONE_MARK.finditer(text)
        if text[match.start() - 1 : match.start()] in edges.never_end
        or text[match.end()] in edges.never_begin | {"们", "們"}
    ]
    # A text that asks nothing with the other one: only if not one of its marks may be a question's.
    whole = text.count("。") >= 3 and sum(span.end - span.start for span in spans) == text.count("?")
    if whole:
        yield from outermost(spans)
    elif text.count("？") >= 2 or inside:
        # At the head of a line it may be somebody's surprise, if it is not the blanks of a paragraph.
        yield from outermost([*(span for span in spans if not _is_surprise(text, span)), *inside])
    else:
        yield from find_sown(text)


def _is_wide(text: str) -> bool:
    """Whether nearly all punctuation of a text is full-width, and so are its questions' marks: what is not
    stands in a line or two that a site added."""
    lines = text.split("\n")
    narrow = sum(_NARROW.search(line) is not None for line in lines)
    return text.count("？") >= 2 and sum(WIDE_MARK.search(line) is not None for line in lines) > WIDE * narrow


def _in_damaged(text: str) -> Iterator[Span]:
    """The marks between two characters, where others are lost for good and none of the marks asks."""
    marks = [match for match in MARK.finditer(text) if not match[0].isascii()]
    if all(BETWEEN.fullmatch(match[0]) for match in marks):
        for match in _LONE_MARK.finditer(text):
            clause = _CLAUSE.search(text, max(0, match.start() - 40), match.start())
            if not (clause and _ASKS_AT_END.search(clause[0])):
                yield Span(*match.span(), "lost-character", "question-mark", None)


def _in_wide_lines(text: str) -> Iterator[Span]:
    """The marks inside statements in lines whose other punctuation is full-width."""
    for span in _in_statements(_LONE_MARK, text, "question-mark"):
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        line = text[start : len(text) if end < 0 else end]
        if WIDE_MARK.search(line) and not _NARROW.search(line) and not _is_surprise(text, span):
            yield span


def _is_surprise(text: str, span: Span) -> bool:
    return text[span.start - 1 : span.start] in ("", "\n") and span.end - span.start in (1, 3)


def _fillers(text: str) -> Iterator[Span]:
    """What fresh memory and U+FFFD look like read as GBK, unless the text speaks of it."""
    fillers = ("烫烫烫", "屯屯屯", "锘", "锟斤拷")
    # A single character is looked for faster.
    if not any(filler[0] in text and filler in text for filler in fillers) or _JOKE.search(text):
        return
    for match in _FILLER.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if not (before in _QUOTED or after in _QUOTED or after in "！!～~"):
            yield Span(*match.span(), "lost-character", "filler", None)


def _in_statements(pattern: re.Pattern[str], text: str, rule: str) -> Iterator[Span]:
    for match in pattern.finditer(text):
        clause = _CLAUSE.search(text, max(0, match.start() - 40), match.start())
        # Behind a mark nothing is asked.
        before = text[match.start() - 1 : match.start()]
        if before in _CLOSED or (clause and not _ASKS.search(clause[0])):
            yield Span(*match.span(), "lost-character", rule, None)
