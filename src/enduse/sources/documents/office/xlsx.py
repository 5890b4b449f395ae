"""XLSX: sheets row by row, cells as shown, each with its sheet and coordinate."""

import warnings
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

from enduse.errors import UnreadableSource
from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.office.properties import ooxml_properties
from enduse.sources.documents.packages import BROKEN_PART, Package
from enduse.sources.documents.recognition import format_of
from enduse.sources.protocols import Document

_MOST_CELL_PARTS = 50_000


class XlsxReader:
    """Excel workbooks. Formulas give the value that was last computed; macros never run."""

    name = "xlsx"
    version = "1"
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm")

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell whether the archive holds a workbook."""
        return format_of(data, name) == self.name

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Extract all sheets, hidden ones too; see `DocumentReader.read`.

        Raises:
            UnreadableSource: The workbook is damaged, encrypted or hostile.
        """
        package = Package(data, name, self.limits)
        package.refuse_entities()
        page = Assembly(source)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _write_sheets(page, data, name, self.limits)
        _write_comments(page, package)
        return Document(
            page.text, tuple(page.parts), **ooxml_properties(package), issues=tuple(page.issues)
        )


def _write_sheets(page: Assembly, data: bytes, name: str, limits: Limits) -> None:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except (InvalidFileException, *BROKEN_PART) as fault:
        raise UnreadableSource(name, "the workbook", str(fault) or "it is damaged") from fault
    try:
        for sheet in book.worksheets[: limits.pages]:
            hidden = "hidden sheet" if sheet.sheet_state != "visible" else "sheet"
            page.block(f"{hidden} {sheet.title}", sheet.title)
            _write_sheet(page, sheet, f"{hidden} {sheet.title}")
    finally:
        book.close()


def _write_sheet(page: Assembly, sheet: Any, label: str) -> None:
    sheet.reset_dimensions()
    try:
        for number, row in enumerate(sheet.iter_rows(), start=1):
            _write_row(page, [cell for cell in row if cell.value is not None], label, number)
    except BROKEN_PART as fault:
        page.issue(label, "The sheet is damaged; rows after this were not read.", str(fault))


def _write_row(page: Assembly, cells: list[Any], label: str, number: int) -> None:
    page.end_line()
    if len(page.parts) > _MOST_CELL_PARTS:
        page.add(
            f"{label}, row {number}", "\t".join(shown(c.value, c.number_format) for c in cells)
        )
        return
    for index, cell in enumerate(cells):
        if index:
            page.glue("\t")
        page.add(f"{label}, cell {cell.coordinate}", shown(cell.value, cell.number_format))


def shown(value: Any, number_format: str = "General") -> str:
    """A cell as a person sees it, with all digits that the file holds.

    Example:
        >>> shown(0.125, "0%"), shown(2000.0), shown(datetime(2024, 9, 25))
        ('12.5%', '2000', '2024-09-25')
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, "%" in (number_format or ""))
    return " ".join(str(value).split())


def _number(value: float, is_percent: bool) -> str:
    exact = Decimal(repr(value))
    if not exact.is_finite():
        return str(value)
    text = format(exact * 100 if is_percent else exact, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text}%" if is_percent else text


def _write_comments(page: Assembly, package: Package) -> None:
    """Notes on cells, after the sheets."""
    members = [*package.starting("xl/comments"), *package.starting("xl/threadedComments/")]
    for member in (one for one in members if one.endswith(".xml")):
        for comment in package.xml(member).iter("{*}comment", "{*}threadedComment"):
            text = " ".join("".join(comment.itertext()).split())
            page.block(f"comment on cell {comment.get('ref', '?')}", text)
