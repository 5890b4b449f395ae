"""The order of tokens and names in an index: what is read together lies together.

A question follows the listed words near its rarest word to the names that have them. So words
that sound alike get numbers in a row, and names lie in the order of their rarest word: most of
what one question touches is then in the cache already. Results do not depend on it.
"""

from dataclasses import replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from enduse.matching.listed.gather import Gathered
from enduse.matching.listed.reading import Numbers, Places, ranges

Cell = TypeVar("Cell", bound=np.generic)
# So many names are moved at once.
_AT_ONCE = 1 << 16


def by_sound(g: Gathered, sounding: list[str]) -> tuple[Gathered, list[str]]:
    """Number tokens in the order of their keys; gives the keys in that order too."""
    marks = [f"{key} {text} {kind}" for key, (text, kind) in zip(sounding, g.tokens, strict=True)]
    order = sorted(range(len(marks)), key=marks.__getitem__)
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    tokens = [g.tokens[number] for number in order]
    return replace(g, tokens=tokens, tok=rank[g.tok]), [sounding[number] for number in order]


def by_rarest_word(
    g: Gathered, weights: npt.NDArray[np.float32]
) -> tuple[Gathered, npt.NDArray[np.int32]]:
    """Put names in the order of their weightiest token; gives the place of each in the list too."""
    if not len(g.sizes):
        return g, np.zeros(0, np.int32)
    begin = np.cumsum(g.sizes, dtype=np.int64) - g.sizes
    # Weights are positive, and so their bits are ordered as they are.
    bits = weights.view(np.uint32).astype(np.uint64) << np.uint64(32)
    packed = (bits | np.arange(len(bits), dtype=np.uint64))[g.tok]
    rarest = (np.maximum.reduceat(packed, begin) & np.uint64(0xFFFFFFFF)).astype(np.int32)
    order = np.argsort(rarest, kind="stable")
    moved = Gathered(
        g.tokens, g.sizes[order], _moved(g.tok, begin, g.sizes, order), g.entity[order],
        g.kind[order], g.legal[order],
        _moved(
            np.frombuffer(g.written, np.uint8), np.cumsum(g.lengths, dtype=np.int64) - g.lengths,
            g.lengths, order,
        ).tobytes(),
        g.lengths[order],
    )  # fmt: skip
    return moved, order.astype(np.int32)


def _moved(
    held: npt.NDArray[Cell], begin: Places, sizes: Numbers, order: Places
) -> npt.NDArray[Cell]:
    """The stretches of an array in another order."""
    parts = []
    for at in range(0, len(order), _AT_ONCE):
        some = order[at : at + _AT_ONCE]
        parts.append(held[ranges(begin[some], sizes[some])])
    return np.concatenate(parts)
