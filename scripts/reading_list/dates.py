"""The date of a text: when it was published or signed, never one that it merely speaks of."""

import re
from collections.abc import Iterator
from datetime import date
from enum import IntEnum

from reading_list.matching import spell

_NUMERALS = dict(zip("〇一二三四五六七八九○零Oo元", (*range(10), 0, 0, 0, 0, 1), strict=True))
_NUMBER = r"[\d〇○零Oo一二三四五六七八九十廿百元]"
_DATE = re.compile(
    rf"(?<!\d)(?:民国 ?(?P<reign>{_NUMBER}{{1,5}})"
    r"|(?P<year>(?:19|20)\d\d|[一二][〇○零Oo一二三四五六七八九]{3})) ?"
    rf"(?:年 ?(?P<month>{_NUMBER}{{1,3}}) ?月(?: ?(?P<day>{_NUMBER}{{1,3}}) ?[日号])?"
    r"|[-/.](?P<month_number>\d{1,2})(?:[-/.](?P<day_number>\d{1,2}))?(?!\d))"
)

# A date is judged by what stands before it and after it in its line.
_PUBLISHED = re.compile(
    r"(?:(?:发布|发表|发文|发稿|成文|印发|刊发|刊登|公布|公开|上传|首发|生成|编辑|录入|添加|提交)(?:时间|日期|于)"
    r"|稿件日期)[ :(\[]*$|(?:发布|发表) ?: ?$"
)
_TIMED = re.compile(r"(?:^|[\s|/)\]】])(?:日期|时间) ?: ?$")
_UPDATED = re.compile(r"(?:更新|修改|创建)(?:时间|日期|于)[ :]*$")
_MEETING = re.compile(r"[^,。]{0,12}(?:在|第|经|于|向)[^。]{0,60}(?:会议|大会|会上|通过|批准|报告|讲话|致辞)")
_OPENS = re.compile(r"[\W_]{0,4}$")
_AFTER_NAME = re.compile(r"[^,。!?;]{0,30}[\s|/)\]】·(]$")
_STANDS_ALONE = re.compile(
    r" ?\(?(?:(?:星期|周|礼拜)[一二三四五六日天])?\)?[ Tt]*(?:\d{1,2}[:时]\d\d分?(?::\d\d)?)?[\W_]*"
    r"(?:$|(?:信息)?来源|稿源|作者|记者|(?:责任)?编辑|阅读|浏览|点击|字号|发布|发表于|评论"
    r"|[^\s,。]{0,4}记者|天气|晴|阴|多云|[小大]雨|[^\s,。]{0,8}(?:报|网|社|台|发布)$)"
)
_PORTAL = re.compile(r" ?[^\d\s,。!?]{1,16}$")
"""What a portal's line 2022-01-08散文佚名 or 2022-01-08 健康科普 has after the date."""
_DATELINE = re.compile(r"[^,。]{0,30}(?:讯|日报|晚报|网|社|\))\W{0,3}$")
_BEFORE_BRACKET, _AFTER_BRACKET = re.compile(r"[^,。!?;]{0,30}\($"), re.compile(r"\)(?: |$)")
_SIGNATORY = re.compile(r"[^,。!?;:]{0,30}$|[^。]*\([^()。]{0,30}$")
_SIGNED = re.compile(
    r"[^\w。]{0,4}(?:[A-Z]?\d{1,2}版|第[A-Z\d]{1,3}版|印发|[上下]午|夜|晨|凌晨|改定|初稿|写?于[^,。]{1,10})?[^\w。]*$"
)
_NEIGHBOUR = re.compile(r"\W*(?:[上下]一|相关)")
_REPORTED = re.compile(
    r"[^。\n]{0,120}(?:召开|举行|举办|调研|率|会议|活动|仪式|考察|检查|签约|启动|开工|记者|发布"
    r"|印发|出席|获悉)"
)
_ISSUED = re.compile(r" ?(?:\d{1,2}[时:]\d{0,2}分?)?(?:继续)?发布(?!的)")
_REPORT_YEAR = re.compile(
    r"((?:19|20)\d\d)年?[^,。\n]{0,16}政府工作报告|政府工作报告 ?\(((?:19|20)\d\d)年?\)"
)


class _Rank(IntEnum):
    """How well a place tells a text's date, the best first."""

    PUBLISHED = 1
    DATED = 2
    SIGNED = 3
    REPORTED = 4
    UPDATED = 5


_TOP, _BOTTOM = 3000, 1000
_LINES = 10
"""A date line stands in so many characters and lines from either end, furniture among them."""


def find_date(text: str, title: str = "") -> str | None:
    """The date of `text` as YYYY-MM-DD, YYYY-MM, or YYYY, or None where it is not evident.

    Taken from, the best first: a published label; a date line, a dateline, or "(…年…月…日在…会议上)" under
    the headline; a signature at the end; a first sentence that reports an event of that day; an updated
    label; the year that the `title` of a work report names. A day without a year and an impossible day are
    no date.

    >>> find_date("通知\\n各镇人民政府:\\n请遵照执行。\\n二〇二一年三月五日")
    '2021-03-05'
    """
    found = [*_top_dates(_lines(text[:_TOP])[:_LINES]), *_bottom_dates(_lines(text[-_BOTTOM:])[-_LINES:])]
    if found:
        return min(found, key=lambda each: each[0])[1]
    year = _REPORT_YEAR.search(spell(title))
    return (year[1] or year[2]) if year else None


def _lines(text: str) -> list[str]:
    """Lines with text, but for links to other texts, whose dates these are not."""
    lines = map(str.strip, spell(text).splitlines())
    return [line for line in lines if line and not _NEIGHBOUR.match(line)]


def _top_dates(lines: list[str]) -> Iterator[tuple[_Rank, str]]:
    in_body = False
    for line in lines:
        for match in _DATE.finditer(line[:300]):
            rank = _rank_at_top(line[: match.start()], match[0], line[match.end() :])
            if rank and (value := _read(match)) and not (in_body and rank == _Rank.REPORTED):
                yield rank, value
        in_body = in_body or "。" in line


def _rank_at_top(before: str, day: str, after: str) -> _Rank | None:
    if _PUBLISHED.search(before):
        return _Rank.PUBLISHED
    if _UPDATED.search(before):
        return _Rank.UPDATED
    opens = bool(_OPENS.match(before))
    if (
        _TIMED.search(before)
        or (opens and _MEETING.match(after))
        or ((opens or _AFTER_NAME.match(before)) and _STANDS_ALONE.match(after))
        or (opens and "-" in day and _PORTAL.match(after))
        or _DATELINE.match(before)
        or (_BEFORE_BRACKET.match(before) and _AFTER_BRACKET.match(after))
        or after.startswith(("讯", "电", "消息"))
    ):
        return _Rank.DATED
    reported = (opens and _REPORTED.match(after)) or (_SIGNATORY.match(before) and _ISSUED.match(after))
    return _Rank.REPORTED if reported else None


def _bottom_dates(lines: list[str]) -> Iterator[tuple[_Rank, str]]:
    for line in reversed(lines):
        end = line[-120:]
        for match in _DATE.finditer(end):
            rank = _rank_at_bottom(end[: match.start()], end[match.end() :])
            if rank and (value := _read(match)):
                yield rank, value


def _rank_at_bottom(before: str, after: str) -> _Rank | None:
    if _PUBLISHED.search(before):
        return _Rank.PUBLISHED
    if _UPDATED.search(before):
        return _Rank.UPDATED
    return _Rank.SIGNED if _SIGNATORY.match(before) and _SIGNED.match(after) else None


def _read(match: re.Match[str]) -> str | None:
    """ISO 8601, or None for a day that no calendar has."""
    year = _value(match["reign"]) + 1911 if match["reign"] else _value(match["year"])
    month = _value(match["month"] or match["month_number"])
    day = match["day"] or match["day_number"]
    try:
        whole = date(year, month, _value(day) if day else 1).isoformat()
    except ValueError:
        return None
    return whole if day else whole[:7]


def _value(numeral: str) -> int:
    """12, 十二, 廿五, 二〇二一, 一百一十: what is no number becomes 0, which no calendar has."""
    if not any(unit in numeral for unit in "十廿百"):
        return int("".join(str(_digit(each)) for each in numeral))
    hundreds, _, rest = numeral.replace("廿", "二十").rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    return _digit(hundreds) * 100 + (_digit(tens[-1:] or "一") * 10 if ten else 0) + _digit(ones[-1:])


def _digit(character: str) -> int:
    return int(character) if character.isdecimal() else _NUMERALS.get(character, 0)
