"""OpenDocument: texts, and tables and slides of the same family, from their XML itself."""

from typing import Any

from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.office.properties import odf_properties
from enduse.sources.documents.packages import Package
from enduse.sources.documents.recognition import format_of
from enduse.sources.protocols import Document

_SKIPPED = frozenset(("tracked-changes", "forms", "sequence-decls", "shape", "settings"))
_ASIDE = frozenset(("note", "annotation"))
_MOST_SPACES = 1_000


class OdtReader:
    """OpenDocument files; deleted text of tracked changes is left out."""

    name = "odt"
    version = "2"
    suffixes: tuple[str, ...] = (".odt", ".ott", ".ods", ".odp")

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell whether the archive says that it is OpenDocument."""
        return format_of(data, name) == self.name

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Extract paragraphs, tables, then notes and comments; see `DocumentReader.read`.

        Raises:
            UnreadableSource: The archive or its XML is damaged, encrypted or hostile.
        """
        package = Package(data, name, self.limits)
        page = Assembly(source)
        writer = _Writer(page)
        for child in package.xml("content.xml"):
            if _local(child) == "body":
                writer.read(child)
        writer.write_aside()
        return Document(
            page.text, tuple(page.parts), **odf_properties(package), issues=tuple(page.issues)
        )


class _Writer:
    def __init__(self, page: Assembly) -> None:
        self._page = page
        self._paragraphs = 0
        self._tables = 0
        self._place = ""
        self._aside: list[Any] = []

    def read(self, element: Any) -> None:
        for child in element:
            kind = _local(child)
            if kind in {"p", "h"}:
                self._paragraph(child)
            elif kind == "table":
                self._table(child)
            elif kind == "page":
                self._place = f"slide {_attribute(child, 'name') or ''}".strip()
                self.read(child)
            elif kind not in _SKIPPED:
                self.read(child)

    def write_aside(self) -> None:
        """Notes and comments, after the text so that they cut no sentence."""
        waiting, self._aside = self._aside, []
        counts = {"note": 0, "annotation": 0}
        for one in waiting:
            kind = _local(one)
            counts[kind] += 1
            label = f"{'comment' if kind == 'annotation' else 'note'} {counts[kind]}"
            for paragraph in one.iter():
                if _local(paragraph) in {"p", "h"}:
                    self._page.block(label, self._text(paragraph))

    def _paragraph(self, element: Any) -> None:
        text = self._text(element)
        if text.strip():
            self._paragraphs += 1
            self._page.block(self._place or f"paragraph {self._paragraphs}", text)
        for frame in element.iter():
            if _local(frame) == "text-box":
                self.read(frame)

    def _table(self, element: Any) -> None:
        self._tables += 1
        name = _attribute(element, "name") or str(self._tables)
        rows = (one for one in element.iter() if _local(one) == "table-row")
        for number, row in enumerate(rows, start=1):
            self._page.end_line()
            cells = [self._cell(cell) for cell in row if _local(cell).endswith("table-cell")]
            while cells and not cells[-1]:
                cells.pop()
            for column, text in enumerate(cells):
                if column:
                    self._page.glue("\t")
                self._page.add(f"table {name}, row {number}", text)

    def _cell(self, cell: Any) -> str:
        words = (self._text(one) for one in cell if _local(one) in {"p", "h"})
        return " ".join(" ".join(words).split())

    def _text(self, element: Any) -> str:
        pieces = [element.text or ""]
        for child in element:
            kind = _local(child)
            if kind == "s":
                count = _attribute(child, "c") or "1"
                pieces.append(" " * min(int(count) if count.isdigit() else 1, _MOST_SPACES))
            elif kind in {"tab", "line-break"}:
                pieces.append("\t" if kind == "tab" else "\n")
            elif kind in _ASIDE:
                self._aside.append(child)
            elif kind not in _SKIPPED and kind != "text-box":
                pieces.append(self._text(child))
            pieces.append(child.tail or "")
        return "".join(pieces)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Any, name: str) -> str | None:
    return next((v for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), None)
