"""The LEI index, level 1 and 2, CSV and XML; the records are made up in the published shape."""

from pathlib import Path

import pytest

from enduse.errors import UnreadableSource
from enduse.graph.stakes.stated import stakes
from enduse.model import Stake
from tests.shared import SHARED, needs_shared
from tests.sources.registers.reading import FIXTURES, Read, read

FOLDER = FIXTURES / "gleif"
A, B, C = "5299SAMPLE0000000138", "5299SAMPLE0000000235", "5299SAMPLE0000000332"


@pytest.fixture(scope="module", params=["csv", "xml"])
def level1(request: pytest.FixtureRequest) -> Read:
    return read("gleif", FOLDER / f"lei2.{request.param}")


@pytest.fixture(scope="module", params=["csv", "xml"])
def level2(request: pytest.FixtureRequest) -> Read:
    return read("gleif", FOLDER / f"rr.{request.param}")


def test_an_entity_says_the_same_in_csv_and_xml(level1: Read) -> None:
    one = f"lei-{A}"
    assert level1.values(one, "leiCode") == [A]
    assert level1.values(one, "name")[0].startswith("АО «Пример»")
    assert level1.values(one, "previousName")[0].endswith(("ЗАО", "Образец"))
    assert level1.values(one, "jurisdiction") == ["ru"]
    assert level1.values(one, "incorporationDate") == ["2002-11-18"]
    assert level1.values(one, "registrationNumber") == ["1027700000000"]
    assert level1.values(one, "legalForm") == []
    (address,) = level1.values(one, "addressEntity")
    assert level1.values(address, "postalCode") == ["101000"]
    assert level1.values(address, "street")[0].endswith(("Building 2", "корпус 2"))
    assert {s.lang for s in level1.statements if s.prop == "previousName"} == {"rus"}


def test_what_is_wrong_in_the_csv_is_reported_and_the_rest_is_kept() -> None:
    got = read("gleif", FOLDER / "lei2.csv")
    told = " ".join(issue.message for issue in got.issues)
    assert "2002-31-01" in told
    assert "check digits" in told
    assert "without an LEI" in told
    assert len(got.issues) == 3
    assert got.count("PublicBody") == 1
    assert got.values(f"lei-{B}", "notes") == ["LEI registration: RETIRED", f"succeeded by LEI {C}"]


def test_a_broken_record_and_a_foreign_entity_in_the_xml_are_reported() -> None:
    got = read("gleif", FOLDER / "lei2.xml")
    told = " ".join(issue.message for issue in got.issues)
    assert "never closed" in told
    assert "&xxe;" in told
    assert "'QQ'" in told
    assert got.values(f"lei-{A}", "name") == ["АО «Пример» & Ко"]
    assert got.values(f"lei-{B}", "name") == ["Cut Off Plc"]
    assert got.values(f"lei-{C}", "name") == ["&xxe; Entity Ltd"]


def test_consolidation_is_a_link_and_never_a_percentage(level2: Read) -> None:
    links = {s.entity_id for s in level2.statements if "CONSOLIDATED" in s.entity_id}
    assert len(links) == 1
    (link,) = links
    assert level2.values(link, "subject") == [f"lei-{A}"]
    assert level2.values(link, "object") == [f"lei-{B}"]
    assert level2.values(link, "startDate") == ["2012-11-29"]
    assert "says nothing of a share" in level2.values(link, "description")[0]
    assert level2.values(link, "summary")[0].startswith("ACCOUNTING_CONSOLIDATION")
    assert [s for s in level2.statements if s.prop == "percentage"] == []


def test_a_parent_in_the_accounts_gives_a_stake_without_share(level2: Read) -> None:
    made = [one for one in stakes(level2.statements) if isinstance(one, Stake)]
    assert [(s.owner, s.asset, s.share) for s in made] == [(f"lei-{B}", f"lei-{A}", None)]
    assert {s.right.value for s in made} == {"consolidation"}


def test_ends_that_are_missing_or_no_lei_are_reported() -> None:
    got = read("gleif", FOLDER / "rr.csv")
    assert [issue.message for issue in got.issues] == [
        "A relationship without both ends and a type was left out.",
        "An end of this relationship is no LEI but ISIN; it was left out.",
    ]
    assert got.count("UnknownLink") == 2


def test_entities_that_a_file_declares_are_not_followed() -> None:
    got = read("gleif", FOLDER / "rr.xml")
    assert any("declares entities" in issue.message for issue in got.issues)


@pytest.mark.parametrize("text", ["<a><b/></a>", "a,b\n1,2\n", "just words"])
def test_a_file_of_anything_else_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x"
    path.write_text(text)
    with pytest.raises(UnreadableSource):
        read("gleif", path)


@needs_shared
def test_the_columns_are_those_that_were_seen_in_public_files() -> None:
    assert SHARED is not None
    told = (SHARED / "data/registers/gleif/COLUMNS.md").read_text("utf-8")
    header = (FOLDER / "lei2.csv").read_text("utf-8").splitlines()[0].split(",")
    for column in ("LEI", "Entity.LegalName", "Entity.LegalJurisdiction", "Entity.EntityStatus"):
        assert column in told
        assert column in header
    assert "NOT a share percentage" in told
