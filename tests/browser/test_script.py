"""A text in the other script: fetched when it is asked for, and undone without a trace."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
CHAPTER = "texts/长堤--第九章/"
NEWS = "texts/news/"
TABLE = "**/script/hant.txt"


def choose(page: Page, option: str) -> None:
    page.get_by_role("button", name="阅读设置").click()
    page.get_by_role("group", name="简繁").get_by_role("radio", name=option).check()
    page.keyboard.press("Escape")


def copied(page: Page) -> str:
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#text'))")
    text: str = page.evaluate("getSelection().toString()")
    page.evaluate("getSelection().empty()")
    return text


def test_a_text_is_converted_and_put_back(open_page: Open) -> None:
    page = open_page(CHAPTER)
    text, whole = page.locator("#text"), page.locator(".text-page")
    before = whole.inner_html()
    source = copied(page)
    choose(page, "繁体")
    expect(text).to_contain_text("沈青禾推開門的時候")
    expect(text).to_have_attribute("lang", "zh-Hant")
    expect(page.locator("nav.neighbours .contents")).to_have_text("目錄")
    assert "“你怎麼才來？”老周頭也不抬" in copied(page)
    assert len(copied(page)) == len(source)
    choose(page, "原样")
    expect(text).to_have_attribute("lang", "zh-Hans")
    assert copied(page) == source
    assert whole.inner_html() == before


def test_the_choice_lasts(open_page: Open) -> None:
    page = open_page(CHAPTER)
    choose(page, "繁体")
    page.reload()
    expect(page.locator("#text")).to_contain_text("沈青禾推開門的時候")
    page.locator("nav.neighbours .next").click()
    expect(page.locator("#text")).to_contain_text("天晴了")
    page.locator("nav.neighbours .prev").click()
    expect(page.locator("#text")).to_contain_text("沈青禾推開門的時候")


@pytest.mark.parametrize("reading", ["clean", "collation", "source"])
def test_marks_stay_where_they_are(open_page: Open, reading: str) -> None:
    page = open_page(NEWS, choices={"script": "hans", "reading": reading})
    expect(page.locator("#text")).to_contain_text("青禾县长队(duì)赴上海招商")
    assert page.locator("del[data-kind=masked-word] + ins").text_content() == "书记"


def test_no_mark_parts_a_phrase_and_marks_may_come_and_go(open_page: Open) -> None:
    page = open_page(CHAPTER)
    line = "document.querySelector('#p1')"
    page.evaluate(f"{line}.innerHTML = '理头<del>头发</del>发，才谈<b>发</b>展'")
    page.evaluate("document.addEventListener('reading-list:text-changed', () => (window.told = true))")
    choose(page, "繁体")
    page.wait_for_function("window.told")
    assert page.inner_html("#p1") == "理頭<del>頭髮</del>髮，才談<b>發</b>展"
    # As the marks of hits do when they are set, and taken away.
    page.evaluate(
        f"{line}.firstChild.splitText(1); {line}.querySelector('b').replaceWith('發'); {line}.normalize()"
    )
    page.evaluate(f"{line}.firstChild.splitText(1)")
    choose(page, "原样")
    assert page.inner_html("#p1") == "理头<del>头发</del>发，才谈发展"


def test_a_long_text_is_converted_to_its_end(open_page: Open) -> None:
    page = open_page("texts/report/", choices={"script": "hant"})
    expect(page.locator("#text")).to_have_attribute("lang", "zh-Hant")
    assert "实" not in copied(page)
    assert copied(page).count("把每一件實事辦到群眾的心坎上") == 40


def test_nothing_is_fetched_unasked(open_page: Open) -> None:
    page = open_page(CHAPTER, choices={"script": "hans"})
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert requests
    assert not [url for url in requests if "/script/" in url]


def test_a_late_table_is_announced_and_not_waited_for_long(open_page: Open) -> None:
    page = open_page(CHAPTER)
    page.route(TABLE, lambda route: (page.wait_for_timeout(800), route.continue_()))
    choose(page, "繁体")
    expect(page.locator("#text p").first).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="正在载入繁体字表")).to_be_visible()
    expect(page.locator("#text")).to_contain_text("沈青禾推開門的時候")
    expect(page.locator(".script-note")).to_be_empty()


def test_a_table_that_cannot_be_had_is_asked_for_again(open_page: Open) -> None:
    page = open_page(CHAPTER, choices={"script": "hant"})
    page.route(TABLE, lambda route: route.abort())
    page.reload()
    expect(page.get_by_role("status").filter(has_text="繁体字表未能载入")).to_be_visible()
    expect(page.locator("#text p").first).to_be_visible()
    expect(page.locator("#text")).to_contain_text("沈青禾推开门的时候")
    assert not Axe().run(page).response["violations"]
    page.unroute(TABLE)
    choose(page, "原样")
    choose(page, "繁体")
    expect(page.locator("#text")).to_contain_text("沈青禾推開門的時候")


def test_titles_of_a_list_are_converted_too_and_those_it_is_filtered_to(open_page: Open) -> None:
    page = open_page(choices={"script": "hant"})
    rows = page.locator(".texts > li")
    report = page.get_by_role("link", name="雲澤市2031年政府工作報告")
    expect(report).to_have_attribute("lang", "zh-Hant")
    page.get_by_text("筛选与排序").click()
    page.get_by_label("文字").select_option("zh-Hans")
    expect(rows).to_have_count(3)
    expect(report).to_be_visible()
    choose(page, "原样")
    expect(page.get_by_role("link", name="云泽市2031年政府工作报告")).to_have_attribute("lang", "zh-Hans")
