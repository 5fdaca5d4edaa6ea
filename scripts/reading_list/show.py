"""A page body as the HTML that a reader's browser shows.

    <div class="source-text" id="text" lang="zh-Hans">
    <p id="p1">蠡<del class="noise" data-kind="planted-symbol">🈣</del>泽新区</p>
    </div>

Outside `<del>` stands the clean text, outside `<ins>` the source, character for character; `p1` is the
source's first line. A gloss stands in the `<rt>` of a `<ruby>`. Which of them is seen, and whether as
ruby, is the stylesheet's business.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reading_list.critic import Piece, read
from reading_list.headings import headings
from reading_list.marks import LABELS
from reading_list.script import script_of
from reading_list.verse import verse

FEWEST = 3
"""Headings of a text that is worth a table of contents."""

_SPECIAL = re.compile('[&<>"{\x00-\x08\x0b-\x1f]')
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_GLOSSED = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]\Z")
_READING = re.compile(r"\A([\s(（]*)(.+?)([\s)）]*)\Z", re.DOTALL)
# White space that HTML does not fold: a line that begins with it brings its own indent.
_OWN_INDENT = re.compile(r"[ \t]*[\u3000\u2000-\u200a\u00a0]")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as shown: its number in the source from 1, its HTML, its clean text."""

    number: int
    html: str
    clean: str


def show(body: str) -> str:
    """The HTML of a page body: its table of contents, if it has the headings for one, and its text."""
    pieces = list(read(body))
    language = script_of("".join(piece.clean for piece in pieces))
    lines = list(_lines(pieces))
    levels = headings([line.clean for line in lines])
    poetry = verse([line.clean for line in lines])
    paragraphs = "\n".join(
        f'<p id="p{line.number}"{_attributes(line, levels.get(index), index in poetry)}>{line.html}</p>'
        for index, line in enumerate(lines)
        if line.html
    )
    contents = _contents([(lines[index], level) for index, level in levels.items()])
    kinds = sorted({piece.kind for piece in pieces if piece.kind})
    labels = "".join(f' data-{kind}="{LABELS[kind]}"' for kind in kinds)
    return f'{contents}<div class="source-text" id="text" lang="{language}"{labels}>\n{paragraphs}\n</div>'


def escape_html(text: str) -> str:
    """Text for an element or a quoted attribute. Controls are spelled out, as parsers use them
    themselves, and `{`, for CriticMarkup is read in the HTML of a list page, too."""
    return _SPECIAL.sub(lambda match: _NAMED.get(match[0]) or f"&#{ord(match[0])};", text)


def _lines(pieces: Iterable[Piece]) -> Iterator[_Line]:
    """The lines to show; a mark may span lines of the source, but no line of the clean text."""
    number = first = 1
    html: list[str] = []
    clean: list[str] = []
    for piece in pieces:
        if piece.kind or piece.note:
            if piece.kind == "pinyin-gloss" and not piece.clean and html and _GLOSSED.search(html[-1]):
                html[-1], glossed = html[-1][:-1], html[-1][-1]
                html.append(f"<ruby>{glossed}<rt>{_gloss(piece.source)}</rt></ruby>")
            else:
                html.append(_mark(piece))
            clean.append(piece.clean)
            number += piece.source.count("\n")
            continue
        for index, line in enumerate(piece.source.split("\n")):
            if index:
                yield _Line(first, "".join(html), "".join(clean))
                number += 1
                first, html, clean = number, [], []
            html.append(escape_html(line))
            clean.append(line)
    yield _Line(first, "".join(html), "".join(clean))


def _attributes(line: _Line, level: int | None, is_verse: bool) -> str:
    if level:
        indented = " own-indent" if line.clean.startswith("\u3000\u3000") else ""
        return f' class="heading{indented}" role="heading" aria-level="{level}"'
    if not line.clean.strip():
        return ' class="set-aside"'
    if is_verse:
        return ' class="verse"'
    return ' class="own-indent"' if _OWN_INDENT.match(line.clean) else ""


def _contents(entries: Sequence[tuple[_Line, int]]) -> str:
    if len(entries) < FEWEST:
        return ""
    items = "".join(
        f'<li class="level-{level}"><a href="#p{line.number}">{escape_html(line.clean.strip())}</a></li>\n'
        for line, level in entries
    )
    return (
        '<nav class="contents" aria-label="本篇目录">\n<details>\n<summary>本篇目录</summary>\n'
        f"<ol>\n{items}</ol>\n</details>\n</nav>\n"
    )


def _mark(piece: Piece) -> str:
    if piece.note:
        return f'<span class="note" data-note="{escape_html(piece.note)}"></span>'
    kind = f'class="noise" data-kind="{piece.kind}"'
    source = escape_html(piece.source).replace("\n", "\n<br>")
    if piece.source == piece.clean:
        return f"<mark {kind}>{source}</mark>"
    deleted = f"<del {kind}>{source}</del>" if source else ""
    inserted = f"<ins {kind}>{escape_html(piece.clean)}</ins>" if piece.clean else ""
    return deleted + inserted


def _gloss(source: str) -> str:
    """A gloss with its brackets apart from its reading, so that ruby can do without them."""
    reading = _READING.sub(r"\1<span>\2</span>\3", escape_html(source))
    return f'<del class="noise" data-kind="pinyin-gloss">{reading}</del>'
