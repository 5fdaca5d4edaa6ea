"""What a built site tells those who link to it; built by MkDocs from texts that mean no good."""

import html
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reading_list import page
from reading_list.model import Page

ROOT = Path(__file__).parents[1]
EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)> {{ 7*7 }} & </title>"
ADDRESS = "https://example.org/books/"


def build(folder: Path, address: str) -> Path:
    docs = folder / "docs"
    (docs / "texts").mkdir(parents=True)
    told = dict.fromkeys(("title", "author", "publisher", "collection"), EVIL)
    front_matter = {**told, "type": "district-news", "source": f"{EVIL}.txt", "date": "2031-03-05"}
    body = f"标题\n\n他说：“{EVIL}。”\n"
    (docs / "texts/evil.md").write_text(page.write(Page("texts/evil.md", front_matter, body)))
    (docs / "index.md").write_text((ROOT / "docs/index.md").read_text())
    config = (ROOT / "mkdocs.yml").read_text().replace("scripts/", f"{ROOT}/scripts/")
    config = re.sub(r"nav:\n.*", "", config, flags=re.DOTALL).replace("overrides", f"{ROOT}/overrides")
    (folder / "mkdocs.yml").write_text(config)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        check=True,
        env=os.environ | {"SITE_URL": address, "NO_MKDOCS_2_WARNING": "1"},
    )
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield build(tmp_path_factory.mktemp("published"), ADDRESS)


def meta(text: str, name: str) -> str | None:
    found = re.search(f'<meta (?:name|property)="{name}" content="([^"]*)">', text)
    return html.unescape(found[1]) if found else None


def test_nothing_a_text_says_becomes_markup(site: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert (
        sum("alert(1)" in text for text in pages.values()) >= 4
    )  # the text, the index, its type, its collection
    for path, text in pages.items():
        assert "<script>alert" not in text and "<img src=x" not in text, path


def test_a_page_tells_its_title_its_first_sentence_and_its_address(site: Path) -> None:
    text = (site / "texts/evil/index.html").read_text(encoding="utf-8")
    assert meta(text, "og:title") == EVIL
    assert meta(text, "author") == EVIL
    assert meta(text, "description") == meta(text, "og:description") == f"他说：“{EVIL}。”"
    assert meta(text, "og:url") == f"{ADDRESS}texts/evil/"
    assert f'<link rel="canonical" href="{ADDRESS}texts/evil/">' in text


def test_the_feed_and_the_map_hold_addresses_of_the_site(site: Path) -> None:
    feed = ElementTree.parse(site / "feed.xml").getroot()
    assert feed.findtext("{*}entry/{*}title") == EVIL
    places = [place.text for place in ElementTree.parse(site / "sitemap.xml").findall(".//{*}loc")]
    assert f"{ADDRESS}texts/evil/" in places
    assert all(place and place.startswith(ADDRESS) for place in places)


def test_without_an_address_there_is_no_feed_and_nothing_in_the_map(tmp_path: Path) -> None:
    site = build(tmp_path, "")
    assert not (site / "feed.xml").exists()
    assert "<loc>" not in (site / "sitemap.xml").read_text()
    text = (site / "texts/evil/index.html").read_text(encoding="utf-8")
    assert 'rel="canonical"' not in text and "feed.xml" not in text
