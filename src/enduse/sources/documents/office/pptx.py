"""PPTX: slides in their order, with tables and speaker's notes."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from enduse.errors import UnreadableSource
from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.office.properties import ooxml_properties
from enduse.sources.documents.packages import BROKEN_PART, Package
from enduse.sources.documents.recognition import format_of
from enduse.sources.protocols import Document

_MOST_GROUPS_DEEP = 30


class PptxReader:
    """PowerPoint files."""

    name = "pptx"
    version = "1"
    suffixes: tuple[str, ...] = (".pptx", ".pptm", ".ppsx")

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell whether the archive holds slides."""
        return format_of(data, name) == self.name

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Extract text frames, tables and notes; see `DocumentReader.read`.

        Raises:
            UnreadableSource: The file is damaged, encrypted or hostile.
        """
        package = Package(data, name, self.limits)
        package.refuse_entities()
        page = Assembly(source)
        for number, slide in enumerate(_slides(data, name), start=1):
            if number > self.limits.pages:
                page.issue(f"slide {number}", "This slide and those after it were not read.")
                break
            _write_slide(page, slide, number)
        return Document(
            page.text, tuple(page.parts), **ooxml_properties(package), issues=tuple(page.issues)
        )


def _slides(data: bytes, name: str) -> Any:
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    try:
        return Presentation(BytesIO(data)).slides
    except (PythonPptxError, *BROKEN_PART) as fault:
        raise UnreadableSource(name, "the presentation", "it is damaged") from fault


def _write_slide(page: Assembly, slide: Any, number: int) -> None:
    for text in _texts(slide.shapes, _MOST_GROUPS_DEEP):
        page.block(f"slide {number}", text)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        for paragraph in slide.notes_slide.notes_text_frame.paragraphs:
            page.block(f"slide {number}, notes", _clean(paragraph.text))


def _texts(shapes: Any, depth: int) -> Iterator[str]:
    for shape in shapes:
        if hasattr(shape, "shapes") and depth:
            yield from _texts(shape.shapes, depth - 1)
        elif shape.has_text_frame:
            for paragraph in shape.text_frame.paragraphs:
                yield _clean(paragraph.text)
        elif getattr(shape, "has_table", False) and shape.has_table:
            for row in shape.table.rows:
                yield "\t".join(" ".join(cell.text.split()) for cell in row.cells)


def _clean(text: str) -> str:
    return text.replace("\v", "\n")
