"""OFAC's CSV set: the primary, alternate-name, address and comment files, told by their content."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from enduse.model import Issue, Locator, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.rows import Row, rows
from enduse.sources.source_info import SourceInfo
from enduse.sources.watchlists.names import NameIndex
from enduse.sources.watchlists.ofac.party import Party
from enduse.sources.watchlists.ofac.record import COLUMNS, Record, record_of

_BY_WIDTH = {12: "primary", 5: "names", 6: "addresses", 2: "comments"}


@dataclass(slots=True)
class _Set:
    """The rows of all files, by the number of their party."""

    primary: list[Record] = field(default_factory=list)
    names: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    addresses: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    comments: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))

    def of(self, kind: str) -> dict[str, list[Record]]:
        return {"names": self.names, "addresses": self.addresses, "comments": self.comments}[kind]


def kind_of(first: Row) -> str | None:
    """Tell which file of the set begins with this row, or None.

    A row that is broken still tells: the primary file is the only wide one.
    """
    cells = first.cells
    if not cells or not cells[0].value.strip().isdigit():
        return None
    if len(cells) > 6:
        return "primary"
    kind = _BY_WIDTH.get(len(cells))
    if kind == "names" and cells[2].value.strip() not in ("aka", "fka", "nka"):
        return None
    return kind


def _kind(file: StoredFile) -> str | None:
    # The first row may be the broken one: three are asked.
    asked = (row for _, row in zip(range(3), rows(file.path, multiline=False), strict=False))
    return next((kind for row in asked if (kind := kind_of(row))), None)


def is_csv_set(files: Sequence[StoredFile]) -> bool:
    """Whether at least one of the files is a primary file of the set."""
    return any(_kind(file) == "primary" for file in files)


def read_csv_set(info: SourceInfo, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
    """Read the whole set.

    Args:
        info: The list: its programmes and what a listing means.
        files: Any of the set, a primary file among them, under any names.

    Yields:
        The statements of every party and of what belongs to it; issues beside them.
    """
    found = _Set()
    for file in files:
        yield from _sort_in(found, file)
    index = NameIndex()
    for record in found.primary:
        index.add(record.party_id, record.text("SDN_Name"))
        for other in found.names.get(record.number, ()):
            index.add(record.party_id, other.text("alt_name"))
    for record in found.primary:
        yield from _party(info, found, record, index)
    yield from _orphans(found)


def _party(
    info: SourceInfo, found: _Set, record: Record, index: NameIndex
) -> Iterator[Statement | Issue]:
    party = Party(info, record, index)
    if record.repeats:
        where = record.place.cell(record.cell("ent_num"), "ent_num").locator
        message = f"Record {record.number} comes again; it was kept as a party of its own."
        yield Issue(where, message, record.number)
        yield from party.read((), (), ())
        return
    yield from party.read(
        found.names.pop(record.number, ()),
        found.addresses.pop(record.number, ()),
        found.comments.pop(record.number, ()),
    )


def _sort_in(found: _Set, file: StoredFile) -> Iterator[Issue]:
    kind = _kind(file)
    if kind is None:
        message = "This file is none of OFAC's CSV files, or it is empty; it was not read."
        yield Issue(Locator(file.sha256, 0, 0, file.name), message)
        return
    seen: dict[str, int] = {}
    for row in rows(file.path, columns=len(COLUMNS[kind]), multiline=False):
        record, issues = record_of(kind, file.sha256, row)
        yield from issues
        if record is None:
            continue
        if kind == "primary":
            before = seen.get(record.number, 0)
            found.primary.append(record.again(before) if before else record)
            seen[record.number] = before + 1
        else:
            found.of(kind)[record.number].append(record)


def _orphans(found: _Set) -> Iterator[Issue]:
    words = {"names": "names", "addresses": "addresses", "comments": "remarks"}
    for kind, word in words.items():
        for number, records in found.of(kind).items():
            first = records[0].cells[0]
            where = records[0].place.cell(first, "ent_num").locator
            message = (
                f"No party {number} stands in the primary file; {len(records)} {word} of it "
                "were left out. Read the files of one day together."
            )
            yield Issue(where, message, number)
