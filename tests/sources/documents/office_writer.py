"""Office files made of our own words, each as small as its readers allow."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="dcterms"><dc:title>On engines'
    "</dc:title><dc:creator>Ann</dc:creator><dc:language>ru-RU</dc:language>"
    "<dcterms:created>2020-01-01T00:00:00Z</dcterms:created></cp:coreProperties>"
)
ODF = 'xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:draw="d" xmlns:dc="dc" xmlns:meta="m"'


def archive(members: Mapping[str, str | bytes], *, pack: bool = True) -> bytes:
    """A zip of these members."""
    out = BytesIO()
    method = zipfile.ZIP_DEFLATED if pack else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", method) as written:
        for name, content in members.items():
            written.writestr(name, content)
    return out.getvalue()


def docx(body: str, **others: str) -> bytes:
    """A Word file with this content of its body; other members by their last name."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "docProps/core.xml": CORE,
    }
    members |= {f"word/{name}.xml": text for name, text in others.items()}
    return archive(members)


def odt(body: str) -> bytes:
    """An OpenDocument text with this content of its office:text."""
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {ODF}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {ODF}><office:meta><dc:title>On engines</dc:title>"
            "<meta:initial-creator>Ann</meta:initial-creator><dc:language>zh-CN</dc:language>"
            "</office:meta></office:document-meta>",
        }
    )
