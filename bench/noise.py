"""How well and how fast noise is found: `python -m bench.noise` prints tables.

Precision and recall count characters: those a case marks against those the finder of that kind marks, and of
whole documents, which hold every kind, those that all finders mark. Blanks between marked words do not count.
Speed is that of pages of some 6 KB, one after another, and of as many in one text (pages.py tells what is in
them); and of all cases in a row without their marks, and as one line without line ends. Needs the extra
`bench` and Debian's apt-get.
"""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from bench.figures import keep, table
from bench.pages import make_pages
from reading_list.noise import FINDERS, Finder, find_noise

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from cases import Case, load_cases  # noqa: E402
from marks import unmark  # noqa: E402

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """Of a kind its cases, the characters marked in them, how many of those are found, and found in all."""

    kind: str
    cases: int
    marked: int
    right: int
    found: int


@dataclass(frozen=True, slots=True)
class Speed:
    """Megabytes of UTF-8 that are searched in a second of a processor: page by page, and as one text."""

    text: str
    pages: float | None
    whole: float


def find_in_cases() -> Iterator[Found]:
    """Every kind that has a table of cases."""
    for kind, find in FINDERS:
        if not (TESTS / "cases" / f"{kind}.txt").exists():
            continue
        yield compare(kind, load_cases(kind), find)
    yield compare("documents, all kinds", load_cases("documents"), find_noise)


def compare(kind: str, cases: list[Case], find: Finder) -> Found:
    """What a finder marks in the cases, against what they mark."""
    wanted = right = found = 0
    for case in cases:
        text, marks = unmark(case.marked)
        expected = places(text, marks)
        got = places(text, ((span.start, span.end, span.replacement) for span in find(text)))
        wanted += len(expected)
        right += len(expected & got)
        found += len(got)
    return Found(kind, len(cases), wanted, right, found)


def places(text: str, ranges: Iterable[tuple[int, int, str | None]]) -> set[int]:
    """The offsets that half-open ranges cover, but for blanks, unless there is nothing else. Where a
    replacement is proposed, those of the characters that it has no more: the asterisk of 纪*委."""
    covered: set[int] = set()
    for start, end, replacement in ranges:
        stretch = text[start:end]
        changed = set(range(len(stretch)))
        if replacement:
            for kept in SequenceMatcher(None, stretch, replacement, autojunk=False).get_matching_blocks():
                changed -= set(range(kept.a, kept.a + kept.size))
        seen = {i for i in changed if not stretch[i].isspace()}
        covered |= {start + i for i in seen or changed}
    return covered


def speed(texts: Sequence[str]) -> float:
    """Megabytes of the texts that are searched in a second of a processor. Nothing that an earlier text left
    in a cache helps the first time, and that is what is told."""
    size = sum(len(text.encode()) for text in texts)
    begun = time.process_time()
    for text in texts:
        find_noise(text)
    return size / MEGABYTE / (time.process_time() - begun)


def of_size(text: str, size: int) -> str:
    """`text` again and again, `size` bytes of UTF-8 of it."""
    return (text * (size // len(text.encode()) + 1)).encode()[:size].decode(errors="ignore")


def measure_speed() -> Iterator[Speed]:
    """The texts of the head of this module."""
    kinds = [kind for kind, _ in FINDERS if (TESTS / "cases" / f"{kind}.txt").exists()]
    # Tables are read and patterns compiled once. No furniture: its lines stand in the pages, too.
    for kind in set(kinds) - {"furniture"}:
        find_noise("\n".join(unmark(case.marked)[0] for case in load_cases(kind)))
    for name, pages in make_pages().items():
        half = len(pages) // 2
        yield Speed(name, speed(pages[:half]), speed(["\n".join(pages[half:])]))
    cases = [unmark(case.marked)[0] for kind in kinds for case in load_cases(kind)]
    line = "".join(cases).replace("\n", "").replace("\r", "")
    yield Speed("nothing but cases", None, speed([of_size("\n".join(cases), MEGABYTE)]))
    yield Speed("the same, one line of 1 MB", None, speed([of_size(line, MEGABYTE)]))
    yield Speed("the same, one line of 10 MB", None, speed([of_size(line, 10 * MEGABYTE)]))


def main() -> None:
    """Measure and print."""
    cases, speeds = list(find_in_cases()), list(measure_speed())
    keep("noise", [*cases, *speeds], {})
    header = ("kind", "cases:", "marked characters:", "precision:", "recall:")
    print(table(header, map(cells, cases)))
    print("\n" + table(("text", "MB/s, page by page:", "MB/s, as one text:"), map(rates, speeds)))


def cells(row: Found) -> list[str]:
    """A row of the table."""
    precision, recall = row.right / (row.found or 1), row.right / (row.marked or 1)
    return [row.kind, f"{row.cases}", f"{row.marked}", f"{precision:.2%}", f"{recall:.2%}"]


def rates(row: Speed) -> list[str]:
    """A row of the other table."""
    return [row.text, f"{row.pages:.1f}" if row.pages else "", f"{row.whole:.1f}"]


if __name__ == "__main__":
    main()
