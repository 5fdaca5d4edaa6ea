"""What a line over a post says by itself: a date, and who speaks below."""

import re
from functools import lru_cache

from reading_list.noise.furniture.weights import LETTER
from reading_list.noise.late import late
from reading_list.noise.layout import is_heading

STAMP_WITH_TIME = (
    r"[0-9][0-9]{0,3}(?:[-/.年] ?[0-9]{1,2}[-/.月] ?[0-9]{1,2}日?|月[0-9]{1,2}日),? {0,3}(?:[ap]m |[上下]午)?"
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: [ap]m| ?[+-][0-9]{2}:[0-9]{2})?"
)
MONTH = r"(?:[一二三四五六七八九十]{1,2}月|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?)"
STAMP = late(
    rf"{STAMP_WITH_TIME}"
    rf"|{MONTH} [0-9]{{1,2}}, ?[0-9]{{4}},?(?: at)? {{1,2}}[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?"
    r"(?: ?[ap]m| [上下]午)?"
)
"""A date with its time. It begins with a set, so that it is looked for quickly."""

DATE = late(r"[0-9]{4}[-/.年] ?[0-9]{1,2}[-/.月] ?[0-9]{1,2}日?")
RELATIVE = late(
    r"(?:(?:昨天|今天|前天)(?: ?\d{1,2}:\d{2})?|刚刚|\d{1,3} ?(?:秒|分钟|小时|天|周|个月|月|年)前)"
    r"(?: ?· ?\S{1,12})?"
)
AGO = "昨今前刚"
"""How that begins without a number."""
SAYING = late(r" ?(?:(?:说道|写道) ?:|[\[(][^\[\]()]{1,10}[\])])$")
ANSWERS = late(r"[^\s。,.:!?]{1,16}(?: ?\(\S{1,4}\))? ?回复 ?@?[^\s。,.:!?]{1,16}")
NAME = late(r"(?:(?:由|by|作者|网友|楼主|来自)\W{1,2})?(\S{1,16})")
TOLD = late(r" ?\([^()]{1,20}\)$")
OF_SITE = late("发布|发表|回复|编辑|更新|上传|来自|阅读|评论|举报|[楼#|]")
DIGITS = late(r"\d+")
PUNCTUATION = late("[。,!?:;…、~“”「」《》()\\[\\]【】|]")
COUNT = late(r"[\d,]{1,7}")

LONGEST_NAME = 16


@lru_cache(maxsize=4096)  # it is asked of each line again and again
def stamp_in(line: str) -> re.Match[str] | None:
    """A line's date and time."""
    return STAMP.search(line) if ":" in line else None


@lru_cache(maxsize=4096)
def shapes(line: str) -> tuple[str, ...]:
    """What stands behind a line's date and before it, or its label, or all of it; numbers are all alike."""
    if stamp := stamp_in(line):
        return DIGITS.sub("0", line[stamp.end() :]), DIGITS.sub("0", line[: stamp.start()])
    return (DIGITS.sub("0", line.partition(":")[0]),)


def is_named(line: str) -> bool:
    """Whether a poster may stand before a line's date."""
    stamp = stamp_in(line)
    before = line[: stamp.start()].strip() if stamp else ""
    return LETTER.search(before) is not None and len(before) <= 2 * LONGEST_NAME and "," not in before


def is_named_behind(line: str) -> bool:
    """Whether a line is a date and a poster, maybe with what he says of himself in brackets."""
    stamp = stamp_in(line)
    behind = TOLD.sub("", line[stamp.end() :].strip()) if stamp and not stamp.start() else ""
    return " " not in behind and is_name(behind) and not OF_SITE.search(behind)


def name_in(line: str) -> str:
    """The poster before a line's date, "" if it has none."""
    stamp = stamp_in(line)
    name = NAME.match(line[: stamp.start()].strip()) if stamp else None
    return name[1] if name else ""


def is_header(line: str) -> bool:
    """Whether a line says who speaks below, and maybe to whom."""
    return is_name(line) or ANSWERS.fullmatch(line) is not None


@lru_cache(maxsize=4096)
def is_name(line: str) -> bool:
    """Whether a line may be a poster's name, or tell that he says what stands below."""
    if line[-1:] in ":])":
        line = SAYING.sub("", line)
    return (
        0 < len(line) <= LONGEST_NAME
        and LETTER.search(line) is not None
        and PUNCTUATION.search(line) is None
        and not is_heading(line)
    )
