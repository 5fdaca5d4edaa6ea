"""`import_texts.py`: import files and folders; many processes read, one writes."""

import argparse
import multiprocessing
import os
import signal
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing import resource_tracker
from pathlib import Path

from tqdm import tqdm

from reading_list import inventory, lists, manifest
from reading_list.importer import Job, Outcome, Status, run, store, unchanged
from reading_list.interrupts import held_back
from reading_list.inventory import Item, Listed
from reading_list.lock import hold
from reading_list.manifest import Manifest, sha256
from reading_list.overrides import FILE, load, override_for
from reading_list.page import MARKER
from reading_list.slug import slugify
from reading_list.sources import Found, Unreachable, find_sources, printable

SERIAL = 64
"""Up to this many texts one process is sooner done than several are started."""


@dataclass(frozen=True, slots=True)
class Imported:
    """How an import ended: the exit status of the command, and what is on the lists, if it wrote them."""

    status: int
    listed: Listed = field(default_factory=dict)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status: 0 all well, 1 some text failed, 2 usage, 130 stopped."""
    return import_texts(arguments).status


def import_texts(arguments: Sequence[str] | None = None) -> Imported:
    """Do what the command is asked for."""
    options = _parser().parse_args(arguments)
    missing = [source for source in options.source if not os.path.lexists(source)]
    if missing:
        return _usage(f"{missing[0]}: no such file or folder")
    texts: Path = options.docs / "texts"
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if options.dry_run:
            return _import(options, texts)
        texts.mkdir(parents=True, exist_ok=True)
        with hold(texts, f"{texts}: another import is running; waiting for it"):
            manifest.mend(texts)
            return _import(options, texts)
    except KeyboardInterrupt:
        print("import_texts.py: stopped; import again to finish", file=sys.stderr)
        return Imported(128 + signal.SIGINT)
    except ValueError as error:
        return _usage(str(error))
    except OSError as error:
        place = error.filename or options.docs
        return _usage(f"{place}: {error.strerror}; what is imported stays, import again once this is mended")


def _usage(message: str) -> Imported:
    print(f"import_texts.py: {message}", file=sys.stderr)
    return Imported(2)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="import_texts.py",
        description="Copy raw texts into the site as Markdown pages, each of which restores its text.",
    )
    add = parser.add_argument
    add("source", nargs="+", type=Path, help="a text (.txt, .md), or a folder of them")
    add("--docs", type=Path, default=Path("docs"), help="the folder of the site's pages (default: docs)")
    add("--dry-run", action="store_true", help="say what would be done, and do nothing")
    add("--explain", action="store_true", help="print why each text got its type, and each span of noise")
    add("--prune", action="store_true", help="remove the pages of texts that are no longer among the sources")
    return parser


def _import(options: argparse.Namespace, texts: Path) -> Imported:
    known = Manifest(texts)
    seen: set[str] = set()
    counts: Counter[Status] = Counter()
    unread: list[str] = []
    checksums: dict[str, str] = {}
    found = [(source, list(find_sources([source], skip=options.docs))) for source in options.source]
    total = sum(len(members) for _, members in found)
    outcomes = _outcomes(_jobs(found, texts, known, seen, explain=options.explain))
    for outcome in tqdm(outcomes, total=total, unit="text", delay=1, disable=None):
        if options.dry_run and outcome.entry and outcome.text is not None:
            tqdm.write(f"{outcome.path} → texts/{outcome.entry.slug}.md")
        elif not options.dry_run:
            outcome = store(outcome, texts)
        counts[outcome.status] += 1
        if outcome.entry and outcome.status in (Status.WRITTEN, Status.UNCHANGED):
            checksums[outcome.entry.slug] = outcome.entry.page
        if outcome.complaint:
            tqdm.write(f"import_texts.py: {outcome.complaint}", file=sys.stderr)
        if outcome.explanation:
            tqdm.write(outcome.explanation)
        if outcome.status is Status.FAILED:
            unread.append(outcome.path)
    for complaint in _strays(texts, known, seen):
        print(f"import_texts.py: {complaint}", file=sys.stderr)
    removed = _prune(texts, known, seen, unread, dry=options.dry_run) if options.prune else 0
    wait = False
    listed: Listed = {}
    if not options.dry_run and not manifest.is_settled(texts):
        try:
            listed = {options.docs.resolve(): _write_lists(options.docs, checksums)}
            manifest.settle(texts)
        except ValueError as error:
            print(f"import_texts.py: {error}; the lists wait for that page to be mended", file=sys.stderr)
            wait = True
    summary = [f"{counts[status]} {status.value}" for status in Status]
    print(", ".join([*summary, f"{removed} removed"]) + (" (dry run)" if options.dry_run else ""))
    return Imported(1 if counts[Status.FAILED] or wait else 0, listed)


def _write_lists(docs: Path, checksums: Mapping[str, str]) -> Mapping[str, Item]:
    """Bring the list pages up to date, of pages whose checksums are known; returns the texts on them."""
    items = inventory.take(docs, checksums)
    for complaint in lists.write(docs, items):
        print(f"import_texts.py: {complaint}", file=sys.stderr)
    return items


def _jobs(
    sources: Sequence[tuple[Path, Sequence[Found | Unreachable]]],
    texts: Path,
    known: Manifest,
    seen: set[str],
    *,
    explain: bool,
) -> Iterator[Job | Unreachable]:
    """What is to be done for each source, with what was found there; notes in `seen` the slugs that are
    taken."""
    for source, members in sources:
        tables = load(source if source.is_dir() else source.parent)
        idle = tables if source.is_dir() else ()
        for found in members:
            slug = slugify(found.path)
            if isinstance(found, Unreachable):
                yield found
            elif slug in seen:
                remedy = "import the folder that holds both, or rename one"
                yield Unreachable(found.path, f"two sources make texts/{slug}.md; {remedy}")
            else:
                override = override_for(found.path, tables)
                idle = tuple(table for table in idle if not table.matches(found.path))
                yield Job(found, texts / f"{slug}.md", known.entries(slug), override, explain)
            seen.add(slug)
        for table in idle:
            complaint = f"{source / FILE}: path {table.path!r} matches no text here; mend it or take it out"
            tqdm.write(f"import_texts.py: {complaint}", file=sys.stderr)


def _outcomes(jobs: Iterator[Job | Unreachable]) -> Iterator[Outcome]:
    changed: list[Job | Unreachable] = []
    for job in jobs:
        if outcome := unchanged(job):
            yield outcome
        else:
            changed.append(job)
        if len(changed) > SERIAL:
            break
    else:
        yield from map(run, changed)
        return
    # Spawned, not forked: a worker that outlives a killed import must not hold its lock. SIGTERM reaches a
    # group of processes, too, so they leave it.
    resource_tracker.ensure_running()  # starting it lets go of what is held back
    with held_back():
        workers = multiprocessing.get_context("spawn").Pool(initializer=os.setpgrp)
    with workers as pool:
        yield from pool.imap(run, chain(changed, jobs), chunksize=16)


def _strays(texts: Path, known: Manifest, seen: Collection[str]) -> Iterator[str]:
    """Complaints about pages of texts that somebody renamed or copied."""
    for file in sorted(texts.glob("*.md"), key=str):
        if file.stem in seen or file.stem in known or MARKER.encode() not in file.read_bytes():
            continue
        remedy = "give it back its name, or delete it"
        yield f"texts/{file.name}: kept, but no source makes a page of this name; {remedy}"


def _prune(texts: Path, known: Manifest, seen: set[str], unread: Sequence[str], *, dry: bool) -> int:
    """Remove the pages of earlier imports whose source is gone: none that somebody edited, none of a source
    that could not be read this time. Returns how many."""
    removed = 0
    for slug in sorted(set(known) - seen):
        page, entries = texts / f"{slug}.md", known.entries(slug)
        source = printable(entries[-1].source)
        if any(source.startswith(f"{path}/" if path else "") for path in unread):
            continue
        there = page.exists()
        if there and sha256(page.read_bytes()) not in {entry.page for entry in entries}:
            print(f"import_texts.py: {source}: kept {page.name}, which somebody edited", file=sys.stderr)
            continue
        removed += there
        if not dry:
            manifest.unsettle(texts)
            page.unlink(missing_ok=True)
        elif there:
            print(f"texts/{page.name} would be removed")
    return removed
