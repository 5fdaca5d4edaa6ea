"""Where each pair of characters and each single character stands, in files small enough to fetch one by one.

The collection is one long text, its pages one after the other with a line feed after each; a place is a code
point into it. The posting of a pair holds every place, the posting of a single character its first place on
each page and how often it stands there. Places are written as steps from the place before, and all numbers
as variable-length integers: seven bits a byte, low bits first, the high bit says that more follow. A chunk
holds neighbouring tokens, in order of code points:

    bytes of names | names, UTF-8, a line each | bytes of each posting | the postings

`docs/assets/search/postings.mjs` reads what is written here.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint32]
Ranks = npt.NDArray[np.unsignedinteger[Any]]

CHUNK_BYTES: Final = 32_000
"""A chunk is closed before it holds more, some 20 KB compressed. Smaller ones make a query cheaper and the
catalogue, which every visit fetches whole, larger."""
SLICE: Final = 500_000
"""Places that are sorted at a time."""


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


def chunks(pages: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The first token of each chunk, and the chunk; `pages` are folded, their lines parted by line feeds."""
    alphabet = "".join(sorted(set("\n").union(*pages)))
    ranks = _ranks(pages, alphabet)
    page_of = np.repeat(np.arange(len(pages), dtype=np.uint32), [len(page) + 1 for page in pages])
    for low, high in _slices(ranks, alphabet):
        places = np.flatnonzero((ranks >= low) & (ranks < high)).astype(np.uint32)
        yield from _pack(*_tokens(places, ranks, page_of, len(alphabet)), alphabet)


def _ranks(pages: Sequence[str], alphabet: str) -> Ranks:
    """Each character of the long text as its rank in the alphabet, which is in order of code points; a line
    feed has the rank behind all."""
    # Numbers of 16 bits are sorted four times as fast.
    rank_of = np.zeros(ord(alphabet[-1]) + 1, np.uint16 if len(alphabet) < 1 << 16 else np.uint32)
    rank_of[[ord(char) for char in alphabet]] = np.arange(len(alphabet))
    rank_of[ord("\n")] = len(alphabet)
    ranks = np.full(sum(len(page) + 1 for page in pages), len(alphabet), rank_of.dtype)
    start = 0
    for page in pages:
        ranks[start : start + len(page)] = rank_of[np.frombuffer(page.encode("utf-32-le"), np.uint32)]
        start += len(page) + 1
    return ranks


def _slices(ranks: Ranks, alphabet: str) -> Iterator[tuple[int, int]]:
    """Ranges of ranks that stand at some `SLICE` places each, so that memory does not grow with all."""
    up_to = np.cumsum(np.bincount(ranks, minlength=len(alphabet))[: len(alphabet)])
    low = 0
    while low < len(alphabet):
        before = up_to[low - 1] if low else 0
        high = max(low + 1, int(np.searchsorted(up_to, before + SLICE, side="right")))
        yield low, high
        low = high


def _tokens(
    places: Numbers, ranks: Ranks, page_of: Numbers, size: int
) -> tuple[npt.NDArray[np.int64], Numbers]:
    """The numbers in the postings of all tokens that begin at these places, and beside each its token: the
    rank of its first character times `size` + 1, and one more than the rank of its second."""
    first, second = ranks[places], ranks[places + 1]
    order = np.argsort(first, kind="stable")
    tokens = first[order].astype(np.int64) * (size + 1)
    single_tokens, single_numbers = _firsts(tokens, places[order], page_of)
    order = np.flatnonzero(second != size)
    order = order[np.argsort(second[order], kind="stable")]
    order = order[np.argsort(first[order], kind="stable")]
    tokens = first[order].astype(np.int64) * (size + 1) + second[order] + 1
    between = np.searchsorted(tokens, single_tokens)
    numbers = np.insert(_steps(tokens, places[order]), between, single_numbers)
    return np.insert(tokens, between, single_tokens), numbers


def _firsts(
    tokens: npt.NDArray[np.int64], places: Numbers, page_of: Numbers
) -> tuple[npt.NDArray[np.int64], Numbers]:
    """Of each token on each page the step to its first place and its count, both beside the token."""
    pages = page_of[places]
    first = np.flatnonzero(_starts(tokens) | _starts(pages))
    counts = np.diff(first, append=len(tokens)).astype(np.uint32)
    numbers = np.stack((_steps(tokens[first], places[first]), counts), axis=1)
    return np.repeat(tokens[first], 2), numbers.ravel()


def _steps(tokens: npt.NDArray[np.int64], places: Numbers) -> Numbers:
    steps = np.diff(places, prepend=np.uint32(0))
    return np.where(_starts(tokens), places, steps)


def _starts(values: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Where a value differs from the one before it."""
    starts = np.ones(len(values), np.bool_)
    starts[1:] = values[1:] != values[:-1]
    return starts


def _pack(tokens: npt.NDArray[np.int64], numbers: Numbers, alphabet: str) -> Iterator[tuple[str, bytes]]:
    """Chunks of neighbouring tokens; a token stands beside each of its numbers."""
    encoded, begins = varints(numbers)
    first = np.flatnonzero(_starts(tokens))
    names = _names(tokens[first], alphabet)
    ends = begins[np.append(first[1:], len(tokens))]
    sizes = np.diff(ends, prepend=0).astype(np.uint32)
    start = 0
    while start < len(names):
        begin = int(ends[start] - sizes[start])
        stop = max(start + 1, int(np.searchsorted(ends, begin + CHUNK_BYTES, side="right")))
        lines = "\n".join(names[start:stop]).encode()
        length = varints(np.array([len(lines)], np.uint32))[0].tobytes()
        head = length + lines + varints(sizes[start:stop])[0].tobytes()
        yield names[start], head + encoded[begin : ends[stop - 1]].tobytes()
        start = stop


def _names(tokens: npt.NDArray[np.int64], alphabet: str) -> list[str]:
    codes = np.array([ord(char) for char in alphabet], np.uint32)
    first, second = np.divmod(tokens, len(alphabet) + 1)
    # A line each: the first character, the second unless the token is a single, and the line's end.
    lines = np.stack((codes[first], codes[second - 1], np.full(len(tokens), ord("\n"), np.uint32)), axis=1)
    shown = np.stack((second >= 0, second > 0, second >= 0), axis=1)
    return lines[shown].tobytes().decode("utf-32-le").split("\n")[:-1]
