"""One view on LEI and relationship records, whether they come as CSV or as XML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from enduse.model import Evidence, Locator
from enduse.sources.registers.table import Record as Row
from enduse.sources.xml_records import Element
from enduse.sources.xml_records import Record as XmlRecord

_NUMBERED = re.compile(r"(.+?)\.(\d+)(?:\.(.+))?")


@dataclass(frozen=True, slots=True)
class Value:
    """A value and its words.

    Attributes:
        text: Without the spaces around it.
        evidence: Its place.
        attributes: What is said of it besides: type, xmllang, or the fields of a group.
    """

    text: str
    evidence: Evidence
    attributes: dict[str, "Value"]

    def said(self, name: str) -> str:
        """The text of an attribute; "" where there is none."""
        found = self.attributes.get(name)
        return found.text if found else ""


class Fields(Protocol):
    """A record by the dotted names of the CSV ("Entity.LegalName")."""

    def one(self, name: str) -> Value | None:
        """A single value; None where it is empty."""
        ...

    def several(self, name: str) -> Iterator[Value]:
        """Values that may repeat, in order; for a group, its fields are the attributes."""
        ...

    def whole(self) -> Evidence:
        """The words of the record."""
        ...


class CsvFields:
    """A row of the golden copy; repeated values stand in numbered columns."""

    def __init__(self, row: Row) -> None:
        self._row = row
        self._groups: dict[str, dict[str, dict[str, str]]] = {}
        for column in row.columns():
            if found := _NUMBERED.fullmatch(column):
                group = self._groups.setdefault(found[1], {}).setdefault(found[2], {})
                group[(found[3] or "").rpartition(".")[2].lower()] = column

    def one(self, name: str) -> Value | None:
        """A single value; None where it is empty."""
        text = self._row.text(name)
        if not text:
            return None
        language = f"{name}.xmllang"
        extra = {"xmllang": self._value(language)} if self._row.text(language) else {}
        return Value(text, self._row.evidence(name), extra)

    def several(self, name: str) -> Iterator[Value]:
        """Values of numbered columns, in their order."""
        for group in self._groups.get(name, {}).values():
            extra = {key: self._value(column) for key, column in group.items() if key}
            if "" in group:
                told = self._value(group[""])
                yield Value(told.text, told.evidence, extra)
            else:
                yield Value("", self._row.evidence(next(iter(group.values()))), extra)

    def whole(self) -> Evidence:
        """The words of the row."""
        return self._row.evidence()

    def _value(self, column: str) -> Value:
        return Value(self._row.text(column), self._row.evidence(column), {})


class XmlFields:
    """A record element; names are paths of elements."""

    def __init__(self, source: str, record: XmlRecord) -> None:
        self._source, self._record = source, record
        self._part = f"record {record.number}"

    def one(self, name: str) -> Value | None:
        """A single value; None where it is empty or missing."""
        found = next(iter(self._record.root.inside(*name.split("."))), None)
        return self._value(found) if found is not None and found.text else None

    def several(self, name: str) -> Iterator[Value]:
        """All elements at this path; of those with children, the children are attributes."""
        for element in self._record.root.inside(*name.split(".")):
            if element.text or element.children:
                yield self._value(element)

    def whole(self) -> Evidence:
        """The words of the record."""
        root = self._record.root
        place = Locator(self._source, root.start, root.end, self._part)
        return Evidence(place, self._record.text)

    def _value(self, element: Element) -> Value:
        evidence = self._evidence(element)
        extra = {one.tag.lower(): self._value(one) for one in element.children if one.text}
        for attribute, key in (("type", "type"), ("lang", "xmllang")):
            if text := element.get(attribute):
                extra[key] = Value(text, evidence, {})
        return Value(element.text, evidence, extra)

    def _evidence(self, element: Element) -> Evidence:
        start, end = element.start, element.end
        if element.raw:
            start, end = element.inner, element.inner + len(element.raw)
        place = Locator(self._source, start, end, self._part, element.tag)
        return Evidence(place, self._record.quote(start, end))
