"""Deeds that are only planned, and clauses that are confirmed: told by their words."""

from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.relations.scope import firmness
from enduse.extract.russian.clauses import Clause
from enduse.extract.russian.frames.sentence import PACKAGE, Sentence, argument, balanced, place_of
from enduse.extract.russian.frames.verbs import is_negated

__all__ = ["confirmed_clause", "enabled", "planned"]

_CONFIRMING = frozenset(("подтвердить", "подтверждать"))
_ENDS = frozenset(",.;!?")


def planned(sentence: Sentence, clause: Clause) -> Relation | None:
    """«Намерен нарастить выпуск»: the deed is planned and nothing of it is done yet."""
    if clause.subject is None or clause.verb.start < clause.finite.start:
        return None
    if clause.verb.low in ("делать", "сделать"):
        return None
    last = max((p.end for p in clause.right), default=clause.verb.end)
    words = sentence.bones.span(clause.verb.start, last)
    value = next((p for p in clause.right if p.counted and not p.is_time), None)
    here = clause.subject in clause.left
    quote = sentence.bones.span(clause.subject.start if here else clause.finite.start, last)
    focus = sentence.bones.places[clause.finite.start]
    firm = firmness(sentence.reading.text, sentence.span, quote, focus, PACKAGE)
    negated = is_negated(sentence, replace(clause, verb=clause.finite))
    return Relation(
        quote,
        "plans",
        argument(sentence, clause.subject),
        Argument(text=" ".join(sentence.reading.text[words.start : words.end].split())[:160]),
        focus,
        place_of(sentence, value) if value is not None else None,
        polarity="negated" if negated else firm.polarity,
        modality="planned",
        hedge=firm.hedge,
        scope=sentence.span,
    )


def enabled(sentence: Sentence, clause: Clause) -> Relation | None:
    """«Корпус позволит увеличить выпуск»: what something is for; nothing of it is done yet."""
    thing = clause.subject
    if thing is None or thing.is_time or clause.verb.start < clause.finite.start:
        return None
    counted = any(p.counted and not p.is_time for p in clause.right)
    if counted or is_negated(sentence, replace(clause, verb=clause.finite)):
        return None
    last = max((p.end for p in clause.right), default=clause.verb.end)
    words = sentence.bones.span(clause.verb.start, last)
    here = thing in clause.left and not thing.head.low.startswith("котор")
    quote = sentence.bones.span(thing.start if here else clause.finite.start, last)
    focus = sentence.bones.places[clause.finite.start]
    firm = firmness(sentence.reading.text, sentence.span, quote, focus, PACKAGE)
    return Relation(
        balanced(sentence, quote),
        "has_purpose",
        argument(sentence, thing),
        Argument(text=" ".join(sentence.reading.text[words.start : words.end].split())[:160]),
        focus,
        modality=firm.modality,
        hedge=firm.hedge,
        scope=sentence.span,
    )


def confirmed_clause(sentence: Sentence, clause: Clause) -> Iterator[Relation]:
    """«Подтвердило, что проводит проверку»: what is confirmed stands after the comma."""
    if not {f.lemma for f in clause.verb.forms} & _CONFIRMING or clause.subject is None:
        return
    at = clause.segment.last
    if [t.low for t in sentence.words[at : at + 2]] != [",", "что"] or not clause.subject.human:
        return
    ends = (k for k in range(at + 2, len(sentence.words)) if sentence.words[k].low in _ENDS)
    end = next(ends, len(sentence.words))
    first, last = sentence.words[at + 2].start, sentence.words[end - 1].end
    words = sentence.bones.span(first, last)
    here = clause.subject in clause.left
    start = clause.subject.start if here else clause.verb.start
    quote = sentence.bones.span(start, last)
    focus = sentence.bones.places[clause.verb.start]
    target = Argument(text=" ".join(sentence.reading.text[words.start : words.end].split())[:160])
    polarity = "negated" if is_negated(sentence, clause) else "asserted"
    yield Relation(
        quote, "confirmed", argument(sentence, clause.subject), target, focus,
        polarity=polarity, scope=sentence.span,
    )  # fmt: skip
