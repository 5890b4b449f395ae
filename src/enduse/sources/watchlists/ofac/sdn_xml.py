"""OFAC's older XML (SDN.XML, CONSOLIDATED.XML): the same parties, weak names marked as such."""

import re
from collections.abc import Iterator

from enduse.model import Evidence, Issue, Locator, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.source_info import SourceInfo
from enduse.sources.watchlists import put
from enduse.sources.watchlists.entry import Entry, repeated, told
from enduse.sources.watchlists.names import NameIndex
from enduse.sources.watchlists.ofac.facts import Facts
from enduse.sources.watchlists.ofac.remarks import Item, item
from enduse.sources.watchlists.ofac.sanction import sanction_of
from enduse.sources.watchlists.place import XmlPlace
from enduse.sources.watchlists.xml_issues import issues_of
from enduse.sources.xml_records import Element, Fault, Record, xml_records

_RECORD = ("sdnEntry",)
_SCHEMATA = {
    "individual": "Person",
    "entity": "Organization",
    "vessel": "Vessel",
    "aircraft": "Airplane",
}
_LINKED = re.compile(r"Linked To: (.+?)\.?\)?(?=\s*(?:;|$|\())")
_ADDRESS = {
    "city": "city",
    "state": "stateOrProvince",
    "postalCode": "postalCode",
    "country": "country",
}


def read_sdn_xml(info: SourceInfo, file: StoredFile) -> Iterator[Statement | Issue]:
    """Read one file: once for the names that "Linked To" may mean, then all of it."""
    index = NameIndex()
    for record in xml_records(file.path, _RECORD):
        if isinstance(record, Record):
            root = record.root
            party = f"ofac-{_text(root, 'uid')}"
            for one in (root, *root.inside("akaList", "aka")):
                if _text(one, "category") != "weak":
                    index.add(party, _listed_name(one))
    seen: dict[str, int] = {}
    for record in xml_records(file.path, _RECORD):
        if isinstance(record, Fault):
            where = Locator(file.sha256, record.start, record.end)
            yield Issue(where, record.message, record.text)
        else:
            yield from _party(info, file, record, index, seen)


def _text(parent: Element, tag: str) -> str:
    found = parent.first(tag)
    return found.text if found else ""


def _listed_name(element: Element) -> str:
    """A name as the CSV writes it: "FAMILY, Given"."""
    return ", ".join(text for tag in ("lastName", "firstName") if (text := _text(element, tag)))


def _party(
    info: SourceInfo, file: StoredFile, record: Record, index: NameIndex, seen: dict[str, int]
) -> Iterator[Statement | Issue]:
    root = record.root
    number = root.first("uid")
    ident = number.text if number else ""
    place = XmlPlace(file.sha256, f"record {ident or record.number}", record)
    yield from issues_of(place)
    if number is None or not ident:
        yield Issue(place.whole(root).locator, "This record has no uid; it was left out.")
        return
    kind = _text(root, "sdnType").lower()
    proof = place.text(number)
    party_id = repeated(f"ofac-{ident}", seen)
    entry = Entry(party_id, _SCHEMATA.get(kind, "LegalEntity"), info.name, proof)
    if party_id != f"ofac-{ident}":
        entry.issue(proof, f"Record {ident} comes again; it was kept as a party of its own.")
    if kind not in _SCHEMATA:
        entry.issue(proof, f"{kind!r} is no kind of party we know; it was left open.")
    for one in (root, *root.inside("akaList", "aka")):
        _name(entry, place, one)
    programs = [(one.text, place.text(one)) for one in root.inside("programList", "program")]
    whole = place.whole(root.first("programList") or number)
    sanction = sanction_of(info, entry, whole, programs)
    facts = Facts(entry, index)
    facts.sanction = sanction
    for found, evidence in _items(place):
        facts.take(found, evidence)
    _notes(entry, place)
    addresses = [
        made
        for one in root.inside("addressList", "address")
        if (made := _address(entry, place, one))
    ]
    yield from told((entry, sanction, *addresses, *facts.others))


def _name(entry: Entry, place: XmlPlace, element: Element) -> None:
    last, first = element.first("lastName"), element.first("firstName")
    parts = [one for one in (first, last) if one and one.text]
    if not parts:
        entry.issue(entry.proof, "A name of this party is empty.")
        return
    ordered = sorted(parts, key=lambda one: one.start)
    evidence = place.between(ordered[0], ordered[-1], "name")
    kinds = {"f.k.a.": "previousName"}
    prop = "name" if element is place.record.root else kinds.get(_text(element, "type"), "alias")
    if _text(element, "category") == "weak":
        prop = "weakAlias"
    entry.say(prop, " ".join(one.text for one in parts), evidence)
    if prop == "name" and entry.schema == "Person":
        for one, target in ((first, "firstName"), (last, "lastName")):
            if one:
                entry.add(target, one.text, place.text(one))


_LISTS = (
    (("dateOfBirthList", "dateOfBirthItem"), "dateOfBirth", "DOB"),
    (("placeOfBirthList", "placeOfBirthItem"), "placeOfBirth", "POB"),
    (("nationalityList", "nationality"), "country", "nationality"),
    (("citizenshipList", "citizenship"), "country", "citizen"),
)
_VESSEL = {
    "callSign": "Vessel Call Sign",
    "vesselType": "Vessel Type",
    "vesselFlag": "Vessel Flag",
    "tonnage": "Vessel Tonnage",
    "grossRegisteredTonnage": "Vessel Gross Registered Tonnage",
}


def _items(place: XmlPlace) -> Iterator[tuple[Item, Evidence]]:
    root = place.record.root
    for path, tag, label in _LISTS:
        for one in root.inside(*path):
            if (value := one.first(tag)) and value.text:
                yield item(f"{label} {value.text}"), place.text(value)
    for one in root.inside("idList", "id"):
        words = f"{_text(one, 'idType')} {_text(one, 'idNumber')}"
        for tag, form in (
            ("idCountry", " ({})"),
            ("issueDate", " issued {}"),
            ("expirationDate", " expires {}"),
        ):
            if text := _text(one, tag):
                words += form.format(text)
        yield item(words), place.whole(one)
    for vessel in root.all("vesselInfo"):
        for child in vessel.children:
            if child.text and child.tag in _VESSEL:
                yield item(f"{_VESSEL[child.tag]} {child.text}"), place.text(child)
    for remark in root.all("remarks"):
        for found in _LINKED.finditer(remark.text):
            words = f"Linked To: {found[1]}"
            yield item(words), place.text(remark)


def _notes(entry: Entry, place: XmlPlace) -> None:
    root = place.record.root
    for one in root.all("title"):
        put.fitting(entry, "position", one.text, place.text(one))
    for one in root.all("remarks"):
        entry.add("notes", one.text, place.text(one))
    for one in root.inside("vesselInfo", "vesselOwner"):
        entry.add("notes", f"Vessel owner: {one.text}", place.text(one), one.text)
    for one in root.inside("idList", "id"):
        found = item(f"{_text(one, 'idType')} {_text(one, 'idNumber')}")
        if not found.kind:
            words = " ".join(child.text for child in one.children if child.tag != "uid")
            entry.say("notes", words, place.whole(one))


def _address(entry: Entry, place: XmlPlace, element: Element) -> Entry | None:
    lines = [text for number in "123" if (text := _text(element, f"address{number}"))]
    parts = {prop: _text(element, tag) for prop, tag in _ADDRESS.items()}
    parts["street"] = ", ".join(lines)
    if not any(parts.values()):
        return None
    uid = _text(element, "uid")
    return put.address(entry, parts, place.whole(element), f"ofac-addr-{uid}" if uid else "")
