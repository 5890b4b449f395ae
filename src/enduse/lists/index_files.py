"""Arrays of an index saved in a folder, and mapped back without reading them."""

import os
import shutil
import weakref
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_DONE = "complete"


def index_folder(home: Path, code: str, key: str) -> Path:
    """Where the index of these lists, in these versions, lies on this machine.

    Args:
        home: Folder of installed lists.
        code: Tells apart the code that shapes indexes; letters and digits.
        key: Tells lists and versions apart; letters and digits.
    """
    return home / "indexes" / f"{code}-{key}"


def prune_indexes(home: Path, code: str, own: int = 12, others: int = 2) -> None:
    """Delete indexes that were not used for longest; they are built anew if ever asked for.

    A process that has one open goes on with it: what is mapped stays until it is let go.

    Args:
        home: Folder of installed lists.
        code: As for `index_folder`.
        own: So many of this code are kept.
        others: So many of any other code, which another installation may still use.
    """
    mine, strange = list[tuple[float, Path]](), list[tuple[float, Path]]()
    for mark in (home / "indexes").glob(f"*/{_DONE}"):
        with suppress(OSError):
            found = mark.stat().st_mtime, mark.parent
            (mine if mark.parent.name.startswith(f"{code}-") else strange).append(found)
    for some, keep in ((mine, own), (strange, others)):
        for _, folder in sorted(some, reverse=True)[keep:]:
            # Without its mark a folder is no index, however much of it is left.
            (folder / _DONE).unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)


def save_arrays(arrays: Mapping[str, Array], folder: Path) -> None:
    """Save arrays so that `open_arrays` finds either all of them or none.

    Args:
        arrays: By name; names must be plain words.
        folder: Replaced if it is there.
    """
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name, array in arrays.items():
        np.save(fresh / f"{name}.npy", array, allow_pickle=False)
    (fresh / _DONE).write_text("\n".join(sorted(arrays)) + "\n", "utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    fresh.replace(folder)


class OnDisk:
    """Bytes of a file, read from it each time they are asked for, so that none fill memory.

    A mapped file counts as memory in use with every page that lies near one that was touched.
    """

    def __init__(self, path: Path) -> None:
        held = np.load(path, mmap_mode="r")
        self._begin, self._size = held.offset, len(held)
        self._file = os.open(path, os.O_RDONLY)
        weakref.finalize(self, os.close, self._file)

    def __getitem__(self, part: slice) -> npt.NDArray[np.uint8]:
        """Read from the first to before the last place."""
        begin, end, _ = part.indices(self._size)
        raw = os.pread(self._file, max(0, end - begin), self._begin + begin)
        return np.frombuffer(raw, np.uint8)


def open_arrays(folder: Path, on_disk: Collection[str] = ()) -> dict[str, Any] | None:
    """Map the arrays of a folder; None where no whole index lies there.

    Pages that are never touched are never read. Changes stay in this process.

    Args:
        folder: As `save_arrays` left it.
        on_disk: Arrays of bytes of which little is read; they are given as `OnDisk`.
    """
    try:
        names = (folder / _DONE).read_text("utf-8").split()
        found = {
            name: (OnDisk if name in on_disk else _mapped)(folder / f"{name}.npy") for name in names
        }
    except (OSError, ValueError):
        return None
    # Tells `prune_indexes` that it was used; a folder that may not be written is not pruned.
    with suppress(OSError):
        os.utime(folder / _DONE)
    return found


def _mapped(path: Path) -> Array:
    # An empty array has no bytes to map.
    if path.stat().st_size <= 128:
        return np.load(path)  # type: ignore[no-any-return]
    return np.asarray(np.load(path, mmap_mode="c"))
