"""Bytes to text for files that are text: one rule, so that offsets never depend on the caller."""

import codecs

from charset_normalizer import from_bytes

HEAD = 200_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def marked(head: bytes) -> str | None:
    """The encoding that a byte-order mark at the start of a file names, or None."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), None)


def guessed(head: bytes) -> str:
    """The likeliest encoding of a file that is not UTF-8, by its first 200,000 bytes."""
    best = from_bytes(head[:HEAD]).best()
    return best.encoding if best else "cp1252"


def decoded(data: bytes) -> tuple[str, str]:
    """Decode a text file by its byte-order mark, as UTF-8, or by its statistics.

    Args:
        data: The whole file.

    Returns:
        The text, line ends as they stand, and the name of the encoding used.

    Example:
        >>> decoded("Купол".encode("utf-16"))
        ('Купол', 'utf-16')
    """
    if encoding := marked(data):
        return data.decode(encoding, errors="replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = guessed(data)
        return data.decode(encoding, errors="replace"), encoding
