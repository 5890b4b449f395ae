"""Stakes from statements: exact shares, bands, unknown shares, joint holders, control."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.errors import BadInput
from enduse.graph.stakes.stated import share_range, stakes
from enduse.model import Evidence, Issue, Locator, Right, ShareRange, Stake, Statement

SOURCE = "a" * 64


def said(entity: str, schema: str = "Ownership", **props: str | list[str]) -> Iterator[Statement]:
    for prop, values in props.items():
        for value in [values] if isinstance(values, str) else values:
            evidence = Evidence(Locator(SOURCE, 0, len(value)), value)
            yield Statement(entity, schema, prop, value, "plain_register", evidence)


def one(**props: str | list[str]) -> Stake:
    told = props or {"owner": "x", "asset": "a"}
    (stake,) = stakes(said("h", "Ownership", **told))
    assert isinstance(stake, Stake)
    return stake


@pytest.mark.parametrize(
    ("written", "low", "high", "low_open", "high_open"),
    [
        ("25", 25, 25, False, False),
        ("33.3 %", Fraction("33.3"), Fraction("33.3"), False, False),
        ("33,3%", Fraction("33.3"), Fraction("33.3"), False, False),
        ("50/3", Fraction(50, 3), Fraction(50, 3), False, False),
        ("25-50", 25, 50, False, False),
        (">25-50", 25, 50, True, False),
        (">50-<75", 50, 75, True, True),
        ("25 – 50 %", 25, 50, False, False),
        (">50", 50, 100, True, False),
        (">=75", 75, 100, False, False),
        ("<10", 0, 10, False, True),
        ("<=10", 0, 10, False, False),
        ("130", 130, 130, False, False),
    ],
)
def test_a_percentage_is_read_as_written(
    written: str, low: Fraction, high: Fraction, low_open: bool, high_open: bool
) -> None:
    band = share_range(written)
    assert (band.low * 100, band.high * 100) == (low, high)
    assert (band.low_open, band.high_open) == (low_open, high_open)


@pytest.mark.parametrize(
    "written", ["", "minority", "50-25", "-5", "25-", "1/0", "half", "25-50-75"]
)
def test_what_is_no_percentage_is_refused(written: str) -> None:
    with pytest.raises(BadInput):
        share_range(written)


@given(st.decimals(0, 100, places=4))
def test_an_exact_share_stays_exact(percent: object) -> None:
    assert share_range(str(percent)) == ShareRange.exactly(share_range(str(percent)).low)
    assert share_range(str(percent)).low * 100 == Fraction(str(percent))


def test_an_unknown_share_stays_unknown_and_is_no_zero() -> None:
    assert one().share is None
    assert one().right is Right.SHARES


def test_votes_and_control_are_kept_apart_from_shares() -> None:
    votes = one(owner="x", asset="a", ownershipType=["votes", "direct"], percentage="60")
    control = one(owner="x", asset="a", ownershipType="control", role="appointmentOfBoard")
    assert votes.right is Right.VOTES
    assert (control.right, control.share, control.basis) == (
        Right.CONTROL,
        None,
        "appointmentOfBoard",
    )


def test_several_owners_of_one_holding_hold_it_together() -> None:
    stake = one(owner=["x", "y"], asset="a", percentage="40")
    assert (stake.owner, stake.joint) == ("x", ("x", "y"))


def test_the_stated_sum_of_a_chain_is_reported_and_not_counted_twice() -> None:
    (only,) = stakes(
        said("h", owner="x", asset="a", ownershipType=["shares", "chain"], percentage="30")
    )
    assert isinstance(only, Issue)
    assert "30 %" in only.message


def test_a_percentage_in_words_leaves_the_share_unknown_and_says_so() -> None:
    issue, stake = stakes(said("h", owner="x", asset="a", percentage="a majority"))
    assert isinstance(issue, Issue)
    assert isinstance(stake, Stake)
    assert stake.share is None


def test_two_percentages_give_a_band_over_both_and_an_issue() -> None:
    issue, stake = stakes(said("h", owner="x", asset="a", percentage=["30", ">40-50"]))
    assert isinstance(issue, Issue)
    assert isinstance(stake, Stake)
    assert stake.share == share_range("30-50")


def test_statements_in_any_order_make_the_same_stakes() -> None:
    rows = [
        *said("h1", owner="x", asset="a", percentage="10", startDate="2020", endDate="2021-05"),
        *said("h2", owner="y", asset="a", percentage="20"),
    ]
    assert set(map(repr, stakes(rows))) == set(map(repr, stakes(reversed(rows))))
    first = next(iter(stakes(rows)))
    assert isinstance(first, Stake)
    assert (first.start, first.end) == ("2020", "2021-05")


def test_an_office_and_a_plain_link_are_no_stakes() -> None:
    assert list(stakes(said("d", "Directorship", director="x", organization="a"))) == []
    assert list(stakes(said("l", "UnknownLink", subject="x", object="a", role="nominee"))) == []


def test_a_holding_with_one_end_is_an_issue() -> None:
    (issue,) = stakes(said("h", owner="x"))
    assert isinstance(issue, Issue)


def test_the_same_holding_in_two_sources_gives_two_stakes() -> None:
    rows = list(said("h", owner="x", asset="a", percentage="10"))
    other = [
        Statement(
            s.entity_id,
            s.schema,
            s.prop,
            s.value,
            s.dataset,
            Evidence(Locator("b" * 64, 0, 1), s.value[:1]),
        )
        for s in rows
    ]
    assert len(list(stakes([*rows, *other]))) == 2
