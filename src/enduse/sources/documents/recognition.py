"""Tell what a file is by its first bytes; its name only decides between kinds of plain text."""

import re
import zipfile
import zlib
from functools import lru_cache
from io import BytesIO
from pathlib import PurePosixPath

from enduse.sources.decoding import decoded

HEAD_BYTES = 4_096

_MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"BM", "bitmap"),
    (b"RIFF", "riff"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"\x1f\x8b", "gzip file"),
    (b"BZh", "bzip2 file"),
    (b"\xfd7zXZ\x00", "xz file"),
    (b"MZ", "Windows program"),
    (b"\x7fELF", "Linux program"),
    (b"SQLite format 3\x00", "SQLite database"),
)
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    EOFError,
)
_PACKAGES = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_MARKUP_BEFORE_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*", re.DOTALL)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:(?:[ \t]|\r?\n)")
_MAIL_HEADERS = frozenset(
    (
        b"from",
        b"date",
        b"subject",
        b"to",
        b"received",
        b"message-id",
        b"mime-version",
        b"return-path",
    )
)
_MARKDOWN = (".md", ".markdown", ".mdown")
_TEXT_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 26, 27}


def format_of(data: bytes, name: str) -> str:
    """Name the format of a file.

    Args:
        data: Its bytes.
        name: Its name; only its suffix is looked at, and only where content leaves it open.

    Returns:
        The name of one of our readers ("pdf", "docx", "html", "text" ...), or words for what
        it is that we do not read ("RAR archive"), "empty" or "binary".

    Example:
        >>> format_of(b"%PDF-1.7", "report.txt")
        'pdf'
        >>> format_of(b"Kupol declined to comment.", "report.pdf")
        'text'
    """
    if not data.strip(b"\x00 \t\r\n\x1a"):
        return "empty"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data)
    for magic, found in _MAGIC:
        if data.startswith(magic):
            settled = _settled(found, data)
            if settled:
                return settled
    return _kind_of_text(data[:HEAD_BYTES], PurePosixPath(name).suffix.lower())


def _settled(found: str, data: bytes) -> str | None:
    """Short signatures could begin a text: ask for more."""
    if found == "bitmap":
        return "image" if int.from_bytes(data[2:6], "little") == len(data) else None
    if found == "riff":
        return "image" if data[8:12] == b"WEBP" else None
    if found == "Windows program":
        return found if b"\x00" in data[:64] else None
    if found == "bzip2 file":
        return found if data[4:10] == b"1AY&SY" else None
    if found == "ole":
        if _LOCKED_PACKAGE in data:
            return "locked Office file"
        return "msg" if _UTF16_PROPERTIES in data else "old Office file"
    return found


_LOCKED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_UTF16_PROPERTIES = "__properties_version1.0".encode("utf-16-le")


def _package(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                if b"opendocument" in archive.read("mimetype"):
                    return "odt"
    except (*_ZIP_FAULTS, zlib.error):
        return "zip"
    return next((found for member, found in _PACKAGES if member in names), "zip")


@lru_cache(maxsize=8)  # every reader asks about the same file
def _kind_of_text(start_of_file: bytes, suffix: str) -> str:
    head = decoded(start_of_file)[0].encode("utf-8", "replace")
    if _is_binary(head):
        return "binary"
    start = _MARKUP_BEFORE_HTML.match(head)
    if _HTML.match(head, start.end() if start else 0):
        return "html"
    if suffix in {".html", ".htm", ".xhtml"} and re.search(rb"<[a-zA-Z]+[^<]*>", head):
        return "html"
    if _is_mail(head, suffix):
        return "eml"
    return "markdown" if suffix in _MARKDOWN else "text"


def _is_binary(head: bytes) -> bool:
    """Text holds next to no control characters; junk decoded by guess holds many."""
    controls = sum(1 for byte in head if byte in _TEXT_CONTROLS or byte == 127)
    return controls > max(1, len(head) // 500)


def _is_mail(head: bytes, suffix: str) -> bool:
    seen: set[bytes] = set()
    for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        if not line.strip():
            break
        if line[:1] in b" \t" and seen:
            continue
        if not _HEADER.match(line + b"\n") and not (line.startswith(b"From ") and not seen):
            return False
        seen.add(line.split(b":")[0].strip().lower())
    known = len(seen & _MAIL_HEADERS)
    return known >= 3 or (known >= 2 and suffix == ".eml")
