"""A target of SECO as FtM statements."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from enduse.sources.watchlists import put
from enduse.sources.watchlists.ch_seco.names import MOST, count, spellings
from enduse.sources.watchlists.dates import calendar_date
from enduse.sources.watchlists.entry import Entry
from enduse.sources.watchlists.identifiers import identifier
from enduse.sources.watchlists.place import XmlPlace
from enduse.sources.xml_records import Element

DATASET = "ch_seco"
_IMO = re.compile(r"\bIMO[A-Za-z .:#-]{0,20}(\d{7})\b")
_KINDS = {"individual": "Person", "entity": "Organization"}
_OBJECTS = {"vessel": "Vessel", "aircraft": "Airplane"}
_TEXTS = {"justification": "reason", "other-information": "notes", "relation": "notes"}
_PARTS = {"given-name": "firstName", "family-name": "lastName", "father-name": "fatherName"}


@dataclass(slots=True)
class Programme:
    """A set of measures: its words, and the programme it belongs to."""

    measure: str = ""
    key: str = ""
    title: str = ""


def target(
    place: XmlPlace,
    entity_id: str,
    programmes: Mapping[str, Programme],
    places: Mapping[str, Mapping[str, str]],
) -> Iterator[Entry]:
    """Make the entities of one target: the party, its sanction, and what belongs to it."""
    root = place.record.root
    subject = next((one for one in root.children if one.tag in (*_KINDS, "object")), root)
    schema = _KINDS.get(subject.tag) or _OBJECTS.get(subject.get("object-type"), "LegalEntity")
    entry = Entry(entity_id, schema, DATASET, place.attribute(root, "ssid"))
    if subject is root:
        entry.issue(entry.proof, "This target is neither individual, entity nor object.")
    if "-again-" in entity_id:
        entry.issue(entry.proof, "This ssid comes again; it was kept apart.")
    others = [_sanction(entry, place, subject, programmes)]
    for identity in subject.all("identity"):
        main = identity.get("main") != "false"
        for name in identity.all("name"):
            _name(entry, place, name, main)
        _facts(entry, place, identity)
        others.extend(_addresses(entry, place, identity, places))
        others.extend(_papers(entry, place, identity))
    if not entry.has("name"):
        entry.issue(entry.proof, "This target has no primary name.")
    for one in subject.all("other-information"):
        entry.add("notes", one.text, place.text(one))
        if found := _IMO.search(one.text):
            put.code(entry, identifier("imoNumber", found[1]), place.text(one), found[1])
    yield from (entry, *others)


def _name(entry: Entry, place: XmlPlace, name: Element, main: bool) -> None:
    kind = name.get("name-type")
    prop = {"primary-name": "name", "formerly-known-as": "previousName"}.get(kind, "alias")
    if prop == "name" and not main:
        prop = "alias"
    if name.get("quality") == "low":
        prop = "weakAlias"
    for number, (text, evidence) in enumerate(spellings(name, place)):
        entry.say("alias" if number and prop == "name" else prop, text, evidence)
    if count(name) > MOST:
        message = f"This name has {count(name)} spellings; the first {MOST} were kept."
        entry.issue(place.whole(name), message)
    if prop == "name" and entry.schema == "Person":
        for part in name.all("name-part"):
            if target_prop := _PARTS.get(part.get("name-part-type")):
                for value in part.all("value"):
                    entry.add(target_prop, value.text, place.text(value))


def _facts(entry: Entry, place: XmlPlace, identity: Element) -> None:
    prop = "birthDate" if entry.schema == "Person" else "incorporationDate"
    for one in identity.all("day-month-year"):
        numbers = [one.get(name) for name in ("year", "month", "day")]
        year, month, day = (int(text) if text.isdigit() else 0 for text in numbers)
        value = calendar_date(year, month, day if month else 0)
        words = "-".join(text for text in numbers if text)
        if one.get("calendar") not in ("", "Gregorian"):
            entry.issue(place.whole(one), f"{words!r} is a date of another calendar.")
            put.fitting(
                entry, "notes", f"{prop}: {words} ({one.get('calendar')})", place.whole(one)
            )
        elif value:
            put.fitting(entry, prop, value, place.whole(one), words)
        elif year or month or day:
            entry.issue(place.whole(one), f"{words!r} is no date of the calendar.")
    for one in identity.all("nationality"):
        if country := one.first("country"):
            code = country.get("iso-code") or country.text
            put.nation(entry, "nationality", code, place.whole(country))


def _addresses(
    entry: Entry,
    place: XmlPlace,
    identity: Element,
    places: Mapping[str, Mapping[str, str]],
) -> Iterator[Entry]:
    for one in identity.all("place-of-birth"):
        where = places.get(one.get("place-id"), {})
        words = ", ".join(text for text in where.values() if text)
        put.fitting(entry, "birthPlace", words, place.whole(one), words)
    for one in identity.all("address"):
        words = {child.tag: child.text for child in one.children}
        lines = [words.get(tag, "") for tag in ("c-o", "address-details")]
        parts = {
            **places.get(one.get("place-id"), {}),
            "street": ", ".join(line for line in lines if line),
            "postalCode": words.get("zip-code", ""),
            "postOfficeBox": words.get("p-o-box", ""),
            "remarks": words.get("remark", ""),
        }
        if any(parts.values()):
            yield put.address(entry, parts, place.whole(one))


def _papers(entry: Entry, place: XmlPlace, identity: Element) -> Iterator[Entry]:
    for one in identity.all("identification-document"):
        words = {child.tag: child for child in one.children}
        number, issuer = words.get("number"), words.get("issuer")
        given = put.Paper(
            one.get("document-type").replace("-", " "),
            number.text if number else "",
            (issuer.get("code") or issuer.text) if issuer else "",
            words["date-of-issue"].text if "date-of-issue" in words else "",
            words["expiry-date"].text if "expiry-date" in words else "",
        )
        if made := put.paper(entry, given, place.whole(one)):
            yield made


def _sanction(
    entry: Entry, place: XmlPlace, subject: Element, programmes: Mapping[str, Programme]
) -> Entry:
    root = place.record.root
    made = entry.beside("sanction", "Sanction", DATASET, entry.proof)
    made.say("entity", entry.entity_id, entry.proof)
    made.say("authority", "State Secretariat for Economic Affairs", entry.proof)
    made.say("country", "ch", entry.proof)
    for one in root.all("sanctions-set-id"):
        programme = programmes.get(one.text)
        if programme is None:
            entry.issue(place.text(one), f"The set of measures {one.text!r} is not known.")
            continue
        made.say("program", programme.title or programme.key, place.text(one))
        made.say("provisions", programme.measure, place.text(one))
        made.add("programId", programme.key, place.text(one), one.text)
    for one in root.all("foreign-identifier"):
        made.add("authorityId", one.text, place.text(one))
    for one in subject.all("justification"):
        made.add("reason", one.text, place.text(one))
    _history(entry, made, place)
    return made


def _history(entry: Entry, made: Entry, place: XmlPlace) -> None:
    """The last change stands first; it says whether the target is still listed."""
    changes = place.record.root.all("modification")
    gone = bool(changes) and changes[0].get("modification-type") == "de-listed"
    days = {"listed": "listingDate", "amended": "modifiedAt", "de-listed": "endDate"}
    for one in changes:
        kind = one.get("modification-type")
        name = "effective-date" if one.get("effective-date") else "publication-date"
        put.date(made, days.get(kind, "modifiedAt"), one.get(name), place.attribute(one, name))
    if gone:
        made.add("status", "de-listed", place.attribute(changes[0], "modification-type"))
    else:
        entry.say("topics", "sanction", entry.proof)
