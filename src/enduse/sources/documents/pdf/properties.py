"""What a PDF states of itself, in its dictionary and in its XMP packet."""

import re
from ctypes import c_ushort
from typing import Any

from enduse.errors import UnreadableSource
from enduse.sources.documents.office.properties import Properties
from enduse.sources.documents.packages import parsed_xml
from enduse.sources.documents.stated_day import stated_day

_PACKET = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?=$|[-_])")
_NOBODY = frozenset(
    ("anonymous", "(anonymous)", "unknown", "untitled", "unspecified", "(unspecified)")
)
_MOST_XMP = 1_000_000


def pdf_properties(file: Any, data: bytes) -> Properties:
    """Title, author, publisher, day and language, where the file states them.

    The day of publication is `prism:publicationDate` or `dc:date`: the days on which a file
    was created or changed say nothing about when its text was published.
    """
    told = file.get_metadata_dict()
    packet = _packet(data)
    days = (packet.get("publicationDate"), packet.get("date"))
    language = _LANGUAGE.match(_catalog_language(file) or packet.get("language") or "")
    return Properties(
        publisher=packet.get("publisher"),
        author=_clean(told.get("Author")) or packet.get("creator"),
        title=_clean(told.get("Title")) or packet.get("title"),
        published=next(filter(None, map(stated_day, days)), None),
        language=language.group().lower() if language else None,
    )


def _clean(text: str | None) -> str | None:
    """A value without needless spaces; none where a program filled the field for want of one."""
    told = " ".join((text or "").split())
    return told if told and told.casefold() not in _NOBODY else None


def _catalog_language(file: Any) -> str:
    import pypdfium2.raw as pdfium

    length = pdfium.FPDFCatalog_GetLanguage(file, None, 0)
    if length < 2:
        return ""
    buffer = (c_ushort * length)()
    pdfium.FPDFCatalog_GetLanguage(file, buffer, length)
    return "".join(map(chr, buffer)).split("\0")[0]


def _packet(data: bytes) -> dict[str, str]:
    """Local names of XMP properties to their first text."""
    found = _PACKET.search(data)
    if not found or len(found.group()) > _MOST_XMP:
        return {}
    try:
        root = parsed_xml(found.group(), "", "its metadata")
    except UnreadableSource:
        return {}
    told: dict[str, str] = {}
    for element in root.iter():
        for key, value in element.attrib.items():
            told.setdefault(str(key).rpartition("}")[2], " ".join(str(value).split()))
        text = " ".join("".join(element.itertext()).split())
        if text:
            told.setdefault(str(element.tag).rpartition("}")[2], text)
    return told
