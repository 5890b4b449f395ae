"""Kernels of other states of the code do not pile up in the user's cache."""

import os
from pathlib import Path

import pytest

from enduse.matching import jit


def test_kernels_of_other_code_are_pruned_but_for_the_newest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    monkeypatch.setattr(jit, "kernels_folder", lambda: own)
    for day, name in enumerate(("oldest", "older", "newer", "newest")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "complete").touch()
        os.utime(folder, (day, day))
    jit.note_kept()
    assert {folder.name for folder in tmp_path.iterdir()} == {"own", "newer", "newest"}
    assert jit.kept()
