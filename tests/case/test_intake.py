"""Files come into the case, and nothing is lost or guessed on the way."""

import hashlib
from pathlib import Path

import pytest

from enduse.case import Case, Given
from enduse.errors import BadInput, UnknownName


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case.create(tmp_path / "case", "Who is behind it?")


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_file_is_known_by_its_bytes_and_described_by_the_analyst(
    case: Case, tmp_path: Path
) -> None:
    path = write(tmp_path, "report.txt", "Kupol received seven drones.")
    given = Given(publisher="Example Wire", published="2024-09", reliability="b")
    added = case.add([path], given)
    (source,) = added.new
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert source.label == "Example Wire, 2024-09"
    assert source.reliability == "B"


def test_the_same_bytes_twice_are_one_source_under_whatever_name(
    case: Case, tmp_path: Path
) -> None:
    one, two = write(tmp_path, "a.txt", "same"), write(tmp_path, "b.txt", "same")
    added = case.add([one, two], Given())
    assert (len(added.new), len(added.known)) == (1, 1)
    assert len(case.sources()) == 1


def test_a_folder_brings_all_its_files_but_not_the_hidden_ones(case: Case, tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt", "a")
    write(tmp_path, "in/deep/b.txt", "b")
    write(tmp_path, "in/.git/c.txt", "c")
    added = case.add([tmp_path / "in"], Given())
    assert [one.name for one in added.new] == ["a.txt", "b.txt"]


def test_a_file_that_is_not_there_becomes_an_issue_and_the_rest_goes_on(
    case: Case, tmp_path: Path
) -> None:
    added = case.add([tmp_path / "gone.txt", write(tmp_path, "a.txt", "a")], Given())
    assert len(added.new) == 1
    assert "gone.txt" in added.issues[0].where.part
    assert "gone.txt" in case.issues()[0].where.part


def test_nothing_to_add_is_said_with_the_reason(case: Case, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="No such file"):
        case.add([tmp_path / "gone.txt"], Given())


@pytest.mark.parametrize(
    "given",
    [Given(published="25.9.2024"), Given(published="2024-13"), Given(reliability="Z")],
)
def test_what_is_no_date_or_letter_is_refused_before_anything_is_copied(
    case: Case, tmp_path: Path, given: Given
) -> None:
    with pytest.raises(BadInput):
        case.add([write(tmp_path, "a.txt", "a")], given)
    assert case.sources() == []


def test_an_unknown_kind_offers_the_near_ones(case: Case, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="us_ofac_sdn"):
        case.add([write(tmp_path, "a.csv", "1")], Given(kind="us_ofac_snd"), ["us_ofac_sdn"])
