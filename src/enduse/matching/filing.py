"""Listed words filed under signatures that near words must share.

Two keys of at least six letters within two edits: cut the listed one into three pieces, and
one of them stands unchanged in the other, at most two places away (a swap of neighbours is
two edits here). Two keys of which the shorter has three to five letters, and two words as
spelt, within one edit or one swap: they share a form with one letter taken out.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from enduse.matching.arrays import Array
from enduse.matching.hashing import Hashes, Owners, bucket, by_length, hash_rows
from enduse.matching.jitable import called_by_kernels
from enduse.matching.similarity import LONG, SHORT
from enduse.names import Kind

MOST_LETTERS = 24
KEY_SEED, SPELT_SEED, PIECE_SEED = 1, 2, 1000
_Signed = Iterator[tuple[Hashes, Owners]]


class Filed(NamedTuple):
    """Buckets of signatures: where each begins, who is in it, and the letters of each.

    The letters stand beside the owner so that most of a bucket is passed over without
    reading anything else.
    """

    off: npt.NDArray[np.int32]
    owner: npt.NDArray[np.int32]
    mask: npt.NDArray[np.uint32]


@called_by_kernels
def piece_bounds(length: int, piece: int) -> tuple[int, int]:
    """Where the first, second or third piece of a key begins and ends."""
    return piece * length // 3, (piece + 1) * length // 3


def filed_keys(blob: Array, offsets: Array) -> Filed:
    """File keys under their pieces or, if short, their forms without one letter."""
    return _filed(_key_signatures(blob, offsets), letters_of_each(blob, offsets))


def filed_spellings(blob: Array, offsets: Array, kinds: Array) -> Filed:
    """File words as spelt under their forms without one letter."""
    return _filed(_spellings(blob, offsets, kinds), letters_of_each(blob, offsets))


def letters_of_each(blob: Array, offsets: Array) -> npt.NDArray[np.uint32]:
    """One bit for each letter that stands in a text."""
    out = np.zeros(len(offsets) - 1, np.uint32)
    for numbers, letters in by_length(blob, offsets):
        bits = np.uint32(1) << (letters & np.uint64(31)).astype(np.uint32)
        out[numbers] = np.bitwise_or.reduce(bits, axis=1)
    return out


def _key_signatures(blob: Array, offsets: Array) -> _Signed:
    for numbers, letters in by_length(blob, offsets):
        length = letters.shape[1]
        if length >= LONG:
            for piece in range(3):
                start, end = piece_bounds(length, piece)
                seed = PIECE_SEED + length * 4 + piece
                yield hash_rows(letters[:, start:end], seed), numbers
        if SHORT <= length <= LONG:
            yield from _one_out(letters, numbers, length, KEY_SEED)


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


def _filed(signed: _Signed, masks: npt.NDArray[np.uint32]) -> Filed:
    parts = list(signed)
    many = sum(len(numbers) for _, numbers in parts)
    buckets = 1 << max(1, many - 1).bit_length()
    packed = np.empty(many, np.uint64)
    at = 0
    for hashes, numbers in parts:
        end = at + len(numbers)
        packed[at:end] = bucket(hashes, buckets) << np.uint64(32) | numbers.astype(np.uint64)
        at = end
    packed = np.unique(packed)
    owner = (packed & np.uint64(0xFFFFFFFF)).astype(np.int32)
    counts = np.bincount((packed >> np.uint64(32)).astype(np.int64), minlength=buckets)
    off = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    return Filed(off, owner, masks[owner])
