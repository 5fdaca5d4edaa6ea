"""The reader's modules and stylesheets as they are served: without comments and indents, which are a third of
their bytes.

Nothing else changes: a browser's debugger shows the lines as they stand in the repository.
"""

import re
from collections.abc import Iterator
from pathlib import Path

OURS = ("reader", "search")
"""Folders of a site's assets; the others are the theme's."""
_COMMENT = {
    ".mjs": re.compile(r"/\*\*(?s:.*?)\*/|^[ \t]*//.*$|[ \t]+// .*$", re.MULTILINE),
    ".css": re.compile(r"/\*(?s:.*?)\*/"),
}
_COMMENT[".js"] = _COMMENT[".mjs"]
_MARGIN = re.compile(r"^\s+|[ \t]+$", re.MULTILINE)


def bare(text: str, suffix: str = ".mjs") -> str:
    """A module, or a stylesheet, without comments, of which none of ours holds the like in a string.

    >>> bare("/** @param {number} n *" "/\\nconst next = (n) => n + 1; // once\\n")
    'const next = (n) => n + 1;\\n'
    >>> bare("/* Print. *" "/\\n\\n@media print {\\n  p { margin: 0; } /* none *" "/\\n}\\n", ".css")
    '@media print {\\np { margin: 0; }\\n}\\n'
    """
    return _MARGIN.sub("", _COMMENT[suffix].sub("", text))


def bare_assets(site: Path) -> Iterator[tuple[Path, str]]:
    """Each of our modules and stylesheets under `site`, and its text as it is served."""
    for path in (path for folder in OURS for path in sorted((site / "assets" / folder).glob("*"))):
        if path.suffix in _COMMENT:
            yield path, bare(path.read_text(encoding="utf-8"), path.suffix)
