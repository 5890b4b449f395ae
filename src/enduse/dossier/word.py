"""A Word document laid out for paper: A4, numbered pages, ruled tables, quotations set in."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from enduse.model import shown

_FONT, _INK, _SOFT = "Liberation Serif", RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x5A, 0x5A, 0x5A)
_WIDE = 16.6
_SIZES = {"Title": 20, "Heading 1": 14, "Heading 2": 12, "Heading 3": 11}


class Sheet:
    """A document to which lines, quotations and tables are added from top to bottom.

    Args:
        title: Stands in the properties of the file.
        foot: Stands at the foot of each page, before its number.
    """

    def __init__(self, title: str, foot: str) -> None:
        self._word = Document()
        self._word.core_properties.title = shown(title)
        self._word.core_properties.author = ""
        _page(self._word, shown(foot))
        _styles(self._word)
        # Looked up once: by its name a style is searched for at every paragraph.
        self._style = {one.name: one.style_id for one in self._word.styles}

    def heading(self, text: str, level: int) -> None:
        """Add a heading; level 0 is the title."""
        self._add(text, "Title" if level == 0 else f"Heading {level}")

    def line(self, text: str, style: str = "Normal") -> None:
        """Add a paragraph."""
        self._add(text, style)

    def bullet(self, text: str) -> None:
        """Add an item of a list."""
        self._add(text, "List Bullet")

    def quote(self, words: str, place: str) -> None:
        """Add a quotation with its place, set in and in grey."""
        paragraph = self._add(f"“{words}”", "Quote")
        run = paragraph.add_run(f"  {shown(place)}")
        run.italic, run.font.size, run.font.color.rgb = False, Pt(8.5), _SOFT

    def table(self, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Add a ruled table whose head stands on every page that it runs over."""
        every = [titles, *rows]
        table = self._word.add_table(rows=len(every), cols=len(titles), style="Table Grid")
        widths = _widths(every)
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        cells = iter(table._cells)
        for number, row in enumerate(every):
            for value, width in zip(row, widths, strict=True):
                cell = next(cells)
                cell.width = width
                paragraph = cell.paragraphs[0]
                run = paragraph.add_run(shown(value))
                run.font.size, run.bold = Pt(8.5), number == 0
                paragraph.paragraph_format.space_after = Pt(0)
        _mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
        for row_of_table in table.rows:
            _mark(row_of_table._tr.get_or_add_trPr(), "w:cantSplit")
        self._add("", "Normal")

    def content(self) -> bytes:
        """The file."""
        out = BytesIO()
        self._word.save(out)
        return out.getvalue()

    def _add(self, text: str, style: str) -> Paragraph:
        paragraph = self._word.add_paragraph(shown(text))
        paragraph._p.style = self._style[style]
        return paragraph


def _widths(rows: Sequence[Sequence[str]]) -> list[Cm]:
    """Widths that share the page among the columns by how much stands in them."""
    longest = [
        max(8, *(min(70, len(cell)) for cell in column)) for column in zip(*rows, strict=True)
    ]
    return [Cm(_WIDE * one / sum(longest)) for one in longest]


def _mark(properties: BaseOxmlElement, name: str) -> None:
    properties.append(OxmlElement(name))


def _page(word: Word, foot: str) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(f"{foot} · page ").font.size = Pt(8)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(8)
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)


def _styles(word: Word) -> None:
    for name, size in {"Normal": 10.5, "Quote": 9.5, "List Bullet": 10.5, **_SIZES}.items():
        style = word.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in [one for one in fonts.attrib if "Theme" in one]:
            del fonts.attrib[theme]
        for script in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(script), _FONT)
        fonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
        style.font.size, style.font.color.rgb = Pt(size), _INK
        style.paragraph_format.space_after = Pt(4)
    word.styles["Quote"].paragraph_format.left_indent = Cm(0.8)
    word.styles["Quote"].font.italic = False
