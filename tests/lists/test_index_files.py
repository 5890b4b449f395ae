from pathlib import Path

import numpy as np

from enduse.lists.index_files import Array, index_folder, open_arrays, save_arrays


def test_saved_arrays_are_mapped_back_equal(tmp_path: Path) -> None:
    folder = index_folder(tmp_path, "abc")
    arrays: dict[str, Array] = {
        "a": np.arange(1000),
        "empty": np.zeros(0, np.int32),
        "b": np.eye(3, dtype=np.float32),
    }
    save_arrays(arrays, folder)
    found = open_arrays(folder)
    assert found is not None and set(found) == set(arrays)
    assert all((found[k] == arrays[k]).all() and found[k].dtype == arrays[k].dtype for k in arrays)


def test_a_half_written_index_is_not_opened(tmp_path: Path) -> None:
    folder = tmp_path / "half"
    folder.mkdir()
    np.save(folder / "a.npy", np.arange(3))
    assert open_arrays(folder) is None


def test_saving_again_replaces_all_arrays(tmp_path: Path) -> None:
    save_arrays({"a": np.arange(3), "old": np.arange(2)}, tmp_path / "x")
    save_arrays({"a": np.arange(4)}, tmp_path / "x")
    found = open_arrays(tmp_path / "x")
    assert found is not None and list(found) == ["a"] and len(found["a"]) == 4
