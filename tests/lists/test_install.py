"""A version is installed whole or not at all, and stays as it is."""

import gzip
import hashlib
import os
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from enduse.errors import BadInput, ListRefused, NotReady, UnknownName, UnreadableSource
from enduse.lists.install import Order, install
from enduse.lists.opened import open_list
from enduse.lists.version import current_id, installed, originals, versions
from enduse.sources.decoding import decoded
from tests.lists.conftest import rows

KIND = "made_up_list"
Given = Callable[[str], Path]
FOUR = rows("1 Kupol ru", "2 Redlepus cn", "3 Vector ru", "4 Wektor by")


def day(text: str) -> Order:
    return Order(day=text, now=datetime(2026, 11, 23, tzinfo=UTC))


def left_over(home: Path) -> list[str]:
    return [p.name for p in (home / "lists").rglob(".*") if p.name.startswith((".new-", ".part-"))]


def test_a_version_holds_every_statement_with_its_evidence(home: Path, given: Given) -> None:
    done = install(KIND, [given(FOUR)], home, day("2026-11-20"))
    assert done.is_new
    made = done.version
    assert (made.entities, made.parties, made.statements) == ({"Address": 4, "Company": 4}, 4, 24)
    assert made.id.startswith("2026-11-20-")
    opened = open_list(home, KIND)
    found = list(opened.statements())
    assert len(found) == 24
    for statement in found:
        file = originals(home) / statement.evidence.locator.source
        assert statement.evidence.holds(decoded(file.read_bytes())[0])


def test_entities_are_whole_ftm_and_found_by_id(home: Path, given: Given) -> None:
    install(KIND, [given(FOUR)], home)
    opened = open_list(home, KIND)
    parties = list(opened.parties())
    assert [p["caption"] for p in parties] == ["Kupol", "Redlepus", "Vector", "Wektor"]
    assert opened.entity("made-2")["properties"] == {
        "name": ["Redlepus"],
        "country": ["cn"],
        "addressEntity": ["made-addr-2"],
    }
    assert [s.value for s in opened.statements("made-3") if s.prop == "name"] == ["Vector"]
    with pytest.raises(KeyError):
        opened.entity("nobody")


def test_an_entity_told_of_in_two_places_is_one_entity(home: Path, given: Given) -> None:
    text = rows("1 Kupol ru", "2 Redlepus cn", "3 Vector ru", "1 Cupola ru")
    made = install(KIND, [given(text)], home).version
    assert made.entities["Company"] == 3
    opened = open_list(home, KIND)
    assert opened.entity("made-1")["properties"]["name"] == ["Kupol", "Cupola"]
    assert [e["id"] for e in opened.parties()] == ["made-1", "made-2", "made-3"]
    assert [s.value for s in opened.statements("made-1") if s.prop == "name"] == ["Kupol", "Cupola"]


@pytest.mark.parametrize("stretches", [1, 2, 3, 5])
def test_stretches_read_side_by_side_are_the_whole_list(
    home: Path, given: Given, stretches: int
) -> None:
    text = rows("1 Kupol ru", "2 Redlepus cn", "3 Vector ru", "1 Cupola ru", "4 Wektor by")
    install(KIND, [given(text)], home)
    opened = open_list(home, KIND)
    parts = [list(opened.parties(number, stretches)) for number in range(stretches)]
    assert [one for part in parts for one in part] == list(opened.parties())


def test_installing_the_same_files_again_changes_nothing(home: Path, given: Given) -> None:
    first = install(KIND, [given(FOUR)], home, day("2026-11-20"))
    again = install(KIND, [given(FOUR)], home, day("2026-11-21"))
    assert not again.is_new
    assert again.version.id == first.version.id
    assert len(list(versions(home, KIND))) == 1


def test_old_versions_stay_readable_and_named(home: Path, given: Given) -> None:
    old = install(KIND, [given(FOUR)], home, day("2026-11-01")).version
    new = install(KIND, [given(FOUR + "5;Fifth;ru;x\n")], home, day("2026-11-20"))
    assert new.before == old.id
    assert current_id(home, KIND) == new.version.id
    assert len(list(open_list(home, KIND, old.id).parties())) == 4
    assert len(list(open_list(home, KIND, "2026-11-01").parties())) == 4
    assert [v.kind for v in installed(home)] == [KIND]
    with pytest.raises(UnknownName):
        open_list(home, KIND, "2026-11")
    with pytest.raises(NotReady, match="not installed"):
        open_list(home, "bods")


def test_going_back_to_the_old_files_puts_the_old_version_in_force(
    home: Path, given: Given
) -> None:
    old = install(KIND, [given(FOUR)], home, day("2026-11-01")).version
    install(KIND, [given(FOUR + "5;Fifth;ru;x\n")], home, day("2026-11-20"))
    back = install(KIND, [given(FOUR)], home)
    assert (back.is_new, back.version.id, current_id(home, KIND)) == (False, old.id, old.id)


@pytest.mark.parametrize(
    ("text", "order", "error"),
    [
        ("something else\n", Order(), UnreadableSource),
        (rows("1 Kupol ru", "2 Redlepus cn"), Order(), ListRefused),
        (rows("1 K ", "2 R ", "3 V ", "4 W "), Order(accept_shrink=True), ListRefused),
        (rows("1 Kupol ru", "2 Redlepus cn", "3 Vector ru"), Order(), ListRefused),
        (FOUR + "5;Fifth;ru;x\n", Order(sha256="0" * 64), ListRefused),
        ("id;name;country;address\n", Order(accept_incomplete=True), UnreadableSource),
    ],
    ids=["another file", "too few", "empty countries", "shrank", "wrong checksum", "empty"],
)
def test_what_is_not_the_whole_list_leaves_the_old_version_in_force(
    home: Path, given: Given, text: str, order: Order, error: type[BadInput]
) -> None:
    old = install(KIND, [given(FOUR)], home).version
    kept = {p.name for p in originals(home).iterdir()}
    with pytest.raises(error):
        install(KIND, [given(text)], home, order)
    assert current_id(home, KIND) == old.id
    assert len(list(versions(home, KIND))) == 1
    assert left_over(home) == []
    assert {p.name for p in originals(home).iterdir()} == kept


def test_a_list_that_did_shrink_is_installed_when_asked(home: Path, given: Given) -> None:
    install(KIND, [given(FOUR)], home)
    three = rows("1 Kupol ru", "2 Redlepus cn", "3 Vector ru")
    done = install(KIND, [given(three)], home, Order(accept_shrink=True))
    assert done.version.parties == 3


def test_the_right_checksum_is_accepted(home: Path, given: Given) -> None:
    digest = hashlib.sha256(FOUR.encode()).hexdigest()
    assert install(KIND, [given(FOUR)], home, Order(sha256=digest.upper())).is_new


def test_a_bad_row_is_an_issue_of_the_version_and_the_others_are_kept(
    home: Path, given: Given
) -> None:
    made = install(KIND, [given(FOUR + "broken\n")], home).version
    assert (made.issues, made.parties) == (1, 4)
    assert b"too few cells" in (made.folder / "issues.jsonl").read_bytes()


def test_what_a_killed_run_left_behind_is_cleared(home: Path, given: Given) -> None:
    install(KIND, [given(FOUR)], home)
    stray = home / "lists" / KIND / ".new-killed"
    stray.mkdir()
    (stray / "half.parquet").write_bytes(b"x")
    install(KIND, [given(FOUR + "5;Fifth;ru;x\n")], home)
    assert left_over(home) == []


def test_a_fault_while_reading_leaves_nothing_half(
    home: Path, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(KIND, [given(FOUR)], home)
    before = current_id(home, KIND)

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadInput, match="No space"):
        install(KIND, [given(FOUR + "5;Fifth;ru;x\n")], home)
    assert current_id(home, KIND) == before
    assert left_over(home) == []


def test_the_files_of_a_version_cannot_be_written_by_chance(home: Path, given: Given) -> None:
    made = install(KIND, [given(FOUR)], home).version
    modes = {p.stat().st_mode & 0o777 for p in made.folder.iterdir()}
    assert modes == {0o444}
    assert {p.stat().st_mode & 0o777 for p in originals(home).iterdir()} == {0o444}


def test_a_zipped_list_is_unpacked_and_a_folder_is_read_whole(tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with zipfile.ZipFile(folder / "list.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("deep/../../list.csv", FOUR)
    made = install(KIND, [folder], home).version
    assert [file.name for file in made.files] == ["list.csv"]
    assert made.parties == 4


def test_a_bomb_is_refused_before_it_fills_the_disk(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "list.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("list.csv", b"0" * 40_000_000)
    with pytest.raises(UnreadableSource, match="come out of"):
        install(KIND, [path], home)
    assert left_over(home) == []


def test_a_gzipped_list_is_unpacked_and_a_gzipped_bomb_is_refused(
    tmp_path: Path, home: Path
) -> None:
    path = tmp_path / "list.csv.gz"
    path.write_bytes(gzip.compress(FOUR.encode()))
    old = install(KIND, [path], home).version
    assert ([file.name for file in old.files], old.parties) == (["list.csv"], 4)
    path.write_bytes(gzip.compress(b"0" * 40_000_000))
    with pytest.raises(UnreadableSource, match="come out of"):
        install(KIND, [path], home)
    assert current_id(home, KIND) == old.id


def test_a_path_that_is_not_there_is_named(home: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"nowhere\.csv"):
        install(KIND, [tmp_path / "nowhere.csv"], home)
    with pytest.raises(UnknownName):
        install("no_such_list", [tmp_path], home)
