"""The record that files a document, above it: 索引号, 发布机构, 成文日期, each with its value."""

from itertools import pairwise

from reading_list.noise.late import late
from reading_list.noise.layout import Layout, is_paragraph
from reading_list.noise.vocabulary import load_vocabulary

HEAD = 24
"""It stands among so many first lines."""

FILED = late("索 ?引 ?号|文 ?号|[成发]文|发布机构|公开|分类|生成日期")
"""What no list but such a record has for labels."""

LONGEST = 12
"""Characters of a label, blanks among them."""

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
    """Add such a table of one cell to a line: 索引号: and below it the number, and so on; without colons, if
    there are more than two of them."""
    found = [i for i in range(min(HEAD, len(layout.bounds))) if i not in marks and is_label(layout.line(i))]
    bare = [i for i in found if layout.line(i)[-1] != ":"]
    is_told = len(bare) > 2 and any(FILED.search(layout.line(i)) for i in bare)
    for i, j in pairwise(found):
        if j - i == 2 and not is_paragraph(layout.line(i + 1)) and (is_told or i not in bare):
            marks.update(dict.fromkeys((i, i + 1, j), "record"))
    if found and found[-1] in marks and DATE_ALONE.fullmatch(layout.line(found[-1] + 1)):
        marks[found[-1] + 1] = "record"


def is_label(line: str) -> bool:
    """Whether a line is no more than a label of the record, maybe set wide.

    >>> is_label("索 引 号"), is_label("发布机构:"), is_label("来源:新城日报")
    (True, True, False)
    """
    return len(line) < LONGEST and line.replace(" ", "").rstrip(":") in load_vocabulary().head
