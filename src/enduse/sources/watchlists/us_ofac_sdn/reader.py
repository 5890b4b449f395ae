"""Reads the OFAC SDN list in any of its official shapes, told by content."""

from collections.abc import Iterator, Sequence

from enduse.model import Issue, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.source_info import load_source_info
from enduse.sources.watchlists.ofac.shapes import read_any


class SdnReader:
    """OFAC's list of blocked persons: an asset freeze, never an export control."""

    name = "us_ofac_sdn"
    version = "1"

    def read(self, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
        """Read the CSV set, SDN.XML or SDN_ADVANCED.XML.

        Args:
            files: One version of the list, in one shape.

        Yields:
            Statements of parties and of what belongs to them; issues beside them.

        Raises:
            UnreadableSource: None of the files has one of the shapes.
        """
        return read_any(load_source_info(__package__), files)
