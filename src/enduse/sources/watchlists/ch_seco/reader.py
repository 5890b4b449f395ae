"""Reads the Swiss sanctions list of SECO, XML."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from enduse.errors import UnreadableSource
from enduse.model import Issue, Locator, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.watchlists.ch_seco.target import Programme, target
from enduse.sources.watchlists.entry import repeated, told
from enduse.sources.watchlists.place import XmlPlace
from enduse.sources.watchlists.xml_issues import issues_of
from enduse.sources.xml_records import Fault, Record, root_of, xml_records


class SecoReader:
    """Swiss measures; those delisted stay in the file and are marked."""

    name = "ch_seco"
    version = "1"

    def read(self, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
        """Read one version: once for programmes and places, then the targets.

        Raises:
            UnreadableSource: A file is not that list.
        """
        for file in files:
            root = root_of(file.path)
            if root is None or root.tag != "swiss-sanctions-list":
                why = "its root is not swiss-sanctions-list"
                raise UnreadableSource(file.name, "the list", why)
            yield from _read(file)


@dataclass(slots=True)
class _Known:
    programmes: dict[str, Programme] = field(default_factory=dict)
    places: dict[str, dict[str, str]] = field(default_factory=dict)


def _read(file: StoredFile) -> Iterator[Statement | Issue]:
    known = _Known()
    for record in xml_records(file.path, ("sanctions-program", "place")):
        if isinstance(record, Record):
            _know(known, record)
    seen: dict[str, int] = {}
    for record in xml_records(file.path, ("target",)):
        if isinstance(record, Fault):
            where = Locator(file.sha256, record.start, record.end)
            yield Issue(where, record.message, record.text)
            continue
        number = record.root.get("ssid")
        place = XmlPlace(file.sha256, f"record {number or record.number}", record)
        yield from issues_of(place)
        if not number:
            whole = place.whole(record.root).locator
            yield Issue(whole, "This target has no ssid; it was left out.")
            continue
        ident = repeated(f"seco-{number}", seen)
        yield from told(target(place, ident, known.programmes, known.places))


def _know(known: _Known, record: Record) -> None:
    root = record.root
    if root.tag == "place":
        country = root.first("country")
        words = {one.tag: one.text for one in root.children if one.text}
        code = (country.get("iso-code") or country.text) if country else ""
        known.places[root.get("ssid")] = {
            "city": words.get("location", ""),
            "region": words.get("area", ""),
            "country": code,
        }
        return
    keys = {one.get("lang"): one.text for one in root.all("program-key")}
    names = {one.get("lang"): one.text for one in root.all("program-name")}
    for one in root.all("sanctions-set"):
        made = known.programmes.setdefault(one.get("ssid"), Programme())
        if one.get("lang") in ("eng", "") or not made.measure:
            made.measure = one.text
        made.key = keys.get("eng") or next(iter(keys.values()), "")
        made.title = names.get("eng") or next(iter(names.values()), "")
