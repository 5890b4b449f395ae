"""Texts to numbers without keeping the texts: sorted hashes that are mapped from disk."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from enduse.matching.arrays import Array, blob
from enduse.matching.spelling.hashing import hash_texts


class HashTable(NamedTuple):
    """Hashes of texts in order, and the number of each.

    Two texts may share a hash, if hardly ever; whoever asks looks at what he is given.
    """

    hashes: Array
    numbers: Array

    @classmethod
    def of(cls, pairs: Sequence[tuple[str, int]]) -> "HashTable":
        """The table of texts with their numbers; a text may have several."""
        hashes = hash_texts(*blob([text for text, _ in pairs]))
        numbers = np.array([number for _, number in pairs], np.int32)
        order = np.argsort(hashes, kind="stable")
        return cls(hashes[order], numbers[order])

    def of_text(self, text: str) -> list[int]:
        """Numbers that may be of this text, each once."""
        wanted = hash_texts(*blob([text]))[0]
        begin = np.searchsorted(self.hashes, wanted, "left")
        end = np.searchsorted(self.hashes, wanted, "right")
        return list(dict.fromkeys(np.asarray(self.numbers[begin:end]).tolist()))
