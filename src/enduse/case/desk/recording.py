"""One run of screening as it is written down: chunk by chunk, resumable, then closed by the log."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

import orjson

import enduse
from enduse.case.desk.lines import digest_of, lines_of_run
from enduse.lists.used import UsedList
from enduse.matching import fingerprint
from enduse.model import Hit
from enduse.screening import Party
from enduse.screening.fingerprints import party_data, print_of_party
from enduse.screening.memory.judged import Memory
from enduse.store import log
from enduse.store.database import Database
from enduse.store.desk.rows import AskedRow, HitRow, QuestionRow, RunRow
from enduse.store.desk.runs import add_rows, begin_run, next_ids, questions, update_run


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a run asks.

    Attributes:
        kind: "desk", "batch", or "again" after an update of lists.
        threshold: Least score, 0 to 1.
        limit: At most so many hits a party.
        given: What stood after --list; None for all installed lists.
        lists: The lists in their versions.
        source: Path of the batch file; empty at the desk.
        source_sha256: Of the batch file.
        out: Path of its answers.
        stamp: What a broken-off run must agree with to be gone on with.
        again: Number of the run that is repeated.
    """

    kind: str
    threshold: float
    limit: int
    given: str | None
    lists: tuple[UsedList, ...]
    source: str = ""
    source_sha256: str = ""
    out: str = ""
    stamp: str = ""
    again: int | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """One row with its answer.

    Attributes:
        number: Of the row, from 1.
        party: Who was asked about; `id` is the caller's key.
        hits: Gives all that were found, also those set aside; only called where the party
            was not met before in the run.
        open: How many of them are shown.
        suppressed: How many are set aside.
        key: Equal for rows that ask the same; unequal for others.
    """

    number: int
    party: Party
    hits: Callable[[], Sequence[Hit]]
    open: int
    suppressed: int
    key: Hashable


def fresh_run(terms: Terms, memory: Memory) -> RunRow:
    """A run that is about to begin."""
    return RunRow(
        id=0, at=log.now(), kind=terms.kind, tool=enduse.__version__, engine=fingerprint(),
        threshold=terms.threshold, limit=terms.limit, given=terms.given,
        lists=orjson.dumps([one.data() for one in terms.lists]).decode(),
        source=terms.source or None, source_sha256=terms.source_sha256 or None,
        out=terms.out or None, again=terms.again, judged=memory.last, day=memory.day,
        stamp=terms.stamp,
    )  # fmt: skip


class Recording:
    """A run under way. Each chunk is one transaction: killed anywhere, it can be gone on with."""

    def __init__(self, database: Database, run: RunRow) -> None:
        """Go on with a run, or begin it.

        Args:
            database: The desk's file.
            run: As it stands; number 0 where nothing of it is stored yet.
        """
        self._database = database
        self.run = run
        self._known: dict[str, tuple[int, list[int]]] = {}
        # Parties are met again and again in a batch; their words tell them apart fastest.
        self._met: dict[Hashable, tuple[int, list[int]]] = {}
        if run.id:
            with database.read() as connection:
                self._known = {one.asked: (one.id, []) for one in questions(connection, run.id)}

    def add(
        self, answered: Iterable[Answered], rows: int, issues: int = 0, *, finish: bool = False
    ) -> list[list[int]]:
        """Write down a chunk.

        Args:
            answered: Its rows that are kept, with their answers.
            rows: How many rows it has, those without hits among them.
            issues: How many of them have an issue.
            finish: It is the last.

        Returns:
            The numbers of the hits of each row kept.
        """
        answered = list(answered)
        with self._database.write() as connection:
            run = self.run if self.run.id else begin_run(connection, self.run)
            free = next_ids(connection)
            fresh: tuple[list[QuestionRow], list[AskedRow], list[HitRow]] = ([], [], [])
            numbers = [self._row(run.id, one, fresh, free) for one in answered]
            add_rows(connection, *fresh)
            run = replace(
                run,
                rows=run.rows + rows,
                with_hits=run.with_hits + sum(one.open > 0 for one in answered),
                suppressed=run.suppressed + sum(one.suppressed > 0 for one in answered),
                issues=run.issues + issues,
                finished=finish,
            )
            if finish:
                body = {"run": run.id, "digest": digest_of(lines_of_run(connection, run))}
                log.append(connection, "screened", body)
            update_run(connection, run)
        self.run = run
        return numbers

    def finish(self) -> int:
        """Close the run: the log takes its digest, and it is never changed again.

        Returns:
            Its number.
        """
        self.add((), 0, finish=True)
        return self.run.id

    def _row(
        self, run: int, one: Answered,
        fresh: tuple[list[QuestionRow], list[AskedRow], list[HitRow]], free: tuple[int, int],
    ) -> list[int]:  # fmt: skip
        questions, rows, hits = fresh
        held = self._met.get(one.key)
        if held is None:
            asked = print_of_party(one.party)
            held = self._known.get(asked)
            if held is None:
                number = free[0] + len(questions)
                party = orjson.dumps(party_data(one.party)).decode()
                questions.append(QuestionRow(number, run, asked, party))
                first = free[1] + len(hits)
                found = [_hit_row(first + i, number, hit) for i, hit in enumerate(one.hits())]
                hits += found
                held = self._known[asked] = (number, [hit.id for hit in found])
            self._met[one.key] = held
        rows.append(AskedRow(held[0], one.number, one.party.id))
        return held[1]


def _hit_row(number: int, question: int, one: Hit) -> HitRow:
    return HitRow(
        number, question, one.id, one.content, one.score, one.name, one.schema,
        "\n".join(one.datasets), one.explanation.summary,
    )  # fmt: skip
