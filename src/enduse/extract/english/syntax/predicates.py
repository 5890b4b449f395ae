"""Finds for each verb of a sentence its subject, object and prepositions, by walking the chunks."""

from dataclasses import dataclass, field
from typing import Any

from enduse.extract.english.syntax.antecedents import antecedent
from enduse.extract.english.syntax.nounphrases import leftmost, noun_phrase
from enduse.extract.english.syntax.phrases import Phrase, Sentence
from enduse.extract.english.syntax.subjects import fronted, reduced, subject_of

__all__ = ["Predicate", "predicates"]

Leading = tuple[str, Phrase]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb with what belongs to it.

    Attributes:
        chunk: Index of the verb group.
        subject: Whoever does it; with a passive, whatever it is done to.
        object: The object, or the complement of "be".
        prepositions: What follows, each with its preposition in lower case, in order.
        clause: Index of the chunk where a dependent clause begins, if one follows directly.
        time: Whether a time stands with it.
        gapped: Whether its verb stands in an earlier part of the list.
        memo: What was found out about it already: its roles by name, how firmly it is said.
    """

    chunk: int
    subject: Phrase | None
    object: Phrase | None
    prepositions: tuple[tuple[str, Phrase], ...]
    clause: int | None
    time: bool
    gapped: bool = False
    memo: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)


def predicates(sentence: Sentence) -> tuple[Predicate, ...]:
    """Return the predicates of a sentence, in order.

    Coordinated verbs share a subject; "created and tested a drone" share the object too.
    """
    found: list[Predicate] = []
    for i, chunk in enumerate(sentence.chunks):
        plain = chunk.kind == "X" and chunk.lemma in ("be", "have")
        if chunk.kind == "V" or plain or _is_done(i, sentence):
            found.append(_predicate(i, sentence))
    found = [q for p in found for q in (p, *_gapped(p, sentence))]
    for k in range(len(found) - 2, -1, -1):
        here, after = found[k], found[k + 1]
        if here.object is None and _coordinated(here.chunk, after.chunk, sentence):
            found[k] = Predicate(
                here.chunk, here.subject, after.object, after.prepositions, None, after.time
            )
    return tuple(found)


def _is_done(i: int, s: Sentence) -> bool:
    """Whether "do" is a verb of its own: "no longer does business with X"."""
    if s.kind(i) != "X" or s.chunks[i].lemma != "do" or s.kind(i + 1) != "N":
        return False
    return s.words(i + 1).split(" ")[-1].lower() in ("business", "trade", "nothing", "work")


def _gapped(p: Predicate, s: Sentence) -> list[Predicate]:
    """The further parts of a list that share the verb: "41 to Chinese and 22 to Swiss firms"."""
    if not p.prepositions:
        return []
    names = {name for name, _ in p.prepositions}
    at = max(q.last for _, q in p.prepositions) + 1
    while s.kind(at) in "YR":
        at += 1
    found: list[Predicate] = []
    while s.kind(at) in "KC" or (s.kind(at) == "E" and s.words(at).lower() == "including"):
        while s.kind(at) in "KC" or (s.kind(at) == "E" and s.words(at).lower() == "including"):
            at += 1
        joined = s.kind(at) == "E" and s.words(at - 1).lower() in ("and", "or", ",")
        if joined and s.words(at).lower() in names and s.kind(at + 1) == "N":
            onward = noun_phrase(at + 1, s)  # "to Almaty and onwards to Omsk"
            name = s.words(at).lower()
            found.append(
                Predicate(p.chunk, p.subject, p.object, ((name, onward),), None, p.time, True)
            )
            at = onward.last + 1
            continue
        part = at
        if s.kind(part) != "N" or s.kind(part + 1) != "E" or s.kind(part + 2) != "N":
            return found
        name, opening = s.words(part + 1).lower(), s.tagged.tags[s.chunks[part].first]
        counted = opening == "#" or s.words(part).lower() in _PARTS or s.kind(part - 1) == "K"
        if name not in names or not (opening == "#" or counted and s.words(part).lower() in _PARTS):
            return found
        thing, phrase = Phrase(part, part, part), noun_phrase(part + 2, s)
        if s.chunks[p.chunk].passive:
            found.append(Predicate(p.chunk, thing, p.object, ((name, phrase),), None, p.time, True))
        else:
            found.append(
                Predicate(p.chunk, p.subject, thing, ((name, phrase),), None, p.time, True)
            )
        at = phrase.last + 1
    return found


_PARTS = frozenset(
    "the rest|the others|others|the remainder|another|most|some|many|half|the remaining|one".split(
        "|"
    )
)


def _coordinated(first: int, second: int, s: Sentence) -> bool:
    if second != first + 2:
        return False
    listed = (
        s.kind(first + 1) == "K" and s.chunks[second].form == "past" and s.kind(second + 1) in "CK"
    )
    return s.kind(first + 1) == "C" or (listed and not s.chunks[first].passive)


def _predicate(i: int, s: Sentence) -> Predicate:
    subject = subject_of(i, s)
    at = i + 1
    time = "Y" in s.tagged.tags[s.chunks[i].first : s.chunks[i].last]  # "has in May asked"
    while s.kind(at) in "RYG":
        time = time or s.kind(at) == "Y"
        at += 1
    at = _past_insertion(at, s)
    obj: Phrase | None = None
    clause: int | None = None
    gap = _gap(subject, i, s)
    if s.kind(at) == "N" and (reduced(i, s) or not _starts_clause(at, s)):
        obj = noun_phrase(at, s)
        at = obj.last + 1
    elif s.kind(at) in "SN" and s.words(at).lower() != "as":
        clause = at + (s.kind(at) == "S")
    elif _is_deed(i, at, s):
        clause = at
    prepositions, at, later = _prepositions(at, obj is not None, s)
    time = time or later
    prepositions += _before(i, subject, s)
    if subject is not None and subject.first == i + 1:
        obj = None  # inverted: what follows is the subject
    if clause is None:
        clause = _later_clause(at, obj, s)
    if clause is not None and clause >= len(s.chunks):
        clause = None  # the sentence breaks off after "that"
    if obj is None and clause is None:
        obj = gap
    return Predicate(i, subject, obj, tuple(prepositions), clause, time)


def _prepositions(at: int, after_object: bool, s: Sentence) -> tuple[list[Leading], int, bool]:
    """The prepositional phrases from a place on, where they end, and whether a time is there."""
    found: list[Leading] = []
    time = False
    while True:
        while s.kind(at) in "YR":
            time = time or s.kind(at) == "Y"
            at += 1
        if after_object and not found:
            at = _past_maker(at, s)
        step = _preposition(_past_apposition(at, s), s)
        if step is None:
            return found, at, time
        found.append(step)
        at = step[1].last + 1


def _past_insertion(at: int, s: Sentence) -> int:
    """The place after what is set in by commas: "received, on 3 June, a letter"."""
    end = at + 1
    if s.kind(at) != "K":
        return at
    while s.kind(end) == "Y" or (s.kind(end) == "E" and s.kind(end + 1) == "N"):
        end += 1 if s.kind(end) == "Y" else 2
    set_in = end > at + 1 and s.kind(end) == "K" and s.kind(end + 1) == "N"
    return end + 1 if set_in and not _starts_clause(end + 1, s) else at


_FRONTED = frozenset(
    "for from to through via in at under with inside on against over into by near outside".split()
)


def _before(i: int, subject: Phrase | None, s: Sentence) -> list[tuple[str, Phrase]]:
    """The prepositional phrases that open the clause: "From Riga the boxes were sent to Omsk"."""
    at = fronted(i, s)
    if at is not None:
        return [(s.words(at).lower(), Phrase(at + 1, at + 1, at + 1))]
    if subject is None or not s.chunks[i].finite or subject.first > i:
        return []
    opening = subject.first - 1
    if s.kind(opening) == "K":
        opening -= 1
    found: list[tuple[str, Phrase]] = []
    while s.kind(opening) in "NYC":
        at = opening
        while at > 0 and s.kind(at) != "E" and s.kind(at) in "NYC":
            at -= 1
        if s.kind(at) != "E" or at == opening or s.kind(at + 1) != "N":
            return []
        if s.words(at).lower() in _FRONTED:
            found.append((s.words(at).lower(), noun_phrase(at + 1, s)))
        opening = at - 1
    return found[::-1] if s.kind(opening) in "^ZSC" else []


def _past_apposition(at: int, s: Sentence) -> int:
    """The place after what describes a name: "by X, a trader registered in Y, through Z"."""
    if s.kind(at) != "K" or s.kind(at + 1) != "N":
        return at
    if s.words(at + 1).split(" ")[0].lower() not in ("a", "an", "the", "its", "one"):
        return at
    end = at + 2
    while s.kind(end) == "E" or (s.kind(end) == "V" and s.chunks[end].form == "part"):
        end += 2 if s.kind(end) == "E" and s.kind(end + 1) in "NY" else 1
    leads = s.kind(end) == "K" and s.kind(end + 1) == "E" and s.kind(end + 2) == "N"
    return end if leads and s.words(end + 1).lower() in _AFTER_COMMA else at


def _is_deed(verb: int, at: int, s: Sentence) -> bool:
    """Whether an infinitive follows, or a gerund after "deny", "risk" and the like."""
    form = s.chunks[at].form if s.kind(at) in "VX" else ""
    if form == "inf":
        return s.kind(at) == "V" or s.chunks[verb].lemma in _INTENDING
    return form == "ing" and s.chunks[verb].lemma in _OF_DEEDS


_INTENDING = frozenset({"plan", "intend", "aim", "hope", "want", "seek", "expect"})
_OF_DEEDS = frozenset(
    "deny admit acknowledge confirm risk propose stop cease quit halt begin start resume".split()
)


def _past_maker(at: int, s: Sentence) -> int:
    """The place after "made by X", which only describes the object: "engines made by X to Y"."""
    made = s.kind(at) == "V" and s.chunks[at].form == "part" and s.kind(at + 1) == "E"
    if made and s.words(at + 1) == "by" and s.kind(at + 2) == "N" and s.kind(at + 3) == "E":
        return at + 3
    return at


def _later_clause(at: int, obj: Phrase | None, s: Sentence) -> int | None:
    """The clause after object and prepositions: "that", an infinitive, one after an aside."""
    if obj is not None and s.kind(at) == "S" and s.words(at) == "that":
        return at + 1
    if s.kind(at) == "V" and s.chunks[at].form == "inf":
        return at
    return _after_aside(at, s) if s.kind(at) == "K" else None


def _after_aside(comma: int, s: Sentence) -> int | None:
    """The infinitive after an aside: "relied on X, a trader based in Omsk, to buy"."""
    for j in range(comma + 1, min(comma + 9, len(s.chunks))):
        if s.kind(j) == "K":
            infinitive = s.kind(j + 1) == "V" and s.chunks[j + 1].form == "inf"
            return j + 1 if infinitive else None
        if s.kind(j) in "SWZC" or s.chunks[j].finite:
            return None
    return None


def _gap(subject: Phrase | None, i: int, s: Sentence) -> Phrase | None:
    """The object that stands before a clause without relative: "a drone the sources liken to".

    Where that noun is itself an apposition, what it describes is meant.
    """
    if subject is None or subject.last != i - 1:
        return None
    if _relative_that(subject.first - 1, s):
        return Phrase(subject.first - 2, subject.first - 2, subject.first - 2)
    if s.kind(subject.first - 1) == "W" and s.words(subject.first - 1).lower() in _TAKING_UP:
        return antecedent(subject.first - 1, s)
    if s.kind(subject.first - 1) != "N":
        return None
    at = subject.first - 1
    if s.kind(at - 1) == "E" and s.kind(at - 2) in "^ZKSC":
        return None  # "In the papers the machines were declared"
    if s.kind(at - 1) == "V" and s.chunks[at - 1].lemma in _TELLING:
        return None  # "told the agency it had stopped"
    if s.kind(at - 1) == "K" and s.kind(at - 2) == "N" and s.words(at)[:2] in ("a ", "an"):
        before = leftmost(at - 2, s)
        return Phrase(before.first, before.first, before.first)
    return Phrase(at, at, at)


_TELLING = frozenset("tell inform assure remind warn promise convince notify show teach".split())
_TAKING_UP = frozenset({"which", "that", "whom"})


def _relative_that(at: int, s: Sentence) -> bool:
    """Tell "a report that Kupol sent" from "told the ministry that Kupol sent"."""
    if s.kind(at) != "S" or s.words(at) != "that" or s.kind(at - 1) != "N":
        return False
    opens = s.words(at - 1).split(" ")[0].lower() in ("a", "an", "the", "two", "three")
    return opens and s.kind(at - 2) != "V"


def _preposition(at: int, s: Sentence) -> tuple[str, Phrase] | None:
    """The preposition at a place and its phrase; "as" counts, a comma before it may stand."""
    if s.kind(at) == "K" and s.kind(at + 1) == "E" and s.words(at + 1).lower() in _AFTER_COMMA:
        at += 1
    if s.kind(at) == "E" and s.words(at) == "on" and s.kind(at + 1) == "E":
        at += 1
    name = s.words(at).lower() if s.kind(at) in "ES" else ""
    if s.kind(at) == "E" and s.kind(at + 1) == "S" and s.kind(at + 2) == "N":
        return s.words(at + 1).lower(), noun_phrase(at + 2, s)
    if s.kind(at) == "E" and s.kind(at + 1) == "V" and s.chunks[at + 1].form == "ing":
        return name, Phrase(at + 1, _gerund_end(at + 1, s), at + 1)
    if s.kind(at) == "E" and s.kind(at + 1) == "Y" and name in ("to", "until", "till"):
        return name, Phrase(at + 1, at + 1, at + 1)  # "postponed to 2027"
    if s.kind(at) == "E" or name == "as":
        if s.kind(at + 1) == "N" and not (name in _CLAUSAL and _starts_clause(at + 1, s)):
            return name, noun_phrase(at + 1, s)
    return None


def _gerund_end(at: int, s: Sentence) -> int:
    """Where a gerund and what it governs ends: "conspiring to violate export controls"."""
    last = at
    while True:
        if s.kind(last + 1) == "N" and (s.kind(last) == "V" or s.kind(last) == "E"):
            last = noun_phrase(last + 1, s).last
        elif s.kind(last + 1) == "V" and s.chunks[last + 1].form in ("inf", "base"):
            last += 1
        else:
            return last


_AFTER_COMMA = frozenset({"through", "via", "by", "in", "to", "from"})
_CLAUSAL = frozenset({"as", "before", "after", "since", "until"})


def _starts_clause(at: int, s: Sentence) -> bool:
    """Whether a noun phrase is the subject of a clause of its own."""
    end = noun_phrase(at, s).last + 1
    while s.kind(end) in "RY":
        end += 1
    if s.kind(end) not in "VX" or not s.chunks[end].finite:
        return False
    return s.chunks[end].form in ("fin", "s", "past") or s.words(at).lower() in _SUBJECTS


_SUBJECTS = frozenset({"it", "they", "he", "she", "we", "you", "i"})
