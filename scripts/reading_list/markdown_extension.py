"""Python-Markdown extension: shows the source text of a page, all that stands behind its marker.

The text is not parsed as Markdown a second time: the same reader that restores it makes its HTML, so what is
shown cannot differ from what is restored, and the time is linear in the length. What stands before the
marker is ordinary Markdown.
"""

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from reading_list.page import MARKER, split_at_marker
from reading_list.show import show


class _TakeOut(Preprocessor):
    """Keeps the body from all that reads Markdown; the marker, a comment, goes through it."""

    body = ""

    def run(self, lines: list[str]) -> list[str]:
        before, marker, self.body = split_at_marker("\n".join(lines))
        return [*before.split("\n"), marker] if marker else lines


class _PutBack(Postprocessor):
    """Puts the text's HTML behind the marker."""

    def __init__(self, taken: _TakeOut) -> None:
        super().__init__()
        self.taken = taken

    def run(self, text: str) -> str:
        if not self.taken.body or MARKER not in text:  # a heading, which passes through here, too
            return text
        return text.replace(MARKER, MARKER + show(self.taken.body), 1)


class SourceTextExtension(Extension):
    """Enables the marker of `reading_list.page`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Come before all that reads Markdown (critic: 31.1), and behind all that writes HTML."""
        take_out = _TakeOut(md)
        md.preprocessors.register(take_out, "source-text", 50)
        md.postprocessors.register(_PutBack(take_out), "source-text", -10)


def makeExtension(**settings: object) -> SourceTextExtension:  # noqa: N802 - Python-Markdown's name
    """Make the extension for `markdown_extensions: [reading_list.markdown_extension]`."""
    return SourceTextExtension(**settings)
