"""The record that files a document, above it: 索引号, 发布机构, 成文日期, each with its value."""

from itertools import pairwise

from reading_list.noise.late import late
from reading_list.noise.layout import Layout, is_paragraph, label_of
from reading_list.noise.vocabulary import load_vocabulary

HEAD = 12
"""It stands among so many first lines."""

CELL = late(r" ?\| ?| {2,}")
DATE_ALONE = late(r"\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?")


def is_record(line: str) -> bool:
    """Whether a line is a row of the table that files a document: 索引号 | 2019-0032 | 发布机构 | 某局."""
    if line.count("|") < 3 and "  " not in line:
        return False
    cells = [cell.replace(" ", "").rstrip(":") for cell in CELL.split(line.strip("| "))]
    labels = load_vocabulary().head
    return (
        len(cells) > 3
        and all(cell in labels for cell in cells[::2])
        and labels.isdisjoint(cell for cell in cells[1::2] if cell)
    )


def mark_records(layout: Layout, marks: dict[int, str]) -> None:
    """Add such a table of one cell to a line: 索引号: and below it the number, and so on."""
    labels = load_vocabulary().head
    found = [
        i
        for i, (_, end) in enumerate(layout.bounds[:HEAD])
        if layout.folded[end - 1] == ":" and label_of(layout.line(i)) in labels and i not in marks
    ]
    for i, j in pairwise(found):
        if j - i == 2 and not is_paragraph(layout.line(i + 1)):
            marks.update(dict.fromkeys((i, i + 1, j), "record"))
    if found and found[-1] in marks and DATE_ALONE.fullmatch(layout.line(found[-1] + 1)):
        marks[found[-1] + 1] = "record"
