"""Reads OpenSanctions exports: entities, deltas, targets.simple.csv, statements; by content."""

from collections.abc import Iterator, Sequence
from itertools import chain

from enduse.errors import UnreadableSource
from enduse.model import Issue, Statement
from enduse.sources.blocks import Block, Sheet, line_blocks
from enduse.sources.protocols import StoredFile
from enduse.sources.watchlists.opensanctions.entities import read_entities
from enduse.sources.watchlists.opensanctions.rows import rows_of
from enduse.sources.watchlists.opensanctions.tables import read_statements, read_targets
from enduse.sources.xml_records import head_of


class OpenSanctionsReader:
    """Entities that are FtM already: nothing is changed but ids that repeat."""

    name = "opensanctions"
    version = "1"

    def read(self, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
        """Read one version; deltas take the place of what they change in it.

        Raises:
            UnreadableSource: A file has none of the shapes.
        """
        shapes = {file.sha256: _shape(file) for file in files}
        entities = [file for file in files if shapes[file.sha256] == "entities"]
        deltas = [file for file in files if shapes[file.sha256] == "delta"]
        yield from read_entities(entities, sorted(deltas, key=lambda file: file.name))
        for file in files:
            if shapes[file.sha256] == "targets":
                yield from read_targets(file)
            elif shapes[file.sha256] == "statements":
                yield from read_statements(file)

    def blocks(self, files: Sequence[StoredFile]) -> Iterator[Block] | None:
        """Cut files of entities into blocks; None where there are tables or deltas among them."""
        if any(_shape(file) != "entities" for file in files):
            return None
        return chain.from_iterable(line_blocks(file) for file in files)

    def rows(self, block: Block) -> Iterator[Sheet | Statement | Issue]:
        """Read a block, in any process."""
        return rows_of(block)


def _shape(file: StoredFile) -> str:
    head = head_of(file.path).lstrip("\ufeff \t\r\n")
    if head.startswith("{"):
        return "delta" if head.replace(" ", "").startswith('{"op":') else "entities"
    first = head.partition("\n")[0]
    if "prop" in first and "value" in first and "schema" in first:
        return "statements"
    if "id" in first and "schema" in first and "aliases" in first:
        return "targets"
    why = "it holds neither FtM entities nor one of the tables of OpenSanctions"
    raise UnreadableSource(file.name, "the first line", why)
