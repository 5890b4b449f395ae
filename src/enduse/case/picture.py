"""The network of a case: its parties, and what the sources say ties them."""

from collections.abc import Iterable, Sequence

from enduse.assess import Said, origins_of
from enduse.dossier import PartyPage
from enduse.dossier.anchors import quotation_anchor
from enduse.graph.picture import PictureEdge, PictureNode

MOST_NODES = 60
_KINDS = {
    "Person": "person",
    "Vessel": "vessel",
    "PublicBody": "authority",
    "Product": "product",
    "Address": "address",
}
_SHORT = {"Office of Foreign Assets Control": "OFAC", "EU Council": "EU", "UK FCDO": "UK"}
_SPEAKS_OF_NO_TIE = frozenset({"alias", "same_as", "calls", "aware_of", "comment_on", "denied"})


def picture_of(pages: Sequence[PartyPage]) -> tuple[list[PictureNode], list[PictureEdge]]:
    """Parties that a claim ties to another, and the claims as lines.

    A line counts independent origins, so that ten copies look like the one they are; it is
    contested where a denial or a conflict in the dossier speaks against one of its claims.

    Args:
        pages: The parties, most important first; beyond 60 the picture would say nothing.
    """
    shown = {page.id: page for page in pages}
    opposed = _opposed(pages)
    ties: dict[tuple[str, str, str], list[Said]] = {}
    for one in {said.claim.id: said for page in pages for said in page.claims}.values():
        if _is_tie(one, shown):
            key = (one.subject or "", one.object or "", one.claim.predicate)
            ties.setdefault(key, []).append(one)
    tied = {end for left, right, _ in ties for end in (left, right)}
    nodes = [_node(page) for page in pages if page.id in tied][:MOST_NODES]
    kept = {node.id for node in nodes}
    edges = [_edge(key, said, opposed) for key, said in ties.items() if {key[0], key[1]} <= kept]
    return nodes, edges


def _is_tie(one: Said, shown: dict[str, PartyPage]) -> bool:
    return (
        one.subject in shown
        and one.object in shown
        and one.subject != one.object
        and one.claim.polarity == "asserted"
        and one.claim.predicate not in _SPEAKS_OF_NO_TIE
    )


def _opposed(pages: Iterable[PartyPage]) -> set[str]:
    """Claims against which a denial or another source speaks; silence contests nothing."""
    found = set()
    for page in pages:
        for one in page.findings:
            if one.kind == "conflict":
                found |= {c.ref for c in (*one.supports, *one.opposes)}
            elif one.kind == "denial" and "denies" in one.sentence:
                found |= {c.ref for c in one.opposes}
    return found


def _node(page: PartyPage) -> PictureNode:
    lists = dict.fromkeys(
        _SHORT.get(who, who)
        for entry in page.entries
        if entry.proposed
        for who in (told.text.partition(":")[0] for told in entry.listings)
    )
    kind = _KINDS.get(page.schema, "company")
    return PictureNode(page.id, page.name, kind, tuple(lists), href=f"#{page.id}")


def _edge(key: tuple[str, str, str], said: list[Said], opposed: set[str]) -> PictureEdge:
    subject, object_, predicate = key
    return PictureEdge(
        subject,
        object_,
        predicate.replace("_", " "),
        origins=len(origins_of(said)),
        contested=any(one.claim.id in opposed for one in said),
        note=f"“{said[0].claim.evidence.quote}”",
        href=f"#{quotation_anchor(said[0])}",
    )
