"""Walls of tables: `|` that stood between cells when the table was still there.

A table that still is one, in Markdown, is the author's: a headline, below it `|---|---|`, and rows.
"""

import re
from collections.abc import Container, Iterator
from itertools import count, takewhile

from reading_list.noise.late import late
from reading_list.noise.layout import CHINESE, SENTENCE_END, Layout, is_prose

BAR = re.compile(r"\|")
WALL = late(r"\|[| ]*|(?=[| :]*-)[|: -]*\|[|: -]*")
SEPARATOR = late(r"[-:] *\|")


def leave_tables(layout: Layout, marks: dict[int, str]) -> None:
    """Take back what was taken for a site's in the rows of tables."""
    for i in table_rows(layout, marks):
        marks.pop(i, None)


def table_rows(layout: Layout, marks: Container[int]) -> set[int]:
    """The lines of tables, whose headlines have something in them that `marks` does not have as a site's."""
    rows: set[int] = set()
    for i in layout.lines_with(SEPARATOR):
        headline = layout.line(i - 1)
        if (
            WALL.fullmatch(layout.line(i))
            and headline.count("|") == layout.line(i).count("|")
            and not WALL.fullmatch(headline)
            and i - 1 not in marks
        ):
            rows |= {i - 1, i, *takewhile(lambda row: "|" in layout.line(row), count(i + 1))}
    return rows


def mark_cell_walls(layout: Layout, marks: dict[int, str]) -> None:
    """Lines of nothing but `|`, where there is no table and no drawing."""
    tables = table_rows(layout, marks)
    walls = [i for i in layout.lines_with(BAR) if i not in tables and WALL.fullmatch(layout.line(i))]
    for i in walls:
        around = [j for j in (i - 1, i + 1) if layout.line(j)]
        # One alone in the middle of a text may be the text's own: a manual that lists the operator.
        is_row = layout.line(i).count("|") > 2
        if (is_row or len(walls) > 1 or len(around) == 1 or any(j in marks for j in around)) and all(
            j in marks or is_prose(layout.line(j)) or WALL.fullmatch(layout.line(j)) for j in around
        ):
            marks.setdefault(i, "cell-wall")


def ragged_walls(layout: Layout, marks: dict[int, str]) -> Iterator[tuple[int, int]]:
    """A `|` left at one end of a paragraph, with the blanks between; not beside a row of a table, as far as
    `marks` does not tell that it is a site's."""
    tables = table_rows(layout, marks)
    for i in layout.lines_with(BAR):
        if i in tables:
            continue
        line, (start, end) = layout.line(i), layout.bounds[i]
        inner = line.strip("| ")
        if (
            "|" in inner
            or not is_prose(inner)
            or any("|" in layout.line(j).strip("| ") and j not in marks for j in (i - 1, i + 1))
        ):
            continue
        head, tail = len(line) - len(line.lstrip("| ")), len(line.rstrip("| "))
        if head and CHINESE.search(inner[:2]):
            yield start, start + head
        if start + tail < end and (inner.endswith(SENTENCE_END) or CHINESE.match(inner[-1])):
            yield start + tail, end
