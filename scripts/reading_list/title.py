"""The title of a text: its headline or chapter heading, else the beginning of its first sentence."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from reading_list.clause import LONGEST, dateline, first_clause
from reading_list.lead import Line, leading_lines

_HEADLINE = 60
"""The most characters of a headline."""

_NUMBER = r"[〇零一二三四五六七八九十百千两\d]{1,7}"
_CHAPTER = re.compile(
    # The book's name and the word 正文 are left out, a volume's name is kept.
    r"\W{0,3}(?:《[^》]{1,20}》|[^\s。,第《]{1,10} )?\W{0,3}(?:正文\W{0,3})?"
    rf"(?P<heading>(?:[^\s。,]{{0,6}}卷[^。,]{{0,12}})?(?:第 ?{_NUMBER} ?[章回节话折]"
    r"(?![程制]|\W{0,3}(?:总则|绪论|概述|概论|引言|导论|附则))"
    r"|(?:楔子|引子|序章|序幕|尾声|终章|番外|后记)(?:[\s:—·(一二三四五六七八九十\d]|$)"
    r"|(?i:chapter) \d{1,5})[^。]{0,50})$"
)
_BARE_CHAPTER = re.compile(rf"(?:第 ?{_NUMBER} ?[章回节话折]|(?i:chapter) \d{{1,5}}|楔子|番外)\W*$")
_AFTER_CHAPTER = re.compile(
    r" ?[(（] ?第? ?\d{1,3} ?[/／] ?\d{1,3} ?页?[)）]$| +(?:原?作者|更新时间|字数|本章字数) ?[:：].*$"
    r"| ?[-_|—]{1,2} ?\S{1,10}(?:阁|网|文学|小说|书屋|书库|书城|书吧)$"
)
"""What a site writes behind a heading: its page, its author, its own name."""
_MARKED = re.compile(r"(?:#{1,6} +|(?:标题|题目|名称|主题) ?: ?)(?P<heading>.+)$")

_ISSUER = re.compile(r"(?:政府|办公室|委员会|管委会|局|厅|区委|县委|市委|领导小组|指挥部|会议)$")
_ACTS = re.compile(
    r"召开|举行|举办|率[队团]|调研|会见|考察|督[导查]|检查|启动|开工|签约|揭牌|通过|印发|发布|赴|主持"
    r"|报告|通知|公告|意见|方案|讲话|致辞|公示|决定|通告|批复|公报|规划|纲要|判决书|裁定书"
)
_WORK = re.compile(
    r"(?:规划|纲要|报告|条例|办法|方案|章程|规定|细则|大纲|合同|说明书|手册|通知|决定|意见|公告|批复)(?:\([^()]{1,20}\))?$"
)
"""What papers of chapters call themselves; a novel's chapters are texts of their own."""

_SENTENCE_ENDS = "。!?;…”~"
_ENDS = _SENTENCE_ENDS + ",、:—-·"


def find_title(text: str, path: str) -> str:
    """The title of `text`, on one line, without control characters, `<` and `>` widened (themes print titles
    unescaped); never empty for a text with a visible character, else the stem of its file's `path`.

    >>> find_title("第九章 归来\\n他推开门。", "a.txt")
    '第九章 归来'
    >>> find_title("他推开门,看见雨停了。院子里落了一地的树叶。", "a.txt")
    '他推开门,看见雨停了'
    """
    lines = leading_lines(text)
    title = _headline(lines) or (first_clause(lines[0]) if lines else "")
    return clean(title) or clean(text.strip()[:LONGEST]) or clean(PurePosixPath(path).stem) or "无题"


def find_headline(text: str) -> str:
    """The headline or chapter heading of `text`, as `find_title` spells it; "" if it begins with its body."""
    return clean(_headline(leading_lines(text)))


def clean(title: str) -> str:
    """`title` fit for front matter and for HTML: one line, no control characters, `<` and `>` widened."""
    visible = "".join(" " if unicodedata.category(each)[0] in "CZ" else each for each in title)
    return " ".join(
        visible.replace("<", "\N{FULLWIDTH LESS-THAN SIGN}")
        .replace(">", "\N{FULLWIDTH GREATER-THAN SIGN}")
        .split()
    )


def _followed(lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    return zip(lines, [*lines[1:], Line("", "")], strict=False)


def _headline(lines: list[Line]) -> str:
    """The headline, "" if the text begins with its body."""
    heading = _chapter(lines[:8])
    if heading and not _WORK.search(lines[0].spelled):
        return heading
    for source, spelled in lines[:3]:
        if marked := _MARKED.match(spelled):
            return _bare(source[marked.start("heading") :])
    run: list[Line] = []
    for line, following in _followed(lines):
        if not _is_headline(line, following):
            break
        run.append(line)
    return _bare(_main(run)) if run else ""


def _chapter(lines: list[Line]) -> str:
    """The chapter heading among `lines`; a bare number takes its name from the next line."""
    for (source, spelled), following in _followed(lines):
        found = _CHAPTER.match(spelled)
        if not found:
            continue
        heading = _AFTER_CHAPTER.sub("", source[found.start("heading") :])
        name = following.spelled
        if _BARE_CHAPTER.match(found["heading"]) and 0 < len(name) <= 15 and name[-1] not in _ENDS:
            return heading if heading in following.source else f"{heading} {following.source}"
        return heading
    return ""


def _is_headline(line: Line, following: Line) -> bool:
    spelled = line.spelled
    if not 2 <= len(spelled) <= _HEADLINE or "。" in spelled or dateline(line):
        return False
    if spelled[-1] == "”":
        return spelled[-2] not in _SENTENCE_ENDS + ","
    # Lines of one width with a comma in them are a paragraph that somebody wrapped.
    wrapped = len(spelled) >= 25 and "," in spelled and abs(len(spelled) - len(following.spelled)) <= 3
    return spelled[-1] not in _ENDS and not wrapped


def _main(run: list[Line]) -> str:
    """The main line of kicker, headline, and deck: the first that says what is done; an issuer's line that
    the next continues is joined to it."""
    if len(run) > 1 and _ISSUER.search(run[0].spelled) and run[1].spelled.startswith("关于"):
        return run[0].source + run[1].source
    lines = [line for line in run[:3] if not line.spelled.startswith(("—", "-"))] or run
    acting = [line for line in lines if _ACTS.search(line.spelled)] if len(run) <= 3 else []
    return (acting or lines)[0].source


def _bare(title: str) -> str:
    """Without the marks that set a title off: 《归来》, 【归来】."""
    title = title.strip("# *=")
    framed = title[:1] + title[-1:] in ("《》", "【】", "〖〗")
    return title[1:-1] if framed and not any(mark in title[1:-1] for mark in "《》【】") else title
