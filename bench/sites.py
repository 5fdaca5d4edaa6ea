"""How long, how large: this project beside other builders, on the same pages.

`python -m bench.sites [SIZE …]` prints a table and whether what was promised is kept, and writes
.cache/bench/sites.json. Quote ratios: seconds are those of one machine on one day. Where other work goes on,
processor seconds are the ones to compare, but a builder that uses several at once is the faster for it.
"""

import atexit
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from bench.builders import PEERS, Builder
from bench.corpus import CACHE
from bench.figures import keep, promises, table, versions
from bench.process import Overtime, Usage, run

SIZES = (100, 1000)
"""Pages, where none are given."""
LIMIT = 900
"""Seconds that a build may take."""
ROOT = Path(__file__).parents[1]
OURS = "ours"
IMPORT = (sys.executable, "scripts/import_texts.py", "--prune", "sources")
BUILD = (sys.executable, "scripts/build_site.py")
BOTH = (sys.executable, "scripts/make_site.py", "sources")
"""What `make site` runs."""


@dataclass(frozen=True, slots=True)
class Row:
    """A measured run; seconds by the clock and of processors, memory in MB, and bytes of what it made."""

    builder: str
    step: str
    pages: int
    seconds: float
    processor_seconds: float
    megabytes: float
    finished: bool = True
    site_bytes: int = 0
    page_bytes: int = 0
    """Of a document page, on average."""
    page_excess: int = 0
    """The most that a document page has beyond 1.5 times its text."""
    list_bytes: int = 0
    """Of the largest page that is no document page."""


def folder_of(pages: int) -> Path:
    """Where the sites of so many pages are built: ours here, those of the peers in folders of their names."""
    return CACHE / f"sites-{pages}"


def lay_out(pages: int) -> Path:
    """A folder, made anew, with texts under sources/ and this project beside them."""
    folder = folder_of(pages)
    if folder.exists():
        # For minutes after many files were deleted, ext4 makes new ones up to seven times as slowly, so an
        # earlier run would be paid for by whoever builds first. What is old goes when all is measured.
        old = Path(mkdtemp(prefix="old-", dir=CACHE))
        folder.rename(old / folder.name)
        atexit.register(shutil.rmtree, old)
    folder.mkdir(parents=True)
    # In a process of its own: what this one holds would count as the memory of those it starts.
    subprocess.run(
        [sys.executable, "-m", "bench.corpus", folder / "sources", str(pages)], cwd=ROOT, check=True
    )
    add_project(folder)
    return folder


def add_project(folder: Path) -> None:
    """Put this project beside texts, as it is now, in a folder that may hold an earlier state of it."""
    for name in ("mkdocs.yml", "overrides", "scripts"):
        if not (folder / name).exists():
            (folder / name).symlink_to(ROOT / name)
    generated = shutil.ignore_patterns("texts", "types", "collections")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=generated, dirs_exist_ok=True)


def measure_ours(pages: int, folder: Path) -> Iterator[Row]:
    """Import, import again, build, and both again after a change of one text."""

    def row(step: str, usage: Usage, sizes: Sequence[int] = ()) -> Row:
        return Row(OURS, step, pages, *_total([usage]), True, *sizes)

    yield row("import", run(IMPORT, folder, LIMIT))
    yield row("import, nothing new", run(IMPORT, folder, LIMIT))
    yield row("build", run(BUILD, folder, LIMIT), measure_files(folder, "texts/{}/index.html"))
    with (folder / "sources" / "00000.txt").open("a", encoding="utf-8") as text:
        text.write("又添了一行。\n")
    yield row("one text changed", run(BOTH, folder, LIMIT))


def _total(usages: Sequence[Usage | Row]) -> tuple[float, float, float]:
    """Of runs one after the other."""
    clock = sum(usage.seconds for usage in usages)
    return clock, sum(usage.processor_seconds for usage in usages), max(u.megabytes for u in usages)


def measure_peer(peer: Builder, pages: int, folder: Path) -> Row:
    """The build of a peer, on the same texts."""
    place = folder / peer.name
    commands = peer.install()
    peer.lay_out(folder / "sources", place)
    command, *options = peer.command
    try:
        usage = run((commands / command, *options), place, LIMIT)
    except Overtime as overtime:
        shutil.rmtree(place / "site", ignore_errors=True)
        return Row(peer.name, "build", pages, *_total([overtime.usage]), finished=False)
    sizes = measure_files(place, "{}/index.html", folder / "sources")
    return Row(peer.name, "build", pages, *_total([usage]), True, *sizes)


def measure_files(project: Path, document: str, sources: Path | None = None) -> tuple[int, int, int, int]:
    """The last fields of a row, of project/site; `document` is a page's path there, {} its text's name."""
    site = project / "site"
    texts = list((sources or project / "sources").glob("*.txt"))
    documents = {site / document.format(text.stem): text.stat().st_size for text in texts}
    sizes = [(file.stat().st_size, size) for file, size in documents.items()]
    files = [file for file in site.rglob("*") if file.is_file()]
    lists = [file.stat().st_size for file in files if file.suffix == ".html" and file not in documents]
    return (
        sum(file.stat().st_size for file in files),
        sum(html for html, _ in sizes) // len(sizes),
        int(max(html - 1.5 * size for html, size in sizes)),
        max(lists),
    )


def measure(pages: int) -> Iterator[Row]:
    """All runs with so many pages."""
    folder = lay_out(pages)
    yield from measure_ours(pages, folder)
    for peer in PEERS:
        yield measure_peer(peer, pages, folder)


def targets(rows: Sequence[Row]) -> Iterator[tuple[str, float, float]]:
    """What is promised: in words, as measured, and at most how much."""
    found = {(row.builder, row.step, row.pages): row for row in rows}
    smallest, largest = min(row.pages for row in rows), max(row.pages for row in rows)
    for pages in sorted({row.pages for row in rows if row.pages >= 1000}):
        ours = found[OURS, "build", pages]
        for peer, most in (("material", 0.35), ("zensical", 0.40)):
            theirs = found[peer, "build", pages]
            if theirs.finished:
                yield from _shares(f"build over {peer}'s, {pages:,} pages", [ours], [theirs], most)
        changed, imported = found[OURS, "one text changed", pages], found[OURS, "import", pages]
        yield from _shares(f"one text changed over all, {pages:,} pages", [changed], [imported, ours], 0.10)
    few, many = found[OURS, "build", smallest], found[OURS, "build", largest]
    if few is not many:
        most = 1.15 * largest / smallest
        yield from _shares(f"build of {largest:,} pages over {smallest:,}", [many], [few], most)
    yield f"memory at {largest:,} pages, MB", max(row.megabytes for row in rows if row.builder == OURS), 1000
    yield "document page beyond 1.5 times its text, KB", many.page_excess / 1e3, 16
    yield "largest list page, KB", many.list_bytes / 1e3, 200
    yield f"site at {largest:,} pages, MB", many.site_bytes / 1e6, 600


def _shares(
    name: str, these: Sequence[Row], those: Sequence[Row], most: float
) -> Iterator[tuple[str, float, float]]:
    """A promise about time, by the clock and on processors."""
    (clock, processors, _), (other_clock, other_processors, _) = _total(these), _total(those)
    yield name, clock / other_clock, most
    yield f"{name}, on processors", processors / other_processors, most


def cells(row: Row, ours: Row) -> list[str]:
    """A row of the table; `ours` is our build of the same pages."""
    more = "" if row.finished else "> "
    return [
        row.builder,
        row.step,
        f"{row.pages:,}",
        f"{more}{row.seconds:.1f}",
        f"{more}{row.processor_seconds:.1f}",
        f"{more}{row.seconds / row.pages * 1000:.1f}",
        f"{more}{row.seconds / ours.seconds:.2f}" if row.step == "build" else "",
        f"{row.megabytes:.0f}",
        f"{row.site_bytes / 1e6:.1f}" if row.site_bytes else "",
        f"{row.page_bytes / 1e3:.1f}" if row.page_bytes else "",
    ]


HEADER = (
    "builder",
    "step",
    "pages:",
    "seconds:",
    "processor seconds:",
    "ms a page:",
    "against ours:",
    "peak MB:",
    "site MB:",
    "KB a page:",
)


def main() -> None:
    """Measure and print."""
    rows: list[Row] = []
    for pages in [int(size) for size in sys.argv[1:]] or SIZES:
        for row in measure(pages):
            print(f"{row.builder}, {row.step}, {pages:,} pages: {row.seconds:.1f} s", file=sys.stderr)
            rows.append(row)
    made_by = versions("mkdocs", "mkdocs-material") | {f"peer {peer.name}": peer.version() for peer in PEERS}
    keep("sites", rows, made_by)
    ours = {row.pages: row for row in rows if (row.builder, row.step) == (OURS, "build")}
    print(table(HEADER, [cells(row, ours[row.pages]) for row in rows]))
    print("\n" + promises(targets(rows)))


if __name__ == "__main__":
    main()
