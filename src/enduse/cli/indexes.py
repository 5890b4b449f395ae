"""The index that `screen` asks: built once for each set of lists, mapped from disk after."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from enduse.screening import ScreeningIndex


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
    from enduse.cli.stretches import no_collection, parts_of
    from enduse.lists.index_files import index_folder, open_arrays, save_arrays
    from enduse.matching import fingerprint
    from enduse.screening import ScreeningIndex

    versions = _versions(given, home)
    stated = orjson.dumps([fingerprint(), sorted(versions.items())])
    folder = index_folder(home, hashlib.sha256(stated).hexdigest()[:24])
    arrays = open_arrays(folder)
    if arrays is None:
        with no_collection():
            index = ScreeningIndex.of_parts(parts_of(given, home))
            save_arrays(index.arrays(), folder)
        return index, versions
    return ScreeningIndex.opened(arrays), versions


def _versions(given: str | None, home: Path) -> dict[str, str]:
    from enduse.cli.stretches import installed_lists

    if given is not None and Path(given).is_file():
        with Path(given).open("rb") as file:
            return {Path(given).name: hashlib.file_digest(file, "sha256").hexdigest()}
    return {one.kind: one.id for one in installed_lists(given, home)}
