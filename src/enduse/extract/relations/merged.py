"""Relations found in two ways made one list, in which each is said once."""

from collections.abc import Iterable
from dataclasses import replace

from enduse.extract.relations.predicates import predicates
from enduse.extract.relations.relation import Argument, Relation

__all__ = ["merged"]

# What a reader takes as known of somebody: it is not carried over from the speaker before.
_STANDING = frozenset(
    "located_in holds_share_in controlled_by founded address employed_by registered_in began "
    "headquartered_in jurisdiction member_of risks".split()
)
# Families in which one deed may be told by two of their predicates.
_MADE = frozenset(("produces", "can_produce", "has_capacity"))
_ALIKE = frozenset("supply response restriction ownership role place assessment".split())


def merged(first: Iterable[Relation], then: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return the relations of both, without those of the second that the first says already.

    Args:
        first: What was read by the structure of the clause.
        then: What was found by pattern.
    """
    kept: list[Relation] = []
    for relation in (*first, *then):
        near = [k for k in kept if k.span.overlaps(relation.span)]
        if not any(_same(k, relation) for k in near):
            kept.append(_settled(relation))
    return tuple(sorted(kept, key=lambda r: (r.span, r.predicate)))


def _settled(relation: Relation) -> Relation:
    return replace(relation, standing=relation.predicate in _STANDING)


def _same(a: Relation, b: Relation) -> bool:
    """Whether two relations whose words overlap say the same."""
    if a.predicate != b.predicate and not _may_stand_for(a.predicate, b.predicate):
        return False
    if a.quantity is not None and b.quantity is not None:
        return a.quantity.overlaps(b.quantity)
    if a.predicate in _MADE and a.predicate != b.predicate:
        return False
    subject = _shared(a.subject, b.subject)
    target = a.object is not None and _shared(a.object, b.object)
    if a.predicate == b.predicate:
        return (
            subject
            and (target or not _both_named(a.object, b.object))
            or bool(target and not _both_named(a.subject, b.subject))
        )
    return subject and target


def _may_stand_for(a: str, b: str) -> bool:
    if a in _MADE and b in _MADE:
        return True
    known = predicates()
    family = known[a].family if a in known else ""
    return family in _ALIKE and b in known and known[b].family == family


def _shared(a: Argument | None, b: Argument | None) -> bool:
    if a is None or b is None:
        return a is b
    if a.span is not None and b.span is not None:
        return a.span.overlaps(b.span)
    return a.text is not None and a.text == b.text


def _both_named(a: Argument | None, b: Argument | None) -> bool:
    """Whether both are names of their own, so that they may be two different ones."""
    if a is None or b is None:
        return False
    if a.span is None or b.span is None:
        return a.text is not None and b.text is not None and a.text != b.text and _apart(a, b)
    return not a.span.overlaps(b.span)


def _apart(a: Argument, b: Argument) -> bool:
    """Whether two arguments told by their words have none in common: «насосы» and «клапаны»."""
    return set((a.text or "").split()).isdisjoint((b.text or "").split())
