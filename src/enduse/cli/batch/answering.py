"""Rows to answers, in one process or several: each distinct party is asked about once."""

import gc
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from enduse.cli.index.built import index_of
from enduse.model import Explanation, Hit
from enduse.screening import ScreeningIndex, hit_data
from enduse.screening.memory.asking import hits_to_sift
from enduse.screening.memory.judged import Memory
from enduse.screening.row import Row

if TYPE_CHECKING:
    from enduse.lists.used import UsedList

CHUNK = 4000
# So many rows are answered at once before the kernels are compiled.
_FEW = 20
_REMEMBERED = 300_000
_MADE_UNTIL_SEARCHED = 200_000
# Starting a second process costs about a second.
_ROWS_FOR_MANY = 20_000


@dataclass(frozen=True, slots=True)
class Answering:
    """On what terms rows are answered; goes to every process."""

    lists: "tuple[UsedList, ...]"
    files: tuple[Path, ...]
    home: Path
    memory: Memory
    threshold: float
    limit: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits of one party, as JSON, and the fingerprints of the listed entities.

    As JSON they cross from process to process and into the file without being taken apart.
    """

    hits: bytes = b"[]"
    contents: tuple[str, ...] = ()

    def as_hits(self) -> list[Hit]:
        """The hits taken apart."""
        some = orjson.loads(self.hits)
        return [_hit(one, seen) for one, seen in zip(some, self.contents, strict=True)]


_NOTHING = Answer()


def _hit(data: dict[str, Any], content: str) -> Hit:
    why = data.pop("explanation")
    told = Explanation(why.pop("summary"), why)
    return Hit(
        data["id"], data["score"], data["name"], data["schema"], tuple(data["datasets"]), told,
        content,
    )  # fmt: skip


def answered_in_chunks(
    asking: Answering, index: ScreeningIndex, rows: Iterator[Row], jobs: int
) -> Iterator[tuple[list[Row], list[Answer]]]:
    """Answer rows chunk by chunk, in their order.

    Args:
        asking: On what terms.
        index: The lists, for this process.
        rows: What is asked.
        jobs: Processes; 0: by size.

    Yields:
        Rows with their answers, one for each.
    """
    with few_collections():
        yield from _answered(asking, index, rows, jobs)


@contextmanager
def few_collections() -> Iterator[None]:
    """Look for circles seldom while answers are made, which have none.

    What is loaded by now stays: it need not be searched again and again.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_MADE_UNTIL_SEARCHED, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _answered(
    asking: Answering, index: ScreeningIndex, rows: Iterator[Row], jobs: int
) -> Iterator[tuple[list[Row], list[Answer]]]:
    known = _Known()
    while not index.names.take_compiled() and (few := list(islice(rows, _FEW))):
        yield known.answered(few, index, asking)
    chunks = iter(lambda: list(islice(rows, CHUNK)), [])
    first = list(islice(chunks, _ROWS_FOR_MANY // CHUNK))
    processes = jobs or (os.cpu_count() or 1 if len(first) * CHUNK >= _ROWS_FOR_MANY else 1)
    every = chain(first, chunks)
    if processes == 1:
        for chunk in every:
            yield known.answered(chunk, index, asking)
        return
    # A process that is forked finds the index open; any other opens it.
    _WORKER[:] = [(index, asking)]
    with ProcessPoolExecutor(processes, initializer=_start, initargs=(asking,)) as pool:
        yield from _side_by_side(pool, every, known, processes)


def _side_by_side(
    pool: ProcessPoolExecutor, chunks: Iterable[list[Row]], known: "_Known", processes: int
) -> Iterator[tuple[list[Row], list[Answer]]]:
    waiting: list[tuple[_Asked, Future[list[Answer]]]] = []
    for asked in map(known.begin, chunks):
        waiting.append((asked, pool.submit(_work, list(asked.fresh.values()))))
        if len(waiting) > 2 * processes:
            oldest, answers = waiting.pop(0)
            yield oldest.rows, known.end(oldest, answers.result())
    for oldest, answers in waiting:
        yield oldest.rows, known.end(oldest, answers.result())


def answers_of(rows: list[Row], index: ScreeningIndex, asking: Answering) -> list[Answer]:
    """Answer rows that have a party, one answer for each."""
    parties = [row.asked for row in rows if row.asked is not None]
    found = hits_to_sift(parties, index, asking.memory, asking.threshold, asking.limit)
    return [_packed(hits) if hits else _NOTHING for hits in found]


def _packed(hits: list[Hit]) -> Answer:
    return Answer(orjson.dumps([hit_data(hit) for hit in hits]), tuple(h.content for h in hits))


@dataclass(slots=True)
class _Asked:
    """A chunk under way: what is asked afresh, and the answers that were there already."""

    rows: list[Row]
    fresh: dict[bytes, Row]
    held: dict[bytes, Answer]


@dataclass(slots=True)
class _Known:
    """Answers to parties that were asked about before."""

    answers: dict[bytes, Answer] = field(default_factory=dict)

    def answered(
        self, chunk: list[Row], index: ScreeningIndex, asking: Answering
    ) -> tuple[list[Row], list[Answer]]:
        """Answer a chunk in this process."""
        asked = self.begin(chunk)
        return chunk, self.end(asked, answers_of(list(asked.fresh.values()), index, asking))

    def begin(self, chunk: list[Row]) -> _Asked:
        """Find out which parties must be asked about, each once."""
        asked = _Asked(chunk, {}, {})
        for row in chunk:
            if row.asked is not None:
                key = row.key
                answer = self.answers.get(key)
                if answer is None:
                    asked.fresh.setdefault(key, row)
                else:
                    asked.held[key] = answer
        return asked

    def end(self, asked: _Asked, answers: list[Answer]) -> list[Answer]:
        """Take in the answers to what was fresh; give one for each row of the chunk."""
        found = dict(zip(asked.fresh, answers, strict=True))
        if len(self.answers) > _REMEMBERED:
            self.answers.clear()
        self.answers.update(found)
        found |= asked.held
        return [found[row.key] if row.key else _NOTHING for row in asked.rows]


_WORKER: list[tuple[ScreeningIndex, Answering]] = []


def _start(asking: Answering) -> None:
    if not _WORKER:
        _WORKER.append((index_of(asking.lists, asking.home, asking.files), asking))


def _work(rows: list[Row]) -> list[Answer]:
    return answers_of(rows, *_WORKER[0])
