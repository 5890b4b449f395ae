"""The default extractor: rules that run offline and give the same answer every time."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from typing import TypeVar

from enduse.extract.attribution import Attribution, attributions
from enduse.extract.chinese.script.as_written import as_written
from enduse.extract.chinese.script.simplified import simplified
from enduse.extract.chinese.voices import ChineseVoices
from enduse.extract.dates import DateMention, dates
from enduse.extract.gazetteer import Gazetteer, listed
from enduse.extract.hearing.told import modality, polarity, speaker_for
from enduse.extract.hearing.voices import Heard, Voices
from enduse.extract.invisible import Legible
from enduse.extract.language import READ, language_name, read_as
from enduse.extract.mentions.entities import Entities, entities
from enduse.extract.mentions.found import Found
from enduse.extract.naming import entity_id, named, plain
from enduse.extract.pieces import MOST, joined, pieces, shifted
from enduse.extract.protocol import Extraction, TextToRead
from enduse.extract.quantities import Quantity, disagreements, quantities
from enduse.extract.reading import Reading
from enduse.extract.relations.relation import Relation
from enduse.extract.segment import Span, paragraphs, sentences
from enduse.extract.stretches import Stretch, foreign, only
from enduse.model import Claim, Conversion, Evidence, Hedge, Issue, Locator, Mention, Named

__all__ = ["RuleExtractor"]

Finder = Callable[[str, tuple[Span, ...], Mapping[str, str]], tuple[Found, ...]]
Relater = Callable[[Reading], tuple[Relation, ...]]
_Placed = TypeVar("_Placed", Quantity, DateMention)
_VOICES = {"zh": ChineseVoices}
_FOLDERS = {"en": "english", "ru": "russian", "zh": "chinese"}


class RuleExtractor:
    """Reads English, Russian and Chinese by rules; other languages by the gazetteer alone.

    Example:
        >>> text = "Kupol, a subsidiary of Almaz-Antey, declined to comment."
        >>> found = RuleExtractor().extract(TextToRead("0" * 64, text, "en"))
        >>> [(c.subject.text, c.predicate, c.polarity) for c in found.claims]
        [('Kupol', 'subsidiary_of', 'asserted'), ('Kupol', 'comment_on', 'declined_to_comment')]
    """

    name = "rules"
    version = "3"

    def extract(self, document: TextToRead) -> Extraction:
        """Read one document; the same input always gives the same output.

        One longer than a book's chapter is read in pieces: nothing refers back beyond its own.
        Sentences in another language that has rules are read by these.
        """
        legible = Legible.of(document.text)
        document = replace(document, text=legible.text)
        language = read_as(document.text, document.language)
        others = foreign(document.text, language)
        codes = [c for c in READ if any(o.language == c for o in others) and _has_rules(c)]
        found = []
        for number, code in enumerate((None, *codes)):
            text = only(document.text, others, code)
            told = partial(_tell_of_one, document, number, 1 + len(codes))
            found.append(self._in(code or language, replace(document, text=text, told=told)))
        whole = joined(found) if len(found) > 1 else found[0]
        issues = (*whole.issues, *_letters_unread(document, language, others))
        return legible.restored(replace(whole, issues=issues), document.source)

    def _in(self, language: str | None, document: TextToRead) -> Extraction:
        if language not in READ or not _has_rules(language):
            return _by_gazetteer(document, language)
        text = document.text
        if len(text) <= MOST:
            return self._read(document, language)
        found = []
        for span in pieces(text):
            part = self._read(replace(document, text=text[span.start : span.end]), language)
            found.append(shifted(part, span.start))
            document.tell(span.end / len(text))
        return joined(found)

    def _read(self, document: TextToRead, language: str) -> Extraction:
        """Traditional characters are read as simplified ones and given back as written."""
        if language == "zh" and (folded := simplified(document.text)) != document.text:
            found = self._read_plain(replace(document, text=folded), language)
            return as_written(found, folded, document.text)
        return self._read_plain(document, language)

    def _read_plain(self, document: TextToRead, language: str) -> Extraction:
        text = document.text
        spans = sentences(text, language)
        finder, relater = _rules_of(language)
        found = finder(text, spans, _gazetteer_of(document))
        resolved = entities(found, spans)
        dated = dates(text, document.published, language)
        counted = quantities(text, language, dated=dated)
        relations = relater(Reading(text, language, spans, found, counted))
        voices = _VOICES.get(language, Voices)(
            text,
            (spans, paragraphs(text)),
            self.attributions(text, spans, language),
            resolved,
            document.publisher,
            language,
        )
        maker = _ClaimMaker(document, resolved, _Places(counted, dated), spans)
        claims = [c for r in relations for c in maker.claims(r, voices.heard(r))]
        unique = {c.id: c for c in claims}
        return Extraction(
            _mentions(document.source, resolved),
            tuple(sorted(unique.values(), key=_place)),
            disagreements(counted, document.source),
            language,
        )

    def attributions(
        self, text: str, sentences: Sequence[Span], language: str
    ) -> tuple[Attribution, ...]:
        """Who says what; a tagger that users train takes the place of this."""
        return attributions(text, sentences, language)


def _tell_of_one(document: TextToRead, number: int, languages: int, share: float) -> None:
    """Tell how far the whole is, where it is read once for each of its languages."""
    document.tell((number + share) / languages)


def _place(claim: Claim) -> tuple[int, int, str, str]:
    locator = claim.evidence.locator
    return locator.start, locator.end, claim.predicate, claim.id


_FOLDED: list[tuple[Mapping[str, str], Gazetteer]] = []


def _gazetteer_of(document: TextToRead) -> Gazetteer:
    """The names of a document, folded; made once where many documents come with the same ones."""
    if not _FOLDED or _FOLDED[0][0] is not document.gazetteer:
        _FOLDED[:] = [(document.gazetteer, Gazetteer.of(document.gazetteer))]
    return _FOLDED[0][1]


def _has_rules(language: str) -> bool:
    try:
        return find_spec(f"{_folder(language)}.finder") is not None
    except ModuleNotFoundError:
        return False


def _folder(language: str) -> str:
    return f"enduse.extract.{_FOLDERS[language]}"


def _rules_of(language: str) -> tuple[Finder, Relater]:
    folder = _folder(language)
    find: Finder = import_module(f"{folder}.finder").find
    relate: Relater = import_module(f"{folder}.relations").relations
    return find, relate


def _by_gazetteer(document: TextToRead, language: str | None) -> Extraction:
    found = listed(document.text, _gazetteer_of(document))
    resolved = entities(found, (Span(0, len(document.text)),))
    issues: tuple[Issue, ...] = ()
    if document.text.strip():
        said = "The language of the text is not known"
        if language:
            said = f"The text seems to be in {language_name(language)}, which has no rules here"
        message = f"{said}: only listed names were found in it."
        hint = " Add a translation as a source of its own."
        place = Locator(document.source, 0, 0)
        issues = (Issue(place, message + hint, " ".join(document.text[:80].split())),)
    return Extraction(_mentions(document.source, resolved), (), issues, language)


def _letters_unread(
    document: TextToRead, language: str | None, others: Sequence[Stretch]
) -> tuple[Issue, ...]:
    """A note on sentences in letters of no language that has rules, inside a text that has."""
    unread = [one.span for one in others if not one.language]
    if language not in READ or not unread:
        return ()
    first, count = unread[0], sum(one.end - one.start for one in unread)
    note = f"{count:,} characters are in a script that has no rules here and were not read."
    hint = " Add a translation as a source of its own."
    value = " ".join(document.text[first.start : first.end][:80].split())
    return (Issue(Locator(document.source, first.start, first.end), note + hint, value),)


def _mentions(source: str, resolved: Entities) -> tuple[Mention, ...]:
    found = []
    for mention, things in zip(resolved.found, resolved.resolved, strict=True):
        place = Evidence(Locator(source, mention.span.start, mention.span.end), mention.text)
        for thing in things:
            key = entity_id(source, thing)
            found.append(Mention(key, mention.text, thing.schema, place, thing.name))
        if mention.kind == "source":
            place_key = f"{source}|{mention.span.start}|{mention.text}|source"
            key = sha256(place_key.encode()).hexdigest()[:16]
            found.append(Mention(key, mention.text, mention.schema, place, mention.text))
    return tuple(found)


def _rated(predicate: str, quantity: Quantity | None) -> str:
    """What is produced at a rate is a capacity: "could produce 800 drones a year"."""
    rated = quantity is not None and quantity.per is not None
    return "has_capacity" if rated and predicate in ("produces", "can_produce") else predicate


def _value(quantity: Quantity | None) -> float | None:
    return quantity.value if quantity is not None else None


def _bound(quantity: Quantity | None) -> str | None:
    return quantity.bound if quantity is not None else None


def _is_stated(quantity: Quantity) -> bool:
    return quantity.kind != "ordinal" and (quantity.value, quantity.low) != (None, None)


def _unit(quantity: Quantity | None) -> str | None:
    if quantity is None or quantity.unit is None:
        return None
    return f"{quantity.unit}/{quantity.per}" if quantity.per else quantity.unit


@dataclass(frozen=True, slots=True)
class _Places:
    """Quantities and dates of a document, looked up by place."""

    counted: tuple[Quantity, ...]
    dated: tuple[DateMention, ...]

    def quantity(self, span: Span) -> Quantity | None:
        """The first number inside a span that is not an ordinal."""
        said = [q for q in self._inside(self.counted, span) if _is_stated(q)]
        if len(said) > 1 and said[0].value == 1 and said[1].kind == "count":
            return said[1]  # "in one case 14 cameras"
        return said[0] if said else None

    def date(self, span: Span) -> str | None:
        """The first date inside a span, with its bound kept apart."""
        return next((d.iso for d in self._inside(self.dated, span) if d.iso), None)

    @staticmethod
    def _inside(items: "tuple[_Placed, ...]", span: Span) -> "list[_Placed]":
        at = bisect_left(items, span.start, key=lambda x: x.span.end)
        found = []
        while at < len(items) and items[at].span.start < span.end:
            found.append(items[at])
            at += 1
        return found


_LONGEST_DATE = 30


def _is_nobodys(obj: Named | None) -> bool:
    """Whether the object is a pronoun of which it is not known whose it is: "his lawyer"."""
    return obj is not None and obj.id is None and obj.text.lower() in ("his", "her", "its", "their")


@dataclass(frozen=True, slots=True)
class _ClaimMaker:
    """Turns relations into claims: names, numbers, dates, identity."""

    document: TextToRead
    entities: Entities
    places: _Places
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
                f"{_value(quantity)} {quantity.unit}" if quantity else "",
            )
        )
        hedge = relation.hedge
        return Claim(
            sha256(key.encode()).hexdigest()[:16],
            Evidence(Locator(self.document.source, span.start, span.end), quote),
            subject,
            predicate,
            obj,
            _value(quantity),
            _unit(quantity),
            _bound(quantity),
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
