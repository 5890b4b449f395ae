"""One owner's holding in, or right over, one company, with its evidence."""

from dataclasses import dataclass
from enum import StrEnum

from enduse.model.evidence import Evidence
from enduse.model.share import ShareRange


class Right(StrEnum):
    """What the holder has.

    CONSOLIDATION is a parent in the accounts (GLEIF): it says who consolidates whom and
    nothing about shares, so it is never turned into a percentage and never decides.
    """

    SHARES = "shares"
    VOTES = "votes"
    CONTROL = "control"
    CONSOLIDATION = "consolidation"


@dataclass(frozen=True, slots=True)
class Stake:
    """`owner` holds `share` of `asset` (FtM: Ownership).

    Attributes:
        owner: Entity id of the holder.
        asset: Entity id of the company.
        share: Exact share or band; None where the source gives none ("share unknown").
        evidence: The words; None only in worked cases that have no source.
        right: Shares, votes, or control without regard to shares.
        start: First day, ISO prefix; None where not stated.
        end: Last day, ISO prefix; None where it goes on or is not stated.
        basis: For control: the criterion in the source's words.
        joint: All joint holders where several hold this stake together.
    """

    owner: str
    asset: str
    share: ShareRange | None
    evidence: Evidence | None = None
    right: Right = Right.SHARES
    start: str | None = None
    end: str | None = None
    basis: str | None = None
    joint: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JointArrangement:
    """Parties who have agreed to exercise their rights in one company together.

    Attributes:
        parties: Entity ids of all who agreed.
        asset: Entity id of the company.
        evidence: The words; None only in worked cases that have no source.
        start: First day, ISO prefix; None where not stated.
        end: Last day, ISO prefix; None where it goes on or is not stated.
    """

    parties: tuple[str, ...]
    asset: str
    evidence: Evidence | None = None
    start: str | None = None
    end: str | None = None
