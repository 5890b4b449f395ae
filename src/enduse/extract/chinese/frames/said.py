"""One thing that a clause says, before its words are looked up: a row of what frames read."""

from dataclasses import dataclass

from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.segment import Span

__all__ = ["Said"]


@dataclass(slots=True)
class Said:
    """A predicate with its parties.

    Attributes:
        predicate: What is said.
        subject: About whom; a phrase, or words of our own.
        object: To what; None for a bare value.
        quantity: Where its number stands.
        span: The quotation, where it is not that of the deed.
        polarity: Where the construction itself decides it.
        modality: Likewise.
        own: The writer says it in passing.
        words: The object is named by its own words, whatever names stand in it.
        standing: It holds whoever speaks before: not carried over from another sentence.
    """

    predicate: str
    subject: Phrase | str | None
    object: Phrase | str | Span | None = None
    quantity: Span | None = None
    span: Span | None = None
    polarity: str | None = None
    modality: str | None = None
    own: bool = False
    words: bool = False
