from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reading_list import postings
from reading_list.postings import SLOT, Postings, collect, cut, names_of, pack, slot_of, varints

PAGES = st.lists(st.text("甲乙丙\n 𠮷a", max_size=40), max_size=6)


FEW_BYTES = 5


@contextmanager
def smaller_chunks() -> Iterator[None]:
    usual = postings.CHUNK_BYTES
    postings.CHUNK_BYTES = FEW_BYTES  # type: ignore[misc]
    try:
        yield
    finally:
        postings.CHUNK_BYTES = usual  # type: ignore[misc]


def bounds(collected: Postings) -> set[int]:
    """The first token of each chunk."""
    return {int(collected.tokens[low]) for low, _ in cut(collected)}


def _numbers(raw: bytes) -> list[int]:
    numbers, number, shift = [], 0, 0
    for byte in raw:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(number)
            number = shift = 0
    assert shift == 0
    return numbers


def _read(chunk: bytes) -> dict[str, list[int]]:
    """The postings of a chunk, by the layout that the module's docstring gives."""
    end = next(index for index, byte in enumerate(chunk) if byte < 128) + 1
    names_end = end + _numbers(chunk[:end])[0]
    names = chunk[end:names_end].decode().split("\n")
    rest = chunk[names_end:]
    place = 0
    for _ in names:
        while rest[place] > 127:
            place += 1
        place += 1
    found = {}
    for name, size in zip(names, _numbers(rest[:place]), strict=True):
        found[name] = _numbers(rest[place : place + size])
        place += size
    assert place == len(rest)
    return found


@given(st.lists(st.integers(0, 2**35 - 1)))
def test_numbers_come_back(numbers: list[int]) -> None:
    encoded, begins = varints(np.array(numbers, np.int64))
    assert _numbers(encoded.tobytes()) == numbers
    assert begins[-1] == len(encoded)


@given(PAGES)
def test_every_place_is_written_down(pages: list[str]) -> None:
    text = "".join(page.ljust(slot_of(len(page)), "\n") for page in pages)
    expected: defaultdict[str, list[int]] = defaultdict(list)
    for place, pair in enumerate(map("".join, zip(text, text[1:], strict=False))):
        if "\n" not in pair:
            expected[pair].append(place)
    start = 0
    for page in pages:
        for char in dict.fromkeys(page.replace("\n", "")):
            expected[char] += [start + page.index(char), page.count(char)]
        start += slot_of(len(page))
    collected = collect(pages)
    chunks = [pack(collected, *chunk) for chunk in cut(collected)]
    found = {token: numbers for chunk in chunks for token, numbers in _read(chunk).items()}
    for token, numbers in found.items():
        step = 1 if len(token) > 1 else 2
        numbers[::step] = np.cumsum(numbers[::step]).tolist()
    assert found == expected


@given(PAGES)
def test_chunks_hold_all_tokens_in_order_and_no_more_than_they_may(pages: list[str]) -> None:
    collected = collect(pages)
    with smaller_chunks():
        chunks = list(cut(collected))
    assert [token for low, high in chunks for token in range(low, high)] == list(range(len(collected.tokens)))
    for low, high in chunks:
        assert low + 1 == high or collected.begins[high] - collected.begins[low] <= FEW_BYTES
        names = names_of(collected.tokens[low:high]).split("\n")
        assert names == sorted(names) == list(_read(pack(collected, low, high)))


def test_a_chunk_that_grows_moves_the_bounds_of_no_other() -> None:
    pages = ["".join(map(chr, range(0x4E00 + start, 0x4E00 + start + 200))) for start in range(0, 2000, 100)]
    with smaller_chunks():
        before, after = (bounds(collect([page, *pages])) for page in ("子丑", "子丑\n子寅\n子卯"))
    assert len(before) > 500
    assert 1 <= len(before ^ after) <= 4


def test_every_page_begins_at_a_slot() -> None:
    assert [slot_of(length) for length in (0, SLOT - 1, SLOT)] == [SLOT, SLOT, 2 * SLOT]
