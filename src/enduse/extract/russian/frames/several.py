"""A relation told again of the others it holds for: lists, gapped clauses, «включая X и Y»."""

from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.relations.predicates import predicates
from enduse.extract.relations.relation import Relation
from enduse.extract.russian.clauses import Clause, Phrase
from enduse.extract.russian.frames.lists import gaps, joined
from enduse.extract.russian.frames.sentence import Sentence, argument, place_of
from enduse.extract.russian.frames.table import Frame
from enduse.extract.segment import Span

__all__ = ["members", "of_gaps", "of_lists"]


def of_lists(
    sentence: Sentence,
    frame: Frame,
    relation: Relation,
    filled: tuple[Phrase | None, Phrase | None, Phrase | None],
) -> Iterator[Relation]:
    """The same of the other members of a list that is subject or object."""
    subject, target, value = filled
    own = value if value is target else None
    if target is not None and not frame.words:
        for member in joined(sentence, target):
            place = place_of(sentence, member)
            number = place if member.counted else relation.quantity if own is None else None
            yield replace(
                relation,
                span=_wider(relation.span, place),
                object=argument(sentence, member),
                quantity=number,
            )
    if subject is not None and subject in sentence.phrases and subject is not target:
        for member in joined(sentence, subject):
            place = place_of(sentence, member)
            span = _wider(relation.span, place)
            yield replace(relation, span=span, subject=argument(sentence, member))


def of_gaps(
    sentence: Sentence, clause: Clause, relation: Relation, target: Phrase | None
) -> Iterator[Relation]:
    """The same of those whom a clause without a verb names: «а та — заводу»."""
    if target is None or not _is_supply(relation.predicate):
        return
    for agent, receiver, number in gaps(sentence, clause, target):
        told = [p for p in (agent, number, receiver) if p is not None]
        span = sentence.bones.span(told[0].start, told[-1].end)
        yield replace(
            relation,
            span=span,
            subject=argument(sentence, agent) if agent is not None else relation.subject,
            object=argument(sentence, receiver),
            quantity=place_of(sentence, number) if number is not None else None,
        )


def _is_supply(predicate: str) -> bool:
    """Whether a predicate tells of what goes from one to another."""
    known = predicates()
    return predicate in known and known[predicate].family == "supply"


def _wider(span: Span, place: Span) -> Span:
    return Span(min(span.start, place.start), max(span.end, place.end))


def members(sentence: Sentence, phrase: Phrase) -> Iterator[Phrase]:
    """«12 организаций, включая X и Y»: X and Y, one by one."""
    opened = False
    last = phrase.last
    for after in (p for p in sentence.phrases if p.first >= phrase.last):
        between = " ".join(t.low for t in sentence.words[last : after.first])
        if after.prep in ("включая", "среди") or after.lemma == "число":
            opened = True
        elif between not in (",", "и", ", а также", ", и", ""):
            return
        last = after.last
        if opened and after.head.mention is not None and after.head.mention.schema != "Address":
            yield after
