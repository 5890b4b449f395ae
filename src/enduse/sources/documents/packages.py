"""Open archives and the office files that are archives, believing nothing they say."""

import zipfile
import zlib
from io import BytesIO
from typing import Any

from enduse.errors import UnreadableSource
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.picking import LOCKED

_SMALL_BYTES = 1 << 20
_ENCRYPTED = 0x1
_FAULTS = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError)
# What libraries raise that open a package themselves; XML errors are syntax errors.
BROKEN_PART = (LookupError, TypeError, AttributeError, SyntaxError, zlib.error, *_FAULTS)


class Package:
    """A zip archive within limits.

    Args:
        data: Its bytes.
        name: File name, for errors.
        limits: How much it may unpack to.

    Raises:
        UnreadableSource: It is damaged, encrypted, or unpacks to more than it may.
    """

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name = name
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            members = self._archive.infolist()
        except _FAULTS as fault:
            raise UnreadableSource(name, "the archive", str(fault)) from fault
        self._weigh(members, limits)
        self.members = [member for member in members if not member.is_dir()]

    def _weigh(self, members: list[zipfile.ZipInfo], limits: Limits) -> None:
        if len(members) > limits.members:
            raise UnreadableSource(self.name, "the archive", f"it holds {len(members):,} files")
        total = sum(member.file_size for member in members)
        if total > limits.unpacked_bytes:
            raise UnreadableSource(self.name, "the archive", f"it unpacks to {total:,} bytes")
        for member in members:
            if is_bomb(member.compress_size, member.file_size, limits):
                why = f"{member.file_size:,} bytes are packed into {member.compress_size:,}"
                raise UnreadableSource(self.name, member.filename[:100], why)

    def __contains__(self, member: str) -> bool:
        return any(one.filename == member for one in self.members)

    def starting(self, prefix: str) -> list[str]:
        """Names of members with this prefix, in the order of their names."""
        return sorted(one.filename for one in self.members if one.filename.startswith(prefix))

    def read(self, member: str) -> bytes:
        """Unpack one member.

        Raises:
            UnreadableSource: It is missing, damaged or encrypted.
        """
        try:
            info = self._archive.getinfo(member)
            if info.flag_bits & _ENCRYPTED:
                raise UnreadableSource(self.name, member[:100], *LOCKED)
            return self._archive.read(info)
        except KeyError as fault:
            raise UnreadableSource(self.name, member[:100], "it is missing") from fault
        except (*_FAULTS, zlib.error) as fault:
            raise UnreadableSource(self.name, member[:100], str(fault)) from fault

    def xml(self, member: str) -> Any:
        """Parse one member as XML, without entities, without the network.

        Raises:
            UnreadableSource: It is missing, not well-formed, or declares entities.
        """
        return parsed_xml(self.read(member), self.name, member)

    def refuse_entities(self) -> None:
        """Make sure that no XML member declares entities, for libraries that parse it themselves.

        Raises:
            UnreadableSource: One does.
        """
        for member in self.members:
            if _declares_entities(self.read(member.filename)):
                raise UnreadableSource(self.name, member.filename[:100], _ENTITIES)


_ENTITIES = "it declares entities, which a document has no need of"


def is_bomb(packed: int, unpacked: int, limits: Limits) -> bool:
    """Tell whether a member unpacks to absurdly more than it holds."""
    return unpacked > _SMALL_BYTES and unpacked > limits.unpacked_ratio * max(packed, 1)


def parsed_xml(data: bytes, name: str, member: str) -> Any:
    """Parse XML of an untrusted file; see `Package.xml`."""
    from lxml import etree

    if _declares_entities(data):
        raise UnreadableSource(name, member[:100], _ENTITIES)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise UnreadableSource(name, member[:100], str(fault).rstrip(".")) from fault
    return root


def _declares_entities(data: bytes) -> bool:
    """Whether XML opens a document type; also in UTF-16, where every other byte is zero."""
    if data[:60].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] != b"<":
        return False
    plain = data.replace(b"\0", b"") if b"\0" in data[:100] else data
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain
