"""Clauses that leave their verb out: "A did not reply. Nor did B", "C banned it, D followed"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["elided"]

_WHO = r"(?P<who>(?:[Tt]he |[Aa]n? |[Ii]ts |[Hh]is )?(?:[\w’'&.-]+ ){0,6}?[\w’'&.-]+)"
_HELPERS = r"(?:do|does|did|has|have|had|is|are|was|were|will|would|could|can)"
_INVERTED = re.compile(
    rf"\b(?P<how>[Nn]or|[Nn]either|[Ss]o|as) {_HELPERS} {_WHO}(?=[.,;]|$| and\b| but\b| when\b)"
)
_LEFT_OUT = re.compile(
    r"(?:\A|(?<=[.!?”\"’\n]\s)|(?<=\n)|[;,] (?:and |but |while )?|\band |\bbut |\bwhile )"
    rf"{_WHO},? (?:(?P<not>{_HELPERS} not(?: yet)?"
    r"(?: done so| followed(?: suit)?)?|(?:has|have|had) yet to (?:do so|follow(?: suit)?)|"
    rf"{_HELPERS}n['’]t)|(?P<too>(?:has |have |had )?(?:since |soon |also |then |quickly )?"
    r"(?:followed(?: suit)?|did (?:so|likewise|the same)(?: too)?)))"
    r"(?: (?:in|on|a|last|this|two|three|later|earlier|soon)\b[^.;,]{0,30})?(?=[.;,]|$)"
)
_TURNS = re.compile(rf"\b(?:[Nn]or|[Nn]either|[Ss]o|as) {_HELPERS} ")
_SIGNS = ("follow", " did ", " not", "n't", "n’t", "yet to")
_ACTORS = frozenset({"sanctioned_by", "listed_by", "owned_by", "controlled_by", "supplied_to"})


def elided(s: Sentence, known: Sequence[Relation]) -> Iterator[Relation]:
    """Yield what a clause without a verb says by that of the one before.

    Args:
        s: The sentence.
        known: The relations told before it, in this sentence and the one before.
    """
    said = s.text[s.span.start : s.span.end]
    if not known:
        return
    found = list(_found(_INVERTED, s)) if _TURNS.search(said) else []
    if any(sign in said for sign in _SIGNS):
        found += _found(_LEFT_OUT, s)
    for match in found:
        who = Span(*match.span("who"))
        model = _model(match.start(), known)
        if model is None or _is_verbal(s.text[who.start : who.end]):
            continue
        if any(r.predicate == model.predicate and _tells_of(r, who) for r in known):
            continue
        yield from _copied(match, who, model, s)


def _tells_of(relation: Relation, who: Span) -> bool:
    return relation.subject.span is not None and relation.subject.span.overlaps(who)


def _found(pattern: re.Pattern[str], s: Sentence) -> Iterator[re.Match[str]]:
    return pattern.finditer(s.text, s.span.start, s.span.end)


def _is_verbal(words: str) -> bool:
    """Whether what was taken for a name holds a pronoun or a clause of its own."""
    return bool(
        re.search(r"\b(?:it|they|he|she|we|you|that|which|who|there|this|not)\b", words.lower())
    )


def _model(place: int, known: Sequence[Relation]) -> Relation | None:
    """The relation told last before a place, by a verb and of a kind that can be taken up."""
    before = [r for r in known if r.focus < place and r.predicate in _TAKEN_UP]
    return before[-1] if before else None


_TAKEN_UP = frozenset(
    "sanctioned_by listed_by prohibits comment_on denied confirmed supports urged supplied_to "
    "aware_of controls_export_of charged_with expressed_concern_over".split()
)


def _copied(match: re.Match[str], who: Span, model: Relation, s: Sentence) -> Iterator[Relation]:
    groups = match.groupdict()
    negative = groups.get("not") is not None or (groups.get("how") or "").lower() in (
        "nor",
        "neither",
    )
    polarity = model.polarity
    if negative and polarity == "asserted":
        polarity = "negated"
    start = who.start if match.re is _LEFT_OUT else match.start()
    copy = replace(
        model, span=Span(start, match.end()), focus=who.end if start == who.start else start,
        polarity=polarity, quantity=None, hedge=None, scope=None, modality="fact",
    )  # fmt: skip
    if model.predicate in _ACTORS:
        yield replace(copy, object=Argument(who))
    else:
        yield replace(copy, subject=Argument(who))
