"""Kernels as they stand, or compiled: the same functions, the same answers.

Compiling takes some seconds once per installation; its result is kept by numba beside this
code (or in NUMBA_CACHE_DIR). Until it is there the functions run uncompiled, slower and alike.
"""

from collections.abc import Callable
from dataclasses import astuple, dataclass, replace
from functools import cache
from typing import Any

import numpy as np

from enduse.matching import arrayed, expansion, retrieval

Kernel = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Kernels:
    """The entries: what runs, compiled or not."""

    search: Kernel
    score_all: Kernel
    expand_words: Kernel
    signatures: Kernel
    hash_texts: Kernel
    cuts: Kernel
    spellings: Kernel
    masks: Kernel


_ENTRIES: tuple[Kernel, ...] = (
    retrieval.search,
    retrieval.score_all,
    expansion.expand_words,
    expansion.signatures,
    expansion.hash_texts,
    expansion.cuts,
    expansion.spellings,
    expansion.masks,
)


@cache
def compiled() -> Kernels:
    """All kernels as numba dispatchers; each compiles, or loads from the cache, when called."""
    import numba

    return Kernels(*(numba.njit(cache=True, nogil=True)(entry) for entry in _ENTRIES))


@cache
def uncompiled() -> Kernels:
    """The same kernels in plain Python, and those that build an index with numpy."""

    def plain(entry: Kernel) -> Kernel:
        def run(*args: Any) -> Any:
            # Hashes wrap around on purpose.
            with np.errstate(over="ignore"):
                return entry(*args)

        return run

    return replace(
        Kernels(*(plain(entry) for entry in _ENTRIES)),
        signatures=arrayed.signatures,
        hash_texts=arrayed.hash_texts,
        spellings=arrayed.spellings,
    )


def kernels() -> Kernels:
    """Compiled kernels where using them costs no waiting, else the same uncompiled."""
    return compiled() if _CHOSEN or kept() else uncompiled()


_CHOSEN: list[bool] = []


def use_compiled() -> None:
    """Compile from now on, and wait for it."""
    _CHOSEN.append(True)


def kept() -> bool:
    """Tell whether compiled kernels lie in the cache, so that using them costs no waiting."""
    for dispatcher in astuple(compiled()):
        implementation = getattr(dispatcher, "_cache", None)
        files = getattr(implementation, "_cache_file", None)
        if files is None or not files._load_index():
            return False
    return True
