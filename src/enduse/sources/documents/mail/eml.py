"""EML: letters as mail programs store them, with their attachments."""

import codecs
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

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

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_BROKEN = (ValueError, LookupError, TypeError, AttributeError)


class EmlReader:
    """Mail messages. Of a text in two renderings the plain one is read."""

    name = "eml"
    version = "3"
    suffixes: tuple[str, ...] = (".eml", ".mht")

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell whether the bytes begin with the headers of a letter."""
        return format_of(data, name) == self.name

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Extract headers and text; see `DocumentReader.read`.

        Raises:
            UnreadableSource: Its parts are nested beyond all reason.
        """
        try:
            return self._document(message_from_bytes(data, policy=policy.default), data, source)
        except RecursionError as fault:
            raise UnreadableSource(name, "the letter", "its parts are nested too deep") from fault

    def _document(self, message: Message, data: bytes, source: str) -> Document:
        page = Assembly(source)
        headers = [Header(shown, _header(message, shown)) for shown in _SHOWN]
        write_headers(page, headers)
        attachments: list[Attachment] = []
        for number, part in enumerate(_leaves(message), start=1):
            if _is_attached(part):
                attachments.append(_attachment(part, number))
            else:
                _write_text(page, part, data)
        if len(attachments) > self.limits.members:
            page.issue("attachments", "There are more attachments than are read.")
        author = parseaddr(_header(message, "From"))
        return Document(
            page.text,
            tuple(page.parts),
            author=author[0] or author[1] or None,
            title=_header(message, "Subject") or None,
            published=_day(_header(message, "Date")),
            attachments=tuple(attachments[: self.limits.members]),
            issues=tuple(page.issues),
        )


def _header(message: Message, name: str) -> str:
    """The value of a header; as written where its syntax is broken."""
    try:
        return " ".join(str(message[name] or "").split())
    except _BROKEN:
        written = [value for key, value in message.raw_items() if key.lower() == name.lower()]
        return " ".join(str(written[0]).split()) if written else ""


def _day(told: str) -> str | None:
    try:
        return parsedate_to_datetime(told).date().isoformat()
    except _BROKEN:
        return None


def _leaves(message: Message) -> Iterator[Message]:
    """Parts that hold something; of alternatives the plain text, else the last one."""
    kind = message.get_content_type()
    if kind == "message/rfc822" or not message.is_multipart():
        yield message
        return
    children = [part for part in message.get_payload() if isinstance(part, Message)]
    if kind == "multipart/alternative":
        plain = [part for part in children if part.get_content_type() == "text/plain"]
        children = plain[:1] or children[-1:]
    for child in children:
        yield from _leaves(child)


def _is_attached(part: Message) -> bool:
    if part.get_content_maintype() != "text":
        return True
    return part.get_content_disposition() == "attachment" or bool(_file_name(part))


def _file_name(part: Message) -> str | None:
    try:
        return part.get_filename()
    except _BROKEN:
        return None


def _attachment(part: Message, number: int) -> Attachment:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        letter = inner[0] if isinstance(inner, list) and inner else part
        data = letter.as_bytes() if isinstance(letter, Message) else b""
        return Attachment(safe_name(_file_name(part), number, ".eml"), data)
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    return Attachment(safe_name(_file_name(part), number), data)


def _write_text(page: Assembly, part: Message, data: bytes) -> None:
    payload = part.get_payload(decode=True)
    body = payload if isinstance(payload, bytes) else b""
    text, codec = _text(body, part.get_content_charset())
    at = data.find(body) if body else -1
    if part.get_content_subtype() == "html":
        held = (at, at + len(body)) if at >= 0 else _packed(part, data)
        write_html(page, text, "body", held)
        return
    if at >= 0:
        write_lines(page, text, at, codec)
        return
    packed = _packed(part, data)
    for line in filter(str.strip, text.split("\n")):
        page.end_line()
        page.add("body", line.strip(), raw=packed)


def _packed(part: Message, data: bytes) -> tuple[int, int] | None:
    """The bytes that hold a packed body (base64, quoted-printable), as a whole."""
    written = part.get_payload(decode=False)
    if not isinstance(written, str) or not written.isascii():
        return None
    raw = written.strip().encode("ascii")
    at = data.find(raw) if raw else -1
    return (at, at + len(raw)) if at >= 0 else None


def _text(body: bytes, charset: str | None) -> tuple[str, str]:
    """The text by the charset that the letter states, if its bytes agree with it."""
    if charset:
        try:
            codecs.lookup(charset)  # an empty body decodes by any name
            return body.decode(charset), charset
        except (ValueError, LookupError):  # bytes it cannot read, or no name of a charset
            pass
    text, codec = decoded(body)
    return text, "utf-8" if codec == "utf-8-sig" else codec
