"""A Chinese sentence while it is read, and what the clauses before leave for the next."""

from dataclasses import dataclass, field

from enduse.extract.chinese.frames.phrases import Clause, Phrase
from enduse.extract.chinese.frames.table import table
from enduse.extract.mentions.found import Found
from enduse.extract.reading import Reading
from enduse.extract.relations.relation import Relation
from enduse.extract.relations.skeleton import Skeleton
from enduse.extract.segment import Span

__all__ = ["HOLDERS", "Sentence", "State", "is_property", "remember"]

HOLDERS = frozenset(("Company", "Organization", "PublicBody", "LegalEntity"))


@dataclass(slots=True)
class State:
    """What the clauses before leave for those that name no subject.

    Attributes:
        subject: The subject of the clause before.
        company: The organisation last spoken of as a subject.
        product: The product last named.
        person: The person last named.
        held: The company a share of which was spoken of last.
        goods: The goods last dealt in.
        listed: Who was put on a list last, and by whom.
    """

    subject: Phrase | None = None
    company: Found | None = None
    product: Found | None = None
    person: Found | None = None
    held: Found | None = None
    goods: Phrase | None = None
    listed: Relation | None = None


@dataclass(slots=True)
class Sentence:
    """A sentence with its skeleton and the state it was read in."""

    reading: Reading
    span: Span
    bones: Skeleton
    state: State = field(default_factory=State)


def is_property(words: str) -> bool:
    """Whether a subject is only a property of the one before: 总部, 航程."""
    return any(words.startswith(n) for n in table().relational) or any(
        words.startswith(m) for m in table().measures
    )


def remember(sentence: Sentence, clause: Clause, own: Phrase | None) -> None:
    """Keep the subject of a clause and the names in it for the clauses after it."""
    state = sentence.state
    if own is not None and (own.mentions or own.words and not is_property(own.words)):
        state.subject = own
        head = own.mentions[-1] if own.mentions else None
        if head is not None and head.schema in HOLDERS and head.kind != "source":
            state.company = head
    mentions = [m for p, m in sentence.bones.mentions.items() if clause.start <= p < clause.end]
    state.product = next((m for m in reversed(mentions) if m.schema == "Product"), state.product)
    state.person = next((m for m in reversed(mentions) if m.schema == "Person"), state.person)
    if state.company is None:
        state.company = next(
            (m for m in mentions if m.schema in HOLDERS and m.kind != "source"), None
        )
