"""The reader's modules and stylesheets as they are served: without comments and indents, which are a third of
their bytes.

Nothing else changes: a browser's debugger shows the lines as they stand in the repository.
"""

import re
from pathlib import Path

OURS = ("reader", "search")
"""Folders of a site's assets; the others are the theme's."""
_COMMENT = {
    ".mjs": re.compile(r"/\*\*(?s:.*?)\*/|^[ \t]*//.*$|[ \t]+// .*$", re.MULTILINE),
    ".css": re.compile(r"/\*(?s:.*?)\*/"),
}
_COMMENT[".js"] = _COMMENT[".mjs"]
_IMPORT = re.compile(r'^@import "([\w.-]+\.css)";\n', re.MULTILINE)
_MARGIN = re.compile(r"^\s+|[ \t]+$", re.MULTILINE)


def bare(text: str, suffix: str = ".mjs") -> str:
    """A module, or a stylesheet, without comments, of which none of ours holds the like in a string.

    >>> bare("/** @param {number} n *" "/\\nconst next = (n) => n + 1; // once\\n")
    'const next = (n) => n + 1;\\n'
    >>> bare("/* Print. *" "/\\n\\n@media print {\\n  p { margin: 0; } /* none *" "/\\n}\\n", ".css")
    '@media print {\\np { margin: 0; }\\n}\\n'
    """
    return _MARGIN.sub("", _COMMENT[suffix].sub("", text))


def publish_assets(site: Path) -> None:
    """Make our modules and stylesheets under `site` bare, and a stylesheet one with those that it imports.

    Each file that a page waits for costs a phone a round trip, so reader.css is what docs/ has in four.
    """
    folders = [site / "assets" / folder for folder in OURS]
    paths = [path for folder in folders for path in folder.glob("*") if path.suffix in _COMMENT]
    texts = {path: bare(path.read_text(encoding="utf-8"), path.suffix) for path in paths}
    imported = {path: [path.parent / name for name in _IMPORT.findall(text)] for path, text in texts.items()}
    for path, text in texts.items():
        whole = [texts[other] for other in imported[path]] + [_IMPORT.sub("", text)]
        path.write_text("".join(whole), encoding="utf-8")
    for path in {path for others in imported.values() for path in others}:
        path.unlink()
