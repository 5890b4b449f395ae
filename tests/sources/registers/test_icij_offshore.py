"""The Offshore Leaks tables; the rows are made up in the published columns."""

from pathlib import Path

import pytest

from enduse.errors import UnreadableSource
from enduse.graph.stakes.stated import stakes
from enduse.model import Stake
from enduse.sources.registers.icij_offshore.links import ALIKE, kind_of
from tests.shared import SHARED, needs_shared
from tests.sources.registers.reading import FIXTURES, Read, read

FOLDER = FIXTURES / "icij"
FILES = sorted(FOLDER.glob("*.csv"), reverse=True)


@pytest.fixture(scope="module")
def icij() -> Read:
    return read("icij_offshore", *FILES)


def test_an_entity_has_names_dates_jurisdiction_and_its_leak(icij: Read) -> None:
    one = "icij-10000001"
    assert icij.values(one, "name") == ["INVENTED OFFSHORE, S.A."]
    assert icij.values(one, "previousName") == ["OLD INVENTED LTD"]
    assert icij.values(one, "jurisdiction") == ["ws"]
    assert icij.values(one, "incorporationDate") == ["2006-03-23"]
    assert icij.values(one, "dissolutionDate") == ["2013-02-18", "2013-02-15"]
    assert icij.values(one, "publisher") == ["Panama Papers"]
    assert icij.values("icij-10000002", "country") == ["vg", "cy"]


def test_an_officer_is_neither_person_nor_company(icij: Read) -> None:
    assert icij.count("Person") == 0
    assert {s.schema for s in icij.statements if s.entity_id == "icij-12000001"} == {"LegalEntity"}


def test_a_shareholder_owns_an_unknown_share_and_a_nominee_owns_nothing(icij: Read) -> None:
    made = [one for one in stakes(icij.statements) if isinstance(one, Stake)]
    assert [(s.owner, s.asset, s.share) for s in made] == [
        ("icij-12000001", "icij-10000001", None),
        ("icij-12000001", "icij-99999999", None),
    ]
    assert kind_of("nominee director of", "Company") == "link"
    assert icij.count("Directorship") == 1


def test_likeness_is_a_link_that_says_so_and_never_identity(icij: Read) -> None:
    link = "icij-12000001-12000002-same-name-as-same-name-as"
    assert icij.values(link, "subject") == ["icij-12000001"]
    assert "does not make them one" in icij.values(link, "description")[0]
    schemata = {s.schema for s in icij.statements if s.entity_id == link}
    assert schemata == {"UnknownLink"}


def test_an_end_that_is_missing_or_not_in_the_files_is_reported(icij: Read) -> None:
    assert [issue.message for issue in icij.issues] == [
        "The node 99999999 is not in these files.",
        "A relationship without both ends was left out.",
    ]


def test_a_table_of_anything_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(UnreadableSource):
        read("icij_offshore", path)


@needs_shared
def test_the_columns_and_likenesses_are_those_the_publisher_names() -> None:
    assert SHARED is not None
    told = (SHARED / "data/registers/icij/HEADERS.md").read_text("utf-8")
    for path in FILES:
        header = path.read_text("utf-8").splitlines()[0]
        assert header in told
    for kind in ("same_name_as", "similar", "same_company_as", "same_as", "same_id_as"):
        assert kind in told
        assert kind in ALIKE
