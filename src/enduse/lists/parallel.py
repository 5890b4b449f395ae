"""Write the snapshot of a very large list with all cores, block by block, in order."""

import gc
import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from enduse.lists.batch import Batch
from enduse.lists.columns import Packed, joined
from enduse.lists.sheets import packed_sheet
from enduse.lists.snapshot import SnapshotWriter
from enduse.sources.blocks import Block, BlockReader, Sheet
from enduse.sources.registry import record_reader

WORKERS = max(1, min(8, os.cpu_count() or 1))
WORTH = 4
"""Fewer blocks than this are read here: starting other processes takes a few seconds."""
_AHEAD = 2


def pack(kind: str, block: Block) -> Packed:
    """Read one block to tables; runs in a process of its own, so it finds its reader by name."""
    reader = record_reader(kind)
    assert isinstance(reader, BlockReader)
    batch, pieces = Batch(), list[Packed]()
    for one in reader.rows(block):
        if isinstance(one, Sheet):
            pieces.append(packed_sheet(one))
        else:
            batch.add(one)
    return joined([batch.packed(), *pieces])


def _ready(kind: str) -> None:
    """Import all that `pack` needs, and stop the collector.

    A block parsed is a hundred thousand lists and dicts that all stay until it is packed. The
    collector looks at them again and again, for a third of the time, and finds nothing: parsed
    JSON holds no circles. What is counted is freed at once, so memory still holds one block.
    """
    record_reader(kind)
    Batch().packed()
    gc.disable()


def write_blocks(
    folder: Path, kind: str, blocks: Iterator[Block], progress: Callable[[str, int], None]
) -> SnapshotWriter:
    """Write a snapshot from blocks; a few blocks are read here, more side by side.

    Args:
        folder: Where to.
        kind: Name of a reader that reads blocks.
        blocks: All blocks of the version.
        progress: Told how many statements are written.

    Returns:
        The closed writer, for its counts.
    """
    writer = SnapshotWriter(folder)
    try:
        for packed in _packed(kind, blocks):
            writer.take(packed)
            progress("read", writer.statements)
    except BaseException:
        writer.abandon()
        raise
    writer.close()
    return writer


def _packed(kind: str, blocks: Iterator[Block]) -> Iterator[Packed]:
    first = list(islice(blocks, WORTH))
    if len(first) < WORTH or WORKERS == 1:
        for block in chain(first, blocks):
            yield pack(kind, block)
        return
    with ExitStack() as stack:
        # "spawn": a forked process would inherit locks of threads that it does not have.
        pool = ProcessPoolExecutor(WORKERS, get_context("spawn"), _ready, (kind,))
        stack.callback(pool.shutdown, cancel_futures=True)
        waiting: deque[Future[Packed]] = deque()
        for block in chain(first, blocks):
            waiting.append(pool.submit(pack, kind, block))
            if len(waiting) >= WORKERS * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
