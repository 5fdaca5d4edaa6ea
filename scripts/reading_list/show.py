"""A page body as the HTML that a reader's browser shows.

    <div class="source-text" id="text" lang="zh-Hans">
    <p id="p1">蠡<del class="noise" data-kind="planted-symbol">🈣</del>泽新区</p>
    </div>

Outside `<del>` stands the clean text, outside `<ins>` the source, character for character; `p1` is the
source's first line. Which of them is seen is the stylesheet's business.
"""

import re
from collections.abc import Iterable, Iterator

from reading_list.critic import Piece, read
from reading_list.script import script_of

_SPECIAL = re.compile('[&<>"{\x00-\x08\x0b-\x1f]')
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def show(body: str) -> str:
    """The HTML of a page body."""
    pieces = list(read(body))
    language = script_of("".join(piece.clean for piece in pieces))
    paragraphs = "\n".join(_paragraphs(pieces))
    return f'<div class="source-text" id="text" lang="{language}">\n{paragraphs}\n</div>'


def escape_html(text: str) -> str:
    """Text for an element or a quoted attribute. Controls are spelled out, as parsers use them
    themselves, and `{`, for CriticMarkup is read in the HTML of a list page, too."""
    return _SPECIAL.sub(lambda match: _NAMED.get(match[0]) or f"&#{ord(match[0])};", text)


def _paragraphs(pieces: Iterable[Piece]) -> Iterator[str]:
    """A paragraph for each line that is not empty; one of which nothing is clean text is set aside."""
    number = first = 1
    html: list[str] = []
    clean = False
    for piece in pieces:
        if piece.kind or piece.note:
            html.append(_mark(piece))
            clean = clean or bool(piece.clean.strip())
            number += piece.source.count("\n")
            continue
        for index, line in enumerate(piece.source.split("\n")):
            if index:
                yield from _paragraph(first, html, clean)
                number += 1
                first, html, clean = number, [], False
            html.append(escape_html(line))
            clean = clean or bool(line.strip())
    yield from _paragraph(first, html, clean)


def _paragraph(number: int, html: list[str], clean: bool) -> Iterator[str]:
    if content := "".join(html):
        set_aside = "" if clean else ' class="set-aside"'
        yield f'<p id="p{number}"{set_aside}>{content}</p>'


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
