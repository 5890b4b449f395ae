"""Read the PSC snapshot of Companies House, company by company."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from json import JSONDecodeError

from enduse.errors import UnreadableSource
from enduse.model import Issue, Locator, Statement
from enduse.sources.json_records import json_pieces, parsed
from enduse.sources.protocols import StoredFile
from enduse.sources.registers.gb_psc.company import company
from enduse.sources.registers.gb_psc.line import Line
from enduse.sources.text_chunks import packed

_Said = Iterator[Statement | Issue]
_LOOKED_AT = 20


class GbPscReader:
    """Reads JSON lines of persons with significant control. Entry-point name: `gb_psc`."""

    name = "gb_psc"
    version = "2"

    def read(self, files: Sequence[StoredFile]) -> _Said:
        """Read the snapshot, or any part of it; the lines of a company follow each other.

        Raises:
            UnreadableSource: A file is packed, or none of its first lines is of the register.
        """
        for file in files:
            if packing := packed(file.path):
                raise UnreadableSource(file.name, "the file", f"it is packed ({packing})")
            yield from self._file(file)

    def _file(self, file: StoredFile) -> _Said:
        good = bad = 0
        for _, lines in groupby(self._lines(file), key=_company_of):
            taken: list[Line] = []
            for line in lines:
                if isinstance(line, Issue):
                    bad += 1
                    if good == 0 and bad >= _LOOKED_AT:
                        why = f"none of the first {bad} lines is of this register"
                        raise UnreadableSource(file.name, "the file", why)
                    yield line
                else:
                    good += 1
                    taken.append(line)
            if taken:
                yield from company(taken)
        if good == 0:
            raise UnreadableSource(file.name, "the file", "no line of this register is in it")

    def _lines(self, file: StoredFile) -> Iterator[Line | Issue]:
        for piece in json_pieces(file.path):
            where = Locator(file.sha256, piece.start, piece.end, f"row {piece.number}")
            if piece.fault:
                yield Issue(where, piece.fault, piece.text[:200])
                continue
            try:
                line = Line(file.sha256, piece.number, parsed(piece))
            except JSONDecodeError as error:
                message = f"Not JSON at its character {error.pos + 1}: {error.msg}."
                yield Issue(where, message, piece.text[:200])
                continue
            if line.company:
                yield line
            elif not line.kind.startswith("totals#"):  # the last line of a snapshot counts it
                yield Issue(where, "A line that names no company.", piece.text[:200])


def _company_of(line: Line | Issue) -> str:
    return "" if isinstance(line, Issue) else line.company
