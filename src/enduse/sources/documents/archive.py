"""ZIP: the files inside, and those in archives inside, become sources of their own."""

import re
import stat
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath

from enduse.errors import UnreadableSource
from enduse.sources.decoding import decoded
from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.packages import is_bomb
from enduse.sources.documents.picking import GET_AGAIN
from enduse.sources.documents.recognition import format_of
from enduse.sources.protocols import Attachment, Document

_FAULTS = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError)
_ENCRYPTED = 0x1
_UTF8_NAMES = 0x800
_COUNTRY_PAGES = (
    ("cp866", re.compile("[а-яёА-ЯЁ№]")),
    ("gb18030", re.compile("[\u4e00-\u9fff（）]")),
)
_OFFICE = {
    ".docx": "the Word file",
    ".docm": "the Word file",
    ".xlsx": "the workbook",
    ".xlsm": "the workbook",
    ".pptx": "the slides",
    ".odt": "the OpenDocument text",
}
_TOO_MANY = "There are more files than are read. Unpack the rest by hand and add what you need."
_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db")


class ZipReader:
    """Archives. Nothing is written anywhere: names are labels, never paths."""

    name = "zip"
    version = "2"
    suffixes: tuple[str, ...] = (".zip",)

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell whether the bytes are an archive and no office file."""
        return format_of(data, name) == self.name

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Unpack into memory, within the limits; see `DocumentReader.read`.

        Raises:
            UnreadableSource: The archive is damaged or holds no file.
        """
        if not _is_whole(data):
            kind = _OFFICE.get(PurePosixPath(name).suffix.lower(), "the archive")
            raise UnreadableSource(name, kind, "it is cut off or damaged", GET_AGAIN)
        work = _Unpacking(self.limits, Assembly(source))
        work.unpack(data, "", self.limits.nesting_levels)
        if not work.found and not work.page.issues:
            raise UnreadableSource(name, "the archive", "it holds no file")
        return Document("", attachments=tuple(work.found), issues=tuple(work.page.issues))


@dataclass
class _Unpacking:
    """One budget for an archive and all archives inside it."""

    limits: Limits
    page: Assembly
    found: list[Attachment] = field(default_factory=list)
    bytes_out: int = 0
    files_seen: int = 0

    def unpack(self, data: bytes, folder: str, levels: int) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for info in archive.infolist():
                if info.is_dir() or info.filename.startswith(_LITTER[0]):
                    continue
                self.files_seen += 1
                if self.files_seen > self.limits.members:
                    self.page.issue(folder or "archive", _TOO_MANY)
                    return
                self._member(archive, info, folder, levels)

    def _member(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, folder: str, levels: int
    ) -> None:
        written = member_name(info)
        name = folder + inner_path(written)
        if name.endswith(_LITTER[1:]):
            return
        why = self._refusal(info)
        if why:
            self.page.issue(name, why, written)
            return
        try:
            data = self._unpacked(archive, info)
        except (*_FAULTS, zlib.error) as fault:
            why = str(fault).rstrip(".")
            self.page.issue(name, f"The file is damaged: {why}. {GET_AGAIN}", written)
            return
        if format_of(data, name) != "zip" or not _is_whole(data):
            self.found.append(Attachment(name, data))
        elif levels > 1:
            self.unpack(data, f"{name}/", levels - 1)
        else:
            self.page.issue(name, "Archives lie too deep in archives; unpack this one by hand.")

    def _refusal(self, info: zipfile.ZipInfo) -> str:
        """Why a member is not unpacked; empty where nothing speaks against it."""
        if info.flag_bits & _ENCRYPTED:
            return "The file is protected by a password; unpack it by hand and add it."
        if stat.S_ISLNK(info.external_attr >> 16):
            return "This is a link to another file and was not followed."
        if is_bomb(info.compress_size, info.file_size, self.limits):
            return (
                f"{info.file_size:,} bytes are packed into {info.compress_size:,}: not unpacked. "
                "If you trust the archive, unpack this file by hand and add it."
            )
        if self.bytes_out + info.file_size > self.limits.unpacked_bytes:
            return (
                f"The archive unpacks to more than {self.limits.unpacked_bytes:,} bytes: the rest "
                "was not read. Unpack it by hand and add what you need."
            )
        return ""

    def _unpacked(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
        with archive.open(info) as stream:
            data = stream.read(info.file_size + 1)
        self.bytes_out += len(data)
        return data


def _is_whole(data: bytes) -> bool:
    """Whether the list of members at the end of the archive is there."""
    try:
        zipfile.ZipFile(BytesIO(data)).close()
    except _FAULTS:
        return False
    return True


def member_name(info: zipfile.ZipInfo) -> str:
    """The name as its writer meant it: old programs use the code page of their country."""
    if info.flag_bits & _UTF8_NAMES or info.filename.isascii():
        return info.filename
    try:
        written = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding, script in _COUNTRY_PAGES:
        name = written.decode(encoding, "replace")
        if all(c.isascii() or script.match(c) for c in name):
            return name
    return decoded(written)[0]


def inner_path(written: str) -> str:
    r"""A name that cannot lead out of the archive, should anybody take it for a path.

    Example:
        >>> inner_path("..\\..\\C:\\Windows/report.txt")
        'Windows/report.txt'
    """
    steps = written.replace("\\", "/").split("/")
    kept = [step for step in steps if step.strip(" .") and not step.endswith(":")]
    clean = "/".join("".join(c for c in step if c.isprintable()) for step in kept)
    return clean[-300:] or "file"
