"""What attribution finds: who says what, by which words, and what their verb implies."""

from dataclasses import dataclass

from enduse.extract.segment import Span

__all__ = ["IMPLICATIONS", "KINDS", "Attribution", "Speaker"]

KINDS = (
    "outlet",
    "agency",
    "government",
    "company",
    "person",
    "document",
    "anonymous",
    "unspecified",
)
IMPLICATIONS = (
    "states",
    "claims",
    "confirms",
    "denies",
    "warns",
    "declines",
    "promises",
    "plans",
    "expects",
    "assesses",
    "suggests",
    "asks",
    "urges",
    "accuses",
    "supports",
    "seems",
    "relays",
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of a chain of attribution.

    Attributes:
        text: The words that name it, as written.
        kind: One of `KINDS`.
        span: Their place; None for a voice that the text does not name.
    """

    text: str
    kind: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words of a text that put other words of it into somebody's mouth.

    Attributes:
        cue: The attributing words ("also told", "according to", "据…称"), in pieces.
        source: Who speaks; None in a passive ("is said to") and where nobody is named.
        content: What they say, in pieces; empty where only the speaking is reported.
        kind: Kind of the source, one of `KINDS`; "unspecified" where there is no source.
        implies: What the cue implies, one of `IMPLICATIONS`.
        verb: Dictionary form of the cue ("say", "according to").
        chains: One chain for each voice that speaks ("two officials and documents seen by
            Reuters" are two), from the outermost to the one whose words these are. Documents
            reviewed by Reuters speak through Reuters; a report of a company is the company's
            voice, heard through the document. The source itself is among them.
        negated: The cue is negated ("did not confirm").
        inside: Index, in the same result, of the attribution whose content holds this one.
    """

    cue: tuple[Span, ...]
    source: Span | None
    content: tuple[Span, ...]
    kind: str
    implies: str
    verb: str
    chains: tuple[tuple[Speaker, ...], ...] = ()
    negated: bool = False
    inside: int | None = None
