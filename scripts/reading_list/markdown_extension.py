"""Python-Markdown extension: shows the source text of a page, all that stands behind its marker.

The text is not parsed as Markdown a second time: the same reader that restores it makes its HTML, so what is
shown cannot differ from what is restored, and the time is linear in the length. What stands before the
marker is ordinary Markdown.
"""

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from reading_list.page import split_at_marker
from reading_list.show import show


class _SourceText(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        before, marker, body = split_at_marker("\n".join(lines))
        if not marker:
            return lines
        return [*before.split("\n"), "", self.md.htmlStash.store(show(body)), ""]


class SourceTextExtension(Extension):
    """Enables the marker of `reading_list.page`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Ask before white space is normalized (30) and CriticMarkup is read (31.1)."""
        md.preprocessors.register(_SourceText(md), "source-text", 50)


def makeExtension(**settings: object) -> SourceTextExtension:  # noqa: N802 - Python-Markdown's name
    """Make the extension for `markdown_extensions: [reading_list.markdown_extension]`."""
    return SourceTextExtension(**settings)
