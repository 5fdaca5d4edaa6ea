"""What each builder's own search box finds, and at what cost: `python -m bench.boxes [SIZE …]`.

Prints a table and whether what was promised is kept, and writes .cache/bench/boxes.json.

The same queries are typed into the box of each site in headless Chromium, and the pages that it finds
compared with a plain scan of what its pages hold. All that the box's worker answers counts as found, though
the box renders the later results only when somebody scrolls to them. A query is right if exactly those
pages are found that hold it in either script; as typed, if exactly those that hold it in its own. Words
parted by a space must all be there.
"""

import gzip
import json
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, Request, TimeoutError, sync_playwright

from bench.builders import PEERS
from bench.figures import keep, promises, table, versions
from bench.process import run
from bench.queries import sample
from bench.served import serve
from bench.sites import BUILD, IMPORT, LIMIT, OURS, SIZES, add_project, folder_of, lay_out, measure_peer
from reading_list.fold import fold
from reading_list.site_check import BOX, BROWSERS, read_texts

PATIENCE = 120
"""Seconds that a box has for an answer."""
VISITS = 3
"""Times that a first query is asked, each with an empty cache; the last goes on to ask what is left."""
FEW = 10
"""Pages up to which a first query moves half of what it may in a large collection."""
FLAGS = ("--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")


@dataclass(frozen=True, slots=True)
class Box:
    """How a box is asked and read."""

    found: str
    """JavaScript: the addresses that `data`, a message of the box's worker, says are found; or undefined."""
    opener: str = ""
    """What to click first, if anything."""
    field: str = BOX
    result: str = ".md-search-result__link"


LUNR = Box("data.type === 3 ? data.data.items.map(([item]) => item.location) : undefined")
BOXES = {
    OURS: LUNR,
    "material": LUNR,
    "materialx": Box("data.result?.results?.map(({ id }) => id)"),
    "zensical": Box(
        # Ten items come at once; the set of all is a field of bits.
        """data.type !== 3 ? undefined
          : Object.values(data.data.query.select.documents.data).flatMap((word, index) =>
            window.places.slice(32 * index, 32 * index + 32).filter((_, bit) => (word >>> bit) & 1))""",
        ".md-search__button",
        "input[role=combobox]",
        "a[role=option]",
    ),
}
LISTEN = """
window.Worker = class extends Worker {
  constructor(...settings) {
    super(...settings);
    this.addEventListener("message", ({ data }) => (window.found = FOUND ?? window.found));
  }
  postMessage({ type, data }) {
    if (type === 0) window.places = data.items?.map(({ location }) => location);
    super.postMessage(...arguments);
  }
};
window.first = (root = document) => root.querySelector("RESULT")
  ?? [...root.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot && first(shadowRoot)).find(Boolean);
let clock;
addEventListener("input", () => {
  const begun = performance.now();
  clearInterval(clock);
  Object.assign(window, { found: null, milliseconds: null });
  clock = setInterval(() => {
    if (!window.found || (window.found.length && !first())) return;
    window.milliseconds = performance.now() - begun;
    clearInterval(clock);
  }, 5);
}, true);
"""
"""Notes the worker's answers, and the time from what was typed to the first result in the box."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The numbers of pages that hold a query, that hold it as typed, and that were found; and the cost."""

    query: str
    expected: frozenset[str]
    as_typed: frozenset[str]
    found: frozenset[str]
    milliseconds: float
    moved: int
    """Bytes of the search, those since the page was opened if this was the first query."""
    first: bool


@dataclass(frozen=True, slots=True)
class Row:
    """What a box found, and at what cost: milliseconds to the first result, bytes on disk and moved."""

    builder: str
    pages: int
    asked: int
    answered: int
    right: int
    right_as_typed: int
    recall: float
    precision: float
    index_bytes: int
    first_milliseconds: float
    first_bytes: float
    later_milliseconds: float
    slowest_milliseconds: float
    later_bytes: float


def build(pages: int) -> Path:
    """The folder of the sites: ours as it is now, those of the peers unless bench.sites has built them."""
    folder = folder_of(pages)
    if not (folder / "sources").exists():
        lay_out(pages)
    add_project(folder)
    for command in (IMPORT, BUILD):
        run(command, folder, LIMIT)
    for peer in PEERS:
        if not (folder / peer.name).exists():
            measure_peer(peer, pages, folder)
    return folder


def measure(pages: int) -> Iterator[Row]:
    """Build what is missing, and ask every box."""
    folder = build(pages)
    raw = {file.stem: file.read_text(encoding="utf-8") for file in (folder / "sources").glob("*.txt")}
    clean = {number_of(text.location): text.clean for text in read_texts(folder / "docs")}
    queries = sample([raw[number] for number in sorted(raw)])
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for name, box in BOXES.items():
            site = folder / "site" if name == OURS else folder / name / "site"
            scan = Scan(clean if name == OURS else raw)
            answers = list(ask_all(browser, box, site, scan, queries)) if site.exists() else []
            print(f"{name}, {pages:,} pages: {len(answers)} of {len(queries)} answered", file=sys.stderr)
            yield summarize(name, pages, len(queries), site, answers)


class Scan:
    """Which pages hold a query, by looking at each."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Texts by the number of their page."""
        self.folded = {number: fold(text) for number, text in texts.items()}
        self.texts = {number: text.lower() for number, text in texts.items()}

    def either_script(self, query: str) -> frozenset[str]:
        """The numbers of the pages that hold it in either script."""
        return _holding(self.folded, fold(query))

    def as_typed(self, query: str) -> frozenset[str]:
        """The numbers of the pages that hold it in its own script."""
        return _holding(self.texts, query.lower())


def _holding(texts: Mapping[str, str], query: str) -> frozenset[str]:
    words = query.split()
    return frozenset(number for number, text in texts.items() if all(word in text for word in words))


def number_of(location: str) -> str:
    """The number of a page; "" if it is none of the texts."""
    found = re.search(r"(?:^|/)(\d{5})/", unquote(urlsplit(location).path))
    return found[1] if found else ""


def ask_all(browser: Browser, box: Box, site: Path, scan: Scan, queries: Sequence[str]) -> Iterator[Answer]:
    """Type the queries into the box of a site, until there is one that it does not answer."""
    addresses = fragments(site)
    visits = [*([query] for query in queries[: VISITS - 1]), queries[VISITS - 1 :]]
    with serve(site) as address:
        browser.new_page().goto(
            address, wait_until="networkidle"
        )  # so that the server has compressed its files
        for visit in visits:
            context = browser.new_context()
            tab = context.new_page()
            tab.add_init_script(LISTEN.replace("FOUND", box.found).replace("RESULT", box.result))
            requests: list[Request] = []
            tab.on("requestfinished", lambda request: requests.append(request))  # noqa: B023 - read in this turn
            tab.goto(address)
            if box.opener:
                tab.click(box.opener)
            for index, query in enumerate(visit):
                try:
                    found, milliseconds = ask(tab, box, query)
                except TimeoutError:
                    return
                numbers = frozenset(number_of(addresses.get(place, place)) for place in found) - {""}
                expected = scan.either_script(query)
                cost = milliseconds, moved(requests), not index
                yield Answer(query, expected, scan.as_typed(query), numbers, *cost)
                requests.clear()
            context.close()


def ask(tab: Page, box: Box, query: str) -> tuple[list[str], float]:
    """The places a box finds, and milliseconds to the first result; TimeoutError if there is no answer."""
    field = tab.locator(box.field)
    field.fill("")
    tab.keyboard.press("Shift")  # Material's box looks at what was typed when a key goes up
    tab.wait_for_function("!first()")
    tab.wait_for_timeout(100)
    tab.keyboard.insert_text(query)
    tab.keyboard.press("Shift")
    milliseconds = tab.wait_for_function("window.milliseconds", timeout=PATIENCE * 1000).json_value()
    tab.wait_for_timeout(300)  # for what is filled in behind the first result
    found: list[str] = tab.evaluate("window.found")
    return found, milliseconds


def fragments(site: Path) -> dict[str, str]:
    """Of a Pagefind index the address of each page by the name of its fragment, which is what it finds."""
    places = {}
    for file in site.glob("search/fragment/*.pf_fragment"):
        told = gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")
        places[file.stem] = json.loads(told)["url"]
    return places


def moved(requests: Sequence[Request]) -> int:
    """Bytes, with headers, of those that are for search, as the browser counts them."""
    sizes = [
        request.sizes()
        for request in requests
        if re.search("search|lunr|pagefind", urlsplit(request.url).path)
    ]
    return sum(max(0, size["responseBodySize"]) + max(0, size["responseHeadersSize"]) for size in sizes)


def summarize(builder: str, pages: int, asked: int, site: Path, answers: Sequence[Answer]) -> Row:
    """The row of a builder; 0 for what it gave no answer to."""
    first = [answer for answer in answers if answer.first]
    later = [answer for answer in answers if not answer.first]
    index = [file for place in site.glob("search*") for file in (place, *place.rglob("*")) if file.is_file()]
    return Row(
        builder,
        pages,
        asked,
        len(answers),
        sum(answer.found == answer.expected for answer in answers),
        sum(answer.found == answer.as_typed for answer in answers),
        mean([len(a.found & a.expected) / len(a.expected) for a in answers if a.expected] or [0]),
        mean([len(a.found & a.expected) / len(a.found) for a in answers if a.found] or [0]),
        sum(file.stat().st_size for file in index),
        median([answer.milliseconds for answer in first] or [0]),
        median([answer.moved for answer in first] or [0]),
        median([answer.milliseconds for answer in later] or [0]),
        max([answer.milliseconds for answer in later] or [0]),
        median([answer.moved for answer in later] or [0]),
    )


def targets(rows: Sequence[Row]) -> Iterator[tuple[str, float, float]]:
    """What is promised of our box: in words, as measured, and at most how much."""
    for row in sorted((row for row in rows if row.builder == OURS), key=lambda row: row.pages):
        size = f"{row.pages:,} pages"
        yield f"queries not right, {size}", row.asked - row.right, 0
        yield f"first query, {size}, ms", row.first_milliseconds, 1000
        yield f"first query, {size}, KB", row.first_bytes / 1e3, 200 if row.pages <= FEW else 400
        yield f"slowest later query, {size}, ms", row.slowest_milliseconds, 100


HEADER = (
    "builder",
    "pages:",
    "right:",
    "right as typed:",
    "recall:",
    "precision:",
    "index MB:",
    "first, ms:",
    "first, KB:",
    "later, ms:",
    "slowest, ms:",
    "later, KB:",
)


def cells(row: Row) -> list[str]:
    """A row of the table."""
    late = f"> {PATIENCE * 1000:,}"
    if not row.answered:
        return [row.builder, f"{row.pages:,}", f"0 of {row.asked}", *"––––", late, *"––––"]
    return [
        row.builder,
        f"{row.pages:,}",
        f"{row.right} of {row.asked}",
        "–" if row.builder == OURS else f"{row.right_as_typed} of {row.asked}",
        f"{row.recall:.3f}",
        f"{row.precision:.3f}",
        f"{row.index_bytes / 1e6:.1f}",
        f"{row.first_milliseconds:,.0f}",
        f"{row.first_bytes / 1e3:,.0f}",
        f"{row.later_milliseconds:,.0f}",
        f"{row.slowest_milliseconds:,.0f}" if row.answered == row.asked else late,
        f"{row.later_bytes / 1e3:,.0f}",
    ]


def main() -> None:
    """Measure and print."""
    rows = [row for pages in [int(size) for size in sys.argv[1:]] or SIZES for row in measure(pages)]
    made_by = versions("mkdocs-material", "playwright") | {
        f"peer {peer.name}": peer.version() for peer in PEERS
    }
    keep("boxes", rows, made_by)
    print(table(HEADER, map(cells, rows)))
    print("\n" + promises(targets(rows)))


if __name__ == "__main__":
    main()
