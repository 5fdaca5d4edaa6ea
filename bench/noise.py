"""How well and how fast noise is found: `python -m bench.noise` prints Markdown.

Precision and recall count characters: those a case marks against those the finder of that kind marks. The
typical text is all cases in a row, without their marks; the single line is the same text with
its line ends taken out, ten megabytes of it.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from reading_list.noise import FINDERS, find_noise

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from cases import load_cases  # noqa: E402
from marks import unmark  # noqa: E402

MEGABYTE = 1_000_000


def rows() -> Iterator[tuple[str, int, int, int, int]]:
    """Kind, cases, characters marked in them, of those found, and characters found in all."""
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
        yield kind, len(cases), wanted, right, found


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


def main() -> None:
    """Print the tables."""
    print("| kind | cases | marked characters | precision | recall |\n|---|--:|--:|--:|--:|")
    for kind, cases, wanted, right, found in rows():
        print(f"| {kind} | {cases} | {wanted} | {right / (found or 1):.2%} | {right / (wanted or 1):.2%} |")

    kinds = [kind for kind, _ in FINDERS if (TESTS / "cases" / f"{kind}.txt").exists()]
    text = "\n".join(unmark(case.marked)[0] for kind in kinds for case in load_cases(kind))
    prose = "他推开门,雨还在下。河对岸的灯一盏一盏地灭了,只剩下渡口那一盏。\n" * 20
    line = text.replace("\n", "").replace("\r", "")
    find_noise(text)  # tables are read once
    print("\n| text | MB/s |\n|---|--:|")
    for name, sample in (("prose, a case now and then", text + prose * 100), ("nothing but cases", text)):
        print(f"| {name} | {1 / seconds(of_size(sample, MEGABYTE)):.1f} |")
    one, ten = seconds(of_size(line, MEGABYTE)), seconds(of_size(line, 10 * MEGABYTE))
    print(f"| one line of 10 MB, nothing but cases | {10 / ten:.1f} |")
    print(f"\nTime of a line of 10 MB over that of 1 MB: {ten / one:.1f}.")


if __name__ == "__main__":
    main()
