"""Unpack a downloaded zip or gzip file, within bounds."""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from enduse.errors import UnreadableSource
from enduse.sources.text_chunks import packed

MOST_FILES = 50
LARGEST = 32 << 30
"""Bytes that may come out of one packed file."""
RATIO = 250
"""How many times larger than the packed file what comes out of it may be."""
_SLACK = 10 << 20
_BLOCK = 1 << 20


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def unpacked(path: Path, into: Path) -> list[Path]:
    """The files inside a packed file, or the file itself where it is not packed.

    Names inside lose their folders, so that nothing is written outside `into`.

    Args:
        path: The file.
        into: Where to put what is inside; made if missing.

    Raises:
        UnreadableSource: Damaged, encrypted, or far larger unpacked than packed.
    """
    packing = packed(path)
    if packing is None:
        return [path]
    into.mkdir(parents=True, exist_ok=True)
    bound = min(LARGEST, path.stat().st_size * RATIO + _SLACK)
    try:
        if packing == "gzip":
            target = into / path.name.removesuffix(".gz")
            with gzip.open(path) as inside:
                _copy(inside, target, bound, path)
            return [target]
        return list(_members(path, into, bound))
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError) as error:
        raise UnreadableSource(path.name, "the packed file", str(error)) from error


def _members(path: Path, into: Path, bound: int) -> Iterator[Path]:
    with zipfile.ZipFile(path) as archive:
        inside = [one for one in archive.infolist() if not one.is_dir()]
        if len(inside) > MOST_FILES:
            raise UnreadableSource(path.name, "the packed file", f"{len(inside)} files in it")
        for one in inside:
            name = one.filename.replace("\\", "/").rpartition("/")[2]
            if name.startswith(".") or not name:
                continue
            with archive.open(one) as source:
                bound -= _copy(source, into / name, bound, path)
            yield into / name


def _copy(source: _Readable, target: Path, bound: int, path: Path) -> int:
    written = 0
    with target.open("wb") as file:
        while block := source.read(_BLOCK):
            written += len(block)
            if written > bound:
                file.truncate(0)
                why = f"more than {bound:,} bytes come out of {path.stat().st_size:,}"
                raise UnreadableSource(path.name, "the packed file", why)
            file.write(block)
    return written
