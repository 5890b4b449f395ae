"""What an index and compiled kernels depend on: our code and tables of names."""

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def fingerprint() -> str:
    """Hash of the code and tables that shape an index; an index of another hash is built anew."""
    digest = hashlib.sha256()
    for room in ("enduse.names", "enduse.matching", "enduse.screening"):
        for file in files_of(Path(str(files(room)))):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def code_of(modules: Iterable[str]) -> str:
    """Hash of the code of imported modules; kernels of another hash are compiled anew."""
    digest = hashlib.sha256()
    for module in sorted(modules):
        digest.update(Path(str(sys.modules[module].__file__)).read_bytes())
    return digest.hexdigest()[:16]


def files_of(room: Path) -> list[Path]:
    """Code and tables of a room and of the rooms in it, in an order that is the same everywhere."""
    found = (file for file in room.rglob("*") if file.suffix in {".py", ".txt"})
    return sorted(found, key=lambda file: file.relative_to(room).as_posix())
