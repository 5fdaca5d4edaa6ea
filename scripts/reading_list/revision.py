"""Bring postings up to date with pages that changed a little: only their tokens are read and written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from reading_list.postings import (
    SECOND_BITS,
    Numbers,
    Postings,
    Tokens,
    codes_of,
    encode,
    slot_of,
    starts,
    steps,
)

Values = npt.NDArray[Any]
Bounds = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]

_LINE_FEED = ord("\n")
_SECOND = (1 << SECOND_BITS) - 1


@dataclass(frozen=True, slots=True)
class Change:
    """A page as it was and as it is, folded, both of one slot, which begins at the place `start`."""

    start: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class _Rows:
    """What postings say: a token, a place, and of a single character how often it stands on the page."""

    tokens: Tokens
    places: Numbers
    counts: Numbers

    def where(self, wanted: npt.NDArray[np.bool_]) -> Self:
        return type(self)(self.tokens[wanted], self.places[wanted], self.counts[wanted])


def revise(postings: Postings, changes: Sequence[Change]) -> Postings:
    """The postings of a collection in which some pages have changed: what `postings.collect` would give."""
    if not changes:
        return postings
    old = _together([_rows_of(change.old, change.start) for change in changes])
    new = _together([_rows_of(change.new, change.start) for change in changes])
    touched = np.array(sorted({token for token, _, _ in _set_of(old) ^ _set_of(new)}), np.int64)
    known = _read(postings, touched)
    for change in changes:
        slot_end = change.start + slot_of(len(change.old))
        known = known.where((known.places < change.start) | (known.places >= slot_end))
    low, high = _bounds(touched, new.tokens)
    rows = _together([known, new.where(low < high)])
    return _splice(postings, touched, _write(rows))


def _rows_of(page: str, start: int) -> _Rows:
    codes = codes_of(page).astype(np.int64)
    singles, firsts, counts = np.unique(codes, return_index=True, return_counts=True)
    first, second = codes[:-1], codes[1:]
    pairs = np.flatnonzero((first != _LINE_FEED) & (second != _LINE_FEED))
    rows = _Rows(
        np.concatenate((singles << SECOND_BITS, (first[pairs] << SECOND_BITS) + second[pairs] + 1)),
        (np.concatenate((firsts, pairs)) + start).astype(np.uint32),
        np.concatenate((counts, np.zeros(len(pairs)))).astype(np.uint32),
    )
    return rows.where(rows.tokens != _LINE_FEED << SECOND_BITS)


def _together(parts: Sequence[_Rows]) -> _Rows:
    return _Rows(
        np.concatenate([part.tokens for part in parts]),
        np.concatenate([part.places for part in parts]),
        np.concatenate([part.counts for part in parts]),
    )


def _set_of(rows: _Rows) -> set[tuple[int, int, int]]:
    return set(zip(rows.tokens.tolist(), rows.places.tolist(), rows.counts.tolist(), strict=True))


def _read(postings: Postings, tokens: Tokens) -> _Rows:
    """What the postings say of those of the tokens that they have."""
    low, high = _bounds(postings.tokens, tokens)
    at = low[low < high]
    sizes = postings.begins[at + 1] - postings.begins[at]
    parts = [postings.encoded[postings.begins[i] : postings.begins[i + 1]] for i in at]
    numbers, first_bytes = _decode(np.concatenate([np.empty(0, np.uint8), *parts]))
    beside = np.repeat(postings.tokens[at], sizes)[first_bytes]
    begins = np.flatnonzero(starts(beside))
    index = np.arange(len(numbers)) - np.repeat(begins, np.diff(begins, append=len(numbers)))
    is_count = (beside & _SECOND == 0) & (index % 2 == 1)
    counts = np.append(numbers, 0)[1:] * np.append(is_count, False)[1:]
    tokens, between, counts = beside[~is_count], numbers[~is_count].astype(np.int64), counts[~is_count]
    summed = np.cumsum(between)
    begins = np.flatnonzero(starts(tokens))
    before = np.repeat(summed[begins] - between[begins], np.diff(begins, append=len(tokens)))
    return _Rows(tokens, (summed - before).astype(np.uint32), counts.astype(np.uint32))


def _bounds(all_tokens: Tokens, tokens: Tokens) -> Bounds:
    """Where each of some tokens begins and ends among all, which are ascending; of one that is not there,
    where it would be."""
    return np.searchsorted(all_tokens, tokens), np.searchsorted(all_tokens, tokens, side="right")


def _decode(encoded: npt.NDArray[np.uint8]) -> tuple[Numbers, npt.NDArray[np.int64]]:
    """The numbers that `postings.varints` wrote, and where each begins."""
    last = np.flatnonzero(encoded < 128)
    first = np.concatenate(([0], last[:-1] + 1))[: len(last)]
    numbers = np.zeros(len(last), np.uint32)
    for byte in range(int((last - first).max(initial=0)) + 1):
        more = first + byte <= last
        numbers[more] |= (encoded[first[more] + byte] & np.uint32(127)) << np.uint32(7 * byte)
    return numbers, first


def _write(rows: _Rows) -> Postings:
    order = np.lexsort((rows.places, rows.tokens))
    tokens, places, counts = rows.tokens[order], rows.places[order], rows.counts[order]
    singles = np.flatnonzero(tokens & _SECOND == 0)
    numbers = np.insert(steps(tokens, places), singles + 1, counts[singles])
    return encode(np.insert(tokens, singles + 1, tokens[singles]), numbers)


def _splice(postings: Postings, touched: Tokens, written: Postings) -> Postings:
    """`postings` with what is written in the place of all that they say of the tokens that are touched."""
    low, high = _bounds(postings.tokens, touched)
    stays = (np.append(0, high), np.append(low, len(postings.tokens)))
    # Behind each stretch that stays comes what is written of one token, and behind the last nothing.
    low, high = _bounds(written.tokens, touched)
    comes = (np.append(low, 0), np.append(high, 0))
    sizes = _weave(np.diff(postings.begins), stays, np.diff(written.begins), comes)
    return Postings(
        _weave(postings.tokens, stays, written.tokens, comes),
        np.concatenate(([0], np.cumsum(sizes))),
        _weave(
            postings.encoded,
            (postings.begins[stays[0]], postings.begins[stays[1]]),
            written.encoded,
            (written.begins[comes[0]], written.begins[comes[1]]),
        ),
    )


def _weave(one: Values, its: Bounds, other: Values, others: Bounds) -> Values:
    """By turns a stretch of one array and a stretch of the other, each from a first bound to a second."""
    pairs = zip(*(bound.tolist() for bound in (*its, *others)), strict=True)
    return np.concatenate([part for a, b, c, d in pairs for part in (one[a:b], other[c:d])])
