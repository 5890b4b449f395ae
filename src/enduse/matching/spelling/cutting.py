"""Where a word falls into two listed ones."""

# numba finds the types of kernels; annotations would say less than their docstrings.
# mypy: disallow-untyped-defs=False, disallow-untyped-calls=False

import numpy as np

from enduse.matching.spelling.hashing import find, hash_bytes


def cuts(words_blob, words_off, text_hash):
    """For each word the best place to cut it into two listed words; 0 if there is none."""
    out = np.zeros(len(words_off) - 1, np.int32)
    for w in range(len(out)):
        text = words_blob[words_off[w] : words_off[w + 1]]
        best = 1
        for cut in range(2, len(text) - 1):
            shorter = min(cut, len(text) - cut)
            if shorter <= best:
                continue
            if find(text_hash, hash_bytes(text, 0, cut, 0)) < 0:
                continue
            if find(text_hash, hash_bytes(text, cut, len(text), 0)) >= 0:
                best = shorter
                out[w] = cut
    return out
