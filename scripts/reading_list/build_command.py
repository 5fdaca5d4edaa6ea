"""`build_site.py`: build the site, unless nothing it is made of has changed."""

import argparse
import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

BUILDERS = ("mkdocs", "mkdocs-material", "Markdown", "opencc", "pymdown-extensions")
FINGERPRINT = ".built-from"
PAGES_LIMIT = 1_000_000_000
"""Bytes of a site on GitHub Pages, https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits."""
FILE_LIMIT = 100_000_000
"""Bytes of a file on GitHub."""
SOON = 0.8
"""The share of a limit from which on a warning is due."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status: 0 the site is there, 1 it cannot be built."""
    parser = argparse.ArgumentParser(
        prog="build_site.py", description="Build the site with MkDocs, unless it is up to date."
    )
    parser.add_argument("--config", default="mkdocs.yml", help="MkDocs' configuration (default: mkdocs.yml)")
    options = parser.parse_args(arguments)
    try:
        config = load_config(options.config, strict=True)
        mark = Path(config.site_dir) / FINGERPRINT
        if mark.exists() and mark.read_text() == fingerprint(config):
            print(f"{config.site_dir} is up to date")
            return 0
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except (MkDocsException, OSError, ValueError) as error:
        print(f"build_site.py: {error}", file=sys.stderr)
        return 1
    # Only now, since a build brings the lists in docs/ up to date.
    mark.write_text(fingerprint(config))
    for warning in size_warnings(Path(config.site_dir)):
        print(f"build_site.py: {warning}", file=sys.stderr)
    print(f"built {config.site_dir}")
    return 0


def size_warnings(folder: Path, site_limit: int = PAGES_LIMIT, file_limit: int = FILE_LIMIT) -> Iterator[str]:
    """What of a site in `folder` comes near the limits, in bytes, of GitHub Pages."""
    total = 0
    for place, _, names in os.walk(folder):
        for file in (Path(place, name) for name in names):
            size = file.stat().st_size
            total += size
            if size >= SOON * file_limit:
                yield f"{file} has {size / 1e6:,.0f} MB; GitHub takes {file_limit / 1e6:,.0f} MB"
    if total >= SOON * site_limit:
        yield f"the site has {total / 1e6:,.0f} MB; GitHub Pages takes {site_limit / 1e6:,.0f} MB"


def fingerprint(config: MkDocsConfig) -> str:
    """SHA-256, in hexadecimal digits, of all that the site is made of."""
    digest = hashlib.sha256(f"{config.site_url}".encode())
    for package in BUILDERS:
        digest.update(f"{package} {metadata.version(package)}\n".encode())
    for file in _inputs(config):
        digest.update(f"{file}\n".encode(errors="surrogateescape"))
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _inputs(config: MkDocsConfig) -> Iterator[Path]:
    yield Path(str(config.config_file_path))
    folders = [config.docs_dir, str(config.theme.custom_dir), str(Path(__file__).parent)]
    for folder in folders:
        for file in sorted(Path(folder).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file
