"""What plain news tells by its constructions: where, may not, unlikely, one deed after another."""

import pytest

from tests.extract.english.saying import claims, one, said


def test_where_takes_up_the_place_before_it() -> None:
    assert ("rotors", "produced_in", "Omsk") in said("He flew to Omsk, where rotors are made.")
    found = said("The money went to Riga, where the owner's two firms are based.")
    assert ("owner's two firms", "headquartered_in", "Riga") in found


def test_the_next_deed_of_a_subject_ends_what_the_first_says() -> None:
    concern = one("Orbis regretted the sale and had left the market.", "expressed_concern_over")
    assert concern.object and concern.object.text == "sale"


def test_may_not_forbids_a_deed_but_leaves_a_past_one_open() -> None:
    claim = one("Insurers in Malta may not cover such ships.", "prohibits")
    assert claim.subject.text == "Insurers in Malta"
    kinds = {c.predicate for c in claims("The pumps may not have left Malta.")}
    assert "prohibits" not in kinds


def test_what_is_unlikely_is_a_judgement() -> None:
    claim = one("The cap is unlikely to stop the trade.", "assessed_as")
    assert claim.subject.text == "cap"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Customs broke up a smuggling ring.", ("Customs", "ended", "smuggling ring")),
        ("Malta closed the border to lorries.", ("Malta", "prohibits", "lorries")),
        ("The visit was put off indefinitely.", ("visit", "has_timeline", "indefinitely")),
        ("Stocks are running low.", ("Stocks", "assessed_as", "low")),
        ("The fleet numbers some 40 ships.", ("fleet", "assessed_as", "some 40 ships")),
        ("The ban could slow exports.", ("ban", "may_yield", "exports")),
        ("The rule could cost us 3 orders.", ("rule", "risks", "us 3 orders")),
        ("The buyer's name is spelled Orbiz.", ("buyer's name", "alias", "Orbiz")),
        (
            "The pumps were flown in by the airline Sky Orbis.",
            ("Sky Orbis", "intermediary_in", "pumps"),
        ),
        (
            "Ana Petrova, who studies trade at the Baltic Policy Centre, said so.",
            ("Ana Petrova", "position_at", "Baltic Policy Centre"),
        ),
    ],
)
def test_news_verbs_tell_endings_bans_times_and_judgements(
    text: str, told: tuple[str, str, str]
) -> None:
    assert told in said(text)


def test_a_manager_is_dismissed_not_denied() -> None:
    found = claims("Orbis dismissed the manager.")
    assert [(c.predicate, c.polarity) for c in found] == [("employed_by", "negated")]


def test_a_leave_nobody_knows_of_is_not_told_as_a_control() -> None:
    found = claims("The ministry is not known to have issued a permit.")
    assert [(c.predicate, c.polarity) for c in found] == [("evidence_status", "negated")]
