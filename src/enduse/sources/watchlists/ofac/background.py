"""What SDN_ADVANCED tells outside its parties: words, places, documents, listings, links."""

from dataclasses import dataclass, field

from enduse.model import Evidence
from enduse.sources.watchlists.ofac.periods import words_of
from enduse.sources.watchlists.ofac.reference import Reference
from enduse.sources.watchlists.place import XmlPlace
from enduse.sources.watchlists.put import Paper
from enduse.sources.xml_records import Element

_PARTS = {
    "ADDRESS1": "street",
    "ADDRESS2": "street",
    "ADDRESS3": "street",
    "CITY": "city",
    "STATE/PROVINCE": "state",
    "POSTAL CODE": "postalCode",
    "REGION": "region",
}


@dataclass(slots=True)
class Listing:
    """An entry on a list: its place, days and programmes."""

    proof: Evidence
    list_id: str
    days: list[tuple[str, Evidence]] = field(default_factory=list)
    programs: list[tuple[str, Evidence]] = field(default_factory=list)


@dataclass(slots=True)
class Background:
    """All that parties refer to by number."""

    reference: Reference = field(default_factory=Reference)
    places: dict[str, tuple[dict[str, str], Evidence]] = field(default_factory=dict)
    papers: dict[str, list[tuple[Paper, Evidence]]] = field(default_factory=dict)
    listings: dict[str, list[Listing]] = field(default_factory=dict)
    links: dict[str, list[tuple[str, str, Evidence]]] = field(default_factory=dict)

    def take(self, place: XmlPlace) -> None:
        """Take in one record that stands before the parties."""
        root = place.record.root
        if root.tag == "ReferenceValueSets":
            self.reference.take(root)
        elif root.tag == "Location":
            place.part = f"location {root.get('ID')}"
            self.places[root.get("ID")] = (self._parts(root), place.whole(root))
        else:
            place.part = f"document {root.get('ID')}"
            found = self._paper(root)
            evidence = place.whole(root)
            self.papers.setdefault(root.get("IdentityID"), []).append((found, evidence))

    def _parts(self, location: Element) -> dict[str, str]:
        made: dict[str, str] = {}
        for part in location.all("LocationPart"):
            kind = self.reference.word("LocPartType", part.get("LocPartTypeID")).upper()
            texts = [one.text for one in part.inside("LocationPartValue", "Value") if one.text]
            prop = _PARTS.get(kind, "street")
            if texts:
                made[prop] = ", ".join([*filter(None, [made.get(prop, "")]), texts[0]])
        for one in location.all("LocationCountry"):
            made["country"] = self.country(one.get("CountryID"))
        if "country" not in made:
            for one in location.all("LocationAreaCode"):
                made["region"] = self.reference.word("AreaCode", one.get("AreaCodeID"))
        return made

    def country(self, ident: str) -> str:
        """A country as the file spells it: its code where it gives one."""
        return self.reference.countries.get(ident, "")

    def _paper(self, root: Element) -> Paper:
        number = root.first("IDRegistrationNo")
        days: dict[str, str] = {}
        for one in root.all("DocumentDate"):
            kind = self.reference.word("IDRegDocDateType", one.get("IDRegDocDateTypeID")).lower()
            if period := one.first("DatePeriod"):
                days["expires" if "expir" in kind else "issued"] = words_of(period)
        label = self.reference.word("IDRegDocType", root.get("IDRegDocTypeID"))
        note = root.first("Comment")
        return Paper(
            label,
            number.text if number else "",
            self.country(root.get("IssuedBy-CountryID")),
            days.get("issued", ""),
            days.get("expires", ""),
            note.text if note else "",
        )
