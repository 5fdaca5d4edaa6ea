"""A real browser, and sites for it.

`site` holds the invented texts, with their noise marked as a person would; `open_page` opens a page of it in
a browser that reaches no other host, and every script error or dialog is a failure.
"""

import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from browser.invented import TEXTS, marked_body
from marks import unmark
from reading_list import import_command, page

ROOT = Path(__file__).parents[2]


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder; gives its address, with a / at its end."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def build_site(root: Path, address: str) -> None:
    """Build root/site from the pages in root/docs, to be served at `address`."""
    for name in ("docs/assets", "overrides", "scripts"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "docs/about.md"):
        shutil.copy(ROOT / name, root / name)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=root,
        check=True,
        env=os.environ | {"SITE_URL": address, "NO_MKDOCS_2_WARNING": "1"},
    )


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page before it has all of it is no error."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: a test's output is its own."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, or Chrome, of this system."""
    names = ("chromium", "google-chrome", "chromium-browser")
    executable = next(filter(None, map(shutil.which, names)), None)
    assert executable, "the browser tests need Chromium: apt-get install chromium"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=flags)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of TEXTS, with a / at its end."""
    root = tmp_path_factory.mktemp("invented")
    for name, marked in TEXTS.items():
        source = root / "sources" / name
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(unmark(marked)[0], encoding="utf-8")
    with serve(root / "site") as address:
        assert import_command.main([str(root / "sources"), "--docs", str(root / "docs")]) == 0
        for path in (root / "docs/texts").glob("*.md"):
            read = page.read(path.name, path.read_text(encoding="utf-8"))
            body = marked_body(TEXTS[read.front_matter["source"]])
            path.write_text(page.write(page.Page(read.path, read.front_matter, body)), encoding="utf-8")
        build_site(root, address)
        yield address


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """A function that opens a path of the site in a new context, whose options it takes; `choices` are those
    that the reader made on an earlier visit."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def guard(route: Route) -> None:
        if route.request.url.startswith(site):
            route.continue_()
        else:
            wrong.append(f"request to {route.request.url}")
            route.abort()

    def open_path(path: str = "", choices: dict[str, str] | None = None, **options: Any) -> Page:
        options = {"viewport": {"width": 1280, "height": 800}, **options}
        context = browser.new_context(**options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.route("**/*", guard)
        if choices:
            kept = json.dumps(json.dumps(choices))
            context.add_init_script(f"localStorage.setItem('reading-list.choices', {kept})")
        opened = context.new_page()
        opened.on("dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
        opened.on("pageerror", lambda error: wrong.append(f"script error {error}"))
        opened.goto(site + quote(path))
        return opened

    yield open_path
    for context in contexts:
        context.close()
    assert not wrong
