"""The reader's panel: by mouse, touch and keyboard; choices last, and never move a page."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
REPORT = "texts/report/"
SHIFT = """
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
"""


def panel(page: Page) -> Page:
    """The page, with its panel open."""
    page.get_by_role("button", name="阅读设置").click()
    expect(page.get_by_role("dialog", name="阅读设置")).to_be_visible()
    return page


def choose(page: Page, group: str, option: str) -> None:
    page.get_by_role("group", name=group).get_by_role("radio", name=option, exact=True).check()


def style(page: Page, name: str) -> str:
    return str(page.locator("#text").evaluate(f"text => getComputedStyle(text).{name}"))


@pytest.mark.parametrize(
    ("group", "option", "name"),
    [
        ("字号", "大", "fontSize"),
        ("行距", "松", "lineHeight"),
        ("行长", "短", "width"),
        ("字体", "黑体", "fontFamily"),
        ("底色", "深色", "color"),
    ],
)
def test_a_choice_shows_at_once_lasts_and_is_reset_with_one_tap(
    open_page: Open, group: str, option: str, name: str
) -> None:
    page = panel(open_page(REPORT))
    usual = style(page, name)
    choose(page, group, option)
    chosen = style(page, name)
    assert chosen != usual
    page.reload()
    assert style(page, name) == chosen
    panel(page).get_by_role("button", name="恢复默认").click()
    assert style(page, name) == usual
    page.reload()
    assert style(page, name) == usual


def test_every_choice_at_once_moves_nothing_when_a_page_is_opened(open_page: Open) -> None:
    page = panel(open_page("texts/news/"))
    page.context.add_init_script(SHIFT)
    for group in page.get_by_role("group").all():
        group.get_by_role("radio").last.check()
    for path in ("texts/news/", "", "texts/report/"):
        page.goto(page.url.split("/texts/")[0].rstrip("/") + "/" + path)
        page.wait_for_timeout(400)
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert page.evaluate("window.shift") == 0, path


def test_choices_are_in_force_before_the_first_paint(open_page: Open) -> None:
    page = open_page(REPORT)
    page.evaluate(
        'localStorage.setItem(\'reading-list.choices\', \'{"theme": "sepia", "reading": "source"}\')'
    )
    page.route("**/*.mjs", lambda route: route.abort())
    page.route("**/bundle*.js", lambda route: route.abort())
    page.reload()
    assert page.evaluate("({...document.documentElement.dataset})") == {"theme": "sepia", "reading": "source"}


def test_what_is_kept_may_be_damaged(open_page: Open) -> None:
    page = open_page(REPORT)
    page.evaluate("localStorage.setItem('reading-list.choices', '{\"size\": \"huge\", ')")
    page.reload()
    expect(panel(page).get_by_role("radio", name="净读")).to_be_checked()


def test_the_keyboard_is_enough(open_page: Open) -> None:
    page = open_page(REPORT)
    button = page.get_by_role("button", name="阅读设置")
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_role("radio", name="净读").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="校勘")).to_be_checked()
    assert page.evaluate("document.documentElement.dataset.reading") == "collation"
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="阅读设置")).to_be_hidden()
    expect(button).to_be_focused()


def test_a_finger_is_enough(open_page: Open) -> None:
    page = open_page(REPORT, has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    page.get_by_role("button", name="阅读设置").tap()
    page.get_by_text("米黄").tap()
    assert page.evaluate("document.documentElement.dataset.theme") == "sepia"
    page.touchscreen.tap(100, 100)
    expect(page.get_by_role("dialog", name="阅读设置")).to_be_hidden()


def test_the_panel_and_its_choices_stay_when_pages_are_changed_in_place(open_page: Open) -> None:
    page = panel(open_page(REPORT))
    choose(page, "正文", "校勘")
    page.get_by_role("button", name="完成").click()
    page.evaluate("window.same = true")
    page.get_by_role("navigation", name="栏目").get_by_role("link", name="书目").click()
    page.locator("a[href$='texts/news/']").click()
    expect(page.locator("#text del.noise").first).to_be_visible()
    assert page.evaluate("window.same")
    expect(page.locator("dialog")).to_have_count(1)
    expect(panel(page).get_by_role("radio", name="校勘")).to_be_checked()


@pytest.mark.parametrize("theme", ["浅色", "米黄", "深色"])
def test_axe_finds_nothing_in_the_panel(open_page: Open, theme: str) -> None:
    page = panel(open_page(REPORT))
    choose(page, "底色", theme)
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
