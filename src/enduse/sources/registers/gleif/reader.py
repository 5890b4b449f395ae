"""Read LEI-CDF and RR-CDF files, told apart by their content, as CSV or as XML."""

from collections.abc import Callable, Iterator, Sequence

from enduse.errors import UnreadableSource
from enduse.model import Issue, Locator, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.registers.gleif.entity import entity
from enduse.sources.registers.gleif.fields import CsvFields, Fields, XmlFields
from enduse.sources.registers.gleif.relationship import relationship
from enduse.sources.registers.table import header_of, records
from enduse.sources.text_chunks import packed
from enduse.sources.xml_records import Fault, head_of, xml_records

_Said = Iterator[Statement | Issue]
_Make = Callable[[Fields], _Said]
_BY_TAG: dict[str, _Make] = {"LEIRecord": entity, "RelationshipRecord": relationship}


class GleifReader:
    """Reads level 1 and level 2 files. Entry-point name: `gleif`."""

    name = "gleif"
    version = "2"

    def read(self, files: Sequence[StoredFile]) -> _Said:
        """Read files in any order, streamed.

        Raises:
            UnreadableSource: A file is packed, or is of neither level.
        """
        seen = set[int]()
        for file in files:
            if packing := packed(file.path):
                raise UnreadableSource(file.name, "the file", f"it is packed ({packing})")
            is_xml = head_of(file.path).lstrip().startswith("<")
            yield from _xml(file, seen) if is_xml else _csv(file, seen)


def _again(fields: Fields, seen: set[int]) -> Iterator[Issue]:
    """Report an LEI that came before; of three million the hashes alone are kept."""
    lei = fields.one("LEI")
    if lei is None:
        return
    key = hash(lei.text)
    if key in seen:
        message = f"The LEI {lei.text} appears again; what both records say was joined."
        yield Issue(lei.evidence.locator, message, lei.text)
    seen.add(key)


def _csv(file: StoredFile, seen: set[int]) -> _Said:
    delimiter, header = header_of(file)
    if "LEI" in header and "Entity.LegalName" in header:
        make: _Make = entity
    elif "Relationship.StartNode.NodeID" in header:
        make = relationship
    else:
        why = "its columns are neither those of LEI-CDF nor of RR-CDF"
        raise UnreadableSource(file.name, "line 1", why)
    for row in records(file.sha256, file.path, delimiter):
        if isinstance(row, Issue):
            yield row
        else:
            fields = CsvFields(row)
            if make is entity:
                yield from _again(fields, seen)
            yield from make(fields)


def _xml(file: StoredFile, seen: set[int]) -> _Said:
    found = False
    for record in xml_records(file.path, _BY_TAG):
        if isinstance(record, Fault):
            place = Locator(file.sha256, record.start, record.end, "file")
            yield Issue(place, record.message, record.text)
            continue
        found = True
        root = record.root
        for fault in record.faults:
            place = Locator(file.sha256, root.start, root.end, f"record {record.number}")
            yield Issue(place, fault, record.text[:200])
        make, fields = _BY_TAG[root.tag], XmlFields(file.sha256, record)
        if make is entity:
            yield from _again(fields, seen)
        yield from make(fields)
    if not found:
        raise UnreadableSource(file.name, "the file", "no LEI and no relationship record is in it")
