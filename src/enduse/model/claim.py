"""What one source says about mentions, before anybody is identified."""

from dataclasses import dataclass

from enduse.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of text that names something.

    Attributes:
        id: Identity of the thing named within its document; mentions of one thing share it.
        text: The name as written at this place.
        schema: FtM schema it is taken for ("Company", "Person", "Product"...).
        evidence: The place.
        name: The fullest form of the name that the document uses.
    """

    id: str
    text: str
    schema: str
    evidence: Evidence
    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """The subject or object of a claim: how it is named and, if known, which mention it is."""

    text: str
    schema: str | None = None
    id: str | None = None


UNNAMED_OUTLET = "outlet:unnamed"
"""The name of the outermost voice where nobody has said who published the document."""
_IN_WORDS = {UNNAMED_OUTLET: "the document", "unspecified": "somebody not named"}


def voice_in_words(name: str) -> str:
    """A voice as a reader is shown it.

    Example:
        >>> voice_in_words("outlet:unnamed")
        'the document'
    """
    return _IN_WORDS.get(name, name)


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of an attribution chain.

    Attributes:
        name: Who speaks, as the text names them.
        kind: outlet, agency, government, company, person, document, anonymous, unspecified.
        explicit: False where the voice carries over from a sentence before.
    """

    name: str
    kind: str
    explicit: bool = True


@dataclass(frozen=True, slots=True)
class Hedge:
    """The words that weaken a claim, with their place in the canonical text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Conversion:
    """The same quantity stated again in another unit: "50 kg (110 pounds)"."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing one source says, with its words, its speakers and its doubts.

    Attributes:
        id: Derived from the source and the claim's own content, so that it is stable.
        evidence: The words, re-findable in the canonical text.
        subject: What it is about.
        predicate: A word of `extract/data/predicates.yml`.
        object: What the subject is related to; None for a bare value.
        value: The number stated, in `unit`; None where there is none.
        unit: Unit as stated ("km", "kg", "sources", "USD").
        bound: at_most, at_least, more_than, less_than, about; None where exact.
        attribution: Chains of voices, outermost first; several where several speak.
        attribution_cue: Words that attribute; None in the outlet's own voice.
        polarity: asserted, negated, denied, declined_to_comment, no_response.
        modality: fact, capability, possible, planned, assessed, hearsay, conditional,
            probable, unconfirmed, obligation, presupposed.
        hedge: The words that weaken it.
        date: When it is said to be so, as an ISO prefix or an interval "a/b".
        conversions: The value in other units, as stated.
    """

    id: str
    evidence: Evidence
    subject: Named
    predicate: str
    object: Named | None = None
    value: float | None = None
    unit: str | None = None
    bound: str | None = None
    attribution: tuple[tuple[Voice, ...], ...] = ()
    attribution_cue: str | None = None
    polarity: str = "asserted"
    modality: str = "fact"
    hedge: Hedge | None = None
    date: str | None = None
    conversions: tuple[Conversion, ...] = ()
