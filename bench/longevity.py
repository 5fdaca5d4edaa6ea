"""Does the site outlive its theme? `python -m bench.longevity [DOCS]` builds it with other builders, too.

Each runs in an environment of its own, without plugins and hooks of MkDocs; `reading_list.site` finishes what
it built, and every page is compared with that of the MkDocs build. Both are indexed, a phrase of each page
is looked up in both. Prints a table; the exit status is 1 if a builder lacks a page, shows one
otherwise, or if a search finds other pages there.
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.builders import Builder
from bench.corpus import CACHE
from reading_list import inventory, search_index, site
from reading_list.built_page import read_site
from reading_list.list_pages import BLOCK

ROOT = Path(__file__).parents[1]
# What our Markdown extension needs; the package itself is found on PYTHONPATH.
_EXTENSION = ("pymdown-extensions>=13.1,<14", "Markdown>=3.10,<4", "PyYAML>=6,<7")
BUILDERS = (
    Builder("zensical", ("zensical", *_EXTENSION), "material", ("zensical", "build")),
    Builder(
        "materialx", ("mkdocs-materialx>=10,<11", *_EXTENSION), "materialx", ("mkdocs", "build", "--quiet")
    ),
    Builder(
        "properdocs",
        ("mkdocs-materialx>=10,<11", *_EXTENSION),
        "materialx",
        ("properdocs", "build", "--quiet"),
    ),
)
"""With the name of their theme for a configuration."""

_HOOKS = re.compile(r"^hooks:\n(?:[ -].*\n)+", re.MULTILINE)
PARTS = {
    "text": re.compile(r'<div class="source-text".*?</div>', re.DOTALL),
    "heading": re.compile(r"<h1[^>]*>.*?</h1>", re.DOTALL),
    "type": re.compile(r'<a class="type"[^>]*>[^<]*</a>'),
    "previous and next": re.compile(r'<nav class="neighbours"[^>]*>.*?</nav>', re.DOTALL),
    "list": BLOCK,
}
"""What has to be the same on a page that has it."""


def read_parts(folder: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The parts of each page of a site, and each download, by path."""
    for file in sorted(folder.rglob("index.html")):
        html = file.read_text(encoding="utf-8")
        found = {name: match[0] for name, pattern in PARTS.items() if (match := pattern.search(html))}
        yield file.relative_to(folder).as_posix(), found
    for file in sorted(folder.glob("originals/*")):
        yield file.relative_to(folder).as_posix(), {"download": file.read_bytes().hex()}


def sample_queries(folder: Path) -> Iterator[str]:
    """Of each page of a site a phrase of one to twelve characters, the same for the same site."""
    choice = random.Random(0)
    for page in read_site(folder):
        line = choice.choice(page.text.split("\n"))
        start = choice.randrange(max(1, len(line)))
        yield f'"{line[start : start + choice.randint(1, 12)]}"'


def answers(folder: Path, queries: Sequence[str]) -> list[list[str]]:
    """The pages that the index of a site, made anew, gives for each query, best first."""
    search_index.index_site(folder)
    asking: list[str | Path] = ["node", ROOT / "tests" / "javascript" / "ask.mjs", folder / "search"]
    answered = subprocess.run(asking, input=json.dumps(queries).encode(), capture_output=True, check=True)
    pages: list[list[str]] = json.loads(answered.stdout)
    return pages


def build(builder: Builder, docs: Path) -> Path:
    """Build a copy of `docs` and finish the site; returns its folder."""
    commands = builder.install()
    place = CACHE / f"longevity-{builder.name}"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    shutil.copytree(docs, place / "docs")
    shutil.copytree(ROOT / "overrides", place / "overrides")
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = _HOOKS.sub("", text).replace("name: material\n", f"name: {builder.configuration}\n")
    (place / "mkdocs.yml").write_text(text, encoding="utf-8")
    command, *options = builder.command
    subprocess.run(
        [commands / command, *options],
        cwd=place,
        check=True,
        stdout=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT / "scripts")},
    )
    site.finish(place / "docs", place / "site", inventory.take(place / "docs"))
    return place / "site"


def main() -> int:
    """Build, compare and print."""
    docs = Path(sys.argv[1] if len(sys.argv) > 1 else "docs").resolve()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", CACHE / "site"],
        cwd=docs.parent,
        check=True,
    )
    ours = dict(read_parts(CACHE / "site"))
    queries = list(sample_queries(CACHE / "site"))
    found = answers(CACHE / "site", queries)
    print(f"{len(ours)} pages, lists and downloads, {len(queries)} queries\n")
    print("| builder | missing | otherwise | queries answered otherwise |\n|---|---:|---|---:|")
    failed = False
    for builder in BUILDERS:
        folder = build(builder, docs)
        theirs = dict(read_parts(folder))
        missing = ours.keys() - theirs.keys()
        otherwise = [
            f"{path}: {name}"
            for path, parts in ours.items()
            for name, part in parts.items()
            if path in theirs and theirs[path].get(name) != part
        ]
        wrong = sum(one != other for one, other in zip(found, answers(folder, queries), strict=True))
        failed = failed or bool(missing or otherwise or wrong)
        shown = f"{len(otherwise)}: {', '.join(otherwise[:3])}"
        print(f"| {builder.name} | {len(missing)} | {shown} | {wrong} |", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
