"""A text and its collation as CriticMarkup, and back.

    蠡{--🈣--}泽新区            deleted
    区委{~~sj~>书记~~}          replaced
    交流{==?==}{>>lost-character<<}  only marked

A comment behind a mark names its kind where the mark itself does not tell. Each source line is a paragraph.
The grammar is that of pymdownx.critic, whose scanner reads it; rejecting every mark gives the source,
accepting every mark the clean text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pymdownx import critic as pymdownx_critic

from reading_list.escape import escape, escape_after_mark, escape_line_end, escape_line_start, unescape
from reading_list.marks import KINDS, kind_of
from reading_list.model import Kind, Span

PARAGRAPH = "\n\n"
_OPENING = re.compile(r"[\s\d#>+.)~-]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page's text: as it stands in the source, and in the clean text.

    `kind` is None where nobody marked anything. `note` is a comment of somebody's own.
    """

    source: str
    clean: str
    kind: Kind | None = None
    note: str = ""


def cut_at_lines(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans so that a deletion never crosses a line end, unless line ends are all it deletes.

    The line ends between deleted lines are kept: they fall together when the page is shown.
    """
    cut: list[Span] = []
    for span in spans:
        noise = text[span.start : span.end]
        if span.replacement != "" or "\n" not in noise or not noise.strip("\n"):
            cut.append(span)
            continue
        start = span.start
        for line in noise.split("\n"):
            if line:
                cut.append(span._replace(start=start, end=start + len(line)))
            start += len(line) + 1
    return tuple(cut)


def write(text: str, spans: Sequence[Span]) -> str:
    """The page body for `text` with sorted, disjoint `spans`; line ends of `text` are `\\n`.

    >>> write("区委sj🈣到会。", [Span(2, 4, "masked-word", "sj", "书记"), Span(4, 5, "planted-symbol", "s")])
    '区委{~~sj~>书记~~}{--🈣--}到会。'
    """
    pieces: list[str] = []
    place = 0
    opens = True  # only what may open a block stands before, in this line
    for span in spans:
        kept, noise = text[place : span.start], text[span.start : span.end]
        pieces.append(_escape(kept, joined=opens and bool(pieces)))
        opens = (opens or "\n" in kept) and bool(_OPENING.fullmatch(kept.rpartition("\n")[2]))
        deleted = _escape(noise, joined=opens)
        if span.replacement is None:
            pieces.append(f"{{=={deleted}==}}")
        elif span.replacement:
            pieces.append(f"{{~~{deleted}~>{_escape(span.replacement, joined=opens)}~~}}")
        else:
            pieces.append(f"{{--{deleted}--}}")
        if span.replacement is None or kind_of(noise, span.replacement) != span.kind:
            pieces.append(f"{{>>{span.kind}<<}}")
        opens = opens or "\n" in noise
        place = span.end
    pieces.append(_escape(text[place:], joined=opens and bool(pieces)))
    return PARAGRAPH.join(escape_line_end(escape_line_start(line)) for line in "".join(pieces).split("\n"))


def _escape(stretch: str, *, joined: bool) -> str:
    return escape_after_mark(escape(stretch)) if joined else escape(stretch)


def read(body: str) -> Iterator[Piece]:
    """The pieces of a page body, from left to right; a mark that is not closed is text."""
    mark: Piece | None = None
    place = 0
    for start, end, sign, content, inserted in pymdownx_critic.find_critics(body):
        if mark and start == place and sign == pymdownx_critic.COMMENT and content in KINDS:
            yield replace(mark, kind=KINDS[content])
            mark, place = None, end
            continue
        if mark:
            yield mark
        if start > place:
            kept = _text(body[place:start])
            yield Piece(kept, kept)
        mark, place = _mark(sign, content, inserted), end
    if mark:
        yield mark
    if place < len(body):
        kept = _text(body[place:])
        yield Piece(kept, kept)


def _mark(sign: str, content: str, inserted: str | None) -> Piece:
    text = _text(content)
    if sign == pymdownx_critic.COMMENT:
        return Piece("", "", note=text)
    if sign == pymdownx_critic.INS:
        return Piece("", text, kind_of("", text))
    if sign == pymdownx_critic.MARK:
        return Piece(text, text, kind_of(text, None))
    replacement = _text(inserted or "")
    return Piece(text, replacement, kind_of(text, replacement))


def _text(escaped: str) -> str:
    return unescape(escaped.replace(PARAGRAPH, "\n"))


def reject(body: str) -> str:
    """The source text, line ends as `\\n`."""
    return "".join(piece.source for piece in read(body))


def accept(body: str) -> str:
    """The clean text, line ends as `\\n`."""
    return "".join(piece.clean for piece in read(body))
