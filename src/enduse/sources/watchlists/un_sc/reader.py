"""Reads the UN Security Council's consolidated list, XML."""

from collections.abc import Iterator, Sequence

from enduse.errors import UnreadableSource
from enduse.model import Issue, Locator, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.source_info import load_source_info
from enduse.sources.watchlists import put
from enduse.sources.watchlists.entry import Entry, repeated, told
from enduse.sources.watchlists.place import XmlPlace
from enduse.sources.watchlists.un_sc.birth import births
from enduse.sources.watchlists.xml_issues import issues_of
from enduse.sources.xml_records import Element, Fault, Record, root_of, xml_records

DATASET = "un_sc"
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_PARTS = ("firstName", "secondName", "middleName", "lastName")
_ADDRESS = {
    "street": "STREET",
    "city": "CITY",
    "state": "STATE_PROVINCE",
    "postalCode": "ZIP_CODE",
    "country": "COUNTRY",
    "remarks": "NOTE",
}


class UnReader:
    """The list of all sanctions regimes of the Security Council."""

    name = DATASET
    version = "1"

    def read(self, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
        """Read the consolidated list.

        Raises:
            UnreadableSource: A file is not that list.
        """
        for file in files:
            root = root_of(file.path)
            if root is None or root.tag != "CONSOLIDATED_LIST":
                raise UnreadableSource(file.name, "the list", "its root is not CONSOLIDATED_LIST")
            yield from _read(file)


def _read(file: StoredFile) -> Iterator[Statement | Issue]:
    seen: dict[str, int] = {}
    for record in xml_records(file.path, ("INDIVIDUAL", "ENTITY")):
        if isinstance(record, Fault):
            where = Locator(file.sha256, record.start, record.end)
            yield Issue(where, record.message, record.text)
            continue
        yield from _record(file, record, seen)


def _text(parent: Element, tag: str) -> str:
    found = parent.first(tag)
    return found.text if found else ""


def _record(file: StoredFile, record: Record, seen: dict[str, int]) -> Iterator[Statement | Issue]:
    root = record.root
    number = _text(root, "DATAID")
    place = XmlPlace(file.sha256, f"record {number or record.number}", record)
    yield from issues_of(place)
    ident = root.first("DATAID")
    if ident is None or not number:
        yield Issue(place.whole(root).locator, "This record has no DATAID; it was left out.")
        return
    proof = place.text(ident)
    schema = "Person" if root.tag == "INDIVIDUAL" else "Organization"
    entry = Entry(repeated(f"un-{number}", seen), schema, DATASET, proof)
    if seen[f"un-{number}"] > 1:
        entry.issue(proof, f"Record {number} comes again; it was kept as a party of its own.")
    _names(entry, place)
    _facts(entry, place)
    others = [_sanction(entry, place), *_addresses(entry, place), *_papers(entry, place)]
    yield from told((entry, *others))


def _names(entry: Entry, place: XmlPlace) -> None:
    root = place.record.root
    parts = [(tag, one) for tag in _NAMES if (one := root.first(tag)) and one.text]
    if not parts:
        entry.issue(entry.proof, "This record has no name.")
        return
    whole = " ".join(one.text for _, one in parts)
    first, last = parts[0][1], parts[-1][1]
    entry.add("name", " ".join(whole.split()), place.between(first, last, "FIRST_NAME"))
    if entry.schema == "Person":
        entry.add("firstName", first.text, place.text(first))
        for _, one in parts[1:-1]:
            entry.add("middleName", one.text, place.text(one))
        if last is not first:
            entry.add("lastName", last.text, place.text(last))
    if (script := root.first("NAME_ORIGINAL_SCRIPT")) and script.text:
        entry.add("alias", " ".join(script.text.split()), place.text(script))
    for alias in (*root.all("INDIVIDUAL_ALIAS"), *root.all("ENTITY_ALIAS")):
        _alias(entry, place, alias)


def _alias(entry: Entry, place: XmlPlace, alias: Element) -> None:
    name = alias.first("ALIAS_NAME")
    if name is None or not name.text:
        return
    kinds = {"Good": "alias", "a.k.a.": "alias", "f.k.a.": "previousName", "Low": "weakAlias"}
    quality = _text(alias, "QUALITY")
    prop = kinds.get(quality)
    evidence = place.text(name)
    if prop is None:
        entry.issue(evidence, f"The quality {quality!r} is not known; the name was kept as weak.")
    entry.add(prop or "weakAlias", " ".join(name.text.split()), evidence, name.text)
    for tag, prop in (("DATE_OF_BIRTH", "birthDate"), ("COUNTRY_OF_BIRTH", "birthCountry")):
        if (one := alias.first(tag)) and one.text:
            adding = put.date if prop == "birthDate" else put.nation
            adding(entry, prop, one.text, place.text(one))
    for tag, prop in (("CITY_OF_BIRTH", "birthPlace"), ("NOTE", "notes")):
        if (one := alias.first(tag)) and one.text:
            entry.add(prop, one.text, place.text(one))


def _facts(entry: Entry, place: XmlPlace) -> None:
    root = place.record.root
    for path, prop in (
        (("COMMENTS1",), "notes"),
        (("TITLE", "VALUE"), "title"),
        (("DESIGNATION", "VALUE"), "position"),
    ):
        for one in root.inside(*path):
            put.fitting(entry, prop, one.text, place.text(one))
    for one in root.inside("NATIONALITY", "VALUE"):
        prop = "nationality" if entry.schema == "Person" else "country"
        put.nation(entry, prop, one.text, place.text(one))
    for one in root.all("GENDER"):
        put.sex(entry, one.text, place.text(one))
    births(entry, place)


def _sanction(entry: Entry, place: XmlPlace) -> Entry:
    root, info = place.record.root, load_source_info(__package__)
    made = entry.beside("sanction", "Sanction", DATASET, entry.proof)
    made.say("entity", entry.entity_id, entry.proof)
    made.say("authority", "United Nations Security Council", entry.proof)
    for tag, prop in (("REFERENCE_NUMBER", "unscId"), ("UN_LIST_TYPE", "program")):
        if (one := root.first(tag)) and one.text:
            made.add(prop, one.text, place.text(one))
    for one in root.all("UN_LIST_TYPE"):
        evidence = place.text(one)
        entry.say("topics", "sanction", evidence)
        if measure := info.lookups["programs"].get(one.text):
            made.add("provisions", measure, evidence)
        else:
            entry.issue(evidence, f"The programme {one.text!r} is not known; it was kept.")
    for path, prop in (
        (("LISTED_ON",), "listingDate"),
        (("LAST_DAY_UPDATED", "VALUE"), "modifiedAt"),
    ):
        for one in root.inside(*path):
            put.date(made, prop, one.text, place.text(one))
    return made


def _addresses(entry: Entry, place: XmlPlace) -> Iterator[Entry]:
    root = place.record.root
    for one in (*root.all("INDIVIDUAL_ADDRESS"), *root.all("ENTITY_ADDRESS")):
        parts = {prop: _text(one, tag) for prop, tag in _ADDRESS.items()}
        if not any(text for prop, text in parts.items() if prop != "remarks"):
            if note := one.first("NOTE"):
                entry.add("notes", note.text, place.text(note))
            continue
        yield put.address(entry, parts, place.whole(one))


def _papers(entry: Entry, place: XmlPlace) -> Iterator[Entry]:
    spelt = load_source_info(__package__).lookups["papers"]
    for one in place.record.root.all("INDIVIDUAL_DOCUMENT"):
        kind = " ".join((_text(one, "TYPE_OF_DOCUMENT") or _text(one, "TYPE_OF_DOCUMENT2")).split())
        number, note = _text(one, "NUMBER"), _text(one, "NOTE")
        if not number:
            # Some documents stand in the note alone, number and all.
            entry.add("notes", f"{kind} {note}".strip(), place.whole(one), note or kind)
            continue
        where = _text(one, "ISSUING_COUNTRY") or _text(one, "COUNTRY_OF_ISSUE")
        given = put.Paper(
            spelt.get(kind, kind), number, where, issued=_text(one, "DATE_OF_ISSUE"), note=note
        )
        if made := put.paper(entry, given, place.whole(one)):
            yield made
