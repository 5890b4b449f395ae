"""From a relation and its voice to claims: names, numbers, dates, identity."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from hashlib import sha256

from enduse.extract.claims.naming import named, plain
from enduse.extract.claims.placed import Places, bound_of, unit_of, value_of
from enduse.extract.claims.told import modality, polarity, speaker_for
from enduse.extract.hearing.voices import Heard
from enduse.extract.mentions.entities import Entities
from enduse.extract.protocol import TextToRead
from enduse.extract.quantities import Quantity
from enduse.extract.relations.relation import Relation
from enduse.extract.segment import Span
from enduse.model import Claim, Conversion, Evidence, Hedge, Locator, Named

__all__ = ["ClaimMaker"]

_LONGEST_DATE = 30


def _rated(predicate: str, quantity: Quantity | None) -> str:
    """What is produced at a rate is a capacity: "could produce 800 drones a year"."""
    rated = quantity is not None and quantity.per is not None
    return "has_capacity" if rated and predicate in ("produces", "can_produce") else predicate


def _is_nobodys(obj: Named | None) -> bool:
    """Whether the object is a pronoun of which it is not known whose it is: "his lawyer"."""
    return obj is not None and obj.id is None and obj.text.lower() in ("his", "her", "its", "their")


@dataclass(frozen=True, slots=True)
class ClaimMaker:
    """Turns relations into claims: names, numbers, dates, identity."""

    document: TextToRead
    entities: Entities
    places: Places
    sentences: tuple[Span, ...]

    def claims(self, relation: Relation, heard: Heard) -> list[Claim]:
        """One claim for each subject and object that the relation names."""
        text, source = self.document.text, self.document.source
        span = relation.subject.span
        written = text[span.start : span.end].casefold() if span else ""
        subjects = tuple(
            speaker_for(s, written, heard)
            for s in named(relation.subject, text, self.entities, source)
        )
        objects: tuple[Named | None, ...] = (None,)
        if relation.object is not None:
            objects = named(relation.object, text, self.entities, source) or (None,)
        if len(subjects) == len(objects) == 1 and objects[0] and objects[0].id == subjects[0].id:
            subjects = (self._by_its_words(relation, subjects[0]),)
        return [
            self._claim(relation, heard, subject, obj, quantity)
            for subject in subjects
            for obj in objects
            if (obj is None or obj.id is None or obj.id != subject.id) and not _is_nobodys(obj)
            for quantity in self._numbers(relation)
        ]

    def _by_its_words(self, relation: Relation, subject: Named) -> Named:
        """The subject as it is described, where taking it for the object would say nothing.

        "Orbis, in which the state railway holds 34 per cent": the railway is not Orbis.
        """
        span = relation.subject.span
        found = self.entities.at(span.start) if span is not None else None
        if span is None or found is None or found[0].kind != "descriptor" or not found[0].strength:
            return subject
        return Named(plain(self.document.text[span.start : span.end]))

    def _numbers(self, relation: Relation) -> tuple[Quantity | None, ...]:
        """Its number; of a range both ends, each with its bound."""
        if relation.stated is not None:
            value, unit = relation.stated
            return (Quantity(relation.span, "", value, unit=unit, kind="percent"),)
        quantity = self.places.quantity(relation.quantity) if relation.quantity else None
        if quantity is None or quantity.value is not None or quantity.high is None:
            return (quantity,)
        ends = ((quantity.low, "at_least"), (quantity.high, "at_most"))
        return tuple(replace(quantity, value=value, bound=bound) for value, bound in ends)

    def _claim(
        self,
        relation: Relation,
        heard: Heard,
        subject: Named,
        obj: Named | None,
        quantity: Quantity | None,
    ) -> Claim:
        span, text = relation.span, self.document.text
        quote = text[span.start : span.end]
        predicate = _rated(relation.predicate, quantity)
        key = "|".join(
            (
                self.document.source,
                f"{span.start}-{span.end}",
                predicate,
                subject.text,
                obj.text if obj else "",
                f"{value_of(quantity)} {quantity.unit}" if quantity else "",
            )
        )
        hedge = relation.hedge
        return Claim(
            sha256(key.encode()).hexdigest()[:16],
            Evidence(Locator(self.document.source, span.start, span.end), quote),
            subject,
            predicate,
            obj,
            value_of(quantity),
            unit_of(quantity),
            bound_of(quantity),
            heard.chains,
            heard.cue,
            polarity(relation, heard, subject, quote),
            modality(relation, heard),
            Hedge(text[hedge.start : hedge.end], hedge.start, hedge.end) if hedge else None,
            self.places.date(relation.scope or self._clause(span)) or self._heading(relation),
            tuple(Conversion(c.value, c.unit) for c in quantity.conversions) if quantity else (),
        )

    def _heading(self, relation: Relation) -> str | None:
        """The date with which the sentence opens: "On 17 October 2024 the Office ..."."""
        at = bisect_left(self.sentences, relation.span.start, key=lambda s: s.end)
        if relation.own_voice or at >= len(self.sentences):
            return None
        start = self.sentences[at].start
        if not 0 < relation.span.start - start < _LONGEST_DATE:
            return None
        return self.places.date(Span(start, relation.span.start))

    def _clause(self, span: Span) -> Span:
        """The quotation and what follows it up to the next comma."""
        at = bisect_left(self.sentences, span.start, key=lambda s: s.end)
        end = self.sentences[at].end if at < len(self.sentences) else span.end
        comma = self.document.text.find(",", span.end, end)
        return Span(span.start, comma if comma >= 0 else max(end, span.end))
