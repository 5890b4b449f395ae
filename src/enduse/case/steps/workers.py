"""Extraction side by side: texts go to worker processes, what they found comes back in order."""

import os
import pickle
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context

from enduse.case.steps.taking import Taken, taken
from enduse.extract.protocol import Extractor, TextToRead

__all__ = ["WORTH", "extractions"]

WORKERS = max(1, min(8, os.cpu_count() or 1))
WORTH = 64
"""Fewer texts than this are read here: other processes first load their word lists for seconds."""
Told = Callable[[int, int, float], None]
_AHEAD = 4
_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class _Work:
    """What a worker keeps between texts; the names are sent once and not with every text."""

    extractor: Extractor
    names: Mapping[str, str]


def _nobody(number: int, characters: int, share: float) -> None:
    """Tell nobody."""


def extractions(
    extractor: Extractor,
    names: Mapping[str, str],
    texts: Iterable[TextToRead],
    count: int,
    told: Told = _nobody,
) -> Iterator[tuple[TextToRead, Taken]]:
    """Yield each text with what was found in it, in the order of the texts.

    Args:
        extractor: Where it cannot be sent to another process, everything is done in this one.
        names: The gazetteer for all texts, which need not carry it.
        texts: Taken only a little ahead of the answers, so that few are held at a time.
        count: How many there are; few are read here.
        told: Of texts that are read here: the number of the text, its characters, and the share
            that is read.
    """
    packed = _packed(_Work(extractor, names)) if count >= WORTH and WORKERS > 1 else None
    if packed is None:
        for number, one in enumerate(texts):
            tell = partial(told, number, len(one.text))
            yield one, taken(extractor, replace(one, gazetteer=names, told=tell))
        return
    with ExitStack() as stack:
        # "spawn": a forked process would inherit locks of threads that it does not have.
        pool = ProcessPoolExecutor(
            WORKERS, get_context("spawn"), initializer=_start, initargs=(packed, os.getpid())
        )
        stack.callback(pool.shutdown, cancel_futures=True)
        for batch, answers in _side_by_side(pool, texts):
            for one, found in zip(batch, answers or (), strict=False):
                yield one, found
            if answers is None:
                # A worker was ended from outside, or ran out of memory: go on without.
                for one in batch:
                    yield one, taken(extractor, replace(one, gazetteer=names))


_Waiting = deque[tuple[list[TextToRead], "Future[list[Taken]] | None"]]


def _side_by_side(
    pool: ProcessPoolExecutor, texts: Iterable[TextToRead]
) -> Iterator[tuple[list[TextToRead], list[Taken] | None]]:
    waiting: _Waiting = deque()
    batch: list[TextToRead] = []
    for one in texts:
        batch.append(one)
        if len(batch) < _AT_ONCE:
            continue
        waiting.append((batch, _sent(pool, batch)))
        batch = []
        if len(waiting) >= WORKERS * _AHEAD:
            yield _answered(*waiting.popleft())
    if batch:
        waiting.append((batch, _sent(pool, batch)))
    while waiting:
        yield _answered(*waiting.popleft())


def _sent(pool: ProcessPoolExecutor, batch: list[TextToRead]) -> "Future[list[Taken]] | None":
    try:
        return pool.submit(_work_on, batch)
    except BrokenProcessPool:
        return None


def _answered(
    batch: list[TextToRead], future: "Future[list[Taken]] | None"
) -> tuple[list[TextToRead], list[Taken] | None]:
    try:
        return batch, None if future is None else future.result()
    except BrokenProcessPool:
        return batch, None


def _packed(work: _Work) -> bytes | None:
    """The work as bytes; None for an extractor that holds what no other process can have."""
    try:
        return pickle.dumps(work)
    except Exception:  # noqa: BLE001 - pickling raises whatever a stranger's class does
        return None


_WORK: _Work | None = None


def _start(packed: bytes, parent: int) -> None:
    global _WORK
    _WORK = pickle.loads(packed)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """A worker whose command was killed would wait for its next text for ever."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _work_on(batch: list[TextToRead]) -> list[Taken]:
    assert _WORK is not None
    names = _WORK.names
    return [taken(_WORK.extractor, replace(one, gazetteer=names)) for one in batch]
