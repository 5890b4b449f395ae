"""Letters: headers, the text once, attachments as files of their own."""

from email.message import EmailMessage

import pytest

from enduse.sources.documents import place
from enduse.sources.documents.mail.eml import EmlReader
from enduse.sources.documents.mail.msg import MsgReader
from tests.sources.documents.compound_writer import compound, letter_properties
from tests.sources.documents.conftest import Read
from tests.sources.documents.office_writer import docx
from tests.sources.documents.pdf_writer import Words, pdf

SOURCE = "0" * 64


def letter() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ann Example <ann@example.org>"
    message["To"] = "Bo <bo@example.org>"
    message["Date"] = "Wed, 25 Sep 2024 23:30:00 +0300"
    message["Subject"] = "Двигатели для завода"
    message.set_content("Kupol declined.\n\nЗавод молчит.\n", cte="8bit")
    return message


def test_headers_and_text_are_read(read: Read) -> None:
    document = read(letter().as_bytes(), "a.eml")
    assert document.text.split("\n") == [
        "From: Ann Example <ann@example.org>",
        "To: Bo <bo@example.org>",
        "Date: Wed, 25 Sep 2024 23:30:00 +0300",
        "Subject: Двигатели для завода",
        "Kupol declined.",
        "Завод молчит.",
    ]
    assert (document.author, document.published) == ("Ann Example", "2024-09-25")
    assert document.title == "Двигатели для завода"


def test_a_body_that_is_not_packed_is_found_again_in_the_bytes() -> None:
    raw = letter().as_bytes()
    document = EmlReader().read(raw, SOURCE, "a.eml")
    start = document.text.index("молчит")
    (part,) = place(document, start, start + 6)
    assert part.raw is not None
    assert raw[part.raw[0] : part.raw[1]].decode() == "молчит"


def test_of_two_renderings_the_plain_one_is_read(read: Read) -> None:
    message = letter()
    message.add_alternative("<p>Kupol <b>declined</b>.</p><script>x</script>", subtype="html")
    assert read(message.as_bytes(), "a.eml").text.count("declined") == 1


def test_a_letter_in_html_alone_shows_its_text_and_runs_nothing(read: Read) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "ann@example.org", "x"
    message["Date"] = "not a date"
    message.set_content("<div>One</div><div>Two<script>x</script></div>", subtype="html")
    document = read(message.as_bytes(), "a.eml")
    assert document.text.endswith("One\nTwo")
    assert (document.author, document.published) == ("ann@example.org", None)


def test_attachments_become_files_with_harmless_names(read: Read) -> None:
    message, inner = letter(), letter()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="../r.pdf")
    message.add_attachment(b"text", maintype="text", subtype="plain", filename="n.txt")
    message.add_attachment(inner)
    attached = read(message.as_bytes(), "a.eml").attachments
    assert [one.name for one in attached] == ["r.pdf", "n.txt", "attachment 4.eml"]
    assert attached[0].data == b"%PDF-1.4"
    assert read(attached[2].data, "b.eml").title == "Двигатели для завода"


@pytest.mark.parametrize(
    "header", [b"From: =?x?B?!!?=\n", b"From: <<>>@;,\n", b"Date: 99\n", b"Subject: \xff\xfe\n"]
)
def test_broken_headers_do_not_hide_the_text(read: Read, header: bytes) -> None:
    data = b"To: x\nReceived: y\nMIME-Version: 1.0\n" + header + b"\nKupol declined.\n"
    assert read(data, "a.eml").text.endswith("Kupol declined.")


@pytest.mark.parametrize("charset", [b"no-such-name", b"utf-8\0", b"\0"])
def test_a_letter_in_a_charset_that_nobody_knows_is_read_by_its_bytes(
    read: Read, charset: bytes
) -> None:
    head = b'Subject: Pumps\r\nContent-Type: text/plain; charset="' + charset + b'"\r\n\r\n'

    assert "Kupol declined." in read(head + b"Kupol declined.\r\n", "a.eml").text


def test_an_outlook_letter_is_read(read: Read) -> None:
    data = compound(
        letter_properties("On engines", "Ann Example", "Kupol declined.\r\nЗавод молчит.")
    )
    document = read(data, "a.msg")
    assert document.text.split("\n")[-3:] == [
        "Subject: On engines",
        "Kupol declined.",
        "Завод молчит.",
    ]
    assert (document.title, document.author) == ("On engines", "Ann Example")


@pytest.mark.parametrize("packing", ["base64", "quoted-printable"])
def test_a_packed_body_is_found_again_as_a_whole(packing: str) -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["To"] = "ann@example.org", "x", "b@example.org"
    message.set_content("Завод молчит.\nKupol declined.\n", cte=packing)
    raw = message.as_bytes()
    document = EmlReader().read(raw, SOURCE, "a.eml")
    start = document.text.index("declined")
    (part,) = place(document, start, start + 8)
    assert part.raw is not None
    held = EmailMessage()
    held["Content-Transfer-Encoding"] = packing
    held.set_payload(raw[part.raw[0] : part.raw[1]].decode("ascii"))
    payload = held.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert "Завод молчит.\nKupol declined." in payload.decode("utf-8").replace("\r", "")


def test_attachments_are_read_by_what_they_are(read: Read) -> None:
    message = letter()
    word = docx("<w:p><w:r><w:t>From Word</w:t></w:r></w:p>")
    page = pdf([[Words("From a PDF", 72, 700)]])
    for name, data in (("a.docx", word), ("b.pdf", page)):
        message.add_attachment(data, maintype="application", subtype="x", filename=name)
    inside = [
        read(one.data, one.name).text for one in read(message.as_bytes(), "a.eml").attachments
    ]
    assert inside == ["From Word", "From a PDF"]


def test_an_outlook_letter_without_text_says_so(read: Read) -> None:
    properties = letter_properties("On engines", "Ann Example", "")
    document = read(compound(properties), "a.msg")
    assert ["no text that is read" in issue.message for issue in document.issues] == [True]


def test_the_text_of_an_outlook_letter_is_found_again_in_its_bytes() -> None:
    body = "Kupol declined.\r\n\r\n  Завод молчит."
    raw = compound(letter_properties("On engines", "Ann Example", body))
    document = MsgReader().read(raw, SOURCE, "a.msg")
    found = [part for part in document.parts if part.label == "body"]
    assert [raw[part.raw[0] : part.raw[1]].decode(part.codec) for part in found if part.raw] == [
        "Kupol declined.",
        "Завод молчит.",
    ]


@pytest.mark.parametrize("packing", ["7bit", "quoted-printable", "base64"])
def test_a_body_in_html_is_found_again_as_a_whole(packing: str) -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["To"] = "ann@example.org", "x", "b@example.org"
    message.set_content("<p>Kupol <b>declined</b>.</p>", subtype="html", cte=packing)
    raw = message.as_bytes()
    document = EmlReader().read(raw, SOURCE, "a.eml")
    start = document.text.index("declined")
    (part,) = place(document, start, start + 8)
    assert part.raw is not None
    held = EmailMessage()
    held["Content-Transfer-Encoding"] = packing
    held.set_payload(raw[part.raw[0] : part.raw[1]].decode("ascii"))
    payload = held.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert b"<b>declined</b>" in payload
