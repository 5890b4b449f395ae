"""Who stands behind a party of the case, by regime and day."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from enduse.assess import Said
from enduse.case.nodes import Nodes, nodes_of
from enduse.case.ownership.holdings import claimed_stakes, registered_stakes
from enduse.case.ownership.listings import Listing, listing_of_dataset, listings
from enduse.case.resolving import hits_of_clusters, names_of_clusters
from enduse.case.steps.weighing import said_in
from enduse.dossier import OwnershipLine
from enduse.errors import BadInput, UnknownName
from enduse.graph import (
    Context,
    OwnershipAnswer,
    assess_party,
    look_through_interest,
    regimes,
    rule_on,
)
from enduse.graph.ownership import listed_under
from enduse.graph.stakes.days import day
from enduse.graph.words import step_text, with_names
from enduse.model import Stake
from enduse.names import fold
from enduse.store import Store
from enduse.store.parties import parties
from enduse.store.statements import Value, statements, values

_PARTY_ID = re.compile(r"\bparty-[0-9a-f]{16}\b")
_SCHEMATA = ("Ownership", "UnknownLink")
_COUNTRY = ("country", "jurisdiction")
_ALSO = ("alias", "weakAlias", "previousName")
_PARTIES = frozenset({"Company", "LegalEntity", "Organization", "Person", "PublicBody", "Vessel"})


@dataclass(frozen=True, slots=True)
class Book:
    """What the ownership rules need to know of a case.

    Attributes:
        stakes: Holdings that registers state and documents assert.
        listings: Who is on which list since when; an entry proposed for a party is the party's.
        names: Id to the name that is printed.
        nodes: Which ids stand for one party.
        also: Further names under which parties are found, with their ids.
        countries: Country of each party that a list or register states, where it is one.
        programmes: Programmes of each listed party.
        held_in: Stakes by the company they are in.
    """

    stakes: tuple[Stake, ...]
    listings: tuple[Listing, ...]
    names: Mapping[str, str]
    nodes: Nodes
    countries: Mapping[str, str] = field(default_factory=dict)
    programmes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    held_in: Mapping[str, list[Stake]] = field(default_factory=dict)
    also: tuple[tuple[str, str], ...] = ()

    def above(self, party: str) -> list[Stake]:
        """The stakes in a party, in its holders, in theirs, and so on."""
        seen, pending, found = {party}, [party], list[Stake]()
        while pending:
            for stake in self.held_in.get(pending.pop(), ()):
                found.append(stake)
                for holder in stake.joint or (stake.owner,):
                    if holder not in seen:
                        seen.add(holder)
                        pending.append(holder)
        return found

    def listed_on(self, as_of: str) -> dict[str, set[str]]:
        """Ids by list on one day: who was taken off before, or put on later, is not there.

        Raises:
            BadInput: That is no day.
        """
        when, found = day(as_of), dict[str, set[str]]()
        for one in self.listings:
            if one.holds_on(when):
                found.setdefault(one.list, set()).add(one.entity)
        return found

    def label(self, entity: str) -> str:
        """The name under which an id is printed."""
        return self.names.get(entity, entity)

    def named(self, sentence: str) -> str:
        """A sentence with the names of parties in place of their ids."""
        return _PARTY_ID.sub(lambda found: self.label(found[0]), sentence)

    def find(self, party: str) -> str:
        """The id that stands for a party given by id, by name, or by words of one name alone.

        Where several ids have the name, one of which something is known is taken.

        Raises:
            UnknownName: Neither; the nearest names are offered.
        """
        if party in self.names:
            return self.nodes[party]
        wanted = fold(party)
        every = [(one, name, fold(name)) for one, name in (*self.names.items(), *self.also)]
        found = {self.nodes[one] for one, _, folded in every if folded == wanted}
        if not found:
            words = set(wanted.split())
            like = [(one, name) for one, name, folded in every if words <= set(folded.split())]
            found = {self.nodes[one] for one, _ in like} if words else set()
            if len(found) != 1:
                known = {name for _, name in like} if words else set()
                raise UnknownName("party", party, known or set(self.names.values()))
        held = {one for stake in self.stakes for one in (stake.owner, stake.asset)}
        return min(found, key=lambda one: (one not in held, not one.startswith("party-"), one))


def book_of(store: Store, said: Iterable[Said] | None = None) -> Book:
    """Gather stakes, listed ids and names of a case.

    Args:
        store: The open case.
        said: Its claims, where they are held already; they are many.
    """
    with store.read() as connection:
        told = list(statements(connection, schemata=_SCHEMATA))
        sanctions = list(values(connection, schemata=("Sanction",)))
        named = list(values(connection, ("name",)))
        also = [(one.entity_id, one.value) for one in values(connection, _ALSO)]
        party_names = {one.id: one.name for one in parties(connection)}
        clusters = names_of_clusters(connection)
        nodes = nodes_of(connection)
        proposed = hits_of_clusters(connection, proposed=True)
        states = list(values(connection, _COUNTRY, _PARTIES))
    entity_names = _shown(named)
    also += [(s.entity_id, s.value) for s in named]
    also += [(one, name) for one, every in clusters.items() for name in every]
    entries: dict[str, set[str]] = {}
    for party, found in proposed.items():
        for hit in found:
            entries.setdefault(hit.id, set()).add(party)
    known = list(listings(sanctions))
    there = {one.entity for one in known}
    for found in proposed.values():
        for hit in found:
            if hit.id not in entity_names and hit.id not in there:
                known += listing_of_dataset(hit.id, hit.datasets)
    under = {
        Listing(one.list, who, one.start, one.end, one.programmes)
        for one in known
        for who in {nodes[one.entity], *entries.get(one.entity, ())}
    }
    held = (
        *registered_stakes(told, nodes),
        *claimed_stakes(said_in(store) if said is None else said),
    )
    return Book(
        held,
        tuple(sorted(under, key=lambda one: (one.list, one.entity, one.start or ""))),
        entity_names | party_names | {one: named[0] for one, named in clusters.items()},
        nodes,
        _countries((nodes[one.entity_id], one.value) for one in states),
        _programmes(under),
        _by_asset(held),
        tuple(also),
    )


def _shown(named: Iterable[Value]) -> dict[str, str]:
    """The name to print for each entity: the first in Latin letters, else the first."""
    found: dict[str, str] = {}
    for one in named:
        held = found.get(one.entity_id)
        if held is None or (not _is_latin(held) and _is_latin(one.value)):
            found[one.entity_id] = one.value
    return found


def _is_latin(name: str) -> bool:
    return all(letter < "\u0250" for letter in name if letter.isalpha())


def _countries(told: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The country of each party of which sources state one and no other."""
    found: dict[str, set[str]] = {}
    for one, country in told:
        found.setdefault(one, set()).add(country.lower()[:2] if len(country) < 4 else country)
    return {one: next(iter(values)) for one, values in found.items() if len(values) == 1}


def _programmes(under: Iterable[Listing]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in under:
        found.setdefault(one.entity, set()).update(one.programmes)
    return {one: frozenset(named) for one, named in found.items()}


def _by_asset(held: Iterable[Stake]) -> dict[str, list[Stake]]:
    found: dict[str, list[Stake]] = {}
    for one in held:
        found.setdefault(one.asset, []).append(one)
    return found


def answers(book: Book, party: str, codes: Iterable[str], as_of: str) -> list[OwnershipAnswer]:
    """One answer for each regime.

    Raises:
        UnknownName: No such party or regime.
        BadInput: Nothing is known about who owns it.
    """
    entity = book.find(party)
    wanted = list(codes) or sorted(regimes())
    listed = book.listed_on(as_of)
    context = Context(countries=book.countries, programmes=book.programmes)
    above = book.above(entity)
    return [assess_party(entity, above, listed, code, as_of, context) for code in wanted]


def product(book: Book, party: str, code: str, as_of: str) -> Fraction | None:
    """What listed holders have in a party by look-through; for information only."""
    entity, when = book.find(party), day(as_of)
    context = Context(countries=book.countries, programmes=book.programmes)
    listed, _ = listed_under(rule_on(code, when), book.listed_on(when), context)
    return look_through_interest(book.above(entity), listed, when).get(entity)


def lines(book: Book, party: str, codes: Iterable[str], as_of: str) -> tuple[OwnershipLine, ...]:
    """The answers as the dossier prints them; none where nothing is held and nothing listed."""
    if party not in book.held_in and not any(one.entity == party for one in book.listings):
        return ()
    return tuple(_answered(book, party, code, as_of) for code in codes)


def _answered(book: Book, party: str, code: str, as_of: str) -> OwnershipLine:
    try:
        (answer,) = answers(book, party, [code], as_of)
    except BadInput:  # on no list of this regime, and nobody is known to hold anything in it
        return OwnershipLine(code, as_of, "", held=False)
    return _line(book, answer)


def _line(book: Book, answer: OwnershipAnswer) -> OwnershipLine:
    held = book.held_in.get(answer.entity, [])
    steps = "; ".join(step_text(one, book.label) for one in answer.steps)
    notes = [
        *answer.reasons,
        *(one for one in answer.cautions if one != answer.rule.unread),
        *(f"Would decide: {w}" for w in answer.would_decide),
    ]
    unknown = dict.fromkeys(book.label(s.owner) for s in held if s.share is None)
    if unknown:
        notes.append(f"Share unknown: {', '.join(unknown)}.")
    return OwnershipLine(
        answer.regime,
        answer.as_of,
        book.named(f"{steps}."),
        tuple(s.evidence for s in held if s.evidence is not None),
        "; ".join(filter(None, (*map(str, answer.rule.cites), answer.rule.unread.rstrip(".")))),
        answer.status,
        answer.basis,
        _since(book, answer),
        tuple(dict.fromkeys(book.named(with_names(one, answer, book.label)) for one in notes)),
        bool(held),
    )


def _since(book: Book, answer: OwnershipAnswer) -> str:
    """The earliest day on a list of the regime that the list states."""
    of_rule = {*answer.rule.lists, answer.rule.programme_list}
    starts = [
        one.start
        for one in book.listings
        if one.entity == answer.entity and one.list in of_rule and one.start
    ]
    return min(starts, default="") if answer.basis == "listed" else ""
