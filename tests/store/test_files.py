"""Originals stay what they were."""

import hashlib
import os
from pathlib import Path

import pytest

from enduse.store import Originals


def test_a_kept_file_is_the_same_bytes_under_its_own_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\x00 not text")
    originals = Originals(tmp_path / "originals")
    sha256, size, new = originals.keep(path)
    assert sha256 == hashlib.sha256(b"\xff\x00 not text").hexdigest()
    assert (size, new) == (11, True)
    assert originals.path(sha256).read_bytes() == path.read_bytes()


def test_keeping_the_same_bytes_twice_stores_them_once(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals")
    first = originals.keep_bytes(b"same")
    assert originals.keep_bytes(b"same") == (first[0], 4, False)
    assert len([p for p in originals.folder.rglob("*") if p.is_file()]) == 1


def test_a_kept_file_is_read_only(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals")
    sha256, _, _ = originals.keep_bytes(b"x")
    assert originals.path(sha256).stat().st_mode & 0o222 == 0


def test_a_changed_byte_changes_the_hash_and_a_missing_file_has_none(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals")
    sha256, _, _ = originals.keep_bytes(b"abc")
    path = originals.path(sha256)
    path.chmod(0o644)
    path.write_bytes(b"abd")
    assert originals.hash_of(sha256) not in (None, sha256)
    path.unlink()
    assert originals.hash_of(sha256) is None


def test_a_file_that_cannot_be_read_leaves_nothing_behind(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals")
    with pytest.raises(OSError):
        originals.keep(tmp_path / "gone.txt")
    assert not originals.folder.exists() or os.listdir(originals.folder) == []


def test_what_an_interrupted_copy_left_is_swept(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals")
    originals.keep_bytes(b"whole")
    (originals.folder / "incoming-xyz").write_bytes(b"half")
    originals.sweep()
    assert not list(originals.folder.glob("incoming-*"))
    assert len(list(originals.folder.rglob("*"))) == 2
