"""Who stands behind a party of the case, by regime and day."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from enduse.case.holdings import claimed_stakes, listed_under_rules, registered_stakes
from enduse.case.resolving import hits_of_clusters
from enduse.case.weighing import said_in
from enduse.dossier import OwnershipLine
from enduse.errors import UnknownName
from enduse.graph import OwnershipAnswer, assess_party, regimes
from enduse.graph.words import step_text
from enduse.model import Stake
from enduse.names import fold
from enduse.store import Store
from enduse.store.parties import parties
from enduse.store.statements import statements

_PARTY_ID = re.compile(r"\bparty-[0-9a-f]{16}\b")
_SCHEMATA = ("Ownership", "UnknownLink")


@dataclass(frozen=True, slots=True)
class Book:
    """What the ownership rules need to know of a case.

    Attributes:
        stakes: Holdings that registers state and documents assert.
        listed: Ids by list; a party of the case counts as its proposed entries do.
        names: Id to the name that is printed.
        assumed: Party id to the entries taken for it, because nobody has decided yet.
    """

    stakes: tuple[Stake, ...]
    listed: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    assumed: Mapping[str, tuple[str, ...]]

    def label(self, entity: str) -> str:
        """The name under which an id is printed."""
        return self.names.get(entity, entity)

    def named(self, sentence: str) -> str:
        """A sentence with the names of parties in place of their ids."""
        return _PARTY_ID.sub(lambda found: self.label(found[0]), sentence)

    def find(self, party: str) -> str:
        """The id of a party given by id or by name.

        Raises:
            UnknownName: Neither; the nearest names are offered.
        """
        if party in self.names:
            return party
        wanted = fold(party)
        for one, name in self.names.items():
            if fold(name) == wanted:
                return one
        raise UnknownName("party", party, set(self.names.values()))


def book_of(store: Store) -> Book:
    """Gather stakes, listed ids and names of a case."""
    with store.read() as connection:
        told = list(statements(connection, schemata=_SCHEMATA))
        sanctions = list(statements(connection, schemata=("Sanction",)))
        entity_names = {s.entity_id: s.value for s in statements(connection, prop="name")}
        party_names = {one.id: one.name for one in parties(connection)}
        proposed = {
            party: tuple(sorted(hit.id for hit in found))
            for party, found in hits_of_clusters(connection, proposed=True).items()
        }
    under = listed_under_rules(sanctions)
    listed = {
        name: frozenset(ids) | {p for p, found in proposed.items() if ids & set(found)}
        for name, ids in under.items()
    }
    held = (*registered_stakes(told), *claimed_stakes(said_in(store)))
    return Book(held, listed, entity_names | party_names, proposed)


def answers(book: Book, party: str, codes: Iterable[str], as_of: str) -> list[OwnershipAnswer]:
    """One answer for each regime.

    Raises:
        UnknownName: No such party or regime.
        BadInput: Nothing is known about who owns it.
    """
    entity = book.find(party)
    wanted = list(codes) or sorted(regimes())
    return [assess_party(entity, book.stakes, book.listed, code, as_of) for code in wanted]


def lines(book: Book, party: str, codes: Iterable[str], as_of: str) -> tuple[OwnershipLine, ...]:
    """The answers as the dossier prints them; none where no holding in the party is known."""
    if not any(stake.asset == party for stake in book.stakes):
        return ()
    return tuple(_line(book, one) for one in answers(book, party, codes, as_of))


def _line(book: Book, answer: OwnershipAnswer) -> OwnershipLine:
    steps = "; ".join(step_text(one, book.label) for one in answer.steps)
    said = [answer.status.replace("_", " "), steps, *answer.reasons]
    if answer.would_decide:
        said.append(f"Would decide: {'; '.join(answer.would_decide)}")
    if answer.entity in book.assumed and answer.basis == "listed":
        entries = ", ".join(book.assumed[answer.entity])
        said.append(f"This takes the entries {entries} for the same party")
    held = [stake for stake in book.stakes if stake.asset == answer.entity]
    unknown = dict.fromkeys(book.label(s.owner) for s in held if s.share is None)
    if unknown:
        said.append(f"Share unknown: {', '.join(unknown)}")
    sentence = " ".join(f"{one.rstrip('.')}." for one in said if one)
    evidence = tuple(s.evidence for s in held if s.evidence is not None)
    basis = "; ".join(str(cite) for cite in answer.rule.cites)
    return OwnershipLine(answer.regime, answer.as_of, book.named(sentence), evidence, basis)
