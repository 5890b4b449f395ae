"""Arrays of an index saved in a folder, and mapped back without reading them."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_DONE = "complete"


def index_folder(home: Path, key: str) -> Path:
    """Where the index of these lists, in these versions, lies on this machine.

    Args:
        home: Folder of installed lists.
        key: Tells lists, versions and the shape of the index apart; letters, digits, dashes.
    """
    return home / "indexes" / key


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


def open_arrays(folder: Path) -> dict[str, Array] | None:
    """Map the arrays of a folder; None where no whole index lies there.

    Pages that are never touched are never read. Changes stay in this process.
    """
    try:
        names = (folder / _DONE).read_text("utf-8").split()
        return {name: _mapped(folder / f"{name}.npy") for name in names}
    except (OSError, ValueError):
        return None


def _mapped(path: Path) -> Array:
    # An empty array has no bytes to map.
    if path.stat().st_size <= 128:
        return np.load(path)  # type: ignore[no-any-return]
    return np.asarray(np.load(path, mmap_mode="c"))
