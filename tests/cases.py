"""The tables tests/cases/KIND.txt: noise marked in place (see marks.py), cases parted by a line `---`.
documents.txt holds whole documents with noise of every kind, and clean ones; pages.txt such as were
written with the rules at hand.

A case may begin with a line `# name`. `\\u{200B}` stands for a character that an editor does not show.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its noise marked; `id` is its name, or its number in the table."""

    id: str
    marked: str


def load_cases(kind: str) -> list[Case]:
    """The cases of tests/cases/KIND.txt, in their order."""
    table = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8")
    cases: list[Case] = []
    for number, block in enumerate(re.split(r"^---\n", table, flags=re.MULTILINE), 1):
        name, marked = f"{kind}-{number}", block.removesuffix("\n")
        if marked.startswith("# "):
            name, _, marked = marked.removeprefix("# ").partition("\n")
        cases.append(Case(name, re.sub(r"\\u\{([0-9A-F]+)\}", lambda match: chr(int(match[1], 16)), marked)))
    return cases
