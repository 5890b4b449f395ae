"""What an index depends on."""

from pathlib import Path

from enduse.matching.fingerprint import files_of


def test_code_and_tables_count_in_rooms_within_rooms_and_in_one_order(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    for name in ("engine.py", "search/retrieval.py", "forms.txt", "search/notes.md"):
        (tmp_path / name).write_text("")

    found = [file.relative_to(tmp_path).as_posix() for file in files_of(tmp_path)]

    assert found == ["engine.py", "forms.txt", "search/retrieval.py"]
