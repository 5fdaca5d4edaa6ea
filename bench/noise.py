"""How well and how fast noise is found: `python -m bench.noise` prints tables.

Precision and recall count characters: those a case marks against those the finder of that kind marks. The
typical text is all cases in a row, without their marks; the single line is the same text with
its line ends taken out, ten megabytes of it.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.figures import keep, table
from reading_list.noise import FINDERS, find_noise

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from cases import load_cases  # noqa: E402
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
    """Megabytes of a text that are searched in a second of a processor."""

    text: str
    megabytes: float


def find_in_cases() -> Iterator[Found]:
    """Every kind that has a table of cases."""
    for kind, find in FINDERS:
        if not (TESTS / "cases" / f"{kind}.txt").exists():
            continue
        cases = load_cases(kind)
        wanted = right = found = 0
        for case in cases:
            text, marks = unmark(case.marked)
            expected = places((start, end) for start, end, _ in marks)
            got = places((span.start, span.end) for span in find(text))
            wanted += len(expected)
            right += len(expected & got)
            found += len(got)
        yield Found(kind, len(cases), wanted, right, found)


def places(ranges: Iterable[tuple[int, int]]) -> set[int]:
    """The offsets that half-open ranges cover."""
    return {place for start, end in ranges for place in range(start, end)}


def seconds(text: str) -> float:
    """Processor time of finding all noise of `text`."""
    begun = time.process_time()
    find_noise(text)
    return time.process_time() - begun


def of_size(text: str, size: int) -> str:
    """`text` again and again, `size` bytes of UTF-8 of it."""
    return (text * (size // len(text.encode()) + 1)).encode()[:size].decode(errors="ignore")


def measure_speed() -> Iterator[Speed]:
    """The texts of the head of this module."""
    kinds = [kind for kind, _ in FINDERS if (TESTS / "cases" / f"{kind}.txt").exists()]
    text = "\n".join(unmark(case.marked)[0] for kind in kinds for case in load_cases(kind))
    prose = "他推开门,雨还在下。河对岸的灯一盏一盏地灭了,只剩下渡口那一盏。\n" * 20
    line = text.replace("\n", "").replace("\r", "")
    find_noise(text)  # tables are read once
    yield Speed("prose, a case now and then", 1 / seconds(of_size(text + prose * 100, MEGABYTE)))
    yield Speed("nothing but cases", 1 / seconds(of_size(text, MEGABYTE)))
    yield Speed("nothing but cases, one line of 1 MB", 1 / seconds(of_size(line, MEGABYTE)))
    yield Speed("nothing but cases, one line of 10 MB", 10 / seconds(of_size(line, 10 * MEGABYTE)))


def main() -> None:
    """Measure and print."""
    cases, speeds = list(find_in_cases()), list(measure_speed())
    keep("noise", [*cases, *speeds], {})
    header = ("kind", "cases:", "marked characters:", "precision:", "recall:")
    print(table(header, map(cells, cases)))
    print("\n" + table(("text", "MB/s:"), [[speed.text, f"{speed.megabytes:.1f}"] for speed in speeds]))


def cells(row: Found) -> list[str]:
    """A row of the table."""
    precision, recall = row.right / (row.found or 1), row.right / (row.marked or 1)
    return [row.kind, f"{row.cases}", f"{row.marked}", f"{precision:.2%}", f"{recall:.2%}"]


if __name__ == "__main__":
    main()
