"""Finds for each verb of a sentence its subject, object and prepositions, by walking the chunks."""

from dataclasses import dataclass

from enduse.extract.english.lexicon import ADJECTIVES
from enduse.extract.english.phrases import Chunk, Phrase, Sentence

__all__ = ["Predicate", "noun_phrase", "predicates"]


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
    """

    chunk: int
    subject: Phrase | None
    object: Phrase | None
    prepositions: tuple[tuple[str, Phrase], ...]
    clause: int | None
    time: bool


def predicates(sentence: Sentence) -> tuple[Predicate, ...]:
    """Return the predicates of a sentence, in order.

    Coordinated verbs share a subject; "created and tested a drone" share the object too.
    """
    found: list[Predicate] = []
    for i, chunk in enumerate(sentence.chunks):
        if chunk.kind == "V" or (chunk.kind == "X" and chunk.lemma in ("be", "have")):
            found.append(_predicate(i, sentence))
    for k in range(len(found) - 2, -1, -1):
        here, after = found[k], found[k + 1]
        if here.object is None and _coordinated(here.chunk, after.chunk, sentence):
            found[k] = Predicate(
                here.chunk, here.subject, after.object, after.prepositions, None, after.time
            )
    return tuple(found)


def _coordinated(first: int, second: int, s: Sentence) -> bool:
    return second == first + 2 and s.kind(first + 1) == "C"


def _predicate(i: int, s: Sentence) -> Predicate:
    subject = _subject(i, s)
    at = i + 1
    time = False
    while s.kind(at) in "RYG":
        time = time or s.kind(at) == "Y"
        at += 1
    obj: Phrase | None = None
    clause: int | None = None
    gap = _gap(subject, i, s)
    if s.kind(at) == "N" and not _starts_clause(at, s):
        obj = noun_phrase(at, s)
        at = obj.last + 1
    elif s.kind(at) in "SN" and s.words(at).lower() != "as":
        clause = at + (s.kind(at) == "S")
    elif s.kind(at) == "V" and s.chunks[at].form == "inf":
        clause = at
    prepositions = []
    while True:
        while s.kind(at) in "YR":
            time = time or s.kind(at) == "Y"
            at += 1
        step = _preposition(at, s)
        if step is None:
            break
        name, phrase = step
        prepositions.append((name, phrase))
        at = phrase.last + 1
    if clause is None and obj is not None and s.kind(at) == "S" and s.words(at) == "that":
        clause = at + 1
    if clause is None and s.kind(at) == "V" and s.chunks[at].form == "inf":
        clause = at
    if obj is None and clause is None:
        obj = gap
    return Predicate(i, subject, obj, tuple(prepositions), clause, time)


def _gap(subject: Phrase | None, i: int, s: Sentence) -> Phrase | None:
    """The object that stands before a clause without relative: "a drone the sources liken to".

    Where that noun is itself an apposition, what it describes is meant.
    """
    if subject is None or subject.last != i - 1 or s.kind(subject.first - 1) != "N":
        return None
    at = subject.first - 1
    if s.kind(at - 1) == "K" and s.kind(at - 2) == "N" and s.words(at)[:2] in ("a ", "an"):
        before = _leftmost(at - 2, s)
        return Phrase(before.first, before.first, before.first)
    return Phrase(at, at, at)


def _preposition(at: int, s: Sentence) -> tuple[str, Phrase] | None:
    """The preposition at a place and its phrase; "as" counts, a comma before it may stand."""
    if s.kind(at) == "K" and s.kind(at + 1) == "E" and s.words(at + 1).lower() in _AFTER_COMMA:
        at += 1
    name = s.words(at).lower() if s.kind(at) in "ES" else ""
    if s.kind(at) == "E" and s.kind(at + 1) == "S" and s.kind(at + 2) == "N":
        return s.words(at + 1).lower(), noun_phrase(at + 2, s)
    if s.kind(at) == "E" and s.kind(at + 1) == "V" and s.chunks[at + 1].form == "ing":
        return name, Phrase(at + 1, _gerund_end(at + 1, s), at + 1)
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


def noun_phrase(at: int, s: Sentence) -> Phrase:
    """Return a noun phrase with its "of" phrases and its coordinated ones."""
    last = head = at
    while True:
        if s.kind(last + 1) == "E" and s.kind(last + 2) == "N" and s.words(last + 1) == "of":
            last += 2
        elif s.kind(last + 1) == "C" and s.kind(last + 2) == "N" and not _new_subject(last + 2, s):
            last += 2
        elif _listed(last, s):
            last += 2
        elif _named(last + 1, s):
            last += 2
            head = last
        else:
            return Phrase(at, last, head)


def _named(at: int, s: Sentence) -> bool:
    """Whether "called X" stands here: X is the head of what is so called."""
    return s.kind(at) == "V" and s.kind(at + 1) == "N" and s.chunks[at].lemma in _NAMING


_NAMING = frozenset({"call", "name", "codename"})


def _new_subject(at: int, s: Sentence) -> bool:
    after = at + 1
    while s.kind(after) in "RY":
        after += 1
    return s.kind(after) in "VX" and s.chunks[after].finite


def _listed(last: int, s: Sentence) -> bool:
    """Whether a comma here belongs to a list: "Kupol, Almaz-Antey, and the ministry"."""
    if s.kind(last + 1) != "K" or s.kind(last + 2) != "N":
        return False
    at = last + 3
    while s.kind(at) == "K" and s.kind(at + 1) == "N":
        at += 2
    at += s.kind(at) == "K"
    return s.kind(at) == "C" and s.kind(at + 1) == "N" and s.words(at).lower() in ("and", "or")


def _subject(i: int, s: Sentence) -> Phrase | None:
    if i not in s.subjects:
        s.subjects[i] = None
        s.subjects[i] = _find_subject(i, s)
    return s.subjects[i]


def _find_subject(i: int, s: Sentence) -> Phrase | None:
    chunk = s.chunks[i]
    before = i - 1
    while s.kind(before) in "RYG":
        before -= 1
    if chunk.form == "inf":
        return _governor_subject(before, s, through_object=True)
    if s.kind(before) == "C":
        return _governor_subject(before - 1, s)
    if s.kind(before) == "W":
        return _antecedent(before, s)
    if chunk.form == "part" or chunk.form == "ing":
        return _participle_subject(before, chunk, s)
    if s.kind(before) == "K":
        return _before_insertion(before, s)
    if s.kind(before) == "N":
        return _leftmost(before, s)
    return None


def _governor_subject(before: int, s: Sentence, through_object: bool = False) -> Phrase | None:
    """The subject of the verb to the left, for infinitives and coordinated verbs.

    "Urged China to cease": the object of the verb is the subject of the infinitive.
    """
    if through_object and s.kind(before) == "N":
        whole = _leftmost(before, s)
        governor = whole.first - 1
        if s.kind(governor) == "V" and s.chunks[governor].lemma not in _PURPOSIVE:
            return whole
        if s.kind(governor) not in "VX":
            return whole
        return _subject(governor, s)
    for j in range(before, -1, -1):
        if s.chunks[j].kind == "W" and s.words(j).lower() in ("what", "where"):
            return None
        if s.chunks[j].kind in "VX" and (through_object or s.chunks[j].form not in ("part", "ing")):
            return _subject(j, s)
        if s.chunks[j].kind == "Z" and not through_object:
            return None
    return None


_PURPOSIVE = frozenset("use buy sign set create found open start have launch initiate".split())


def _antecedent(before: int, s: Sentence) -> Phrase | None:
    at = before - 1
    if s.kind(at) == "E":
        at -= 1
    if s.kind(at) == "K":
        at -= 1
    while s.kind(at) in "YR":
        at -= 1
    if s.kind(at) != "N":
        return None
    if s.kind(at - 1) == "E" and s.words(at - 1) in _ASIDE and s.kind(at - 2) == "N":
        at -= 2
    opening = _leftmost(at, s).first - 1
    apposed = s.kind(opening) == "K" and s.kind(opening - 1) == "N" and s.tag_of(opening - 1) == "P"
    if s.kind(before - 1) == "K" and apposed and s.words(opening + 1)[:2] in ("a ", "an", "th"):
        at = opening - 1
    return Phrase(at, at, at)


def _participle_subject(before: int, chunk: Chunk, s: Sentence) -> Phrase | None:
    kind = s.kind(before)
    if kind == "N":
        if not chunk.passive and s.kind(before - 1) == "E" and s.words(before - 1) in _ASIDE:
            before = before - 2 if s.kind(before - 2) == "N" else before
        if s.kind(before - 1) == "K" and s.kind(before - 2) == "N" and s.tag_of(before - 2) == "P":
            before = before - 2 if s.words(before).startswith(("a ", "an ", "the ")) else before
        return Phrase(before, before, before)
    if kind == "E" and chunk.form == "ing":
        punished = _punished(before, s)
        if punished is not None:
            return punished
    if kind == "E" and s.kind(before - 1) == "N" and chunk.form == "ing":
        owner = _possessor(before - 1, s)
        if owner is not None:
            return owner
    if kind == "K" and s.kind(before - 1) == "N" and chunk.passive:
        return _leftmost(before - 1, s) if s.kind(before - 2) not in "E" else _apposed(before, s)
    if kind in "KE" and before > 0:
        return _governor_subject(before - 1, s)
    return _following_subject(before, s)


_PUNISHING = frozenset(
    "sanction blacklist designate charge accuse indict fine impose list add target penalise "
    "penalize convict sentence arrest suspect condemn criticise criticize".split()
)


def _punished(before: int, s: Sentence) -> Phrase | None:
    """Who did what somebody is punished for: "sanctioned X for supplying drones"."""
    if s.words(before).lower() not in ("for", "of", "with"):
        return None
    for j in range(before - 1, -1, -1):
        chunk = s.chunks[j]
        if chunk.kind == "V" and chunk.lemma in ADJECTIVES:
            return _subject(j, s)
        if chunk.kind == "V" and chunk.lemma in _PUNISHING:
            if chunk.passive:
                return _subject(j, s)
            at = j + 1
            while s.kind(at) in "RY":
                at += 1
            if chunk.lemma == "impose":
                while at < before and s.words(at) not in ("on", "against"):
                    at += 1
                at += 1
            return noun_phrase(at, s) if s.kind(at) == "N" else None
        if chunk.kind in "SWZ" or chunk.finite:
            return None
    return None


def _possessor(at: int, s: Sentence) -> Phrase | None:
    """Whose doing it is: "China's involvement in producing drones"."""
    letters = s.tagged.tags[s.chunks[at].first : s.chunks[at].last + 1]
    return Phrase(at, at, at) if "O" in letters and s.words(at).endswith(_DOINGS) else None


_DOINGS = ("involvement", "role", "interest", "experience", "success", "part")
_ASIDE = frozenset({"from", "in", "at", "near"})


def _apposed(before: int, s: Sentence) -> Phrase:
    """What a participle after a comma is about: the subject of "be", else the noun before."""
    whole = _leftmost(before - 1, s)
    governor = whole.first - 1
    if s.kind(governor) == "X" and s.chunks[governor].lemma == "be":
        return _subject(governor, s) or whole
    return Phrase(before - 1, before - 1, before - 1)


def _following_subject(before: int, s: Sentence) -> Phrase | None:
    """The subject of the main clause: "Founded in 2015, the company sells"."""
    if before >= 0:
        return None
    for i, chunk in enumerate(s.chunks):
        if chunk.finite:
            return _subject(i, s)
    return None


def _before_insertion(comma: int, s: Sentence) -> Phrase | None:
    """The subject before an insertion that ends at this comma."""
    opening = comma - 1
    while opening >= 0 and s.kind(opening) not in "K":
        opening -= 1
    while opening > 0 and _continues_list(opening, s):
        opening -= 1
        while opening >= 0 and s.kind(opening) != "K":
            opening -= 1
    if opening <= 0:
        return None
    before = opening - 1
    while s.kind(before) in "RY":
        before -= 1
    if s.kind(before) == "K":
        if s.words(opening) != ",":
            before -= 1
            return _leftmost(before, s) if s.kind(before) == "N" else None
        return _before_insertion(before, s)
    return _leftmost(before, s) if s.kind(before) == "N" else None


def _continues_list(opening: int, s: Sentence) -> bool:
    """Whether the insertion began at an earlier comma: "in Almaty, Kazakhstan,"."""
    after = opening + 1
    bare = s.kind(after) == "N" and s.tag_of(after) == "P" and s.kind(after + 1) == "K"
    return bare and any(s.kind(j) == "K" for j in range(opening))


def _leftmost(at: int, s: Sentence) -> Phrase:
    """The whole noun phrase that ends here, back over prepositions, lists and participles."""
    last = at
    while at > 0:
        previous = s.kind(at - 1)
        if previous == "E" and s.kind(at - 2) == "N":
            at -= 2
        elif previous == "E" and at > 2 and s.chunks[at - 2].form in ("part", "ing"):
            if s.kind(at - 3) != "N":
                break
            at -= 3
        elif previous == "C" and s.kind(at - 2) == "N" and not _is_object(at - 2, s):
            at -= 2
        elif previous == "C" and s.kind(at - 2) == "K" and s.kind(at - 3) == "N":
            at -= 3
        elif previous == "K" and s.kind(at - 2) == "N" and _in_list(at, last, s):
            at -= 2
        else:
            break
    return Phrase(at, last, at)


def _is_object(at: int, s: Sentence) -> bool:
    return s.kind(at - 1) == "V" and s.chunks[at - 1].finite


def _in_list(at: int, last: int, s: Sentence) -> bool:
    return any(s.kind(j) == "C" for j in range(at, last))
