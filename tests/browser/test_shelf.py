"""Reading half a text and coming back, as a reader would."""

import functools
import json
import re
import shutil
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.conftest import build_site
from reading_list import import_command
from reading_list.offline import pack

NUMERALS = "零一二三四五六七八九"
FIRST = "texts/渡口--第一章/"
SETTLED = 900  # milliseconds until the place in a page that was just opened is known


def chapter(number: int, paragraphs: int = 60) -> str:
    """An invented chapter; each of its paragraphs says which it is, and the last is as long as a page."""
    told = [
        f"    这是第{number}章的第{place}段。渡口的雾还没有散，撑船的老人说今天不会再有人来了，"
        "她却坐在石阶上不肯走，数着对岸一盏一盏亮起来的灯。"
        for place in range(1, paragraphs + 1)
    ]
    told.append("".join(f"灯{count}亮了。" for count in range(1000)) if paragraphs > 10 else "完。")
    return "\n".join([f"第{NUMERALS[number]}章 渡口", *told]) + "\n"


TEXTS = {
    "渡口/第一章.txt": chapter(1),
    "渡口/第二章.txt": chapter(2),
    "渡口/第三章.txt": chapter(3, 2),
    **{f"note-{number:03}.txt": f"杂记之{number}\n    今日无事，只是天晴。\n" for number in range(130)},
}


def build(root: Path, texts: dict[str, str], address: str) -> None:
    """Build root/site from texts by their paths, to be served at `address`."""
    for name, text in texts.items():
        source = root / "sources" / name
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(text, encoding="utf-8")
    assert import_command.main([str(root / "sources"), "--docs", str(root / "docs")]) == 0
    build_site(root, address)


class _Handler(SimpleHTTPRequestHandler):
    """As GitHub Pages: a broken address gets 404.html."""

    def log_message(self, format: str, *arguments: Any) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self.error_message_format = (Path(self.directory) / "404.html").read_text().replace("%", "%%")
        super().send_error(code, message, explain)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The address of a site of TEXTS."""
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Handler, directory=folder / "site")
    ) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        build(folder, TEXTS, address)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


Opens = Callable[..., Page]


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Opens]:
    """Makes a page of a new reader, or of one who kept `state`; no script may fail in it."""
    contexts: list[BrowserContext] = []
    failed: list[str] = []

    def come(**options: Any) -> Page:
        context = browser.new_context(
            base_url=address, **{"viewport": {"width": 1000, "height": 700}, **options}
        )
        context.set_default_timeout(5000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: failed.append(str(error)))
        return page

    yield come
    for context in contexts:
        context.close()
    assert not failed


def top_paragraph(page: Page) -> str:
    """The text at the place where one reads first."""
    return str(
        page.evaluate(
            """() => {
              const line = document.querySelector(".md-header").getBoundingClientRect().bottom + 12;
              const all = [...document.querySelectorAll(".source-text p")];
              return all.find((p) => p.getBoundingClientRect().bottom > line).textContent; }"""
        )
    )


def settle(page: Page) -> None:
    """Until a text that was just opened is followed."""
    page.locator(".progress-gauge").wait_for()
    page.wait_for_timeout(SETTLED)


def read_to(page: Page, path: str, paragraph: int) -> None:
    page.goto(path)
    settle(page)
    page.evaluate(
        """(id) => scrollBy({top: document.getElementById(id).getBoundingClientRect().top
          - document.querySelector(".md-header").getBoundingClientRect().bottom - 8, behavior: "instant"})""",
        f"p{paragraph + 1}",
    )
    page.wait_for_timeout(600)


def test_half_a_text_read_is_offered_again_and_never_forced(reader: Opens) -> None:
    page = reader()
    read_to(page, FIRST, 30)
    page.goto("about/")
    page.goto(FIRST)
    offer = page.get_by_role("button", name=re.compile("继续阅读"))
    expect(offer).to_be_visible()
    assert page.evaluate("scrollY") == 0
    # Looking at the beginning does not lose the place.
    page.wait_for_timeout(SETTLED)
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(600)
    offer.click()
    assert "第30段" in top_paragraph(page)
    expect(offer).to_have_count(0)


def test_the_card_leads_to_the_very_line_in_another_window_after_another_build(
    reader: Opens, folder: Path, address: str, tmp_path: Path
) -> None:
    page = reader()
    read_to(page, FIRST, 61)
    page.mouse.move(500, 400)
    page.mouse.wheel(0, 300)
    page.wait_for_timeout(600)
    state = page.context.storage_state()
    place = json.loads(page.evaluate("localStorage['/.place.渡口--第一章']"))
    assert place["paragraph"] == 62 and place["offset"] > 100

    build(tmp_path, TEXTS | {"aaa.txt": "新来的\n    一篇。\n"}, address)
    shutil.copytree(tmp_path / "site", folder / "site", dirs_exist_ok=True)
    page = reader(storage_state=state, viewport={"width": 420, "height": 800})
    page.goto("")
    expect(page.locator(".continue")).to_contain_text("第一章 渡口")
    page.locator(".continue a").click()
    page.wait_for_timeout(SETTLED)
    assert "#" not in page.url
    offset = page.evaluate(
        """() => { const box = document.querySelector("#p62").getBoundingClientRect();
          const at = document.caretRangeFromPoint(box.left + 4,
            document.querySelector(".md-header").getBoundingClientRect().bottom + 14);
          return at.startOffset; }"""
    )
    assert abs(offset - place["offset"]) < 30  # one line of that window


def test_a_window_made_narrow_keeps_the_line(reader: Opens) -> None:
    page = reader()
    read_to(page, FIRST, 40)
    page.set_viewport_size({"width": 500, "height": 700})
    page.wait_for_timeout(600)
    assert "第40段" in top_paragraph(page)


def test_an_address_in_a_text_is_not_overridden(reader: Opens) -> None:
    page = reader()
    read_to(page, FIRST, 30)
    page.goto("about/")
    page.goto(f"{FIRST}#p11")
    page.wait_for_timeout(SETTLED)
    assert "第10段" in top_paragraph(page)
    expect(page.get_by_role("button", name=re.compile("继续阅读"))).to_be_visible()


def test_at_the_end_a_text_is_read_and_the_next_is_what_to_go_on_with(reader: Opens) -> None:
    page = reader()
    read_to(page, FIRST, 60)
    page.keyboard.press("End")
    expect(page.get_by_role("button", name="已读 · 标为未读")).to_be_visible()
    page.goto("collections/渡口/")
    rows = page.locator("ol.texts > li")
    expect(rows.nth(0)).to_contain_text("已读")
    expect(rows.nth(1)).to_contain_text("未读")
    card = page.locator(".continue")
    expect(card).to_contain_text("第二章 渡口")
    expect(card).to_contain_text("已读 1/3 篇")


def test_keys_and_swipes_turn_to_the_next_text_but_not_while_typing(reader: Opens) -> None:
    page = reader(has_touch=True)
    page.goto(FIRST)
    expect(page.locator(".progress-gauge")).to_be_visible()  # the features are there
    page.keyboard.press("ArrowRight")
    expect(page).to_have_title(re.compile("第二章"))
    page.keyboard.press("k")
    expect(page).to_have_title(re.compile("第一章"))
    page.evaluate("document.querySelector('h1').append(document.createElement('input'))")
    page.locator("h1 input").focus()
    page.keyboard.press("ArrowRight")
    page.evaluate("document.activeElement.blur()")
    touch = page.context.new_cdp_session(page)
    for x, y, way in ((700, 690, "第一章"), (700, 400, "第二章")):
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": 400}]})
        for part in (0.5, 1):
            point = {"x": x - 250 * part, "y": 400 + (y - 400) * part}
            touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait_for_timeout(500)
        expect(page).to_have_title(re.compile(way))


def test_what_is_filtered_is_all_there_is_and_not_the_rows_of_the_page(reader: Opens) -> None:
    page = reader()
    read_to(page, FIRST, 30)
    page.goto("")
    rows = page.locator(".filter ~ .texts > li")
    expect(rows).to_have_count(30)
    page.get_by_text("筛选与排序").click()
    page.get_by_label("合集").select_option("渡口")
    expect(rows).to_have_count(3)
    page.get_by_label("合集").select_option("")
    page.get_by_label("状态").select_option("reading")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text(re.compile(r"第一章 渡口.*读到 \d+%"))
    expect(page.get_by_role("status").filter(has_text="1 篇")).to_be_visible()
    # A filtered list has an address.
    page.reload()
    expect(rows).to_have_count(1)
    page.get_by_role("button", name="清除").click()
    expect(rows).to_have_count(30)


def test_a_list_of_several_pages_is_sorted_as_one(reader: Opens) -> None:
    page = reader()
    page.goto("types/unclassified/")
    rows = page.locator(".texts > li")
    expect(rows).to_have_count(100)
    page.get_by_text("筛选与排序").click()
    page.get_by_label("排序").select_option("title")
    expect(page.locator("nav.pages").first).to_be_hidden()
    page.get_by_role("button", name=re.compile("再显示")).click()
    titles = page.locator(".texts a").all_text_contents()
    assert len(titles) >= 130
    assert titles.index("杂记之9") < titles.index("杂记之10")


def test_the_record_moves_to_another_browser_and_the_later_place_stays(reader: Opens, tmp_path: Path) -> None:
    page = reader()
    read_to(page, FIRST, 30)
    page.goto("")
    page.get_by_text("筛选与排序").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="导出").click()
    file = tmp_path / "record.json"
    saved.value.save_as(file)

    other = reader()
    read_to(other, "texts/渡口--第二章/", 20)
    other.goto("")
    other.get_by_text("筛选与排序").click()
    other.get_by_label("导入").set_input_files(file)
    expect(other.locator(".filter-count")).to_have_text("导入了 1 篇的阅读记录")
    other.get_by_label("导入").set_input_files(file)
    expect(other.locator(".filter-count")).to_have_text("导入了 0 篇的阅读记录，1 篇本机的更新")
    told = json.loads(file.read_text(encoding="utf-8"))
    told["places"] |= {"../x": told["places"]["渡口--第一章"], "bad": {"part": 7}}
    told["places"]["渡口--第三章"] = told["places"]["渡口--第一章"] | {
        "title": "<img src=x onerror=alert(1)>"
    }
    file.write_text(json.dumps(told), encoding="utf-8")
    other.get_by_label("导入").set_input_files(file)
    expect(other.locator(".filter-count")).to_have_text("导入了 1 篇的阅读记录，1 篇本机的更新，2 条无法识别")
    assert other.locator("img[src=x]").count() == 0
    file.write_text("[]")
    other.get_by_label("导入").set_input_files(file)
    expect(other.locator(".filter-count")).to_have_text("这不是阅读记录文件")
    other.goto("collections/渡口/")
    expect(other.locator("ol.texts > li").first).to_contain_text("读到")


def test_a_paragraph_has_an_address_and_the_text_stays_the_text(reader: Opens) -> None:
    page = reader(permissions=["clipboard-read", "clipboard-write"])
    page.goto(FIRST)
    page.locator("#p5").hover()
    assert (
        page.locator(".source-text").evaluate("text => text.textContent.trim()")
        == TEXTS["渡口/第一章.txt"].strip()
    )
    page.get_by_role("link", name="第 5 行的固定链接").click()
    assert page.url.endswith("#p5")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_what_is_selected_is_copied_with_its_title_and_address(reader: Opens) -> None:
    page = reader(permissions=["clipboard-read", "clipboard-write"])
    page.goto(FIRST)
    page.locator("#p3").select_text()
    page.get_by_role("button", name="复制引文").click()
    expect(page.locator(".sharing-said")).to_have_text("已复制引文")
    quoted, _, told = page.evaluate("navigator.clipboard.readText()").partition("\n\n")
    assert quoted == TEXTS["渡口/第一章.txt"].split("\n")[2].strip()
    assert told.split("\n") == ["——《第一章 渡口》", f"{page.url}#p3"]


def test_a_broken_address_offers_its_words(reader: Opens) -> None:
    page = reader()
    page.goto("texts/渡口-的_灯-12ab34cd/")
    expect(page.get_by_role("searchbox", name="搜索")).to_have_value("渡口 的 灯")


@pytest.mark.parametrize("path", ["", "collections/渡口/", "types/unclassified/", FIRST, "texts/note-001/"])
def test_nothing_moves_while_a_page_loads(reader: Opens, path: str) -> None:
    page = reader()
    read_to(page, FIRST, 30)
    page.goto("about/")
    page.goto(path)
    page.wait_for_timeout(SETTLED)
    moved = page.evaluate(
        """() => new Promise((resolve) => { let sum = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((shift) => (sum += shift.value)))
            .observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 200); })"""
    )
    assert moved == 0


def test_without_scripts_lists_are_plain_and_whole(reader: Opens) -> None:
    page = reader(java_script_enabled=False)
    page.goto("collections/渡口/")
    page.get_by_role("link", name="第一章 渡口").click()
    expect(page.locator("#p2")).to_contain_text("第1段")
    expect(page.locator(".progress-gauge")).to_have_count(0)


def test_the_zip_opens_from_disk(reader: Opens, folder: Path, address: str, tmp_path: Path) -> None:
    pack(folder / "site", tmp_path / "site.zip")
    zipfile.ZipFile(tmp_path / "site.zip").extractall(tmp_path)
    page = reader()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    home = (tmp_path / "site/index.html").as_uri()
    page.goto(home)
    page.get_by_role("link", name="渡口").first.click()
    page.get_by_role("link", name="第一章 渡口").first.click()
    page.wait_for_url("**/texts/**")
    settle(page)
    page.mouse.move(500, 400)
    page.mouse.wheel(0, 1500)
    page.wait_for_timeout(600)
    page.goto(home)
    page.get_by_text("筛选与排序").click()
    page.get_by_label("合集").select_option("渡口")
    expect(page.locator(".filter ~ .texts > li")).to_have_count(3)
    page.locator(".continue a").click()
    page.wait_for_url("**/index.html")  # the hash is gone: it led to the place
    assert page.evaluate("scrollY") > 500
    assert all(url.startswith(("file:", "blob:", "data:")) for url in asked)
