"""Verse among the lines of a text, told from the lengths of lines and clauses."""

import re
from collections.abc import Sequence
from itertools import groupby

_CLAUSE = re.compile(r"([\u3400-\u9fff\U00020000-\U0003ffff]+)([，。！？；、,.!?;\s]*)")
_FREE_LINE = re.compile(r"[\u3400-\u9fff，、；,;—\s]{3,20}")

LONGEST = 40
"""Characters of the longest line of regular verse, its white space among them."""


def verse(lines: Sequence[str]) -> frozenset[int]:
    """The indexes of `lines` that are verse; empty lines part stanzas and belong to none.

    Regular verse is lines of clauses that all have five or all have seven characters, and that pair: at most
    every other one ends a sentence. Free verse is four or more short lines of which none ends a sentence.

    >>> sorted(verse(["他念道：", "山前一夜雨，陌上几枝花。", "客去门犹掩，风来帘自斜。", "众人都说好。"]))
    [1, 2]
    >>> verse(["他没有说话。", "屋里很安静。", "没有人回答。", "灯忽然灭了。"])
    frozenset()
    """
    filled = [index for index, line in enumerate(lines) if line.strip()]
    found: set[int] = set()
    for foot, group in groupby(filled, key=lambda index: _foot(lines[index])):
        stanza = list(group)
        if foot and len(stanza) > 1 and _pairs("".join(lines[index].strip() + " " for index in stanza)):
            found.update(stanza)
    for free, group in groupby(filled, key=lambda index: bool(_FREE_LINE.fullmatch(lines[index]))):
        stanza = list(group)
        if free and len(stanza) > 3:
            found.update(stanza)
    return frozenset(found)


def _foot(line: str) -> tuple[int, int] | None:
    """How many clauses a line of regular verse has, and of how many characters; None for any other line."""
    if len(line) > LONGEST:
        return None
    line = line.strip()
    clauses = _CLAUSE.findall(line)
    if "".join(map("".join, clauses)) != line:
        return None
    lengths = {len(clause) for clause, _ in clauses}
    return (len(clauses), lengths.pop()) if lengths in ({5}, {7}) else None


def _pairs(stanza: str) -> bool:
    ends = [end for _, end in _CLAUSE.findall(stanza)]
    return (
        len(ends) >= 4
        and len(ends) % 2 == 0
        and sum("。" in end or "." in end for end in ends) * 2 <= len(ends)
    )
