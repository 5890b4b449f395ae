"""Relations of every kind between parties, each with its words and how well it is supported."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from enduse.model import Evidence, Right, Stake


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation, read from source to target; ways run over it in both directions.

    Attributes:
        source: Id of the party that owns, directs, supplies...
        target: Id of the other.
        kind: The relation in words that stand between two names: "owns", "supplies".
        evidence: Its quotations.
        origins: Independent origins that support it.
        contested: Somebody denies it, or sources contradict each other.
        circumstantial: It follows from something shared (an address, a day), and nobody says
            that the parties have to do with each other.
        passes_on: Goods or money go from source to target.
    """

    source: str
    target: str
    kind: str
    evidence: tuple[Evidence, ...] = ()
    origins: int = 1
    contested: bool = False
    circumstantial: bool = False
    passes_on: bool = False

    @property
    def strength(self) -> int:
        """How well it is supported: 3 two origins or more, 2 one, 1 circumstantial, 0 contested.

        The numbers only order relations; they are no probabilities.
        """
        if self.contested:
            return 0
        if self.circumstantial:
            return 1
        return 3 if self.origins > 1 else 2

    def other(self, end: str) -> str:
        """The party at the other end."""
        return self.target if end == self.source else self.source


Near = Mapping[str, list[Relation]]
"""All relations of each party."""
Relations = Iterable[Relation] | Near


@dataclass(frozen=True, slots=True)
class Trait:
    """Something a party has that others may have too.

    Attributes:
        party: Its id.
        kind: address, building, phone, email, director, founder or registered.
        value: In comparable form; equal values are the same thing.
        evidence: The words.
        written: The value as a reader knows it, where its comparable form is another.
    """

    party: str
    kind: str
    value: str
    evidence: Evidence | None = None
    written: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing that several parties have in common.

    Attributes:
        kind: As in `Trait`.
        value: What they share.
        holders: What each of them has, by party.
        crowded: So many have it that it says little (an office of a registration agent).
    """

    kind: str
    value: str
    holders: tuple[Trait, ...]
    crowded: bool

    def __str__(self) -> str:
        return self.text()

    def text(self, label: Callable[[str], str] = str) -> str:
        """Say who shares what."""
        names = ", ".join(label(trait.party) for trait in self.holders)
        words = {"registered": "were registered on", "director": "are directed by"}
        verb = words.get(self.kind, f"share the {self.kind}")
        crowd = f"; {len(self.holders)} parties do, so it says little" if self.crowded else ""
        people = self.kind in ("director", "founder")
        what = label(self.value) if people else self.holders[0].written or self.value
        return f"{names} {verb} {what}{crowd}"


CROWD = 20


def shared_traits(traits: Iterable[Trait], crowd: int = CROWD) -> list[Shared]:
    """Find addresses, directors, telephones, founders and days that several parties share.

    Args:
        traits: What parties have, in any order.
        crowd: From how many holders on a thing says little.

    Returns:
        What is shared by two parties or more; the rarest first.

    Example:
        >>> told = [Trait("a", "phone", "+7 1"), Trait("b", "phone", "+7 1")]
        >>> str(shared_traits(told)[0])
        'a, b share the phone +7 1'
    """
    holders: dict[tuple[str, str], dict[str, Trait]] = defaultdict(dict)
    for trait in traits:
        holders[trait.kind, trait.value].setdefault(trait.party, trait)
    found = [
        Shared(kind, value, tuple(having[p] for p in sorted(having)), len(having) >= crowd)
        for (kind, value), having in holders.items()
        if len(having) > 1
    ]
    return sorted(found, key=lambda s: (len(s.holders), s.kind, s.value))


def relations_from_traits(shared: Iterable[Shared]) -> list[Relation]:
    """Make circumstantial relations of what is shared; crowded things make none."""
    made = []
    for one in shared:
        if one.crowded:
            continue
        for place, first in enumerate(one.holders):
            for second in one.holders[place + 1 :]:
                told = tuple(e for e in (first.evidence, second.evidence) if e is not None)
                kind = f"shares the {one.kind} {one.holders[0].written or one.value} with"
                made.append(Relation(first.party, second.party, kind, told, circumstantial=True))
    return made


def relations_from_stakes(stakes: Iterable[Stake], as_of: str = "") -> list[Relation]:
    """Make relations of stakes of any date; stakes of one kind between two are one relation.

    Args:
        stakes: Shares, votes, control and parents in the accounts; each joint holder counts.
        as_of: Full ISO day; what had ended by then is told as past. Empty for no day.

    Returns:
        One relation per holder, company and kind; independent origins are the sources that
        state it, as far as nobody has said that one copies another.
    """
    verbs = {
        Right.SHARES: "holds shares of",
        Right.VOTES: "has votes in",
        Right.CONTROL: "controls",
        Right.CONSOLIDATION: "consolidates in its accounts",
    }
    past = {
        Right.SHARES: "held shares of",
        Right.VOTES: "had votes in",
        Right.CONTROL: "controlled",
        Right.CONSOLIDATION: "consolidated in its accounts",
    }
    told: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for stake in stakes:
        verb = verbs[stake.right]
        if stake.end and stake.end < as_of[: len(stake.end)]:
            verb = f"{past[stake.right]} (until {stake.end})"
        for holder in stake.joint or (stake.owner,):
            found = told[holder, stake.asset, verb]
            if stake.evidence is not None and stake.evidence not in found:
                found.append(stake.evidence)
    return [
        Relation(holder, asset, kind, tuple(found), max(1, len({e.locator.source for e in found})))
        for (holder, asset, kind), found in told.items()
    ]


def neighbours(relations: Relations) -> Near:
    """All relations of each party, the strongest first; one with itself is left out.

    What this made before is given back as it is, so that many questions share it.
    """
    if isinstance(relations, Mapping):
        return relations
    near: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.source != relation.target:
            near[relation.source].append(relation)
            near[relation.target].append(relation)
    return {party: sorted(found, key=_strongest(party)) for party, found in near.items()}


def _strongest(party: str) -> Callable[[Relation], tuple[int, str, str]]:
    return lambda relation: (-relation.strength, relation.other(party), relation.kind)
