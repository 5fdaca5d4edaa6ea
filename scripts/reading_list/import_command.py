"""`import_texts.py`: import files and folders; many processes read, one writes."""

import argparse
import multiprocessing
import os
import signal
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from pathlib import Path

from tqdm import tqdm

from reading_list import lists, manifest
from reading_list.importer import Job, Outcome, Status, run, store, unchanged
from reading_list.lock import hold
from reading_list.manifest import Manifest, sha256
from reading_list.overrides import FILE, load, override_for
from reading_list.page import MARKER
from reading_list.slug import slugify
from reading_list.sources import Unreachable, find_sources, printable

SERIAL = 64
"""Up to this many texts one process is sooner done than several are started."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status: 0 all well, 1 some text failed, 2 usage, 130 stopped."""
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
        return 128 + signal.SIGINT
    except ValueError as error:
        return _usage(str(error))
    except OSError as error:
        place = error.filename or options.docs
        return _usage(f"{place}: {error.strerror}; what is imported stays, import again once this is mended")


def _usage(message: str) -> int:
    print(f"import_texts.py: {message}", file=sys.stderr)
    return 2


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


def _import(options: argparse.Namespace, texts: Path) -> int:
    known = Manifest(texts)
    seen: set[str] = set()
    counts: Counter[Status] = Counter()
    unread: list[str] = []
    jobs = _jobs(options, texts, known, seen)
    total = sum(1 for _ in find_sources(options.source, skip=options.docs))
    for outcome in tqdm(_outcomes(jobs), total=total, unit="text", delay=1, disable=None):
        if options.dry_run and outcome.entry and outcome.text is not None:
            tqdm.write(f"{outcome.path} → texts/{outcome.entry.slug}.md")
        elif not options.dry_run:
            outcome = store(outcome, texts)
        counts[outcome.status] += 1
        if outcome.complaint:
            tqdm.write(f"import_texts.py: {outcome.complaint}", file=sys.stderr)
        if outcome.explanation:
            tqdm.write(outcome.explanation)
        if outcome.status is Status.FAILED:
            unread.append(outcome.path)
    for complaint in _strays(texts, known, seen):
        print(f"import_texts.py: {complaint}", file=sys.stderr)
    removed = _prune(texts, known, seen, unread, dry=options.dry_run) if options.prune else 0
    listed = True
    if not options.dry_run and not manifest.is_settled(texts):
        listed = _write_lists(options.docs)
        if listed:
            manifest.settle(texts)
    summary = [f"{counts[status]} {status.value}" for status in Status]
    print(", ".join([*summary, f"{removed} removed"]) + (" (dry run)" if options.dry_run else ""))
    return 1 if counts[Status.FAILED] or not listed else 0


def _write_lists(docs: Path) -> bool:
    """Bring the list pages up to date; whether that could be done."""
    try:
        for complaint in lists.write(docs):
            print(f"import_texts.py: {complaint}", file=sys.stderr)
    except ValueError as error:
        print(f"import_texts.py: {error}; the lists wait for that page to be mended", file=sys.stderr)
        return False
    return True


def _jobs(
    options: argparse.Namespace, texts: Path, known: Manifest, seen: set[str]
) -> Iterator[Job | Unreachable]:
    """What is to be done for each source; notes in `seen` the slugs that are taken."""
    for source in options.source:
        tables = load(source if source.is_dir() else source.parent)
        idle = tables if source.is_dir() else ()
        for found in find_sources([source], skip=options.docs):
            slug = slugify(found.path)
            if isinstance(found, Unreachable):
                yield found
            elif slug in seen:
                remedy = "import the folder that holds both, or rename one"
                yield Unreachable(found.path, f"two sources make texts/{slug}.md; {remedy}")
            else:
                override = override_for(found.path, tables)
                idle = tuple(table for table in idle if not table.matches(found.path))
                yield Job(found, texts / f"{slug}.md", known.entries(slug), override, options.explain)
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
    # Ctrl-C and SIGTERM reach a group of processes, and the parent alone answers: its workers ignore the one
    # from birth, and leave the group.
    answer = signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Spawned, not forked: a worker that outlives a killed import must not hold its lock.
    with multiprocessing.get_context("spawn").Pool(initializer=os.setpgrp) as pool:
        signal.signal(signal.SIGINT, answer)
        yield from pool.imap(run, chain(changed, jobs), chunksize=16)


def _strays(texts: Path, known: Manifest, seen: Collection[str]) -> Iterator[str]:
    """Complaints about pages of texts that somebody renamed or copied."""
    for file in sorted(texts.glob("*.md")):
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
