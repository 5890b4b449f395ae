"""What somebody should do or has to do: "banks should ask", "dealers will have to ask"."""

import re
from collections.abc import Iterator

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.syntax.roles import fill
from enduse.extract.english.words.lexicon import Role
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["advised", "bound"]

_REST = Role(("R",))
_ACTORS = re.compile(
    r"\b(?:governments?|EU|Union|Commission|Brussels|Washington|London|Berlin|Paris|Kyiv|Beijing|"
    r"ministr(?:y|ies)|services?|offices?|states|authorit(?:y|ies)|banks?|compan(?:y|ies)|makers?|"
    r"manufacturers?|exporters?|firms?|suppliers?|distributors?|councils?|committees?|regulators?|"
    r"agenc(?:y|ies)|parliaments?|congress|west|allies|customs|countries|departments?|minister)\b",
    re.IGNORECASE,
)
# Whoever trades or carries has duties too.
_TRADERS = re.compile(
    r"\b(?:dealers?|traders?|brokers?|insurers?|owners?|buyers?|sellers?|importers?|carriers?|"
    r"shippers?|forwarders?|producers?|lenders?|universit(?:y|ies))\b",
    re.IGNORECASE,
)
_HAS_TO = re.compile(r"\b(?:must|(?:have|has) to|is supposed to|are supposed to)\b")


def advised(s: Sentence, preds: tuple[Predicate, ...]) -> Iterator[Relation]:
    """Yield what somebody should do, in the words of whoever advises it."""
    for p in preds:
        if "should" in s.chunks[p.chunk].helpers[:1]:
            yield from _deed(p, s, "urged", _ACTORS)


def bound(s: Sentence, preds: tuple[Predicate, ...]) -> Iterator[Relation]:
    """Yield what a trade or an office has to do: "Dealers will have to ask more questions"."""
    for p in preds:
        if _HAS_TO.search(f"{s.words(p.chunk)} "):
            for who in (_ACTORS, _TRADERS):
                yield from _deed(p, s, "responsible_for", who)


def _deed(p: Predicate, s: Sentence, predicate: str, who: re.Pattern[str]) -> Iterator[Relation]:
    chunk = s.chunks[p.chunk]
    if chunk.passive or p.subject is None:
        return
    subject = s.span_of(p.subject)
    deed = fill(_REST, p, s)
    if deed is None or deed.span is None or not who.search(s.text[subject.start : subject.end]):
        return
    verb = s.tagged.tokens[chunk.last].start
    yield Relation(
        Span(subject.start if subject.start < verb else verb, deed.span.end),
        predicate,
        Argument(subject),
        Argument(Span(verb, deed.span.end)),
        s.chunk_span(p.chunk).start,
        modality="obligation",
        polarity="negated" if chunk.negated else "asserted",
    )
