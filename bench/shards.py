"""A collection past one machine: `python -m bench.shards [SHARDS] [PAGES]`, by default 4 of 10,000 pages.

The shards are built one after the other, as so many machines would at once, and joined. Then the box of the
joined site is asked as in bench.boxes, and held to what is promised for 10,000 pages.
Writes .cache/bench/shards.json. Four times 10,000 pages take half an hour and 5 GB of disk.
"""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import boxes
from bench.figures import keep, promises, table, versions
from bench.process import run
from bench.queries import sample
from bench.sites import BUILD, IMPORT, OURS, folder_of, lay_out
from reading_list.site_check import BROWSERS, read_texts

LIMIT = 3600
"""Seconds for each step."""


@dataclass(frozen=True, slots=True)
class Row:
    """A step: seconds by the clock and of processors, memory in MB, bytes of the site that it made."""

    step: str
    pages: int
    seconds: float
    processor_seconds: float
    megabytes: float
    site_bytes: int


def build(shards: int, pages: int) -> Iterator[Row]:
    """Import shards × pages texts, build each shard, join them."""
    total = shards * pages
    folder = lay_out(total)
    site = folder / "site"
    used = run(IMPORT, folder, LIMIT)
    yield Row("import", total, used.seconds, used.processor_seconds, used.megabytes, 0)
    parts = []
    for number in range(1, shards + 1):
        used = run([*BUILD, "--shard", f"{number}/{shards}"], folder, LIMIT)
        built = len(list(site.glob("texts/*/index.html")))
        yield Row(f"shard {number}", built, used.seconds, used.processor_seconds, used.megabytes, _size(site))
        part = folder / "shards" / str(number)
        (part / ".cache").mkdir(parents=True)
        site.rename(part / "site")
        (folder / ".cache" / "built.json").rename(part / ".cache" / "built.json")
        parts.append(part)
    used = run([*BUILD, "--join", *map(str, parts)], folder, LIMIT)
    yield Row("join and index", total, used.seconds, used.processor_seconds, used.megabytes, _size(site))
    shutil.rmtree(folder / "shards")


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def ask(folder: Path, pages: int) -> boxes.Row:
    """What the box of the joined site finds, and at what cost."""
    clean = {boxes.number_of(text.location): text.clean for text in read_texts(folder / "docs")}
    queries = sample([clean[number] for number in sorted(clean)])
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=path, args=boxes.FLAGS)
        site = folder / "site"
        answers = list(boxes.ask_all(browser, boxes.BOXES[OURS], site, boxes.Scan(clean), queries))
    return boxes.summarize(OURS, pages, len(queries), site, answers)


def main() -> int:
    """Measure and print; returns 1 if the box was not right, or costs more than is promised."""
    given = [int(number) for number in sys.argv[1:]]
    shards, pages = [*given, *(4, 10_000)[len(given) :]]
    rows = list(build(shards, pages))
    box = ask(folder_of(shards * pages), shards * pages)
    keep("shards", [*rows, box], versions("mkdocs-material", "playwright"))
    print(table(("step", "pages:", "seconds:", "on processors:", "peak MB:", "site MB:"), map(_cells, rows)))
    print(f"\n{table(boxes.HEADER, [boxes.cells(box)])}")
    promised = list(boxes.targets([box]))
    print(f"\n{promises(promised)}")
    return 0 if all(value <= most for _, value, most in promised) else 1


def _cells(row: Row) -> list[str]:
    figures = (row.pages, row.seconds, row.processor_seconds, row.megabytes, row.site_bytes / 1e6)
    return [row.step, *(f"{figure:,.0f}" for figure in figures)]


if __name__ == "__main__":
    sys.exit(main())
