"""Hashes and signatures of many words at once with numpy: for building where nothing is compiled.

The same hashes as the kernels of expansion.py, tested against them.
"""

# Kernels are typed by numba.
# mypy: disallow-untyped-calls=False

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from enduse.matching.arrays import Array
from enduse.matching.expansion import LETTER_KIND, MOST_LETTERS, NUMBER_KIND, piece_bounds
from enduse.matching.similarity import LONG, SHORT

_PRIME = np.uint64(1099511628211)
_START = np.uint64(14695981039346656037)
Hashes = npt.NDArray[np.uint64]
Owners = npt.NDArray[np.int64]


def hash_texts(blob: Array, offsets: Array) -> Hashes:
    """Hash of each text of a blob."""
    out = np.empty(len(offsets) - 1, np.uint64)
    for numbers, letters in _by_length(blob, offsets):
        out[numbers] = _hashed(letters, 0)
    return out


def signatures(blob: Array, offsets: Array, out_hash: Array, out_key: Array) -> int:
    """Write the signatures of all keys; returns how many."""
    parts: list[tuple[Hashes, Owners]] = []
    for numbers, letters in _by_length(blob, offsets):
        length = letters.shape[1]
        if length >= LONG:
            for piece in range(3):
                start, end = piece_bounds(length, piece)
                hashes = _hashed(letters[:, start:end], 1000 + length * 4 + piece)
                parts.append((hashes, numbers))
        if SHORT <= length <= LONG:
            parts.extend(_one_out(letters, numbers, length, 1))
    return _put(parts, out_hash, out_key)


def spellings(blob: Array, offsets: Array, kinds: Array, out_hash: Array, out_token: Array) -> int:
    """Write the signatures of words as spelt, one letter taken out; returns how many."""
    parts: list[tuple[Hashes, Owners]] = []
    for numbers, letters in _by_length(blob, offsets):
        wordy = (kinds[numbers] != NUMBER_KIND) & (kinds[numbers] != LETTER_KIND)
        length = letters.shape[1]
        if length >= SHORT:
            most = min(length, MOST_LETTERS)
            parts.extend(_one_out(letters[wordy], numbers[wordy], most, 2))
    return _put(parts, out_hash, out_token)


def _by_length(blob: Array, offsets: Array) -> Iterator[tuple[Owners, Hashes]]:
    """Texts of one length together: their numbers, and a row of letters for each."""
    starts = np.asarray(offsets[:-1], np.int64)
    sizes = np.diff(np.asarray(offsets, np.int64))
    for size in np.unique(sizes).tolist():
        numbers = np.flatnonzero(sizes == size)
        yield numbers, blob[starts[numbers, None] + np.arange(size)].astype(np.uint64)


def _hashed(letters: Hashes, seed: int) -> Hashes:
    value = np.full(len(letters), _START ^ np.uint64(seed), np.uint64)
    for at in range(letters.shape[1]):
        value = (value ^ letters[:, at]) * _PRIME
    return value


def _one_out(
    letters: Hashes, numbers: Owners, most: int, seed: int
) -> Iterator[tuple[Hashes, Owners]]:
    yield _hashed(letters, seed), numbers
    for skip in range(most):
        yield _hashed(np.delete(letters, skip, axis=1), seed), numbers


def _put(parts: list[tuple[Hashes, Owners]], out_hash: Array, out_owner: Array) -> int:
    if not parts:
        return 0
    hashes, owners = (np.concatenate(some) for some in zip(*parts, strict=True))
    order = np.argsort(owners, kind="stable")
    out_hash[: len(order)], out_owner[: len(order)] = hashes[order], owners[order]
    return len(order)
