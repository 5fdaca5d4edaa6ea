"""The report on a text's collation (校勘记): spans of each kind, with examples that link to their place."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reading_list.critic import Piece, read
from reading_list.marks import LABELS
from reading_list.model import Kind, Page
from reading_list.show import escape_html

EXAMPLES = 3
"""Of each kind and text."""
CONTEXT = 6
"""Characters of the source before and behind an example."""
LONGEST = 30
"""Characters shown of a mark."""


@dataclass(frozen=True, slots=True)
class Place:
    """A mark in its surroundings; `line` is the source's, from 1."""

    line: int
    piece: Piece
    before: str
    after: str


def places(body: str) -> dict[Kind, list[Place]]:
    """The marks of a page body, by kind, in the order of the text."""
    pieces = list(read(body))
    found: defaultdict[Kind, list[Place]] = defaultdict(list)
    line = 1
    for index, piece in enumerate(pieces):
        if piece.kind:
            before = pieces[index - 1].source if index else ""
            after = pieces[index + 1].source if index + 1 < len(pieces) else ""
            near = (before.rpartition("\n")[2][-CONTEXT:], after.partition("\n")[0][:CONTEXT])
            found[piece.kind].append(Place(line, piece, *near))
        line += piece.source.count("\n")
    return {kind: found[kind] for kind in LABELS if kind in found}


def report_row(page: Page) -> Iterator[str]:
    """The row of a page in the report; none for a page without marks."""
    by_kind = places(page.body)
    if not by_kind:
        return
    slug = Path(page.path).stem
    address = f"../texts/{slug}/"
    counts = " · ".join(f"{LABELS[kind]} {len(found):,}" for kind, found in by_kind.items())
    title = escape_html(page.front_matter.get("title", slug))
    examples = "".join(_examples(kind, found, address) for kind, found in by_kind.items())
    yield (
        f'<li><a href="{address}">{title}</a><span class="details">{counts}</span>'
        f"<details><summary>举例</summary><dl>{examples}</dl></details></li>"
    )


def _examples(kind: Kind, found: list[Place], address: str) -> str:
    items = [
        f'<dd><a href="{address}#p{place.line}">{_example(place)}</a></dd>' for place in found[:EXAMPLES]
    ]
    return f"<dt>{LABELS[kind]}</dt>{''.join(items)}"


def _example(place: Place) -> str:
    source, clean = place.piece.source, place.piece.clean
    if source == clean:
        mark = f"<mark>{_short(source)}</mark>"
    else:
        mark = (f"<del>{_short(source)}</del>" if source else "") + (
            f"<ins>{_short(clean)}</ins>" if clean else ""
        )
    return escape_html(place.before) + mark + escape_html(place.after)


def _short(text: str) -> str:
    shown = text.replace("\n", "⏎")
    return escape_html(shown if len(shown) <= LONGEST else shown[:LONGEST] + "…")
