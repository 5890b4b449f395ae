"""Who counts as listed on which day, from statements of lists."""

from collections.abc import Iterable

from enduse.case.network.traits import traits
from enduse.case.nodes import Nodes
from enduse.case.ownership.book import Book
from enduse.case.ownership.listings import listings
from enduse.graph import shared_traits
from enduse.model import Evidence, Locator, Statement


def told(of: str, dataset: str, schema: str = "Sanction", /, **values: str) -> list[Statement]:
    def words(value: str) -> Evidence:
        return Evidence(Locator("0" * 64, 0, len(value), "row 1"), value)

    return [Statement(of, schema, p, v, dataset, words(v)) for p, v in values.items()]


def book(statements: Iterable[Statement]) -> Book:
    return Book((), tuple(listings(statements)), {}, Nodes({}, {}))


def test_a_party_counts_from_its_first_day_to_the_day_it_was_taken_off() -> None:
    freeze = told("s", "uk_sl", entity="a", startDate="2022-02-24", endDate="2024-05-01")
    held = book(freeze)
    days = ("2022-02-23", "2022-02-24", "2024-05-01", "2024-05-02")
    assert [held.listed_on(day).get("UK", set()) for day in days] == [set(), {"a"}, {"a"}, set()]


def test_a_list_that_states_no_day_counts_on_every_day() -> None:
    held = book(told("s", "us_ofac_sdn", entity="a", program="RUSSIA-EO14024"))
    assert held.listed_on("2001-01-01") == {"US_SDN": {"a"}}


def test_an_export_control_freezes_nothing_and_the_entity_list_is_its_own_list() -> None:
    export = told("s", "eu_journal", entity="a", provisions="Export control")
    assert list(listings(export)) == []
    entity_list = told("t", "us_csl", entity="b", program="Entity List (EL)", provisions="Export")
    (one,) = listings(entity_list)
    assert (one.list, one.entity) == ("BIS_ENTITY_LIST", "b")


def test_rooms_of_one_building_are_one_building_and_a_town_is_none() -> None:
    written = {
        "a": "Room 101-A Invented Building, 1007 Nowhere Avenue, Town",
        "b": "101-19 Invented Building, 1007 Nowhere Avenue, Town",
        "c": "Nowhere Avenue, Town, Far Country",
        "d": "Nowhere Avenue, Town, Far Country, apt 5",
    }
    rows = [s for one, text in written.items() for s in told(one, "x", "Company", address=text)]
    found = shared_traits(traits(rows, Nodes({}, {})))
    assert [(one.kind, [t.party for t in one.holders]) for one in found] == [
        ("building", ["a", "b"])
    ]


def test_telephones_are_compared_by_their_digits_and_years_are_no_registration_day() -> None:
    rows = [
        *told("a", "x", "Company", phone="+7 (495) 1", incorporationDate="2022"),
        *told("b", "x", "Company", phone="+7 495-1", incorporationDate="2022"),
    ]
    (shared,) = shared_traits(traits(rows, Nodes({}, {})))
    assert str(shared) == "a, b share the phone +7 (495) 1"
