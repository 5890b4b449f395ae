"""BODS of all versions: parties, interests, series, indirect chains."""

import json
from collections import Counter
from pathlib import Path

import pytest

from enduse.errors import UnreadableSource
from tests.shared import SHARED, needs_shared
from tests.sources.registers.reading import FIXTURES, Read, read


@pytest.fixture(scope="module")
def new() -> Read:
    return read("bods", FIXTURES / "bods_0_4.json")


@pytest.fixture(scope="module")
def old() -> Read:
    return read("bods", FIXTURES / "bods_0_2.json")


def test_an_owned_body_is_a_company_so_that_it_can_be_an_asset(new: Read) -> None:
    assert new.count("Company") == 1
    assert new.values("bods-c-1", "name") == ["Plainly Invented Holding Ltd"]
    assert new.values("bods-c-1", "jurisdiction") == ["gb"]
    assert new.values("bods-c-1", "legalForm") == ["registeredEntity"]


def test_an_escaped_name_is_resolved_and_its_quotation_kept_as_written(new: Read) -> None:
    name = next(s for s in new.statements if (s.entity_id, s.prop) == ("bods-p-1", "name"))
    assert name.value == "Иван Примеров"
    assert name.evidence.quote.startswith("\\u0418")
    assert new.values("bods-p-1", "previousName") == ["Ivan Obraztsov"]
    assert new.values("bods-p-1", "passportNumber") == ["750000001"]


def test_what_is_wrong_is_reported_and_the_rest_of_the_record_kept(new: Read) -> None:
    told = " ".join(issue.message for issue in new.issues)
    assert "2001-02-30" in told and "Atlantis" in told and "check digits" in told
    assert "spaceship" in told and "Not JSON" in told
    assert new.values("bods-c-1", "leiCode") == []
    assert new.values("bods-c-1", "idNumber") == ["PY6ZZQWO2IZFZC3IOL09"]
    assert new.values("bods-p-1", "nationality") == ["ru"]


def test_each_interest_has_its_own_entity_share_and_kind(new: Read) -> None:
    shares = {n: new.values(f"bods-r-1-{n}", "percentage") for n in (1, 2, 3)}
    assert shares == {1: ["33.30"], 2: [">25-50"], 3: []}
    assert new.values("bods-r-1-2", "ownershipType") == ["votes", "direct"]
    assert new.values("bods-r-1-3", "ownershipType") == ["control", "direct"]
    assert new.values("bods-r-1-4", "director") == ["bods-p-1"]


def test_the_latest_statement_of_a_record_stands_wherever_it_is_in_the_file(new: Read) -> None:
    assert new.values("bods-r-2-1", "percentage") == ["5"]
    assert new.values("bods-r-2-1", "endDate") == ["2024-06-01"]
    assert new.values("bods-r-2-1", "status") == ["closed"]


def test_a_reason_in_place_of_an_owner_is_an_issue_and_no_owner(new: Read) -> None:
    told = [i.message for i in new.issues if "No owner is named" in i.message]
    assert told == [
        "No owner is named; the reason given: noBeneficialOwners (none above the threshold)."
    ]


def test_the_sum_of_a_chain_is_marked_and_a_nominator_is_no_owner(new: Read) -> None:
    assert "chain" in new.values("bods-r-4-1", "ownershipType")
    assert new.values("bods-r-4-2", "subject") == ["bods-p-1"]


def test_before_0_4_a_replaced_statement_falls_away_and_its_id_lives_on(old: Read) -> None:
    assert old.values("bods-e-1", "name") == ["Invented New Name"]
    assert old.values("bods-e-2", "name") == []
    assert old.values("bods-o-1-1", "asset") == ["bods-e-1"]
    assert old.values("bods-e-1", "idNumber") == ["7707083894"]


def test_before_0_4_shares_have_flags_for_open_ends(old: Read) -> None:
    assert old.values("bods-o-1-1", "percentage") == [">25-50"]
    assert old.values("bods-o-1-2", "percentage") == ["100"]
    assert old.values("bods-o-1-2", "ownershipType") == ["votes", "direct"]
    assert old.values("bods-q-1", "topics") == ["role.pep"]
    assert old.values("bods-q-1", "country") == ["nl"]


def test_json_lines_say_the_same_as_a_list(tmp_path: Path, new: Read) -> None:
    text = (FIXTURES / "bods_0_4.json").read_text("utf-8").replace('"s-8" "', '"s-8", "')
    lines = tmp_path / "lines.json"
    lines.write_text("\n".join(json.dumps(one) for one in json.loads(text)), "utf-8")
    said = {(s.entity_id, s.prop, s.value) for s in read("bods", lines).statements}
    # A number is kept to the letter; the json module writes 33.30 as 33.3.
    assert said ^ {(s.entity_id, s.prop, s.value) for s in new.statements} == {
        ("bods-r-1-1", "percentage", "33.30"),
        ("bods-r-1-1", "percentage", "33.3"),
    }


@pytest.mark.parametrize("data", [b"\x1f\x8b\x08\x00", b"PK\x03\x04", b"", b"{}", b"\x00\xff" * 99])
def test_a_file_that_is_no_bods_at_all_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(data)
    with pytest.raises(UnreadableSource):
        read("bods", path)


@needs_shared
def test_the_300_statements_give_what_a_plain_count_gives() -> None:
    assert SHARED is not None
    path = SHARED / "data/registers/bods/sample_300_statements_0.4.json"
    raw = json.loads(path.read_text("utf-8"))
    got = read("bods", path)
    plain = Counter(one["recordType"] for one in raw)
    assert got.issues == []
    assert (got.count("Company"), got.count("Person")) == (plain["entity"], plain["person"])
    assert got.count("Ownership") == sum(
        len(one["recordDetails"].get("interests", ())) for one in raw
    )
    exact = sorted(
        str(i["share"]["exact"]) for one in raw for i in one["recordDetails"].get("interests", ())
    )
    assert sorted(s.value for s in got.statements if s.prop == "percentage") == exact


@needs_shared
def test_every_worked_example_of_the_standard_is_read_whole() -> None:
    assert SHARED is not None
    for path in sorted((SHARED / "data/registers/bods/examples").glob("*.json")):
        records = {one["recordId"] for one in json.loads(path.read_text("utf-8"))}
        got = read("bods", path)
        seen = {s.value for s in got.statements if s.prop == "recordId"}
        seen |= {s.entity_id.removeprefix("bods-") for s in got.statements}
        unnamed = sum("No owner" in i.message for i in got.issues)
        assert len(records - seen) == unnamed, path.name
