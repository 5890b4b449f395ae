"""PDF: running text in the order of reading, each line with its page and box."""

import re
from collections.abc import Iterator
from typing import Any

from enduse.errors import UnreadableSource
from enduse.model import Issue, Locator
from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.ocr import write_seen
from enduse.sources.documents.pdf.layout import (
    body_height,
    columns_of,
    running_heads,
    split_notes,
)
from enduse.sources.documents.pdf.lines import is_on_page, lines_of
from enduse.sources.documents.pdf.paragraphs import Typesetter, vocabulary
from enduse.sources.documents.pdf.properties import pdf_properties
from enduse.sources.documents.pdf.scans import Leaf, Scans
from enduse.sources.documents.picking import GET_AGAIN, LOCKED
from enduse.sources.documents.recognition import format_of
from enduse.sources.protocols import Attachment, Document

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFTWARD_NOTE = (
    "Text that runs from right to left may have lost the order of its words and letters here. "
    "Compare quotations with the page, or add the text in another form."
)
_OFF_THE_PAGE = (
    "Text that stands beyond the edges of the page, where nobody sees it, was left out. "
    "Look at the file in its own program if it matters."
)
_PASSWORD = re.compile(r"password", re.IGNORECASE)


class PdfReader:
    """PDF files, read with PDFium; scripts and links in them are never followed."""

    name = "pdf"
    version = "3"
    suffixes: tuple[str, ...] = (".pdf",)

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell whether the bytes begin as a PDF does."""
        return format_of(data, name) == self.name

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Extract the text; see `DocumentReader.read`.

        Raises:
            UnreadableSource: The file is encrypted or damaged beyond PDFium's repair.
        """
        file = _opened(data, name)
        try:
            return self._document(file, data, source)
        finally:
            file.close()

    def _document(self, file: Any, data: bytes, source: str) -> Document:
        page = Assembly(source)
        leaves = list(self._leaves(file, page))
        heads = running_heads([(leaf.lines, leaf.height) for leaf in leaves])
        kept = [[line for line in leaf.lines if line not in heads] for leaf in leaves]
        everything = [line for lines in kept for line in lines]
        body = body_height(everything)
        typesetter = Typesetter(page, vocabulary(everything))
        for leaf, lines in zip(leaves, kept, strict=True):
            if leaf.seen:
                typesetter.finish()
                write_seen(page, f"page {leaf.number}", leaf.seen)
                continue
            text, notes = split_notes(lines, body)
            for column in columns_of(text):
                typesetter.write(column)
            typesetter.write_notes(notes)
        typesetter.finish()
        _note_leftward(page)
        return Document(
            page.text,
            tuple(page.parts),
            **pdf_properties(file, data),
            attachments=tuple(_attachments(file)),
            issues=tuple(page.issues),
        )

    def _leaves(self, file: Any, page: Assembly) -> Iterator[Leaf]:
        count = len(file)
        scans = Scans(self.limits, page)
        for number in range(1, min(count, self.limits.pages) + 1):
            yield _leaf(file, page, number, scans)
        if count > self.limits.pages:
            left = count - self.limits.pages
            page.issue(f"page {self.limits.pages + 1}", f"{left:,} pages after this were not read.")


def _leaf(file: Any, page: Assembly, number: int, scans: Scans) -> Leaf:
    from pypdfium2 import PdfiumError

    try:
        sheet = file[number - 1]
        text = sheet.get_textpage()
    except PdfiumError:
        page.issue(f"page {number}", "The page is damaged and was left out.")
        return Leaf(number, (), 1.0)
    width, height = sheet.get_size()
    found = lines_of(sheet, text, number)
    lines = tuple(line for line in found if is_on_page(line, width, height))
    if len(lines) < len(found):
        hidden = next(line for line in found if not is_on_page(line, width, height))
        page.issue(f"page {number}", _OFF_THE_PAGE, hidden.text)
    seen = scans.read(sheet, lines, number)
    text.close()
    sheet.close()
    return Leaf(number, () if seen else lines, height, seen)


def _note_leftward(page: Assembly) -> None:
    """Say so where much of the text runs to the left: PDFs hold it as it is painted."""
    text = page.text
    first = _LEFTWARD.search(text)
    if first and 10 * len(_LEFTWARD.findall(text)) > sum(map(str.isalpha, text)):
        where = Locator(page.source, first.start(), first.end(), "the PDF")
        page.issues.append(Issue(where, _LEFTWARD_NOTE))


def _opened(data: bytes, name: str) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        if _PASSWORD.search(str(fault)):
            raise UnreadableSource(name, "the PDF", *LOCKED) from fault
        raise UnreadableSource(name, "the PDF", "it is damaged beyond repair", GET_AGAIN) from fault


def _attachments(file: Any) -> Iterator[Attachment]:
    for index in range(file.count_attachments()):
        one = file.get_attachment(index)
        yield Attachment(one.get_name(), bytes(one.get_data()))
