"""What was screened before, asked again of the lists in force: only what differs is news."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import orjson

from enduse.case.desk.desk import Desk
from enduse.case.desk.recording import Answered, Terms
from enduse.errors import EnduseError
from enduse.lists.used import UsedList
from enduse.screening import ScreeningIndex
from enduse.screening.fingerprints import party_from_data
from enduse.screening.memory.asking import hits_to_sift
from enduse.screening.memory.changes import Changes, changes
from enduse.store.desk.rows import HitRow, QuestionRow, RunRow
from enduse.store.desk.runs import (
    desk_questions,
    hits_of_questions,
    question_ids,
    questions_by_id,
    runs,
)

InForce = Callable[[str | None], tuple[UsedList, ...]]
"""The lists that a choice (`--list`) means today; raises where it means none."""
Opened = Callable[[str | None], tuple[ScreeningIndex, tuple[UsedList, ...]]]
"""The same with their index."""


@dataclass(slots=True)
class Group:
    """Questions of the desk, asked on the same terms, whose lists are no longer in force.

    Attributes:
        given: What stood after --list.
        threshold: Least score.
        limit: At most so many hits.
        lists: The lists in force.
        asked: Question to the caller's key of the party.
        used: The lists of the runs in question, each once.
    """

    given: str | None
    threshold: float
    limit: int
    lists: tuple[UsedList, ...]
    asked: list[tuple[int, str]] = field(default_factory=list)
    used: set[UsedList] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Stale:
    """What was asked of lists that are no longer in force.

    Attributes:
        groups: Questions of the desk.
        batches: The newest run over each batch file, with the lists that are in force.
        not_possible: Why some cannot be asked again, each reason once.
    """

    groups: tuple[Group, ...]
    batches: tuple[tuple[RunRow, tuple[UsedList, ...]], ...]
    not_possible: tuple[str, ...]

    @property
    def questions(self) -> int:
        """How many questions of the desk."""
        return sum(len(group.asked) for group in self.groups)


def stale(desk: Desk, in_force: InForce) -> Stale:
    """Find what was asked of other versions than those in force.

    Args:
        desk: The record.
        in_force: Which lists a choice means today.
    """
    now = _InForce(in_force)
    with desk.reading() as connection:
        every = {run.id: run for run in runs(connection)}
        asked = desk_questions(connection)
    groups: dict[tuple[Any, ...], Group] = {}
    for question, run_id, party_id in asked:
        run = every[run_id]
        lists = now.differing(run)
        if lists is not None:
            key = (run.given, run.threshold, run.limit)
            group = groups.setdefault(key, Group(*key, lists))
            group.asked.append((question, party_id))
            group.used.update(used_in(run))
    newest: dict[tuple[Any, ...], RunRow] = {}
    for run in every.values():
        if run.source:
            newest[run.source, run.given, run.threshold, run.limit] = run
    batches = [(run, lists) for run in newest.values() if (lists := now.differing(run))]
    return Stale(tuple(groups.values()), tuple(batches), tuple(now.refused))


def used_in(run: RunRow) -> tuple[UsedList, ...]:
    """The lists of a run."""
    return tuple(UsedList.from_data(one) for one in orjson.loads(run.lists))


class _InForce:
    """Asks once for each choice of lists, and keeps the reasons where there are none."""

    def __init__(self, in_force: InForce) -> None:
        self._ask = in_force
        self._known: dict[str | None, tuple[UsedList, ...] | None] = {}
        self._same: dict[tuple[str | None, str], bool] = {}
        self.refused: list[str] = []

    def differing(self, run: RunRow) -> tuple[UsedList, ...] | None:
        """The lists in force where they are not those of the run."""
        if run.given not in self._known:
            try:
                self._known[run.given] = self._ask(run.given)
            except EnduseError as error:
                self._known[run.given] = None
                self.refused.append(str(error))
        lists = self._known[run.given]
        if lists is None:
            return None
        # Thousands of runs name the same few versions.
        key = (run.given, run.lists)
        if key not in self._same:
            self._same[key] = set(lists) == set(used_in(run))
        return None if self._same[key] else lists


def ask_again(desk: Desk, group: Group, opened: Opened) -> tuple[int, Changes[HitRow]]:
    """Ask the questions of a group again and record that as a run.

    Args:
        desk: The record.
        group: The questions.
        opened: Opens lists.

    Returns:
        The number of the run, and what differs.
    """
    index, used = opened(group.given)
    memory = desk.memory()
    ids = dict(group.asked)
    with desk.reading() as connection:
        rows = questions_by_id(connection, list(ids))
    parties = [replace(party_from_data(orjson.loads(row.party)), id=ids[row.id]) for row in rows]
    found = hits_to_sift(parties, index, memory, group.threshold, group.limit)
    answered = []
    for number, (row, party, hits) in enumerate(zip(rows, parties, found, strict=True), start=1):
        sifted = memory.sift(row.asked, party.id, hits, group.limit)
        answered.append(
            Answered(
                number, party, partial(list, hits), len(sifted.open), len(sifted.suppressed), number
            )
        )
    terms = Terms("again", group.threshold, group.limit, group.given, used)
    run, _ = desk.record(terms, memory, answered)
    return run, _compared(desk, list(ids), run, group.limit)


def compared_runs(desk: Desk, before: RunRow, run: int) -> Changes[HitRow]:
    """Set the hits of a batch that was run again beside those of its first run.

    Args:
        desk: The record.
        before: The earlier run.
        run: Number of the later one.
    """
    with desk.reading() as connection:
        earlier = question_ids(connection, before.id)
    return _compared(desk, earlier, run, before.limit)


def _compared(desk: Desk, before: Sequence[int], run: int, limit: int) -> Changes[HitRow]:
    with desk.reading() as connection:
        return changes(
            _answers(questions_by_id(connection, before), hits_of_questions(connection, before)),
            _answers(
                questions_by_id(connection, later := question_ids(connection, run)),
                hits_of_questions(connection, later),
            ),
            limit,
        )


def _answers(
    questions: Iterable[QuestionRow], hits: Mapping[int, Sequence[HitRow]]
) -> dict[str, dict[str, HitRow]]:
    found: dict[str, dict[str, HitRow]] = {}
    for row in questions:
        found.setdefault(row.asked, {}).update({hit.entity: hit for hit in hits.get(row.id, ())})
    return found
