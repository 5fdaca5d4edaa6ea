"""Markup remains: what a web page's machinery left in the text, tags, entities, calls, templates.

An article about markup or programs shows the same things on purpose. So a text is judged as a whole, by the
words around the first of them (`_is_about_markup`), and left alone if in doubt.
"""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from html.entities import name2codepoint
from urllib.parse import unquote

from reading_list.collation import accept, outermost
from reading_list.model import Kind, Span
from reading_list.noise.late import late
from reading_list.noise.links import find_links
from reading_list.noise.rules import rules_in

KIND: Kind = "markup-remains"

BLOCKS = frozenset(("script", "style", "noscript", "iframe", "object", "textarea", "select"))
"""Elements whose content is no text either."""
CERTAIN = late(
    "p|br|div|span|font|strong|em|center|img|table|tr|t[dh]|tbody|thead|[uo]l|li|d[ldt]|h[1-6]|hr|blockquote|iframe|script"
    "|noscript|nobr|wbr|marquee|embed"
)
"""What `<…>` holds for no other reason; others, as in `a<b>c` or `<title>`, need attributes or an end tag."""
TAG = late(
    r"""<(?=[/!?a-zA-Z])(?!(?<=[a-zA-Z0-9]<)p>)(?:
    (?P<end>/?)
    (?P<name>p|br|div|span|font|b|i|u|s|q|strong|em|center|a|img|table|tr|td|th|tbody|thead|tfoot|caption|col|colgroup
    |ul|ol|li|dl|dt|dd|h[1-6]|hr|blockquote|pre|code|script|style|noscript|iframe|frame|embed|object|param|input|form
    |label|select|option|textarea|button|nobr|wbr|marquee|small|big|strike|del|ins|tt|section|article|header|footer
    |nav|aside|main|figure|figcaption|picture|video|audio|source|link|meta|html|head|body|title|base|area|map|fieldset
    |legend|canvas|svg|path|time|var|bdo|(?:[ovwxmcs]|asp|jsp|fmt|cms):[a-z]{1,20}|st1:[a-z]{1,20})
    (?P<attributes>\s(?:[^<>"]++|"[^"<]{0,800}+"){0,200}+(?=>)|\s[^<>]{0,2000})?\s?/?
    |!doctype[^<>]{0,300}|\?xml[^<>]{0,300}|!--(?=(?P<comment>[^<>]{0,2000}--))(?P=comment)
    )>""",
    re.IGNORECASE | re.VERBOSE,
)
"""Not sup and sub: without them 10<sup>21</sup> would be another number."""
BOARD_TAG = late(
    r"\[(?P<end>/?)(?P<name>b|i|u|s|p|url|img|color|size|font|face|align|quote|code|list|table|tr|td|backcolor|indent|"
    r"email|hide|free|fly|float|sup|sub|hr|center|left|right|del|collapse|spoiler)(?P<value>=[^\[\]\n]{1,200})?\]",
    re.IGNORECASE,
)
BOARD_STYLES = frozenset(("color", "size", "font", "face", "align", "backcolor", "url"))
"""With a value these are tags even where the end tag was lost."""
ENTITY = late(
    r"&(?:amp;){0,4}(?:(?P<name>[A-Za-z]{2,8}[0-9]{0,2})|#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5});|&(?:nbsp|quot|[lr][ds]quo|hellip|mdash)(?![A-Za-z;=])"
)
VALUE = late(
    "null(?<=[，。！？；].{4})(?=[一-鿿])|undefined(?:(?<=[，。！？；].{9})(?=[一-鿿])|(?<=[。！？；].{9})$)",
    re.MULTILINE,
)
CODE = "u(?:[4-9][0-9a-fA-F]{3}|3[0-9a-fA-F]{3}|20[0-9a-fA-F]{2}|[fF]{2}[0-9a-fA-F]{2})"
BYTES = "[eE][3-9](?:%[89abAB][0-9a-fA-F]){2}"
ESCAPED = late(rf"[\\%](?:{CODE}(?:[\\%]{CODE})*|(?<=(?<![\w/=&?.%-])%){BYTES}(?:%{BYTES})+)")
"""Chinese characters as JSON and addresses write them, 中 as \\u4e2d, %u4e2d or %E4%B8%AD."""
STYLE = late(r"\{\s{0,9}[a-z-]{3,30}\s?:[^{};]{1,200}(?:;[^{}]{0,800})?\}", re.IGNORECASE)
SELECTOR = late(r"[\w.#@*:>+,\t -]{1,120}\Z", re.ASCII)

ABOUT = late(
    "(?<![./-])(?:HTML|html|XML|xml|CSS|JavaScript|javascript|Markdown|markdown|UBB|BBCode)|(?:标签|標籤)(?![:：])|转义|轉義|实体|實體|代码|代碼|源码|程式|编程|"
    "编译|函数|函數|变量|變數|语法|語法|模板引擎|占位|字符|字元|(?<![您你]的)(?:浏览器|瀏覽器)(?!不支持)|正则|正則|命令|(?<!不支持)(?:脚本|腳本)|参数|參數|换行符|`"
)
QUOTES = tuple("`'\"“”‘’「」『』")
MARKDOWN = late(r"\]\((?:http|/)|^#{1,6} \S|^```", re.MULTILINE)
CODE_LINE = late(r"^[^\n一-鿿]{0,200}[;{}][ \t\r]{0,9}$|^[ \t]{0,9}#include", re.MULTILINE)
CODE_LINES = 3
NEAR, SAMPLE = 40, 200
"""Characters on either side in which a word of ABOUT is near, and how many remains are looked at."""


def find(text: str) -> tuple[Span, ...]:
    """The markup remains of `text`; of entities with the character each stands for.

    >>> [(span.start, span.end, span.replacement) for span in find("他说:&ldquo;走吧<br>")]
    [(3, 10, '“'), (12, 16, '')]
    >>> find("换行用 <br> 标签,空格写成 &nbsp;")
    ()
    """
    spans = outermost(_remains(text))
    if not spans or _is_about_markup(text, spans):
        return ()
    return outermost([*spans, *_values(text)])


def _remains(text: str) -> Iterator[Span]:
    if "<" in text:
        yield from _tags(text)
    if "[" in text:
        yield from _board_tags(text)
    if "&" in text:
        yield from _entities(text)
    if "\\u" in text or "%" in text:
        yield from _escapes(text)
    if "{" in text:
        yield from _style_sheets(text)
    if "](" in text:
        yield from find_links(text)
    for rule in rules_in(KIND, text):
        yield from rule.find(text)


def _values(text: str) -> Iterator[Span]:
    """What a program wrote where it had nothing to write, between Chinese; to be asked of a page with other
    remains only."""
    for match in VALUE.finditer(text):
        yield Span(*match.span(), KIND, "script-value")


def _tags(text: str) -> Iterator[Span]:
    tags = list(TAG.finditer(text))
    ended = {tag["name"].lower() for tag in tags if tag["end"]}
    block = ""  # the element that we are in, whose content goes with it
    start = 0
    for tag in tags:
        name = (tag["name"] or "").lower()
        if block and name == block:
            if tag["end"]:
                yield Span(start, tag.end(), KIND, "block")
            block = "" if tag["end"] else block
            start = tag.start()
        elif not block and name in BLOCKS and name in ended and not tag["end"]:
            block, start = name, tag.start()
        elif not name or CERTAIN.fullmatch(name) or name in ended or tag["attributes"]:
            yield Span(*tag.span(), KIND, "tag")


def _board_tags(text: str) -> Iterator[Span]:
    tags = list(BOARD_TAG.finditer(text))
    ended = {tag["name"].lower() for tag in tags if tag["end"]}
    for tag in tags:
        name = tag["name"].lower()
        if name in ended or (tag["value"] and name in BOARD_STYLES) or (ended and name == "hr"):
            yield Span(*tag.span(), KIND, "board-tag")


def _entities(text: str) -> Iterator[Span]:
    for entity in ENTITY.finditer(text):
        if entity["name"] is None or entity["name"] in name2codepoint or entity["name"] == "apos":
            yield Span(*entity.span(), KIND, "entity", _character(entity[0]))


def _escapes(text: str) -> Iterator[Span]:
    for match in ESCAPED.finditer(text):
        codes = match[0].replace("\\", "%").split("%u")[1:]
        read = "".join(chr(int(code, 16)) for code in codes) or unquote(match[0])
        yield Span(*match.span(), KIND, "escaped", read)


def _character(entity: str) -> str:
    """What an entity stands for, escaped twice or not: a space for any width of it, nothing for a control.

    >>> _character("&amp;nbsp;"), _character("&#8220;"), _character("&zwnj;")
    (' ', '“', '')
    """
    entity = entity.removesuffix(";") + ";"
    while entity != (entity := unescape(entity)):
        pass
    if entity.isprintable() or entity == "\N{IDEOGRAPHIC SPACE}":
        return entity
    return " " if unicodedata.category(entity) == "Zs" else ""


def _style_sheets(text: str) -> Iterator[Span]:
    for body in STYLE.finditer(text):
        selector = SELECTOR.search(text, max(0, body.start() - 120), body.start())
        if selector and selector[0].strip():
            yield Span(selector.start(), body.end(), KIND, "style-sheet")


def _is_about_markup(text: str, spans: tuple[Span, ...]) -> bool:
    """Whether the text is Markdown, holds a program, or explains what was found.

    A program shows as lines of code besides the `spans`; an explanation as quotes around a fifth of the
    first of these, or words about markup near them.
    """
    prose = accept(text, spans).text
    if MARKDOWN.search(prose) or len(CODE_LINE.findall(prose)) >= CODE_LINES:
        return True
    shown = shift = 0
    for span in spans[:SAMPLE]:
        start = span.start + shift
        shift += len(span.replacement or "") - (span.end - span.start)
        end = span.end + shift
        before, after = prose[max(0, start - NEAR) : start], prose[end : end + NEAR]
        quoted = before.endswith(QUOTES) and after.startswith(QUOTES)
        shown += bool(quoted or ABOUT.search(before) or ABOUT.search(after))
    return shown * 5 >= min(len(spans), SAMPLE)
