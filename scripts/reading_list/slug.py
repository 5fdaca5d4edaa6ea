"""The name of a text's page, made from its path alone, so that no other text and no rule can change it."""

import hashlib
import re
import unicodedata

MAX_BYTES = 80
"""Of the readable part: percent-encoded it stays a URL that can be sent."""

_SIMPLE = re.compile(r"[a-z0-9\u3400-\u9fff]+(?:[-_][a-z0-9\u3400-\u9fff]+)*")
_OTHER = re.compile(r"[^a-z0-9_\u3400-\u9fff]+")
_FOLDER = "--"
_TAKEN = frozenset(
    ("index", "con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10)))
)
"""The one would be served as its folder, and Windows has no files of the other names."""


def slugify(path: str) -> str:
    """A lower-case slug for a source's path, distinct for distinct paths whatever the file system folds.

    A path of plain names is its own slug, folders joined by `--`; every other gets eight hexadecimal digits
    of its SHA-256 behind what can be read of it.

    >>> slugify("novel/第九章.txt")
    'novel--第九章'
    >>> slugify("News (1).TXT")
    'news-1-2a1b4029'
    """
    stem = path.removesuffix(".txt")
    parts = stem.split("/")
    slug = _FOLDER.join(parts)
    if (
        path != stem
        and slug not in _TAKEN
        and all(map(_SIMPLE.fullmatch, parts))
        and len(slug.encode()) <= MAX_BYTES
    ):
        return slug
    raw = path.encode("utf-8", "surrogateescape")
    readable = _OTHER.sub("-", unicodedata.normalize("NFC", raw.decode("utf-8", "replace")).casefold()).strip(
        "-_"
    )
    readable = readable.removesuffix("-txt").encode()[:MAX_BYTES].decode("utf-8", "ignore").strip("-_")
    digest = hashlib.sha256(raw).hexdigest()[:8]
    return f"{readable}-{digest}" if readable else digest
