"""Who says what a verb says: the writer in passing, its own subject, whoever denies it, nobody."""

from typing import TypedDict

from enduse.extract.english.scope.denials import DENIES
from enduse.extract.english.scope.modality import Firmness
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.syntax.subjects import subject_of
from enduse.extract.english.words.lexicon import Alternative
from enduse.extract.segment import Span

__all__ = ["in_passing", "nobodys", "voice"]


def nobodys(alternative: Alternative, p: Predicate, s: Sentence) -> Span | None:
    """The words of "is considered", where nobody is named who considers."""
    chunk = s.chunks[p.chunk]
    by_somebody = any(name == "by" for name, _ in p.prepositions)
    impersonal = alternative.predicate == "assessed_as" and chunk.passive and not by_somebody
    return s.chunk_span(p.chunk) if impersonal and chunk.form == "fin" else None


_LIKENS = frozenset({"liken", "compare", "describe", "regard", "view", "deem", "consider"})
_CALLS = frozenset({"call", "label", "dub", "brand"})


class _Spoken(TypedDict):
    speaker: Span | None
    cue: Span | None


def voice(predicate: str, p: Predicate, s: Sentence, firm: Firmness) -> _Spoken:
    """Who says it, where a verb of the sentence tells: who likens, who denies a deed."""
    chunk = s.chunks[p.chunk]
    judges = chunk.lemma in _CALLS and predicate == "assessed_as"
    likens = chunk.lemma in _LIKENS and predicate != "plans"
    if (judges or likens) and not chunk.passive and p.subject is not None:
        return {"speaker": s.span_of(p.subject), "cue": None}
    if chunk.lemma in DENIES and predicate != "denied" and not chunk.passive and p.subject:
        return {"speaker": s.span_of(p.subject), "cue": s.chunk_span(p.chunk)}
    if firm.polarity == "denied" and chunk.form == "ing":
        for j in range(p.chunk - 1, -1, -1):
            if s.kind(j) == "V" and s.chunks[j].lemma in DENIES:
                who = subject_of(j, s)
                if who is not None and not s.chunks[j].passive:
                    return {"speaker": s.span_of(who), "cue": s.chunk_span(j)}
    return {"speaker": None, "cue": None}


_PASSING = frozenset({"reviewed", "reported_to", "registered_in", "headquartered_in", "alias"})
_STANDING = frozenset(
    "produces owned_by owns controlled_by controls subsidiary_of holds_share_in director_of "
    "position_at headquartered_in registered_in sanctioned_by listed_by charged_with".split()
)


_CHECKS = frozenset(
    {"verify", "corroborate", "authenticate", "substantiate", "confirm", "determine", "ascertain"}
)


def in_passing(predicate: str, p: Predicate, s: Sentence) -> bool:
    """Whether the writer describes somebody in passing: "X, owned by Y,"."""
    if s.chunks[p.chunk].form == "part" and predicate in _PASSING | _STANDING:
        return True
    if predicate == "evidence_status" and s.chunks[p.chunk].lemma in _CHECKS and p.subject:
        return True
    return predicate in _STANDING and _not_shifted(p.chunk, s)


_SAYS = frozenset("say tell add state claim report confirm acknowledge write note explain".split())


def _not_shifted(i: int, s: Sentence) -> bool:
    """Whether a relative clause keeps the present after "said": then the writer speaks in it.

    "Lee said he sold pumps to X, which makes tanks"; but in "..., which makes tanks, Lee said"
    all is Lee's.
    """
    if s.chunks[i].form != "s" and s.chunks[i].helpers[:1] not in (("is",), ("are",)):
        return False
    for j in range(i - 1, -1, -1):
        if s.kind(j) in "KSZ" and s.kind(j + 1) != "W":
            return False
        if s.kind(j) == "W":
            return any(s.kind(k) == "V" and s.chunks[k].lemma in _SAYS for k in range(j))
    return False
