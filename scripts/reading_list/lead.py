"""The lines that a text leads with, less those of the page it stood on.

What is noise is found elsewhere, and carefully. A title may be less careful: a line that only looks like a
label costs nothing here but that it is no headline.
"""

import re
from typing import NamedTuple

from reading_list.matching import spell

LINES = 20
"""So many lines with text are looked at, furniture among them."""

_BEGINNING, _LONGEST = 10_000, 300
"""Of a text, and of each of its lines, so many characters are looked at."""

_BLANK = " \t\r\v\f|\N{FULLWIDTH VERTICAL LINE}\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}\N{BYTE ORDER MARK}"

_BREADCRUMB = re.compile(
    r"(?:您现在的|当前|您的|您当前的?|所在|现在)位置|您所在|首页 ?(?:[>»/＞›→]|->)"
    r"|^[^>»›＞。]{1,20}网 ?[>＞»›]"
    r"|^[^>»›＞。]{1,20}(?: ?(?:>>?|＞＞?|»|›|->) ?[^>»›＞。]{1,20}){2,}$"
)
_LABEL = re.compile(
    r"^\W{0,3}(?:(?:发表|发布|更新|修改|成文|发文|印发)(?:时间|日期|者|人|单位|机构|机关|开发区)?"
    r"|(?:信息|文章|稿件|新闻)?来源|稿源|来自|供稿|投稿|原?作者|记者|日期|时间|责任编辑|编辑|责编|审核|校对|楼主"
    r"|阅读量?|浏览(?:量|次数)?|点击[数量]?|访问量?|人气|热度|评论|回复|推荐|状态|字号|字体(?:大小)?|字数"
    r"|(?:证券|股票)(?:代码|简称)|公告编号|索引号|主题词|主题分类|文号|分类|类别|栏目|关键词|标签|公开方式|有效性"
    r"|打印|分享到?|收藏|关闭|目录|首页|网站首页|登录|注册|返回)(?:】|\W{0,2}(?:[:|(\[\d【]|$))"
)
_FURNITURE = re.compile(
    r"^\W{0,3}(?:发表于|发布于|更新于|本帖最后|显示全部|只看该|[上下]一[章页条篇]|加入书签|设为首页"
    r"|扫一扫|本文(?:共计?|约)|版权所有|(?i:copyright)|https?:|www\.|\d{1,5}[#楼]\W*$)"
)
_PORTAL = re.compile(
    r"^(?:(?:返回列表|返回顶部|网友投稿|关注公众号|关注我们|微信扫码|字体|字号|大|中|小|打印|关闭|收藏|分享|目录|隐藏|展开"
    r"|阅读|评论|点赞|浏览|转发|举报|投稿|微信|微博|扫码|本站|听全文|A)[\s\W\d]*){2,}$|^\W+关注\S{2,6}\W+$"
    r"|^[^|。,:]{1,12}(?: \| [^|。,:]{1,12}){2,}$|^[^>»›＞〉≥。]{1,20} [>»›＞〉≥] [^>»›＞〉≥。]{1,20}$"
    r"|^(?!.*第.{1,8}[章回节话卷])\W*(?:[^\s|·∷◇‖┃∣/,。:!?]{1,5}[\s|·∷◇‖┃∣/]+){4,}[^\s|·∷◇‖┃∣/,。:!?]{1,5}\W*$"
)
"""A line that has nothing but a portal's words, or many short ones side by side, as a menu has them."""

_DOCUMENT_NUMBER = re.compile(r"^[^,。]{0,12}[〔\[(]\d{4}[〕\])][^,。]{0,10}\d{1,5}号$")
_DATE = re.compile(
    r"^\W*(?:\d{4}[-/.年]|[一二][〇○零Oo一二三四五六七八九]{3}年|民国)[\d〇○零一二三四五六七八九十廿元]{1,3}"
    r"(?:[-/.月年][^,。]{0,30})?$"
    r"|^\(?[^,。]{0,8}\d{4}年\d{1,2}月\d{1,2}日[^。]{0,60}\)$"
    r"|^[^,。]{0,20}(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日? {1,2}\d{1,2}:\d\d"
)
_MASTHEAD = re.compile(
    r"^[^\s,。:]{2,12}(?:网|门户网站|在线|论坛|书屋|书库|日报|晚报|贴吧|小说阅读|客户端|融媒体中心)$"
    r"|^[^\s,。:]{2,4}(?:新闻|要闻|快讯)$|^【[^】]{2,10}】$"
)


class Line(NamedTuple):
    """A line as it stands in the text, and its spelling for matching, of the same length."""

    source: str
    spelled: str


def leading_lines(text: str) -> list[Line]:
    """The first lines of `text` that have a letter, stripped, without breadcrumb, labels, and masthead;
    all of them where nothing else would remain."""
    lines = [Line(line, spell(line)) for line in _with_letters(text)]
    # All that stands above a breadcrumb is the portal's.
    crumbs = [place for place, line in enumerate(lines[:8]) if _BREADCRUMB.search(line.spelled[:80])]
    kept = [line for line in lines[crumbs[-1] + 1 if crumbs else 0 :] if not _is_furniture(line.spelled)]
    while len(kept) > 1 and _MASTHEAD.match(kept[0].spelled):
        kept = kept[1:]
    return kept or lines


def _with_letters(text: str) -> list[str]:
    lines = (line.strip(_BLANK)[:_LONGEST] for line in text[:_BEGINNING].splitlines())
    return [line for line in lines if any(map(str.isalnum, line))][:LINES]


def _is_furniture(line: str) -> bool:
    patterns = (_LABEL, _FURNITURE, _PORTAL, _DOCUMENT_NUMBER, _DATE)
    return any(pattern.match(line) for pattern in patterns)
