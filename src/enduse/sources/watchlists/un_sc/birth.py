"""Days and places of birth as the UN writes them: exact, approximate, between two years."""

from enduse.sources.watchlists import put
from enduse.sources.watchlists.dates import one_date, when
from enduse.sources.watchlists.entry import Entry
from enduse.sources.watchlists.place import XmlPlace
from enduse.sources.xml_records import Element

_PLACE = ("STREET", "CITY", "STATE_PROVINCE", "COUNTRY")


def births(entry: Entry, place: XmlPlace) -> None:
    """Add the days and places of birth of a record."""
    root = place.record.root
    for one in root.all("INDIVIDUAL_DATE_OF_BIRTH"):
        _day(entry, place, one)
    for one in root.all("INDIVIDUAL_PLACE_OF_BIRTH"):
        parts = [part for tag in _PLACE if (part := one.first(tag)) and part.text]
        if parts:
            words = ", ".join(part.text for part in parts)
            entry.add("birthPlace", words, place.whole(one), words)
        for part in one.all("COUNTRY"):
            put.nation(entry, "birthCountry", part.text, place.text(part))
        for part in one.all("NOTE"):
            entry.add("notes", part.text, place.text(part))


def _day(entry: Entry, place: XmlPlace, one: Element) -> None:
    kind = one.first("TYPE_OF_DATE")
    words = {child.tag: child for child in one.children if child.text}
    note = words.get("NOTE")
    given = [words[tag] for tag in ("DATE", "YEAR", "FROM_YEAR", "TO_YEAR") if tag in words]
    qualifier = kind.text if kind else ""
    for child in given:
        value = one_date(child.text)
        evidence = place.text(child)
        if value is None:
            entry.issue(evidence, f"{child.text!r} is no date of the calendar.")
        elif qualifier in ("", "EXACT"):
            entry.add("birthDate", value, evidence)
        else:
            entry.add("birthDate", value, evidence, f"{qualifier} {_stretch(given)}")
    if note is None:
        return
    evidence = place.text(note)
    found = when(note.text) if not given else None
    if found:
        for value in found.values:
            entry.add("birthDate", value, evidence)
    elif not given:
        entry.issue(evidence, f"{note.text!r} is no date of the calendar; it stays in the notes.")
    entry.add("notes", f"Date of birth: {note.text}", evidence, note.text)


def _stretch(given: list[Element]) -> str:
    return " to ".join(one.text for one in given)
