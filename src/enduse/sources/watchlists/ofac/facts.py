"""What an item of a remark, or its twin in the XML shapes, says of a party."""

from collections.abc import Callable, Mapping

from enduse.model import Evidence
from enduse.model.ftm import has_property
from enduse.sources.watchlists.countries import countries, country
from enduse.sources.watchlists.dates import When, one_date, when
from enduse.sources.watchlists.entry import Entry
from enduse.sources.watchlists.identifiers import labelled
from enduse.sources.watchlists.names import NameIndex
from enduse.sources.watchlists.ofac.remarks import Item, paper
from enduse.sources.watchlists.values import (
    email,
    gender,
    natural_order,
    number,
    phone,
    web_address,
)

_PAPERS = (
    "passportNumber", "idNumber", "taxNumber", "registrationNumber", "innCode", "ogrnCode",
    "okpoCode", "uscCode", "leiCode", "licenseNumber", "vatCode", "socialSecurityNumber",
)  # fmt: skip
_CLEAN: Mapping[str, Callable[[str], str | None]] = {
    "email": email,
    "phone": phone,
    "website": web_address,
}


class Facts:
    """Puts items where they belong: on the party, its sanction, or an entity beside it.

    Attributes:
        sanction: The party's sanction.
        others: Identifications, wallets and links that came up.
    """

    def __init__(self, entry: Entry, index: NameIndex) -> None:
        self._entry, self._index = entry, index
        self.sanction = entry
        self.others: list[Entry] = []
        self._handlers: Mapping[str, Callable[[Item, Evidence], None]] = {
            "birth": self._birth,
            "date": self._date,
            "text": self._text,
            "website": self._text,
            "country": self._country,
            "gender": self._gender,
            "name": self._name,
            "number": self._number,
            "link": self._link,
            "wallet": self._wallet,
            "paper": self._paper,
            "measure": self._measure,
            "sanction_date": self._sanction_date,
            "cut": self._cut,
        }

    def take(self, item: Item, evidence: Evidence) -> None:
        """Take one item; one whose label is not known stays in the notes alone."""
        if handler := self._handlers.get(item.kind):
            handler(item, evidence)

    def _put(self, prop: str, value: str, evidence: Evidence, written: str | None = None) -> bool:
        if has_property(self._entry.schema, prop):
            self._entry.add(prop, value, evidence, written)
            return True
        message = f"The list gives a {prop} to a {self._entry.schema}; it stays in the notes."
        self._entry.issue(evidence, message)
        return False

    def _birth(self, item: Item, evidence: Evidence) -> None:
        # OFAC gives a few organizations a date of birth: the day they were founded.
        prop = "birthDate" if self._entry.schema == "Person" else "incorporationDate"
        self._dates(prop, when(item.value), item, evidence)

    def _date(self, item: Item, evidence: Evidence) -> None:
        self._dates(item.prop, when(item.value), item, evidence)

    def _dates(self, prop: str, found: When | None, item: Item, evidence: Evidence) -> None:
        if found is None:
            self._entry.issue(evidence, f"{item.value!r} is no date of the calendar.")
            return
        for value in found.values:
            self._put(prop, value, evidence, item.value)

    def _text(self, item: Item, evidence: Evidence) -> None:
        clean = _CLEAN.get(item.prop)
        value = clean(item.value) if clean else item.value
        if value:
            self._put(item.prop, value, evidence, item.value)
        elif clean is not None and item.prop != "phone":
            self._entry.issue(evidence, f"{item.value!r} is no {item.prop}; it stays in the notes.")

    def _country(self, item: Item, evidence: Evidence) -> None:
        found = countries(item.value)
        for code in found:
            self._put(item.prop, code, evidence, item.value)
        if not found and item.value.lower() not in ("none identified", "unknown", "undetermined"):
            self._entry.issue(evidence, f"{item.value!r} is no country we know.")

    def _gender(self, item: Item, evidence: Evidence) -> None:
        if value := gender(item.value):
            self._put("gender", value, evidence, item.value)
        else:
            self._entry.issue(evidence, f"{item.value!r} is no gender we know.")

    def _name(self, item: Item, evidence: Evidence) -> None:
        person = self._entry.schema == "Person"
        value = natural_order(item.value) if person else item.value
        self._put(item.prop, value, evidence, item.value)

    def _number(self, item: Item, evidence: Evidence) -> None:
        if value := number(item.value):
            self._put(item.prop, value, evidence)
        else:
            self._entry.issue(evidence, f"{item.value!r} is no number; it was left out.")

    def _cut(self, item: Item, evidence: Evidence) -> None:
        self._entry.issue(evidence, "The list breaks off inside this name; it was left out.")

    def _link(self, item: Item, evidence: Evidence) -> None:
        other = self._index.only(item.value, but=self._entry.entity_id)
        if other is None:
            self._entry.add("notes", f"Linked To: {item.value}", evidence, written=item.value)
            return
        made = self._entry.beside("link", "UnknownLink", other, evidence)
        made.say("subject", self._entry.entity_id, evidence)
        made.say("object", other, evidence)
        made.say("role", "Linked To", evidence)
        self.others.append(made)

    def _wallet(self, item: Item, evidence: Evidence) -> None:
        currency, _, key = item.value.strip().partition(" ")
        if not key:
            self._entry.issue(evidence, "This digital currency address has no address.")
            return
        made = self._entry.beside("wallet", "CryptoWallet", item.value, evidence)
        made.add("publicKey", key.strip(), evidence)
        made.add("currency", currency, evidence)
        made.say("holder", self._entry.entity_id, evidence)
        self.others.append(made)

    def _paper(self, item: Item, evidence: Evidence) -> None:
        found = paper(item.value)
        if not found.number:
            self._entry.issue(evidence, "This identifier has no number.")
            return
        code = country(found.country) if found.country else None
        if found.country and code is None:
            self._entry.issue(evidence, f"{found.country!r} is no country we know.")
        typed = labelled(item.label, found.number, code, self._entry.schema)
        if typed is None:
            return
        if typed.fault:
            self._entry.issue(evidence, typed.fault)
        self._put(typed.prop, typed.value, evidence, found.number)
        if typed.prop in _PAPERS:
            self._document(item, typed.prop, evidence)

    def _document(self, item: Item, prop: str, evidence: Evidence) -> None:
        found = paper(item.value)
        schema = "Passport" if prop == "passportNumber" else "Identification"
        key = f"{item.label}|{item.value}"
        made = self._entry.beside("id", schema, key, evidence)
        made.say("holder", self._entry.entity_id, evidence)
        made.add("number", found.number, evidence)
        made.say("type", item.label, evidence)
        made.add("country", country(found.country) or "" if found.country else "", evidence)
        for prop_name, text in (("startDate", found.issued), ("endDate", found.expires)):
            made.add(prop_name, one_date(text) or "" if text else "", evidence)
            if text and one_date(text) is None:
                self._entry.issue(evidence, f"{text!r} is no date of the calendar.")
        self.others.append(made)

    def _measure(self, item: Item, evidence: Evidence) -> None:
        label = item.label[:1].upper() + item.label[1:]
        self.sanction.add("summary", f"{label} {item.value}", evidence, written=item.value)

    def _sanction_date(self, item: Item, evidence: Evidence) -> None:
        day = one_date(item.value.rpartition(":")[2] or item.value)
        day = day or one_date(item.value.rpartition(")")[2])
        if day:
            self.sanction.add(item.prop, day, evidence)
        else:
            self._entry.issue(evidence, f"{item.value!r} holds no date of the calendar.")
