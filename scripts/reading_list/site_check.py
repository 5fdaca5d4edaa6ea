"""Does the built site find what its pages hold? Asked of the box itself, in a browser.

Phrases of each page are typed into the box of the built site, served here, and the pages that it finds are
compared with those whose clean text holds the phrase by a plain scan of docs/texts/. What is asked depends on
the pages alone, so that two runs ask the same.
"""

import argparse
import re
import shutil
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Error, Page, sync_playwright

from reading_list import critic, page
from reading_list.fold import FOLDING, fold

MOST: Final = 1000
"""Queries of one run, some 20 a second. Of a larger collection pages are passed over at even steps."""
EACH: Final = 6

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")
BOX: Final = "[data-md-component=search-query]"

# The box gets its results from a worker: what passes between them is all that a check needs to see.
LISTEN: Final = """
window.Worker = class extends Worker {
  constructor(...settings) {
    super(...settings);
    this.addEventListener("message", ({ data: { type, data } }) => {
      if (type === 3) window.found = data.items.map(([item]) => item.location);
    });
  }
  postMessage({ type }, ...rest) {
    if (type === 2) window.found = null;
    super.postMessage(...arguments);
  }
};
"""


@dataclass(frozen=True, slots=True)
class Text:
    """A page of a text: its address on the site, and what of it can be found, folded."""

    location: str
    clean: str
    folded: str
    joints: tuple[int, ...]
    """Places in `clean` where noise stood."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A query, and the addresses that should be found and were."""

    query: str
    expected: frozenset[str]
    found: frozenset[str]


def read_texts(docs: Path) -> list[Text]:
    """The texts of `docs`, straight from their pages."""
    return [_read(path) for path in sorted((docs / "texts").glob("*.md"))]


def _read(path: Path) -> Text:
    read = page.read(path.name, page.decode(path.name, path.read_bytes()))
    clean = read.front_matter.get("title", "") + "\n"
    joints = []
    for piece in critic.read(read.body):
        if piece.kind:
            joints.append(len(clean))
        clean += piece.clean
    return Text(f"texts/{path.stem}/", clean, fold(clean), tuple(joints))


def queries(text: Text) -> Iterator[str]:
    """Phrases that `text` holds: short and long, across noise, in the other script, one character, Latin."""
    random = Random(text.location)
    for length in (2, random.randint(3, 12)):
        yield text.clean[(start := random.randrange(len(text.clean))) : start + length]
    if text.joints:
        joint = random.choice(text.joints)
        yield text.clean[max(0, joint - random.randint(1, 4)) : joint + random.randint(1, 4)]
    start = random.randrange(len(text.clean))
    yield "".join(random.choice(_VARIANTS.get(char, char)) for char in text.folded[start : start + 6])
    yield random.choice(text.clean)
    if words := re.findall(r"[!-~]{2,}", text.clean):
        word = random.choice(words)
        yield word[random.randrange(len(word) - 1) :]


def _variants() -> dict[str, str]:
    variants: dict[str, str] = {}
    for code, target in FOLDING.items():
        variants[target] = variants.get(target, "") + chr(code)
    return variants


_VARIANTS: Final = _variants()


def plain(query: str) -> str:
    """The first stretch of `query` that the box takes as one phrase: no white space, no operator."""
    stretches = (word.lstrip('-"') for word in query.split())
    return next((word for word in stretches if word and '"' not in word and ":" not in fold(word)), "")


def sample(texts: Sequence[Text]) -> list[str]:
    """The queries of a run, each once."""
    step = max(1, -(-len(texts) * EACH // MOST))
    asked = (plain(query) for text in texts[::step] if text.clean.strip() for query in queries(text))
    return list(dict.fromkeys(query for query in asked if query))


def scan(texts: Sequence[Text], query: str) -> frozenset[str]:
    """The addresses of the texts that hold `query`."""
    phrase = fold(query)
    return frozenset(text.location for text in texts if phrase in text.folded)


def check(texts: Sequence[Text], box: Page) -> Iterator[Answer]:
    """Ask the box of the page that is open; Playwright's Error if it does not answer."""
    for query in sample(texts):
        yield Answer(query, scan(texts, query), ask(box, query))


def open_box(browser: Browser, address: str) -> Page:
    """A page of a site, whose search box can be asked."""
    tab = browser.new_page()
    tab.add_init_script(LISTEN)
    tab.goto(address)
    return tab


def ask(box: Page, query: str) -> frozenset[str]:
    """Type `query` into the box of the page that is open; the addresses of the texts it finds."""
    box.fill(BOX, query)
    box.keyboard.press("Shift")  # the box looks at what was typed when a key goes up
    found: Any = box.wait_for_function("window.found", timeout=20_000).json_value()
    locations = (unquote(urlsplit(location).path) for location in found)
    return frozenset(location for location in locations if location.startswith("texts/"))


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """The address at which `site` is served from this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *values: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def report(answers: Sequence[Answer]) -> tuple[str, bool]:
    """What to print, the wrong answers first, and whether all are right."""
    wrong = [answer for answer in answers if answer.expected != answer.found]
    lines = []
    for answer in wrong[:20]:
        missed = ", ".join(sorted(answer.expected - answer.found)[:3]) or "none"
        extra = ", ".join(sorted(answer.found - answer.expected)[:3]) or "none"
        lines.append(f"{answer.query!r}: missed {missed}; found without reason {extra}")
    hits = sum(len(answer.expected & answer.found) for answer in answers)
    recall = hits / max(1, sum(len(answer.expected) for answer in answers))
    precision = hits / max(1, sum(len(answer.found) for answer in answers))
    lines.append(
        f"search: {len(answers) - len(wrong)} of {len(answers)} queries right,"
        f" recall {recall:.4f}, precision {precision:.4f}"
    )
    return "\n".join(lines), not wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the site; 0 if every query found exactly its pages, 1 if not, 2 if it could not be asked."""
    parser = argparse.ArgumentParser(
        prog="check_site.py", description="Type phrases of every page into the built site's search box."
    )
    parser.add_argument("--docs", type=Path, default=Path("docs"), help="the pages (default: docs)")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site (default: site)")
    options = parser.parse_args(arguments)
    texts = read_texts(options.docs)
    if not texts or not (options.site / "index.html").exists():
        print(
            f"{options.docs} holds no texts, or {options.site} no site; run make site first", file=sys.stderr
        )
        return 2
    try:
        with serve(options.site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=next(filter(None, map(shutil.which, BROWSERS)), None),
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
            answers = list(check(texts, open_box(browser, address)))
            browser.close()
    except Error as error:
        print(f"check_site.py: {error}\nIt needs Chromium, and a site whose search answers.", file=sys.stderr)
        return 2
    lines, right = report(answers)
    print(lines)
    return 0 if right else 1
