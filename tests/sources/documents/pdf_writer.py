"""A tiny PDF writer, so that every PDF of the tests is made of our own words."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Words:
    """A line of text at a place: x, y of its baseline in points, and its size."""

    text: str
    x: float
    y: float
    size: float = 11


@dataclass(frozen=True)
class Stroke:
    """A thin line drawn from bottom to top, in points."""

    x: float
    bottom: float
    top: float


def pdf(
    pages: Sequence[Sequence[Words | Stroke]],
    *,
    info: str = "",
    catalog: str = "",
    rotate: Literal[0, 90] = 0,
    xref: bool = True,
    encrypted: bool = False,
) -> bytes:
    """Write pages of Helvetica; letters beyond Latin-1 go through a composite font.

    On a page that is turned by 90 degrees, places are as seen: 792 points wide and 612 high.
    """
    objects: list[bytes] = [b""] * 4
    kids = []
    for page in pages:
        stream = b"\n".join(_show(words, rotate) for words in page)
        packed = zlib.compress(stream)
        objects.append(
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
        )
        content = len(objects)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Rotate %d/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>" % (rotate, content)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R" + catalog.encode() + b">>"
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    objects[2] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects[3] = b"<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H"
    objects += _composite(len(objects))
    objects[3] += b"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (
        len(objects) - 1,
        len(objects),
    )
    if info:
        objects.append(b"<<" + info.encode("latin-1") + b">>")
    written = _file(objects, bool(info), xref)
    return written.replace(b"trailer<<", b"trailer<<" + _LOCK) if encrypted else written


# A lock whose key fits no password: a reader must ask for one.
_LOCK = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
    b"0f" * 32,
    b"f0" * 32,
)


def _composite(before: int) -> list[bytes]:
    """A font without glyphs whose codes are Unicode itself."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end"
    )
    descendant = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Any/DW 550/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R>>"
        % (before + 1)
    )
    descriptor = (
        b"<</Type/FontDescriptor/FontName/Any/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
        b"/Ascent 900/Descent -200/CapHeight 700/StemV 80>>"
    )
    return [descriptor, descendant, b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap)]


def _show(words: Words | Stroke, rotate: int) -> bytes:
    if isinstance(words, Stroke):
        return b"%.2f %.2f m %.2f %.2f l S" % (words.x, words.bottom, words.x, words.top)
    try:
        packed = words.text.encode("cp1252")
        shown = b"(%s)" % packed.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        font = b"F1"
    except UnicodeEncodeError:
        shown, font = b"<%s>" % words.text.encode("utf-16-be").hex().encode(), b"F2"
    place = (1, 0, 0, 1, words.x, words.y)
    if rotate:
        place = (0, 1, -1, 0, 612 - words.y, words.x)
    matrix = " ".join(str(number) for number in place).encode()
    return b"BT /%s %.2f Tf %s Tm %s Tj ET" % (font, words.size, matrix, shown)


def _file(objects: list[bytes], has_info: bool, xref: bool) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, one in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    at = len(out) if xref else 7
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    info = b"/Info %d 0 R" % len(objects) if has_info else b""
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        info,
        at,
    )
    return bytes(out)
