"""A page of a built site as search sees it: what it is about itself, and its clean text.

Read from the HTML and not from docs/, so that what is found is what the reader gets, whichever generator
built the site. Only our own markup is relied on: the `<article>`, and the text as `reading_list.show` writes
it, which two regular expressions read ten times as fast as a parser does.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
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
SOURCE_TEXT: Final = re.compile(r'(?<=<div class="source-text")[^>]*>.*?</div>', re.DOTALL)
NOT_CLEAN: Final = re.compile(r"<(del|rt|rp)\b.*?</\1>|<[^>]*>|^[^>]*>", re.DOTALL)
"""Within the text: what the collation takes out, glosses, and tags, the first of which is cut in two."""


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
    """Collects the lines of the article, and what the page tells about itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: dict[str, str] = {}
        self.lists_pages = False
        self.article: list[str] = []
        self.heading: list[str] = []
        self._stack: list[str] = []
        self._unread = 0

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

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._stack:
            return
        closed = ""
        while closed != tag:
            closed = self._stack.pop()
            self._unread -= self._unread > 0
            if closed in LINE:
                self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        self.article.append(data)
        if "h1" in self._stack:
            self.heading.append(data)


def read_page(location: str, html: str) -> BuiltPage | None:
    """The page, or `None` if there is nothing on it to search: no article, or one that lists other pages."""
    article = ARTICLE.search(html)
    if article is None:
        return None
    source_text = SOURCE_TEXT.search(article[0])
    text = unescape(NOT_CLEAN.sub("", source_text[0].replace("</p>", "\n"))) if source_text else ""
    reader = _Reader()
    reader.feed(SOURCE_TEXT.sub("></div>", article[0], count=1))
    reader.close()
    if reader.lists_pages:
        return None
    return BuiltPage(
        location=location,
        title=" ".join("".join(reader.heading).split()),
        text=_lines(text or "".join(reader.article)),
        type=reader.told.get("data-type", ""),
        date=reader.told.get("data-date", ""),
        collection=reader.told.get("data-collection", ""),
    )


def _lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line and not line.isspace())


def find_pages(site: Path) -> Iterator[tuple[str, Path]]:
    """The location and the file of every page under `site`, but for the one that says 404."""
    # Strings, because paths as objects take five times as long, and there may be many thousands.
    root = f"{site}/"
    files = (f"{folder}/{name}" for folder, _, names in os.walk(site) for name in names)
    for file in sorted(file for file in files if file.endswith(".html")):
        location = file.removeprefix(root)
        if location != "404.html":
            folder, _, name = location.rpartition("/")
            yield (folder and f"{folder}/") if name == "index.html" else location, Path(file)


def read_site(site: Path) -> Iterator[BuiltPage]:
    """Every page under `site` that can be searched, by location."""
    for location, path in find_pages(site):
        page = read_page(location, path.read_text(encoding="utf-8"))
        if page is not None:
            yield page
