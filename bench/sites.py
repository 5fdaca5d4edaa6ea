"""How long, how large: this project beside other builders, on the same pages.

`python -m bench.sites [SIZE …]` prints a table of seconds, memory and bytes, and writes it as JSON to
.cache/bench/sites.json. Quote ratios: seconds are those of one machine on one day.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.builders import PEERS
from bench.corpus import CACHE

SIZES = (100, 1000)
"""Pages, where none are given."""
ROOT = Path(__file__).parents[1]
OURS = "ours"


@dataclass(frozen=True, slots=True)
class Row:
    """A measured run; seconds by the clock, memory of the largest process in MB, bytes of files."""

    builder: str
    step: str
    pages: int
    seconds: float
    megabytes: float
    site_bytes: int = 0
    page_bytes: int = 0


def run(command: Sequence[str | Path], folder: Path) -> tuple[float, float]:
    """Seconds, and the peak memory in MB, of a command run in `folder`."""
    start = time.perf_counter()
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{' '.join(map(str, command))}: {(folder / 'log').read_text()[-500:]}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def measure_ours(pages: int, folder: Path) -> list[Row]:
    """Import, import again, build, and after a change of one text the import and build again."""
    sources = folder / "sources"
    # In a process of its own: what this one holds would count as the memory of those it starts.
    subprocess.run([sys.executable, "-m", "bench.corpus", sources, str(pages)], cwd=ROOT, check=True)
    for name in ("mkdocs.yml", "overrides", "scripts"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(
        ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("texts", "types", "collections")
    )
    importing = [sys.executable, "scripts/import_texts.py", "--prune", "sources"]
    building = [sys.executable, "scripts/build_site.py"]
    rows = [
        Row(OURS, "import", pages, *run(importing, folder)),
        Row(OURS, "import, nothing new", pages, *run(importing, folder)),
        Row(OURS, "build", pages, *run(building, folder), *sizes(folder / "site", "texts/*/index.html")),
    ]
    with (sources / "00000.txt").open("a") as text:
        text.write("又添了一行。\n")
    again = [run(importing, folder), run(building, folder)]
    seconds, megabytes = zip(*again, strict=True)
    return [*rows, Row(OURS, "one text changed", pages, sum(seconds), max(megabytes))]


def measure_peers(pages: int, folder: Path) -> list[Row]:
    """The build of each peer, on the same texts as plain Markdown."""
    rows = []
    for peer in PEERS:
        commands = peer.install()
        place = folder / peer.name
        (place / "docs").mkdir(parents=True)
        (place / "mkdocs.yml").write_text(peer.configuration)
        (place / "docs" / "index.md").write_text("# 目录\n")
        for source in (folder / "sources").glob("*.txt"):
            title, _, text = source.read_text().partition("\n")
            markdown = f"# {title}\n\n" + text.strip().replace("\n", "\n\n") + "\n"
            (place / "docs" / f"{source.stem}.md").write_text(markdown)
        command, *options = peer.command
        measured = run([commands / command, *options], place)
        rows.append(Row(peer.name, "build", pages, *measured, *sizes(place / "site", "[0-9]*/index.html")))
    return rows


def sizes(site: Path, documents: str) -> tuple[int, int]:
    """Bytes of a site, and of one of its document pages on average."""
    files = [file.stat().st_size for file in site.rglob("*") if file.is_file()]
    html = [file.stat().st_size for file in site.glob(documents)]
    return sum(files), sum(html) // len(html)


def main() -> None:
    """Measure and print."""
    rows: list[Row] = []
    for pages in [int(size) for size in sys.argv[1:]] or SIZES:
        folder = (CACHE / f"sites-{pages}").resolve()
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        rows += measure_ours(pages, folder)
        rows += measure_peers(pages, folder)
    (CACHE / "sites.json").write_text(json.dumps([asdict(row) for row in rows], indent=1))
    print(f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}\n")
    print("| builder | step | pages | seconds | ms a page | against ours | peak MB | site MB | KB a page |")
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|")
    for row in rows:
        ours = next(
            other for other in rows if (other.builder, other.step, other.pages) == (OURS, "build", row.pages)
        )
        ratio = f"{row.seconds / ours.seconds:.2f}" if row.step == "build" else ""
        each = row.seconds / row.pages * 1000
        print(
            f"| {row.builder} | {row.step} | {row.pages:,} | {row.seconds:.1f} | {each:.1f} | {ratio}"
            f" | {row.megabytes:.0f} | {row.site_bytes / 1e6:.1f} | {row.page_bytes / 1e3:.1f} |"
        )


if __name__ == "__main__":
    main()
