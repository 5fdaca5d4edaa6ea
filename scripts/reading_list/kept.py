"""Results that are kept between runs, one JSON line each, by the fingerprint of what they were made of.

They are of one version of this package: another reads nothing of them. Whoever deletes them loses only time.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reading_list import fingerprint
from reading_list.lock import hold


def load(path: Path) -> dict[str, Any]:
    """What was kept in a file, by key; nothing where it is missing, damaged, or of another version."""
    try:
        with path.open(encoding="utf-8") as lines:
            if next(lines, "").rstrip() == fingerprint.package():
                return dict(json.loads(line) for line in lines)
    except (OSError, ValueError):
        pass
    return {}


def store(path: Path, results: Mapping[str, Any]) -> None:
    """Keep results, which are of types that JSON has, in the place of those that were kept."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")  # a run that is broken off leaves no half file
    with hold(path.parent), part.open("w", encoding="utf-8", newline="\n") as lines:
        lines.write(f"{fingerprint.package()}\n")
        for row in results.items():
            lines.write(f"{json.dumps(row, ensure_ascii=False)}\n")
        lines.flush()
        part.replace(path)
