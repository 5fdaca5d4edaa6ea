"""A text as a reader meets it: what is shown without scripts, how it is set, where its links lead."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

Open = Callable[..., Page]
PAGES = (
    "",
    "types/unclassified/",
    "collections/",
    "collections/长堤/",
    "collation/",
    "about/",
    "404.html",
    "texts/report/",
    "texts/news/",
    "texts/长堤--第九章/",
)
THEMES = ("light", "sepia", "dark")


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing(open_page: Open, theme: str) -> None:
    page = open_page(choices={"theme": theme})
    home = page.url
    for path in PAGES:
        page.goto(home + path)
        assert page.evaluate("document.documentElement.dataset.theme") == theme
        found = Axe().run(page)
        assert not found.response["violations"], f"{path}: {found.generate_report()}"


def test_axe_finds_nothing_without_scripts(open_page: Open) -> None:
    page = open_page()
    home = page.url

    def unscripted(route: Route) -> None:
        # axe-core is a script itself, so they are taken out of the page and not switched off.
        response = route.fetch()
        body = re.sub(r"<script.*?</script>", "", response.text(), flags=re.DOTALL)
        route.fulfill(response=response, body=body)

    for pattern in ("**/", "**/*.html"):
        page.route(pattern, unscripted)
    for path in PAGES:
        page.goto(home + path)
        assert page.locator("html.no-js").count()
        found = Axe().run(page)
        assert not found.response["violations"], f"{path}: {found.generate_report()}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_colours_follow_the_system(open_page: Open, scheme: str) -> None:
    page = open_page("texts/report/", java_script_enabled=False, color_scheme=scheme)
    paper = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    darkness = sum(map(int, re.findall(r"\d+", paper)[:3]))
    assert darkness < 120 if scheme == "dark" else darkness > 700
    expect(page.get_by_role("button", name="阅读设置")).to_be_hidden()


@pytest.mark.parametrize("path", PAGES)
def test_without_scripts_every_page_can_be_read_and_left(open_page: Open, path: str) -> None:
    page = open_page(path, java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("link", name="书目").first).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_contents_lead_to_the_headings_of_the_text(open_page: Open, width: int) -> None:
    page = open_page("texts/report/", java_script_enabled=False, viewport={"width": width, "height": 500})
    contents = page.get_by_role("navigation", name="本篇目录")
    if width < 1220:
        contents.get_by_text("本篇目录").click()
    assert contents.get_by_role("link").all_inner_texts() == [
        "一、2031年工作回顾",
        "(一)农业稳步增长",
        "二、2032年工作安排",
    ]
    contents.get_by_role("link", name="二、2032年工作安排").click()
    expect(page.get_by_role("heading", name="二、2032年工作安排")).to_be_in_viewport()


def test_lines_are_set_as_clreq_has_it(open_page: Open) -> None:
    page = open_page("texts/长堤--第九章/")
    size = page.locator("#text").evaluate("text => parseFloat(getComputedStyle(text).fontSize)")

    def indent(line: str) -> float:
        script = "line => parseFloat(getComputedStyle(line).textIndent)"
        return float(page.locator("#text p", has_text=line).evaluate(script))

    assert indent("雨已经下了整整一夜") == pytest.approx(2 * size)
    assert indent("山前一夜雨") == 0
    measure = page.locator("#text").bounding_box()["width"] / size  # type: ignore[index]
    assert 30 <= measure <= 40


def test_a_line_that_brings_its_own_indent_gets_no_second_one(open_page: Open) -> None:
    line = open_page("texts/report/").locator("#text p", has_text="请予审议")
    assert line.evaluate("line => getComputedStyle(line).textIndent") == "0px"


def test_a_title_is_read_once(open_page: Open) -> None:
    page = open_page("texts/report/")
    seen = page.get_by_text("云泽市2031年政府工作报告").evaluate_all(
        "all => all.filter(one => one.closest('.text-page') && one.getBoundingClientRect().height > 2).length"
    )
    assert seen == 1


def test_a_page_says_which_script_it_is_in(open_page: Open) -> None:
    assert open_page("texts/news/").locator(".text-page").get_attribute("lang") == "zh-Hant"
    page = open_page("texts/report/")
    assert page.locator(".text-page").get_attribute("lang") == "zh-Hans"
    assert page.locator("html").get_attribute("lang") == "zh-Hans"


def test_neighbours_lead_through_a_collection(open_page: Open) -> None:
    page = open_page("texts/长堤--第九章/")
    page.get_by_role("navigation", name="前后篇").get_by_role("link", name="第十章 晴川").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("第十章 晴川")


@pytest.mark.parametrize("width", [360, 390, 820, 1280, 1440])
def test_no_page_is_wider_than_its_window(open_page: Open, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    home = page.url
    for path in PAGES:
        page.goto(home + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
