"""What an index depends on beside its lists: our code and tables of names."""

import hashlib
from functools import cache
from importlib.resources import files


@cache
def fingerprint(*rooms: str) -> str:
    """Hash of the code and tables of rooms; without any, of all that shapes an index.

    An index of another hash is built anew, and kernels are compiled anew.
    """
    digest = hashlib.sha256()
    for folder in rooms or ("enduse.names", "enduse.matching", "enduse.screening"):
        for part in (files(folder), files(folder) / "data"):
            if not part.is_dir():
                continue
            for file in sorted(part.iterdir(), key=lambda f: f.name):
                if file.name.endswith((".py", ".txt")):
                    digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
