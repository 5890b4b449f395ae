"""Hashes of words, for kernels one by one and for building many at once; both agree.

FNV-1a over 64 bits. Signatures fall into buckets, whose number is a power of two.
"""

# numba finds the types of kernels; annotations would say less than their docstrings.
# mypy: disallow-untyped-defs=False, disallow-untyped-calls=False

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from enduse.matching.arrays import Array
from enduse.matching.jitable import called_by_kernels

_PRIME = np.uint64(1099511628211)
_START = np.uint64(14695981039346656037)
_FOLD = np.uint64(29)
Hashes = npt.NDArray[np.uint64]
Owners = npt.NDArray[np.int64]


@called_by_kernels
def hash_bytes(data, start, end, seed):
    """Hash a stretch of bytes."""
    value = _START ^ np.uint64(seed)
    for at in range(start, end):
        value = (value ^ np.uint64(data[at])) * _PRIME
    return value


@called_by_kernels
def hash_without(data, skip, seed):
    """Hash bytes with one left out; -1 leaves out none."""
    value = _START ^ np.uint64(seed)
    for at in range(len(data)):
        if at != skip:
            value = (value ^ np.uint64(data[at])) * _PRIME
    return value


@called_by_kernels
def hash_without_two(data, one, other, seed):
    """Hash bytes with two left out."""
    value = _START ^ np.uint64(seed)
    for at in range(len(data)):
        if at != one and at != other:
            value = (value ^ np.uint64(data[at])) * _PRIME
    return value


@called_by_kernels
def bucket(value, buckets):
    """Place of a hash among so many buckets."""
    return (value ^ (value >> _FOLD)) & np.uint64(buckets - 1)


@called_by_kernels
def find(table, wanted):
    """First place of a hash in a sorted table, -1 if it is not there."""
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) >> 1
        if table[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < len(table) and table[low] == wanted else -1


def hash_texts(blob: Array, offsets: Array) -> Hashes:
    """Hash of each text of a blob."""
    out = np.empty(len(offsets) - 1, np.uint64)
    for numbers, letters in by_length(blob, offsets):
        out[numbers] = hash_rows(letters, 0)
    return out


def by_length(blob: Array, offsets: Array) -> Iterator[tuple[Owners, Hashes]]:
    """Texts of one length together: their numbers, and a row of letters for each."""
    starts = np.asarray(offsets[:-1], np.int64)
    sizes = np.diff(np.asarray(offsets, np.int64))
    for size in np.unique(sizes).tolist():
        numbers = np.flatnonzero(sizes == size)
        yield numbers, blob[starts[numbers, None] + np.arange(size)].astype(np.uint64)


def hash_rows(letters: Hashes, seed: int) -> Hashes:
    """Hash of each row of letters."""
    value = np.full(len(letters), _START ^ np.uint64(seed), np.uint64)
    for at in range(letters.shape[1]):
        value = (value ^ letters[:, at]) * _PRIME
    return value
