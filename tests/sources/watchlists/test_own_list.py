"""A list that the analyst keeps."""

import hashlib
from pathlib import Path

import pytest

from enduse.errors import UnreadableSource
from enduse.model import Issue, Statement
from enduse.sources.decoding import decoded
from enduse.sources.protocols import StoredFile
from enduse.sources.watchlists.own_list.reader import OwnList

HEAD = "id,schema,name,aliases,authority,date,measure,identifiers,country\n"


def read(tmp_path: Path, text: str) -> tuple[list[Statement], list[Issue]]:
    path = tmp_path / "list.csv"
    path.write_text(text, "utf-8")
    data = path.read_bytes()
    file = StoredFile(hashlib.sha256(data).hexdigest(), path.name, path)
    found = list(OwnList().read([file]))
    said = [one for one in found if isinstance(one, Statement)]
    assert all(one.evidence.holds(decoded(data)[0]) for one in said)
    return said, [one for one in found if isinstance(one, Issue)]


def values(said: list[Statement], prop: str) -> list[str]:
    return [one.value for one in said if one.prop == prop]


def test_two_rows_of_one_id_are_one_party_under_two_listings(tmp_path: Path) -> None:
    rows = (
        'v,Company,TSK Vektor,"ТСК Вектор; TSK Vector",EU Council,2024-12-16,asset freeze,'
        "innCode 3849055365,ru\n"
        "v,Company,TSK Vektor,,EU Council,2025-07-20,export control,,ru\n"
    )
    said, issues = read(tmp_path, HEAD + rows)
    assert issues == []
    assert {one.entity_id for one in said if one.schema == "Company"} == {"own-v"}
    assert values(said, "alias") == ["ТСК Вектор", "TSK Vector"]
    assert values(said, "innCode") == ["3849055365"]
    assert values(said, "startDate") == ["2024-12-16", "2025-07-20"]
    assert set(values(said, "topics")) == {"sanction", "export.control"}


def test_what_cannot_be_read_is_an_issue_and_the_rest_of_the_row_stays(tmp_path: Path) -> None:
    row = "v,Company,TSK Vektor,,EU Council,31 Feb 2024,asset freeze,shoe 42,Atlantis\n"
    said, issues = read(tmp_path, HEAD + row)
    assert values(said, "name") == ["TSK Vektor"]
    assert {i.where.field for i in issues} == {"date", "identifiers", "country"}


def test_a_row_without_a_name_is_an_issue_and_the_next_is_read(tmp_path: Path) -> None:
    said, issues = read(tmp_path, HEAD + "v,Company,,,,,,,\nw,Company,Other,,,,,,\n")
    assert values(said, "name") == ["Other"]
    assert issues[0].where.part == "row 2"


def test_a_failed_check_digit_is_kept_and_reported(tmp_path: Path) -> None:
    row = "v,Company,TSK Vektor,,,,,innCode 3849055366,ru\n"
    said, issues = read(tmp_path, HEAD + row)
    assert any("3849055366" in one.value for one in said)
    assert len(issues) == 1


def test_a_table_without_ids_is_refused_with_the_column(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no column 'id'"):
        read(tmp_path, "key,name\n1,x\n")
