"""Claims as a party's page prints them: each thing once, with everybody who says it."""

from collections.abc import Iterable
from dataclasses import dataclass

from enduse.assess import Said
from enduse.dossier.view import Dossier, ListEntry, PartyPage
from enduse.model import Evidence
from enduse.names import fold

_FEW_CLAIMS = 3


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing said.

    Attributes:
        lead: The claim whose sentence is printed.
        others: Further claims that say the same.
    """

    lead: Said
    others: tuple[Said, ...]


def things(page: PartyPage) -> list[Thing]:
    """What is said of a party as the subject, or as the object where the subject is none."""
    groups: dict[tuple[object, ...], list[Said]] = {}
    for one in page.claims:
        if one.subject == page.id or one.subject is None:
            groups.setdefault(_proposition(one), []).append(one)
    return [Thing(group[0], tuple(group[1:])) for group in groups.values()]


def told_elsewhere(page: PartyPage) -> list[Said]:
    """Claims about the party that stand in full under their subject; one for each thing."""
    found: dict[tuple[object, ...], Said] = {}
    for one in page.claims:
        if one.subject not in (page.id, None):
            found.setdefault((one.subject, *_proposition(one)), one)
    return list(found.values())


def is_main(page: PartyPage) -> bool:
    """The party has a page of its own; others get a line in a table."""
    return bool(page.entries or page.ownership) or len(things(page)) > _FEW_CLAIMS


def in_order(dossier: Dossier) -> tuple[list[PartyPage], list[PartyPage]]:
    """Parties with a page of their own, and the others."""
    main = [page for page in dossier.parties if is_main(page)]
    return main, [page for page in dossier.parties if not is_main(page)]


def facts(page: PartyPage) -> list[tuple[str, list[tuple[str, Evidence]]]]:
    """What the entries of a party state, each value once, by property."""
    found: dict[str, dict[str, tuple[str, Evidence]]] = {}
    for entry in _proposed(page):
        for one in entry.facts:
            found.setdefault(one.prop, {}).setdefault(
                one.value.casefold(), (one.value, one.evidence)
            )
    return [(prop, list(found[prop].values())) for prop in sorted(found, key=_order)]


def _proposed(page: PartyPage) -> Iterable[ListEntry]:
    return (entry for entry in page.entries if entry.proposed)


def _order(prop: str) -> tuple[int, str]:
    first = ("name", "alias", "weakAlias", "previousName")
    return (first.index(prop) if prop in first else len(first), prop)


def _proposition(one: Said) -> tuple[object, ...]:
    claim = one.claim
    what = one.object or (fold(claim.object.text) if claim.object else "")
    return (
        claim.predicate,
        what,
        claim.value,
        claim.unit,
        claim.bound,
        claim.date,
        claim.polarity,
        claim.modality,
        one.subject or fold(claim.subject.text),
    )
