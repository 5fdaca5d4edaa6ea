"""Where each pair of characters and each single character stands, in files small enough to fetch one by one.

The collection is one long text, its pages one after the other; a place is a code point into it. Each page
begins at a multiple of `SLOT`, so that a page that changes a little moves no other. The posting of a pair
holds every place, the posting of a single character its first place on each page and how often it stands
there. Places are written as steps from the place before, and all numbers as variable-length integers: seven
bits a byte, low bits first, the high bit says that more follow. A chunk holds neighbouring tokens, in order
of code points:

    bytes of names | names, UTF-8, a line each | bytes of each posting | the postings

`docs/assets/search/postings.mjs` reads what is written here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint32]
Tokens = npt.NDArray[np.int64]
Ranks = npt.NDArray[np.unsignedinteger[Any]]
Chunk = tuple[int, int]
"""The tokens of a chunk, which are neighbours: the first, and the first behind it, in the order of all."""

CHUNK_BYTES: Final = 32_000
"""Of postings in a chunk, at most. Smaller ones make a query cheaper and the catalogue, which every visit
fetches whole, larger."""
SLOT: Final = 1024
"""Places from the beginning of a page to that of the next are a multiple of this."""
SLICE: Final = 500_000
"""Places that are sorted at a time."""

SECOND_BITS: Final = 21
"""A token is a number: the code point of its first character, and in so many bits one more than that of its
second, or 0 for a single character. Tokens are in order when their numbers are."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The tokens of a collection, ascending, and their postings one after the other: that of token i is
    `encoded[begins[i] : begins[i + 1]]`."""

    tokens: Tokens
    begins: npt.NDArray[np.int64]
    encoded: npt.NDArray[np.uint8]


def slot_of(length: int) -> int:
    """How many places a page of so many characters takes up; the last is never a character's."""
    return -(-(length + 1) // SLOT) * SLOT


def collect(pages: Sequence[str]) -> Postings:
    """The postings of all tokens of the pages, which are folded, their lines parted by line feeds."""
    slots = [slot_of(len(page)) for page in pages]
    alphabet = _alphabet(pages)
    ranks = _ranks(pages, slots, alphabet)
    page_of = np.repeat(np.arange(len(pages), dtype=np.uint32), slots)
    slices = [Postings(np.empty(0, np.int64), np.zeros(1, np.int64), np.empty(0, np.uint8))]
    for low, high in _slices(ranks, len(alphabet)):
        places = np.flatnonzero((ranks >= low) & (ranks < high)).astype(np.uint32)
        slices.append(encode(*_tokens(places, ranks, page_of, alphabet)))
    return join(slices)


def join(slices: Sequence[Postings]) -> Postings:
    """Postings of tokens that follow each other as one."""
    sizes = np.concatenate([np.diff(each.begins) for each in slices])
    return Postings(
        np.concatenate([each.tokens for each in slices]),
        np.concatenate(([0], np.cumsum(sizes))),
        np.concatenate([each.encoded for each in slices]),
    )


def varints(numbers: Numbers) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """The numbers as bytes, and where each begins (one more: where the last ends).

    >>> varints(np.array([1, 300], np.uint32))[0].tobytes().hex()
    '01ac02'
    """
    length = np.ones(len(numbers), np.uint8)
    for bits in (7, 14, 21, 28):
        length += numbers >= 1 << bits
    columns = range(int(length.max(initial=1)))
    encoded = np.empty((len(numbers), len(columns)), np.uint8)
    for byte in columns:
        encoded[:, byte] = numbers >> np.uint32(7 * byte) & 127 | (length > byte + 1) * np.uint32(128)
    begins = np.concatenate(([0], np.cumsum(length, dtype=np.int64)))
    return encoded[np.array(columns) < length[:, None]], begins


def _alphabet(pages: Sequence[str]) -> npt.NDArray[np.int64]:
    """The code points of all characters but the line feed, ascending."""
    seen = np.zeros(0x110000, np.bool_)
    for page in pages:
        seen[codes_of(page)] = True
    seen[ord("\n")] = False
    return np.flatnonzero(seen)


def codes_of(text: str) -> Numbers:
    """The code points of a text."""
    return np.frombuffer(text.encode("utf-32-le"), np.uint32)


def _ranks(pages: Sequence[str], slots: Sequence[int], alphabet: npt.NDArray[np.int64]) -> Ranks:
    """Each character of the long text as its rank in the alphabet; a line feed, and what is empty between
    pages, has the rank behind all."""
    # Numbers of 16 bits are sorted four times as fast.
    rank_of = np.full(0x110000, len(alphabet), np.uint16 if len(alphabet) < 1 << 16 else np.uint32)
    rank_of[alphabet] = np.arange(len(alphabet))
    ranks = np.full(sum(slots), len(alphabet), rank_of.dtype)
    start = 0
    for page, slot in zip(pages, slots, strict=True):
        ranks[start : start + len(page)] = rank_of[codes_of(page)]
        start += slot
    return ranks


def _slices(ranks: Ranks, size: int) -> Iterator[tuple[int, int]]:
    """Ranges of ranks below `size` that stand at some `SLICE` places each, so that memory does not grow with
    all."""
    up_to = np.cumsum(np.bincount(ranks, minlength=size)[:size])
    low = 0
    while low < size:
        before = up_to[low - 1] if low else 0
        high = max(low + 1, int(np.searchsorted(up_to, before + SLICE, side="right")))
        yield low, high
        low = high


def _tokens(
    places: Numbers, ranks: Ranks, page_of: Numbers, alphabet: npt.NDArray[np.int64]
) -> tuple[Tokens, Numbers]:
    """The numbers in the postings of all tokens that begin at these places, and beside each its token."""
    first, second = ranks[places], ranks[places + 1]
    order = np.argsort(first, kind="stable")
    tokens = alphabet[first[order]] << SECOND_BITS
    single_tokens, single_numbers = _firsts(tokens, places[order], page_of)
    order = np.flatnonzero(second != len(alphabet))
    order = order[np.argsort(second[order], kind="stable")]
    order = order[np.argsort(first[order], kind="stable")]
    tokens = (alphabet[first[order]] << SECOND_BITS) + alphabet[second[order]] + 1
    between = np.searchsorted(tokens, single_tokens)
    numbers = np.insert(steps(tokens, places[order]), between, single_numbers)
    return np.insert(tokens, between, single_tokens), numbers


def _firsts(tokens: Tokens, places: Numbers, page_of: Numbers) -> tuple[Tokens, Numbers]:
    """Of each token on each page the step to its first place and its count, both beside the token."""
    pages = page_of[places]
    first = np.flatnonzero(starts(tokens) | starts(pages))
    counts = np.diff(first, append=len(tokens)).astype(np.uint32)
    numbers = np.stack((steps(tokens[first], places[first]), counts), axis=1)
    return np.repeat(tokens[first], 2), numbers.ravel()


def steps(tokens: Tokens, places: Numbers) -> Numbers:
    """Places as steps from the place before, the first of each token as it is."""
    between = np.diff(places, prepend=np.uint32(0))
    return np.where(starts(tokens), places, between)


def starts(values: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Where a value differs from the one before it."""
    differs = np.ones(len(values), np.bool_)
    differs[1:] = values[1:] != values[:-1]
    return differs


def encode(tokens: Tokens, numbers: Numbers) -> Postings:
    """The postings of numbers, each beside its token."""
    encoded, begins = varints(numbers)
    first = np.flatnonzero(starts(tokens))
    return Postings(tokens[first], begins[np.append(first, len(tokens))], encoded)


def cut(postings: Postings) -> Iterator[Chunk]:
    """Which tokens each chunk holds.

    A chunk is all tokens that have their first so many bits in common, and so many only that it is not too
    large; so one that grows or shrinks moves the bounds of no other.
    """
    if len(postings.tokens):
        yield from _split(postings, 0, len(postings.tokens), 0, 2 * SECOND_BITS - 1)


def _split(postings: Postings, low: int, high: int, prefix: int, bit: int) -> Iterator[Chunk]:
    if high - low == 1 or postings.begins[high] - postings.begins[low] <= CHUNK_BYTES:
        yield low, high
        return
    half = prefix | 1 << bit
    middle = low + int(np.searchsorted(postings.tokens[low:high], half))
    if low < middle:
        yield from _split(postings, low, middle, prefix, bit - 1)
    if middle < high:
        yield from _split(postings, middle, high, half, bit - 1)


def are_same(postings: Postings, chunk: Chunk, others: Postings, other: Chunk) -> bool:
    """Whether a chunk is that one of other postings."""
    (low, high), (other_low, other_high) = chunk, other
    begins, other_begins = postings.begins[low : high + 1], others.begins[other_low : other_high + 1]
    return (
        np.array_equal(postings.tokens[low:high], others.tokens[other_low:other_high])
        and np.array_equal(begins - begins[0], other_begins - other_begins[0])
        and np.array_equal(
            postings.encoded[begins[0] : begins[-1]], others.encoded[other_begins[0] : other_begins[-1]]
        )
    )


def pack(postings: Postings, low: int, high: int) -> bytes:
    """The bytes of a chunk."""
    names = names_of(postings.tokens[low:high]).encode()
    sizes = np.diff(postings.begins[low : high + 1]).astype(np.uint32)
    length = varints(np.array([len(names)], np.uint32))[0].tobytes()
    encoded = postings.encoded[postings.begins[low] : postings.begins[high]]
    return length + names + varints(sizes)[0].tobytes() + encoded.tobytes()


def names_of(tokens: Tokens) -> str:
    """The characters of tokens, a line each."""
    first, second = tokens >> SECOND_BITS, tokens & ((1 << SECOND_BITS) - 1)
    # The first character, the second unless the token is a single, and the line's end.
    lines = np.stack((first, second - 1, np.full(len(tokens), ord("\n"))), axis=1).astype(np.uint32)
    shown = np.stack((second >= 0, second > 0, second >= 0), axis=1)
    return lines[shown].tobytes().decode("utf-32-le").removesuffix("\n")
