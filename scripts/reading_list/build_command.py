"""`build_site.py`: bring the site up to date with what it is made of."""

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from reading_list.building import build_site
from reading_list.inventory import Listed
from reading_list.lock import hold
from reading_list.shards import build_shard, join, list_shards

PAGES_LIMIT = 1_000_000_000
"""Bytes of a site on GitHub Pages, https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits."""
FILE_LIMIT = 100_000_000
"""Bytes of a file on GitHub."""
SOON = 0.8
"""The share of a limit from which on a warning is due."""


def main(arguments: Sequence[str] | None = None, listed: Listed | None = None) -> int:
    """Run the command; returns the exit status: 0 the site is there, 1 it cannot be built, 2 usage, 130
    stopped by Ctrl-C.

    Of what was just `listed`, stock is not taken again.
    """
    options = _parser().parse_args(arguments)
    config_file: Path = options.config.absolute()
    try:
        if options.list_shards:
            print(json.dumps(list_shards(config_file)))
            return 0
        with hold(config_file.parent, f"{config_file}: another build is running; waiting for it"):
            if options.join:
                join(config_file, options.join)
            folder = (
                build_shard(config_file, *options.shard) if options.shard else build_site(config_file, listed)
            )
    except (OSError, ValueError) as error:
        print(f"build_site.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("build_site.py: stopped; build again to finish", file=sys.stderr)
        return 128 + signal.SIGINT
    if folder is None:
        print("the site is up to date")
        return 0
    for warning in size_warnings(folder):
        print(f"build_site.py: {warning}", file=sys.stderr)
    print(f"built {folder}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build_site.py",
        description="Build the site: all of it, or what has changed since the last time.",
    )
    add = parser.add_argument
    add("--config", type=Path, default="mkdocs.yml", help="MkDocs' configuration (default: mkdocs.yml)")
    shards = parser.add_mutually_exclusive_group()
    add = shards.add_argument
    add("--shard", type=_shard, metavar="K/N", help="build the pages of one text in N only")
    add("--join", type=Path, nargs="+", metavar="DIR", help="take the pages from builds of all shards")
    add("--list-shards", action="store_true", help="print as JSON the shards that mkdocs.yml asks for")
    return parser


def _shard(text: str) -> tuple[int, int]:
    number, _, count = text.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a shard such as 1/3")
    return int(number), int(count)


def size_warnings(folder: Path, site_limit: int = PAGES_LIMIT, file_limit: int = FILE_LIMIT) -> Iterator[str]:
    """What of a site in `folder` comes near the limits, in bytes, of GitHub Pages."""
    total = 0
    for file, size in _sizes(folder):
        total += size
        if size >= SOON * file_limit:
            yield f"{file} has {size / 1e6:,.0f} MB; GitHub takes {file_limit / 1e6:,.0f} MB"
    if total >= SOON * site_limit:
        yield f"the site has {total / 1e6:,.0f} MB; GitHub Pages takes {site_limit / 1e6:,.0f} MB"


def _sizes(folder: str | Path) -> Iterator[tuple[str, int]]:
    """The files under `folder`, and their bytes."""
    with os.scandir(folder) as entries:  # as paths, many thousands take twice as long
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _sizes(entry.path)
            else:
                yield entry.path, entry.stat().st_size
