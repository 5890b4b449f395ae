"""Relations between the parties of a case: what documents say, and what records state."""

from collections.abc import Iterable, Iterator

from enduse.assess import Said, credits_of, origins_of
from enduse.case.nodes import Nodes
from enduse.graph import Relation
from enduse.model import Evidence, Finding, Statement

# Being restricted by one authority, or spoken of, ties nobody to anybody.
_NO_TIE = frozenset(
    {"alias", "same_as", "calls", "aware_of", "comment_on", "denied", "sanctioned_by", "listed_by"}
    | {"controls_export_of", "prohibits", "charged_with", "confirmed", "urged", "warned"}
    | {"expressed_concern_over", "assessed_as", "evidence_status", "risks", "responsible_for"}
    | {"reviewed", "reported_by", "comparable_to"}
)
_PASSES_ON = frozenset(
    {"supplied_to", "delivered_to", "exported_to", "shipped_to", "paid"}
    | {"provided_lethal_assistance_to"}
)
_WORDS = {
    "owned_by": "is owned by",
    "subsidiary_of": "is a subsidiary of",
    "controlled_by": "is controlled by",
    "holds_share_in": "holds a share in",
    "position_at": "has a position at",
    "director_of": "is director of",
    "employed_by": "is employed by",
    "member_of": "is a member of",
    "owner_of": "is owner of",
    "headquartered_in": "has its seat in",
    "located_in": "is located in",
    "component_of": "is a component of",
    "upgraded_version_of": "is an upgraded version of",
    "variant_of": "is a variant of",
    "intermediary_in": "is an intermediary in",
    "linked_to": "is linked to",
    "sourced_from": "is sourced from",
    "intended_for": "is intended for",
    "used_in": "is used in",
}
# Schema of a link: its two ends, the property that names the tie, and words where none does.
_LINKS = {
    "UnknownLink": ("subject", "object", "role", "is linked to"),
    "Directorship": ("director", "organization", "role", "has an office at"),
    "Employment": ("employee", "employer", "role", "is employed by"),
    "Membership": ("member", "organization", "role", "is a member of"),
    "Family": ("person", "relative", "relationship", "is related to"),
    "Associate": ("person", "associate", "relationship", "is an associate of"),
    "Representation": ("agent", "client", "role", "acts for"),
    "Payment": ("payer", "beneficiary", "", "paid"),
}
LINKS = tuple(_LINKS)
_CONSOLIDATED = "CONSOLIDATED_BY"
_MOST_QUOTED = 3


def words_of(predicate: str) -> str:
    """A predicate as words between two names: "is a subsidiary of"."""
    return _WORDS.get(predicate, predicate.replace("_", " "))


def claimed_ties(said: Iterable[Said], findings: Iterable[Finding]) -> list[Relation]:
    """Relations that documents assert between two parties.

    Claims of one relation are one; its origins are the independent ones, so that ten copies
    count as the one they are. It is contested where a denial or a conflict speaks against one
    of its claims.
    """
    everything = list(said)
    opposed, credited = _opposed(findings), credits_of(everything)
    told: dict[tuple[str, str, str], list[Said]] = {}
    for one in everything:
        claim = one.claim
        if not (one.subject and one.object) or one.subject == one.object:
            continue
        if claim.polarity == "asserted" and claim.predicate not in _NO_TIE:
            told.setdefault((one.subject, one.object, claim.predicate), []).append(one)
    return [
        Relation(
            subject,
            object_,
            words_of(predicate),
            tuple(one.claim.evidence for one in group[:_MOST_QUOTED]),
            len(origins_of(group, credited)),
            any(one.claim.id in opposed for one in group),
            passes_on=predicate in _PASSES_ON,
        )
        for (subject, object_, predicate), group in told.items()
    ]


def recorded_ties(statements: Iterable[Statement], nodes: Nodes) -> list[Relation]:
    """Relations that lists and registers state outside of holdings: offices, links, family."""
    records: dict[tuple[str, str], list[Statement]] = {}
    for one in statements:
        if one.schema in _LINKS:
            key = (one.evidence.locator.source, one.entity_id)
            records.setdefault(key, []).append(one)
    told: dict[tuple[str, str, str], list[Evidence]] = {}
    for record in records.values():
        for source, target, kind, evidence in _ends(record):
            left, right = nodes[source], nodes[target]
            if left != right:
                told.setdefault((left, right, kind), []).append(evidence)
    return [
        Relation(
            source,
            target,
            kind,
            tuple(dict.fromkeys(found))[:_MOST_QUOTED],
            _files(found),
            passes_on=kind == "paid",
        )
        for (source, target, kind), found in told.items()
    ]


def _ends(record: list[Statement]) -> Iterator[tuple[str, str, str, Evidence]]:
    left, right, says, words = _LINKS[record[0].schema]
    values: dict[str, list[Statement]] = {}
    for one in record:
        values.setdefault(one.prop, []).append(one)
    roles = [one.value for one in values.get(says, ())]
    if any(_CONSOLIDATED in role for role in roles):
        return  # a parent in the accounts is read as a stake of its own kind
    plain = roles and roles[0].casefold() not in words
    kind = f"{words} ({roles[0]})" if plain and roles[0].casefold() != "linked to" else words
    for one in values.get(left, ()):
        for other in values.get(right, ()):
            said = values[says][0] if roles else other
            yield one.value, other.value, kind, said.evidence


def _files(found: Iterable[Evidence]) -> int:
    return len({one.locator.source for one in found})


def _opposed(found: Iterable[Finding]) -> set[str]:
    """Claims against which a denial or another source speaks; silence contests nothing."""
    opposed: set[str] = set()
    for one in found:
        if one.kind == "conflict":
            opposed |= {c.ref for c in (*one.supports, *one.opposes)}
        elif one.kind == "denial" and "denies" in one.sentence:
            opposed |= {c.ref for c in one.opposes}
    return opposed


def kind_of(schema: str) -> str:
    """How a party of an FtM schema is drawn."""
    return _KINDS.get(schema, "company")


_KINDS = {
    "Person": "person",
    "Vessel": "vessel",
    "Airplane": "vessel",
    "PublicBody": "authority",
    "Product": "product",
    "Address": "address",
}
