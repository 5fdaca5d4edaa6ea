"""The things that flow through the pipeline: frozen, without logic.

Offsets are code points into the source text, half-open: `text[start:end]`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal[
    "planted-symbol",
    "pinyin-gloss",
    "furniture",
    "masked-word",
    "lost-character",
    "markup-remains",
    "repetition",
    "hard-wrap",
]
"""What a span of noise is. One module each under `noise/`."""

UNCLASSIFIED = "unclassified"
"""The type of a text that is none of the table's."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text as received: `path` is relative to the folder that was imported, with `/` between
    its parts; bytes of a name that are not UTF-8 are surrogate escapes."""

    path: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Patch:
    """Bytes that `text[offset]` stands for, where encoding that character would not give them back."""

    offset: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Decoded:
    """A source's text: `bom + text.encode(encoding)`, patches applied, is the source byte for byte."""

    text: str
    encoding: str
    bom: bytes = b""
    patches: tuple[Patch, ...] = ()


@dataclass(frozen=True, slots=True)
class LineEnds:
    """The usual line end of a text, and by line number (from 0) those that are another one."""

    usual: str = "\n"
    unusual: Mapping[int, str] = field(default_factory=dict)


class Span(NamedTuple):
    """A stretch of noise and what is proposed for it. A tuple, because a converted text has thousands, and
    tuples are made and taken apart three times as fast.

    `replacement` is the text proposed instead: "" proposes to delete, `None` only marks the place.
    `rule` is the id of the rule that found it.
    """

    start: int
    end: int
    kind: Kind
    rule: str
    replacement: str | None = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a text got its type: a term of the table, how often it stands there, what that weighs."""

    type: str
    term: str
    count: int
    weight: float


@dataclass(frozen=True, slots=True)
class Classification:
    """A text's type and the evidence for and against it, heaviest first."""

    type: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the text tells about itself; what nothing tells is `None`. `date` is ISO 8601 (YYYY-MM-DD,
    YYYY-MM or YYYY)."""

    title: str
    date: str | None = None
    publisher: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A source, understood. `text` is decoded, its line ends made `\\n`; spans are offsets into it."""

    source: Source
    decoded: Decoded
    text: str
    ends: LineEnds
    spans: tuple[Span, ...]
    classification: Classification
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file of docs/texts/: `path` relative to docs/, front matter in order, and the body."""

    path: str
    front_matter: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
