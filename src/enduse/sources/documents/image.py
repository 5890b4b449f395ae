"""Pictures: what they state of themselves, and their text where Tesseract is installed."""

import warnings
from io import BytesIO
from typing import Any

from enduse.errors import UnreadableSource
from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.ocr import MISSING, lines_seen, write_seen
from enduse.sources.documents.recognition import format_of
from enduse.sources.protocols import Document

_DESCRIPTION, _ARTIST = 270, 315
_LEAST_DPI, _MOST_DPI = 100, 1200
_FORMATS = ("PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP")


class ImageReader:
    """Photographs and scans. Boxes are in pixels, counted from the lower left corner."""

    name = "image"
    version = "1"
    suffixes: tuple[str, ...] = (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp")

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell whether the bytes begin as a picture does."""
        return format_of(data, name) == self.name

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Read the text in the picture; see `DocumentReader.read`.

        Raises:
            UnreadableSource: The picture is damaged or larger than the limit.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = self._opened(data, name)
            return self._document(picture, source, name)

    def _opened(self, data: bytes, name: str) -> Any:
        from PIL import Image, UnidentifiedImageError

        Image.MAX_IMAGE_PIXELS = None  # our own limit, below, speaks before anything is unpacked
        try:
            return Image.open(BytesIO(data), formats=_FORMATS)
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as fault:
            raise UnreadableSource(name, "the picture", "it is damaged") from fault

    def _document(self, picture: Any, source: str, name: str) -> Document:
        page = Assembly(source)
        frames = getattr(picture, "n_frames", 1)
        for number in range(min(frames, self.limits.pages)):
            label = "picture" if frames == 1 else f"picture {number + 1}"
            if not self._write(picture, number, page, label, name):
                break
        told = picture.getexif()
        return Document(
            page.text,
            tuple(page.parts),
            author=_text(told.get(_ARTIST)),
            title=_text(told.get(_DESCRIPTION)),
            issues=tuple(page.issues),
        )

    def _write(self, picture: Any, number: int, page: Assembly, label: str, name: str) -> bool:
        try:
            picture.seek(number)
            pixels = picture.width * picture.height
            if pixels > self.limits.picture_pixels:
                raise UnreadableSource(name, label, f"it has {pixels:,} pixels")
            picture.load()
        except (OSError, ValueError, SyntaxError, EOFError) as fault:
            raise UnreadableSource(name, label, "it is damaged") from fault
        lines = lines_seen(picture, self.limits.wall_seconds, _dpi(picture))
        if lines is None:
            page.issue(label, MISSING)
            return False
        write_seen(page, label, lines)
        return True


def _text(told: Any) -> str | None:
    return " ".join(told.replace("\0", " ").split()) or None if isinstance(told, str) else None


def _dpi(picture: Any) -> float | None:
    """Dots per inch as the file states them, where a scanner may have written them."""
    stated = picture.info.get("dpi")
    if not isinstance(stated, tuple) or not stated or not isinstance(stated[0], int | float):
        return None
    return float(stated[0]) if _LEAST_DPI <= stated[0] <= _MOST_DPI else None
