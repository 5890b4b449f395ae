"""Reads the UK Sanctions List: the table of 2026, the older one, and the XML."""

from collections.abc import Iterator, Sequence

from enduse.errors import UnreadableSource
from enduse.model import Issue, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.watchlists.entry import told
from enduse.sources.watchlists.names import NameIndex
from enduse.sources.watchlists.uk_sl.designation import designation, full_name
from enduse.sources.watchlists.uk_sl.listing import Listing, csv_listings
from enduse.sources.watchlists.uk_sl.xml_listing import RECORD, xml_listings
from enduse.sources.xml_records import head_of, root_of


class UkReader:
    """The one list of UK designations since January 2026."""

    name = "uk_sl"
    version = "1"

    def read(self, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
        """Read one version of the list.

        Raises:
            UnreadableSource: A file has none of the list's shapes.
        """
        listings: list[Listing] = []
        for file in files:
            for one in _listings(file):
                if isinstance(one, Issue):
                    yield one
                else:
                    listings.append(one)
        index = NameIndex()
        for listing in listings:
            for name in listing.names:
                if name.kind.lower() != "alias":
                    index.add(f"uk-{listing.number}", full_name(name))
        seen: dict[str, int] = {}
        for listing in listings:
            yield from told(designation(listing, index, seen))


def _listings(file: StoredFile) -> Iterator[Listing | Issue]:
    root = root_of(file.path)
    if root is None or not head_of(file.path).lstrip().startswith("<"):
        return csv_listings(file)
    if root.tag not in ("Designations", "UKSanctionsList", RECORD):
        raise UnreadableSource(file.name, "the list", f"its root is {root.tag!r}")
    return xml_listings(file)
