"""A text in the other script: fetched when it is asked for, and undone without a trace."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]
CHAPTER = "texts/长堤--第九章/"


def choose(page: Page, option: str) -> None:
    page.get_by_role("button", name="阅读设置").click()
    page.get_by_role("group", name="简繁").get_by_role("radio", name=option).check()
    page.keyboard.press("Escape")


def test_a_text_is_converted_and_put_back(open_page: Open) -> None:
    page = open_page(CHAPTER)
    text = page.locator("#text")
    before = text.inner_html()
    choose(page, "繁体")
    expect(text).to_contain_text("沈青禾推開門的時候")
    expect(text).to_have_attribute("lang", "zh-Hant")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#text'))")
    assert "“你怎麼才來？”" in page.evaluate("getSelection().toString()")
    choose(page, "原样")
    expect(text).to_contain_text("沈青禾推开门的时候")
    assert text.inner_html() == before


def test_marks_stay_where_they_are(open_page: Open) -> None:
    page = open_page("texts/news/", choices={"script": "hans", "reading": "collation"})
    expect(page.locator("#text")).to_contain_text("青禾县长队(duì)赴上海招商")
    assert page.locator("del[data-kind=masked-word] + ins").inner_text() == "书记"


def test_nothing_is_fetched_unasked(open_page: Open) -> None:
    page = open_page(CHAPTER)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert not [url for url in requests if url.endswith("script.json")]


def test_a_text_whose_other_script_cannot_be_had_is_shown_as_it_is(open_page: Open) -> None:
    page = open_page(CHAPTER, choices={"script": "hant"})
    page.route("**/script.json", lambda route: route.abort())
    page.reload()
    expect(page.locator("#text p").first).to_be_visible()
    expect(page.locator("#text")).to_contain_text("沈青禾推开门的时候")
