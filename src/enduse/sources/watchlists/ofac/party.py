"""One party of OFAC's CSV set: its row, its names, its addresses and all that its remark says."""

from collections.abc import Iterator, Sequence

from enduse.model import Evidence, Issue, Statement
from enduse.model.ftm import has_property
from enduse.sources.source_info import SourceInfo
from enduse.sources.watchlists.countries import countries
from enduse.sources.watchlists.entry import Entry, told
from enduse.sources.watchlists.names import NameIndex
from enduse.sources.watchlists.ofac.facts import Facts
from enduse.sources.watchlists.ofac.record import Record
from enduse.sources.watchlists.ofac.remark import Remark
from enduse.sources.watchlists.ofac.remarks import Item
from enduse.sources.watchlists.ofac.sanction import sanction_of
from enduse.sources.watchlists.values import natural_order, number

SCHEMATA = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane", "": "Organization"}
_ONLY_COMPANIES = ("isin", "equity ticker", "bik (ru)")
_TEXTS = {"Title": "position", "Call_Sign": "callSign", "Vess_type": "type"}
_NUMBERS = {"Tonnage": "tonnage", "GRT": "grossRegisteredTonnage"}
_COLUMNS = (*_TEXTS, *_NUMBERS, "Vess_flag", "Vess_owner")
_ADDRESS = ("address", "city", "country")
_NO_FLAG = ("none identified", "unknown", "undetermined", "not known")


class Party:
    """Reads one party.

    Args:
        info: The list.
        record: Its row in the primary file.
        index: Strong names of all parties.
    """

    def __init__(self, info: SourceInfo, record: Record, index: NameIndex) -> None:
        self._info, self._record, self._index = info, record, index

    def read(
        self, names: Sequence[Record], addresses: Sequence[Record], comments: Sequence[Record]
    ) -> Iterator[Statement | Issue]:
        """The statements of the party, then those of what belongs to it."""
        record = self._record
        remark = Remark(record, comments)
        found = list(remark.items())
        entry = self._entry(found)
        facts = Facts(entry, self._index)
        self._name(entry)
        for other in names:
            self._other_name(entry, other)
        self._columns(entry)
        whole = record.words("Program")
        sanction = sanction_of(self._info, entry, whole, list(self._programs()))
        facts.sanction = sanction
        for item in found:
            facts.take(item, remark.evidence(item))
        remark.keep(entry)
        places = [made for one in addresses if (made := self._address(entry, one))]
        yield from told((entry, sanction, *places, *facts.others))

    def _programs(self) -> Iterator[tuple[str, Evidence]]:
        # Several stand in one cell as "UKRAINE-EO13662] [RUSSIA-EO14024".
        cell, begin = self._record.cell("Program"), 0
        for part in cell.value.split("] ["):
            bare = part.strip()
            at = begin + part.index(bare)
            begin += len(part) + len("] [")
            if bare and bare != "-0-":
                yield bare, self._record.place.within(cell, "Program", at, at + len(bare))

    def _entry(self, found: Sequence[Item]) -> Entry:
        record = self._record
        kind = record.text("SDN_Type").lower()
        schema = SCHEMATA.get(kind, "LegalEntity")
        if schema == "Organization" and any(item.label in _ONLY_COMPANIES for item in found):
            schema = "Company"
        proof = record.words("ent_num")
        entry = Entry(record.party_id, schema, self._info.name, proof)
        if kind not in SCHEMATA:
            evidence = record.words("SDN_Type")
            entry.issue(evidence, f"{kind!r} is no kind of party we know; it was left open.")
        return entry

    def _written(self, record: Record, column: str) -> tuple[str, Evidence]:
        return record.text(column), record.words(column)

    def _name(self, entry: Entry) -> None:
        text, evidence = self._written(self._record, "SDN_Name")
        if not text:
            entry.issue(evidence, "This party has no name.")
            return
        self._add_name(entry, "name", text, evidence)
        family, comma, given = text.partition(",")
        if entry.schema == "Person" and comma and natural_order(text) != text:
            entry.add("lastName", family.strip(), evidence)
            entry.add("firstName", given.strip(), evidence)

    def _add_name(self, entry: Entry, prop: str, text: str, evidence: Evidence) -> None:
        value = natural_order(text) if entry.schema == "Person" else text
        entry.add(prop, " ".join(value.split()), evidence)

    def _other_name(self, entry: Entry, record: Record) -> None:
        text, evidence = self._written(record, "alt_name")
        prop = "previousName" if record.text("alt_type") == "fka" else "alias"
        if text:
            self._add_name(entry, prop, text, evidence)
        if record.text("alt_remarks"):
            entry.add("notes", *self._written(record, "alt_remarks"))

    def _columns(self, entry: Entry) -> None:
        for column in _COLUMNS:
            if text := self._record.text(column):
                self._column(entry, column, text, self._record.words(column))

    def _column(self, entry: Entry, column: str, text: str, evidence: Evidence) -> None:
        if column == "Vess_flag":
            self._flag(entry, text, evidence)
        elif column == "Vess_owner":
            entry.add("notes", f"Vessel owner: {text}", evidence, written=text)
        elif column not in _NUMBERS:
            self._put(entry, _TEXTS[column], text, evidence)
        elif value := number(text):
            self._put(entry, _NUMBERS[column], value, evidence)
        else:
            entry.issue(evidence, f"{text!r} is no number; it was left out.")

    def _put(self, entry: Entry, prop: str, text: str, evidence: Evidence) -> None:
        entry.add(prop if has_property(entry.schema, prop) else "notes", text, evidence)

    def _flag(self, entry: Entry, text: str, evidence: Evidence) -> None:
        if text.lower() in _NO_FLAG:
            return
        found = countries(text)
        for code in found:
            self._put(entry, "flag", code, evidence)
        if not found:
            entry.issue(evidence, f"{text!r} is no country we know.")

    def _address(self, entry: Entry, record: Record) -> Entry | None:
        if record.text("add_remarks"):
            entry.add("notes", *self._written(record, "add_remarks"))
        texts = [record.text(column) for column in _ADDRESS]
        full = ", ".join(filter(None, texts))
        if not full:
            return None
        street, city, land = texts
        row = record.stretch("address", "country")
        made = Entry(f"ofac-addr-{record.text('add_num')}", "Address", entry.dataset, row)
        made.say("full", full, row)
        if street:
            made.add("street", street, record.words("address"))
        if city:
            made.add("city", city, record.words("city"))
        if land:
            self._land(entry, made, land, record.words("country"))
        entry.say("address", full, row)
        entry.say("addressEntity", made.entity_id, row)
        return made

    def _land(self, entry: Entry, made: Entry, text: str, evidence: Evidence) -> None:
        found = countries(text)
        for code in found:
            made.add("country", code, evidence)
            entry.add("country", code, evidence)
        if text.startswith("Region:"):
            made.add("region", text.removeprefix("Region:").strip(), evidence)
        elif not found and text.lower() not in _NO_FLAG:
            entry.issue(evidence, f"{text!r} is no country we know; it stays in the address.")
