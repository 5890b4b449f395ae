"""Bytes spoilt or lost on the way: a document or a refusal in words, and nothing else."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.errors import UnreadableSource
from enduse.sources.documents.archive import ZipReader
from enduse.sources.documents.html.reader import HtmlReader
from enduse.sources.documents.mail.eml import EmlReader
from enduse.sources.documents.office.docx import DocxReader
from enduse.sources.documents.office.pptx import PptxReader
from enduse.sources.documents.office.xlsx import XlsxReader
from enduse.sources.documents.pdf.reader import PdfReader
from enduse.sources.protocols import DocumentReader
from tests.sources.documents.office_writer import archive, docx
from tests.sources.documents.pdf_writer import Words, pdf
from tests.sources.documents.test_html import PAGE
from tests.sources.documents.test_mail import letter
from tests.sources.documents.test_stated import slides, workbook

READERS: dict[str, DocumentReader] = {
    "docx": DocxReader(),
    "eml": EmlReader(),
    "html": HtmlReader(),
    "pdf": PdfReader(),
    "pptx": PptxReader(),
    "xlsx": XlsxReader(),
    "zip": ZipReader(),
}


@cache
def whole(kind: str) -> bytes:
    text = "<w:p><w:r><w:t>Kupol declined to comment.</w:t></w:r></w:p>"
    made: dict[str, Callable[[], bytes]] = {
        "docx": lambda: docx(text * 20),
        "eml": lambda: letter().as_bytes(),
        "html": lambda: PAGE.encode(),
        "pdf": lambda: pdf([[Words("Kupol declined to comment.", 72, 700)]]),
        "pptx": slides,
        "xlsx": workbook,
        "zip": lambda: archive({"a.txt": "Kupol", "b/c.zip": archive({"d.txt": "declined"})}),
    }
    return made[kind]()


@pytest.mark.parametrize("kind", sorted(READERS))
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_spoilt_bytes_are_read_or_refused_in_words(kind: str, data: st.DataObject) -> None:
    spoilt = bytearray(whole(kind))
    places = st.integers(0, len(spoilt) - 1)
    for at in data.draw(st.lists(places, min_size=1, max_size=12)):
        spoilt[at] ^= data.draw(st.integers(1, 255))
    kept = spoilt[: data.draw(st.one_of(st.just(len(spoilt)), places))]
    try:
        document = READERS[kind].read(bytes(kept), "0" * 64, f"a.{kind}")
    except UnreadableSource as fault:
        assert fault.what and fault.hint
    else:
        assert all(0 <= part.start <= part.end <= len(document.text) for part in document.parts)
