"""Reads the EU listings of the Official Journal: consolidated acts, then amending acts."""

from collections.abc import Iterator, Sequence

from enduse.model import Issue, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.watchlists.entry import told
from enduse.sources.watchlists.eu_journal.party import party
from enduse.sources.watchlists.eu_journal.rows import journal_rows


class JournalReader:
    """All measures of the Union, each under its own name: a freeze is not an export control."""

    name = "eu_journal"
    version = "2"

    def read(self, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
        """Read the files of all acts together.

        Raises:
            UnreadableSource: A file is none of the journal's.
        """
        for one in journal_rows(files):
            if isinstance(one, Issue):
                yield one
            else:
                yield from told(party(one))
