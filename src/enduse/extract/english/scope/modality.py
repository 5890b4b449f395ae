"""How firmly a clause speaks: its modal verb, the words beside it, the verb that governs it."""

import re
from dataclasses import dataclass

from enduse.extract.english.scope.denials import under_denial
from enduse.extract.english.scope.proof import unproved
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.segment import Span

__all__ = ["Firmness", "firmness"]


@dataclass(frozen=True, slots=True)
class Firmness:
    """Modality and polarity of a predicate, and the words that make them so."""

    modality: str = "fact"
    hedge: Span | None = None
    polarity: str = "asserted"


_MODALS = {
    "can": "capability",
    "could": "possible",
    "may": "possible",
    "might": "possible",
    "would": "conditional",
    "will": "planned",
    "shall": "obligation",
    "must": "obligation",
    "should": "obligation",
}
_ADVERBS = {
    "reportedly": "hearsay",
    "allegedly": "hearsay",
    "apparently": "hearsay",
    "supposedly": "hearsay",
    "likely": "probable",
    "probably": "probable",
    "presumably": "probable",
    "possibly": "possible",
    "perhaps": "possible",
}
_GOVERNORS = {
    "plan": "planned",
    "intend": "planned",
    "aim": "planned",
    "seek": "planned",
    "want": "planned",
    "hope": "planned",
    "agree": "planned",
    "expect": "planned",
    "promise": "planned",
    "consider": "assessed",
    "say": "hearsay",
    "believe": "hearsay",
    "report": "hearsay",
    "allege": "hearsay",
    "claim": "hearsay",
    "think": "hearsay",
    "suspect": "hearsay",
    "rumour": "hearsay",
    "estimate": "assessed",
    "assess": "assessed",
    "appear": "probable",
    "seem": "probable",
    "allow": "capability",
    "enable": "capability",
    "require": "obligation",
    "order": "obligation",
    "oblige": "obligation",
    "instruct": "obligation",
    "need": "unconfirmed",
    "urge": "obligation",
    "ensure": "obligation",
}
_CONDITION = re.compile(
    r"\bif (?:confirmed|true|verified|proven)\b|\bif\b(?! not\b)", re.IGNORECASE
)
_UNPROVEN = re.compile(r"evidence (?:is|was|would be) (?:needed|required|lacking)|\bunconfirmed\b")
_NOTHING = re.compile(r"^(?:no|neither|none|never|nothing|nobody|no-one)\b", re.IGNORECASE)
_NEITHER = re.compile(
    r"\b(?:neither|nor|none of (?:which|whom|them|these|those|its \w+))\s$", re.IGNORECASE
)


def firmness(p: Predicate, s: Sentence, all_of_them: tuple[Predicate, ...]) -> Firmness:
    """Return how firmly one predicate of a sentence is said, and whether it is denied.

    A modal counts for verbs coordinated with its own ("can carry and fly"), a governing verb
    for the infinitive under it ("is said to act"), and denial for the clause after it.
    """
    if "firmness" not in p.memo:
        p.memo["firmness"] = _firmness(p, s, all_of_them)
    found: Firmness = p.memo["firmness"]
    return found


def _firmness(p: Predicate, s: Sentence, all_of_them: tuple[Predicate, ...]) -> Firmness:
    chunk = s.chunks[p.chunk]
    condition = _condition(p, s) if "if" in s.text[s.span.start : s.span.end].lower() else None
    modality, hedge = _own(p.chunk, s)
    if modality == "fact" and chunk.form in ("base", "past", "inf", "ing"):
        modality, hedge = _shared(p, s, all_of_them)
    if modality == "fact" and chunk.form == "ing":
        if _UNPROVEN.search(s.text, s.span.start, s.span.end) or _is_alleged(p, s, all_of_them):
            modality = "unconfirmed"
    if condition is not None and modality in ("fact", "conditional", "possible", "planned"):
        modality, hedge = "conditional", condition
    if modality == "fact" and _asked_whether(p.chunk, s):
        modality = "unconfirmed"
    polarity = "asserted"
    if any(w.start <= s.chunk_span(p.chunk).start < w.end for w in unproved(s)):
        polarity = "negated"
    if chunk.negated or _says_nothing(p, s) or _fails(p, s) or _stopped(p, s):
        polarity = "negated"
    if under_denial(p, s, all_of_them):
        polarity = "denied"
    return Firmness(modality, hedge, polarity)


_ACCUSING = frozenset({"charge", "indict", "accuse", "suspect"})


def _is_alleged(p: Predicate, s: Sentence, all_of_them: tuple[Predicate, ...]) -> bool:
    """Whether somebody is only accused of it: "are accused of having sold pumps to X"."""
    accusing = (q for q in all_of_them if s.chunks[q.chunk].lemma in _ACCUSING)
    return any(phrase.first == p.chunk for q in accusing for _, phrase in q.prepositions)


_ARE_TO = re.compile(r"^(?:is|are|was|were) to\b")


def _own(i: int, s: Sentence) -> tuple[str, Span | None]:
    chunk = s.chunks[i]
    if _ARE_TO.search(" ".join(chunk.helpers)):
        return "planned", s.tagged.span(chunk.first, max(chunk.first, chunk.last - 1))
    for word in chunk.helpers:
        modality = _MODALS.get(word) or _ADVERBS.get(word)
        if word in _ADVERBS:
            modality = _ADVERBS[word]
        if modality:
            last = chunk.last - 1 if chunk.kind == "V" else chunk.last
            return modality, s.tagged.span(chunk.first, last)
    before = chunk.first - 1
    if before >= 0 and s.tagged.tokens[before].text.lower() in _ADVERBS:
        return _ADVERBS[s.tagged.tokens[before].text.lower()], s.tagged.span(before, before)
    return "fact", None


# "Recommends that the council list X": what is only advised has not happened.
_ADVICE = frozenset({"recommend", "propose", "demand", "urge", "ask", "suggest", "advise"})


def _shared(
    p: Predicate, s: Sentence, all_of_them: tuple[Predicate, ...]
) -> tuple[str, Span | None]:
    """The modality of the verb to the left that governs or is coordinated with this one."""
    chunk = s.chunks[p.chunk]
    if chunk.form == "base":
        for other in reversed(all_of_them):
            between = range(other.chunk, p.chunk)
            if any(s.kind(j) == "S" for j in between) and s.chunks[other.chunk].lemma in _ADVICE:
                return "obligation", s.chunk_span(other.chunk)
    coordinated = s.kind(p.chunk - 1) == "C"
    for other in reversed(all_of_them):
        if other.chunk >= p.chunk:
            continue
        governor = s.chunks[other.chunk]
        if chunk.form == "ing" and governor.finite and _reaches(other.chunk, p.chunk, s):
            return _own(other.chunk, s)
        if chunk.form == "inf" and other.clause == p.chunk:
            modality, hedge = _own(other.chunk, s)
            if governor.lemma in _GOVERNORS:
                return _GOVERNORS[governor.lemma], s.chunk_span(other.chunk)
            return modality, hedge
        if coordinated and chunk.form == "base" and _reaches(other.chunk, p.chunk, s):
            return _own(other.chunk, s)
        if coordinated and _reaches(other.chunk, p.chunk, s):
            return "fact", None
    return "fact", None


def _reaches(first: int, second: int, s: Sentence) -> bool:
    return all(s.kind(j) not in "SWZ" for j in range(first, second))


def _condition(p: Predicate, s: Sentence) -> Span | None:
    """An "if" in the same clause complex, before or after."""
    for match in _CONDITION.finditer(s.text, s.span.start, s.span.end):
        finite = [
            j
            for j in range(len(s.chunks))
            if s.chunks[j].finite and s.chunk_span(j).start > match.start()
        ]
        comma = s.text.find(",", match.end(), s.span.end)
        inside = [j for j in finite if comma < 0 or s.chunk_span(j).start < comma]
        governed = finite[: len(inside) + 1] if comma >= 0 else inside
        before = [j for j in range(len(s.chunks)) if s.chunks[j].finite and j not in finite]
        if p.chunk in governed or (comma < 0 and before[-1:] == [p.chunk]):
            return Span(match.start(), match.end())
    return None


def _asked_whether(i: int, s: Sentence) -> bool:
    """Whether the clause is an open question: "asked whether it had sold pumps"."""
    for j in range(i - 1, -1, -1):
        if s.kind(j) in "SWZ":
            return s.kind(j) == "S" and s.words(j).lower() in ("whether", "if")
        if s.kind(j) == "K" and s.kind(j + 1) in "CS":
            return False
    return False


_NOT_THERE = re.compile(r"^ not (?:to|at|from|in|by|for|with|through)\b")
_TO_NOBODY = re.compile(r"^(?:no one|no-one|nobody|none|nothing)\b", re.IGNORECASE)


def _says_nothing(p: Predicate, s: Sentence) -> bool:
    end = s.chunk_span(p.chunk).end
    if _NOT_THERE.match(s.text[end : min(end + 12, s.span.end)]):
        return True
    if any(_TO_NOBODY.match(s.words(to.first)) for _, to in p.prepositions):
        return True
    for phrase in (p.subject, p.object):
        if phrase is not None:
            span = s.span_of(phrase)
            if _NOTHING.match(s.text[span.start : span.start + 8]):
                return True
    verb = s.tagged.tokens[s.chunks[p.chunk].last].start
    for place in (verb, s.chunk_span(p.chunk).start):
        if _NEITHER.search(s.text, max(s.span.start, place - 16), place):
            return True
    return _nor_has(p, s)


def _nor_has(p: Predicate, s: Sentence) -> bool:
    """Whether "nor" opens the clause and turns it round: "Nor has it sold any"."""
    before = p.chunk - 1
    if s.kind(before) == "N" and s.kind(before - 1) == "X":
        before -= 2
    return s.kind(before) in "CSE" and s.words(before).lower() in ("nor", "neither")


_FAILS = re.compile(
    r"\b(?:unable|not (?:been |yet been )?able|failed|fails|refused|refuses|declined)\s$"
)


def _fails(p: Predicate, s: Sentence) -> bool:
    """Whether an infinitive stands under "unable", "failed" and the like."""
    start = s.chunk_span(p.chunk).start
    return s.chunks[p.chunk].form == "inf" and bool(_FAILS.search(s.text, start - 22, start))


_STOPS = frozenset({"stop", "cease", "halt", "quit", "avoid", "discontinue", "suspend"})


def _stopped(p: Predicate, s: Sentence) -> bool:
    """Whether a gerund stands under a verb of ending: "stopped supplying"."""
    governor, form = p.chunk - 1, s.chunks[p.chunk].form
    ceased = form == "inf" and s.chunks[governor].lemma == "cease"
    if (form != "ing" and not ceased) or s.kind(governor) != "V":
        return False
    return s.chunks[governor].lemma in _STOPS and not s.chunks[governor].negated
