"""What restoring needs beyond the pages, one JSON line a text, beside them in docs/texts/.

The file is written whole and put in place at the end of an import. While one runs, a line goes to the journal
before its page is written, so whatever moment an import is killed at, every page on disk has its line.
"""

import filecmp
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, asdict, dataclass, fields
from pathlib import Path
from typing import Any

from reading_list.model import Decoded, Document, LineEnds, Patch
from reading_list.slug import slugify

MANIFEST = ".manifest.jsonl"
JOURNAL = ".manifest.journal"


@dataclass(frozen=True, slots=True)
class Entry:
    """One text: where it came from, how its page gives the bytes back, and what the page was made of.

    `page` and `sha256` are SHA-256 of the page as written and of the source; `recipe` is the fingerprint of
    the rules that made the page.
    """

    slug: str
    source: str
    sha256: str
    page: str
    recipe: str
    encoding: str
    bom: str = ""
    line_end: str = "\n"
    line_ends: tuple[tuple[int, str], ...] = ()
    final_line_ends: int = 0
    patches: tuple[tuple[int, str], ...] = ()

    def decoded(self, text: str) -> Decoded:
        """`text`, its line ends brought back, with what its bytes were."""
        patches = tuple(Patch(offset, bytes.fromhex(raw)) for offset, raw in self.patches)
        return Decoded(text, self.encoding, bytes.fromhex(self.bom), patches)

    @property
    def ends(self) -> LineEnds:
        """The line ends of the source."""
        return LineEnds(self.line_end, dict(self.line_ends))


def sha256(raw: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(raw).hexdigest()


def entry_of(document: Document, page: str, recipe: str) -> Entry:
    """The entry of a document whose page is the text `page`."""
    source, decoded, ends = document.source, document.decoded, document.ends
    return Entry(
        slug=slugify(source.path),
        source=source.path,
        sha256=sha256(source.raw),
        page=sha256(page.encode()),
        recipe=recipe,
        encoding=decoded.encoding,
        bom=decoded.bom.hex(),
        line_end=ends.usual,
        line_ends=tuple(ends.unusual.items()),
        final_line_ends=len(document.text) - len(document.text.rstrip("\n")),
        patches=tuple((patch.offset, patch.raw.hex()) for patch in decoded.patches),
    )


def to_line(entry: Entry) -> str:
    """The entry as a line of JSON, defaults left out; bytes of a name that are not UTF-8 stay escaped."""
    defaults = Entry("", "", "", "", "", "")
    row = {key: value for key, value in asdict(entry).items() if value != getattr(defaults, key)}
    return json.dumps(row, ensure_ascii=True, separators=(",", ":")) + "\n"


def from_line(line: str) -> Entry:
    """The entry of a line; ValueError when it is not one."""
    row = _row(line)
    try:
        row["line_ends"] = tuple((number, end) for number, end in row.get("line_ends", ()))
        row["patches"] = tuple((offset, raw) for offset, raw in row.get("patches", ()))
    except (TypeError, ValueError) as error:
        raise ValueError(f"not a manifest line: {line[:60]!r}") from error
    return Entry(**row)


_FIELDS = {field.name for field in fields(Entry)}
_NEEDED = {field.name for field in fields(Entry) if field.default is MISSING}


def _row(line: str) -> dict[str, Any]:
    """The fields of an entry, of which a large manifest is asked for little more than the slugs."""
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    if isinstance(row, dict) and _NEEDED <= row.keys() <= _FIELDS:
        return row
    raise ValueError(f"not a manifest line: {line[:60]!r}")


class Manifest:
    """The entries of a docs/texts/ folder, by slug; several where a killed import left its journal."""

    def __init__(self, texts: Path) -> None:
        """Read the manifest of the folder `texts` and the journal of an import that did not end.

        Raises ValueError, naming file and line, when a line is not an entry.
        """
        # Lines, not entries: a third of the memory.
        self._lines: dict[str, tuple[str, ...]] = {}
        for name in (MANIFEST, JOURNAL):
            for slug, line in _read(texts / name):
                self._lines[slug] = (*self._lines.get(slug, ()), line)

    def __iter__(self) -> Iterator[str]:
        """The slugs."""
        return iter(self._lines)

    def lines(self, slug: str) -> tuple[str, ...]:
        """The lines of the entries of `slug`, the newest last."""
        return self._lines.get(slug, ())

    def entries(self, slug: str) -> tuple[Entry, ...]:
        """The entries of `slug`, the newest last."""
        return tuple(map(from_line, self.lines(slug)))


def entry_for(page: str | None, entries: Sequence[Entry]) -> Entry | None:
    """The newest entry that wrote the page whose SHA-256 is `page`; if none did (somebody edited it), the
    newest of all."""
    wrote = (entry for entry in reversed(entries) if entry.page == page)
    return next(wrote, entries[-1] if entries else None)


def _read(path: Path) -> Iterator[tuple[str, str]]:
    if not path.exists():
        return
    # Our lines are ASCII; what else there is must not end the reading, but be told as a line that is none.
    with path.open(encoding="ascii", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if not line.endswith("\n") and path.name == JOURNAL:
                return  # cut short by a kill; its page was not written
            try:
                yield _row(line)["slug"], line
            except ValueError as error:
                raise ValueError(f"{path}:{number}: {error}; take the file from version control") from error


def append(texts: Path, entry: Entry) -> None:
    """Note in the journal an entry whose page is about to be written."""
    with (texts / JOURNAL).open("a", encoding="utf-8", newline="\n") as journal:
        journal.write(to_line(entry))


def mend(texts: Path) -> None:
    """Take away from the journal a line that a kill cut short, so that lines can be appended."""
    journal = texts / JOURNAL
    if journal.exists() and not (raw := journal.read_bytes()).endswith(b"\n"):
        os.truncate(journal, raw.rfind(b"\n") + 1)


def unsettle(texts: Path) -> None:
    """Note in the journal that pages are about to go."""
    (texts / JOURNAL).touch()


def is_settled(texts: Path) -> bool:
    """Whether the manifest is there and no import, this or a killed one, wrote or removed a page since."""
    return (texts / MANIFEST).exists() and not (texts / JOURNAL).exists()


def settle(texts: Path) -> None:
    """End the journal: put in place a manifest with the entry that wrote it for each page there is."""
    known = Manifest(texts)
    path, temporary = texts / MANIFEST, texts / f"{MANIFEST}.tmp"
    there = {file.name for file in texts.iterdir()}  # one look instead of one for each of thousands
    with temporary.open("w", encoding="utf-8", newline="\n") as lines:
        for slug in sorted(known):
            page, (line, *newer) = f"{slug}.md", known.lines(slug)
            if page in there:
                wrote = newer and entry_for(sha256((texts / page).read_bytes()), known.entries(slug))
                lines.write(to_line(wrote) if wrote else line)
    if path.exists() and filecmp.cmp(path, temporary, shallow=False):
        temporary.unlink()
    else:
        temporary.replace(path)
    (texts / JOURNAL).unlink(missing_ok=True)
