"""The index that `screen` asks: built once for each set of lists, mapped from disk after."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from enduse.errors import BadInput, NotReady, UnreadableSource

if TYPE_CHECKING:
    from enduse.screening import Listed, ScreeningIndex

    Version = Any


def index_for(given: str | None, home: Path) -> "tuple[ScreeningIndex, dict[str, str]]":
    """The index of a file, of one installed list, or of all of them.

    Args:
        given: Path of an FtM JSON lines file, or name of an installed list; None for all.
        home: Folder of installed lists.

    Returns:
        The index, and the version of every list in it by name.

    Raises:
        NotReady: No such list is installed.
        UnreadableSource: The file is not FtM JSON lines.
    """
    from enduse.lists.index_files import index_folder, open_arrays, save_arrays
    from enduse.matching import fingerprint
    from enduse.screening import ScreeningIndex

    versions = _versions(given, home)
    stated = orjson.dumps([fingerprint(), sorted(versions.items())])
    folder = index_folder(home, hashlib.sha256(stated).hexdigest()[:24])
    arrays = open_arrays(folder)
    if arrays is None:
        index = ScreeningIndex.build(_listed(given, home))
        save_arrays(index.arrays(), folder)
        return index, versions
    return ScreeningIndex.opened(arrays), versions


def _versions(given: str | None, home: Path) -> dict[str, str]:
    if given is not None and Path(given).is_file():
        with Path(given).open("rb") as file:
            return {Path(given).name: hashlib.file_digest(file, "sha256").hexdigest()}
    return {one.kind: one.id for one in _installed(given, home)}


def _installed(given: str | None, home: Path) -> "list[Version]":
    from enduse.lists.version import installed

    every = [one for one in installed(home) if one.parties]
    found = [one for one in every if given in (None, one.kind)]
    if not found:
        what = "No list is installed." if given is None else f"No file or installed list {given!r}."
        known = f" Installed: {', '.join(o.kind for o in every)}." if every and given else ""
        raise NotReady(what + known, hint="Run: enduse lists install KIND; or give --list FILE.")
    return found


def _listed(given: str | None, home: Path) -> "Iterator[Listed]":
    from enduse.lists.opened import OpenList
    from enduse.screening import listed_from_ftm

    if given is not None and Path(given).is_file():
        yield from _from_file(Path(given))
        return
    for version in _installed(given, home):
        for entity in OpenList(version).parties():
            one = listed_from_ftm(entity)
            if one is not None:
                yield one


def _from_file(path: Path) -> "Iterator[Listed]":
    from enduse.screening import listed_from_ftm

    found = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                one = listed_from_ftm(orjson.loads(line))
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                why = f"it is no FtM entity ({error})"
                raise UnreadableSource(str(path), f"line {number}", why) from error
            if one is not None:
                found += 1
                yield one
    if not found:
        raise BadInput(f"{path} lists no party.", hint="Give FtM entities, one JSON object a line.")
