"""Fills the roles of a verb frame from a predicate: who, what, to whom, where."""

import re
from collections.abc import Callable
from typing import NamedTuple

from enduse.extract.english.syntax.antecedents import antecedent
from enduse.extract.english.syntax.nounphrases import named_after
from enduse.extract.english.syntax.phrases import Phrase, Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.words.lexicon import (
    Alternative,
    Condition,
    Role,
    countries,
    lines,
    words,
)
from enduse.extract.segment import Span

__all__ = ["Filled", "fill", "holds", "is_place", "possible"]

_PLACE = re.compile(
    r"\b(?:facilit(?:y|ies)|factor(?:y|ies)|plants?|sites?|workshops?|headquarters|office|"
    r"warehouses?|bases?|zone|territory|district|oblast|ports?|airports?|province|region|city|shipyard|laborator(?:y|ies)|centre|center)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(r"\b(?:sector|economy|industry|market|business|field)\b")
_CAPITALISED = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*)*")


class Filled(NamedTuple):
    """What stands in a role: a phrase, or the time, or the clause that follows."""

    span: Span | None
    phrase: Phrase | None = None


def fill(role: Role, p: Predicate, s: Sentence) -> Filled | None:
    """Return what fills a role of a frame, or None where nothing does."""
    for name in role.names:
        if name not in p.memo:
            p.memo[name] = _fill(name, p, s)
        filled: Filled | None = p.memo[name]
        if filled is not None and role.kind == "owner":
            filled = _owner(filled, s)
        if filled is not None and role.kind == "of":
            filled = _whole(filled, s)
        if role.kind == "thing" and filled is not None and filled.span is not None:
            if is_place(filled.span, s):
                continue
        if filled is not None and (role.kind != "place" or _holds_place(filled, s)):
            return filled
    return None


def possible(alternative: Alternative, p: Predicate, s: Sentence) -> bool:
    """Tell by a quick look whether anything can fill both roles of an alternative."""
    if "there" not in p.memo:
        p.memo["there"] = _there(p, s)
    there: set[str] = p.memo["there"]
    return not there.isdisjoint(alternative.subject.names) and not there.isdisjoint(
        alternative.object.names
    )


def _there(p: Predicate, s: Sentence) -> set[str]:
    """The names of the roles that something may fill."""
    found = {"-", "X", "Q", "B", "R", "V", *(name for name, _ in p.prepositions)}
    if "by" in found:
        found.add("A")
    present = (("S", p.subject), ("O", p.object), ("Y", p.time or None), ("C", p.clause))
    found.update(name for name, what in present if what is not None)
    first = _relative(p, s)
    if first is not None:
        found.add(s.words(first - 1).lower())  # "with which it works"
    if _where(p, s) is not None:
        found.update(_THERE)
    return found


def _relative(p: Predicate, s: Sentence) -> int | None:
    """The relative with its preposition before the subject, past "in which a holding, X, has"."""
    first = p.subject.first if p.subject is not None else p.chunk
    if s.kind(first - 1) == "K" and s.kind(first - 2) == "N" and s.kind(first - 3) == "W":
        first -= 2
    return first - 1 if s.kind(first - 1) == "W" and s.kind(first - 2) == "E" else None


def _fill(name: str, p: Predicate, s: Sentence) -> Filled | None:
    fills = _FILLS.get(name)
    if fills is not None:
        return fills(p, s)
    wanted = "by" if name == "A" else name
    for preposition, phrase in p.prepositions:
        if preposition == wanted and not (name == "A" and _is_manner(phrase, s)):
            return _named(phrase, s)
    return _phrase(_taken_up(wanted, p, s), s)


_MANNER = re.compile(
    r"^(?:e-?mail|post|mail|phone|telephone|text message|letter|fax|sea|air|rail|road|land|train|"
    r"truck|lorry|ship|ferry|boat|plane|aircraft|courier|hand|mistake|accident|chance|force|"
    r"law|decree|default|name|then|far|spring|summer|autumn|winter|now)$",
    re.IGNORECASE,
)


def _is_manner(phrase: Phrase, s: Sentence) -> bool:
    """Whether "by" tells how, not who: "sent by e-mail", "released by mistake"."""
    return phrase.first == phrase.last and bool(_MANNER.match(s.words(phrase.first)))


def _taken_up(preposition: str, p: Predicate, s: Sentence) -> Phrase | None:
    """What "with which it works" takes up: the noun before the relative."""
    if preposition in _THERE:
        there = _where(p, s)
        if there is not None:
            return Phrase(there, there, there)
    at = _relative(p, s)
    if at is None or s.words(at - 1).lower() != preposition:
        return None
    return antecedent(at, s)


_THERE = frozenset({"in", "at"})


def _where(p: Predicate, s: Sentence) -> int | None:
    """The noun that "where" takes up: "Riga" in "Riga, where the parts are made"."""
    if p.subject is None or p.subject.first > p.chunk:
        return None
    at = p.subject.first - 1
    if s.kind(at) != "W" or s.words(at).lower() != "where":
        return None
    at -= 2 if s.kind(at - 1) == "K" else 1
    return at if s.kind(at) == "N" else None


def _group(p: Predicate, s: Sentence) -> Span:
    """The verb with its helpers, and with "was unable" before an infinitive."""
    verb = s.chunk_span(p.chunk)
    if s.chunks[p.chunk].form == "inf" and p.chunk > 1:
        return Span(s.chunk_span(p.chunk - 2).start, verb.end)
    return verb


_CLAUSE_ENDS = re.compile(r"[,;:.?!](?=\s|[\"”’']|$)|\s[-–—]\s")


_ASIDE = re.compile(
    r",\s(?:however|too|though|therefore|moreover|meanwhile|again|of course|for example|"
    r"for instance|in turn|(?:it|he|she|they|we|the \w+) (?:said|says?|added|adds?|claims?|"
    r"insists?|believes?|argues?|stressed|noted))\s?,"
)


_OPENING = re.compile(r",\s(?:however|too|though|therefore|moreover|meanwhile|again),\s")


def _rest(p: Predicate, s: Sentence) -> Filled | None:
    """The words after the verb, to the end of its clause."""
    start = s.chunk_span(p.chunk).end
    aside = _ASIDE.search(s.text, start, s.span.end)
    mark = _CLAUSE_ENDS.search(s.text, start, s.span.end)
    while aside is not None and mark is not None and aside.start() == mark.start():
        mark = _CLAUSE_ENDS.search(s.text, aside.end(), s.span.end)
        aside = _ASIDE.search(s.text, aside.end(), s.span.end)
    end = mark.start() if mark is not None else s.span.end
    end = min(end, _next_deed(p, s))
    opening = _OPENING.match(s.text, start, end)
    start = opening.end() if opening is not None else start
    while start < end and s.text[start] in ' \n"“‘':
        start += 1
    return Filled(Span(start, end)) if end - start > 1 else None


def _next_deed(p: Predicate, s: Sentence) -> int:
    """Where the same subject goes on to something else: "regretted it and has left"."""
    at = p.chunk + 1
    while at < len(s.chunks) and s.kind(at) not in "SWZ" and not s.chunks[at].finite:
        at += 1
    last = at - 1
    while s.kind(last) == "R":
        last -= 1
    if s.kind(at) not in "VX" or s.kind(last) != "C" or last <= p.chunk + 1:
        return s.span.end
    return s.chunk_span(last - 1).end


def _complement(p: Predicate, s: Sentence) -> Filled | None:
    """Whatever completes the verb: its object, else its first preposition's, else its clause."""
    if p.object is not None:
        return _named(p.object, s)
    if p.prepositions:
        return _named(p.prepositions[0][1], s)
    return Filled(_clause(p, s)) if p.clause is not None else None


def _named(phrase: Phrase | None, s: Sentence) -> Filled | None:
    """What a phrase names: of "a broker, Gulf Star," the name."""
    if phrase is None or phrase.first != phrase.last or s.kind(phrase.first) != "N":
        return _phrase(phrase, s)
    return _phrase(named_after(phrase, s) or phrase, s)


def _judgement(p: Predicate, s: Sentence) -> Filled | None:
    """What the object is called: "called the report 'deeply troubling'"."""
    if p.object is None:
        return None
    start = s.span_of(p.object).end
    match = _QUOTED.match(s.text, start, s.span.end)
    if match is not None:
        return Filled(Span(*match.span("words")))
    at = p.object.last + 1
    return Filled(s.chunk_span(at), Phrase(at, at, at)) if s.kind(at) == "N" else None


_QUOTED = re.compile(r"\s(?:an?\s)?[\"“'‘](?P<words>[^\"”’]+?)[\"”'’]")


def _earlier_subject(p: Predicate, s: Sentence) -> Phrase | None:
    """The subject of the clause before: what "no timeline was given" is about."""
    earlier = [q for i, q in sorted(s.subjects.items()) if i < p.chunk and q is not None]
    return earlier[-1] if earlier else p.subject


def _whole(filled: Filled, s: Sentence) -> Filled | None:
    """What a share is of: "Alfa Micro" in "51% of Alfa Micro"."""
    if filled.span is None:
        return None
    at = s.text.find(" of ", filled.span.start, filled.span.end)
    return Filled(Span(at + 4, filled.span.end)) if at > 0 else None


def _owner(filled: Filled, s: Sentence) -> Filled | None:
    """Whose it is: "Kupol" of "at Kupol's headquarters"."""
    if filled.phrase is None:
        return None
    chunk = s.chunks[filled.phrase.first]
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    return Filled(s.tagged.span(chunk.first, mark - 1)) if mark > chunk.first else None


def _phrase(phrase: Phrase | None, s: Sentence) -> Filled | None:
    return Filled(s.span_of(phrase), phrase) if phrase is not None else None


def _clause(p: Predicate, s: Sentence) -> Span:
    """The words of the clause or infinitive after a verb, to the next comma."""
    first = last = p.clause or p.chunk
    while last + 1 < len(s.chunks) and s.kind(last + 1) not in "KZ":
        if s.kind(last + 1) == "C" and s.kind(last + 2) in "VX" and s.chunks[last + 2].finite:
            break
        last += 1
    return Span(s.chunk_span(first).start, s.chunk_span(last).end)


def _holds_place(filled: Filled, s: Sentence) -> bool:
    return filled.span is not None and is_place(filled.span, s)


def is_place(span: Span, s: Sentence) -> bool:
    """Tell whether words name a place or a building."""
    said = s.text[span.start : span.end]
    if _FIELD.search(said) or said.rsplit(" ", 1)[-1].rstrip(".") in words("legal_forms"):
        return False
    if _PLACE.search(said):
        return True
    for match in _CAPITALISED.finditer(said):
        name = match.group()
        named = countries().get(name) or countries().get(name.split()[0])
        if (named and named[1] != "demonym") or name in lines("places_en.txt"):
            return True
    return _is_bare_name(said)


def _is_bare_name(words_: str) -> bool:
    """Whether nothing but capitals stands here, none of which is that of a company."""
    if not _CAPITALISED.fullmatch(words_):
        return False
    own = {w.rstrip(".") for w in words_.split()}
    return len(own) < 5 and not own & (words("legal_forms") | words("organisation_words"))


_FILLS: dict[str, Callable[[Predicate, Sentence], Filled | None]] = {
    "S": lambda p, s: _phrase(p.subject, s),
    "O": lambda p, s: _named(p.object, s),
    "Q": lambda p, s: _judgement(p, s),
    "X": lambda p, s: _complement(p, s),
    "-": lambda p, s: Filled(None),
    "V": lambda p, s: Filled(_group(p, s)),
    "R": lambda p, s: _rest(p, s),
    "B": lambda p, s: _phrase(_earlier_subject(p, s), s),
    "Y": lambda p, s: Filled(None) if p.time else None,
    "C": lambda p, s: Filled(_clause(p, s)) if p.clause is not None else None,
}


def holds(alternative: Alternative, p: Predicate, s: Sentence) -> bool:
    """Tell whether the conditions of an alternative are met."""
    return all(_passes(test, p, s) for test in alternative.tests)


def _passes(test: Condition, p: Predicate, s: Sentence) -> bool:
    filled = fill(test.role, p, s)
    if filled is None or filled.span is None:
        return not test.wanted
    start = filled.span.start
    if test.role.names == ("O",) and p.object is not None:
        start = min(start, s.span_of(p.object).start)
    return bool(test.words.search(s.text[start : filled.span.end])) == test.wanted
