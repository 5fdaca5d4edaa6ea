"""The pictures in the README: `make gallery` takes them of the samples' site, and writes them to gallery/.

Each is a page in a window, after what a reader chose and did. Needs Chromium and a Chinese font. They are
JPEG: the grey edges of so many characters make PNG files of twice the size.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from bench.lighthouse import FLAGS, browser_path, build_ours
from bench.served import serve

FOLDER = Path(__file__).parents[1] / "gallery"
LIMIT = 1_500_000
"""Bytes of all pictures: whoever clones the repository gets them, too."""
QUALITY = 70
PHONE, DESKTOP = (390, 780), (1280, 780)
"""Windows, in CSS pixels."""
CHAPTER, NEWS, GLOSSED = "texts/灯影桥--9/", "texts/青螺湖区赴望海考察/", "texts/澄州赴上江/"


def open_panel(page: Page) -> None:
    """Open the reader's panel."""
    page.get_by_role("button", name="阅读设置").click()


def search(page: Page) -> None:
    """Type into the search box, and wait for results with their text."""
    page.keyboard.press("/")
    page.keyboard.type("灯")
    page.locator(".search-teaser").nth(3).wait_for()


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the page, the window, what the reader chose (as panel.mjs keeps it) and does."""

    name: str
    path: str
    window: tuple[int, int]
    choices: dict[str, str] = field(default_factory=dict)
    act: Callable[[Page], None] | None = None


SHOTS = (
    Shot("index", "", DESKTOP, {"theme": "light"}),
    Shot("chapter", CHAPTER, DESKTOP, {"theme": "sepia"}),
    Shot("collation", GLOSSED, DESKTOP, {"theme": "light", "reading": "collation"}),
    Shot("pinyin", GLOSSED, DESKTOP, {"theme": "dark", "pinyin": "show"}),
    Shot("search", CHAPTER, DESKTOP, {"theme": "dark"}, search),
    Shot("panel", CHAPTER, DESKTOP, {"theme": "light"}, open_panel),
    Shot("phone-clean", NEWS, PHONE, {"theme": "light"}),
    Shot("phone-collation", NEWS, PHONE, {"theme": "sepia", "reading": "collation"}),
    Shot("phone-source", NEWS, PHONE, {"theme": "dark", "reading": "source"}),
    Shot("phone-index", "", PHONE, {"theme": "dark"}),
    Shot("phone-panel", CHAPTER, PHONE, {"theme": "sepia"}, open_panel),
    Shot("phone-search", CHAPTER, PHONE, {"theme": "light"}, search),
)


def take(browser: Browser, address: str, shot: Shot) -> bytes:
    """The picture, as JPEG, of the site at `address`."""
    width, height = shot.window
    context = browser.new_context(
        viewport={"width": width, "height": height}, is_mobile=width < 500, reduced_motion="reduce"
    )
    kept = json.dumps(json.dumps(shot.choices))
    context.add_init_script(f"localStorage.setItem('reading-list.choices', {kept})")
    page = context.new_page()
    page.goto(address + quote(shot.path), wait_until="networkidle")
    if shot.act:
        shot.act(page)
    page.wait_for_timeout(500)  # what the theme moves in has come to rest
    picture = page.screenshot(type="jpeg", quality=QUALITY)
    context.close()
    return picture


def main() -> int:
    """Take and write all; the exit status is 1 if they are larger than the limit."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder) / "site") as address:
        build_ours(Path(folder), address)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
            for shot in SHOTS:
                (FOLDER / f"{shot.name}.jpg").write_bytes(take(browser, address, shot))
            browser.close()
    total = sum(file.stat().st_size for file in FOLDER.iterdir())
    print(f"{len(SHOTS)} pictures, {total / 1e3:,.0f} kB")
    return 0 if total <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
