"""The desk opened: runs are recorded, hits wait for a judgement, and judgements can be undone."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import orjson
from sqlalchemy import Connection

from enduse.case.desk.recording import Answered, Recording, Terms, fresh_run
from enduse.errors import BadInput
from enduse.model import HitJudgement, Verdict
from enduse.screening.memory.judged import Memory, Standing
from enduse.store import log
from enduse.store.desk.file import is_there, open_desk
from enduse.store.desk.judgements import add_judgement, judgements
from enduse.store.desk.rows import AskedRow, HitRow, QuestionRow, RunRow
from enduse.store.desk.runs import (
    drop_unfinished,
    hit_of,
    hits_of_questions,
    latest_questions,
    questions_by_id,
    rows_asking,
    rows_of_questions,
    unfinished,
)


def today() -> str:
    """The day of today, UTC, ISO."""
    return datetime.now(UTC).date().isoformat()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A hit with what was asked and what was judged about it before.

    Attributes:
        hit: As it was found.
        run: Number of the run.
        party: Who was asked about, as JSON values.
        asked: Fingerprint of that.
        rows: The rows that asked.
        standing: The judgement about it, also one that lapsed; None where there is none.
    """

    hit: HitRow
    run: int
    party: dict[str, Any]
    asked: str
    rows: Sequence[AskedRow]
    standing: Standing | None

    @property
    def ids(self) -> tuple[str, ...]:
        """The caller's keys of the party; empty where it has none."""
        return _keys(self.rows)


def _keys(rows: Iterable[AskedRow]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(one.party_id for one in rows))
    return () if found == ("",) else found


class Desk:
    """What is recorded on this machine outside of any case."""

    def __init__(self, home: Path) -> None:
        """Open the desk's file, made where it is not there.

        Args:
            home: Data folder of this machine.

        Raises:
            NewerCase: A later version wrote it.
            BadInput: It cannot be written.
        """
        self._database = open_desk(home)

    @staticmethod
    def is_there(home: Path) -> bool:
        """Tell whether anything was ever recorded."""
        return is_there(home)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._database.close()

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for reading, for the rest of this room."""
        return self._database.read()

    def head(self) -> str | None:
        """Hash of the newest log entry as remembered outside the file."""
        return self._database.head()

    def memory(self, day: str | None = None) -> Memory:
        """All judgements as they stand.

        Args:
            day: On which ISO day; today by default.
        """
        with self._database.read() as connection:
            return Memory(judgements(connection), day or today())

    def record(
        self, terms: Terms, memory: Memory, answered: Sequence[Answered]
    ) -> tuple[int, list[list[int]]]:
        """Write down a whole run at once.

        Returns:
            The number of the run, and the numbers of the hits of each row.
        """
        recording = Recording(self._database, fresh_run(terms, memory))
        numbers = recording.add(answered, len(answered), finish=True)
        return recording.run.id, numbers

    def recording(self, terms: Terms, memory: Memory) -> Recording:
        """Go on with the batch that was broken off on the same terms, or begin it."""
        with self._database.read() as connection:
            held = unfinished(connection, terms.out)
        if held is not None and held.stamp == terms.stamp:
            return Recording(self._database, held)
        if held is not None:
            self.forget(terms)
        return Recording(self._database, fresh_run(terms, memory))

    def forget(self, terms: Terms) -> None:
        """Drop what a broken-off batch had written down."""
        with self._database.write() as connection:
            drop_unfinished(connection, terms.out)

    def waiting(self, run: int | None = None) -> list[Waiting]:
        """Hits that nobody has settled, best first; of every party the newest answer counts.

        Args:
            run: Only hits of this run.
        """
        memory = self.memory()
        found = []
        with self._database.read() as connection:
            wanted = latest_questions(connection)
            hits, rows = (
                hits_of_questions(connection, wanted),
                rows_of_questions(connection, wanted),
            )
            for question in questions_by_id(connection, wanted):
                if run is None or question.run == run:
                    asked = rows.get(question.id, [])
                    found += list(_open(question, asked, hits.get(question.id, []), memory))
        return sorted(found, key=lambda one: (-one.hit.score, one.hit.id))

    def hit(self, number: int) -> tuple[Waiting, RunRow]:
        """A hit by its number, with its run.

        Raises:
            BadInput: There is no such hit.
        """
        with self._database.read() as connection:
            found = hit_of(connection, number)
            if found is None:
                raise BadInput(f"There is no hit {number}.", hint="See them: enduse review")
            hit, question, run = found
            rows = rows_asking(connection, question.id)
        return _waiting(question, rows, hit, self.memory()), run

    def parties(
        self, questions: Collection[int]
    ) -> dict[int, tuple[dict[str, Any], tuple[str, ...]]]:
        """Who was asked about, as JSON values, and under which of the caller's keys.

        Args:
            questions: Numbers of questions.
        """
        with self._database.read() as connection:
            rows = rows_of_questions(connection, questions)
            asked = questions_by_id(connection, questions)
        return {q.id: (orjson.loads(q.party), _keys(rows.get(q.id, ()))) for q in asked}

    def history(self, one: Waiting) -> list[HitJudgement]:
        """Everything judged about the two of a hit, or taken back, oldest first."""
        with self._database.read() as connection:
            every = judgements(connection)
        return [j for j in every if (j.asked, j.entity) == (one.asked, one.hit.entity)]

    def judge(self, one: Waiting, made: HitJudgement) -> HitJudgement:
        """Append a judgement about a hit.

        Args:
            one: The hit.
            made: Verdict, by whom, reason, until, and `ids` for whom it is to stand; the rest
                is filled in here.

        Returns:
            As it was stored.

        Raises:
            BadInput: No reason is given, or the day has passed.
        """
        if not made.reason.strip():
            raise BadInput("A judgement needs a reason.", hint='Add --reason "..."')
        if made.until is not None and made.until < today():
            raise BadInput(f"{made.until} has passed.", hint="Give a later day, or none.")
        with self._database.write() as connection:
            return add_judgement(connection, _filled(one, made))

    def undo(self, one: Waiting, by: str, reason: str = "") -> HitJudgement:
        """Take back the newest judgement about a hit; the one before it stands again.

        Returns:
            The judgement that was taken back.

        Raises:
            BadInput: Nothing stands about it.
        """
        history = self.history(one)
        gone = {j.takes_back for j in history}
        stands = [j for j in history if j.verdict is not Verdict.RETRACTED and j.seq not in gone]
        if not stands:
            raise BadInput(
                f"Nothing stands about hit {one.hit.id}.", hint=f"See: enduse review {one.hit.id}"
            )
        old = stands[-1]
        back = HitJudgement(0, old.asked, old.ids, old.entity, old.listed, Verdict.RETRACTED, by,
                            log.now(), reason, takes_back=old.seq)  # fmt: skip
        with self._database.write() as connection:
            add_judgement(connection, back)
        return old


def _filled(one: Waiting, made: HitJudgement) -> HitJudgement:
    return HitJudgement(
        0, one.asked, made.ids, one.hit.entity, one.hit.listed, made.verdict, made.by, log.now(),
        made.reason, made.until,
    )  # fmt: skip


def _open(
    question: QuestionRow, rows: Sequence[AskedRow], hits: Sequence[HitRow], memory: Memory
) -> Iterator[Waiting]:
    for hit in hits:
        one = _waiting(question, rows, hit, memory)
        if one.standing is None or not one.standing.settles:
            yield one


def _waiting(
    question: QuestionRow, rows: Sequence[AskedRow], hit: HitRow, memory: Memory
) -> Waiting:
    """A hit with the judgement that leaves most to do, where rows differ in what was judged."""
    keys = dict.fromkeys(row.party_id for row in rows) if memory.spare(question.asked) else {"": 0}
    held = [memory.about(question.asked, key, hit.entity, hit.listed) for key in keys]
    standing = min(held, key=lambda s: 0 if s is None else 2 if s.settles else 1, default=None)
    party = orjson.loads(question.party)
    return Waiting(hit, question.run, party, question.asked, rows, standing)
