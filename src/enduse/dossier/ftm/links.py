"""Claims between two parties as FollowTheMoney links; denied and doubted ones are left out."""

from collections.abc import Iterator

from enduse.assess import Said
from enduse.dossier.view import Dossier
from enduse.model import Statement

# Predicate to the FtM schema of the link and the properties of its two ends: subject, object.
_LINKS: dict[str, tuple[str, str, str]] = {
    "owned_by": ("Ownership", "asset", "owner"),
    "subsidiary_of": ("Ownership", "asset", "owner"),
    "owns": ("Ownership", "owner", "asset"),
    "owner_of": ("Ownership", "owner", "asset"),
    "holds_share_in": ("Ownership", "owner", "asset"),
    "director_of": ("Directorship", "director", "organization"),
    "position_at": ("Employment", "employee", "employer"),
    "employed_by": ("Employment", "employee", "employer"),
    "member_of": ("Membership", "member", "organization"),
    "acted_for": ("Representation", "agent", "client"),
}
_ANY = ("UnknownLink", "subject", "object")
_PARTIES = frozenset(
    {"Company", "LegalEntity", "Organization", "Person", "PublicBody", "Vessel", "Airplane"}
)


def links_of(dossier: Dossier, dataset: str) -> Iterator[Statement]:
    """Every asserted claim between two parties, as a link with its words.

    Yields:
        Statements of Ownership, Directorship and so on; of UnknownLink, with the predicate as
        its role, where FtM has no schema for the tie.
    """
    schemata = {page.id: page.schema for page in dossier.parties}
    for one in dossier.claims().values():
        ends = (schemata.get(one.subject or ""), schemata.get(one.object or ""))
        if one.claim.polarity == "asserted" and all(end in _PARTIES for end in ends):
            yield from _link(one, dataset)


def _link(one: Said, dataset: str) -> Iterator[Statement]:
    claim, evidence = one.claim, one.claim.evidence
    schema, left, right = _LINKS.get(claim.predicate, _ANY)
    entity = f"claim-{claim.id}"
    values = [("id", entity), (left, one.subject), (right, one.object)]
    values.append(("role", claim.predicate.replace("_", " ")))
    if claim.modality != "fact":
        values.append(("status", claim.modality))
    if claim.date and "/" not in claim.date:
        values.append(("date", claim.date))
    for prop, value in values:
        if value:
            yield Statement(entity, schema, prop, value, dataset, evidence, origin="extract")
