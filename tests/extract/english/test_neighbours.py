"""Sentences whose subject, object or date is easily taken from the wrong neighbour."""

from enduse.extract.protocol import TextToRead
from enduse.extract.rules import RuleExtractor


def _said(text: str) -> set[tuple[str, str, str]]:
    found = RuleExtractor().extract(TextToRead("0" * 64, text, "en"))
    return {(c.subject.text, c.predicate, c.object.text if c.object else "") for c in found.claims}


def test_both_of_a_joint_subject_work_with_the_third() -> None:
    said = _said(
        "Arvo and Belmar work with TSK Corvin, a Russian firm that was already designated."
    )
    assert ("Arvo", "works_with", "TSK Corvin") in said
    assert ("Belmar", "works_with", "TSK Corvin") in said
    assert ("TSK Corvin", "sanctioned_by", "") in said


def test_one_person_holds_two_coordinated_roles() -> None:
    said = _said("Ivan Petrov is the General Director and beneficial owner of TSK Corvin.")
    assert ("Ivan Petrov", "director_of", "TSK Corvin") in said
    assert ("Ivan Petrov", "owner_of", "TSK Corvin") in said


def test_a_list_goes_on_after_what_is_set_in() -> None:
    text = (
        "Norway sanctioned Arvo Ltd and Belmar Ltd, both based in China, and Trading House Corvin."
    )
    listed = {who for who, predicate, _ in _said(text) if predicate == "sanctioned_by"}
    assert listed == {"Arvo Ltd", "Belmar Ltd", "Trading House Corvin"}


def test_its_is_the_company_right_before_it_and_a_role_is_no_party() -> None:
    text = "Norway sanctioned Arvo Ltd, TSK Corvin and its General Director, Ivan Petrov, in May."
    said = _said(text)
    assert ("Ivan Petrov", "director_of", "TSK Corvin") in said
    assert not any(who == "General Director" for who, _, _ in said)


def test_the_date_that_opens_a_sentence_is_that_of_its_claim() -> None:
    text = "On 17 October 2024 the Treasury Department sanctioned TSK Corvin."
    claims = RuleExtractor().extract(TextToRead("0" * 64, text, "en")).claims
    assert [c.date for c in claims if c.predicate == "sanctioned_by"] == ["2024-10-17"]


def test_what_was_made_somewhere_is_delivered_not_the_place() -> None:
    text = "Seven drones made in China, including two G3s, have been delivered to Belmar."
    assert ("Seven drones", "delivered_to", "Belmar") in _said(text)


def test_a_report_that_is_sent_is_reported_not_shipped() -> None:
    text = "Arvo tested a drone, according to a report that Arvo sent to the defence ministry."
    assert "reported_to" in {predicate for _, predicate, _ in _said(text)}
    assert "shipped_to" not in {predicate for _, predicate, _ in _said(text)}


def test_an_infinitive_has_the_subject_of_the_main_clause() -> None:
    text = (
        "Arvo Ltd worked with Belmar, a Russian firm that faced sanctions, to ship drones to Iran."
    )
    assert ("Arvo Ltd", "shipped_to", "Iran") in _said(text)


def test_a_range_gives_both_its_ends() -> None:
    text = "Arvo supplied between 200 and 300 drones to Belmar."
    claims = RuleExtractor().extract(TextToRead("0" * 64, text, "en")).claims
    assert [(c.value, c.bound) for c in claims] == [(200, "at_least"), (300, "at_most")]


def test_both_takes_up_the_two_names_that_were_joined() -> None:
    text = "Two ships, the Angara and the Maria, left Riga. Both have been under EU sanctions."
    found = {(s, p) for s, p, _ in _said(text)}
    assert {("Angara", "sanctioned_by"), ("Maria", "sanctioned_by")} <= found


def test_both_takes_up_nothing_where_no_names_were_joined() -> None:
    text = "Orbis Ltd left Riga. Both have been under EU sanctions."
    assert ("Orbis Ltd", "sanctioned_by", "EU sanctions") not in _said(text)


def test_a_ship_is_taken_up_by_its_kind() -> None:
    text = "The tanker Aino left Riga. The vessel has been under EU sanctions since 2022."
    assert "Aino" in {s for s, p, _ in _said(text) if p == "sanctioned_by"}


def test_western_restrictions_are_laid_on_goods_by_the_west() -> None:
    assert ("Western", "prohibits", "oil") in _said("He deplored Western restrictions on oil.")
