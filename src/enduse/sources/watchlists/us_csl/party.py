"""An entry of the CSL as FtM statements."""

import hashlib
import re
from collections.abc import Iterator
from functools import cache

from enduse.sources.source_info import load_source_info
from enduse.sources.watchlists import put
from enduse.sources.watchlists.entry import Entry, repeated
from enduse.sources.watchlists.us_csl.record import CslId, CslRecord
from enduse.sources.watchlists.values import natural_order, number

DATASET = "us_csl"
_LIST = re.compile(r"\((?:ITAR |NS-)?([A-Z]+)\)")
_TREASURY = frozenset({"SDN", "SSI", "PLC", "FSE", "CAP", "MBS", "CMIC"})
_TEXTS = {
    "remarks": "notes",
    "places_of_birth": "birthPlace",
    "call_sign": "callSign",
    "vessel_type": "type",
}
_COUNTRIES = {
    "citizenships": "citizenship",
    "nationalities": "nationality",
    "vessel_flag": "flag",
    "country": "country",
}
_SANCTION = {
    "federal_register_notice": "recordId",
    "license_requirement": "summary",
    "license_policy": "summary",
}
_DATES = {"start_date": "startDate", "end_date": "endDate"}
_URLS = {"source_list_url": "sourceUrl", "source_information_url": "programUrl"}


def list_code(source: str) -> str:
    """The short name of the list inside the CSL.

    Example:
        >>> list_code("Entity List (EL) - Bureau of Industry and Security")
        'EL'
    """
    found = _LIST.search(source)
    return found[1] if found else ""


def _party_id(given: CslRecord, code: str) -> str:
    if code in _TREASURY and (uid := given.text("entity_number")):
        return f"ofac-{uid}"
    if ident := given.text("_id"):
        return f"csl-{ident}"
    # Before 2023 the other lists came without any id; the same entry has the same key.
    key = "|".join(given.text(name) for name in ("source", "name", "start_date", "programs"))
    key += "|".join(parts.get("full", "") for parts, _ in given.addresses)
    return "csl-" + hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()[:16]


def party(given: CslRecord, seen: dict[str, int]) -> Iterator[Entry]:
    """Make the entities of one entry: the party, its sanction, and what belongs to it."""
    info = load_source_info(__package__)
    code = list_code(given.text("source"))
    kind = given.text("type").lower()
    schema = info.lookups["schemata"].get(kind, "LegalEntity")
    ident = _party_id(given, code)
    entry = Entry(repeated(ident, seen), schema, DATASET, given.at("name"))
    if seen[ident] > 1:
        where = next((one for one in ("_id", "id", "entity_number") if given.text(one)), "name")
        entry.issue(given.at(where), f"The id {ident} comes again; it was kept apart.")
    if kind and kind not in info.lookups["schemata"]:
        entry.issue(given.at("type"), f"{kind!r} is no kind of party we know; it was left open.")
    _names(entry, given)
    _facts(entry, given)
    sanction = _sanction(entry, given, code)
    others = [put.address(entry, parts, at) for parts, at in given.addresses]
    others += [made for one in given.ids if (made := _identifier(entry, sanction, one))]
    yield from (entry, sanction, *others)


def _names(entry: Entry, given: CslRecord) -> None:
    if not given.values.get("name"):
        entry.issue(given.whole, "This entry has no name.")
    for column, prop in (("name", "name"), ("alt_names", "alias")):
        for text, evidence in given.values.get(column, ()):
            value = natural_order(text) if entry.schema == "Person" else text
            entry.add(prop, " ".join(value.split()), evidence, text)
    text, evidence = given.text("name"), given.at("name")
    if entry.schema == "Person" and natural_order(text) != text:
        family, _, first = text.partition(",")
        entry.add("lastName", family.strip(), evidence)
        entry.add("firstName", first.strip(), evidence)


def _facts(entry: Entry, given: CslRecord) -> None:
    for column, prop in _TEXTS.items():
        for text, evidence in given.values.get(column, ()):
            put.fitting(entry, prop, text, evidence)
    for text, evidence in given.values.get("title", ()):
        put.fitting(entry, "position", text, evidence)
    for text, evidence in given.values.get("vessel_owner", ()):
        entry.add("notes", f"Vessel owner: {text}", evidence, text)
    for column, prop in _COUNTRIES.items():
        for text, evidence in given.values.get(column, ()):
            put.nation(entry, prop, text, evidence)
    for text, evidence in given.values.get("dates_of_birth", ()):
        prop = "birthDate" if entry.schema == "Person" else "incorporationDate"
        put.date(entry, prop, text, evidence)
    for column, prop in (
        ("gross_tonnage", "tonnage"),
        ("gross_registered_tonnage", "grossRegisteredTonnage"),
    ):
        for text, evidence in given.values.get(column, ()):
            if value := number(text):
                put.fitting(entry, prop, value, evidence)
            else:
                entry.issue(evidence, f"{text!r} is no number; it was left out.")


def _identifier(entry: Entry, sanction: Entry, given: CslId) -> Entry | None:
    label, evidence = given.paper.label.lower(), given.evidence
    text = given.paper.number
    if label == "gender":
        put.sex(entry, text, evidence)
    elif label == "email address":
        put.contact(entry, "email", text, evidence)
    elif label == "website":
        put.contact(entry, "website", text, evidence)
    elif label == "phone number":
        put.contact(entry, "phone", text, evidence)
    elif label == "organization established date":
        put.date(entry, "incorporationDate", text, evidence)
    elif label.startswith("secondary sanctions risk") or "sanction" in given.words.lower():
        sanction.add("summary", given.words, evidence)
    elif not label or label in ("target type", "digital currency address"):
        entry.add("notes", given.words, evidence)
    else:
        return put.paper(entry, given.paper, evidence)
    return None


@cache
def _programs() -> frozenset[str]:
    house = __package__.rpartition(".")[0]
    lists = (load_source_info(f"{house}.{name}") for name in ("us_ofac_sdn", "us_ofac_cons"))
    return frozenset(code for info in lists for code in info.lookups["programs"])


def _sanction(entry: Entry, given: CslRecord, code: str) -> Entry:
    info = load_source_info(__package__)
    source, at = given.text("source"), given.at("source")
    made = entry.beside("sanction", "Sanction", source, at)
    made.say("entity", entry.entity_id, at)
    made.add("authority", source.rpartition(" - ")[2] or source, at, source)
    made.say("country", "us", at)
    known = info.lookups["lists"].get(code)
    if known is None:
        entry.issue(at, f"The list {source!r} is not known; what it means was left open.")
    else:
        made.say("provisions", known["measure"], at)
        entry.say("topics", known["topic"], at)
    made.add("program", source.partition(" - ")[0], at, source)
    for text, evidence in given.values.get("programs", ()):
        # Other departments name a law or nothing; only OFAC's programmes are a list of codes.
        is_known = "Treasury" not in source or text in _programs()
        put.program(entry, made, text, evidence, is_known=is_known)
    for column, prop in _SANCTION.items():
        for text, evidence in given.values.get(column, ()):
            made.add(prop, text, evidence)
    for text, evidence in given.values.get("standard_order", ()):
        made.add("status", f"Standard order: {text}", evidence, text)
    for column, prop in _DATES.items():
        for text, evidence in given.values.get(column, ()):
            put.date(made, prop, text, evidence)
    for column, prop in _URLS.items():
        for text, evidence in given.values.get(column, ()):
            if text.startswith("http"):
                made.add(prop, text, evidence)
    return made
