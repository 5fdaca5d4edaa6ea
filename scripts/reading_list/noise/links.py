"""Links in Markdown's form, [登录](login.php), that a converter made of a web page's.

An author who writes Markdown links to other sites and to his own files. A page's menus link to its site's
programs; so the links are looked at together.
"""

import re
from collections.abc import Iterator

from reading_list.model import Kind, Span
from reading_list.noise.late import late

KIND: Kind = "markup-remains"
LINK = late(
    r"(?P<open>!?\[)(?P<words>(?:[^\[\]\n]|!?\[[^\[\]\n]{0,60}\](?:\([^()\s]{0,300}\))?){0,120})"
    r"(?P<address>\]\((?:[^()\s]|\([^()\s]{0,60}\)){1,400}(?: \"[^\"\n]{0,100}\")?\))"
)
PROGRAM = late(
    r"\]\((?:javascript:|(?!https?:)[^()\s]{0,200}(?:\.(?:php|s?html?|aspx?|jsp|do|action)\b|uid=|\bid=))"
)
"""Where a site's menus lead to."""
SIGNS = late(r"[\s|*·•›»>«<＞/,，_\d()（）\[\]:：+-]*")
PICTURE = late(r"!\[[^\[\]\n]*\]\([^()\s]*\)")
CODE = late("^```|^    [$#>] ", re.MULTILINE)
LEAST = 3
LONGEST_MENU = 8
"""A menu's words are shorter than a title."""


def find_links(text: str) -> Iterator[Span]:
    """The links of a page that a converter made Markdown: of menus whole lines, of others what is not their
    words.

    >>> page = "[首页](index.php) | [登录](login.php)\\n[渡口](read.php?id=3)的[旧事](javascript:;)"
    >>> [page[span.start : span.end] for span in find_links(page)][:2]
    ['[首页](index.php) | [登录](login.php)', '[']
    """
    links = list(LINK.finditer(text))
    if sum(PROGRAM.match(link["address"]) is not None for link in links) < LEAST or CODE.search(text):
        return
    lines: list[tuple[int, int, list[re.Match[str]]]] = []
    end = -1
    for link in links:
        if link.start() > end:
            start, end = text.rfind("\n", 0, link.start()) + 1, text.find("\n", link.end())
            end = len(text) if end < 0 else end
            lines.append((start, end, []))
        lines[-1][2].append(link)
    for start, end, of_line in lines:
        if _is_menu(text[start:end], of_line):
            yield _between_blanks(text, start, end)
            continue
        for link in of_line:
            if link["open"][0] == "!" or not PICTURE.sub("", link["words"]).strip():
                yield Span(*link.span(), KIND, "link")
            else:
                yield Span(*link.span("open"), KIND, "link")
                yield Span(*link.span("address"), KIND, "link")


def _is_menu(line: str, links: list[re.Match[str]]) -> bool:
    """Whether a line is nothing but links of few words each."""
    words = [PICTURE.sub("", link["words"]).strip("[] ") for link in links]
    return SIGNS.fullmatch(LINK.sub("", line)) is not None and max(map(len, words)) <= LONGEST_MENU


def _between_blanks(text: str, start: int, end: int) -> Span:
    """The span of a line without the blanks at its ends."""
    line = text[start:end]
    start += len(line) - len(line.lstrip())
    return Span(start, start + len(line.strip()), KIND, "menu-of-links")
