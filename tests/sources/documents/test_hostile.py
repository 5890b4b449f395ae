"""Files that crash, hang, swell and lie: one is lost, in words, and the rest goes on."""

import subprocess
import sys
import threading
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.errors import UnreadableSource
from enduse.sources.documents import Limits, ParserPool, read_document
from enduse.sources.documents.apart.wire import document_head, document_of
from enduse.sources.protocols import Attachment, Document, DocumentReader, Part
from tests.sources.documents.conftest import Read
from tests.sources.documents.hostile_readers import Hostile, Liar
from tests.sources.documents.office_writer import W, archive, docx
from tests.sources.documents.pdf_writer import Words, pdf

SOURCE = "0" * 64
PATIENT = Limits(wall_seconds=60, cpu_seconds=60)
TIGHT = Limits(wall_seconds=1.5, cpu_seconds=60)


def wish(pool: ParserPool, what: str, limits: Limits = PATIENT) -> Document:
    data = b"evil " + what.encode()
    readers: list[DocumentReader] = [Hostile()]
    # the name makes it no plain text, so that it goes to the child
    return read_document(data, SOURCE, "a.evil", readers=readers, limits=limits, pool=pool)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("crash", "signal 11"),
        ("sleep", "did not finish within 1.5 seconds"),
        ("swell", "more than 3,072 MB of memory"),
        ("fail", "RuntimeError: a fault nobody foresaw"),
        ("connect", "may not do socket.getaddrinfo"),
        ("write", "may not write a file"),
        ("start", "may not start true"),
    ],
)
def test_what_a_parser_does_to_itself_is_said_in_words(
    pool: ParserPool, what: str, words: str
) -> None:
    with pytest.raises(UnreadableSource, match=words):
        wish(pool, what, TIGHT if what == "sleep" else PATIENT)


def test_computing_time_is_bounded(pool: ParserPool) -> None:
    with pytest.raises(UnreadableSource, match="more than 1 seconds of computing time"):
        wish(pool, "burn", Limits(wall_seconds=20, cpu_seconds=1))


def test_after_a_crash_the_next_file_is_read(pool: ParserPool, read: Read) -> None:
    with pytest.raises(UnreadableSource):
        wish(pool, "crash")
    assert read(pdf([[Words("Still here", 72, 700)]])).text == "Still here"


def test_a_parser_that_prints_does_not_spoil_its_answer(pool: ParserPool) -> None:
    assert wish(pool, "chatter").text == "calm"


def test_an_answer_that_does_not_fit_together_is_not_believed(pool: ParserPool) -> None:
    with pytest.raises(UnreadableSource, match="its parser broke"):
        read_document(b"evil x", SOURCE, "a.evil", readers=[Liar()], limits=PATIENT, pool=pool)


def test_many_threads_share_a_pool(readers: list[DocumentReader]) -> None:
    data = pdf([[Words("Kupol declined", 72, 700)]])
    found = []

    def work() -> None:
        found.append(read_document(data, SOURCE, "a", readers=readers, pool=pool).text)

    with ParserPool(processes=2) as pool:
        threads = [threading.Thread(target=work) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == ["Kupol declined"] * 6


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is empty"),
        (b"\x00" * 500, "it is empty"),
        (b" \r\n\x1a", "it is empty"),
        (bytes(range(256)) * 8, "no text and no document that we know"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(20), "RAR archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office file"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        (b"%PDF-1.7\n" + b"\xff\x00junk" * 50, "damaged beyond repair"),
        (b"PK\x03\x04" + b"junk" * 20, "zip|archive"),
    ],
)
def test_what_cannot_be_read_is_said_in_words(read: Read, data: bytes, words: str) -> None:
    try:
        document = read(data, "report.txt")
    except UnreadableSource as fault:
        assert fault.hint
        assert any(word in fault.what for word in words.split("|"))
    else:
        assert document.text == "" and document.issues


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a", "a.docx", "a.html"])
def test_content_decides_and_the_suffix_does_not(read: Read, name: str) -> None:
    assert read(pdf([[Words("From a PDF", 72, 700)]]), name).text == "From a PDF"
    assert read(docx("<w:p><w:r><w:t>From Word</w:t></w:r></w:p>"), name).text == "From Word"
    assert read(b"<!DOCTYPE html><p>From a page of some words", name).text == (
        "From a page of some words"
    )


def test_a_file_that_is_gone_is_said_to_be(readers: list[DocumentReader], tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="No such file"):
        read_document(tmp_path / "gone.txt", SOURCE, "gone.txt", readers=readers)


def test_a_file_beyond_the_limit_is_not_even_opened(read: Read) -> None:
    with pytest.raises(UnreadableSource, match="the limit is 10"):
        read(b"eleven char", "a.txt", Limits(input_bytes=10))


LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">' for n in range(9)
)
XXE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [f"<!DOCTYPE w [{LAUGHS}]>", XXE])
@pytest.mark.parametrize("kind", ["docx", "odt", "xlsx", "pptx"])
def test_entities_are_refused_wherever_xml_is_read(read: Read, kind: str, declared: str) -> None:
    name = "l8" if "l8" in declared else "x"
    run = f"<w:p><w:r><w:t>&{name};</w:t></w:r></w:p>"
    text = f"{declared}<w:document {W}><w:body>{run}</w:body></w:document>"
    members: dict[str, dict[str, str | bytes]] = {
        "docx": {"word/document.xml": text},
        "xlsx": {"xl/workbook.xml": text, "[Content_Types].xml": "<Types/>"},
        "pptx": {"ppt/presentation.xml": text, "[Content_Types].xml": "<Types/>"},
        "odt": {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": text},
    }
    with pytest.raises(UnreadableSource, match="declares entities"):
        read(archive(members[kind]), f"a.{kind}")


def test_a_word_file_that_unpacks_to_absurdly_more_is_refused(read: Read) -> None:
    with pytest.raises(UnreadableSource, match="bytes are packed into"):
        read(docx("<w:p/>" + " " * 30_000_000), "a.docx")


def test_an_attachment_too_deep_is_an_issue(read: Read) -> None:
    document = read(archive({"a.txt": "Kupol"}), "a.zip", replace(Limits(), nesting_levels=0))
    assert document.attachments == ()
    assert "too deep" in document.issues[0].message


def test_a_picture_of_absurd_size_is_never_unpacked(read: Read) -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        packed = kind + body
        return len(body).to_bytes(4, "big") + packed + zlib.crc32(packed).to_bytes(4, "big")

    side = (50_000).to_bytes(4, "big")
    head = chunk(b"IHDR", side + side + b"\x08\x02\x00\x00\x00")
    body = chunk(b"IDAT", zlib.compress(bytes(100_000)))
    with pytest.raises(UnreadableSource, match="2,500,000,000 pixels"):
        read(b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b""), "a.png")


def test_scripts_in_a_pdf_do_not_run(read: Read) -> None:
    action = "/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://example.org'\\))>>"
    assert read(pdf([[Words("Quiet", 72, 700)]], catalog=action)).text == "Quiet"


PARTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=4)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30), st.data())
@settings(max_examples=60)
def test_a_document_survives_the_wire(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=4)))
    document = Document(
        text,
        tuple(
            Part(f"page {a}", a, b, (1.0, 2.0, 3.0, 4.5), (a, b), "utf-8")
            for a, b in zip(cuts, cuts[1:], strict=False)
        ),
        title=text or None,
        attachments=(Attachment("x", text.encode()),),
    )
    assert document_of(*document_head(document), SOURCE) == document


def test_a_message_to_nowhere_is_no_document() -> None:
    for head in ({}, {"text": "x", "parts": [["a", 0, 9, None, None, ""]]}, {"text": 1}):
        with pytest.raises(ValueError):
            document_of(head, (), SOURCE)


def test_importing_the_room_is_light() -> None:
    heavy = "{'lxml', 'trafilatura', 'pypdfium2', 'openpyxl', 'docx', 'pptx', 'PIL', 'chardet'}"
    code = (
        "import sys, enduse.sources.documents, enduse.sources.documents.pdf.reader, "
        "enduse.sources.documents.html.reader, enduse.sources.documents.office.docx, "
        f"enduse.sources.documents.office.xlsx; print(sorted({heavy} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
