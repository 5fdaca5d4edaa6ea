"""The site builders that people would use instead, each in an environment of its own with its documented
Chinese setup."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import CACHE

_STOCK = """
site_name: bench
theme:
  name: {theme}
  language: zh
plugins:
  - search:
{search}
"""
_LUNR = "      lang: [zh, en]\n      separator: '[\\s\\u200b\\-]'"


@dataclass(frozen=True, slots=True)
class Builder:
    """A builder: what to install, its mkdocs.yml, and its command line in the environment's bin/."""

    name: str
    requirements: Sequence[str]
    configuration: str
    command: Sequence[str]

    def install(self) -> Path:
        """Make its environment, unless it is there; returns the folder of its commands."""
        environment = (CACHE / f"venv-{self.name}").resolve()
        if not (environment / "ready").exists():
            subprocess.run([sys.executable, "-m", "venv", environment], check=True)
            pip: list[str | Path] = [environment / "bin" / "pip", "install", "--quiet", *self.requirements]
            subprocess.run(pip, check=True, stderr=subprocess.DEVNULL)
            (environment / "ready").touch()
        return environment / "bin"


PEERS = (
    Builder(
        "material",
        ("mkdocs-material>=9.8,<10", "jieba"),
        _STOCK.format(theme="material", search=_LUNR),
        ("mkdocs", "build", "--quiet"),
    ),
    Builder(
        "materialx",
        ("mkdocs-materialx>=10,<11", "jieba"),
        _STOCK.format(theme="materialx", search="      provider: pagefind"),
        ("mkdocs", "build", "--quiet"),
    ),
    Builder("zensical", ("zensical",), _STOCK.format(theme="material", search=_LUNR), ("zensical", "build")),
)
