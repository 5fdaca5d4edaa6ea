"""Results that are kept between runs, a line each: the fingerprint of what it was made of, a tab, the result.

They are of one version of this package: another reads nothing of them. Whoever deletes them loses only time.
"""

from collections.abc import Mapping
from pathlib import Path

from reading_list import fingerprint
from reading_list.lock import hold


def load(path: Path) -> dict[str, bytes]:
    """What was kept in a file, by key; nothing where it is missing, damaged, or of another version.

    The results are as they stand there: whoever asks for few of many decodes only those.
    """
    try:
        with path.open("rb") as lines:
            if next(lines, b"").decode().rstrip() == fingerprint.package():
                return dict(map(_read, lines))
    except (OSError, ValueError):
        pass
    return {}


def _read(line: bytes) -> tuple[str, bytes]:
    key, _, result = line.partition(b"\t")
    if not result.endswith(b"\n"):
        raise ValueError(f"cut short: {line[:60]!r}")
    return key.decode(), result[:-1]


def store(path: Path, results: Mapping[str, bytes]) -> None:
    """Keep results, none of which holds a line feed, in the place of those that were kept."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")  # a run that is broken off leaves no half file
    with hold(path.parent), part.open("wb") as lines:
        lines.write(f"{fingerprint.package()}\n".encode())
        for key, result in results.items():
            lines.write(b"%s\t%s\n" % (key.encode(), result))
        lines.flush()
        part.replace(path)
