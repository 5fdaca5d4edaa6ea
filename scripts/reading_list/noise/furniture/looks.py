"""How much a line looks like one that nobody wrote, by what it is made of besides words.

Names set wide apart, labels with values, dates, addresses, counts and buttons look so.
"""

from reading_list.noise.furniture.frames import is_table
from reading_list.noise.furniture.weights import is_possible, weigh, without_gap
from reading_list.noise.late import late
from reading_list.noise.layout import CHINESE, Layout, is_heading, is_paragraph

GAPS = late(r" {2,}|[|｜┊│┃▷▶≥∷•▪]| / ")
SIGNS = late("[›»〉≥▷▶◀∷≡▏▎▼▲△▽◆◇■□┃│｜|©®↑↓←→✎✉☰⋮]")
LABEL = late(r"(?:^|[ ,|)])[\u4e00-\u9fff]{2,6} ?: ?(?=[^ :,。]{1,24}(?: |$))")
TIME = late(r"\d{2,4}[-/.]\d{1,2}[-/.]\d{1,2}|\d[日号] ?\d{1,2}:\d{2}|刚刚|(?:昨|前)天 |\d 年前|[0-9a-z]前$")
"""A date; a time alone is a programme's."""
DATE = late(r"(?:19|20)\d{2}年\d{1,2}月")
DATE_ALONE = late(r"((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?: ?(?:星期|周).)?")
"""With more than one of them the text is a diary."""
ADDRESS = late(r"https?://|www\.|[\w.]@[\w.]|[a-z0-9]\.(?:com|net|org|cn|cc|tw|hk)\b")
COUNT = late(r"\d[\d,.]* ?[kw万]? ?[人次条楼赞字分个位枚粉]|[(\[]\d+[)\]]|[#+]\d")
BUTTONS = late(r"(?:[\[【(<][^\[\]【】()<>]{1,10}(?:\(\d{1,6}\))?[\]】)>] ?){2,}")
TAG = late("#[\u4e00-\u9fff]")
ORNAMENT = late("[★☆▲△▼▽◆◇■□●○↑↓→←※ ]{3,}")

AUTHORS = late(
    r"\W{0,3}(?:注|附|附件|附记|附录|后记|备注|说明|作者简介|译者|参考文献|主讲|整理|记录)[一二三1-9]? ?:"
    r"|[(\[].{1,30}[)\]]$|[《—].{1,30}$"
    r"|\W{0,3}(?:\d{4}|[一二][〇零一二三四五六七八九]{3})年.{0,12}[日月夜晨]?(?:于.{1,10}|稿|改|作)?$"
)
"""What an author sets below a text: notes, a place and date, a credit in brackets."""


def looks(layout: Layout, i: int) -> int:
    """How much a line looks like one that nobody wrote: what it is made of, besides words."""
    line = without_gap(layout.line(i))
    if is_heading(line) or len(line) > 120:
        return 0
    cells = [cell for cell in GAPS.split(line) if cell.strip()]
    labels, weight = len(LABEL.findall(line)), weigh(line)
    return (
        2 * (len(cells) > 2 and not is_table(layout, i))
        + min(labels, 2)
        + bool(SIGNS.search(line))
        + 2 * bool(TIME.search(line))
        + bool(DATE.search(line))
        + (
            DATE_ALONE.fullmatch(line) is not None
            and len({date[1] for date in map(DATE_ALONE.fullmatch, layout.lines) if date}) < 2
        )
        + 2 * bool(ADDRESS.search(line))
        + bool(COUNT.search(line))
        + 2 * bool(BUTTONS.fullmatch(line))
        + (not CHINESE.search(line))
        + bool(ORNAMENT.fullmatch(line))
        + bool(TAG.match(line))
        + (weight.points > 1)
        + (weight.points > 3 and weight.share > 0.5 and weight.sure > 0)
    )


def speaks(line: str) -> bool:
    """Whether a line is a paragraph, and not a site's sentence."""
    return is_paragraph(line) and not is_possible(line, weigh(line))
