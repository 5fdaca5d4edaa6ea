"""Whether something that a result was made of has changed, told by content and never by time stamps.

Every fingerprint is a SHA-256 in hexadecimal digits.
"""

import hashlib
from collections.abc import Collection
from functools import cache
from importlib import resources
from pathlib import Path


def of(*parts: str | bytes) -> str:
    """The fingerprint of strings and bytes in a row."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode(errors="surrogateescape") if isinstance(part, str) else part
        digest.update(b"%d\n" % len(raw) + raw)
    return digest.hexdigest()


def of_files(folder: Path, suffixes: Collection[str] = ("",)) -> str:
    """The fingerprint of the names and contents of the files under `folder`, hidden ones left out."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        inside = file.relative_to(folder)
        hidden = any(part.startswith((".", "__pycache__")) for part in inside.parts)
        if file.name.endswith(tuple(suffixes)) and not hidden and file.is_file():
            digest.update(of(str(inside), file.read_bytes()).encode())
    return digest.hexdigest()


@cache
def package() -> str:
    """The fingerprint of this package, its tables included."""
    with resources.as_file(resources.files("reading_list")) as folder:
        return of_files(folder, (".py", ".toml"))
