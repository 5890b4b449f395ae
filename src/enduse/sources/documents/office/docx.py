"""DOCX: what the page shows, read from the XML itself, with insertions and without deletions."""

import re
from typing import Any

from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.office.properties import ooxml_properties
from enduse.sources.documents.packages import Package
from enduse.sources.documents.recognition import format_of
from enduse.sources.protocols import Attachment, Document

_SKIPPED = frozenset(
    ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "Fallback", "tblPr")
)
_INSTEAD = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
    "softHyphen": "",
}
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_HEADS = re.compile(r"word/(header|footer)\d*\.xml$")


class DocxReader:
    """Word files. Tracked insertions count, tracked deletions do not."""

    name = "docx"
    version = "2"
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx")

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell whether the archive holds a Word text."""
        return format_of(data, name) == self.name

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Extract body, tables, text boxes, notes, comments and heads; see `DocumentReader.read`.

        Raises:
            UnreadableSource: The archive or its main XML is damaged or hostile.
        """
        package = Package(data, name, self.limits)
        page = Assembly(source)
        _Body(page).read(package.xml("word/document.xml"))
        for member, label in _NOTES:
            if member in package:
                _notes(page, package.xml(member), label)
        if "word/comments.xml" in package:
            _notes(page, package.xml("word/comments.xml"), "comment")
        _heads(page, package)
        return Document(
            page.text,
            tuple(page.parts),
            **ooxml_properties(package),
            attachments=_embedded(package),
            issues=tuple(page.issues),
        )


def _embedded(package: Package) -> tuple[Attachment, ...]:
    names = package.starting("word/embeddings/")
    return tuple(Attachment(name.rpartition("/")[2], package.read(name)) for name in names)


def _heads(page: Assembly, package: Package) -> None:
    """Heads and feet of pages, each wording once, after the body so that they cut no sentence."""
    seen: set[str] = set()
    for member in package.starting("word/"):
        kind = _HEADS.match(member)
        if not kind:
            continue
        for paragraph in _paragraphs(package.xml(member)):
            text = _text(paragraph)
            if text.strip() and text not in seen:
                seen.add(text)
                page.block(f"page {kind.group(1)}", text)


def _notes(page: Assembly, root: Any, label: str) -> None:
    number = 0
    for note in root:
        if _local(note) != label or _attribute(note, "type") in {
            "separator",
            "continuationSeparator",
        }:
            continue
        number += 1
        for paragraph in _paragraphs(note):
            page.block(f"{label} {number}", _text(paragraph))


class _Body:
    """Walks the body once, counting paragraphs and tables as a reader would."""

    def __init__(self, page: Assembly) -> None:
        self._page = page
        self._paragraphs = 0
        self._tables = 0

    def read(self, element: Any) -> None:
        for child in element:
            kind = _local(child)
            if kind == "p":
                self._paragraph(child)
            elif kind == "tbl":
                self._table(child)
            elif kind not in _SKIPPED:
                self.read(child)

    def _paragraph(self, element: Any) -> None:
        text = _text(element)
        if text.strip():
            self._paragraphs += 1
            self._page.block(f"paragraph {self._paragraphs}", text)
        for box in _boxes(element):
            self.read(box)

    def _table(self, element: Any) -> None:
        self._tables += 1
        number = self._tables
        for row_number, row in enumerate(_children(element, "tr"), start=1):
            self._page.end_line()
            for column, cell in enumerate(_children(row, "tc")):
                if column:
                    self._page.glue("\t")
                words = [" ".join(_text(p).split()) for p in _paragraphs(cell)]
                self._page.add(f"table {number}, row {row_number}", " ".join(filter(None, words)))


def _children(element: Any, kind: str) -> list[Any]:
    """Children of one kind, also where a content control or an insertion stands between."""
    found = []
    for child in element:
        if _local(child) == kind:
            found.append(child)
        elif _local(child) in {"sdt", "sdtContent", "customXml", "ins"}:
            found += _children(child, kind)
    return found


def _paragraphs(element: Any) -> list[Any]:
    return [one for one in element.iter() if _local(one) == "p" and not _is_gone(one)]


def _is_gone(element: Any) -> bool:
    return any(
        _local(above) in {"del", "moveFrom", "Fallback"} for above in element.iterancestors()
    )


def _boxes(paragraph: Any) -> list[Any]:
    """Text boxes anchored in the paragraph; of two renderings only the first."""
    return [one for one in paragraph.iter() if _local(one) == "txbxContent" and not _is_gone(one)]


def _text(element: Any) -> str:
    pieces: list[str] = []
    _collect(element, pieces)
    return "".join(pieces)


def _collect(element: Any, pieces: list[str]) -> None:
    for child in element:
        kind = _local(child)
        if kind == "t":
            pieces.append(child.text or "")
        elif kind in _INSTEAD:
            pieces.append(_INSTEAD[kind])
        elif kind not in _SKIPPED and kind != "txbxContent":
            _collect(child, pieces)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Any, name: str) -> str | None:
    return next((v for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), None)
