"""Who owns and controls whom, as registers and documents state it."""

from collections.abc import Iterable
from dataclasses import replace

from enduse.assess import Said
from enduse.case.nodes import Nodes
from enduse.errors import BadInput
from enduse.graph.stakes.stated import share_range, stakes
from enduse.model import Claim, Issue, Right, ShareRange, Stake, Statement

# Claims whose subject is held by their object, and the other way round.
_HELD_BY = frozenset({"owned_by", "subsidiary_of"})
_HOLDS = frozenset({"owns", "owner_of", "holds_share_in"})
_CONTROLLED_BY, _CONTROLS = "controlled_by", "controls"
_ASSERTED = "asserted"
_NOT_YET = frozenset({"planned", "possible", "conditional"})
_PERCENT = frozenset({"%", "percent"})
_SIGN = {"at_least": ">=", "more_than": ">", "at_most": "<=", "less_than": "<"}


def claimed_stakes(said: Iterable[Said]) -> list[Stake]:
    """Holdings that documents assert between two parties of the case.

    A percentage that the claim states counts, with its quotation, like a register's; without
    one the share is unknown. What is only planned or possible is no holding.
    """
    found = []
    for one in said:
        claim = one.claim
        if not (one.subject and one.object) or claim.polarity != _ASSERTED:
            continue
        if claim.modality in _NOT_YET:
            continue
        if claim.predicate in _HELD_BY or claim.predicate == _CONTROLLED_BY:
            owner, asset = one.object, one.subject
        elif claim.predicate in _HOLDS or claim.predicate == _CONTROLS:
            owner, asset = one.subject, one.object
        else:
            continue
        by_control = claim.predicate in (_CONTROLLED_BY, _CONTROLS)
        right = Right.CONTROL if by_control else Right.SHARES
        basis = "as a document says" if by_control else None
        share = None if by_control else _share(claim)
        found.append(Stake(owner, asset, share, claim.evidence, right, basis=basis))
    return found


def registered_stakes(statements: Iterable[Statement], nodes: Nodes) -> list[Stake]:
    """Holdings that registers and lists state; what cannot be read is left to the issues."""
    return [
        replace(
            one,
            owner=nodes[one.owner],
            asset=nodes[one.asset],
            joint=tuple(nodes[holder] for holder in one.joint),
        )
        for one in stakes(statements)
        if not isinstance(one, Issue)
    ]


def _share(claim: Claim) -> ShareRange | None:
    if claim.value is None or claim.unit not in _PERCENT or claim.bound == "about":
        return None
    try:
        return share_range(f"{_SIGN.get(claim.bound or '', '')}{claim.value:.10g}")
    except BadInput:
        return None
