"""When a firm came into being: "was founded in 2015", "set up in May by a former captain"."""

from collections.abc import Iterator

from enduse.extract.english.facts.adjuncts import weight
from enduse.extract.english.scope.modality import Firmness
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.words.lexicon import pattern
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["milestones"]

_FOUNDING = frozenset("found establish set_up incorporate create form constitute".split())
_FIRM = pattern(
    r"{firm}|{house}|{site}|institution|(?-i:^(?:the )?[A-Z])|^(?:it|they|both|which|that)\b"
)


def milestones(p: Predicate, s: Sentence, firm: Firmness) -> Iterator[Relation]:
    """Yield the date at which a firm was founded."""
    chunk = s.chunks[p.chunk]
    if chunk.lemma not in _FOUNDING or not chunk.passive or p.subject is None:
        return
    founded, when = s.span_of(p.subject), _when(p, s)
    if when is None or not _FIRM.search(s.text[founded.start : founded.end]):
        return
    verb = s.chunk_span(p.chunk)
    yield Relation(
        Span(verb.start, when.end),
        "began",
        Argument(founded),
        Argument(when),
        verb.start,
        **weight(firm),
    )


def _when(p: Predicate, s: Sentence) -> Span | None:
    """The time that stands behind the verb and before another clause."""
    at = p.chunk + 1
    while at < len(s.chunks) and s.kind(at) in "NEYRC" and not s.chunks[at].finite:
        if s.kind(at) == "Y":
            return s.chunk_span(at)
        at += 1
    return None
