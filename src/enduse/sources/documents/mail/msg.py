"""MSG: letters as Outlook stores them."""

from email.utils import parseaddr
from io import BytesIO
from typing import Any

from enduse.errors import UnreadableSource
from enduse.sources.decoding import decoded
from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.mail.parts import (
    Header,
    safe_name,
    write_headers,
    write_html,
    write_lines,
)
from enduse.sources.documents.recognition import format_of
from enduse.sources.protocols import Attachment, Document

_NO_TEXT = (
    "The letter holds no text that is read here; where Outlook shows some, save it there as "
    "text or HTML and add that."
)
_CODECS = ("utf-16-le", "cp1252", "cp1251")  # of new letters and of old ones
_BROKEN = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    OverflowError,
    RecursionError,
)


class MsgReader:
    """Outlook messages; letters attached to letters are named, not opened."""

    name = "msg"
    version = "3"
    suffixes: tuple[str, ...] = (".msg",)

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell whether the compound file holds the properties of a letter."""
        return format_of(data, name) == self.name

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Extract headers and text; see `DocumentReader.read`.

        Raises:
            UnreadableSource: The compound file is damaged.
        """
        from oxmsg import Message

        try:
            message: Any = Message.load(BytesIO(data))
            return _document(message, data, source)
        except _BROKEN as fault:
            raise UnreadableSource(name, "the letter", "it is damaged") from fault


def _document(message: Any, data: bytes, source: str) -> Document:
    page = Assembly(source)
    sent = message.sent_date
    receivers = ", ".join(one.name or one.email_address for one in message.recipients)
    write_headers(
        page,
        [
            Header("From", message.sender or ""),
            Header("To", receivers),
            Header("Date", sent.isoformat(" ", "seconds") if sent else ""),
            Header("Subject", message.subject or ""),
        ],
    )
    if message.body:
        _write_body(page, message.body, data)
    elif message.html_body:
        markup = message.html_body
        write_html(page, markup if isinstance(markup, str) else decoded(markup)[0], "body")
    else:
        page.issue("body", _NO_TEXT)
    attachments = tuple(_attachments(page, message))
    author = parseaddr(message.sender or "")
    return Document(
        page.text,
        tuple(page.parts),
        author=author[0] or author[1] or None,
        title=message.subject or None,
        published=sent.date().isoformat() if sent else None,
        attachments=attachments,
        issues=tuple(page.issues),
    )


def _write_body(page: Assembly, body: str, data: bytes) -> None:
    """The text, with its bytes where the compound file holds them in one piece."""
    for codec in _CODECS:
        written = body.encode(codec, "replace")
        at = data.find(written)
        if at >= 0 and written.decode(codec) == body:
            write_lines(page, body, at, codec)
            return
    for line in body.split("\n"):
        page.block("body", line)


def _attachments(page: Assembly, message: Any) -> list[Attachment]:
    found = []
    for number, one in enumerate(message.attachments, start=1):
        if one.attached_by_value and one.file_bytes is not None:
            found.append(Attachment(safe_name(one.file_name, number), one.file_bytes))
        else:
            note = "This attachment is no file of its own; save it from Outlook and add it."
            page.issue(f"attachment {number}", note, one.file_name or "")
    return found
