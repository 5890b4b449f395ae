"""One deed of a clause: its verb and who and what stand around it."""

from dataclasses import dataclass, field

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.segment import Span

__all__ = ["Deed"]

_OWNERS = frozenset(("Company", "Organization", "Product"))


@dataclass(slots=True)
class Deed:
    """A verb with its parties, as the clause gives them.

    Attributes:
        verb: The verb, the copula, or the attribute noun.
        kind: verb, copula, deny (否认指控) or stop (终止合同).
        subject: Words of the clause before it; None where they are left unsaid.
        topic: Who the text is about there, where the subject is left unsaid.
        object: Words after it.
        roles: What prepositions mark: to, from, by, with, at, patient, via, for, about, as.
        passive: It stands after 被 or 受, even where nobody is named.
        negated: It is not so.
        denied: Somebody denies it.
        inside: It stands in a relative clause ("该公司生产的发动机").
        start: Where its part of the clause begins.
        governed: The helping verb (拒绝, 停止) before it, if any.
    """

    verb: Atom
    kind: str = "verb"
    subject: Phrase | None = None
    topic: Phrase | None = None
    object: Phrase | None = None
    roles: dict[str, Phrase] = field(default_factory=dict)
    passive: bool = False
    negated: bool = False
    denied: bool = False
    inside: bool = False
    start: int = 0
    governed: str = ""
    rest: tuple[Atom, ...] = ()
    condition: Span | None = None
    time: Span | None = None
    company: Phrase | None = None
    before: "Deed | None" = None

    @property
    def who(self) -> Phrase | None:
        """The subject, said or carried over."""
        return self.subject or self.topic

    @property
    def owner(self) -> Phrase | None:
        """Who has a seat, a director or a range: a company or thing, not whoever speaks."""
        topic = self.topic
        if topic is not None and not any(n.schema in _OWNERS for n in topic.names()):
            return self.company or topic
        return topic

    @property
    def span(self) -> Span:
        """The words of the clause that say it."""
        ends = [self.verb.span.end]
        if self.object is not None:
            ends.append(self.object.span.end)
        ends += [p.span.end for p in self.roles.values()]
        if self.inside and self.subject is not None:
            ends.append(self.subject.span.end)
        starts = [self.verb.span.start, self.start] if self.start else [self.verb.span.start]
        starts += [p.span.start for p in self.roles.values()]
        if self.subject is not None:
            starts.append(self.subject.span.start)
        return Span(min(starts), max(ends))
