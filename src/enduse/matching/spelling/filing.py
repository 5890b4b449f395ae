"""Listed words filed under forms that near words must share: their letters, some taken out.

Two words within one edit or one swap of neighbours share a form with at most one letter taken
out, two within two edits one with at most two (Garbe's symmetric deletion). For two edits only
the first seven letters are taken, and the form may lose letters at their end: of the edits
before that place each costs one letter on one of the sides. So the work for a word depends on
how many listed words look like it, and next to nothing on how many there are.
"""

# Hashes are typed by numba.
# mypy: disallow-untyped-calls=False

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from enduse.matching.arrays import Array
from enduse.matching.spelling.hashing import Hashes, Owners, bucket, by_length, hash_rows
from enduse.matching.spelling.similarity import LONG, SHORT
from enduse.names import Kind

HEAD, MOST_LETTERS = 7, 24
KEY_SEED, SPELT_SEED = 1, 2
# Strangers in a bucket cost less than the memory of more buckets.
OWNERS_IN_A_BUCKET = 2
_Signed = Iterator[tuple[Hashes, Owners]]


class Filed(NamedTuple):
    """Buckets of signatures: where each begins, and who is in it."""

    off: npt.NDArray[np.int32]
    owner: npt.NDArray[np.int32]


def filed_keys(blob: Array, offsets: Array) -> Filed:
    """File keys under their forms: two letters out of the first seven, one if they are short."""
    return _filed(_key_signatures(blob, offsets))


def filed_spellings(blob: Array, offsets: Array, kinds: Array) -> Filed:
    """File words as spelt under their forms without one letter."""
    return _filed(_spellings(blob, offsets, kinds))


def _key_signatures(blob: Array, offsets: Array) -> _Signed:
    for numbers, letters in by_length(blob, offsets):
        length = letters.shape[1]
        if length >= SHORT:
            head = letters[:, :HEAD] if length >= LONG else letters
            yield from _one_out(head, numbers, head.shape[1], KEY_SEED)
            if length >= LONG:
                yield from _two_out(head, numbers)


def _spellings(blob: Array, offsets: Array, kinds: Array) -> _Signed:
    for numbers, letters in by_length(blob, offsets):
        length = letters.shape[1]
        if length >= SHORT:
            wordy = ~np.isin(kinds[numbers], (Kind.NUMBER, Kind.LETTER))
            most = min(length, MOST_LETTERS)
            yield from _one_out(letters[wordy], numbers[wordy], most, SPELT_SEED)


def _one_out(letters: Hashes, numbers: Owners, most: int, seed: int) -> _Signed:
    yield hash_rows(letters, seed), numbers
    for skip in range(most):
        yield hash_rows(np.delete(letters, skip, axis=1), seed), numbers


def _two_out(letters: Hashes, numbers: Owners) -> _Signed:
    for first, second in combinations(range(letters.shape[1]), 2):
        yield hash_rows(np.delete(letters, (first, second), axis=1), KEY_SEED), numbers


def _filed(signed: _Signed) -> Filed:
    parts = list(signed)
    many = sum(len(numbers) for _, numbers in parts)
    buckets = 1 << max(1, many // OWNERS_IN_A_BUCKET).bit_length()
    packed = np.empty(many, np.uint64)
    at = 0
    for hashes, numbers in parts:
        end = at + len(numbers)
        packed[at:end] = bucket(hashes, buckets) << np.uint64(32) | numbers.astype(np.uint64)
        at = end
    packed.sort()
    # A word of equal letters has one form twice. (np.unique hashes, which takes much longer.)
    packed = packed[np.append(True, packed[1:] != packed[:-1])] if many else packed
    owner = (packed & np.uint64(0xFFFFFFFF)).astype(np.int32)
    counts = np.bincount((packed >> np.uint64(32)).astype(np.int64), minlength=buckets)
    off = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    return Filed(off, owner)
