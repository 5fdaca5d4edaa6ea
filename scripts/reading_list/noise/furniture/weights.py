"""What a line's words are worth as a site's.

Every site words its buttons, pleas and footers anew, but of few words. A line's words give points, and what
they leave of the line must be little and no sentence.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from reading_list.noise.furniture.lexicon import Lexicon, lexicon_of
from reading_list.noise.late import late
from reading_list.noise.layout import is_heading
from reading_list.noise.tables import read_table
from reading_list.noise.word_patterns import led_by_letters, rarest_of

LONG, LONGEST = 160, 400
"""A longer line is a paragraph, unless it has no sentence and nearly all of it is a site's; a still longer
one always."""

DENSE = 6, 0.6
"""So many sure words, and such a share of it, has a long line that is a site's."""

SURE = 3
"""Points of a word that hardly any line of an author's has."""

URL = r"(?:https?://|www\.|wap\.|\bm\.)[!-~]{3,200}"
NAME = r"[a-z0-9-]{2,24}\.(?:com|net|org|cn|cc|la|info|tw|co|example)\b[!-~]{0,80}"
ADDRESS = late(rf"{URL}|(?<![a-z0-9.-]){NAME}")
OTHERS = (
    rf"(?<![a-z0-9-]){NAME}"
    r"|《[^》]{1,20}》|[“「][^“”「」,。?!]{1,10}[”」]|@[\w-]{2,20}|#[^#\s]{1,20}#?|(?:星期|周)[一二三四五六日天]"
    r"|约?\d{1,9} ?(?:[年月日时次条楼篇页元点枚]|分钟|小时|人次|万)"
    r"|(?<![\u4e00-\u9fff])[大中小](?![\u4e00-\u9fff])"
)
SLOT = late(rf"(?=[\da-z《“「@#星周约大中小-])(?:{URL}|{OTHERS})")
"""What a site fills in: addresses, books, accounts, dates."""
MAY_HAVE_SLOT = late(r"[\d.:@《“「#星周大中小]")

SLOT_OR_MAIL = late(rf"{URL}|[\w.-]{{1,40}}@[a-z0-9.-]{{3,40}}|{OTHERS}")
"""The same with addresses of mail, which take long to look for."""

VALUE = late(r"\0 ?(?:[:|丨/] ?[\u4e00-\u9fff·a-z0-9_]{2,12}| [\u4e00-\u9fff·]{2,4})(?=[\0 ,;|丨/)\]】]|$)")
"""What stands behind a word as behind a label: 编辑:王某, 来源丨新城日报, 校对 李某."""

FILLED = late("[《“「@#]|www|http|\\.[a-z]")
GAP = late(r"\W{0,4}([\u4e00-\u9fff]) {1,6}([\u4e00-\u9fff])(?= ?:)")
LETTER = late(r"[a-z\u4e00-\u9fff]")
LETTERS = late(r"[a-z\u4e00-\u9fff]+")
STOP = late("[。!?]")
SPOKEN = late("[“「][^“”「」]{1,80}[。,!?…][”」]")
SHORT = late("[\u4e00-\u9fff][了吧呢啊吗]$|^[“「]")
TIME = late(r"\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日) {0,3}\d{1,2}:\d{2}")
STAMP = late(r"(?:\d{1,2}[-/月]\d{1,2}日?|[昨今前]天) +\d{1,2}:\d{2}")
MARKUP_AT_BEGIN = late(
    r"\d{1,2}[.、)] ?[\u4e00-\u9fff].*。$"
    r"|[.'>`\\]|#+ |\|.+\|$|(?:[a-z]\.)?\d{1,2}\.(?:\d{1,2}\.?){0,3} "
    r"|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\).*[;。:]$|-{1,2} [^|]*$|\d{1,2}:\d{2} "
)
MARKUP = late(
    r"[\]<_*>»›”」](?:(?<=\])\(|(?<=<)[a-z/]|(?<=__)|(?<=\*\*)"
    r"|(?<=[>»›]) ?(?:正文|内容|详情) +\S|(?<=[”」])(?:链接|标签|选项|菜单))"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The table: the points of each word, all words to look for, and patterns of what only sentences have and
    of names, which end in one of a few ways."""

    points: dict[str, int]
    sure: frozenset[str]
    lexicon: Lexicon
    prose: re.Pattern[str]
    telling_prose: re.Pattern[str]
    name: re.Pattern[str]
    name_end: re.Pattern[str]


class Weight(NamedTuple):
    """What a line's words are worth: all points, how many of the words are sure, the share of its letters
    that words and slots take up, and the best word's points. Nothing where a sentence is left."""

    points: int = 0
    sure: int = 0
    share: float = 0.0
    best: int = 0


@cache
def load_words() -> Words:
    """The table, read once."""
    table = read_table("site-words")
    points = {word: n for n, name in enumerate(("weak", "strong", "sure"), 1) for word in table[name].split()}
    return Words(
        points,
        frozenset(table["sure"].split()),
        lexicon_of(points),
        led_by_letters(table["prose"]),
        re.compile(table["telling"]),
        re.compile(f"[\u4e00-\u9fff]{{2,8}}?(?:{table['name_ends']})"),
        led_by_letters(table["name_ends"]),
    )


def is_too_long(line: str) -> bool:
    """Whether a line is a paragraph by its length."""
    return len(line) > LONG and (len(line) > LONGEST or "。" in line)


def is_telling(word: str) -> bool:
    """Whether a word tells more than that it stands in prose, too."""
    return load_words().points[word] > 1


@cache
def telling() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of the Latin and the Chinese words with more than one point."""
    words = set(filter(is_telling, load_words().points))
    latin = {word for word in words if word[0].isascii()}
    return rarest_of(latin), rarest_of(words - latin)


@lru_cache(maxsize=4096)  # a line is asked of by each of its neighbours, and pages of a site share lines
def weigh(line: str) -> Weight:
    """What the words of a folded line are worth.

    >>> weigh("复制链接 分享到微博")
    Weight(points=6, sure=2, share=1.0, best=3)
    >>> weigh("她把链接复制下来,却没有分享")
    Weight(points=0, sure=0, share=0.0, best=0)
    """
    words = load_words()
    if (
        is_too_long(line)
        or MARKUP_AT_BEGIN.match(line)
        or MARKUP.search(line)
        or is_heading(line)
        or SPOKEN.match(line)
    ):
        return Weight()
    line = without_gap(line)
    found, rest = words.lexicon.cut(line)
    # Most lines are prose, which is seen at once; unless it is in a title, a quotation or a name.
    if words.prose.search(rest) and not FILLED.search(line) and not words.name_end.search(line):
        return Weight()
    addressed = ("." in line or "://" in line) and ADDRESS.search(line) is not None
    text, names = line, 0
    if MAY_HAVE_SLOT.search(line):
        text = (SLOT_OR_MAIL if "@" in line else SLOT).sub(" ", line)
    if words.name_end.search(text):
        text, names = words.name.subn(" ", text)
    if not found:
        # A site's name alone, with its address or another name.
        return Weight() if not names or LETTER.search(text) else Weight(1 + 3 * addressed, 0, 1.0)
    if text != line:
        _, rest = words.lexicon.cut(text)
    rest, pairs = VALUE.subn("\0", rest)
    if words.prose.search(rest) or (STOP.search(rest) and any(map(is_told, STOP.split(rest)))):
        return Weight()
    share = 1 - letters(rest) / (letters(text) or 1)
    # What stands beside a date with its time is whose line it is.
    has_time = ":" in line
    if has_time and len(line) < 80 and (TIME.search(line) or STAMP.search(line)):
        share = min(1.0, share + 0.3)
    told = len(words.telling_prose.findall(rest))
    if told and (line.endswith("。") or is_told(rest.partition(",")[0])):
        return Weight()
    worths = [words.points[word] for word in set(found)]
    sure = worths.count(SURE)
    if not sure and "。" in line[:-1]:
        return Weight()  # a notice, too, says in sentences where to write to
    points = sum(worths) + pairs + 2 * (has_time and STAMP.search(line) is not None) + 2 * addressed
    if len(line) > LONG and (sure < DENSE[0] or share < DENSE[1]):
        return Weight()
    return Weight(points - told, sure, share, max(worths))


def without_gap(line: str) -> str:
    """A line whose label is set as wide as its neighbours' with the label as others write it.

    >>> without_gap("编  审:王某")
    '编审:王某'
    """
    return f"{gap[1]}{gap[2]}{line[gap.end() :]}" if (gap := GAP.match(line)) else line


def letters(text: str) -> int:
    """How many letters a text has, Chinese or Latin."""
    return sum(map(len, LETTERS.findall(text)))


def is_told(sentence: str) -> bool:
    """Whether a sentence has none of the words, which stand as NUL: it was told before a site's own began."""
    return "\0" not in sentence and (letters(sentence) > 3 or SHORT.search(sentence) is not None)


def is_possible(line: str, weight: Weight) -> bool:
    """Whether a line is a site's if it stands beside another."""
    if "。" in line:
        return weight.points >= 6 and weight.share >= 0.5
    return (
        (weight.points >= 3 and weight.share >= 0.4)
        or (weight.points >= 2 and weight.share >= 0.6)
        or (weight.points >= 1 and weight.share >= 0.9)
    )
