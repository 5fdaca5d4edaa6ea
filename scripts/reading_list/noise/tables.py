"""The tables under data/noise/, which their readers make ready to look things up in."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def read_table(name: str) -> dict[str, Any]:
    """data/noise/NAME.toml, read once; not to be changed.

    Raises ValueError naming the file when it cannot be read.
    """
    table = resources.files("reading_list") / "data" / "noise" / f"{name}.toml"
    try:
        return tomllib.loads(table.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{table}: {error}") from error
