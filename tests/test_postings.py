from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reading_list import postings
from reading_list.postings import chunks, varints

PAGES = st.lists(st.text("甲乙丙\n 𠮷a", max_size=40), max_size=6)


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
    text = "".join(page + "\n" for page in pages)
    expected: defaultdict[str, list[int]] = defaultdict(list)
    for place, pair in enumerate(map("".join, zip(text, text[1:], strict=False))):
        if "\n" not in pair:
            expected[pair].append(place)
    start = 0
    for page in pages:
        for char in dict.fromkeys(page.replace("\n", "")):
            expected[char] += [start + page.index(char), page.count(char)]
        start += len(page) + 1
    found = {token: numbers for _, chunk in chunks(pages) for token, numbers in _read(chunk).items()}
    for token, numbers in found.items():
        step = 1 if len(token) > 1 else 2
        numbers[::step] = np.cumsum(numbers[::step]).tolist()
    assert found == expected


@given(PAGES)
def test_chunks_are_in_order_and_named_by_their_first_token(pages: list[str]) -> None:
    usual = postings.CHUNK_BYTES
    try:
        postings.CHUNK_BYTES = 5  # type: ignore[misc]
        read = [(start, list(_read(chunk))) for start, chunk in chunks(pages)]
    finally:
        postings.CHUNK_BYTES = usual  # type: ignore[misc]
    tokens = [token for _, names in read for token in names]
    assert tokens == sorted(tokens)
    assert all(start == names[0] for start, names in read)
