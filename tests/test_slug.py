"""A slug is a name that any file system and any URL can carry, and no two texts share one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_list.slug import slugify

letters = st.sampled_from("aAbé网網章-_. /%#?\\\n\x00\udcff") | st.characters(exclude_categories=["Cs"])
names = st.text(letters, min_size=1, max_size=300)
paths = st.builds(str.__add__, names, st.sampled_from([".txt", ".TXT", ".md", ""]))


@given(paths)
def test_is_a_lower_case_name_of_at_most_255_bytes(path: str) -> None:
    slug = slugify(path)
    assert re.fullmatch("[0-9a-z_\u3400-\u9fff-]+", slug)
    assert len(f"{slug}.md".encode()) <= 255


@given(st.lists(paths, unique=True))
def test_distinct_paths_have_distinct_slugs(paths: list[str]) -> None:
    assert len({slugify(path) for path in paths}) == len(paths)


@pytest.mark.parametrize(
    "alike",
    [
        ["A.txt", "a.txt", "Ａ.txt", "a.TXT"],
        ["a/b.txt", "a--b.txt", "a-b.txt", "a_b.txt"],
        ["网.txt", "网.md", "网.txt.txt", "网 .txt", " 网.txt", "../网.txt", "./网.txt"],
        ["é.txt", "e\N{COMBINING ACUTE ACCENT}.txt"],
        ["\udcff.txt", "\udcfe.txt", "\ufffd.txt"],
        [f"{'长' * 80}{number}.txt" for number in range(3)],
    ],
)
def test_paths_that_look_alike_have_distinct_slugs(alike: list[str]) -> None:
    assert len({slugify(path) for path in alike}) == len(alike)


@pytest.mark.parametrize(("path", "slug"), [("novel/第九章.txt", "novel--第九章"), ("a/10.txt", "a--10")])
def test_a_plain_path_is_its_own_slug(path: str, slug: str) -> None:
    assert slugify(path) == slug


@pytest.mark.parametrize("name", ["index", "con", "nul", "com1", "lpt9"])
def test_no_text_takes_the_place_of_its_folder_or_of_a_device_of_windows(name: str) -> None:
    assert slugify(f"{name}.txt").startswith(f"{name}-")
    assert slugify(f"novel/{name}.txt") == f"novel--{name}"
