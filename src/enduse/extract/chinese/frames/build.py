"""A relation from the phrases that fill a frame."""

from collections.abc import Sequence
from dataclasses import replace

from enduse.extract.chinese.frames.clauses import VerbPhrase
from enduse.extract.chinese.frames.phrases import Clause, Phrase
from enduse.extract.chinese.frames.state import HOLDERS, Sentence
from enduse.extract.chinese.frames.table import Frame
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.relations.scope import firmness
from enduse.extract.segment import Span

__all__ = ["argument", "built", "is_kind", "quote_of"]

PACKAGE = "enduse.extract.chinese"


def is_kind(phrase: Phrase, kind: str) -> bool:
    """Whether a phrase is of the kind that a role asks for: name, place, person, product, thing."""
    head = phrase.mentions[-1] if phrase.mentions else None
    if kind == "name":
        return head is not None and head.schema != "Product"
    if kind == "place" and head is None:
        return any("\ue000" <= c <= "\ue007" for c in phrase.words)
    if kind == "place":
        return head is not None and head.schema in ("Address", *HOLDERS)
    if kind == "person":
        return head is not None and head.schema == "Person"
    if kind == "product":
        return head is not None and head.schema == "Product"
    if kind == "thing":
        return head is None or head.schema == "Product"
    return True


def quote_of(sentence: Sentence, clause: Clause, verb: VerbPhrase, used: Sequence[Phrase]) -> Span:
    """The verb with what stands around it in its clause."""
    inside = [p for p in used if clause.start <= p.start and p.end <= clause.end and p.end]
    ends = [p.end for p in (*inside, *verb.roles.values()) if clause.start <= p.start]
    low = min([verb.start, *(p.first or p.start for p in inside)])
    high = max([verb.end, *ends])
    return sentence.bones.span(low, high)


def built(
    sentence: Sentence,
    frame: Frame,
    filled: tuple[Phrase, Phrase | None, tuple[int, int] | None],
    quote: Span,
    focus: int,
) -> Relation:
    """The relation of a frame with its subject, its object and its number filled."""
    subject, target, value = filled
    firm = firmness(sentence.reading.text, sentence.span, quote, focus, PACKAGE)
    if frame.predicate == "sanctioned_by" and firm.modality in ("possible", "probable"):
        frame = replace(frame, predicate="risks", text="制裁")
    able = frame.predicate == "produces" and firm.modality in ("capability", "possible")
    return Relation(
        quote,
        "can_produce" if able else frame.predicate,
        argument(sentence, subject),
        _object(sentence, frame, target),
        focus,
        sentence.bones.span(*value) if value is not None else None,
        False,
        frame.polarity or firm.polarity,
        firm.modality,
        firm.hedge,
        scope=sentence.span,
    )


def _object(sentence: Sentence, frame: Frame, target: Phrase | None) -> Argument | None:
    if target is None:
        return Argument(text=frame.text) if frame.text else None
    if frame.words:
        span = sentence.bones.span(target.start, target.end)
        return Argument(text=sentence.reading.text[span.start : span.end][:160])
    if frame.lead and not target.mentions:
        first = sentence.bones.mentions.get(target.start)
        if first is not None:
            return Argument(first.span)
    if frame.strip and not target.mentions:
        return Argument(text=target.words.removesuffix(frame.strip).removesuffix("的"))
    return argument(sentence, target)


def argument(sentence: Sentence, phrase: Phrase) -> Argument:
    """A name by its place, other nouns by their words."""
    if phrase.mentions:
        return Argument(phrase.mentions[-1].span)
    written, places = phrase.words.replace("\x00", ""), sentence.bones.mentions
    for place in range(phrase.start, phrase.end):
        if place in places:
            written = written.replace(sentence.bones.text[place], places[place].text, 1)
    return Argument(text=written[:160])
