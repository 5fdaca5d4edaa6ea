"""Postings that are revised are those that would be collected anew."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reading_list.postings import Postings, are_same, collect, cut, slot_of
from reading_list.revision import Change, revise

PAGE = st.text("甲乙丙\n 𠮷a", max_size=40)
EDITED = st.lists(st.tuples(PAGE, PAGE), max_size=6)
"""Pages as they were and as they are."""


def changes(edited: list[tuple[str, str]]) -> list[Change]:
    starts = np.cumsum([0, *(slot_of(len(old)) for old, _ in edited)]).tolist()
    pages = zip(starts, edited, strict=False)
    return [Change(start, old, new) for start, (old, new) in pages if old != new]


def is_equal(one: Postings, other: Postings) -> bool:
    return all(
        np.array_equal(getattr(one, name), getattr(other, name)) for name in ("tokens", "begins", "encoded")
    )


@given(EDITED)
def test_revising_gives_what_collecting_gives(edited: list[tuple[str, str]]) -> None:
    before, after = collect([old for old, _ in edited]), collect([new for _, new in edited])
    assert is_equal(revise(before, changes(edited)), after)
    assert is_equal(revise(before, []), before)


def test_frequent_tokens_of_long_collections_are_revised_in_place() -> None:
    pages = [f"第{number}篇\n" + "的确是的\n" * 150 for number in range(40)]
    edited = [(page, page.replace("第7篇", "又一篇")) for page in pages]
    before, after = collect(pages), collect([new for _, new in edited])
    revised = revise(before, changes(edited))
    assert is_equal(revised, after)
    chunks = list(zip(cut(revised), cut(after), strict=True))
    assert all(are_same(revised, one, after, other) for one, other in chunks)
    assert not all(
        are_same(revised, one, before, other) for one, other in zip(cut(revised), cut(before), strict=False)
    )
