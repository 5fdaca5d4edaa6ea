"""Reads HTML as a browser shows it, as far as tests without one need it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Paragraph:
    """A `<p>`: its text with what is in `<ins>` and without, with what is in `<del>` and without."""

    id: str | None
    source: str = ""
    clean: str = ""


@dataclass
class Shown(HTMLParser):
    """What an HTML text shows: every tag that is in it, and its paragraphs."""

    html: str
    tags: set[str] = field(default_factory=set)
    paragraphs: list[Paragraph] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.inside: list[str] = []
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "p":
            self.paragraphs.append(Paragraph(dict(attrs).get("id")))
        elif tag in ("ins", "del"):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ins", "del"):
            self.inside.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self.paragraphs:
            self.paragraphs.append(Paragraph(None))
        if "ins" not in self.inside:
            self.paragraphs[-1].source += data
        if "del" not in self.inside:
            self.paragraphs[-1].clean += data

    def handle_entityref(self, name: str) -> None:
        self.handle_data({"amp": "&", "lt": "<", "gt": ">", "quot": '"'}[name])

    def handle_charref(self, name: str) -> None:
        # Not html.unescape(), which drops controls that a browser keeps.
        number = int(name[1:], 16) if name[0] in "xX" else int(name)
        self.handle_data(chr(number) if number else "\N{REPLACEMENT CHARACTER}")

    @property
    def source(self) -> str:
        """All text outside `<ins>`."""
        return "\n".join(paragraph.source for paragraph in self.paragraphs)

    @property
    def clean(self) -> str:
        """All text outside `<del>`."""
        return "\n".join(paragraph.clean for paragraph in self.paragraphs)


def lines(text: str) -> list[str]:
    """The lines of a text that are not empty, NUL shown as HTML shows it."""
    return [line for line in text.replace("\0", "\N{REPLACEMENT CHARACTER}").split("\n") if line]


def bare(text: str) -> str:
    """A text without white space, NUL shown as HTML shows it."""
    return "".join(text.replace("\0", "\N{REPLACEMENT CHARACTER}").split())
