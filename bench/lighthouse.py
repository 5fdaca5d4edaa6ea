"""What Lighthouse says of the samples' site, beside those of other builders: `python -m bench.lighthouse`.

Prints a table and writes it to .cache/bench/lighthouse.json. The preset is Lighthouse's own, a mobile phone
on a slow network, simulated; sites are served as by GitHub Pages. Of each page the best of three runs
counts, because whatever else the machine does only makes a run worse; one that is as promised is enough.
Needs npm and Chromium.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bench.builders import PEERS, Builder
from bench.corpus import CACHE
from bench.figures import keep, table, versions
from bench.served import serve
from reading_list import page
from reading_list.critic import accept

ROOT = Path(__file__).parents[1]
OURS = "ours"
PACKAGE = "lighthouse@12"
"""The last that runs on Debian's Node 20."""
RUNS = 3
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PROMISED = {"performance": 0.98, "accessibility": 1, "best-practices": 1, "seo": 1}
"""The least that our pages get, by category."""
PAGES = {
    "": "index",
    "types/novel-chapter/": "list of a type",
    "collections/": "collections",
    "collections/灯影桥/": "a collection",
    "collation/": "collation report",
    "about/": "about",
    "404.html": "broken address",
    "texts/灯影桥--9/": "novel chapter",
    "texts/青螺湖区赴望海考察/": "district news",
    "texts/云汀市政府工作报告2022/": "municipal report",
    "texts/雨巷舊事第三回/": "chapter in Traditional",
    "texts/湖上短歌/": "verse",
}
"""Of the samples' site, each kind of page by its address."""
COMPARED = ("texts/灯影桥--9/",)
"""Those that other builders are asked about, too."""


@dataclass(frozen=True, slots=True)
class Row:
    """What Lighthouse gives a page: scores from 0 to 1, and how much moved while it loaded (0 is nothing)."""

    builder: str
    page: str
    performance: float
    accessibility: float
    best_practices: float
    seo: float
    layout_shift: float


def measure() -> list[Row]:
    """Every page of ours, and some of the peers'."""
    install()
    folder = CACHE / "lighthouse"
    shutil.rmtree(folder, ignore_errors=True)
    with serve(folder / OURS / "site") as address:
        build_ours(folder / OURS, address)
        rows = [audit(OURS, kind, address + quote(path)) for path, kind in PAGES.items()]
    for peer in (peer for peer in PEERS if peer.name in ("material", "zensical")):
        with serve(folder / peer.name / "site") as address:
            build_peer(peer, folder / peer.name, folder / OURS / "docs", address)
            rows += [
                audit(peer.name, PAGES[path], address + quote(path.removeprefix("texts/")))
                for path in COMPARED
            ]
    return rows


def install() -> None:
    """Fetch Lighthouse, unless it is there."""
    if not (CACHE / "node_modules" / "lighthouse").exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--no-save", "--prefix", CACHE, PACKAGE], check=True)


def build_ours(folder: Path, address: str) -> None:
    """The samples' site under folder/site, to be served at `address`."""
    for name in ("mkdocs.yml", "overrides", "scripts", "samples"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(
        ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("texts", "types", "collections")
    )
    for command in (["import_texts.py", "samples"], ["build_site.py"]):
        script, *arguments = command
        subprocess.run(
            [sys.executable, folder / "scripts" / script, *arguments],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"SITE_URL": address},
        )


def build_peer(peer: Builder, folder: Path, docs: Path, address: str) -> None:
    """The clean texts of the pages in `docs` as plain Markdown, built by a peer under folder/site."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(f"{peer.configuration}\nsite_url: {address}\n", encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# 目录\n", encoding="utf-8")
    for file in (docs / "texts").glob("*.md"):
        read = page.read(file.name, file.read_text(encoding="utf-8"))
        paragraphs = "\n\n".join(line.strip() for line in accept(read.body).splitlines())
        text = f"# {read.front_matter['title']}\n\n{paragraphs}\n"
        (folder / "docs" / file.name).write_text(text, encoding="utf-8")
    command, *options = peer.command
    subprocess.run([peer.install() / command, *options], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def audit(builder: str, kind: str, address: str) -> Row:
    """The best of some runs, but the worst shift of them."""
    best: dict[str, float] = {}
    shift = 0.0
    for _ in range(RUNS):
        scores, moved = run(address)
        best = max(best, scores, key=lambda found: found.get("performance", -1))
        shift = max(shift, moved)
        if builder == OURS and all(best[name] >= least for name, least in PROMISED.items()):
            break
    performance, accessibility, best_practices, seo = (best[category] for category in PROMISED)
    return Row(builder, kind, performance, accessibility, best_practices, seo, shift)


def browser_path() -> str:
    """The system's Chromium, or Chrome."""
    return next(filter(None, map(shutil.which, ("chromium", "google-chrome"))))


def run(address: str) -> tuple[dict[str, float], float]:
    """The scores of a page by category, and its layout shift."""
    command: list[str | Path] = [
        CACHE / "node_modules" / ".bin" / "lighthouse",
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(PROMISED)}",
        f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
    ]
    environment = os.environ | {"CHROME_PATH": browser_path()}
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    told = json.loads(done.stdout)
    scores = {name: told["categories"][name]["score"] for name in PROMISED}
    return scores, told["audits"]["cumulative-layout-shift"]["numericValue"]


HEADER = ("builder", "page", "performance:", "accessibility:", "best practices:", "SEO:", "layout shift:")


def cells(row: Row) -> list[str]:
    """A row of the table."""
    scores = (row.performance, row.accessibility, row.best_practices, row.seo)
    return [row.builder, row.page, *(f"{score:.2f}" for score in scores), f"{row.layout_shift:.3f}"]


def main() -> None:
    """Measure, print and write."""
    rows = measure()
    keep("lighthouse", rows, versions("mkdocs-material") | {"lighthouse": PACKAGE})
    print(table(HEADER, map(cells, rows)))


if __name__ == "__main__":
    main()
