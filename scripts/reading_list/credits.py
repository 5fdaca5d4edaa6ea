"""Who published a text and who wrote it, where the text says so."""

import re
from collections.abc import Mapping
from functools import lru_cache

from reading_list.matching import spell
from reading_list.noise.late import late

_EDGE = 800
"""Credits stand near the beginning or the end of a text, in characters."""

_LABEL = r"(?:信息|文章|稿件|新闻|内容)?来源|稿源|出处|发布单位|发布机构|发布机关|供稿单位|来源单位"
_NEXT_LABEL = r"作者|记者|发布时间|发表时间|时间|日期|编辑|责任编辑|阅读|浏览"
_SOURCE = late(
    rf"(?:^|[^一-鿿])(?:{_LABEL})[^\S\n]?:[^\S\n]{{0,2}}(?!{_NEXT_LABEL}|发布)"
    rf"(?P<name>[^\s|,。;()\[\]【】:]{{2,30}}?)(?=[\s|,。;()\[\]【】]|$|{_NEXT_LABEL})",
    re.MULTILINE,
)
_MEDIUM = (
    r"[一-鿿A-Za-z·]{0,12}?(?:[晚早晨]报)|[一-鿿A-Za-z·]{1,12}?(?:[日时商周快区县市]报|都市报|网|通讯社|电视台|广播电台|融媒体中心|融媒"
    r"|客户端|发布|在线)|新华社|中新社|中央社"
)
_DATELINE = late(
    rf"^[\s|【\[(]*(?:[一-鿿]{{1,8}}[-—/ ])?(?P<name>{_MEDIUM})(?:社|记者站|·[一-鿿]{{1,6}})?"
    r"(?=(?:[^,。\n]{0,16}\d日)?(?:讯|电|消息)|[一-鿿]{2,4}[讯电][ (]|\([^()\n]{0,14}(?:记者|通讯员)"
    r"| +(?:19|20)\d\d[-/.年])",
    re.MULTILINE,
)
_PRINTED = late(rf"《(?P<name>{_MEDIUM})》 ?\((?:19|20)\d\d")
_BODY = (
    r"(?:(?!的|可以)[一-鿿]){2,28}?(?:政府|办公室|办公厅|委员会|管委会|[区县市镇乡]委|局|厅|指挥部|领导小组|法院|检察院|小学|中学|大学"
    r"|学院|医院|公司|集团|协会|办事处|居委会|村委会|支队|大队|调查队)"
)
_DAY = r"(?:(?:19|20)\d\d|[一二][〇○零Oo一二三四五六七八九]{3}) ?年[^\n,。]{1,12}[日月]"
_ISSUER = late(
    rf"^[^\S\n]*(?P<name>{_BODY})(?: {{1,3}}{_BODY})*"
    rf"(?:[^\S\n]*\n\s*关于|(?:[^\S\n]*\n\s*| {{1,3}}){_DAY}\W*$| {{1,3}}\S{{1,8}}〔\d{{4}}〕\d+号$|\s*\Z)",
    re.MULTILINE,
)
"""A body signs what it issues, and dates it."""

_NOBODY = re.compile(
    r"(?:网络|互联网|未知|不详|佚名|匿名|转载|原创|本站(?:原创)?|本网|本报|无|管理员|网友|admin)$"
)

_NAME = r"[一-鿿]{2,4}(?:·[一-鿿]{1,6})?"
_NO_NAME = r"通讯员|[一-鿿]{0,3}记者|实习生|摄影|编辑|[一-鿿]{0,4}报[道导]"
_NAMES = rf"(?P<name>{_NAME}(?:[ 、,/]{{1,2}}(?!{_NO_NAME})(?={_NAME}(?:[^一-鿿]|$)){_NAME}){{0,3}})"
_NAMES_END = r"(?=[\s)〕】,。|/;]|通讯员|报道|摄|文|本[网报台]讯|$)"
_WRITER = late(
    r"(?:^|[\s|(【\[。;])(?:(?:原?作者|撰稿|撰文|执笔|口述)[^\S\n]?[:/|]|文(?:字|图)? ?/)[^\S\n]{0,2}"
    rf"(?!(?:图|摄影?|{_LABEL}|{_NEXT_LABEL})(?:\W|$))(?P<name>[^\s|,。;()\[\]【】:]{{1,20}})",
    re.MULTILINE,
)
_REPORTER = late(rf"(?:记者|采写)(?:[ :/]{{1,3}}|(?<=[(〔\[【]记者)){_NAMES}{_NAMES_END}", re.MULTILINE)
_STRINGER = late(rf"通讯员(?:[ :/]{{1,3}}|(?<=[(〔\[【]通讯员)){_NAMES}{_NAMES_END}", re.MULTILINE)
_FIRST_LINES = r"\A(?:[^\n]*\n){1,8}?"
_HEADED = late(
    rf"{_FIRST_LINES}[^\S\n]*(?:[■□◆◇●○◎] ?(?![一-鿿]{{0,4}}(?:记者|通讯员))|[^\s,。:;“”]{{0,24}}"
    rf"(?:书记|[省市县区州旗盟镇乡局院厅部校行]长|检察长|主任|主席) {{1,3}}){_NAMES}(?=\s)"
)
"""Under a headline: who speaks or reports, after the office or a printer's mark."""

_UNDER_TITLE = late(
    r"\A\s*(?!\W*第[^\n]{1,8}[章回节])[^\n。]{2,30}\n[^\S\n]*"
    r"(?P<name>[王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴"
    r"夏钟汪姜范谭廖邹熊陆郝孔崔康邱秦顾侯邵孟龙段钱汤尹黎乔赖龚祁裴柳骆樊葛霍虞柯季凌楚鹿陶翁卫鲁韦昌俞毕雍戎栾梅]"
    r"[一-鿿]{1,2})(?: +(?:19|20)\d\d[-/.年]|[^\S\n]*\n(?=\s*\n|\())"
)
_BLOGGER = late(
    r"\A\s*[^\n]{2,40}\n\s*(?!\S*(?:时间|日期|来源|编辑|楼主|发布|[表布新]于|星期.|中心|频道|要闻|新闻|快讯"
    r"|[网报社台府局委办部处版]) )(?P<name>[^\s\d:|,。]{2,10})"
    r" (?:发表于|的博客|原创\s|· ?(?:19|20)\d\d年|(?:19|20)\d\d-\d{1,2}-\d{1,2} \d)"
)
"""A pen-name and what a blog writes after it."""

_CLOSING = late(
    rf"\((?:{_MEDIUM}|[一-鿿]{{1,10}}[联局委办镇乡道院校所队站村]) {{1,2}}{_NAMES}"
    r" ?(?:摄影)?(?:报道|供稿)?\)\s*\Z"
)
_CLOSING_MEDIUM = late(rf"\((?P<name>{_MEDIUM}) {{1,2}}{_NAME}[^()\n]{{0,12}}\)\s*\Z")
_SEPARATORS = re.compile(r"[ 、,/]+")

_Credits = Mapping[re.Pattern[str], str]
_PUBLISHERS: _Credits = {
    _SOURCE: "来源|稿源|出处|发布单位|发布机|供稿单位",
    _DATELINE: "讯|电|消息|记者| 19| 20",
    _PRINTED: "》(|》 (",
    _CLOSING_MEDIUM: ")",
    _ISSUER: "",
}
_AUTHORS: _Credits = {
    _WRITER: "作者|撰稿|撰文|执笔|口述|文/|文 /|文字|文图",
    _HEADED: "■|□|◆|◇|●|○|◎|书记 |长 |主任 |主席 ",
    _REPORTER: "记者|采写",
    _STRINGER: "通讯员",
    _CLOSING: ")",
    _UNDER_TITLE: "",
    _BLOGGER: "",
}
"""In the order in which they are asked, and beside each what it never finds anything without. Most texts have
little of that, and to compile one of these takes up to ten milliseconds."""


def find_publisher(text: str) -> str | None:
    """The publisher in the text's own script: 来源, 发布单位, the medium that a dateline names, or the body
    that signs and dates a notice.

    >>> find_publisher("临川日报讯(记者 周明远)昨日,我市召开会议。")
    '临川日报'
    """
    return _first(text, _PUBLISHERS)


def find_author(text: str) -> str | None:
    """The author or authors, joined by 、: 作者, 文/, who is named under the headline, else 记者, else
    通讯员. An editor is no author.

    >>> find_author("临川日报讯(记者 周明远)昨日,我市召开会议。")
    '周明远'
    """
    return _first(text, _AUTHORS)


@lru_cache(maxsize=1)  # publisher and author are looked for in the same
def _ends(text: str) -> tuple[tuple[str, str], ...]:
    """Where credits stand, each as it is and spelled for matching."""
    ends = (text,) if len(text) <= 2 * _EDGE else (text[:_EDGE], text[-_EDGE:])
    return tuple((end, spell(end)) for end in ends)


def _first(text: str, credits: _Credits) -> str | None:
    for pattern, needed in credits.items():
        for end, same in _ends(text):
            if not any(each in same for each in needed.split("|")):
                continue
            for match in pattern.finditer(same):
                name = end[slice(*match.span("name"))].strip(" \N{IDEOGRAPHIC SPACE}·-—/")
                if not _NOBODY.match(spell(name)) and any(map(str.isalpha, name)):
                    return (
                        name
                        if pattern not in (_HEADED, _REPORTER, _STRINGER, _CLOSING)
                        else _SEPARATORS.sub("、", name)
                    )
    return None
