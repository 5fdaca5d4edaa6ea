"""Who published a text and who wrote it, where the text says so."""

import re
from functools import lru_cache

from reading_list.matching import spell

_EDGE = 800
"""Credits stand near the beginning or the end of a text, in characters."""

_LABEL = r"(?:信息|文章|稿件|新闻|内容)?来源|稿源|出处|发布单位|发布机构|发布机关|供稿单位|来源单位"
_NEXT_LABEL = r"作者|记者|发布时间|发表时间|时间|日期|编辑|责任编辑|阅读|浏览"
_SOURCE = re.compile(
    rf"(?:^|[^一-鿿])(?:{_LABEL})[^\S\n]?:[^\S\n]{{0,2}}"
    rf"(?P<name>[^\s|,。;()\[\]【】:]{{2,30}}?)(?=[\s|,。;()\[\]【】]|$|{_NEXT_LABEL})",
    re.MULTILINE,
)
_MEDIUM = (
    r"[一-鿿A-Za-z·]{1,12}?(?:[日晚早晨时商周快区县市]报|都市报|网|通讯社|电视台|广播电台|融媒体中心|融媒"
    r"|客户端|发布|在线)|新华社|中新社|中央社"
)
_DATELINE = re.compile(
    rf"^[\s|【\[(]*(?:[一-鿿]{{1,8}}[-—/ ])?(?P<name>{_MEDIUM})(?:社|记者站|·[一-鿿]{{1,6}})?"
    r"(?=(?:[^,。\n]{0,16}\d日)?[讯电]|\([^()\n]{0,14}(?:记者|通讯员)| +(?:19|20)\d\d[-/.年])",
    re.MULTILINE,
)
_NOBODY = re.compile(
    r"(?:网络|互联网|未知|不详|佚名|匿名|转载|原创|本站(?:原创)?|本网|本报|无|管理员|网友|admin)$"
)

_NAME = r"[一-鿿]{2,4}(?:·[一-鿿]{1,6})?"
_NO_NAME = r"通讯员|记者|摄影|编辑|[一-鿿]{0,4}报[道导]"
_NAMES = rf"(?P<name>{_NAME}(?:[ 、,/]{{1,2}}(?!{_NO_NAME})(?={_NAME}(?:[^一-鿿]|$)){_NAME}){{0,3}})"
_NAMES_END = r"(?=[\s)】,。|/;]|通讯员|报道|摄|文|$)"
_WRITER = re.compile(
    r"(?:^|[\s|(【\[。;])(?:(?:原?作者|撰稿|撰文|执笔)[^\S\n]?[:/]|文(?:字|图)? ?/)[^\S\n]{0,2}"
    r"(?P<name>[^\s|,。;()\[\]【】:]{1,20})",
    re.MULTILINE,
)
_REPORTER = re.compile(rf"(?:记者|采写)(?:[ :/]{{1,3}}|(?<=\(记者)){_NAMES}{_NAMES_END}", re.MULTILINE)
_STRINGER = re.compile(rf"通讯员(?:[ :/]{{1,3}}|(?<=\(通讯员)){_NAMES}{_NAMES_END}", re.MULTILINE)
_SEPARATORS = re.compile(r"[ 、,/]+")


def find_publisher(text: str) -> str | None:
    """The publisher in the text's own script: 来源, 发布单位, or the medium that a dateline names.

    >>> find_publisher("临川日报讯(记者 周明远)昨日,我市召开会议。")
    '临川日报'
    """
    return _first(text, (_SOURCE, _DATELINE))


def find_author(text: str) -> str | None:
    """The author or authors, joined by 、: 作者, 文/, else 记者, else 通讯员. An editor is no author.

    >>> find_author("临川日报讯(记者 周明远)昨日,我市召开会议。")
    '周明远'
    """
    return _first(text, (_WRITER, _REPORTER, _STRINGER))


@lru_cache(maxsize=1)  # publisher and author are looked for in the same
def _ends(text: str) -> tuple[tuple[str, str], ...]:
    """Where credits stand, each as it is and spelled for matching."""
    ends = (text,) if len(text) <= 2 * _EDGE else (text[:_EDGE], text[-_EDGE:])
    return tuple((end, spell(end)) for end in ends)


def _first(text: str, patterns: tuple[re.Pattern[str], ...]) -> str | None:
    for pattern in patterns:
        for end, same in _ends(text):
            for match in pattern.finditer(same):
                name = end[slice(*match.span("name"))].strip(" \N{IDEOGRAPHIC SPACE}·-—/")
                if not _NOBODY.match(spell(name)) and any(map(str.isalpha, name)):
                    return name if pattern in (_SOURCE, _DATELINE, _WRITER) else _SEPARATORS.sub("、", name)
    return None
