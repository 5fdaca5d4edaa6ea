"""A text as lines, and what a line is by itself: prose, a heading, a label, buttons."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reading_list.noise.characters import ORDINAL
from reading_list.noise.late import late
from reading_list.noise.vocabulary import load_vocabulary

EDGE = 20
"""Furniture of a text's head or foot stands within so many lines."""

TOKEN = late(r"[^\s|/·•:,()\[\]【】<>«»、│←→↑↓-]+")
PARTED_BUTTON = late(r"(?<=[\[【(]) ?([\u4e00-\u9fff]) ?([\u4e00-\u9fff]) ?(?=[\]】)])")
COUNT = late(r"(?:lv)?[\d.:/+-]*\d[\d.:/+-]*(?:[#楼分级次天枚个点年月日人条]|小时)?")
LABEL = late(r"\W{0,6}([\w-]++(?: {1,4}\w)?(?: {1,4}\w)?) ?:(?!//)|\W{0,6}([\w-]++)$")
ROW = late(
    r"([*=_~#+—─━═★☆◆◇※﹎﹏-])(?: ?\1){9,}|\.(?: \.){9,}|([☆★◆◇○●※*·~]{2}|-=|=-)\2{4,}.?"
    r"|[┏┓┗┛━┌┐└┘─═╔╗╚╝]{8,}"
)
HEADING = late(
    r"\W?(?:(?:章节目录|文章正文|章节正文|正文) )?"
    rf"{ORDINAL}[章回节卷集部](?: |$|[^。]{{0,20}}完)"
    r"|[标题] {2,4}[题目] ?:|《[^》]{1,30}》 ?作者 ?:|主题 ?: ?[^\d |][^|]*$"
    r"|[^\[]{4,60}\[复制链接\]$|(?=.*\)$)[^:|]{2,40} ?\(\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?\)$"
    r"|\S{1,16} {2}(?!(?:沙发|板凳|地板|楼主|\d+[楼#]) )[^ |][^|]* {2}发表于 \d{4}-[\d-]+ [\d:]+$"
    r"|书名 ?: ?[^ :]{1,30}$"
    r"|\d{1,2} (?:引言|前言|绪论|材料与方法|(?:试验)?结果(?:与(?:分析|讨论))?|讨论|结论|小结|致谢|参考文献)$"
    r"|\((?:(?:此件|本件|此文)[^()]{2,12}|(?:本文)?作者(?:为|是|系)[^()]{2,30}"
    r"|(?:图片?|照片|摄影)(?:提供|拍摄)? ?[/:][^()]{2,20})\)$"
    r"|(?:各位|尊敬的|亲爱的|敬爱的)[^。,:]{1,12}:$"
    r"|(?P<byline>(?:[□■◆●▲◎○] ?)?(?P<opening>\()?"
    r"(?:(?:本[报刊台]|特约|见习|实习|[\u4e00-\u9fff]{2,8}?(?:[网报社台]|新闻|周刊|客户端))?"
    r"(?:记者|通讯员|评论员|撰文|摄影|摄像|采写|采访|整理|翻译|记录|执笔|供图|绘图|编译|口述|文|图|图文|作者)"
    r" ?[:|丨/]? ?(?:[\u4e00-\u9fff] ?[\u4e00-\u9fff]{1,3}(?:[ 、,;]|(?=\)?$))){1,3} {0,3})+"
    r"(?:文/图|图/文|文图)?(?(opening)\))$)"
)
"""The author's own: a heading, be it in a board's line, a byline."""

HEADER = late("发表于|发表:|回复于|[0-9]楼|[0-9]#|#[0-9]|沙发|板凳|只看该作者|回复 ?$|引用 ?$")
"""Below it somebody begins to speak."""

CHINESE = late("[\u4e00-\u9fff]")
SENTENCE_END = tuple("。!?…」』”")
NAMED_LAST = late("(?:[^:,“「『]|[”」』])[“「『][^“”「」『』]*[^“”「」『』。!?…,~—][”」』]$")
"""A title ends with a word that is quoted in it; what is spoken is a sentence, or all of the line."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A folded text, its lines and where they lie: those that are not blank, without the blanks at their
    ends."""

    folded: str
    bounds: list[tuple[int, int]]
    starts: list[int]
    lines: list[str]

    def line(self, i: int) -> str:
        """Line `i`, "" where there is none."""
        if i < 0:
            return ""
        try:
            return self.lines[i]
        except IndexError:
            return ""

    def lines_with(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The lines in which `pattern` is found, each once, in order."""
        place = 0
        while match := pattern.search(self.folded, place):
            i = bisect_right(self.starts, match.end() - 1) - 1
            yield i
            # The match may lie wholly in the blanks behind the line.
            place = max(self.bounds[i][1], match.end())


def is_in_last_block(layout: Layout, i: int) -> bool:
    """Whether line `i` is among the last, and no sentence comes after it."""
    after = range(i + 1, len(layout.bounds))
    return len(after) < EDGE and not any(is_sentence(layout.line(j)) for j in after)


def is_sentence(line: str) -> bool:
    """Whether a line ends a paragraph, be it of English."""
    return line.endswith("。") or (
        line.endswith(".") and line.count(" ") > 5 and not line.endswith("reserved.")
    )


def lay_out(folded: str) -> Layout:
    """The lines of a folded text."""
    starts: list[int] = []
    lines: list[str] = []
    place = 0
    for written in folded.replace("\r", "\n").split("\n"):
        if line := written.strip():
            starts.append(place if len(line) == len(written) else place + written.index(line))
            lines.append(line)
        place += len(written) + 1
    bounds = [(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    return Layout(folded, bounds, starts, lines)


def of_bounds(folded: str, bounds: list[tuple[int, int]]) -> Layout:
    """The layout whose lines lie so."""
    return Layout(
        folded, bounds, [start for start, _ in bounds], [folded[start:end] for start, end in bounds]
    )


def is_headline(line: str) -> bool:
    """Whether a line can be a title: short, and no sentence."""
    return 0 < len(line) <= 60 and "。" not in line


def is_prose(line: str) -> bool:
    """Whether a line reads like a sentence, or a good part of one."""
    if ends_sentence(line) and CHINESE.search(line):
        return True
    return len(line) >= 15 and len(CHINESE.findall(line, 0, 60)) >= 15


@lru_cache(maxsize=4096)  # a line at an edge is asked of again and again
def is_paragraph(line: str) -> bool:
    """Whether a line reads like a sentence and is no headline."""
    return (ends_sentence(line) or not is_headline(line)) and is_prose(line)


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, or with what somebody says.

    >>> ends_sentence("“走吧”"), ends_sentence("老街上的“夜书店”")
    (True, False)
    """
    return line.endswith(SENTENCE_END) and not (line[-1] in "」』”" and NAMED_LAST.search(line))


def is_heading(line: str) -> bool:
    """Whether a line is a chapter's heading, or a board's with the title in it."""
    return HEADING.match(line) is not None


def is_byline(line: str) -> bool:
    """Whether a line names who wrote or took pictures; among a site's it is a colophon's."""
    heading = HEADING.match(line)
    return heading is not None and heading["byline"] is not None


@lru_cache(maxsize=4096)
def is_related(line: str) -> bool:
    """Whether a line is the heading of a list of other pages: 相关阅读, 本周热门 更多>>."""
    words = load_vocabulary()
    return words.heading.fullmatch(line) is not None or label_of(line) in words.related


@lru_cache(maxsize=4096)
def label_of(line: str) -> str:
    """The word before the line's colon, or all of a line that is one word; blanks within it left out.

    >>> label_of("• 传  真:0512-1234"), label_of("与我们联系"), label_of("他说,走吧")
    ('传真', '与我们联系', '')
    """
    match = LABEL.match(line)
    return (match[1] or match[2]).replace(" ", "") if match else ""


@lru_cache(maxsize=4096)
def are_buttons(line: str) -> bool | None:
    """Whether a line is nothing but the words of buttons; None if only its neighbours can tell."""
    if len(line) > 120:
        return False
    words = load_vocabulary()
    line = without_gaps(line)
    # Of most lines the first word is enough to tell.
    for token in TOKEN.finditer(line):
        if not (token[0] in words.alone or token[0] in words.beside or COUNT.fullmatch(token[0])):
            return False
    return not words.alone.isdisjoint(TOKEN.findall(line)) or None


def without_gaps(line: str) -> str:
    """A line whose buttons are set wide in their brackets, as others write them.

    >>> without_gaps("[ 关 闭 ] [ 打 印 ]")
    '[关闭] [打印]'
    """
    return PARTED_BUTTON.sub(r"\1\2", line) if line[0] in "[【(" else line


def is_row(layout: Layout, i: int) -> bool:
    """Whether a line is a row of asterisks or dashes between paragraphs.

    Not if it underlines or frames a heading, or belongs to a table, to code or to markup.
    """
    line = layout.line(i)
    if not ROW.fullmatch(line):
        return False
    around = [layout.line(j) for j in (i - 1, i + 1) if layout.line(j)]
    if any(text[0] in "|+`/^[" or ROW.fullmatch(text) for text in around):
        return False
    if line in (layout.line(i - 2), layout.line(i + 2)) and not all(map(is_prose, around)):
        return False
    return line[0] in "*—═★☆◆◇※﹎﹏" or all(map(is_prose, around))
