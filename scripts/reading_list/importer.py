"""Bring one source's page up to date, and never over somebody's work."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path

from reading_list import fingerprint
from reading_list.decode import NotText
from reading_list.explain import explain
from reading_list.manifest import Entry, append, entry_for, sha256
from reading_list.model import Source
from reading_list.overrides import Override
from reading_list.pipeline import NotRestorable, import_source, understand
from reading_list.sources import Found, Unreachable, printable


class Status(Enum):
    """How the import of one text ended."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """A source to import to `page`, and the entries of its earlier imports, the newest last."""

    found: Found
    page: Path
    entries: tuple[Entry, ...]
    override: Override
    explain: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job. `text` is a page to write where one of the checksum `replaces` stands, or none;
    `complaint` is for a person to read."""

    path: str
    status: Status
    entry: Entry | None = None
    text: str | None = None
    replaces: str | None = None
    complaint: str = ""
    explanation: str = ""


def run(job: Job | Unreachable) -> Outcome:
    """Read the source and decide: write its page, leave it, or say why not. Writes nothing."""
    if isinstance(job, Unreachable):
        path = printable(job.path)
        return Outcome(path, Status.FAILED, complaint=f"{path}: {job.reason}")
    path = printable(job.found.path)
    try:
        outcome = unchanged(job)
        if outcome and not job.explain:
            return outcome
        source = Source(job.found.path, job.found.file.read_bytes())
        explanation = explain(understand(source, job.override)) if job.explain else ""
        return replace(outcome or _decide(job, source), explanation=explanation)
    except (NotText, NotRestorable) as error:
        complaint = str(error)
    except OSError as error:
        complaint = f"cannot be read: {error.strerror}"
    except Exception as error:  # one text must not stop the others, whatever a rule does
        what = f"{type(error).__name__}: {error}"[:120]
        complaint = f"not imported, by a fault of the program ({what!r}); please report it with the text"
    return Outcome(path, Status.FAILED, complaint=f"{path}: {complaint}")


def unchanged(job: Job | Unreachable) -> Outcome | None:
    """The outcome of a job that has nothing to do, told without a look into the text; `None` of any other."""
    if isinstance(job, Unreachable):
        return None
    try:
        page, source = _checksum(job.page), _checksum(job.found.file)
    except OSError:
        return None
    entry = entry_for(page, job.entries)
    if entry and (entry.page, entry.sha256, entry.recipe) == (page, source, recipe_of(job.override)):
        return Outcome(printable(job.found.path), Status.UNCHANGED, entry)
    return None


def _decide(job: Job, source: Source) -> Outcome:
    path = printable(source.path)
    current = _checksum(job.page)
    entry = entry_for(current, job.entries)
    ours = current is None or (entry is not None and entry.page == current)
    if entry and not ours and entry.sha256 == sha256(source.raw):
        return _edited(path, entry)
    text, entry_now = import_source(source, job.override, recipe_of(job.override))
    if ours or entry_now.page == current:
        return Outcome(path, Status.WRITTEN, entry_now, text, current)
    what = "somebody edited it, and its source changed" if entry else "it is not a page of this import"
    remedy = "move the page away and import again, then bring your changes over"
    return Outcome(path, Status.FAILED, entry, complaint=f"{path}: kept {job.page.name}: {what}; {remedy}")


def _edited(path: str, entry: Entry) -> Outcome:
    note = f"{path}: kept {entry.slug}.md, which somebody edited"
    return Outcome(path, Status.EDITED, entry, complaint=note)


def _checksum(file: Path) -> str | None:
    """Of a file that may not be there."""
    try:
        # Without a buffer it takes half the time, and an import asks for two files a text.
        with file.open("rb", buffering=0) as raw:
            return sha256(raw.read())
    except FileNotFoundError:
        return None


def store(outcome: Outcome, texts: Path) -> Outcome:
    """Write the page of an outcome, if it has one, into `texts` in one step, its manifest line first.

    Returns what became of it: somebody may have edited the page meanwhile.
    """
    entry, text = outcome.entry, outcome.text
    if not entry or text is None:
        return outcome
    page = texts / f"{entry.slug}.md"
    if _checksum(page) != outcome.replaces:
        return _edited(outcome.path, entry)
    append(texts, entry)
    # One name for all: what a kill leaves behind is overwritten by the next import.
    temporary = texts / ".page.tmp"
    temporary.write_text(text, encoding="utf-8", newline="\n")
    temporary.replace(page)
    return outcome


@cache
def recipe_of(override: Override) -> str:
    """The fingerprint of everything but the source that a page is made of."""
    return fingerprint.of(fingerprint.package(), repr(override))[:16]
