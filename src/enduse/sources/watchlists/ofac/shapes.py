"""Which of OFAC's three official shapes a set of files has, by content and not by name."""

from collections.abc import Iterator, Sequence

from enduse.errors import UnreadableSource
from enduse.model import Issue, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.source_info import SourceInfo
from enduse.sources.watchlists.ofac.csv_set import is_csv_set, read_csv_set


def read_any(info: SourceInfo, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
    """Read one version of an OFAC list.

    Raises:
        UnreadableSource: None of the files has one of the shapes.
    """
    if is_csv_set(files):
        yield from read_csv_set(info, files)
        return
    name = files[0].name if files else "no file"
    raise UnreadableSource(
        name, "the list", "it is neither OFAC's CSV set nor one of its XML files"
    )
