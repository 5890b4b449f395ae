"""The canonical text of a file in pieces: what `decoding.decoded` gives, without holding it all."""

import codecs
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from enduse.sources.decoding import HEAD, guessed, marked, telling_bytes, unmarked_utf16

_CHUNK = 1 << 20
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"


def _is_utf8(path: Path) -> bool:
    """Whether the whole file is UTF-8; `decoded` decides by the whole file, so must we."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while data := file.read(_CHUNK):
                decoder.decode(data)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while data := file.read(_CHUNK):
            yield data


@lru_cache(maxsize=64)
def _encoding(path: Path, size: int, modified: int) -> str:
    with path.open("rb") as file:
        head = file.read(HEAD)
    by_sight = marked(head) or unmarked_utf16(head, size)
    return by_sight or ("utf-8" if _is_utf8(path) else guessed(head, telling_bytes(_pieces(path))))


def packed(path: Path) -> str | None:
    """Name the packing of a file that must be unpacked before it is read, or None."""
    with path.open("rb") as file:
        head = file.read(4)
    if head.startswith(_GZIP):
        return "gzip"
    return "zip" if head == _ZIP else None


def encoding_of(path: Path) -> str:
    """The encoding that `decoding.decoded` would choose for the file.

    Returns:
        A Python codec name; "utf-8-sig" where a mark is to be dropped.
    """
    info = path.stat()
    return _encoding(path, info.st_size, info.st_mtime_ns)


def text_chunks(path: Path) -> Iterator[str]:
    """Decode a file piece by piece, line ends as they stand.

    Yields:
        Pieces which, put together, are the canonical text.
    """
    encoding = encoding_of(path)
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    with path.open("rb") as file:
        while data := file.read(_CHUNK):
            if text := decoder.decode(data):
                yield text
    if text := decoder.decode(b"", final=True):
        yield text
