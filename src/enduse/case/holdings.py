"""Who owns whom and who is listed, as the ownership rules take it."""

from collections.abc import Iterable, Mapping

from enduse.assess import Said
from enduse.graph.stakes import stakes
from enduse.model import Issue, Right, Stake, Statement

# Claims whose subject is held by their object, and the other way round.
_HELD_BY = frozenset({"owned_by", "subsidiary_of"})
_HOLDS = frozenset({"owns", "owner_of", "holds_share_in"})
_CONTROLLED_BY, _CONTROLS = "controlled_by", "controls"
_ASSERTED = "asserted"

# Which list of the rules a dataset feeds.
_LIST_OF_DATASET = {
    "us_ofac_sdn": "US_SDN",
    "eu_fsf": "EU",
    "eu_journal": "EU",
    "uk_sl": "UK",
}
_LIST_OF_AUTHORITY = (("ofac", "US_SDN"), ("eu council", "EU"), ("uk fcdo", "UK"))


def claimed_stakes(said: Iterable[Said]) -> list[Stake]:
    """Holdings that documents assert between two parties of the case; shares stay unknown.

    A percentage in a document is not taken for a register's: it waits in the claim, and the
    stake says "share unknown" until a register states it.
    """
    found = []
    for one in said:
        claim = one.claim
        if not (one.subject and one.object) or claim.polarity != _ASSERTED:
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
        found.append(Stake(owner, asset, None, claim.evidence, right, basis=basis))
    return found


def registered_stakes(statements: Iterable[Statement]) -> list[Stake]:
    """Holdings that registers and lists state; what cannot be read is left to the issues."""
    return [one for one in stakes(statements) if not isinstance(one, Issue)]


def listed_under_rules(statements: Iterable[Statement]) -> dict[str, set[str]]:
    """Ids of listed entities under each list that an ownership rule asks about.

    Only freezing measures count: an entry of Annex IV to Regulation 833/2014 restricts
    exports to a party and freezes nothing.

    Args:
        statements: Statements of Sanction entities.
    """
    sanctions: dict[str, dict[str, list[str]]] = {}
    dataset: dict[str, str] = {}
    for one in statements:
        if one.schema == "Sanction":
            values = sanctions.setdefault(one.entity_id, {})
            values.setdefault(one.prop, []).append(one.value)
            dataset[one.entity_id] = one.dataset
    found: dict[str, set[str]] = {}
    for sanction, values in sanctions.items():
        name = _list_name(dataset[sanction], values)
        if name:
            found.setdefault(name, set()).update(values.get("entity", ()))
    return found


def _list_name(dataset: str, values: Mapping[str, list[str]]) -> str | None:
    measures = " ".join(values.get("provisions", ())).casefold()
    if "export" in measures and "freeze" not in measures:
        return None
    if dataset in _LIST_OF_DATASET:
        return _LIST_OF_DATASET[dataset]
    authority = " ".join(values.get("authority", ())).casefold()
    return next((name for word, name in _LIST_OF_AUTHORITY if word in authority), None)
