import os
from pathlib import Path

import numpy as np

from enduse.lists.index_files import Array, index_folder, open_arrays, prune_indexes, save_arrays


def test_saved_arrays_are_mapped_back_equal(tmp_path: Path) -> None:
    folder = index_folder(tmp_path, "code", "abc")
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


def test_texts_that_stay_on_disk_are_read_in_stretches_even_after_the_index_was_replaced(
    tmp_path: Path,
) -> None:
    letters = np.frombuffer(b"Kupol Example Plant", np.uint8)
    save_arrays({"text": letters, "other": np.arange(2)}, tmp_path / "x")
    found = open_arrays(tmp_path / "x", on_disk=("text",))
    assert found is not None
    save_arrays({"text": letters[::-1].copy()}, tmp_path / "x")
    assert found["text"][6:13].tobytes() == b"Example"
    assert found["text"][:].tobytes() == letters.tobytes()
    assert found["text"][5:5].tobytes() == b""


def test_indexes_not_used_for_longest_are_pruned_and_few_of_other_code_are_kept(
    tmp_path: Path,
) -> None:
    for day, (code, key) in enumerate((c, k) for c in ("a", "b") for k in ("a", "b", "c")):
        folder = index_folder(tmp_path, code, key)
        save_arrays({"a": np.arange(3)}, folder)
        os.utime(folder / "complete", (day, day))
    assert open_arrays(index_folder(tmp_path, "a", "a")) is not None
    prune_indexes(tmp_path, "a", own=2, others=1)
    assert {folder.name for folder in (tmp_path / "indexes").iterdir()} == {"a-a", "a-c", "b-c"}
