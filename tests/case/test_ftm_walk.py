"""FollowTheMoney files walked through as an analyst would: add, build, resolve, ask, hand over."""

from pathlib import Path

import pytest

from enduse.case import Case, Given
from enduse.cli.workshop import all_readers, default_extractor
from enduse.dossier import write
from enduse.sources.registry import record_kinds
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared
FILES = {
    "t1": "t1/entities.ftm.json",
    "t2": "t2/20240527194702-wnk/entities.delta.json",
    "zala": "zala/entities.ftm.json",
    "parteispenden": "parteispenden/entities.ftm.json",
}


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    assert SHARED is not None
    folder, made = tmp_path_factory.mktemp("ftm"), {}
    for name, path in FILES.items():
        case = made[name] = Case.create(folder / name, f"Who is {name}?")
        whole = SHARED / "data" / "lists" / "ftm" / "yente_fixtures" / path
        case.add([whole], Given("opensanctions", "OpenSanctions"), record_kinds())
        case.build(all_readers(), default_extractor())
    return made


@pytest.mark.parametrize("name", FILES)
def test_each_file_builds_without_an_issue_and_is_handed_over(
    name: str, cases: dict[str, Case], tmp_path: Path
) -> None:
    case = cases[name]
    assert case.issues() == [] and case.verify() == []
    dossier = case.dossier()
    for form in ("d.html", "d.docx", "d.json", "d.ftm.jsonl", "n.svg", "n.graphml"):
        assert write(dossier, tmp_path / form)


def test_a_register_of_its_own_is_resolved_without_a_document(cases: dict[str, Case]) -> None:
    pairs = {
        frozenset(name for side in (p.left, p.right) for name in side.names[:1])
        for p in cases["parteispenden"].candidates()
    }
    assert frozenset(["Bayerische Motorenwerke (BMW) AG", "Bayerische Motorenwerke AG"]) in pairs


def test_ownership_of_real_records_follows_their_dates_and_reports_their_faults(
    cases: dict[str, Case],
) -> None:
    case = cases["zala"]
    (before,) = case.ownership("LLC CST", ["UK"], "2021-01-01")
    (after,) = case.ownership("LLC CST", ["UK"], "2026-01-01")
    assert (before.status, after.basis) == ("not_blocked", "listed")
    assert any("holdings sum to" in fault for fault in before.data_quality)
    (sold,) = case.ownership("Aeroscan", ["US"], "2026-01-01")
    assert sold.status == "not_blocked" and any("genuine" in one for one in sold.reasons)


def test_ways_run_over_family_offices_and_past_holdings(cases: dict[str, Case]) -> None:
    network = cases["zala"].network()
    kinds = {relation.kind for relation in network.relations}
    assert "is related to (Family member of)" in kinds
    assert "held shares of (until 2024-03-24)" in kinds
    found = network.ways(network.book.find("Aeroscan"), 2)
    assert any("ZAKHAROV" in network.label(way.parties[-1]).upper() for way in found)


def test_payments_pass_money_on(cases: dict[str, Case]) -> None:
    relations = cases["parteispenden"].network().relations
    assert relations and all(one.kind == "paid" and one.passes_on for one in relations)


def test_a_record_tagged_as_restricted_says_that_no_measure_is_named(
    cases: dict[str, Case],
) -> None:
    pages = {page.name: page for page in cases["zala"].dossier().parties}
    (entry,) = pages["ZALA AERO JSC"].entries
    assert [told.text for told in entry.listings] == ["tagged as sanction; no measure is named"]
