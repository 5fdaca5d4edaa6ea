"""The tables by which a browser shows a text in the other script: SITE/assets/script/hans.txt and hant.txt.

They hold OpenCC's phrases and characters, and what OpenCC makes of each, in Taiwan's forms, since its own
standard (爲, 裏, 羣) is nobody's. Below the line that says where it is from, each line holds what begins
with one character: the character and what it becomes, if that is another, then its phrases without it.
`=` and the outcome follow a phrase that becomes something else than its characters do one by one:

    发發 型=髮型 现
    现 场

The other phrases are needed, too: they tell where the next one may begin (方面/包括, never 方/面包/括).
docs/assets/reader/script.mjs reads this.
"""

import re
import subprocess
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

WAYS = {"hans": "tw2s", "hant": "s2tw"}
"""OpenCC's configuration for each script that a reader may ask for."""

_DICTIONARY = re.compile(r'"file": "(\w+\.ocd2)"')
_KEY = re.compile(r"^[^\t\n]+(?=\t)", re.MULTILINE)


def write(site: Path, cache: Path) -> None:
    """Write the tables into a built site. Making them takes half a second, once: they are kept in `cache`."""
    origin = f"OpenCC {version('opencc')}, Apache-2.0"
    made_by = sha256(Path(__file__).read_bytes() + origin.encode()).hexdigest()[:16]
    for folder in (cache, site / "assets" / "script"):
        folder.mkdir(parents=True, exist_ok=True)
    for script, way in WAYS.items():
        kept = cache / f"{script}-{made_by}.txt"
        if not kept.exists():
            part = kept.with_suffix(".part")  # a build that is broken off leaves no half table
            part.write_text(f"{origin}\n{pack(conversions(way))}", encoding="utf-8", newline="\n")
            part.replace(kept)
        copyfile(kept, site / "assets" / "script" / f"{script}.txt")


def conversions(way: str) -> dict[str, str]:
    """Each phrase and character that OpenCC's configuration `way` knows, in order, and what it becomes. What
    would change its length is left out: every place in a text stays where it is.

    >>> table = conversions("s2tw")
    >>> table["发"], table["发型"], table["发现"]
    ('發', '髮型', '發現')
    """
    import opencc  # when the tables are made, which is once

    data = Path(opencc.__file__).parent / "clib"
    configuration = (data / "share" / "opencc" / f"{way}.json").read_text(encoding="utf-8")
    known = sorted(_keys(data, set(_DICTIONARY.findall(configuration))))
    converted = opencc.OpenCC(way).convert("\n".join(known)).split("\n")
    return {key: value for key, value in zip(known, converted, strict=True) if len(key) == len(value)}


def pack(table: Mapping[str, str]) -> str:
    """The lines of a table that is in the order of its keys.

    >>> pack({"发": "發", "发型": "髮型", "发现": "發現", "现": "現"})
    '发發 型=髮型 现\\n现現'
    """
    characters = str.maketrans({key: value for key, value in table.items() if len(key) == 1})
    lines = []
    for first, keys in groupby(table, key=itemgetter(0)):
        own = table.get(first, first)
        entries = [first if own == first else first + own]
        for key in keys:
            if len(key) > 1:
                usual = key.translate(characters) == table[key]
                entries.append(key[1:] if usual else f"{key[1:]}={table[key]}")
        if entries != [first]:
            lines.append(" ".join(entries))
    return "\n".join(lines)


def _keys(data: Path, dictionaries: set[str]) -> set[str]:
    """What these dictionaries in `data` know, written out by the tool that OpenCC brings for that."""
    keys: set[str] = set()
    with TemporaryDirectory() as folder:
        text = Path(folder) / "dictionary.txt"
        for name in dictionaries:
            tool, dictionary = data / "bin" / "opencc_dict", data / "share" / "opencc" / name
            subprocess.run(
                [str(tool), "-i", str(dictionary), "-f", "ocd2", "-o", str(text), "-t", "text"],
                capture_output=True,
                check=True,
            )
            keys.update(_KEY.findall(text.read_text(encoding="utf-8")))
    return keys
