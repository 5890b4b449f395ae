"""One party seen under one regime: what review notes and cautions are written from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from enduse.graph.reach.answer import INDETERMINATE, LISTED, NOT_BLOCKED
from enduse.graph.reach.rule import Rule
from enduse.graph.reach.standing import Outcome, Standing
from enduse.graph.stakes.holdings import Holding
from enduse.model import JointArrangement


@dataclass(frozen=True, slots=True)
class Context:
    """What rules need beside stakes and lists.

    Attributes:
        arrangements: Agreements to exercise rights in a company together.
        countries: ISO 3166 code of a company's country, where a rule needs it.
        programmes: Programmes a listed party is listed under, where the list says so.
        faults: Faults already known in the data, by company.
    """

    arrangements: tuple[JointArrangement, ...] = ()
    countries: Mapping[str, str] = field(default_factory=dict)
    programmes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    faults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """One party, its standing, and everything around it.

    Attributes:
        entity: The party.
        standing: Where it stands.
        outcome: The whole graph, solved.
        rule: The rule of the day.
        context: Countries, programmes and the like.
        ring: The companies it forms a ring with; empty where there is none.
    """

    entity: str
    standing: Standing
    outcome: Outcome
    rule: Rule
    context: Context
    ring: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Neither blocked nor listed, so that something could still change the answer."""
        return self.standing.status in (NOT_BLOCKED, INDETERMINATE)

    @property
    def is_listed(self) -> bool:
        """Named on a list of this regime."""
        return self.standing.basis == LISTED

    @property
    def holdings(self) -> list[Holding]:
        """All shares held in it, its own stake left out."""
        return self.outcome.book.shares.get(self.entity, [])

    def touched(self, holding: Holding) -> list[str]:
        """Those holders who are listed, blocked or possibly blocked."""
        return [one for one in holding.holders if self.outcome.is_possible(one)]
