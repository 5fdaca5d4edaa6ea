"""Figures as tables in Markdown and as JSON in .cache/bench/, with the machine that they were measured on."""

import json
import os
import platform
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench.corpus import CACHE

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def _machine() -> dict[str, str]:
    processor = re.search(r"^model name\s*: (.*)", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "processor": f"{processor[1] if processor else platform.machine()}, {os.cpu_count()} cores",
        "load before": f"{os.getloadavg()[0]:.1f}",
        "memory": f"{memory:.0f} GB",
        "system": f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}",
        "Python": platform.python_version(),
    }


MACHINE: Final = _machine()
"""This machine, and what it was doing when the measuring began."""


def versions(*packages: str) -> dict[str, str]:
    """The versions of packages of this environment."""
    return {package: metadata.version(package) for package in packages}


def keep(name: str, rows: Sequence["DataclassInstance"], made_by: Mapping[str, str]) -> None:
    """Write rows to .cache/bench/NAME.json, and print what machine and versions they tell of."""
    told = {"machine": MACHINE, "versions": dict(made_by), "rows": [asdict(row) for row in rows]}
    CACHE.mkdir(parents=True, exist_ok=True)
    (CACHE / f"{name}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"\n{'; '.join(f'{key}: {value}' for key, value in (MACHINE | dict(made_by)).items())}\n")


def kept(name: str) -> dict[str, Any]:
    """What `keep` wrote under that name; FileNotFoundError if it has not been measured."""
    told: dict[str, Any] = json.loads((CACHE / f"{name}.json").read_text(encoding="utf-8"))
    return told


def promises(targets: Iterable[tuple[str, float, float]]) -> str:
    """What is promised, in words, as measured, and at most how much, as a table that says whether it is kept.

    >>> print(promises([("seconds", 2, 1)]))
    | promise | measured | at most | kept |
    |---|---:|---:|---|
    | seconds | 2.00 | 1 | no |
    """
    rows = [
        [name, f"{value:.2f}", f"{most:g}", "yes" if value <= most else "no"] for name, value, most in targets
    ]
    return table(("promise", "measured:", "at most:", "kept"), rows)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown. A column whose name ends in ":" holds numbers.

    >>> print(table(["name", "MB:"], [["a", "1"]]))
    | name | MB |
    |---|---:|
    | a | 1 |
    """
    marks = "|".join("---:" if name.endswith(":") else "---" for name in header)
    first, *rest = ([name.removesuffix(":") for name in header], *rows)
    lines = ["| " + " | ".join(cells) + " |" for cells in (first, *rest)]
    return "\n".join([lines[0], f"|{marks}|", *lines[1:]])
