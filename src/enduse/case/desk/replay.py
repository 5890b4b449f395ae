"""A recorded run asked again of the same lists by the same tool: same, differs, or cannot."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import enduse
from enduse.case.desk.audit import Export, RecordedRun
from enduse.errors import EnduseError
from enduse.lists.used import UsedList
from enduse.matching import fingerprint
from enduse.model import Hit
from enduse.screening import Party, ScreeningIndex
from enduse.screening.fingerprints import party_from_data, print_of_party
from enduse.screening.memory.asking import hits_to_sift
from enduse.screening.memory.judged import Memory
from enduse.screening.memory.replay import Comparison, Recorded

SAME, DIFFERS, CANNOT = "same", "differs", "cannot"
_AT_ONCE = 2000

OpenLists = Callable[[Sequence[UsedList]], ScreeningIndex]
"""Opens lists in the versions named; raises where one is not here."""
RowAnswer = tuple[Party | None, Sequence[Hit], bool]
"""The party of a row, its hits, and whether the row has an issue."""
InputAnswers = Callable[[RecordedRun, ScreeningIndex, Memory], Iterable[RowAnswer] | None]
"""Every row of the input of a run with its answer; None where the file is not at hand."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What replaying one run came to.

    Attributes:
        run: Its number.
        verdict: "same", "differs" or "cannot".
        why: How it differs, or why it cannot.
        left_out: Rows of a batch that could not be asked, for its file is not at hand.
    """

    run: int
    verdict: str
    why: tuple[str, ...] = ()
    left_out: int = 0


def replay(
    export: Export, run: RecordedRun, opened: OpenLists, answers: InputAnswers,
    *, any_version: bool = False,
) -> Replayed:  # fmt: skip
    """Ask a recorded run again.

    Args:
        export: Where it stands; its judgements are those that were known.
        run: The run.
        opened: Opens the lists of the run.
        answers: Answers every row of its input file.
        any_version: Ask also where this is another version of the tool.
    """
    line = run.line
    other = _other_tool(run)
    if other and not any_version:
        return Replayed(run.number, CANNOT, (other,))
    try:
        index = opened([UsedList.from_data(one) for one in line["lists"]])
    except EnduseError as error:
        return Replayed(run.number, CANNOT, (str(error),))
    memory = Memory((j for j in export.judgements if j.seq <= line["judged"]), line["day"])
    again = _Again(run, memory)
    rows = answers(run, index, memory) if line["input"] else None
    if rows is None:
        again.ask_questions(index)
    else:
        for one in rows:
            again.take_row(*one)
    left_out = line["rows"] - again.rows if line["input"] and rows is None else 0
    differing = again.differences(whole=not left_out)
    return Replayed(run.number, DIFFERS if differing else SAME, tuple(differing), left_out)


def _other_tool(run: RecordedRun) -> str:
    made, here = (run.line["tool"], run.line["engine"]), (enduse.__version__, fingerprint())
    if made == here:
        return ""
    return (
        f"made by enduse {made[0]} (engine {made[1]}), this is {here[0]} (engine {here[1]}). "
        "Use that version, or add --any-version to see what this one answers."
    )


class _Again:
    """Counts and compares while a run is asked again."""

    def __init__(self, run: RecordedRun, memory: Memory) -> None:
        self._run, self._memory = run, memory
        self._comparison = Comparison({one["asked"]: _recorded(one) for one in run.questions})
        self.rows, self._with_hits, self._suppressed, self._issues = 0, 0, 0, 0

    def ask_questions(self, index: ScreeningIndex) -> None:
        """Ask what was kept."""
        line, every = self._run.line, self._run.questions
        terms = line["threshold"], line["limit"]
        for start in range(0, len(every), _AT_ONCE):
            some = every[start : start + _AT_ONCE]
            parties = [party_from_data(one["party"]) for one in some]
            found = hits_to_sift(parties, index, self._memory, *terms)
            for one, party, hits in zip(some, parties, found, strict=True):
                self._take(party, hits, [party_id for _, party_id in one["rows"]])

    def take_row(self, party: Party | None, hits: Sequence[Hit], has_issue: bool) -> None:
        """Take the answer to one row of the input."""
        self._issues += has_issue
        if party is None or not hits:
            self.rows += 1
        else:
            self._take(party, hits, [party.id])

    def _take(self, party: Party, hits: Sequence[Hit], ids: Sequence[str]) -> None:
        asked = print_of_party(party)
        self._comparison.take(asked, party.name, hits, len(ids))
        self.rows += len(ids)
        for party_id in ids:
            sifted = self._memory.sift(asked, party_id, hits, self._run.line["limit"])
            self._with_hits += bool(sifted.open)
            self._suppressed += bool(sifted.suppressed)

    def differences(self, *, whole: bool) -> list[str]:
        """How the answers differ from the record; of the whole input, or of what was kept."""
        line = self._run.line
        found = self._comparison.finish()
        counts = [("rows with hits", "with_hits", self._with_hits),
                  ("rows with suppressed hits", "suppressed", self._suppressed)]  # fmt: skip
        if whole:
            counts.append(("rows", "rows", self.rows))
            if line["input"]:
                counts.append(("rows with issues", "issues", self._issues))
        return found + [
            f"{now:,} {words}, recorded {line[key]:,}."
            for words, key, now in counts
            if now != line[key]
        ]


def _recorded(question: Mapping[str, Any]) -> Recorded:
    found = {hit["id"]: (hit["listed"], hit["score"]) for hit in question["hits"]}
    return Recorded(question["party"]["name"], found, len(question["rows"]))
