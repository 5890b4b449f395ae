"""Which of OFAC's three official shapes a set of files has, by content and not by name."""

from collections.abc import Iterator, Sequence

from enduse.errors import UnreadableSource
from enduse.model import Issue, Locator, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.source_info import SourceInfo
from enduse.sources.watchlists.ofac.advanced import read_advanced
from enduse.sources.watchlists.ofac.csv_set import is_csv_set, read_csv_set
from enduse.sources.watchlists.ofac.sdn_xml import read_sdn_xml
from enduse.sources.xml_records import head_of, root_of

_READERS = {"sdnList": read_sdn_xml, "Sanctions": read_advanced}


def _xml_shape(file: StoredFile) -> str | None:
    if not head_of(file.path).lstrip("\ufeff \t\r\n").startswith("<"):
        return None
    root = root_of(file.path)
    return root.tag if root else None


def read_any(info: SourceInfo, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
    """Read one version of an OFAC list.

    Raises:
        UnreadableSource: None of the files has one of the shapes.
    """
    shapes = {file.sha256: _xml_shape(file) for file in files}
    if any(shape in _READERS for shape in shapes.values()):
        for file in files:
            if reading := _READERS.get(shapes[file.sha256] or ""):
                yield from reading(info, file)
            else:
                where = Locator(file.sha256, 0, 0, file.name)
                yield Issue(where, "This file has another shape than the rest; it was not read.")
        return
    if is_csv_set(files):
        yield from read_csv_set(info, files)
        return
    name = files[0].name if files else "no file"
    raise UnreadableSource(
        name, "the list", "it is neither OFAC's CSV set nor one of its XML files"
    )
