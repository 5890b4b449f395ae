"""The default extractor: rules that run offline and give the same answer every time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec

from enduse.extract.attribution import Attribution, attributions
from enduse.extract.chinese.script.as_written import as_written
from enduse.extract.chinese.script.simplified import simplified
from enduse.extract.chinese.voices import ChineseVoices
from enduse.extract.claims.maker import ClaimMaker
from enduse.extract.claims.naming import entity_id
from enduse.extract.claims.placed import Places
from enduse.extract.dates import dates
from enduse.extract.gazetteer import Gazetteer, listed
from enduse.extract.hearing.voices import Voices
from enduse.extract.invisible import Legible
from enduse.extract.language import READ, language_name, read_as
from enduse.extract.mentions.entities import Entities, entities
from enduse.extract.mentions.found import Found
from enduse.extract.pieces import MOST, joined, pieces, shifted
from enduse.extract.protocol import Extraction, TextToRead
from enduse.extract.quantities import disagreements, quantities
from enduse.extract.reading import Reading
from enduse.extract.relations.relation import Relation
from enduse.extract.segment import Span, paragraphs, sentences
from enduse.extract.stretches import Stretch, foreign, only
from enduse.model import Claim, Evidence, Issue, Locator, Mention

__all__ = ["RuleExtractor"]

Finder = Callable[[str, tuple[Span, ...], Mapping[str, str]], tuple[Found, ...]]
Relater = Callable[[Reading], tuple[Relation, ...]]
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
        maker = ClaimMaker(document, resolved, Places(counted, dated), spans)
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
