"""Pictures of text: read where Tesseract is installed, an issue where it is not."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from enduse.sources.documents import ParserPool, read_document
from enduse.sources.documents.image import _dpi
from enduse.sources.documents.ocr import _joined
from enduse.sources.documents.pdf.lines import _turned, turned_back
from enduse.sources.protocols import Document, DocumentReader

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed"
)
SOURCE = "0" * 64


def drawn(text: str, kind: str = "PNG") -> bytes:
    picture = Image.new("RGB", (1600, 300), "white")
    font = ImageFont.load_default(size=60)
    ImageDraw.Draw(picture).text((80, 100), text, fill="black", font=font)
    out = BytesIO()
    picture.save(out, kind, resolution=200.0) if kind == "PDF" else picture.save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(("kind", "part"), [("PNG", "picture"), ("PDF", "page 1")])
def test_without_tesseract_a_picture_is_an_issue(
    kind: str,
    part: str,
    readers: list[DocumentReader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with ParserPool() as pool:
        document = read_document(
            drawn("Kupol declined", kind), SOURCE, "a", readers=readers, pool=pool
        )
    assert document.text == ""
    assert [issue.where.part for issue in document.issues] == [part]
    assert "Tesseract is not installed" in document.issues[0].message


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "PDF"])
def test_the_words_of_a_picture_are_read_with_their_box(
    kind: str, readers: list[DocumentReader]
) -> None:
    document = read_document(drawn("Kupol declined", kind), SOURCE, "a", readers=readers)
    assert document.text == "Kupol declined"
    box = document.parts[0].box
    assert box is not None
    scale = 72 / 200 if kind == "PDF" else 1.0
    assert box[0] == pytest.approx(80 * scale, abs=10)
    assert 100 * scale < box[1] < box[3] < 220 * scale


def test_a_damaged_picture_is_said_to_be(readers: list[DocumentReader]) -> None:
    from enduse.errors import UnreadableSource

    with pytest.raises(UnreadableSource, match="damaged"):
        read_document(drawn("x")[:200], SOURCE, "a.png", readers=readers)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_box_turned_and_turned_back_is_the_same(turn: int) -> None:
    size, box = (10.0, 20.0, 622.0, 812.0), (72.0, 100.0, 200.0, 112.0)
    assert turned_back(_turned(box, turn, size), turn, size) == pytest.approx(box)


def test_a_blank_picture_has_no_text_and_no_crash(readers: list[DocumentReader]) -> None:
    document: Document = read_document(drawn(""), SOURCE, "a.png", readers=readers)
    assert document.text == ""


@needs_tesseract
def test_a_crooked_scan_of_two_columns_is_read_one_column_after_the_other(
    readers: list[DocumentReader],
) -> None:
    picture = Image.new("L", (1654, 1000), 255)
    font, pen = ImageFont.load_default(size=30), ImageDraw.Draw(picture)
    for left, words in ((150, "first"), (880, "second")):
        for number in range(6):
            pen.text((left, 150 + 46 * number), f"The {words} column, line {number}", 0, font)
    out = BytesIO()
    picture.rotate(0.7, Image.Resampling.BICUBIC, fillcolor=255).save(out, "PDF", resolution=200.0)
    document = read_document(out.getvalue(), SOURCE, "a.pdf", readers=readers)
    read = document.text.split()
    assert read.count("line") >= 9
    assert "first" not in read[read.index("second") :]
    for part in document.parts:
        assert part.box is not None
        assert (part.box[0] > 300) == ("second" in document.text[part.start : part.end])


def test_chinese_is_put_together_without_spaces() -> None:
    assert _joined(["公", "司", "于", "2024", "年"]) == "公司于2024年"
    assert _joined(["Orvela", "supplied", "two"]) == "Orvela supplied two"


@pytest.mark.parametrize(("stated", "taken"), [((200, 200), 200.0), ((1, 1), None), (None, None)])
def test_dots_per_inch_are_taken_where_a_scanner_may_have_stated_them(
    stated: tuple[int, int] | None, taken: float | None
) -> None:
    picture = Image.new("L", (2, 2))
    picture.info["dpi"] = stated
    assert _dpi(picture) == taken
