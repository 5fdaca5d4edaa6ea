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
from typing import Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]

CHUNK_BYTES: Final = 32_000
"""A chunk is closed before it holds more, some 20 KB compressed. Smaller ones make a query cheaper and the
catalogue, which every visit fetches whole, larger."""


def varints(numbers: Numbers) -> tuple[npt.NDArray[np.uint8], Numbers]:
    """The numbers, each from 0 to 2**35, as bytes, and where each begins (one more: where the last ends).

    >>> varints(np.array([1, 300]))[0].tobytes().hex()
    '01ac02'
    """
    length = np.ones(len(numbers), np.int64)
    for bits in (7, 14, 21, 28):
        length += numbers >= 1 << bits
    begins = np.concatenate(([0], np.cumsum(length)))
    encoded = np.zeros(begins[-1], np.uint8)
    for byte in range(5):
        has = length > byte
        more = np.where(length[has] > byte + 1, 128, 0)
        encoded[begins[:-1][has] + byte] = (numbers[has] >> 7 * byte) & 127 | more
    return encoded, begins


def chunks(pages: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The first token of each chunk, and the chunk; `pages` are folded, their lines parted by line feeds."""
    text = "".join(page + "\n" for page in pages)
    if not text:
        return
    alphabet = "".join(sorted(set(text)))
    place_bits = len(text).bit_length()
    ranks = _ranks(text, alphabet)
    inside = ranks != alphabet.index("\n")
    # One sort of one number for each place, the token above the place, is what makes this fast.
    places = np.flatnonzero(inside)
    singles = np.sort(ranks[places] * (len(alphabet) + 1) << place_bits | places)
    places = np.flatnonzero(inside[:-1] & inside[1:])
    pairs = np.sort(ranks[places] * (len(alphabet) + 1) + ranks[places + 1] + 1 << place_bits | places)
    page_of = np.repeat(np.arange(len(pages)), [len(page) + 1 for page in pages])
    single_tokens, single_numbers = _firsts(singles >> place_bits, singles & (1 << place_bits) - 1, page_of)
    pair_tokens, pair_places = pairs >> place_bits, pairs & (1 << place_bits) - 1
    between = np.searchsorted(pair_tokens, single_tokens)
    tokens = np.insert(pair_tokens, between, single_tokens)
    numbers = np.insert(_steps(pair_tokens, pair_places), between, single_numbers)
    yield from _pack(tokens, numbers, alphabet)


def _ranks(text: str, alphabet: str) -> Numbers:
    """Each character as its rank in the alphabet, which is in order of code points."""
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    rank_of = np.zeros(ord(alphabet[-1]) + 1, np.int64)
    rank_of[[ord(char) for char in alphabet]] = np.arange(len(alphabet))
    return rank_of[codes]


def _firsts(tokens: Numbers, places: Numbers, page_of: Numbers) -> tuple[Numbers, Numbers]:
    """Of each token on each page the step to its first place and its count, both beside the token."""
    pages = page_of[places]
    first = np.flatnonzero((np.diff(tokens, prepend=-1) != 0) | (np.diff(pages, prepend=-1) != 0))
    counts = np.diff(first, append=len(tokens))
    numbers = np.stack((_steps(tokens[first], places[first]), counts), axis=1)
    return np.repeat(tokens[first], 2), numbers.ravel()


def _steps(tokens: Numbers, places: Numbers) -> Numbers:
    steps = np.diff(places, prepend=0)
    first = np.diff(tokens, prepend=-1) != 0
    steps[first] = places[first]
    return steps


def _pack(tokens: Numbers, numbers: Numbers, alphabet: str) -> Iterator[tuple[str, bytes]]:
    """Chunks of neighbouring tokens; a token stands beside each of its numbers."""
    encoded, begins = varints(numbers)
    first = np.flatnonzero(np.diff(tokens, prepend=-1))
    names = [_name(token, alphabet) for token in tokens[first].tolist()]
    ends = begins[np.append(first[1:], len(tokens))]
    sizes = np.diff(ends, prepend=0)
    start = 0
    while start < len(names):
        begin = int(ends[start] - sizes[start])
        stop = max(start + 1, int(np.searchsorted(ends, begin + CHUNK_BYTES, side="right")))
        lines = "\n".join(names[start:stop]).encode()
        head = varints(np.array([len(lines)]))[0].tobytes() + lines + varints(sizes[start:stop])[0].tobytes()
        yield names[start], head + encoded[begin : ends[stop - 1]].tobytes()
        start = stop


def _name(token: int, alphabet: str) -> str:
    first, second = divmod(token, len(alphabet) + 1)
    return alphabet[first] + (alphabet[second - 1] if second else "")
