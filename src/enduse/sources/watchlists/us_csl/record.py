"""One entry of the CSL, from a row of the table or an object of the JSON."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from enduse.errors import UnreadableSource
from enduse.model import Evidence, Issue, Locator
from enduse.sources.json_records import Node, parsed
from enduse.sources.json_split import balanced
from enduse.sources.protocols import StoredFile
from enduse.sources.rows import Cell
from enduse.sources.text_chunks import text_chunks
from enduse.sources.watchlists.identifiers import labels
from enduse.sources.watchlists.place import Place
from enduse.sources.watchlists.put import Paper
from enduse.sources.watchlists.table import placed_rows

_SEVERAL = frozenset(
    {
        "addresses", "programs", "alt_names", "citizenships", "dates_of_birth", "nationalities",
        "places_of_birth", "ids",
    }
)  # fmt: skip
_ITEM = re.compile(r"\s*(.+?)\s*(?:; |;$|$)", re.DOTALL)
_CODE = re.compile(r"[A-Z]{2}$")
_OTHER = frozenset(
    {
        "gender", "email address", "website", "phone number", "digital currency address",
        "secondary sanctions risk:", "organization established date", "target type",
    }
)  # fmt: skip
_RESULTS = re.compile(r'"results"\s*:\s*\[')


@dataclass(frozen=True, slots=True)
class CslId:
    """An identifier or a fact that the list prints among the identifiers."""

    paper: Paper
    words: str
    evidence: Evidence


@dataclass(slots=True)
class CslRecord:
    """One entry.

    Attributes:
        whole: The place of all of it.
        values: As written, by column, each with its place.
        addresses: In parts, each with its place.
        ids: Identifiers and what is printed among them.
    """

    whole: Evidence
    values: dict[str, list[tuple[str, Evidence]]] = field(default_factory=dict)
    addresses: list[tuple[dict[str, str], Evidence]] = field(default_factory=list)
    ids: list[CslId] = field(default_factory=list)

    def text(self, column: str) -> str:
        """The first value of a column; "" where there is none."""
        found = self.values.get(column)
        return found[0][0] if found else ""

    def at(self, column: str) -> Evidence:
        """The place of the first value of a column."""
        found = self.values.get(column)
        return found[0][1] if found else self.whole


def csv_records(file: StoredFile) -> Iterator[CslRecord | Issue]:
    """The rows of the table, with 28 columns or 29."""
    for one in placed_rows(file):
        if isinstance(one, Issue):
            yield one
            continue
        place, row, whole = one
        made = CslRecord(place.cell(whole, ""))
        for column, cell in row.items():
            for text, evidence in _items(place, cell, column):
                made.values.setdefault(column, []).append((text, evidence))
        made.addresses = [(_address(text), at) for text, at in made.values.pop("addresses", ())]
        made.ids = [CslId(_paper(text), text, at) for text, at in made.values.pop("ids", ())]
        yield made


def _items(place: Place, cell: Cell, column: str) -> Iterator[tuple[str, Evidence]]:
    if column not in _SEVERAL:
        if text := cell.value.strip():
            yield text, place.cell(cell, column)
        return
    for found in _ITEM.finditer(cell.value):
        yield found[1], place.within(cell, column, found.start(1), found.end(1))


def _address(text: str) -> dict[str, str]:
    head, _, last = text.rpartition(", ")
    if _CODE.match(last) or (not head and _CODE.match(text)):
        return {"full": text, "country": last}
    return {"full": text}


def _paper(text: str) -> Paper:
    """Take apart "US, 80-0890696, Tax ID No." (until 2019) or "Passport, 836238033, KP"."""
    parts = [part.strip() for part in text.split(", ")]
    known = labels()
    first, last = (part.lower().strip(" .:#") for part in (parts[0], parts[-1]))
    if len(parts) > 1 and (first in known or parts[0].lower() in _OTHER):
        country = parts[-1] if len(parts) > 2 and _CODE.match(parts[-1]) else ""
        middle = parts[1:-1] if country else parts[1:]
        return Paper(parts[0], ", ".join(middle), country)
    if len(parts) > 1 and (last in known or parts[-1].lower() in _OTHER):
        country = parts[0] if len(parts) > 2 and _CODE.match(parts[0]) else ""
        return Paper(parts[-1], ", ".join(parts[1:-1] if country else parts[:-1]), country)
    return Paper("", text)


def json_records(file: StoredFile) -> Iterator[CslRecord | Issue]:
    """The elements of "results".

    Raises:
        UnreadableSource: There is no list of that name.
    """
    chunks = text_chunks(file.path)
    head = next(chunks, "")
    found = _RESULTS.search(head)
    if found is None:
        raise UnreadableSource(file.name, "the list", "the JSON has no list called results")
    # Blanks in place of what stands before the list keep every place where it is.
    blank = " " * (found.end() - 1) + head[found.end() - 1 :]
    for piece in balanced(chain((blank,), chunks)):
        part = f"record {piece.number}"
        where = Locator(file.sha256, piece.start, piece.end, part)
        if piece.fault:
            yield Issue(where, piece.fault, piece.text[:200])
            continue
        try:
            node = parsed(piece)
        except json.JSONDecodeError as error:
            yield Issue(where, f"This record is no JSON: {error.msg}.", piece.text[:200])
            continue
        if "\ufffd" in piece.text:
            yield from _unclean(Evidence(where, piece.text), node)
        yield _json_record(Evidence(where, piece.text), node)


def _unclean(whole: Evidence, node: Node) -> Iterator[Issue]:
    for column, value in node.fields.items():
        if "\ufffd" in value.quote:
            message = "Some bytes of this value are not text in the encoding of the file."
            yield Issue(_evidence(whole, value, column).locator, message, value.quote[:200])


def _evidence(whole: Evidence, node: Node, column: str) -> Evidence:
    place = whole.locator
    where = Locator(place.source, node.start, node.end, place.part, column)
    return Evidence(where, node.quote)


def _json_record(whole: Evidence, node: Node) -> CslRecord:
    made = CslRecord(whole)
    for column, value in node.fields.items():
        if column == "addresses":
            for one in node.items(column):
                made.addresses.append((_json_address(one), _evidence(whole, one, column)))
        elif column == "ids":
            for one in node.items(column):
                words = ", ".join(child.value for child in one.fields.values() if child.is_text)
                made.ids.append(CslId(_json_paper(one), words, _evidence(whole, one, column)))
        else:
            for one in node.items(column) if value.is_list else [value]:
                if isinstance(one.value, str) and one.value.strip():
                    found = (one.value.strip(), _evidence(whole, one, column))
                    made.values.setdefault(_NAMES.get(column, column), []).append(found)
    return made


_NAMES: Mapping[str, str] = {"id": "_id"}


def _json_address(node: Node) -> dict[str, str]:
    return {
        "street": node.text("address"),
        "city": node.text("city"),
        "state": node.text("state"),
        "postalCode": node.text("postal_code"),
        "country": node.text("country"),
    }


def _json_paper(node: Node) -> Paper:
    return Paper(
        node.text("type"),
        node.text("number"),
        node.text("country"),
        node.text("issue_date"),
        node.text("expiration_date"),
    )
