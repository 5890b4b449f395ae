"""A designation printed in the Official Journal as FtM statements."""

import re
from collections.abc import Callable, Iterator, Sequence

from enduse.model import Evidence
from enduse.model.ftm import is_schema
from enduse.sources.source_info import load_source_info
from enduse.sources.watchlists import put
from enduse.sources.watchlists.dates import one_date, when
from enduse.sources.watchlists.entry import Entry
from enduse.sources.watchlists.eu_journal.papers import journal_paper
from enduse.sources.watchlists.eu_journal.rows import JournalRow
from enduse.sources.watchlists.identifiers import compact, identifier, is_sound

DATASET = "eu_journal"
_NAMES = ("name", "alias", "weakAlias", "previousName")
_TEXTS = (
    "position", "appearance", "ethnicity", "fatherName", "motherName", "legalForm", "sector",
    "birthPlace", "notes", "ticker",
)  # fmt: skip
_COUNTRIES = ("country", "nationality", "jurisdiction", "flag")
_CODES = (
    "taxNumber", "innCode", "ogrnCode", "kppCode", "okpoCode", "leiCode", "swiftBic",
    "imoNumber", "mmsi",
)  # fmt: skip
_CONTACTS = ("phone", "email", "website")
# What a transcription leaves where a label or a picture stood; no name of anybody.
_ARTEFACT = re.compile(r"Text of image$|[A-Z][a-z]+:$")
_BETWEEN = re.compile(r"\s*(?:\(?\b[a-h]\)|;|, | or | and | / |/)\s*")
_ASIDE = re.compile(r"\s*\([^()]*\)\s*|\s*\(.*$|^[^(]*\)")
_NAMED = re.compile(
    r"\b(?P<kind>INN|OGRN|KPP|OKPO|USCC|LEI)\b\)?\W{0,4}(?:no\.?|number)?\W{0,3}"
    r"(?P<value>[0-9A-Z]{8,20})\b",
    re.IGNORECASE,
)
_KINDS = {
    "inn": "innCode",
    "ogrn": "ogrnCode",
    "kpp": "kppCode",
    "okpo": "okpoCode",
    "uscc": "uscCode",
    "lei": "leiCode",
}


def party(rows: Sequence[JournalRow]) -> Iterator[Entry]:
    """Make the entities of all rows of one entry of an annex."""
    first = rows[0]
    schema = first.text("schema") if is_schema(first.text("schema")) else "LegalEntity"
    entry = Entry(first.entity_id, schema, DATASET, first.at("name"))
    if schema != first.text("schema"):
        entry.issue(first.at("schema"), f"{first.text('schema')!r} is no schema; it was left open.")
    others: list[Entry] = []
    for row in rows:
        others.append(_sanction(entry, row))
        others.extend(_facts(entry, row))
    yield from (entry, *others)


def _facts(entry: Entry, row: JournalRow) -> Iterator[Entry]:
    for prop in _NAMES:
        for text, evidence in row.items(prop):
            _name(entry, prop, text, evidence)
    for props, adding in _ADDING:
        for prop in props:
            for text, evidence in row.items(prop):
                adding(entry, prop, text, evidence)
    for text, evidence in row.items("gender"):
        put.sex(entry, text, evidence)
    for text, evidence in row.items("registrationNumber"):
        _registration(entry, text, evidence)
    for prop, label in (("passportNumber", "Passport"), ("idNumber", "National ID No.")):
        for text, evidence in row.pieces(prop):
            if made := _paper(entry, label, text, evidence):
                yield made
    for text, evidence in row.pieces("address"):
        yield put.address(entry, {"full": text}, evidence)


def _name(entry: Entry, prop: str, text: str, evidence: Evidence) -> None:
    if _ARTEFACT.match(text):
        entry.issue(evidence, f"{text!r} is left from the transcription and no name.")
    else:
        put.fitting(entry, prop, " ".join(text.split()), evidence)


def _code(entry: Entry, prop: str, text: str, evidence: Evidence) -> None:
    put.code(entry, identifier(prop, text), evidence, text)


def _days(entry: Entry, prop: str, text: str, evidence: Evidence) -> None:
    """Dates as printed: enumerated, in alternatives, with words beside them."""
    whole = when(text)
    if whole:
        values = list(whole.values)
    else:
        bare = _ASIDE.sub(" ", re.sub(r"\(([a-h])\)", r"\1)", text)) if "(" in text else text
        found = [when(part) for part in _BETWEEN.split(bare) if part.strip(' ".')]
        values = [value for one in found if one for value in one.values]
        if not values or not all(found):
            entry.issue(evidence, f"{text[:80]!r} is not all dates of the calendar.")
            put.fitting(entry, "notes", f"{prop}: {text}", evidence, text)
    for value in dict.fromkeys(values):
        put.fitting(entry, prop, value, evidence, text)


_ADDING: tuple[tuple[Sequence[str], Callable[[Entry, str, str, Evidence], None]], ...] = (
    (_TEXTS, put.fitting),
    (_COUNTRIES, put.nation),
    (("birthDate", "incorporationDate"), _days),
    (_CONTACTS, put.contact),
    (_CODES, _code),
)


def _registration(entry: Entry, text: str, evidence: Evidence) -> None:
    """A registration number, and the typed number that it is or names."""
    put.fitting(entry, "registrationNumber", " ".join(text.split()), evidence, text)
    bare = compact(text)
    for prop in ("ogrnCode", "uscCode"):
        if len(bare) in (13, 15, 18) and is_sound(prop, bare) and bare[:1] in "159":
            put.code(entry, identifier(prop, bare), evidence, text)
            return
    for found in _NAMED.finditer(text):
        put.code(entry, identifier(_KINDS[found["kind"].lower()], found["value"]), evidence, text)


def _paper(entry: Entry, label: str, text: str, evidence: Evidence) -> Entry | None:
    given = journal_paper(label, text)
    if given is None and label == "Passport":
        given = put.Paper(label, text)
    if given is None:
        put.fitting(entry, "idNumber", text, evidence)
        return None
    return put.paper(entry, given, evidence)


def _sanction(entry: Entry, row: JournalRow) -> Entry:
    measure, at = row.text("measure"), row.at("measure")
    key = "|".join(row.text(name) for name in ("programKey", "annex", "measure"))
    made = entry.beside("sanction", "Sanction", f"{row.act}|{key}", at)
    made.say("entity", entry.entity_id, row.at("name"))
    made.say("authority", "Council of the European Union", row.at("programKey"))
    made.say("country", "eu", row.at("programKey"))
    program, lookups = row.text("programKey"), load_source_info(__package__).lookups
    known = program in lookups["programs"]
    put.program(entry, made, program, row.at("programKey"), is_known=known)
    made.add("provisions", measure, at)
    topic = lookups["topics"].get(measure)
    if topic is None:
        entry.issue(at, f"The measure {measure!r} is not known; what it means was left open.")
    else:
        entry.say("topics", topic, at)
    act = "celex" if row.text("celex") else "amendedCelex"
    words = f"{row.act}, annex {row.text('annex')}" if row.text("annex") else row.act
    made.add("recordId", row.text("recordId"), row.at("recordId"))
    made.add("summary", words, row.at("annex" if row.text("annex") else act), words)
    url = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:"
    made.say("sourceUrl", url + row.act, row.at(act))
    if amending := row.text("amendmentCelex"):
        made.say("sourceUrl", url + amending, row.at("amendmentCelex"))
    made.add("reason", row.text("reason"), row.at("reason"))
    if text := row.text("startDate"):
        if day := one_date(text):
            made.add("listingDate", day, row.at("startDate"))
        else:
            entry.issue(row.at("startDate"), f"{text!r} is no date of the calendar.")
    return made
