"""axe-core finds nothing, whatever a reader has opened, in any theme."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
THEMES = ("light", "sepia", "dark")


def assert_clean(page: Page, state: str) -> None:
    found = Axe().run(page)
    assert not found.response["violations"], f"{state}: {found.generate_report()}"


@pytest.mark.parametrize("theme", THEMES)
def test_a_list_and_its_filters(open_page: Open, theme: str) -> None:
    page = open_page(choices={"theme": theme})
    page.get_by_text("筛选与排序").click()
    expect(page.get_by_label("状态")).to_be_visible()
    assert_clean(page, "filters open")
    page.get_by_label("状态").select_option("read")
    expect(page.get_by_text("没有符合的文章")).to_be_visible()
    assert_clean(page, "nothing fits")


@pytest.mark.parametrize("theme", THEMES)
def test_the_collation_report_with_its_examples(open_page: Open, theme: str) -> None:
    page = open_page("collation/", choices={"theme": theme})
    page.get_by_text("举例").first.click()
    expect(page.locator("dl").first).to_be_visible()
    assert_clean(page, "examples open")


@pytest.mark.parametrize("theme", THEMES)
def test_a_broken_address(open_page: Open, theme: str) -> None:
    page = open_page("404.html", choices={"theme": theme})
    expect(page.get_by_role("button", name="搜索")).to_be_visible()
    assert_clean(page, "404")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("reading", ["collation", "source"])
def test_a_text_with_its_noise(open_page: Open, theme: str, reading: str) -> None:
    page = open_page("texts/news/", choices={"theme": theme, "reading": reading})
    page.locator("#text p:not(.set-aside) del.noise").nth(1).hover()
    assert_clean(page, reading)


@pytest.mark.parametrize("theme", THEMES)
def test_a_text_with_pinyin_and_what_is_selected(open_page: Open, theme: str) -> None:
    page = open_page("texts/news/", choices={"theme": theme, "pinyin": "show"})
    page.locator("#p2").select_text()
    expect(page.get_by_role("button", name="复制引文")).to_be_visible()
    assert_clean(page, "selected")


@pytest.mark.parametrize("theme", THEMES)
def test_a_text_that_was_begun_and_what_was_searched_in_it(open_page: Open, theme: str) -> None:
    page = open_page("texts/report/", choices={"theme": theme})
    page.mouse.move(600, 400)
    page.wait_for_timeout(900)  # until the place in the page is known
    page.mouse.wheel(0, 900)
    page.wait_for_timeout(600)
    page.goto(f"{page.url.partition('texts/')[0]}texts/report/?h=农业")
    expect(page.get_by_role("button", name="从头读")).to_be_visible()
    expect(page.locator("mark.hit").first).to_be_visible()
    assert_clean(page, "hits and the way back")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [390, 1280])
def test_the_search_box(open_page: Open, theme: str, width: int) -> None:
    page = open_page("texts/report/", choices={"theme": theme}, viewport={"width": width, "height": 800})
    page.keyboard.press("/")
    box = page.get_by_role("textbox", name="搜索")
    expect(box).to_be_focused()
    box.fill("青禾")
    expect(page.locator(".search-teaser").first).to_be_visible()
    page.wait_for_timeout(400)  # until the box has come in
    assert_clean(page, "results")
    box.fill("无此字句")
    expect(page.get_by_text("没有找到")).to_be_visible()
    assert_clean(page, "no results")
