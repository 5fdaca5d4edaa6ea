"""What a site was built of, so that the next build does only what has changed, told by fingerprints alone.

The record of it stands beside mkdocs.yml, in .cache/built.json. It is taken away before a build touches the
site and written when the build is done, so that a build that was cut short is followed by a whole one.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

from reading_list import fingerprint, site
from reading_list.inventory import Item
from reading_list.list_pages import BLOCK
from reading_list.lists import generated
from reading_list.manifest import Manifest

RECORD = Path(".cache") / "built.json"
BUILDERS = ("mkdocs", "mkdocs-material", "Jinja2", "Markdown", "opencc", "pymdown-extensions")
_VARIABLES = re.compile("!ENV(.*)")


@dataclass(frozen=True, slots=True)
class Inputs:
    """Of what a site is made, and where it is: folders and files, as seen from the folder of mkdocs.yml."""

    docs: str
    site: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Members:
    """The pages of which a collection has more the larger it is.

    `heads` has the fingerprint of what MkDocs shows of each, by its path in docs/: all that stands above a
    source text, all of a list but what is generated. `texts` has that of each text in its surroundings, by
    slug.
    """

    heads: Mapping[str, str]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: its inputs, the fingerprint of all of them but the members, and the members."""

    inputs: Inputs
    frame: str
    members: Members


def members(docs: Path, items: Mapping[str, Item]) -> Members:
    """The members as they are now, the lists up to date; `items` are the texts."""
    heads = {f"texts/{slug}.md": item.head for slug, item in items.items()}
    for path in generated(docs):
        fixed = BLOCK.sub("", path.read_text(encoding="utf-8"))
        heads[path.relative_to(docs).as_posix()] = fingerprint.of(fixed)
    # A source may change and its page not: in another encoding, say.
    sources = Manifest(docs / "texts")
    texts = site.texts_of(items).items()
    return Members(
        heads, {slug: fingerprint.of(text.fingerprint, *sources.lines(slug)) for slug, text in texts}
    )


def frame(config_file: Path, inputs: Inputs, heads: Mapping[str, str]) -> str:
    """The fingerprint of all that a site is made of now but its members."""
    config = config_file.read_text(encoding="utf-8")
    names = re.findall(r"\w+", "".join(_VARIABLES.findall(config)))
    parts = [config, *(f"{name}={os.environ.get(name)}" for name in names)]
    parts += [f"{package} {metadata.version(package)}" for package in BUILDERS]
    parts.append(fingerprint.package())
    for path in (config_file.parent / other for other in inputs.others):
        parts.append(fingerprint.of_files(path) if path.is_dir() else fingerprint.of(path.read_bytes()))
    docs = config_file.parent / inputs.docs
    for path in _fixed_files(docs, heads):
        # index.md is a person's, but for the lists in it.
        raw = path.read_bytes()
        text = BLOCK.sub("", raw.decode(errors="replace")) if path.suffix == ".md" else ""
        parts += [path.relative_to(docs).as_posix(), fingerprint.of(text or raw)]
    return fingerprint.of(*parts)


def _fixed_files(docs: Path, heads: Mapping[str, str]) -> Iterator[Path]:
    # Strings, because paths as objects take ten times as long, and there may be many thousands.
    root = f"{docs}/"
    for folder, folders, names in os.walk(docs):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = f"{folder}/{name}"
            if name.startswith(".") or path.removeprefix(root) in heads:
                continue
            if (file := Path(path)).is_file():
                yield file


def recall(folder: Path) -> Built | None:
    """What was built from the mkdocs.yml in a folder the last time, if that is known."""
    try:
        row = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        inputs = Inputs(row["inputs"]["docs"], row["inputs"]["site"], tuple(row["inputs"]["others"]))
        return Built(inputs, row["frame"], Members(**row["members"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None  # not there, or of another version


def forget(folder: Path, place: Path | None = None) -> None:
    """Before the site is touched; if its place is given, only if that is where the record says it is."""
    known = recall(folder)
    if not (place and known) or (folder / known.inputs.site).resolve() == place.resolve():
        (folder / RECORD).unlink(missing_ok=True)


def remember(folder: Path, built: Built) -> None:
    """Once the site is complete."""
    path = folder / RECORD
    path.parent.mkdir(exist_ok=True)
    # Said by name: `asdict` would copy members of which there may be many thousands.
    members = {"heads": built.members.heads, "texts": built.members.texts}
    row = {"inputs": asdict(built.inputs), "frame": built.frame, "members": members}
    path.write_text(json.dumps(row), encoding="utf-8")
