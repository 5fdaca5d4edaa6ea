"""A page of a built site as search sees it: what it is about itself, and its clean text.

Read from the HTML and not from docs/, so that what is found is what the reader gets, whichever generator
built the site. Only our own markup is relied on: the `<article>` and the text's container. The standard
library's parser is enough: cut down to the article, a page of 2,000 characters takes it under a millisecond.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905 - words read best as words
UNREAD: Final = frozenset("del nav rp rt script style svg template button form".split())  # noqa: SIM905
"""Elements whose text is not the clean text: what the collation takes out, glosses, and what is no text."""

LINE: Final = frozenset(
    "blockquote br dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul".split()  # noqa: SIM905
)
"""Elements that begin and end a line."""

ARTICLE: Final = re.compile(r"<article\b.*</article>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """`location` is relative to the site. `text` has one line for each line of the page. What a page does not
    tell is ""."""

    location: str
    title: str
    text: str
    type: str = ""
    date: str = ""
    collection: str = ""


class _Reader(HTMLParser):
    """Collects the lines of the article and of its `.source-text`, and what the page tells about itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: dict[str, str] = {}
        self.lists_pages = False
        self.article: list[str] = []
        self.heading: list[str] = []
        self.source: list[str] = []
        self._stack: list[str] = []
        self._unread = 0
        self._source_depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        classes = attributes.get("class", "").split()
        if tag in LINE:
            self.handle_data("\n")
        if tag in VOID:
            return
        self._stack.append(tag)
        if self._unread or tag in UNREAD or "headerlink" in classes:
            self._unread += 1
        if "texts" in classes:
            self.lists_pages = True
        if "text-page" in classes:
            self.told = attributes
        if "source-text" in classes:
            self._source_depth = len(self._stack)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._stack:
            return
        closed = ""
        while closed != tag:
            closed = self._stack.pop()
            self._unread -= self._unread > 0
            if closed in LINE:
                self.handle_data("\n")
        if len(self._stack) < self._source_depth:
            self._source_depth = 0

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        self.article.append(data)
        if self._source_depth:
            self.source.append(data)
        if "h1" in self._stack:
            self.heading.append(data)


def read_page(location: str, html: str) -> BuiltPage | None:
    """The page, or `None` if there is nothing on it to search: no article, or one that lists other pages."""
    article = ARTICLE.search(html)
    if article is None:
        return None
    reader = _Reader()
    reader.feed(article[0])
    reader.close()
    if reader.lists_pages:
        return None
    return BuiltPage(
        location=location,
        title=" ".join("".join(reader.heading).split()),
        text=_lines("".join(reader.source if reader.told else reader.article)),
        type=reader.told.get("data-type", ""),
        date=reader.told.get("data-date", ""),
        collection=reader.told.get("data-collection", ""),
    )


def _lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line and not line.isspace())


def read_site(site: Path) -> Iterator[BuiltPage]:
    """Every page under `site` that can be searched, by location."""
    for path in sorted(site.rglob("*.html")):
        location = path.relative_to(site).as_posix()
        if location == "404.html":
            continue
        if path.name == "index.html":
            location = location.removesuffix("index.html")
        page = read_page(location, path.read_text(encoding="utf-8"))
        if page is not None:
            yield page
