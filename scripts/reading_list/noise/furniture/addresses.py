"""A novel site's address planted between an author's sentences, with its name or a word or two.

It stands behind a full stop, in brackets or not, and is nothing but the site's front door: whoever refers a
reader to a page names the page, and says so in a sentence.
"""

from collections.abc import Iterable, Iterator

from reading_list.model import Span
from reading_list.noise.characters import ORDINAL
from reading_list.noise.furniture.weights import ADDRESS, letters, load_words
from reading_list.noise.late import late

ENDING = late(r"\.(?:com|net|cc|org|la|info|tw|co|me|cn|example)(?:/(?![!-~])|(?![a-z0-9./-]))")
DOMAIN = late(r"(?:https?://)?(?:www\.|wap\.|m\.)?[a-z0-9-]{3,24}$")
BOOKS = late(
    "小说|文学|中文网|书[城屋吧院阁网]|电子书|看书|txt|章节|更新[最快超]|[最快]更新|首发|手打|好看|弹窗"
    "|(?:全文|在线|免费)阅读(?![ :])"
)
CALL = late("下载|阅读|章节|看小说|弹窗")
"""Whoever asks for this says no more of the site."""

STOPS = "。!?…”』」\n"
REACH = 24
"""So many characters before and after an address belong to it at most."""

GOES_ON = tuple("是的上在也和与及将于宣被有为发提都就、")
"""A sentence about the site goes on like this."""

CLOSING = {"[": "]", "(": ")", "【": "】"}
FRAMES = "~*★●◆^"
"""A site sets such a sign on either side."""
NAME = late(r" ?[\[(【][\u4e00-\u9fff]{2,10}[\])】]")
AFTER = late(r" ?(?:[\[(【][^\[\]()【】\n]{1,24}[\])】]|[^。!?…“”『「\n,\[(【]{1,24}(?=[。!?…“”『「\n]|$))")


DECORATED = late(
    r"[【『《(\[∥▶★●◆~{<〖](?:(?<=[。!?…”』」~\n].)|(?<=\n .)|(?<=\n  .)|(?<=^.))(?![^\n “「]{46})"
    r"[【『《(\[∥▶★●◆~{<〖]{0,2}"
    r"(?P<words>[^【】『』()\n。∥▶◀“”]{3,40}?)[】』》)\]∥◀★●◆~}>〗]{1,3}"
    r"(?= *(?:\n|$|[“「]|(?P<told>(?<=[】』])[\u4e00-\u9fff])))"
)
"""What begins so is no longer than 46 characters: where no end is so near, as in a long row of ~, there is
nothing to try."""
SITES = late(
    "网址|首发(?!于)|更新(?:最|快|不|超)|追书|小说(?:网|就|最)|小说.{0,6}网|书[院城屋吧阁网]|文学网|手打|弹窗|最新章节"
    r"|(?:www|wap)\W|\.(?:com|net|cc|vip)\b"
)
WORDS_OF_SITES = late(
    "首发(?!于)|[最更]新|最快|追书|小说|书[院城屋吧阁网]|文学网|手打|弹窗|章节|app|网址|www"
)
PARTING = late(r"[\^./·_*~ -]")
PROSE = late("^url:|[他她你我了着过=;']|(?<!小)说|(?<!好看)的(?!小说)")


PLANTED = frozenset(
    ("planted-sentence", "planted-address", "decorated", "recommend", "name-and-address", "site-in-brackets")
)
"""The rules that tell a novel site's address."""
SITE_OF_ADDRESS = late(r"(?:www|wap|m)\.([a-z0-9-]{3,24}\.[a-z]{2,7})(?![a-z0-9.-])")
ANY_ADDRESS = late(r"[a-z0-9-](?<![a-z0-9-].)[a-z0-9-]{2,23}\.[a-z]{2,7}(?:/(?![!-~]))?(?![a-z0-9./@-])")
LABEL = late(
    r"(?:(?:手机(?:版|端|阅读)?|电脑版|网址|地址|域名|首发)? ?: ?)?(?:https?://)?(?:(?<![a-z0-9])(?:www|wap|m)\.)?$"
)
CHAPTER = late(rf"(?m)^\W{{0,6}}(?:\S{{1,20}} {{1,4}})?{ORDINAL}[章回]")
FRONT_DOOR = late(
    r"(?<![a-z0-9./@-])(?:https?://)?(?:(?:www|wap|m)\.[a-z0-9-]{2,24}"
    r"|[a-z0-9-]{0,12}(?:shu|xs|zw|biqu|bqg|kan|txt|book|xiaoshuo|wenxue|yuedu)[a-z0-9-]{0,12})\."
    r"(?:com|net|cc|org|la|info|tw|co|me|cn|vip|xyz|top|example)/?(?![a-z0-9./-])"
)
SITES_LABEL = late(
    "(?:(?:看|更多)?最新(?:章节)?|本站|手机版?|备用|永久)(?:网址|域名|地址|阅读)?"
    "(?:请?(?:登录|访问|[到上]))? ?:? ?$"
)
NAME_BEFORE = late(
    r"(?:(?<=[,。!?”\n])|^)[a-z0-9\u4e00-\u9fff]{1,4}(?:看书|小说|中文|书[吧屋院城]|文学|读书)网? ?$"
)
"""A site's name before its address."""
OF_STORY = late("[网站址号台坛箱页]$|://$")
"""Before the address of a site of which the story tells."""
BEFORE, BEHIND = tuple(",。!?…”』」\n"), late("[\u4e00-\u9fff“「『\n]|$")
"""What stands around an address that no sentence leads to."""
BETWEEN = late("[\u4e00-\u9fff,。!?…”]{2}")


def find_decorated(folded: str) -> Iterator[Span]:
    """A site's own words in brackets or ornaments behind a sentence, or alone in a line."""
    for match in DECORATED.finditer(folded):
        words = PARTING.sub("", match["words"])
        if PROSE.search(words):
            continue
        # Between two sentences stands more of a site's than its address: that is given by authors, too.
        enough = (
            len(WORDS_OF_SITES.findall(words)) > 1
            if match["told"]
            else SITES.search(words) or SITES.search(match["words"])
        )
        if enough:
            yield Span(*match.span(), "furniture", "decorated")


def find_addressed(folded: str) -> Iterator[Span]:
    """The planted addresses of a folded text, from left to right."""
    place = 0
    in_chapter = "." in folded and CHAPTER.search(folded, 0, 400) is not None
    for ending in ENDING.finditer(folded):
        domain = DOMAIN.search(folded, max(place, ending.start() - 40), ending.start())
        if not domain:
            continue
        start = max(folded.rfind(stop, place, domain.start()) for stop in STOPS) + 1
        while start < domain.start() and folded[start].isspace():
            start += 1
        if start <= place > 0 or domain.start() - start > REACH or (start == 0 and place == 0):
            continue
        end = end_of(folded, start, ending.end())
        # A line of its own is weighed as one, unless an author's story is around it.
        if end and (in_chapter or not is_line(folded, start, end)):
            yield Span(start, end, "furniture", "planted-address")
            place = end


def find_in_chapter(folded: str) -> Iterator[Span]:
    """Front doors of sites within a chapter, in brackets or where no sentence leads to them."""
    if "." not in folded or folded.find("第", 0, 400) < 0 or not CHAPTER.search(folded, 0, 400):
        return
    for match in FRONT_DOOR.finditer(folded):
        start, end = match.span()
        label = SITES_LABEL.search(folded, max(0, start - REACH), start) or NAME_BEFORE.search(
            folded, max(0, start - REACH), start
        )
        start = label.start() if label else start
        before = folded[max(0, start - 4) : start].rstrip(" ")[-1:] or "\n"
        if CLOSING.get(before) == folded[end : end + 1]:
            start, end = folded.rindex(before, max(0, start - 4), start), end + 1
            is_planted = not OF_STORY.search(folded, max(0, start - 1), start)
        else:
            is_planted = before in BEFORE and BEHIND.match(folded, end) is not None
        if is_planted:
            yield Span(start, end, "furniture", "planted-address")


def find_again(folded: str, spans: Iterable[Span]) -> Iterator[Span]:
    """An address that a site planted in one place, wherever else it stands between an author's words."""
    planted = {
        match[1]
        for start, end, _, rule, _ in spans
        if rule in PLANTED
        for match in SITE_OF_ADDRESS.finditer(folded, start, end)
    }
    if not planted:
        return
    for match in ANY_ADDRESS.finditer(folded):
        if match[0].removesuffix("/") in planted:
            label = LABEL.search(folded, max(0, match.start() - 24), match.start())
            start, end = label.start() if label else match.start(), match.end()
            if BETWEEN.match(folded[start - 1 : start] + folded[end : end + 1]):
                yield Span(start, end, "furniture", "planted-again")


def end_of(folded: str, start: int, end: int) -> int:
    """Where what was planted at `start` ends, an address at `end` being part of it; 0 if nothing was."""
    if closing := CLOSING.get(folded[start]):
        close = folded.find(closing, end, end + 3 * REACH)
        if close > 0 and "\n" not in folded[start:close] and BOOKS.search(folded, start, close):
            return close + 1
    if folded[start] in FRAMES and folded[end : end + 1] == folded[start]:
        return end + 1 if BOOKS.search(folded, start, end) else 0
    after = AFTER.match(folded, end)
    for last in (after.end() if after else end, end):
        text = folded[start:last]
        if is_sites(text) and (folded[last : last + 1] not in GOES_ON or CALL.search(text)):
            return last
    return 0


def is_sites(text: str) -> bool:
    """Whether an address stands among words of books, and there is little else."""
    words = ADDRESS.sub(" ", text)
    rest = letters(load_words().lexicon.cut(words)[1])
    return BOOKS.search(words) is not None and rest <= max(6, 0.4 * len(words))


def is_line(folded: str, start: int, end: int) -> bool:
    """Whether this is all of a line: that is weighed as one."""
    return folded[start - 1 : start] in ("", "\n") and folded[end : end + 1] in ("", "\n")
