"""A page of docs/texts/ as it stands in its Markdown file.

    ---
    title: "…"
    type: district-news
    source: "…"
    ---

    <!-- source text -->

    The source text, one paragraph a line.

What a person writes between the front matter and the marker is theirs: ordinary Markdown, shown above
the text.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from reading_list.model import Page

MARKER = "<!-- source text -->"
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_MARKER_LINE = re.compile(f"^{MARKER}[ \t]*\n\n?", re.MULTILINE)
_LINE_END = re.compile("\r\n?")
# A type, which YAML reads as the same string without quotes.
_PLAIN = re.compile(r"[a-z]+(-[a-z]+)+|unclassified")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def write(page: Page) -> str:
    """The text of the page's file."""
    lines = [f"{key}: {scalar(value)}" for key, value in page.front_matter.items()]
    return "\n".join(["---", *lines, "---", "", MARKER, "", page.body]) + "\n"


def decode(path: str, raw: bytes) -> str:
    """The text of a page's file, whatever editor saved it: without a byte order mark, line ends made `\\n`.
    ValueError, naming `path`, when it is not in UTF-8."""
    try:
        return _LINE_END.sub("\n", raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: is not in UTF-8; save it so") from error


def read(path: str, text: str) -> Page:
    """The page in a file's text; ValueError, naming `path`, when its front matter is not a YAML mapping."""
    match = _FRONT_MATTER.match(text)
    front_matter: Mapping[str, str] = _load(path, match[1]) if match else {}
    return Page(path, front_matter, body_of(text))


def split_at_marker(text: str) -> tuple[str, str, str]:
    """What stands before the marker, the marker, and the body; both empty in a page without a text."""
    match = _MARKER_LINE.search(text)
    if not match:
        return text, "", ""
    return text[: match.start()], MARKER, text[match.end() :].rstrip("\n")


def body_of(text: str) -> str:
    """The body of a page's text: all after the marker and the empty line behind it, but for line ends at its
    end, of which a page has as many as its editor likes."""
    _, _, body = split_at_marker(text)
    return body


def _load(path: str, front_matter: str) -> dict[str, str]:
    try:
        loaded: Any = yaml.load(front_matter, Loader=_Loader)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date that is none
        problem = " ".join(str(error).split())
        raise ValueError(f"{path}: the front matter is not YAML: {problem}") from error
    if not isinstance(loaded, dict):
        raise ValueError(f"{path}: the front matter is not a mapping of names to values")
    return {str(key): str(value) for key, value in loaded.items() if value is not None}


def scalar(value: str) -> str:
    """A value as YAML that is read as the same string, whatever it holds; a date may stay one."""
    if _PLAIN.fullmatch(value) or _is_date(value):
        return value
    # A JSON string is a YAML string, but for characters that YAML wants spelled out.
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(letter if letter.isprintable() else f"\\U{ord(letter):08x}" for letter in quoted)


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
