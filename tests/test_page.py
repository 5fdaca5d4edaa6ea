"""A page's file holds its front matter and its body, whatever they are."""

from collections.abc import Callable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta
from strategies import texts

from reading_list import page
from reading_list.model import Page

lines = texts.map(lambda text: text.replace("\n", " "))
front_matters = st.dictionaries(st.sampled_from(["title", "type", "date", "source", "collection"]), lines)
bodies = texts.map(lambda text: text.rstrip("\n"))


@given(front_matters, bodies)
def test_read_is_the_inverse_of_write(front_matter: dict[str, str], body: str) -> None:
    # A body never holds the marker on a line of its own: it is escaped.
    body = body.replace("<", "&lt;")
    assert page.read("x.md", page.write(Page("x.md", front_matter, body))) == Page("x.md", front_matter, body)


@given(front_matters)
def test_mkdocs_reads_the_same_front_matter(front_matter: dict[str, str]) -> None:
    _, read = meta.get_data(page.write(Page("x.md", front_matter, "")))
    assert {key: str(value) for key, value in read.items()} == front_matter


@pytest.mark.parametrize(
    "value",
    [
        "null",
        "yes",
        "on",
        "~",
        "2021-99-99",
        "1_000",
        "0x1F",
        "- a",
        "甲: 乙",
        "#",
        "\u200b🈣",
        "'",
        '"',
        "\\",
        "...",
    ],
)
def test_a_title_is_a_string_whatever_it_looks_like(value: str) -> None:
    written = page.write(Page("x.md", {"title": value, "collection": value}, ""))
    assert page.read("x.md", written).front_matter == {"title": value, "collection": value}


def test_types_and_dates_stand_without_quotes() -> None:
    written = page.write(Page("x.md", {"type": "district-news", "date": "2022-03-08"}, "一"))
    assert written == "---\ntype: district-news\ndate: 2022-03-08\n---\n\n<!-- source text -->\n\n一\n"


def test_what_a_person_writes_above_the_marker_is_not_the_text() -> None:
    text = "---\ntitle: 甲\n---\n\n我的话\n\n<!-- source text -->\n\n一\n\n<!-- source text -->\n\n二\n"
    assert page.body_of(text) == "一\n\n<!-- source text -->\n\n二"


@pytest.mark.parametrize("save", [
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("\n", "\r"),
    lambda text: f"\ufeff{text}",
    lambda text: f"{text}\n\n",
    lambda text: text.rstrip("\n"),
    lambda text: text.replace("-->\n\n", "--> \n"),
])  # fmt: skip
def test_it_does_not_matter_how_an_editor_saves_a_page(save: Callable[[str], str]) -> None:
    whole = Page("x.md", {"title": "甲"}, "一\n\n二")
    raw = save(page.write(whole)).encode()
    assert page.read("x.md", page.decode("x.md", raw)) == whole


@pytest.mark.parametrize("front_matter", ["title: [", "- a", "title: '", "date: 2021-99-99"])
def test_names_a_page_whose_front_matter_cannot_be_read(front_matter: str) -> None:
    with pytest.raises(ValueError, match=r"^x\.md: the front matter"):
        page.read("x.md", f"---\n{front_matter}\n---\n")


def test_a_page_without_front_matter_has_none() -> None:
    assert page.read("x.md", "一") == Page("x.md", {}, "")
    assert yaml.safe_load("") is None
