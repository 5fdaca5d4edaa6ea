"""The first clause of a text, as a title for one that has no headline."""

import re

from reading_list.lead import Line

LONGEST, SHORTEST = 30, 6
"""How many characters a title cut from a sentence may have, and should have."""

_BREAKS = ",、:;—-~·"
_PAIRS = dict(zip("“「『‘《(（[【〔", "”」』’》)）]】〕", strict=True))
_DANGLING_ENDS = re.compile(r"^[\s,，、:：;；。—~·-]+|[\s,，、:：;；。—~·-]+$")
_BRACKETS = "(（[【〔《"
_WHEN = re.compile(r"[\d年月日号至到~—-]{2,24}(?:[上下]午|晚上?|凌晨)?")

_DATELINE = re.compile(
    r"[\s|【\[]*(?:(?:本报|本网|本台|本刊|[^\s,。!?;:“”]{1,14}(?:报|网|社|台|中心|客户端|发布|融媒))"
    r"[^,。!?;“”]{0,16}(?:讯|\d日电)(?![息问号速])"
    r"|[^\s,。!?;:“”()]{2,20}(?= ?\([^()]{0,14}(?:记者|通讯员)))[】\]]?"
    r"[\s:|]*(?:[(【][^()】]{0,40}[)】])?[\s:,|]*"
    r"(?:(?:记者|通讯员) ?[一-鿿]{2,4}(?:[ 、][一-鿿]{2,4}){0,3} ?(?:报道)?[\s:]+)?"
    r"|\W{0,2}\([^()]{0,10}(?:记者|通讯员)[^()]{0,30}\)\s*"
)


def dateline(line: Line) -> int:
    """How many characters at the beginning of `line` are its dateline: 临川日报讯(记者 周明远)."""
    found = _DATELINE.match(line.spelled)
    return found.end() if found else 0


def first_clause(line: Line) -> str:
    """The first sentence of `line` or as much of it as ends at a natural place, without its dateline.

    >>> first_clause(Line(*["临川日报讯(记者 周明远)昨日,全市教育大会召开。会上表彰了先进。"] * 2))
    '昨日,全市教育大会召开'
    >>> first_clause(Line(*["4月14日至16日,青螺湖区委书记方屿率领全区各部门赴望海市考察。"] * 2))
    '青螺湖区委书记方屿率领全区各部门赴望海市考察'
    """
    after = dateline(line) % len(line.source)
    source, spelled = line.source[after:], line.spelled[after : after + LONGEST + 1]
    ends = [place for place, each in enumerate(spelled) if each in "。!?;…"]
    if ends and ends[0] >= SHORTEST - 2:
        return balance(source[: ends[0] + (spelled[ends[0]] in "!?")])
    if len(source) <= LONGEST:
        return balance(source)
    breaks = [place for place, each in enumerate(spelled) if each in _BREAKS and place >= SHORTEST]
    if not breaks:
        return balance(source[:LONGEST]) + "…"
    whole = [place for place in breaks if balance(source[:place]) == source[:place]]
    end = (whole or breaks)[-1]
    if _WHEN.fullmatch(spelled[:end]):  # when, and not yet what
        return first_clause(Line(source[end + 1 :], line.spelled[after + end + 1 :]))
    return balance(source[:end])


def balance(clause: str) -> str:
    """`clause` without what would dangle: a bracket that does not close and all after it, half a pair of
    quotation marks, a comma at the end."""
    waiting: list[int] = []
    dangling: set[int] = set()
    for place, each in enumerate(clause):
        if each in _PAIRS:
            waiting.append(place)
        elif waiting and _PAIRS[clause[waiting[-1]]] == each:
            waiting.pop()
        elif each in _PAIRS.values():
            dangling.add(place)
    dangling.update(waiting)
    bracket = (place for place in waiting if place >= SHORTEST and clause[place] in _BRACKETS)
    end = next(bracket, len(clause))
    return _DANGLING_ENDS.sub("", "".join(clause[place] for place in range(end) if place not in dangling))
