"""The box of a site built by MkDocs, in Chromium."""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, expect

from reading_list import site_check
from reading_list.import_command import main as import_texts
from reading_list.offline import pack
from reading_list.search_index import index_site
from reading_list.site_check import BOX, ask, check, open_box, read_texts, report, serve

ROOT = Path(__file__).parent.parent.parent
SOURCES = {
    "渡口": "青禾渡口\n天没亮，陈砚秋已经到了青🈣禾渡口。\n" + "水声。\n" * 60 + "他又回到青⛳禾渡口。\n",
    "開工": "青禾縣工業園開工\n青禾(hé)渡口(kǒu)新區迎來 3 個項目，書記到場。\n",
    "玻璃": "一片玻璃\n厚 0.03 mm 的 UTG 玻璃，\N{CJK UNIFIED IDEOGRAPH-20BB7}字牌。\n",
    "長卷": "长卷\n" + "江水东流，一去不回。\n" * 1000 + "末了是一句钟声。\n",
    **{f"章{n:02}": f"第{n}章\n第{n}回里，船还没有来，3<5&7>2。\n" for n in range(1, 25)},
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    docs = folder / "docs"
    ignore = shutil.ignore_patterns("texts", "types", "collections")
    shutil.copytree(ROOT / "docs", docs, ignore=ignore)
    sources = folder / "sources"
    sources.mkdir()
    for name, text in SOURCES.items():
        sources.joinpath(f"{name}.txt").write_text(text, encoding="utf-8")
    assert import_texts([str(sources), "--docs", str(docs)]) == 0
    for path in docs.glob("texts/*.md"):
        path.write_text(_marked(path.read_text(encoding="utf-8")), encoding="utf-8")
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(folder / "site"))
    build(config)
    return folder


def _marked(text: str) -> str:
    """The page with its noise marked, as a person would where no rule did."""
    for noise in ("🈣", "⛳", "(hé)", "(kǒu)"):
        if f"{{--{noise}" not in text:
            text = text.replace(noise, f"{{--{noise}--}}")
    return text


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    with serve(project / "site") as address:
        yield address


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    tab = open_box(browser, address + "about/")
    yield tab
    tab.close()


def _search(tab: Page, query: str) -> list[str]:
    ask(tab, query)
    return tab.locator(".md-search-result__item h1").all_inner_texts()


def test_the_box_finds_what_a_scan_finds(project: Path, tab: Page) -> None:
    answers = list(check(read_texts(project / "docs"), tab))
    lines, right = report(answers)
    assert right, lines
    assert len(answers) > 60


def test_the_check_notices_a_page_that_is_not_found(
    project: Path, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_check, "MOST", 60)
    site = tmp_path / "site"
    shutil.copytree(project / "site", site)
    shutil.rmtree(site / "texts" / "渡口")
    index_site(site)
    with serve(site) as address:
        lines, right = report(list(check(read_texts(project / "docs"), open_box(browser, address))))
    assert not right
    assert "missed texts/渡口/" in lines


def test_opening_a_page_fetches_nothing_of_the_index(tab: Page, address: str) -> None:
    fetched: list[str] = []
    tab.on("request", lambda request: fetched.append(request.url))
    tab.goto(address + "about/", wait_until="networkidle")
    assert [url for url in fetched if url.startswith(address + "search/")] == [
        address + "search/search_index.json"  # the theme's own, without a page
    ]
    ask(tab, "书记")
    assert any(url.endswith("/catalogue.bin") for url in fetched)


def test_a_result_shows_where_the_hit_stands_in_the_pages_own_script(tab: Page) -> None:
    assert _search(tab, "书记到场") == ["青禾縣工業園開工"]
    teaser = tab.locator(".search-teaser").inner_html()
    assert "項目，<mark>書記到場</mark>。" in teaser
    assert tab.locator(".search-facts").is_visible()


def test_a_hit_deep_in_a_long_page_is_shown(tab: Page) -> None:
    assert _search(tab, "一句鐘聲") == ["长卷"]
    expect(tab.locator(".search-teaser mark")).to_have_text("一句钟声")


def test_a_page_cannot_put_markup_into_a_result(tab: Page) -> None:
    ask(tab, "3<5&7>2")
    assert "<mark>3&lt;5&amp;7&gt;2</mark>" in tab.locator(".search-teaser").first.inner_html()


def test_results_beyond_the_first_are_filled_in_when_they_are_reached(tab: Page) -> None:
    assert len(_search(tab, "船还没有来")) == 10
    items = tab.locator(".md-search-result__item")
    for _ in range(40):  # the box shows more each time that its end is reached anew
        tab.locator(".md-search__scrollwrap").evaluate(
            "wrap => { wrap.scrollTo(0, 0); setTimeout(() => wrap.scrollTo(0, wrap.scrollHeight), 100); }"
        )
        tab.wait_for_timeout(200)
        if items.count() == 24:
            break
    expect(items.last.locator("h1")).to_contain_text("章")
    expect(items.last.locator(".search-teaser mark")).to_have_text("船还没有来")


def test_enter_opens_the_best_result_at_its_first_hit_even_if_noise_splits_it(tab: Page) -> None:
    ask(tab, "青禾渡口")
    tab.locator(BOX).press("Enter")
    tab.wait_for_url("**/texts/**")
    marks = tab.locator("mark.hit")
    expect(tab.locator(".hits [role=status]")).to_have_text("1 / 3")
    assert "".join(marks.all_inner_texts()) == "青禾渡口" * 3
    expect(tab.locator("mark.current").first).to_be_in_viewport()
    tab.keyboard.press("[")
    expect(tab.locator(".hits [role=status]")).to_have_text("3 / 3")
    expect(marks.last).to_be_in_viewport()
    tab.keyboard.press("]")
    expect(tab.locator(".hits [role=status]")).to_have_text("1 / 3")
    tab.locator(".hits button").last.click()
    expect(marks).to_have_count(0)
    expect(tab.locator(".hits")).to_have_count(0)


def test_marks_do_not_follow_to_the_next_page(tab: Page) -> None:
    ask(tab, "青禾渡口")
    tab.locator(BOX).press("Enter")
    expect(tab.locator(".hits")).to_have_count(1)
    tab.locator("nav.neighbours a").first.click()
    tab.wait_for_function("!location.search")
    expect(tab.locator(".hits")).to_have_count(0)


def test_a_chip_keeps_one_type_and_lets_go_again(tab: Page) -> None:
    ask(tab, "船")
    chip = tab.locator(".search-chips button").first
    name = chip.inner_text().split()[0]
    chip.click()
    expect(tab.locator(BOX)).to_have_value(f"船 类型:{name}")
    pressed = tab.locator(".search-chips button[aria-pressed=true]")
    expect(pressed).to_have_count(1)
    pressed.click()
    expect(tab.locator(BOX)).to_have_value("船")


def test_a_link_may_hold_the_query(tab: Page, address: str) -> None:
    tab.goto(address + "?q=UTG")
    expect(tab.locator(".md-search-result__item h1")).to_have_text("一片玻璃")


def test_no_results_come_with_advice(tab: Page) -> None:
    assert _search(tab, "無此字句") == []
    expect(tab.locator(".md-search-result__meta")).to_contain_text("没有找到")


def test_pinyin_finds_titles(tab: Page) -> None:
    assert set(_search(tab, "qinghe")) == {"青禾渡口", "青禾縣工業園開工"}
    assert _search(tab, "ypbl") == ["一片玻璃"]


def test_a_missing_index_is_said_to_be_missing(browser: Browser, project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(project / "site", site)
    for chunk in site.glob("search/*/chunk-*"):
        chunk.unlink()
    with serve(site) as address:
        tab = open_box(browser, address)
        assert _search(tab, "渡口") == ["现在无法搜索"]
        expect(tab.locator(".md-search-result__item")).to_contain_text("404")


def test_what_is_pasted_is_found_without_a_key(tab: Page) -> None:
    tab.locator(BOX).click()
    tab.keyboard.insert_text("渡口")
    expect(tab.locator(".md-search-result__item").first).to_be_visible()


@pytest.mark.parametrize("zipped", [False, True], ids=["as built", "out of the zip"])
def test_a_page_from_the_disk_says_why_it_cannot_search(
    tab: Page, project: Path, tmp_path: Path, zipped: bool
) -> None:
    if zipped:
        pack(project / "site", tmp_path / "site.zip")
        zipfile.ZipFile(tmp_path / "site.zip").extractall(tmp_path)
    folder = tmp_path if zipped else project
    tab.goto((folder / "site" / "about" / "index.html").as_uri())
    tab.locator("label[for=__search].md-header__button").evaluate("label => label.click()")
    tab.locator(BOX).fill("渡口")
    tab.keyboard.press("Shift")
    expect(tab.locator(".md-search-result__meta")).to_contain_text("从磁盘直接打开")


def test_marks_leave_the_text_whole_when_the_script_changes_around_them(tab: Page) -> None:
    ask(tab, "工业园")
    tab.locator(BOX).press("Enter")
    expect(tab.locator("mark.hit").first).to_have_text("工業園")
    text = tab.locator(".source-text")
    before = text.inner_text()
    for script, shown in (("hans", "工业园"), ("hant", "工業園"), ("hans", "工业园")):
        tab.evaluate("script => document.documentElement.dataset.script = script", script)
        expect(tab.locator("mark.hit").first).to_have_text(shown)
    tab.locator(".hits button").last.click()
    tab.evaluate("document.documentElement.dataset.script = 'hant'")
    expect(text).to_contain_text("工業園")
    assert text.inner_text() == before
