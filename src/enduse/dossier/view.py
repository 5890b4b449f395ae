"""What a dossier shows, as data: the case hands it over, the writers only lay it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from enduse.assess import Said
from enduse.graph import NetworkPicture
from enduse.model import Evidence, Finding, Hit, Issue, Source, Statement


@dataclass(frozen=True, slots=True)
class ListRead:
    """A list or register of the case, in its version.

    Attributes:
        dataset: Its name ("us_ofac_sdn").
        label: Publisher and day, as the analyst stated them.
        files: Names of its files.
        entities: How many parties it names.
        version: First twelve hex digits of the hash over its files.
    """

    dataset: str
    label: str
    files: tuple[str, ...]
    entities: int
    version: str


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence made from a record, with the words it rests on."""

    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ListEntry:
    """What a list says about one entity.

    Attributes:
        hit: The entry as found, with score and explanation.
        number: The entry's own number in the list ("46441").
        facts: Statements about it: names, identifiers, dates, addresses, remarks.
        listings: Each measure: authority, programme, what it is, since when.
        links: Whom the list ties it to.
        related: Statements about the sanctions, addresses and links of the entity.
        judged: Who judged it the same party, when and why; empty where nobody has.
        proposed: Best entry of its list and at or above the threshold; the others are of a
            like name only.
    """

    hit: Hit
    number: str
    facts: tuple[Statement, ...]
    listings: tuple[Told, ...] = ()
    links: tuple[Told, ...] = ()
    related: tuple[Statement, ...] = ()
    judged: str = ""
    proposed: bool = True


@dataclass(frozen=True, slots=True)
class OwnershipLine:
    """One answer about who owns the party, under one regime on one day.

    Attributes:
        regime: "US", "EU", "UK", "BIS".
        as_of: The day asked about.
        sentence: The chain in words, with its arithmetic.
        evidence: Words of each stake it rests on.
        basis: Legal text, with its date.
        status: The regime's own status word ("blocked").
        ground: By what ("listed", "ownership"...).
        since: First day on the list, where it is listed itself and the list says so.
        notes: What must be looked at, and what would decide an open answer.
        held: Somebody is known to hold something in the party.
    """

    regime: str
    as_of: str
    sentence: str
    evidence: tuple[Evidence, ...] = ()
    basis: str = ""
    status: str = ""
    ground: str = ""
    since: str = ""
    notes: tuple[str, ...] = ()
    held: bool = True


@dataclass(frozen=True, slots=True)
class Proof:
    """A quotation and where a click on it leads; an empty anchor leads nowhere."""

    evidence: Evidence
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """One relation of a way, in words.

    Attributes:
        sentence: "Somebody works with somebody".
        origins: Independent origins.
        contested: Somebody denies it, or sources contradict each other.
        circumstantial: It follows from something shared, and nobody says it.
        proofs: Its quotations.
    """

    sentence: str
    origins: int
    contested: bool
    circumstantial: bool
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Tied:
    """What the network says of one party.

    Attributes:
        sentence: "Three of four ways run through it", "two parties share an address".
        hops: The relations behind it.
        proofs: Quotations, where no relation is behind it.
    """

    sentence: str
    hops: tuple[Hop, ...] = ()
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyPage:
    """Everything the dossier says about one party.

    Attributes:
        left_out: Claims about it that the case holds and the dossier has no room for.
    """

    id: str
    name: str
    schema: str
    names: tuple[str, ...]
    claims: tuple[Said, ...]
    findings: tuple[Finding, ...]
    entries: tuple[ListEntry, ...] = ()
    ownership: tuple[OwnershipLine, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document as the dossier prints it.

    Attributes:
        source: Its description.
        text: Its canonical text.
        parts: Where each page or part of the original begins in the text, and what it is called.
    """

    source: Source
    text: str
    parts: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a list, quoted whole.

    Attributes:
        anchor: Where other parts of the dossier point to.
        source: The file.
        part: "row 118".
        text: The row as written.
    """

    anchor: str
    source: Source
    part: str
    text: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a very large case holds and its dossier has no room for.

    Attributes:
        claims: How many claims.
        parties: How many parties, of whom nothing but such claims is known.
        findings: How many findings of each kind.
    """

    claims: int = 0
    parties: int = 0
    findings: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One case, ready to be handed over.

    Attributes:
        question: What the case is to answer.
        made: When, UTC.
        version: Of enduse.
        parties: One page each, the weightiest first.
        documents: Whole texts, in the order of their days.
        records: Rows of lists that are cited.
        lists: What was screened against.
        issues: What could not be read.
        other_claims: Claims about none of the parties; nothing that was said is left out.
        network_svg: The picture on the page.
        network: The whole network, to be written as a file of its own.
        between: Likely intermediaries, each with what the measures say.
        shared: What parties have in common.
        ways: From parties that are on no list to restricted ones.
        threshold: Lowest score at which an entry is proposed.
        sources: All files by hash.
        left_out: What was too much to be shown.
    """

    question: str
    made: str
    version: str
    parties: tuple[PartyPage, ...]
    documents: tuple[SourceText, ...]
    records: tuple[Record, ...]
    lists: tuple[ListRead, ...]
    issues: tuple[Issue, ...]
    other_claims: tuple[Said, ...] = ()
    network_svg: str = ""
    network: NetworkPicture = NetworkPicture((), ())
    between: tuple[Tied, ...] = ()
    shared: tuple[Tied, ...] = ()
    ways: tuple[Tied, ...] = ()
    threshold: float = 0.0
    sources: dict[str, Source] = field(default_factory=dict)
    left_out: LeftOut = LeftOut()

    def claims(self) -> dict[str, Said]:
        """Every claim once, by its id."""
        told = (one for page in self.parties for one in page.claims)
        return {one.claim.id: one for one in (*told, *self.other_claims)}

    def findings(self, kind: str) -> tuple[Finding, ...]:
        """Findings of one kind over all parties, each once."""
        found = {one.id: one for page in self.parties for one in page.findings}
        return tuple(one for one in found.values() if one.kind == kind)
