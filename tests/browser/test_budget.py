"""What of our own a reader's browser loads, as it is served, stays small."""

import urllib.error
import urllib.request
from pathlib import Path

import pytest

from bench.served import squeeze

ASSETS = Path(__file__).parents[2] / "docs/assets"
FOLDERS = ("reader", "search")


@pytest.mark.parametrize(("suffixes", "limit"), [((".mjs", ".js"), 25_000), ((".css",), 8_000)])
def test_our_own_code_stays_small(site: str, suffixes: tuple[str, ...], limit: int) -> None:
    names = [path.relative_to(ASSETS) for folder in FOLDERS for path in (ASSETS / folder).iterdir()]
    sizes = {}
    for name in (name.as_posix() for name in names if name.suffix in suffixes):
        try:
            with urllib.request.urlopen(f"{site}assets/{name}") as answer:
                sizes[name] = len(squeeze(answer.read()))
        except urllib.error.HTTPError as error:
            assert error.code == 404  # it stands in the one that imports it
    assert {"reader/reader.mjs", "reader/reader.css"} & sizes.keys()
    assert sum(sizes.values()) <= limit, sizes
