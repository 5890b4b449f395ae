"""Read the CSV set of the Offshore Leaks database."""

from collections.abc import Iterator, Sequence

from enduse.errors import UnreadableSource
from enduse.model import Issue, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.registers.icij_offshore.links import link
from enduse.sources.registers.icij_offshore.nodes import node
from enduse.sources.registers.table import Record, header_of, records

_Said = Iterator[Statement | Issue]
_KINDS = ("entities", "officers", "intermediaries", "addresses", "others")


class IcijOffshoreReader:
    """Reads nodes-*.csv and relationships.csv. Entry-point name: `icij_offshore`."""

    name = "icij_offshore"
    version = "2"

    def read(self, files: Sequence[StoredFile]) -> _Said:
        """Read the set; any part of it may be missing.

        Nodes come first, whatever the order of the files, because a relationship says of an
        officer what an owned thing must be in FollowTheMoney by the kind of its node.

        Raises:
            UnreadableSource: A file has the columns of neither nodes nor relationships.
        """
        tables = [(file, *header_of(file)) for file in files if not _is_note(file)]
        if not tables:
            raise UnreadableSource(files[0].name if files else "nothing", "the set", "no table")
        kinds: dict[str, str] = {}
        for file, delimiter, header in tables:
            if "node_id" in header:
                yield from self._nodes(file, delimiter, (_kind(file, header), kinds))
            elif not {"node_id_start", "node_id_end", "rel_type"} <= set(header):
                why = "its columns are neither those of nodes nor of relationships"
                raise UnreadableSource(file.name, "line 1", why)
        for file, delimiter, header in tables:
            if "rel_type" in header:
                for record in records(file.sha256, file.path, delimiter):
                    yield from link(record, kinds) if isinstance(record, Record) else (record,)

    def _nodes(self, file: StoredFile, delimiter: str, known: tuple[str, dict[str, str]]) -> _Said:
        kind, kinds = known
        for record in records(file.sha256, file.path, delimiter):
            if isinstance(record, Issue):
                yield record
            elif key := record.text("node_id"):
                if key in kinds:
                    message = f"The node {key} appears again; what both rows say was joined."
                    yield Issue(record.evidence("node_id").locator, message, key)
                kinds[key] = kind
                yield from node(record, kind)
            else:
                yield Issue(record.evidence().locator, "A node without an id was left out.")


def _is_note(file: StoredFile) -> bool:
    return not file.name.lower().endswith(".csv")


def _kind(file: StoredFile, header: Sequence[str]) -> str:
    """Which nodes a table holds: by its name, else by columns that only one kind has."""
    for kind in _KINDS:
        if kind in file.name.lower():
            return kind
    if "company_type" in header:
        return "entities"
    return "addresses" if header[:2] == ["node_id", "address"] else "officers"
