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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The yard at Omsk builds tugs, according to a welder who spent six years there.",
            ("welder", "employed_by", "yard"),
        ),
        ("Orbis has a staff of 40.", ("staff of 40", "employed_by", "Orbis")),
        ("Some 340 people work in the workshop.", ("340 people", "employed_by", "workshop")),
        ("The Il-90, which uses the D-40, is old.", ("D-40", "component_of", "Il-90")),
        ("Its goods were found in the wreckage.", ("goods", "used_in", "wreckage")),
        ("Malta would have to pay for it.", ("Malta", "responsible_for", "for it")),
        ("The case is under review.", ("case", "reviewed", "")),
        ("Analysts fear that it may fail.", ("Analysts", "expressed_concern_over", "it may fail")),
    ],
)
def test_who_works_where_and_who_answers_for_what(text: str, told: tuple[str, str, str]) -> None:
    assert any(
        told[0] in subject and predicate == told[1] and obj == told[2]
        for subject, predicate, obj in said(text)
    )


def test_what_somebody_expects_of_another_is_not_their_own_plan() -> None:
    found = claims("Orbis does not expect the broker to be convicted.")
    assert "plans" not in {c.predicate for c in found}


def test_a_part_for_a_thing_is_told_once() -> None:
    found = claims("The yard needs bearings for the helicopter.")
    assert [c.predicate for c in found] == ["component_of"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Malta would hardly join a ban.", ("Malta", "assessed_as", "hardly join a ban")),
        ("Traffic in pumps to Omsk shrinks.", ("pumps", "shipped_to", "Omsk")),
        ("He put the number of divers at 60.", ("number of divers", "assessed_as", "60")),
        (
            "The agreement provides for the training of 20 pilots.",
            ("agreement", "has_purpose", "training of 20 pilots"),
        ),
        ("The academy uses simulators.", ("simulators", "used_in", "academy")),
    ],
)
def test_doubts_traffic_and_estimates_are_told(text: str, told: tuple[str, str, str]) -> None:
    assert told in said(text)
    assert "plans" not in {predicate for _, predicate, _ in said(text)}


def test_what_took_place_is_told_with_its_place() -> None:
    assert ("meeting", "located_in", "Omsk") in said("The meeting took place in Omsk.")
