"""Read parties and stakes from two tables, told apart by their columns."""

from collections.abc import Iterator, Sequence

from enduse.errors import UnreadableSource
from enduse.model import Issue, Locator, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.registers.plain_register.parties import PARTY_COLUMNS, party
from enduse.sources.registers.plain_register.stakes import STAKE_COLUMNS, stake
from enduse.sources.registers.table import header_of, records

_Said = Iterator[Statement | Issue]


class PlainRegisterReader:
    """Reads parties.csv and stakes.csv. Entry-point name: `plain_register`."""

    name = "plain_register"
    version = "2"

    def read(self, files: Sequence[StoredFile]) -> _Said:
        """Read tables in any order; the columns say which is which.

        Raises:
            UnreadableSource: A table has neither `id` and `name` nor `owner` and `asset`.
        """
        for file in files:
            yield from self._file(file)

    def _file(self, file: StoredFile) -> _Said:
        delimiter, header = header_of(file)
        names = {name.lower() for name in header}
        if {"owner", "asset"} <= names:
            make, known = stake, STAKE_COLUMNS
        elif {"id", "name"} <= names:
            make, known = party, PARTY_COLUMNS
        else:
            why = "it names neither id and name (parties) nor owner and asset (stakes)"
            raise UnreadableSource(file.name, "line 1", why)
        for name in header:
            if name.lower() not in known:
                message = f"The column {name!r} is not known and was left out."
                yield Issue(Locator(file.sha256, 0, 0, "row 1", name), message, name)
        seen: set[str] = set()
        for record in records(file.sha256, file.path, delimiter):
            if isinstance(record, Issue):
                yield record
                continue
            if (key := record.text("id")) and key in seen:
                message = f"The id {key!r} appears again; what both rows say was joined."
                yield Issue(record.evidence("id").locator, message, key)
            seen.add(key)
            yield from make(record)
