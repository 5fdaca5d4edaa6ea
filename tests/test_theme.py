"""All that search relies on of Material, held against the release that is installed.

Material's templates and the sources in its source map are asked, so that a release which changes one of these
names it here, and does not come out as a box that finds nothing.
"""

import json
import re
from importlib.metadata import version
from pathlib import Path

import material
import pytest

ROOT = Path(__file__).parent.parent
TEMPLATES = Path(material.__file__).parent / "templates"
CONFIG = re.search(
    r'<script id="__config" type="application/json">(.*?)</script>',
    (TEMPLATES / "base.html").read_text(encoding="utf-8"),
    re.DOTALL,
)
WORKER = (ROOT / "docs/assets/search/worker.js").read_text(encoding="utf-8")
PARTIAL = (ROOT / "overrides/partials/search_worker.html").read_text(encoding="utf-8")


def theme_source(name: str) -> str:
    """A source of the theme's script, by the end of its path."""
    (bundle,) = TEMPLATES.glob("assets/javascripts/bundle.*.map")
    told = json.loads(bundle.read_text(encoding="utf-8"))
    sources = dict(zip(told["sources"], told["sourcesContent"], strict=True))
    found = [text for path, text in sources.items() if path.endswith(name)]
    assert len(found) == 1, changed(f"no source {name}", "docs/assets/search/")
    return found[0]


def changed(what: str, ours: str) -> str:
    """What a failing test says."""
    return f"Material {version('mkdocs-material')} has {what}: see what of it {ours} relies on"


TRANSLATIONS = sorted(set(re.findall(r'texts\["([^"]+)"\]', PARTIAL)))
KEYS = ["base", "features", "translations", "search", *TRANSLATIONS]


@pytest.mark.parametrize("key", KEYS)
def test_the_config_block_has(key: str) -> None:
    assert CONFIG, changed("no block __config", "overrides/partials/search_worker.html")
    assert f'"{key}":' in CONFIG[1], changed(f"no {key} in __config", "overrides/partials/search_worker.html")


def test_the_config_block_names_the_worker() -> None:
    assert CONFIG
    assert re.search(r'"search": "assets/javascripts/workers/search\.\w+\.min\.js" \| url', CONFIG[1]), (
        changed("another worker in __config", "overrides/partials/search_worker.html")
    )
    assert "config.search = " in PARTIAL


@pytest.mark.parametrize("component", ["search-query", "search-result"])
def test_the_box_has(component: str) -> None:
    box = (TEMPLATES / "partials/search.html").read_text(encoding="utf-8")
    assert f'data-md-component="{component}"' in box, changed(f"no {component}", "docs/assets/search/box.mjs")


def test_the_messages_are_the_four() -> None:
    enumeration = re.search(
        r"enum SearchMessageType \{(.*?)\}", theme_source("worker/message/index.ts"), re.DOTALL
    )
    names = re.search(r"const \[(.*)\] = \[0, 1, 2, 3\];", WORKER)
    assert enumeration
    assert names
    found = re.findall(r"^ *(\w+)", enumeration[1], re.MULTILINE)
    assert found == names[1].split(", "), changed(f"the messages {found}", "docs/assets/search/worker.js")


def test_an_item_is_rendered_from_what_the_worker_sends() -> None:
    read = set(re.findall(r"\bdocument\.(\w+)", theme_source("templates/search/index.tsx")))
    item = re.search(
        r"\{\{(.*)\}\} Item$", (ROOT / "docs/assets/search/answer.mjs").read_text(), re.MULTILINE
    )
    assert item
    sent = set(re.findall(r"(\w+):", item[1]))
    assert read - {"tags"} == sent, changed(f"items with {sorted(read)}", "docs/assets/search/answer.mjs")
