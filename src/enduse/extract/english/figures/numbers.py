"""Numbers that a claim's own words state: "14 cameras were released", "a wholly owned unit"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.quantities import Quantity
from enduse.extract.relations.relation import Relation
from enduse.extract.segment import Span

__all__ = ["numbered"]

# Of names, judgements and purposes no number is asked.
_NUMBERLESS = frozenset(
    "alias calls same_as has_purpose assessed_as address comment_on position_at director_of "
    "member_of headquartered_in jurisdiction registered_in".split()
)
_SHARED = frozenset("owned_by owns subsidiary_of holds_share_in owner_of controlled_by".split())
_OPENING = (
    r"(?:(?:the|an?|its|their|his|her|these|those|all|some|other|others|first|last|next|another|"
    r"only|just|about|around|further|additional|more|than|at|least|up|to|over|nearly|almost|"
    r"remaining|latest|same|of|both)\s)*"
)
# "A first batch of 60 rounds": the thing counted stands in a part or a lot.
_HEADING = re.compile(rf"{_OPENING}(?:(?:[\w-]+\s){{1,3}}of\s{_OPENING})?$", re.IGNORECASE)


def numbered(
    s: Sentence, found: list[Relation], counted: tuple[Quantity, ...]
) -> Iterator[Relation]:
    """Yield the relations of a sentence, each with the number that its own phrases state.

    Args:
        s: The sentence.
        found: What is told of it.
        counted: The numbers of the text.
    """
    low = bisect_left(counted, s.span.start, key=lambda q: q.span.start)
    high = bisect_left(counted, s.span.end, key=lambda q: q.span.start)
    here = [q for q in counted[low:high] if q.kind != "ordinal" and _is_said(q)]
    for relation in found:
        if relation.quantity is not None and _inside(relation.quantity, here):
            yield relation
        elif relation.predicate in _SHARED:
            yield replace(relation, stated=_portion(relation.span, s))
        elif relation.predicate in _NUMBERLESS or not here:
            yield relation
        else:
            yield replace(relation, quantity=_own(relation, here, s) or relation.quantity)


def _is_said(quantity: Quantity) -> bool:
    return quantity.value is not None or quantity.low is not None


def _inside(span: Span, counted: list[Quantity]) -> bool:
    return any(q.span.overlaps(span) for q in counted)


def _own(relation: Relation, counted: list[Quantity], s: Sentence) -> Span | None:
    """The number that heads the object, else the subject."""
    for argument in (relation.object, relation.subject):
        if argument is None or argument.span is None:
            continue
        for quantity in counted:
            if quantity.span.within(argument.span) and _heads(quantity, argument.span, s):
                return quantity.span
    return _only(relation, counted, s)


def _only(relation: Relation, counted: list[Quantity], s: Sentence) -> Span | None:
    """The one number after the verb, where no other stands there: "tested for 300 hours"."""
    after = [q for q in counted if relation.focus <= q.span.start < relation.span.end]
    if len(after) != 1 or s.text[after[0].span.end : after[0].span.end + 1] == "-":
        return None
    if after[0].kind == "count" and after[0].per is None:
        return None  # what is counted stands in another phrase
    between = s.text[relation.focus : after[0].span.start]
    return after[0].span if "," not in between and after[0].value != 1 else None


def _heads(quantity: Quantity, whole: Span, s: Sentence) -> bool:
    """Whether a number counts what the phrase is about: not "a 58-year-old", "one of them"."""
    if quantity.value == 1 or s.text[quantity.span.end : quantity.span.end + 1] == "-":
        return False
    if quantity.unit_span is not None and "-" in s.text[quantity.span.start : quantity.span.end]:
        return False
    return _HEADING.match(s.text, whole.start, quantity.span.start) is not None


# Parts in words that are exact; "a majority" and "a third" have no number that the text states.
_PORTIONS = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), value)
    for words, value in (
        (
            r"(?:wholly|fully|entirely)[ -]owned|(?:sole|only) (?:owner|shareholder|proprietor)",
            100.0,
        ),
        (r"three[ -]quarters", 75.0),
        (r"(?:in|two) equal (?:parts|shares|halves)|half", 50.0),
        (r"(?:a|one)[ -]quarter", 25.0),
        (r"(?:a|one)[ -]fifth", 20.0),
        (r"(?:a|one)[ -]tenth", 10.0),
    )
)


def _portion(span: Span, s: Sentence) -> tuple[float, str] | None:
    for words, value in _PORTIONS:
        if words.search(s.text, span.start, span.end):
            return value, "%"
    return None
