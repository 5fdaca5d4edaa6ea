"""Furniture: what a portal, a forum or a novel site put around the text and into it.

Three things tell it: what a line or a phrase says (the rows of data/noise/furniture.toml), where it stands (a
telephone number below a copyright line is the site's, above it the article's: neighbours.py), and which words
meet in a sentence (planting.py). A newspaper's colophon (责任编辑) is left alone unless it stands in the
foot of a page.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from reading_list.collation import outermost
from reading_list.model import Span
from reading_list.noise.furniture.addresses import find_addressed, find_again, find_decorated, find_in_chapter
from reading_list.noise.furniture.cards import find_remarkers, leave_comments, mark_accounts
from reading_list.noise.furniture.contacts import mark_contacts
from reading_list.noise.furniture.counters import find_counters
from reading_list.noise.furniture.disguises import find_disguised, find_parted, find_signed
from reading_list.noise.furniture.edges import mark_edges
from reading_list.noise.furniture.flattened import spans_of, unflatten
from reading_list.noise.furniture.frames import mark_bars, mark_frames, mark_names
from reading_list.noise.furniture.heads import mark_between
from reading_list.noise.furniture.leaves import find_leaves
from reading_list.noise.furniture.letters import find_signs, mark_letters
from reading_list.noise.furniture.neighbours import (
    leave_announced,
    mark_buttons,
    mark_foot,
    mark_related,
    mark_slogan,
    mark_titles,
    spread,
)
from reading_list.noise.furniture.notes import find_labels, leave_signed, mark_note
from reading_list.noise.furniture.planting import find_planted
from reading_list.noise.furniture.posts import find_speakers
from reading_list.noise.furniture.site_words import mark_lines
from reading_list.noise.furniture.spellings import find_spelled
from reading_list.noise.furniture.threads import mark_threads
from reading_list.noise.furniture.titles import beside_titles, leave_titles
from reading_list.noise.furniture.trails import mark_list, mark_steps
from reading_list.noise.furniture.walls import leave_tables, mark_cell_walls, ragged_walls
from reading_list.noise.layout import EDGE, Layout, are_buttons, is_in_last_block, is_row, lay_out
from reading_list.noise.rules import Rule, load_rules
from reading_list.noise.vocabulary import fold, load_vocabulary
from reading_list.noise.word_patterns import rarest_of

LONGEST_LINE = 400
"""A longer line is a paragraph, and no rule for whole lines is tried on it."""

ROW_SIGNS = "*=_~#+—─━═★☆◆◇※﹎﹏-"
ROWS = tuple(row for char in ROW_SIGNS for row in (char * 10, f"{char} " * 5)) + (". " * 5,)
ROW_STARTS = ROW_SIGNS + "."
"""What a row of asterisks, dashes or dots begins with."""


def find(text: str) -> tuple[Span, ...]:
    """The furniture of `text`, sorted and disjoint; no span goes beyond its line.

    >>> text = "他走了。\\n求月票!\\n"
    >>> [text[span.start : span.end] for span in find(text)]
    ['求月票!']
    """
    folded = fold(text)
    layout = unflatten(lay_out(folded))
    suspects = find_suspects(layout)
    marks = {i: rule for i, hints in suspects.items() if (rule := name_of(layout, i, hints))}
    mark_frames(layout, marks)
    mark_steps(layout, marks)
    mark_list(layout, marks)
    mark_lines(layout, marks, suspects)
    for add in (
        mark_buttons,
        spread,
        mark_titles,
        mark_accounts,
        mark_related,
        mark_threads,
        mark_letters,
        mark_foot,
        mark_bars,
        leave_announced,
        mark_slogan,
        mark_note,
        mark_edges,
        mark_between,
        mark_contacts,
        leave_signed,
        mark_names,
        leave_titles,
        leave_comments,
        leave_tables,
        mark_cell_walls,
    ):
        add(layout, marks)
    spans = list(spans_of(layout, marks))
    spans += [span for i in suspects if i not in marks for span in find_within(layout, i, suspects[i])]
    spans += [Span(start, end, "furniture", "cell-wall") for start, end in ragged_walls(layout, marks)]
    spans += [Span(start, end, "furniture", "beside-title") for start, end in beside_titles(layout, marks)]
    spans += [
        *find_labels(layout, marks),
        *find_signs(layout, marks),
        *find_remarkers(layout, marks),
        *find_speakers(layout, marks),
        *find_planted(folded),
        *find_disguised(text, folded),
        *find_addressed(folded),
        *find_in_chapter(folded),
        *find_decorated(folded),
        *find_parted(folded),
        *find_signed(folded),
        *find_spelled(folded),
        *find_counters(folded),
        *find_leaves(folded),
    ]
    return outermost([*spans, *find_again(folded, spans)])


def find_suspects(layout: Layout) -> dict[int, frozenset[str]]:
    """The lines, in order, that hold what a row or a word of the table may name, each with some character of
    every such key in it. To most lines there is no more to do."""
    always = range(len(layout.lines)) if has_rows_without_keys() else ()
    hints: defaultdict[int, set[str]] = defaultdict(set, {i: set() for i in always})
    starts = [*layout.starts, len(layout.folded) + 1]
    for pattern in keys():
        line_end = 0
        for match in pattern.finditer(layout.folded):
            # Most lines that hold one hold several.
            if match.start() >= line_end:
                i = bisect_right(starts, match.start())
                line_end, in_line = starts[i], hints[i - 1]
            in_line.add(match[0])
    return {i: frozenset(hints[i]) for i in sorted(hints)}


@cache
def has_rows_without_keys() -> bool:
    """Whether each line must be held against some row."""
    return not all(rule.keys for rule in load_rules("furniture"))


@cache
def keys() -> tuple[re.Pattern[str], ...]:
    """The keys of all rows, the words of buttons and the rows of asterisks."""
    words = {key for rule in load_rules("furniture") for key in rule.keys}
    words |= load_vocabulary().alone | set(ROWS)
    latin = {word for word in words if word[0].isascii()}
    # Half the letters of English may begin one: in one pattern each would be held against all words.
    return rarest_of(latin), rarest_of(words - latin)


def name_of(layout: Layout, i: int, hints: frozenset[str]) -> str | None:
    """The rule that names the whole of line `i` without regard to its neighbours."""
    line = layout.line(i)
    if line[0] in ROW_STARTS and is_row(layout, i):
        return "row"
    if len(line) > LONGEST_LINE:
        return None
    if are_buttons(line):
        return "buttons"
    lines_after = len(layout.bounds) - i - 1
    for rule in line_rules(i < EDGE and lines_after > 0, lines_after < EDGE, hints):
        if rule.pattern.match(line) and (not rule.id.startswith("foot-") or is_in_last_block(layout, i)):
            return rule.id
    return None


def find_within(layout: Layout, i: int, hints: frozenset[str]) -> Iterator[Span]:
    """The phrases of line `i` that a row names."""
    start = layout.bounds[i][0]
    for rule in phrase_rules(hints):
        for span in rule.find(layout.line(i)):
            yield Span(start + span.start, start + span.end, "furniture", rule.id)


@lru_cache(maxsize=4096)
def line_rules(head: bool, foot: bool, hints: frozenset[str]) -> tuple[Rule, ...]:
    """The rows for whole lines, whose patterns begin with ^, that these hints allow; of those for an edge of
    a text only there."""
    places = {"head-": head, "foot-": foot}
    return tuple(
        rule for rule in rules_of(hints) if rule.written.startswith("^") and places.get(rule.id[:5], True)
    )


@lru_cache(maxsize=4096)
def phrase_rules(hints: frozenset[str]) -> tuple[Rule, ...]:
    """The other rows that these hints allow."""
    return tuple(rule for rule in rules_of(hints) if not rule.written.startswith("^"))


@lru_cache(maxsize=4096)
def rules_of(hints: frozenset[str]) -> list[Rule]:
    """The rows, in order, with a key that has one of the hints in it, or with no keys."""
    rules, of_character = load_rules("furniture"), rules_by_character()
    allowed = of_character.get("", frozenset()).union(*(of_character.get(hint, ()) for hint in hints))
    return [rules[n] for n in sorted(allowed)]


@cache
def rules_by_character() -> dict[str, frozenset[int]]:
    """The numbers of the rows with a character in some key; under "" those of the rows that have no keys."""
    numbers: dict[str, set[int]] = {}
    for n, rule in enumerate(load_rules("furniture")):
        for char in set("".join(rule.keys)) or {""}:
            numbers.setdefault(char, set()).add(n)
    return {char: frozenset(rows) for char, rows in numbers.items()}
