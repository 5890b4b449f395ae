"""Clauses of a Russian sentence: a predicate with the phrases that may be its arguments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enduse.extract.russian.clauses.phrase import Phrase, agreeing
from enduse.extract.russian.clauses.segments import Segment, governs, is_predicate, segments
from enduse.extract.russian.clauses.subjects import (
    goes_on_from,
    is_acted_on,
    speaking,
    subject_of,
)
from enduse.extract.russian.clauses.tokens import Token
from enduse.extract.russian.morphology import Form

__all__ = ["Clause", "clauses"]


_NO_GERUND = frozenset("судя несмотря включая благодаря исходя учитывая начиная".split())


@dataclass(slots=True)
class Clause:
    """A predicate and what stands around it.

    Attributes:
        verb: Its verb, participle or short form.
        form: How the verb is read.
        finite: The finite verb over an infinitive («намерен нарастить»); the verb itself elsewhere.
        left: Phrases before it, of the clause and of what it goes on from.
        right: Phrases after it.
        subject: Who acts, or what a participle tells about; None where nobody is named.
        passive: Whether the subject undergoes what the verb says.
        segment: The stretch in which it stands.
    """

    verb: Token
    form: Form
    finite: Token
    left: tuple[Phrase, ...]
    right: tuple[Phrase, ...]
    subject: Phrase | None
    passive: bool
    segment: Segment

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """All phrases but the subject, in order."""
        return tuple(p for p in (*self.left, *self.right) if p is not self.subject)


def clauses(
    words: Sequence[Token], found: Sequence[Phrase], earlier: Phrase | None = None
) -> Iterator[Clause]:
    """Yield the clauses of a sentence in the order of their segments.

    Args:
        words: Its tokens.
        found: Its phrases; «который» among them is given its antecedent.
        earlier: The subject of the sentence before, of which a verb without one may go on.
    """
    cut = segments(words)
    inside = [[p for p in found if s.first <= p.first < s.last] for s in cut]
    before: Phrase | None = earlier
    for k, segment in enumerate(cut):
        if any(p.head.low.startswith("котор") for p in inside[k]):
            _relate(inside, cut, k)
        for clause in _in_segment(words, cut, inside, k, before):
            if segment.aside:
                pass
            elif clause.subject is not None and segment.kind in ("main", "sub"):
                before = clause.subject
            elif clause.subject is None and segment.kind == "main":
                before = _place_that_speaks(clause) or before
            yield clause


def _relate(inside: list[list[Phrase]], cut: Sequence[Segment], k: int) -> None:
    pronoun = next((p for p in inside[k] if p.head.low.startswith("котор")), None)
    if pronoun is None or pronoun.antecedent is not None:
        return
    genders = pronoun.genders() - {""}
    numbers = {f.number for f in pronoun.head.forms if f.number}
    for j in range(k - 1, -1, -1):
        for phrase in reversed(inside[j]):
            if phrase.head.low in ("собой", "себя", "себе") or phrase.is_time:
                continue
            if any(agreeing(phrase.head.forms, n, g) for n in numbers for g in genders or {""}):
                pronoun.antecedent = phrase.meant
                return
        if cut[j].kind == "main":
            return


def _in_segment(
    words: Sequence[Token],
    cut: Sequence[Segment],
    inside: list[list[Phrase]],
    k: int,
    before: Phrase | None,
) -> Iterator[Clause]:
    segment = cut[k]
    finite = next((i for i in range(segment.first, segment.last) if is_predicate(words[i])), None)
    subject: Phrase | None = None
    for i in range(segment.first, segment.last):
        token = words[i]
        if token.mention is not None or not token.forms or token.low in _NO_GERUND:
            continue
        if is_predicate(token) or token.pos in ("INFN", "GRND"):
            left = _left(cut, inside, k, i)
            right = _right(cut, inside, k, i)
            head = words[finite] if finite is not None else token
            passive = _is_passive(token, words, finite)
            if token.pos == "INFN" and subject is None and finite is not None and i < finite:
                subject = subject_of(words[finite], left, right)
            elif token.pos != "INFN" or subject is None:
                subject = subject_of(head, left, right)
                acted_on = (
                    subject is not None
                    and not _over_infinitive(words, segment, i)
                    and is_acted_on(subject, (*left, *right), right, head)
                )
                if subject is None or acted_on:
                    theirs = goes_on_from(head, segment, speaking(head, left) or before)
                    subject = theirs or (None if head.forms[0].transitive else subject)
            yield Clause(token, token.forms[0], head, left, right, subject, passive, segment)
        elif token.reads("PRTF") and token.pos in ("PRTF", "ADJF") or governs(token):
            clause = _by_participle(words, cut, inside, k, i)
            if clause is not None:
                yield clause


def _over_infinitive(words: Sequence[Token], segment: Segment, verb: int) -> bool:
    """Whether an infinitive follows, which takes the object: «меры позволяют закрыть рынок»."""
    return any(t.pos == "INFN" and t.mention is None for t in words[verb + 1 : segment.last])


def _is_passive(token: Token, words: Sequence[Token], finite: int | None) -> bool:
    return token.pos == "PRTS" or token.low.endswith(("ся", "сь")) and token.pos in ("VERB", "INFN")


def _left(
    cut: Sequence[Segment], inside: list[list[Phrase]], k: int, at: int
) -> tuple[Phrase, ...]:
    """The phrases before a verb; where none is a subject, what the clause goes on from too."""
    left = [p for p in inside[k] if p.first < at]
    if any(not p.prep and "nomn" in p.cases for p in left) or cut[k].opens in ("и", "а", "но"):
        return tuple(left)
    for j in range(k - 1, -1, -1):
        if cut[j].aside:
            continue
        if cut[j].kind in ("main", "sub") or cut[j].opens in (";", ":"):
            break
        if cut[j].kind == "bare":
            left = [*inside[j], *left]
    return tuple(left)


def _right(
    cut: Sequence[Segment], inside: list[list[Phrase]], k: int, at: int
) -> tuple[Phrase, ...]:
    right = [p for p in inside[k] if p.first > at]
    if not right and _shares_objects(cut, inside, k):
        return tuple(inside[k + 1])
    for j in range(k + 1, len(cut)):
        if cut[j].kind in ("main", "sub") or cut[j].opens not in (",", ")", "("):
            break
        if cut[j].kind == "bare" and not (j + 1 < len(cut) and cut[j + 1].kind == "main"):
            right += inside[j]
    return tuple(right)


def _shares_objects(cut: Sequence[Segment], inside: list[list[Phrase]], k: int) -> bool:
    """«Не производит и не поставляет оружия»: the objects behind the second verb are of both."""
    if k + 1 >= len(cut) or cut[k + 1].opens not in ("и", "или", "либо"):
        return False
    return cut[k + 1].kind == "main" and cut[k].last + 1 == cut[k + 1].first


def _place_that_speaks(clause: Clause) -> Phrase | None:
    """«В компании заявили, что не продают»: the company does not sell."""
    return speaking(clause.finite, clause.left)


def _by_participle(
    words: Sequence[Token], cut: Sequence[Segment], inside: list[list[Phrase]], k: int, i: int
) -> Clause | None:
    """«двигатели, поставленные компанией X» and «принадлежащая ему фирма»."""
    segment, token = cut[k], words[i]
    governing = governs(token)
    form = token.forms[0] if governing else token.reads("PRTF")
    if form is None or any(p.head.start == token.start for p in inside[k]):
        return None
    readings = [f for f in token.forms if f.pos == form.pos]
    passive = governing or form.passive or token.low.endswith("ся")
    if segment.kind == "participle":
        owner = _owner(readings, cut, inside, k)
        right = tuple(p for p in inside[k] if p.last > i + 1)
        return (
            None
            if owner is None
            else Clause(token, form, token, (), right, owner, passive, segment)
        )
    for phrase in inside[k]:
        if token in phrase.modifiers:
            return Clause(token, form, token, (), (), phrase, passive, segment)
    after = [p for p in inside[k] if p.first > i]
    for place, phrase in enumerate(after[:4]):
        if not phrase.prep and _fits(phrase, readings):
            return Clause(token, form, token, (), tuple(after[:place]), phrase, passive, segment)
    return None


def _owner(
    readings: Sequence[Form], cut: Sequence[Segment], inside: list[list[Phrase]], k: int
) -> Phrase | None:
    for j in range(k - 1, -1, -1):
        for phrase in reversed(inside[j]):
            if _fits(phrase, readings):
                return phrase
        if cut[j].kind == "main":
            break
    return None


def _fits(phrase: Phrase, readings: Sequence[Form]) -> bool:
    return any(
        f.case in phrase.cases and agreeing(phrase.head.forms, f.number, f.gender) for f in readings
    )
