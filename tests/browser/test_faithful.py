"""What a real browser shows is the source, and no text does anything in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

import hostile
import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import build_site, serve
from reading_list import import_command
from reading_list.decode import decode
from reading_list.line_ends import unify
from reading_list.slug import slugify

SOURCES = hostile.sources()
SOURCE = """() => [...document.querySelectorAll('.source-text p')].map(paragraph => {
    const copy = paragraph.cloneNode(true);
    copy.querySelectorAll('ins').forEach(inserted => inserted.remove());
    return copy.textContent;
})"""
COUNT = "selectors => selectors.map(selector => document.querySelectorAll(selector).length)"
ONCE = [".source-text", ".text-page", "h1", "header.md-header", "nav.neighbours", "title"]
NEVER = [
    ".source-text :not(p, del, ins, mark, span, ruby, rt, rp, br, wbr, h2, h3)",
    *["base", "meta[http-equiv]", "iframe", "object", "embed", "[onclick]", "[onerror]", "[onload]"],
]

LISTS = ["", "types/unclassified/", "collections/"]
LISTS += [f"collections/{slugify(name.rpartition('/')[0] + '.txt')}/" for name in SOURCES if "/" in name]


@dataclass(frozen=True)
class Site:
    """Where the hostile site is served from, and what its pages did wrong."""

    address: str
    open: Callable[[str], Page]
    wrong: list[str]


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("hostile")
    for name, raw in SOURCES.items():
        file = root / "sources" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    (root / "sources" / "reading-list.toml").write_text(hostile.table())
    assert import_command.main([str(root / "sources"), "--docs", str(root / "docs")]) == 0
    with serve(root / "site") as address:
        build_site(root, address)
        page = browser.new_page()
        wrong: list[str] = []
        page.on("request", lambda request: request.url.startswith(address) or wrong.append(request.url))
        page.on("dialog", lambda dialog: (wrong.append("a dialog"), dialog.dismiss()))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: message.type == "error" and wrong.append(message.text))

        def open_path(path: str) -> Page:
            wrong.clear()
            page.goto(address + quote(path), wait_until="load")
            return page

        yield Site(address, open_path, wrong)
        page.close()


def fold(text: str) -> str:
    """White space as HTML folds it, NUL as HTML shows it."""
    return re.sub("[ \t\n\f\r]+", " ", text.replace("\0", "\N{REPLACEMENT CHARACTER}")).strip(" ")


@pytest.mark.parametrize("path", SOURCES)
def test_shows_the_source_and_nothing_happens(hostile_site: Site, path: str) -> None:
    text, _ = unify(decode(SOURCES[path]).text)
    page = hostile_site.open(f"texts/{slugify(path)}/")
    shown = [fold(paragraph) for paragraph in page.evaluate(SOURCE)]
    assert "".join(filter(None, shown)) == "".join(filter(None, map(fold, text.split("\n"))))
    assert page.evaluate(COUNT, ONCE) == [1] * len(ONCE)
    assert page.evaluate(COUNT, NEVER) == [0] * len(NEVER)
    page.locator(".source-text").hover(position={"x": 5, "y": 5})
    assert page.evaluate("() => window.harmed") is None
    assert not hostile_site.wrong


def test_a_hostile_title_is_shown_as_it_is(hostile_site: Site) -> None:
    page = hostile_site.open(f"texts/{slugify('links.txt')}/")
    title = re.sub(" +", " ", hostile.TITLE)
    assert page.locator("h1").inner_text() == title
    assert page.title().startswith(title)
    assert title in page.locator(".text-head").inner_text()
    assert not hostile_site.wrong


@pytest.mark.parametrize("path", LISTS)
def test_a_hostile_name_does_nothing_in_a_list(hostile_site: Site, path: str) -> None:
    page = hostile_site.open(path)
    assert page.locator(".texts li").count() > 0
    assert page.evaluate(COUNT, [".md-content script", ".md-content ins", "[onclick]"]) == [0, 0, 0]
    assert page.evaluate("() => window.harmed") is None
    assert not hostile_site.wrong


def test_every_link_in_the_lists_leads_to_a_page(hostile_site: Site) -> None:
    page = hostile_site.open("types/unclassified/")
    links = page.eval_on_selector_all("li[data-slug] a", "links => links.map(link => link.href)")
    assert links
    for link in links:
        answer = page.request.get(link)
        assert answer.ok, link
        assert 'class="source-text' in answer.text(), link
