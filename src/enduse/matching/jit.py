"""Kernels as they stand, or compiled: the same functions, the same answers.

Compiling takes some seconds once per installation. Its result is kept in the user's cache folder
(or in NUMBA_CACHE_DIR), apart for each state of this code. Until it is there the functions run
uncompiled, slower and alike, and the compiler is not even imported.
"""

import platform
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from platformdirs import user_cache_path

from enduse.matching import arrays
from enduse.matching.fingerprint import code_of
from enduse.matching.jitable import CALLED
from enduse.matching.search import retrieval
from enduse.matching.spelling import cutting, expansion

Kernel = Callable[..., Any]
_DONE = "complete"
_OTHERS_KEPT = 2


@dataclass(frozen=True, slots=True)
class Kernels:
    """The entries: what runs, compiled or not."""

    search: Kernel
    score_all: Kernel
    expand_words: Kernel
    cuts: Kernel


_ENTRIES = (retrieval.search, retrieval.score_all, expansion.expand_words, cutting.cuts)


@cache
def compiled() -> Kernels:
    """All kernels as numba dispatchers; each compiles, or loads from the cache, when called."""
    import numba
    from numba.extending import register_jitable

    for function in CALLED:
        register_jitable(function)
    with _cache_folder():
        return Kernels(*(numba.njit(cache=True, nogil=True)(entry) for entry in _ENTRIES))


@cache
def uncompiled() -> Kernels:
    """The same kernels in plain Python."""

    def plain(entry: Kernel) -> Kernel:
        def run(*args: Any) -> Any:
            # Hashes wrap around on purpose.
            with np.errstate(over="ignore"):
                return entry(*args)

        return run

    return Kernels(*(plain(entry) for entry in _ENTRIES))


def kernels() -> Kernels:
    """Compiled kernels where using them costs no waiting, else the same uncompiled."""
    return compiled() if _CHOSEN or kept() else uncompiled()


@dataclass(slots=True)
class Chosen:
    """Which kernels an index runs; where nobody said so, it is decided when they first run."""

    held: Kernels | None = None

    @property
    def now(self) -> Kernels:
        """The kernels to run."""
        if self.held is None:
            self.held = kernels()
        return self.held


_CHOSEN: list[bool] = []


def use_compiled() -> None:
    """Compile from now on, and wait for it."""
    _CHOSEN.append(True)


@cache
def kernels_folder() -> Path:
    """Where compiled kernels of this code, on this kind of machine, lie."""
    code = code_of({f.__module__ for f in (*CALLED, *_ENTRIES)} | {arrays.__name__})
    kind = f"{platform.python_version()}-{version('numba')}-{platform.machine()}"
    return Path(user_cache_path("enduse")) / "kernels" / f"{code}-{kind}"


def kept() -> bool:
    """Tell whether compiled kernels lie in the cache, so that using them costs no waiting.

    They are bound to a processor: on a machine of the same cache folder and another processor
    they are compiled once more.
    """
    return (kernels_folder() / _DONE).is_file()


def note_kept() -> None:
    """Note that every kernel was compiled, once they were all used."""
    folder = kernels_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _DONE).touch()
    _prune(folder)


def _prune(own: Path) -> None:
    """Delete kernels of other code but the newest few, which other installations may still use.

    Whoever misses his compiles them once more.
    """
    others = []
    for folder in own.parent.iterdir():
        with suppress(OSError):
            if folder != own and folder.is_dir():
                others.append((folder.stat().st_mtime, folder))
    for _, folder in sorted(others, reverse=True)[_OTHERS_KEPT:]:
        (folder / _DONE).unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _cache_folder() -> Iterator[None]:
    """Let numba keep what it compiles in our folder, unless the user named another."""
    from numba.core import config

    # numba puts its settings there by their names when it is imported.
    settings: Any = config
    named = settings.CACHE_DIR
    settings.CACHE_DIR = named or str(kernels_folder())
    try:
        yield
    finally:
        settings.CACHE_DIR = named
