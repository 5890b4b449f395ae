"""Word, OpenDocument, Excel, PowerPoint and RTF."""

import datetime
from io import BytesIO

import pytest

from enduse.sources.documents import Limits, place
from enduse.sources.documents.office.docx import DocxReader
from enduse.sources.documents.office.xlsx import shown
from enduse.sources.protocols import Document
from tests.sources.documents.conftest import Read
from tests.sources.documents.office_writer import W, docx, odt


def labels(document: Document) -> dict[str, str]:
    return {part.label: document.text[part.start : part.end] for part in document.parts}


def test_word_paragraphs_and_tables_come_in_their_order(read: Read) -> None:
    body = (
        "<w:p><w:r><w:t>Завод </w:t></w:r><w:r><w:t>«Купол»</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Company</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>50%</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:t>long</w:t><w:noBreakHyphen/><w:t>range</w:t><w:tab/><w:t>x</w:t></w:r></w:p>"
    )
    document = read(docx(body), "wrong.pdf")
    assert document.text == "Завод «Купол»\nCompany\t50%\nlong-range\tx"
    assert list(labels(document)) == ["paragraph 1", "table 1, row 1", "paragraph 2"]
    assert (document.title, document.author, document.language) == ("On engines", "Ann", "ru")
    assert document.published is None


def test_word_insertions_count_and_deletions_do_not(read: Read) -> None:
    body = (
        "<w:p><w:r><w:t>Seven </w:t></w:r><w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:r><w:instrText>HYPERLINK</w:instrText>"
        "<w:t>engines</w:t></w:r></w:p>"
    )
    assert read(docx(body), "a.docx").text == "Seven new engines"


def test_word_text_boxes_are_read_once_and_notes_follow_the_body(read: Read) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent xmlns:mc='mc'><mc:Choice>"
        f"{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        "<w:p><w:r><w:t>After</w:t></w:r></w:p>"
    )
    note = "<w:p><w:r><w:t>Letter of May</w:t></w:r></w:p>"
    footnotes = (
        f"<w:footnotes {W}><w:footnote w:type='separator'>{note}</w:footnote>"
        f"<w:footnote>{note}</w:footnote></w:footnotes>"
    )
    header = f"<w:hdr {W}><w:p><w:r><w:t>Confidential</w:t></w:r></w:p></w:hdr>"
    document = read(docx(body, footnotes=footnotes, header1=header, header2=header), "a.docx")
    assert document.text == "Before\nIn a box\nAfter\nLetter of May\nConfidential"
    assert labels(document)["footnote 1"] == "Letter of May"


def test_a_file_of_a_real_word_library_is_read(read: Read) -> None:
    import docx as library

    written = library.Document()
    written.core_properties.author = "Ann"
    written.add_heading("Head")
    written.add_paragraph("Kupol declined.")
    out = BytesIO()
    written.save(out)
    document = read(out.getvalue(), "a.docx")
    assert document.text == "Head\nKupol declined."
    start = document.text.index("declined")
    assert [part.label for part in place(document, start, start + 8)] == ["paragraph 2"]


def test_opendocument_spaces_notes_tables_and_deletions(read: Read) -> None:
    body = (
        "<text:tracked-changes><text:p>deleted words</text:p></text:tracked-changes>"
        "<text:h>Head</text:h><text:p>A<text:s text:c='2'/>B<text:tab/>C<text:note><text:note-body>"
        "<text:p>Letter of May</text:p></text:note-body></text:note> end</text:p>"
        "<table:table table:name='T'><table:table-row><table:table-cell><text:p>红箭</text:p>"
        "</table:table-cell><table:table-cell table:number-columns-repeated='16384'/>"
        "<table:table-cell><text:p>50%</text:p></table:table-cell></table:table-row></table:table>"
    )
    document = read(odt(body), "a.odt")
    assert document.text == "Head\nA  B\tC end\n红箭\t\t50%\nLetter of May"
    assert labels(document)["note 1"] == "Letter of May"
    assert (document.title, document.author, document.language) == ("On engines", "Ann", "zh")


def test_excel_cells_keep_their_sheet_and_coordinate(read: Read) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Owners"
    sheet["A1"], sheet["B1"] = "Kupol", 0.505
    sheet["B1"].number_format = "0%"
    sheet["C2"] = datetime.datetime(2024, 9, 25)
    book.create_sheet("Quiet").sheet_state = "hidden"
    book["Quiet"]["A1"] = "hidden words"
    out = BytesIO()
    book.save(out)
    document = read(out.getvalue(), "a.xlsx")
    assert document.text == "Owners\nKupol\t50.5%\n2024-09-25\nQuiet\nhidden words"
    assert labels(document)["sheet Owners, cell B1"] == "50.5%"
    assert labels(document)["hidden sheet Quiet, cell A1"] == "hidden words"


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (0.1 + 0.2, "General", "0.30000000000000004"),
        (1e21, "General", "1000000000000000000000"),
        (True, "General", "TRUE"),
        (datetime.time(8, 5), "General", "08:05:00"),
        (datetime.datetime(2024, 9, 25, 8), "General", "2024-09-25 08:00:00"),
        ("  two\nlines ", "@", "two lines"),
        (50, "0.00%", "5000%"),
    ],
)
def test_a_cell_is_shown_with_all_its_digits(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def test_slides_tables_and_notes_are_read(read: Read) -> None:
    from pptx import Presentation
    from pptx.util import Inches

    show = Presentation()
    show.core_properties.title = "On engines"
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = "Kupol"
    slide.placeholders[1].text = "declined to comment"
    table = slide.shapes.add_table(1, 2, Inches(1), Inches(4), Inches(4), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Stake", "50%"
    slide.notes_slide.notes_text_frame.text = "Ask again"
    out = BytesIO()
    show.save(out)
    document = read(out.getvalue(), "a.pptx")
    assert document.text == "Kupol\ndeclined to comment\nStake\t50%\nAsk again"
    assert labels(document)["slide 1, notes"] == "Ask again"
    assert document.title == "On engines"


def test_slides_beyond_the_limit_are_an_issue(read: Read) -> None:
    from pptx import Presentation

    show = Presentation()
    for _ in range(3):
        show.slides.add_slide(show.slide_layouts[0]).shapes.title.text = "Slide"
    out = BytesIO()
    show.save(out)
    document = read(out.getvalue(), "a.pptx", Limits(pages=2))
    assert document.text == "Slide\nSlide"
    assert document.issues[0].where.part == "slide 3"


RTF = (
    r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Times;}{\f1\fcharset134 SimSun;}}"
    r"{\info{\title \'ce\'f2\'f7\'e5\'f2}{\author Ann}{\company Wire}{\creatim\yr2024}}"
    r"\f0 \'ca\'f3\'ef\'ee\'eb says {\b no}.{\footnote Letter \'ee\'f2 May}\par"
    r" Second \u1050?\u1091? \f1\'ba\'ec\'bc\'fd\par \u-10179?\u-8704?}"
)


def test_rich_text_in_three_scripts_with_its_footnote(read: Read) -> None:
    document = read(RTF.encode("ascii"), "a.doc")
    assert document.text == "Купол says no.\nSecond Ку 红箭\n😀\nLetter от May"
    assert labels(document)["footnote 1"] == "Letter от May"
    assert (document.title, document.author, document.publisher) == ("Отчет", "Ann", "Wire")


def test_an_office_document_is_read_the_same_way_each_time() -> None:
    data = docx("<w:p><w:r><w:t>Kupol</w:t></w:r></w:p>")
    first = DocxReader().read(data, "0" * 64, "a.docx")
    assert DocxReader().read(data, "0" * 64, "a.docx") == first


def test_starred_footnotes_and_cells_of_rtf_are_read(read: Read) -> None:
    written = (
        r"{\rtf1\ansi Orbis sold pumps."
        r"{\super \chftn{\*\footnote \chftn\pard Drawn up in May.}}\par"
        r"\trowd\cellx900\cellx1800 Seller\cell Orbis\cell\row C:\\cell\par}"
    )
    document = read(written.encode("ascii"), "a.rtf")
    assert document.text.split("\n") == [
        "Orbis sold pumps.",
        "Seller\tOrbis",
        "C:\\cell",
        "Drawn up in May.",
    ]
    assert document.parts[-1].label == "footnote 1"
