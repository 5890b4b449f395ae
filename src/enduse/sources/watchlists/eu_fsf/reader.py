"""Reads the EU's consolidated financial sanctions list: XML 1.1, or the table."""

from collections.abc import Iterator, Sequence

from enduse.errors import UnreadableSource
from enduse.model import Issue, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.watchlists.entry import told
from enduse.sources.watchlists.eu_fsf.party import party
from enduse.sources.watchlists.eu_fsf.record import FsfEntity, csv_entities, xml_entities
from enduse.sources.xml_records import head_of, root_of


class FsfReader:
    """Asset freezes of the EU; the other measures of the Union are in its Official Journal."""

    name = "eu_fsf"
    version = "1"

    def read(self, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
        """Read one version of the list, in either shape.

        Raises:
            UnreadableSource: A file has neither shape.
        """
        seen: dict[str, int] = {}
        for file in files:
            for one in _entities(file):
                if isinstance(one, Issue):
                    yield one
                else:
                    yield from told(party(one, seen))


def _entities(file: StoredFile) -> Iterator[FsfEntity | Issue]:
    head = head_of(file.path)
    if "Entity_LogicalId" in head.partition("\n")[0]:
        return csv_entities(file)
    root = root_of(file.path) if head.lstrip().startswith("<") else None
    if root is None or root.tag != "export":
        why = "it is neither the XML 1.1 nor the table of 118 columns"
        raise UnreadableSource(file.name, "the list", why)
    return xml_entities(file)
