"""`restore_texts.py`: write every source back, byte for byte."""

import argparse
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reading_list import page
from reading_list.manifest import Entry, Manifest, entry_for, sha256
from reading_list.restoration import restore


@dataclass(frozen=True, slots=True)
class Restored:
    """A source as its page gives it back; `faithful` if its SHA-256 is the source's."""

    entry: Entry
    raw: bytes

    @property
    def faithful(self) -> bool:
        """Whether these are the bytes that were imported."""
        return sha256(self.raw) == self.entry.sha256


def restore_all(docs: Path, slugs: Collection[str] | None = None) -> Iterator[Restored | ValueError]:
    """Each source of the pages in `docs`, by default of all; for a page that gives none, an error that names
    it."""
    texts = docs / "texts"
    known = Manifest(texts)
    for slug in known if slugs is None else [slug for slug in slugs if known.entries(slug)]:
        file = texts / f"{slug}.md"
        try:
            raw = file.read_bytes()
            entry = entry_for(sha256(raw), known.entries(slug))
            assert entry  # a slug of the manifest has one
            yield Restored(entry, restore(page.decode(file.name, raw), entry))
        except FileNotFoundError:
            yield ValueError(f"{file}: is gone; import its source again to have it back")
        except OSError as error:
            yield ValueError(f"{file}: cannot be read: {error.strerror}")
        except (ValueError, LookupError) as error:
            yield ValueError(f"{file}: cannot be restored: {error}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status: 0 all restored, 1 some not, 2 usage."""
    parser = argparse.ArgumentParser(
        prog="restore_texts.py",
        description="Write the sources of the pages in DOCS back under OUT, byte for byte.",
    )
    parser.add_argument("docs", type=Path, help="the folder of the site's pages")
    parser.add_argument("out", type=Path, help="a folder for the sources")
    options = parser.parse_args(arguments)
    if not (options.docs / "texts").is_dir():
        print(
            f"restore_texts.py: {options.docs}: holds no texts/; name the folder of the pages",
            file=sys.stderr,
        )
        return 2
    restored = failed = 0
    try:
        for result in restore_all(options.docs):
            complaint = _store(result, options.out)
            if complaint:
                print(f"restore_texts.py: {complaint}", file=sys.stderr)
                failed += 1
            else:
                restored += 1
    except ValueError as error:  # the manifest's
        print(f"restore_texts.py: {error}", file=sys.stderr)
        return 2
    print(f"{restored} restored, {failed} failed")
    return 1 if failed else 0


def _store(result: Restored | ValueError, out: Path) -> str:
    """Write a source; returns a complaint, or nothing when all is well."""
    if isinstance(result, ValueError):
        return str(result)
    target = out / result.entry.source
    # The manifest is a file that anybody may have written.
    if not target.resolve().is_relative_to(out.resolve()):
        return f"{result.entry.source}: leads out of {out}; not written"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(result.raw)
    except (OSError, ValueError) as error:
        return f"{result.entry.source!r}: cannot be written: {error}"
    if not result.faithful:
        return f"{result.entry.source}: its checksum is not the source's; somebody edited its text"
    return ""
