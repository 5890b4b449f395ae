"""What reads like a claim and is none, or is another one."""

import pytest

from tests.extract.english.saying import claims, said, voices

FALSE_FRIENDS = (
    ("Dealers will have to ask more questions, the lawyer said.", "plans"),
    ("The ruling could serve as a model for other trials.", "position_at"),
    ("Export control lawyer Ines Beispiel spoke in Bonn.", "acted_for"),
    ("She learned it from a person familiar with the matter.", "aware_of"),
    ("Some was sold above the price cap set by the G7 countries.", "has_timeline"),
    ("The plant has doubled its output since 2022.", "plans"),
    ("The ministry did not answer questions sent by e-mail.", "shipped_to"),
    ("The lab sent its findings to the ministry of unification.", "shipped_to"),
    ("The step was unlikely to stop the trade.", "ended"),
    ("TSK Proba, a firm that already faced sanctions, bought engines.", "risks"),
    ("It rests on a report that Proba sent to the Russian defence ministry.", "reviewed"),
    ("Uralskaya Proba is part of the Kama Engine Corporation.", "component_of"),
)


@pytest.mark.parametrize(("sentence", "predicate"), FALSE_FRIENDS)
def test_a_false_friend_is_not_told(sentence: str, predicate: str) -> None:
    assert predicate not in {c.predicate for c in claims(sentence)}


def test_goods_that_come_from_a_plant_are_its_products() -> None:
    told = said("Most of the shells come from Factory No. 26.")

    assert ("Factory No. 26", "produces", "Most of the shells") in told


def test_what_a_container_can_hold_is_a_capacity_and_no_share() -> None:
    (claim,) = claims("The containers could hold over 12 million rounds of ammunition.")

    assert (claim.predicate, claim.value) == ("has_capacity", 12_000_000)


def test_both_owners_of_a_joint_venture_are_told() -> None:
    text = "It is run by Jinling Proba, a joint venture of a state university and Hawkeye Muster."

    owners = {obj for subject, predicate, obj in said(text) if predicate == "owned_by"}

    assert {"state university", "Hawkeye Muster"} <= owners


def test_a_denied_part_in_a_deal_is_denied_by_whoever_denies_it() -> None:
    found = [
        c for c in claims("The bank denied any role in the deal.") if c.predicate == "linked_to"
    ]

    assert [(c.polarity, voices(c)) for c in found] == [("denied", ["The bank"])]


def test_two_pasts_that_share_an_object_are_told_of_the_subject_not_of_its_owner() -> None:
    text = (
        "IEMZ Proba, a unit of the company Muster-Avia, developed and tested the G3 drone in China."
    )

    doers = {s for s, p, _ in said(text) if p in ("developed", "tested")}

    assert doers == {"IEMZ Proba"}
    assert "designed_in" not in {c.predicate for c in claims(text)}
