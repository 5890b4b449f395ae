"""What every language's patterns hand on: a relation between two places of the text.

A relation finder is a function `relations(reading) -> tuple[Relation, ...]`; what it gets is
in `reading.Reading`. Names are not resolved here: an argument is a place (its words are
looked up among the mentions afterwards) or, where no words stand for it, a text.
"""

from dataclasses import dataclass

from enduse.extract.segment import Span


@dataclass(frozen=True, slots=True)
class Argument:
    """The subject or object of a relation.

    Attributes:
        span: Its words; None where the text has none of its own for it.
        text: How to name it instead ("the program", "Russian state"); None to take the
            mention inside the span or, failing that, the words themselves.
    """

    span: Span | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation before names are resolved and speakers attached.

    Attributes:
        span: The words that say it: the quotation.
        predicate: A word of `extract/data/predicates.yml`.
        subject: What it is about.
        object: What the subject is related to; None for a bare value.
        focus: Where its verb or sign stands: decides the clause, hence its speaker.
        quantity: Where its number stands; None if it has none.
        stated: Number and unit where words that are no numeral say them ("wholly owned").
        own_voice: True for what the writer says in passing (an apposition, a role, a name
            in brackets, a declined comment): the speaker of the sentence does not say it.
        polarity: asserted, negated, denied, declined_to_comment, no_response.
        modality: As in `model.Claim`.
        hedge: The words that weaken it, if any.
        impersonal: The words that put it into nobody's mouth ("are considered"), if any.
        speaker: Who says it, where its own subject does ("the sources liken it to").
        cue: The verb with which that speaker says it; None for the first word at `focus`.
        scope: Where its date may stand; None for the quotation.
        standing: It holds whoever spoke in the sentence before: no voice is carried over to it.
    """

    span: Span
    predicate: str
    subject: Argument
    object: Argument | None
    focus: int
    quantity: Span | None = None
    own_voice: bool = False
    polarity: str = "asserted"
    modality: str = "fact"
    hedge: Span | None = None
    impersonal: Span | None = None
    speaker: Span | None = None
    cue: Span | None = None
    scope: Span | None = None
    standing: bool = False
    stated: tuple[float, str] | None = None
