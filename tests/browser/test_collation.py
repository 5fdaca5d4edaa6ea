"""Three readings of one text: what is seen, what is copied, what each mark tells."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.invented import TEXTS, marked_body
from marks import unmark
from reading_list import critic
from reading_list.marks import LABELS

Open = Callable[..., Page]
NEWS = "texts/news/"
SOURCE = unmark(TEXTS["news.txt"])[0]
CLEAN = critic.accept(marked_body(TEXTS["news.txt"]))


@pytest.fixture
def news(open_page: Open) -> Callable[[str], Page]:
    """The news in one of the readings, chosen on an earlier visit."""

    def read(reading: str) -> Page:
        return open_page(NEWS, choices={"reading": reading})

    return read


def copied(page: Page) -> list[str]:
    """The lines that copying the whole text gives."""
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#text'))")
    return str(page.evaluate("getSelection().toString()")).split()


def test_the_clean_reading_is_shown_and_copied_without_a_choice(open_page: Open) -> None:
    page = open_page(NEWS)
    assert page.locator("#text").inner_text().split() == CLEAN.split()
    assert copied(page) == CLEAN.split()


def test_the_clean_reading_needs_no_scripts(open_page: Open) -> None:
    page = open_page(NEWS, java_script_enabled=False)
    assert page.locator("#text").inner_text().split() == CLEAN.split()


def test_the_source_is_shown_and_copied_as_received(news: Callable[[str], Page]) -> None:
    page = news("source")
    assert page.locator("#text").inner_text().split() == SOURCE.split()
    assert copied(page) == SOURCE.split()


@pytest.mark.parametrize("reading", ["collation", "source"])
def test_print_is_clean_whatever_is_read(news: Callable[[str], Page], reading: str) -> None:
    page = news(reading)
    page.emulate_media(media="print")
    assert page.locator("#text").inner_text().split() == CLEAN.split()


@pytest.mark.parametrize(
    ("mark", "explained"),
    [
        ("del[data-kind=masked-word]", f"{LABELS['masked-word']}：sj → 書記"),
        ("ins[data-kind=masked-word]", f"{LABELS['masked-word']}：sj → 書記"),
        ("del[data-kind=pinyin-gloss]", f"{LABELS['pinyin-gloss']}：(duì) → （删去）"),
        ("mark[data-kind=lost-character]", f"{LABELS['lost-character']}：?，原字无从确定"),
        ("del[data-kind=planted-symbol] >> nth=1", f"{LABELS['planted-symbol']}：U+200B → （删去）"),
    ],
)
def test_a_mark_is_explained_to_the_pointer_and_to_the_keyboard(
    news: Callable[[str], Page], mark: str, explained: str
) -> None:
    page = news("collation")
    note = page.get_by_role("tooltip")
    noise = page.locator(f"#text {mark}").first
    noise.hover()
    expect(note).to_have_text(explained)
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    noise.focus()
    expect(note).to_have_text(explained)
    expect(noise).to_have_attribute("aria-describedby", "noise-explained")


def test_marks_are_stops_of_the_tab_key_only_in_the_collation(news: Callable[[str], Page]) -> None:
    page = news("collation")
    assert page.locator("#text [tabindex='0']").count() == page.locator("#text .noise").count()
    page.evaluate("delete document.documentElement.dataset.reading")
    expect(page.locator("#text [tabindex]")).to_have_count(0)


def test_axe_finds_nothing_in_any_reading(news: Callable[[str], Page]) -> None:
    for reading in ("collation", "source"):
        found = Axe().run(news(reading))
        assert not found.response["violations"], found.generate_report()


def test_glosses_become_ruby_and_are_not_copied(open_page: Open) -> None:
    page = open_page(NEWS, choices={"pinyin": "show"})
    gloss = page.locator("#text rt span").first
    assert gloss.inner_text() == "duì"
    base, above = page.locator("#text ruby").first.bounding_box(), gloss.bounding_box()
    assert base and above and above["y"] < base["y"] + base["height"] / 2
    assert copied(page) == CLEAN.split()
