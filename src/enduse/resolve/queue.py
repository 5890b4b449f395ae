"""The queue of candidates and the record of judgements together: judge, look back, undo."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from enduse.errors import BadInput
from enduse.model import Judgement, Verdict
from enduse.resolve.candidates import Proposal, proposals
from enduse.resolve.decisions import Decisions
from enduse.resolve.mixture import Mixture, apply_splits, mixtures, split_judgement
from enduse.resolve.record import Record

RULE = "rule: equal checked identifier, agreeing names"


@dataclass(slots=True)
class Queue:
    """Work through candidates; nothing is merged, judgements are appended.

    Attributes:
        records: Records as read.
        decisions: What was decided so far.
        by: Who decides.
        now: Gives the time, UTC, ISO 8601 with seconds.
        keep: Called with every judgement appended, to store it.
    """

    records: Sequence[Record]
    decisions: Decisions
    by: str
    now: Callable[[], str]
    keep: Callable[[Judgement], None] = lambda judgement: None
    _proposed: list[Proposal] | None = field(default=None, repr=False)

    def candidates(self) -> list[Proposal]:
        """Pairs nobody has judged, best first; those that what stands already answers are out."""
        if self._proposed is None:
            self._proposed = proposals(self._whole())
        decided = self.decisions.decided()
        return [
            p
            for p in self._proposed
            if (p.left.id, p.right.id) not in decided
            and p.right.id not in self.decisions.cluster(p.left.id)
        ]

    def judge(self, left: str, right: str, verdict: Verdict, reason: str = "") -> Judgement:
        """Append a judgement.

        Raises:
            BadInput: It contradicts what stands; the chain is named.
        """
        first, second = sorted((left, right))
        return self._append(Judgement(first, second, verdict, self.by, self.now(), reason))

    def split(self, record: str, second: Sequence[str]) -> Judgement:
        """Split a record that mixes two parties; undone like any judgement."""
        self._proposed = None
        return self._append(split_judgement(record, second, self.by, self.now()))

    def mixtures(self) -> list[Mixture]:
        """Records that seem to mix two parties and were not split yet."""
        return mixtures(self._whole())

    def history(self) -> list[Judgement]:
        """Everything ever decided or taken back, oldest first."""
        return list(self.decisions.journal)

    def undo(self) -> Judgement | None:
        """Take back the newest judgement that stands; None where there is none."""
        last = self.decisions.last_standing()
        if last is None:
            return None
        self._proposed = None if last.reason.startswith("{") else self._proposed
        return self._append(self.decisions.retraction(last.left, last.right, self.by, self.now()))

    def join_decisive(self) -> list[Judgement]:
        """Judge those pairs that need nobody: equal checked number, agreeing names.

        A pair that what people decided contradicts is left to them.
        """
        if not self._share_a_number():
            return []
        made = []
        for proposal in self.candidates():
            if not proposal.comparison.automatic:
                continue
            judgement = Judgement(
                proposal.left.id,
                proposal.right.id,
                Verdict.POSITIVE,
                RULE,
                self.now(),
                proposal.comparison.summary,
            )
            try:
                made.append(self._append(judgement))
            except BadInput:
                continue
        return made

    def _share_a_number(self) -> bool:
        """Whether two records have a number in common: without one nothing is decisive."""
        seen: set[str] = set()
        for record in self._whole():
            mine = {identifier.value for identifier in record.identifiers}
            if mine & seen:
                return True
            seen |= mine
        return False

    def _append(self, judgement: Judgement) -> Judgement:
        self.decisions.add(judgement)
        self.keep(judgement)
        return judgement

    def _whole(self) -> list[Record]:
        return apply_splits(self.records, self.decisions.standing())
