"""Two versions side by side, and what must be screened again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from enduse.lists.diff import diff, to_screen_again
from enduse.lists.install import Order, install
from tests.lists.conftest import rows

KIND = "made_up_list"
OLD = rows("1 Kupol ru", "2 Redlepus cn", "3 Vector ru", "4 Wektor by", "5 Limbach de")


@pytest.fixture
def two(home: Path, given: Callable[[str], Path]) -> tuple[str, str]:
    old = install(KIND, [given(OLD)], home, Order(day="2026-11-01")).version.id
    text = OLD.replace("2;Redlepus;cn", "2;Redlepus TSK;cn").replace(
        "3;Vector;ru;Vector street 3\n", ""
    )
    text = text.replace("Wektor street 4", "Wektor lane 4") + "6;Newcomer;hk;x\n"
    # A row that only moved within the file says the same as before.
    first = "1;Kupol;ru;Kupol street 1\n"
    new = install(KIND, [given(text.replace(first, "") + first)], home, Order(day="2026-11-20"))
    return old, new.version.id


def test_who_came_went_and_changed_is_told_field_by_field(home: Path, two: tuple[str, str]) -> None:
    changes = {c.entity_id: c for c in diff(home, KIND, *two)}
    assert {c.entity_id: c.what for c in changes.values() if c.schema == "Company"} == {
        "made-2": "changed",
        "made-3": "went",
        "made-6": "came",
    }
    assert changes["made-2"].added == (("name", "Redlepus TSK"),)
    assert changes["made-2"].removed == (("name", "Redlepus"),)
    assert changes["made-3"].caption == "Vector"
    assert ("country", "hk") in changes["made-6"].added
    assert changes["made-addr-4"].added == (("full", "Wektor lane 4"),)
    assert "made-1" not in changes


def test_only_parties_that_changed_or_whose_address_did_are_screened_again(
    home: Path, two: tuple[str, str]
) -> None:
    again = to_screen_again(home, KIND, *two)
    assert again.parties == {"made-2", "made-4", "made-6"}
    assert again.gone == {"made-3"}


def test_a_version_and_itself_do_not_differ(home: Path, two: tuple[str, str]) -> None:
    assert list(diff(home, KIND, two[0], two[0])) == []
    assert list(diff(home, KIND, two[1])) == []
    assert to_screen_again(home, KIND, two[1]).parties == frozenset()


def test_the_difference_backwards_is_the_mirror_image(home: Path, two: tuple[str, str]) -> None:
    there = {(c.entity_id, c.added, c.removed) for c in diff(home, KIND, *two)}
    back = {(c.entity_id, c.removed, c.added) for c in diff(home, KIND, two[1], two[0])}
    assert there == back
