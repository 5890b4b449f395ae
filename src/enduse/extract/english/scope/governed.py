"""Verbs that only say what is wished, planned, forbidden, denied or charged: no claim of fact."""

import re

from enduse.extract.english.scope.denials import DENIES
from enduse.extract.english.scope.endings import WISHES
from enduse.extract.english.scope.modality import Firmness
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import Predicate

__all__ = ["is_hypothetical", "is_wished"]

_PLANS = frozenset({"plan", "intend", "aim", "hope", "want", "seek", "propose", "promise"})
_MOVES = frozenset(
    "supply provide sell deliver ship send transfer export buy purchase acquire receive order "
    "import pay sanction ban prohibit".split()
)


_BANS = frozenset({"ban", "prohibit", "bar", "forbid", "block", "prevent", "stop_from"})
_ACCUSING = frozenset({"charge", "indict", "accuse", "suspect"})
_BINDING = frozenset({"order", "require", "instruct", "oblige", "sentence", "force"})
_GOVERNING = DENIES | WISHES | _PLANS | _BANS | _ACCUSING


_UNLIKELY = re.compile(r"\b(?:unlikely|not likely) to [\w-]+$")


def is_wished(p: Predicate, preds: tuple[Predicate, ...], s: Sentence) -> bool:
    """Whether the verb only says what somebody is asked, allowed, unlikely or not known to do."""
    end = s.chunk_span(p.chunk).end
    if s.chunks[p.chunk].form == "inf" and _UNLIKELY.search(s.text, s.span.start, end):
        return True
    for other in preds:
        if other.chunk >= p.chunk or s.chunks[other.chunk].lemma not in _GOVERNING:
            continue
        form = s.chunks[p.chunk].form
        lemma = s.chunks[other.chunk].lemma
        if lemma in DENIES:
            continue
        if lemma in _BINDING and s.chunks[other.chunk].passive and form == "inf":
            continue  # "was ordered to pay a fine": its duty
        if lemma in _PLANS and (s.chunks[p.chunk].lemma in _MOVES or other.object is not None):
            continue
        near = all(s.kind(j) not in "KSZ" for j in range(other.chunk, p.chunk))
        if lemma in _ACCUSING and form == "inf":
            return True
        if lemma in _ACCUSING and form == "ing" and s.chunks[p.chunk].lemma in _MOVES:
            continue
        if near and form in ("inf", "ing") and s.chunks[other.chunk].lemma != "need":
            return True
        if near and form == "inf":
            return True
    return False


def is_hypothetical(
    p: Predicate, preds: tuple[Predicate, ...], firm: Firmness, s: Sentence
) -> bool:
    """Whether a gerund after "by" only spells out what another gerund under a modal might be."""
    if s.chunks[p.chunk].form != "ing" or firm.modality in ("fact", "planned"):
        return False
    before = [q for q in preds if q.chunk < p.chunk]
    return bool(before) and s.chunks[before[-1].chunk].form == "ing" and s.kind(p.chunk - 1) == "E"
