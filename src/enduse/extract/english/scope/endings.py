"""What an ending says of what ended: "stopped deliveries to X", "to cease its support"."""

import re
from collections.abc import Iterator

from enduse.extract.english.scope.modality import Firmness
from enduse.extract.english.syntax.nounframes import head_noun
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.syntax.subjects import subject_of
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["ENDINGS", "WISHES", "endings"]

WISHES = frozenset(
    "urge ask call call_on call_upon allow tell request order press pressure encourage invite "
    "forbid require need aware unaware instruct demand advise".split()
)
ENDINGS = frozenset(
    "cease stop end halt suspend discontinue terminate cut_off break_off cancel sever".split()
)
_ENDED = {
    "export": "exported_to",
    "shipment": "shipped_to",
    "delivery": "delivered_to",
    "sale": "supplied_to",
    "supply": "supplied_to",
    "contract": "contracted_with",
    "agreement": "contracted_with",
    "cooperation": "works_with",
    "collaboration": "works_with",
    "partnership": "works_with",
}


def endings(p: Predicate, s: Sentence, firm: Firmness) -> Iterator[Relation]:
    """Yield what no longer holds, and what an appeal to end it takes for granted."""
    chunk = s.chunks[p.chunk]
    if chunk.lemma not in ENDINGS or p.object is None or p.subject is None:
        return
    yield from _presupposed(p, s)
    if not chunk.passive and firm.polarity == "asserted":
        yield from _ended(p, s, firm)


def _ended(p: Predicate, s: Sentence, firm: Firmness) -> Iterator[Relation]:
    """The dealing that is over: "ended its contract with X", "stopped exports to X"."""
    if p.object is None or p.subject is None:
        return
    noun = head_noun(p.object.first, s)
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    predicate = _ENDED.get(singular)
    for name, phrase in p.prepositions:
        if predicate is not None and name in ("to", "with"):
            whole, verb = s.span_of(phrase), s.chunk_span(p.chunk)
            yield Relation(
                Span(verb.start, whole.end),
                predicate,
                Argument(s.span_of(p.subject)),
                Argument(whole),
                verb.start,
                polarity="negated",
                modality=firm.modality,
                hedge=firm.hedge,
            )
            return


_SUPPORT = re.compile(r"\b(?:support|assistance|aid|backing)\b", re.IGNORECASE)


def _appealer(p: Predicate, s: Sentence) -> tuple[Span | None, Span | None]:
    """Who urges and by which verb, where the verb stands under an appeal."""
    for j in range(p.chunk - 1, max(-1, p.chunk - 6), -1):
        if s.kind(j) == "V" and s.chunks[j].lemma in WISHES:
            who = subject_of(j, s)
            return (s.span_of(who), s.chunk_span(j)) if who is not None else (None, None)
    return None, None


def _presupposed(p: Predicate, s: Sentence) -> Iterator[Relation]:
    """What an appeal takes for granted: "urged China to cease its support for the war"."""
    if p.object is None or p.subject is None:
        return
    span = s.span_of(p.object)
    if not _SUPPORT.search(s.text, span.start, span.end):
        return
    for name, phrase in p.prepositions:
        if name in ("for", "to", "of"):
            whole = s.span_of(phrase)
            speaker, cue = _appealer(p, s)
            yield Relation(
                Span(span.start, whole.end),
                "supports",
                Argument(s.span_of(p.subject)),
                Argument(whole),
                span.start,
                modality="presupposed",
                speaker=speaker,
                cue=cue,
            )
            return
