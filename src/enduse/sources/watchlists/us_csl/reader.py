"""Reads the US Consolidated Screening List: the table with 28 or 29 columns, or the JSON."""

from collections.abc import Iterator, Sequence

from enduse.errors import UnreadableSource
from enduse.model import Issue, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.watchlists.entry import told
from enduse.sources.watchlists.us_csl.party import party
from enduse.sources.watchlists.us_csl.record import CslRecord, csv_records, json_records
from enduse.sources.xml_records import head_of


class CslReader:
    """Thirteen lists of three departments in one; each keeps its own meaning."""

    name = "us_csl"
    version = "1"

    def read(self, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
        """Read one version of the list.

        Raises:
            UnreadableSource: A file has neither shape.
        """
        seen: dict[str, int] = {}
        for file in files:
            for one in _records(file):
                if isinstance(one, Issue):
                    yield one
                else:
                    yield from told(party(one, seen))


def _records(file: StoredFile) -> Iterator[CslRecord | Issue]:
    head = head_of(file.path).lstrip("\ufeff \t\r\n")
    if head.startswith(("{", "[")):
        return json_records(file)
    first = head.partition("\n")[0]
    if "source" not in first or "entity_number" not in first:
        raise UnreadableSource(file.name, "the header", "it does not name the columns of the CSL")
    return csv_records(file)
