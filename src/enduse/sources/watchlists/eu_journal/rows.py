"""The rows of the journal's files: amendments take the place of what they amend."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enduse.errors import UnreadableSource
from enduse.model import Evidence, Issue, Locator
from enduse.sources.protocols import StoredFile
from enduse.sources.rows import Cell, TableRow, cells_of
from enduse.sources.watchlists.place import Place
from enduse.sources.watchlists.table import placed_rows
from enduse.sources.xml_records import head_of

_ALONE = frozenset(
    {
        "celex", "amendedCelex", "amendmentCelex", "recordId", "programKey", "annex", "measure",
        "startDate", "reason", "schema", "name",
    }
)  # fmt: skip
_LETTER = re.compile(r"(?<!\w)\(?[a-h]\)\s*")
_UNFIT = re.compile(r"[^A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One designation in one legal context.

    Attributes:
        place: Where it stands.
        cells: By column.
        whole: The whole row.
    """

    place: Place
    cells: TableRow
    whole: Cell

    def text(self, column: str) -> str:
        """A column that holds one value; "" where it holds none."""
        return self.cells.text(column)

    def at(self, column: str) -> Evidence:
        """Where a column stands."""
        cell = self.cells.get(column)
        return self.place.cell(cell, column) if cell else self.place.cell(self.whole, "")

    def items(self, column: str) -> Iterator[tuple[str, Evidence]]:
        """The values of a column, each with its place; they are set off by semicolons."""
        cell = self.cells.get(column)
        if cell is None or not cell.value.strip():
            return
        if column in _ALONE or ";" not in cell.value and '"' not in cell.value:
            yield cell.value.strip(), self.place.cell(cell, column)
            return
        for one in cells_of(cell.value, 0, ";"):
            text = one.value.strip()
            if text:
                begin = one.start + one.raw.index(one.raw.strip())
                end = begin + len(one.raw.strip())
                yield text, self.place.within(cell, column, begin, end)

    def pieces(self, column: str) -> Iterator[tuple[str, Evidence]]:
        """The values of a column, those enumerated as (a), (b)... one by one."""
        for text, evidence in self.items(column):
            marks = list(_LETTER.finditer(text))
            # A value with doubled quotation marks does not stand in the file as it reads.
            if not marks or text != evidence.quote:
                yield text, evidence
                continue
            ends = [mark.start() for mark in marks[1:]] + [len(text)]
            if head := text[: marks[0].start()].strip(" ,;"):
                yield head, _within(evidence, text.index(head), head)
            for mark, end in zip(marks, ends, strict=True):
                if piece := text[mark.end() : end].strip(" ,;"):
                    yield piece, _within(evidence, text.index(piece, mark.end()), piece)

    @property
    def act(self) -> str:
        """CELEX number of the framework act."""
        return self.text("celex") or self.text("amendedCelex")

    @property
    def entity_id(self) -> str:
        """Our id: act, annex, number in the annex and schema; the name where there is none."""
        number = self.text("recordId")
        if not number:
            digest = hashlib.sha1(self.text("name").encode(), usedforsecurity=False)
            number = "name-" + digest.hexdigest()[:12]
        parts = (self.act, self.text("annex"), number, self.text("schema"))
        return "euoj-" + "-".join(_UNFIT.sub(".", part).strip(".") for part in parts)


def _within(evidence: Evidence, begin: int, piece: str) -> Evidence:
    place = evidence.locator
    start = place.start + begin
    where = Locator(place.source, start, start + len(piece), place.part, place.field)
    return Evidence(where, piece)


def is_amendment(file: StoredFile) -> bool:
    """Whether a file transcribes an amending act.

    Raises:
        UnreadableSource: Its header is not that of the journal's files.
    """
    head = head_of(file.path).partition("\n")[0]
    if "programKey" not in head or "recordId" not in head:
        raise UnreadableSource(file.name, "the header", "it does not name programKey and recordId")
    return "amendmentCelex" in head


def journal_rows(files: Sequence[StoredFile]) -> Iterator[list[JournalRow] | Issue]:
    """All designations in force, after every amendment.

    Consolidated acts come first, then the amending acts in the order of their CELEX numbers,
    which is that of their adoption. An entry of an amending act with a number in the annex
    takes the place of all rows that had it.

    Yields:
        The rows of one entity together; issues beside them.

    Raises:
        UnreadableSource: A file is none of the journal's.
    """
    found: dict[str, list[JournalRow]] = {}
    amending: list[JournalRow] = []
    for file in files:
        later = is_amendment(file)
        for one in _rows(file):
            if isinstance(one, Issue):
                yield one
            elif later:
                amending.append(one)
            else:
                found.setdefault(one.entity_id, []).append(one)
    touched: dict[str, str] = {}
    for row in sorted(amending, key=lambda one: one.text("amendmentCelex")):
        act = row.text("amendmentCelex")
        if touched.get(row.entity_id) == act:
            found[row.entity_id].append(row)
        else:
            found[row.entity_id] = [row]
        touched[row.entity_id] = act
    yield from found.values()


def _rows(file: StoredFile) -> Iterator[JournalRow | Issue]:
    for one in placed_rows(file):
        if isinstance(one, Issue):
            yield one
            continue
        place, row, whole = one
        made = JournalRow(place, row, whole)
        if not made.text("name") or not made.text("schema"):
            message = "This row has no name or no schema; it was left out."
            yield Issue(made.at("").locator, message, whole.raw[:200])
            continue
        yield made
