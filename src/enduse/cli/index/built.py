"""The index that `screen` asks: built once for each set of lists, mapped from disk after."""

import hashlib
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from enduse.errors import NotReady

if TYPE_CHECKING:
    from enduse.cli.index.stretches import Place
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
    from enduse.lists.index_files import index_folder, prune_indexes
    from enduse.matching import fingerprint

    stated = orjson.dumps(sorted((one.name, one.version) for one in used))
    key = hashlib.sha256(stated).hexdigest()[:24]
    folder = index_folder(home, fingerprint(), key)
    index = opened_index(folder)
    if index is None:
        index = built_index(_places(used, home, files), home, folder)
        prune_indexes(home, fingerprint())
    return index


def built_index(places: "Sequence[Place]", home: Path, folder: Path) -> "ScreeningIndex":
    """Build the index of files and installed lists with all cores, and save it in a folder."""
    from enduse.cli.index.stretches import no_collection, parts_of
    from enduse.lists.index_files import save_arrays
    from enduse.screening import ScreeningIndex

    with no_collection():
        index = ScreeningIndex.of_parts(parts_of(places, home))
        save_arrays(index.arrays(), folder)
    return index


def opened_index(folder: Path) -> "ScreeningIndex | None":
    """The index that `built_index` saved in a folder; None where none lies there whole."""
    from enduse.lists.index_files import open_arrays
    from enduse.screening import ON_DISK, ScreeningIndex

    arrays = open_arrays(folder, ON_DISK)
    return None if arrays is None else ScreeningIndex.opened(arrays)


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


def _places(used: "Sequence[UsedList]", home: Path, files: Sequence[Path]) -> "list[Place]":
    from enduse.lists.used import used_file
    from enduse.lists.version import kinds, version

    by_hash = {used_file(path).version: path for path in files}
    found: list[Place] = []
    for one in used:
        if one.day is not None:
            # Names may come from a stranger's export: only what is installed is opened.
            if one.name not in kinds(home):
                what = f"The list {one.words} is not installed."
                raise NotReady(what, hint=f"Run: enduse lists install {one.name}")
            version(home, one.name, one.version)
            found.append((one.name, one.version))
        elif one.version in by_hash:
            found.append(by_hash[one.version])
        else:
            what = f"The file {one.name} (SHA-256 {one.version[:16]}…) is not here."
            raise NotReady(what, hint="Name it: --list FILE")
    return found
