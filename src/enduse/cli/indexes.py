"""The index that `screen` asks: built once for each set of lists, mapped from disk after."""

import hashlib
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from enduse.errors import NotReady

if TYPE_CHECKING:
    from enduse.cli.stretches import Place
    from enduse.lists.used import UsedList
    from enduse.screening import ScreeningIndex


def index_for(given: str | None, home: Path) -> "tuple[ScreeningIndex, tuple[UsedList, ...]]":
    """The index of a file, of one installed list, or of all of them.

    Args:
        given: Path of an FtM JSON lines file, or name of an installed list; None for all.
        home: Folder of installed lists.

    Returns:
        The index, and the lists in it with their versions.

    Raises:
        NotReady: No such list is installed.
        UnreadableSource: The file is not FtM JSON lines.
    """
    used = used_lists(given, home)
    return index_of(used, home, list_files(given)), used


def list_files(given: str | None) -> tuple[Path, ...]:
    """The file of listed entities where a choice of lists is one."""
    return (Path(given),) if given is not None and Path(given).is_file() else ()


def used_lists(given: str | None, home: Path) -> "tuple[UsedList, ...]":
    """The lists that `index_for` would take, with their versions.

    Raises:
        NotReady: No such list is installed.
    """
    from enduse.lists.used import used_file, used_version
    from enduse.lists.version import installed

    if files := list_files(given):
        return (used_file(files[0]),)
    every = [one for one in installed(home) if one.parties]
    found = tuple(used_version(one) for one in every if given in (None, one.kind))
    if not found:
        raise _not_installed(given, [one.kind for one in every])
    return found


def index_of(
    used: "Sequence[UsedList]", home: Path, files: Sequence[Path] = ()
) -> "ScreeningIndex":
    """The index of lists in the versions named, in force or not.

    Args:
        used: The lists.
        home: Folder of installed lists.
        files: Where files among them may lie; found by their hash.

    Raises:
        NotReady: A version is not here.
    """
    from enduse.cli.stretches import no_collection, parts_of
    from enduse.lists.index_files import index_folder, open_arrays, save_arrays
    from enduse.matching import fingerprint
    from enduse.screening import ScreeningIndex

    stated = orjson.dumps([fingerprint(), sorted((one.name, one.version) for one in used)])
    folder = index_folder(home, hashlib.sha256(stated).hexdigest()[:24])
    arrays = open_arrays(folder)
    if arrays is None:
        with no_collection():
            index = ScreeningIndex.of_parts(parts_of(_places(used, files), home))
            save_arrays(index.arrays(), folder)
        return index
    return ScreeningIndex.opened(arrays)


def _not_installed(given: str | None, known: list[str]) -> NotReady:
    from enduse.sources.registry import record_kinds

    if given is None:
        return NotReady(
            "No list is installed.", hint="Run: enduse lists install KIND; or give --list FILE."
        )
    what = f"There is no file and no installed list {given!r}."
    if near := get_close_matches(given, known):
        return NotReady(what, hint=f"Did you mean {' or '.join(near)}?")
    kinds = list(record_kinds())
    wanted = given if given in kinds else next(iter(get_close_matches(given, kinds)), "")
    held = f" Installed: {', '.join(known)}." if known else ""
    return NotReady(what + held, hint=f"Run: enduse lists install {wanted or 'KIND'}")


def _places(used: "Sequence[UsedList]", files: Sequence[Path]) -> "list[Place]":
    from enduse.lists.used import used_file

    by_hash = {used_file(path).version: path for path in files}
    found: list[Place] = []
    for one in used:
        if one.day is not None:
            found.append((one.name, one.version))
        elif one.version in by_hash:
            found.append(by_hash[one.version])
        else:
            what = f"The file {one.name} (SHA-256 {one.version[:16]}…) is not here."
            raise NotReady(what, hint="Name it: --list FILE")
    return found
