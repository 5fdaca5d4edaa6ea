"""The type of a text."""

from dataclasses import dataclass

from reading_list.model import Classification


@dataclass(frozen=True, slots=True)
class TextType:
    """A type of text and what the site calls it."""

    id: str
    label: str


def load_types() -> tuple[TextType, ...]:
    """The types there are."""
    return (
        TextType("novel-chapter", "小说章节"),
        TextType("district-news", "区县新闻"),
        TextType("municipal-report", "市政报告"),
    )


def classify(text: str) -> Classification:
    """No type is told yet."""
    del text
    return Classification("unclassified")
