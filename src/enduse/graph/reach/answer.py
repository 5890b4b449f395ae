"""The answer of one regime about one party on one day, with its chain and its arithmetic."""

from dataclasses import dataclass

from enduse.graph.reach.rule import Rule
from enduse.model import ShareRange, Stake

BLOCKED, NOT_BLOCKED, INDETERMINATE = "blocked", "not_blocked", "indeterminate"
RESTRICTED, NOT_RESTRICTED = "restricted", "not_restricted_by_ownership"
LICENCE_OR_RESOLVE, VERIFY_RULE = "licence_or_resolve", "verify_rule_status"
LISTED, OWNERSHIP, SHARES = "listed", "ownership", "shares"
VOTES, CONTROL = "votes", "control"
VIA_CONTROLLED, NONE = "via_controlled_holder", "none"


@dataclass(frozen=True, slots=True)
class Part:
    """One holding, or one control link, that counts in a step.

    Attributes:
        holders: One id, or all joint holders.
        share: What they hold; None for control.
        why: Why it counts: "listed", "itself blocked", "possibly blocked", "joint holder"...
        kind: shares, votes or control.
        later: True where the holder is itself reached through this company, so that it
            adds to the sum and is no ground.
        stakes: The records, each with its evidence.
        sure: False for control whose dates are too vague for the day.
    """

    holders: tuple[str, ...]
    share: ShareRange | None
    why: str
    kind: str
    later: bool
    stakes: tuple[Stake, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """How one company of the chain comes out.

    Attributes:
        asset: The company.
        parts: What counts, added up.
        sum: The sum of shares.
        votes: The sum of votes where they are stated apart from shares.
        threshold: The mark in words, such as "50 % or more".
        outcome: What follows, as a status word.
        basis: By what.
    """

    asset: str
    parts: tuple[Part, ...]
    sum: ShareRange
    votes: ShareRange | None
    threshold: str
    outcome: str
    basis: str


@dataclass(frozen=True, slots=True)
class OwnershipAnswer:
    """What a regime's ownership rule says of one party on one day.

    Attributes:
        entity: The party.
        regime: "US", "EU", "UK", "BIS", "CA", "CH".
        as_of: The day.
        status: blocked, not_blocked or indeterminate; for BIS restricted,
            not_restricted_by_ownership, licence_or_resolve or verify_rule_status.
        basis: ownership, votes, control, via_controlled_holder, listed or none.
        aggregate: Share held by those who count, exact or a band.
        review: An analyst must look before relying on the answer.
        reasons: Why he must.
        cautions: What to say next to the answer.
        data_quality: Faults in the data of this party, as reported by the sources' sum.
        steps: The chain from listed persons down to the party; the last step is its own.
        would_decide: For an open answer: what would close it.
        licence_requirement: BIS: whose requirement applies.
        rule: The rule with its texts, dates and how certain they are.
    """

    entity: str
    regime: str
    as_of: str
    status: str
    basis: str
    aggregate: ShareRange
    review: bool
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    data_quality: tuple[str, ...]
    steps: tuple[Step, ...]
    would_decide: tuple[str, ...]
    licence_requirement: str | None
    rule: Rule
