"""Dealings by nouns and by the parts that somebody plays in them."""

import pytest

from tests.extract.english.saying import one, said


@pytest.mark.parametrize(
    ("text", "predicate", "subject", "object_"),
    [
        (
            "The delivery of 12 pumps to Belmash AG by Orbis Ltd took two days.",
            "delivered_to",
            "Orbis Ltd",
            "Belmash AG",
        ),
        ("Customs data list 74 shipments from Orbis to Nordfab.", "shipped_to", "Orbis", "Nordfab"),
        (
            "Orbis Ltd made 160 shipments of bearings to Belmash.",
            "shipped_to",
            "Orbis Ltd",
            "Belmash",
        ),
        ("Belmash's purchase of lathes began the affair.", "acquired", "Belmash", "lathes"),
    ],
)
def test_a_noun_of_doing_makes_the_claim_of_its_verb(
    text: str, predicate: str, subject: str, object_: str
) -> None:
    assert (subject, predicate, object_) in said(text)


def test_deliveries_that_are_only_possible_make_no_claim() -> None:
    assert not any(
        p == "delivered_to" for _, p, _ in said("Possible deliveries of pumps to Belmash worry us.")
    )


@pytest.mark.parametrize(
    ("text", "predicate", "who"),
    [
        ("The buyer, Belmash AG, paid in cash.", "acquired", "Belmash AG"),
        ("Nordfab AG, the manufacturer, was not told.", "produces", "Nordfab AG"),
        ("The papers name Belmash AG as consignee.", "received", "Belmash AG"),
        ("Their sender was Nordfab AG.", "shipped_to", "Nordfab AG"),
        ("Orbis Ltd, a pump maker fined by London, closed.", "produces", "Orbis Ltd"),
    ],
)
def test_the_part_in_a_deal_is_a_claim(text: str, predicate: str, who: str) -> None:
    assert any((s, p) == (who, predicate) for s, p, _ in said(text))


def test_papers_that_are_obtained_are_read_and_not_dealt_in() -> None:
    said_ = said("Invoices obtained by The Daily Ledger show the sums.")
    assert {p for _, p, _ in said_} == {"reviewed"}


def test_a_thing_owned_by_name_is_a_product_of_its_owner() -> None:
    assert ("Nordfab", "produces", "Zubr-2") in said("Nordfab's Zubr-2 drone flew on.")


def test_parts_for_a_thing_are_its_components() -> None:
    assert one("Nordfab makes fuses for artillery rockets.", "component_of").object is not None


def test_payment_has_whoever_makes_it() -> None:
    assert one("Payment was made by Orbis Ltd.", "paid").subject.text == "Orbis Ltd"


def test_what_somebody_is_accused_of_is_unconfirmed() -> None:
    claim = one("The men are accused of having sold pumps to Belmash AG.", "supplied_to")
    assert (claim.modality, claim.object and claim.object.text) == ("unconfirmed", "Belmash AG")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The goods were routed via Orbis Ltd.", ("Orbis Ltd", "intermediary_in", "goods")),
        ("Payment went through Orbis Ltd.", ("Orbis Ltd", "intermediary_in", "Payment")),
        ("Orbis Ltd trains mechanics.", ("Orbis Ltd", "assisted", "mechanics")),
        ("Orbis Ltd took part in the design of the pump.",
         ("Orbis Ltd", "assisted", "design of the pump")),
        ("Orbis Ltd has held talks with Belmash AG.", ("Orbis Ltd", "works_with", "Belmash AG")),
        ("Riga has cut off Orbis Ltd from the dollar system.",
         ("Orbis Ltd", "sanctioned_by", "Riga")),
        ("Riga introduced permits for pumps.", ("Riga", "controls_export_of", "pumps")),
        ("Riga has suspended the licences of Orbis Ltd.",
         ("Riga", "prohibits", "licences of Orbis Ltd")),
    ],
)  # fmt: skip
def test_who_stands_between_helps_or_forbids(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in said(text)


def test_a_contract_for_goods_is_no_acting_for_somebody() -> None:
    text = "Orbis Ltd signed a contract with Belmash AG for 3,000 tonnes."
    assert "acted_for" not in {p for _, p, _ in said(text)}
