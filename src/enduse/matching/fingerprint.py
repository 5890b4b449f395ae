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
    for folder in ("enduse.names", "enduse.matching", "enduse.screening"):
        for part in (files(folder), files(folder) / "data"):
            if not part.is_dir():
                continue
            for file in sorted(part.iterdir(), key=lambda f: f.name):
                if file.name.endswith((".py", ".txt")):
                    digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def code_of(modules: Iterable[str]) -> str:
    """Hash of the code of imported modules; kernels of another hash are compiled anew."""
    digest = hashlib.sha256()
    for module in sorted(modules):
        digest.update(Path(str(sys.modules[module].__file__)).read_bytes())
    return digest.hexdigest()[:16]
