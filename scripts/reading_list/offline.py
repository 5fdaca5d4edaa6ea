"""A built site as one zip file that opens from disk.

A browser gives a page from disk no folders' index.html, no modules and no `fetch`. So links name their file;
the catalogue and the modules come as one classic script, which makes the modules anew on each page. The
search box needs a server, so it stays out: in the unpacked folder `python -m http.server` is one.
"""

import json
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

ASSETS = "assets"
FOLDERS = ("reader", "search")
"""Where the modules are, in the folder of assets."""
LOADER = "reader/offline.js"
_FOLDER_LINK = re.compile(
    r'(<(?:a|link|form)\b[^>]* (?:href|action)=")((?!https?:)[^":?#]*?)(?<![^./"])(?=["?#])'
)
_MODULE = re.compile(rf'<script src="([^"]*{ASSETS}/)reader/reader\.mjs" type="module"></script>')
_IMPORT = re.compile(r'(?:(?<=from ")|(?<=import\("))(\.\.?/[\w/-]+\.mjs)(?=")')
_SEARCH = re.compile(r'<label class="md-header__button md-icon" for="__search">')
# A module names another by what an import map calls it, and is told where it stood: a Blob's own address has
# no folder.
_BOOT = """
const assets = new URL("../", document.currentScript.src);
const addresses = Object.fromEntries(Object.entries(modules).map(([name, text]) => {
  const told = text.replaceAll("import.meta.url", JSON.stringify(new URL(name, assets)));
  return [name, URL.createObjectURL(new Blob([told], { type: "text/javascript" }))];
}));
const map = document.createElement("script");
map.type = "importmap";
map.textContent = JSON.stringify({ imports: addresses });
document.currentScript.after(map);
import("reader/reader.mjs");
"""


def pack(site: Path, target: Path) -> None:
    """Write the built site under `site` into the zip file `target`; the same site gives the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, raw in _files(site):
            packed.writestr(zipfile.ZipInfo(f"{target.stem}/{name}"), raw, zipfile.ZIP_DEFLATED)


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    assets = site / ASSETS
    paths = [path for folder in FOLDERS for path in sorted((assets / folder).glob("*.mjs"))]
    modules = {path.relative_to(assets).as_posix(): _bare(path) for path in paths}
    catalogue = (site / "catalogue.json").read_text(encoding="utf-8")
    loader = f"var catalogue = {catalogue};\nconst modules = {json.dumps(modules)};{_BOOT}"
    yield f"{ASSETS}/{LOADER}", loader.encode()
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if name == "404.html":
            continue  # nothing leads there from disk
        if path.is_file() and path.suffix == ".html":
            yield name, from_disk(path.read_text(encoding="utf-8")).encode()
        elif path.is_file() and path.suffix not in (".mjs", ".gz") and name != "catalogue.json":
            yield name, path.read_bytes()


def _bare(module: Path) -> str:
    text = module.read_text(encoding="utf-8")
    return _IMPORT.sub(lambda match: posixpath.normpath(f"{module.parent.name}/{match[1]}"), text)


def from_disk(html: str) -> str:
    """A page whose links and scripts work without a server.

    >>> from_disk('<a href="../b/#p3">二</a><a href="..">目</a><a href="a.txt">文</a>')
    '<a href="../b/index.html#p3">二</a><a href="../index.html">目</a><a href="a.txt">文</a>'
    """
    html = _FOLDER_LINK.sub(lambda match: f"{match[1]}{_index(match[2])}", html)
    # From disk the theme's instant navigation would never announce the page to the reader's features.
    html = html.replace('"navigation.instant"', '"offline"')
    html = _MODULE.sub(rf'<script src="\1{LOADER}"></script>', html)
    return _SEARCH.sub(lambda match: match[0].replace(">", ' style="display: none">'), html)


def _index(folder: str) -> str:
    # A fragment alone is of the page itself.
    return f"{folder.rstrip('/')}/index.html" if folder else folder
