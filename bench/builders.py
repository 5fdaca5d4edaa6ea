"""The site builders that people would use instead, each in an environment of its own with its documented
Chinese setup."""

import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
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
# https://squidfunk.github.io/mkdocs-material/blog/2022/05/05/chinese-search-support/
_LUNR = "      separator: '[\\s\\u200b\\-]'"


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

    def version(self) -> str:
        """The version of what its environment holds."""
        package = re.split(r"[<>=]", self.requirements[0])[0]
        places = [str(place) for place in self.install().parent.glob("lib/python3*/site-packages")]
        return next(iter(metadata.distributions(name=package, path=places))).version

    def lay_out(self, sources: Path, folder: Path) -> None:
        """Write texts, each with its headline in the first line, as plain Markdown under folder/docs."""
        (folder / "docs").mkdir(parents=True)
        (folder / "mkdocs.yml").write_text(self.configuration, encoding="utf-8")
        (folder / "docs" / "index.md").write_text("# 目录\n", encoding="utf-8")
        for source in sources.glob("*.txt"):
            title, _, text = source.read_text(encoding="utf-8").partition("\n")
            markdown = f"# {title}\n\n" + text.strip().replace("\n", "\n\n") + "\n"
            (folder / "docs" / f"{source.stem}.md").write_text(markdown, encoding="utf-8")


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
