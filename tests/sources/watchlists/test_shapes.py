"""Shapes of which no real file was at hand: fixtures from the published specifications."""

from tests.sources.watchlists.reading import FIXTURES, read

SDN = tuple(FIXTURES / "sdn" / name for name in ("sdn.csv", "alt.csv", "add.csv"))


def test_the_csv_set_is_told_by_content_not_by_name() -> None:
    made = read("us_ofac_sdn", *reversed(SDN))
    assert made.values("ofac-101", "name") == ['NORTHERN "POLE" WORKS']
    assert made.values("ofac-101", "alias") == ["POLE WORKS AO"]
    assert made.values("ofac-101", "previousName") == ["POLAR FACTORY", "OLD POLE"]
    assert made.values("ofac-101", "weakAlias") == ["THE POLE"]


def test_a_quotation_keeps_doubled_quotation_marks_as_they_stand() -> None:
    name = next(s for s in read("us_ofac_sdn", *SDN).of("name") if s.entity_id == "ofac-101")
    assert name.evidence.quote == 'NORTHERN ""POLE"" WORKS'
    assert name.original_value == name.evidence.quote


def test_a_link_goes_to_the_one_party_of_that_name_and_else_stays_text() -> None:
    made = read("us_ofac_sdn", *SDN)
    links = {s.prop: s.value for s in made.statements if s.schema == "UnknownLink"}
    assert links["subject"] == "ofac-102" and links["object"] == "ofac-101"
    assert "Linked To: NOBODY LISTED LTD" in made.values("ofac-102", "notes")


def test_identifiers_are_typed_and_papers_keep_their_days() -> None:
    made = read("us_ofac_sdn", *SDN)
    assert made.values("ofac-101", "innCode") == ["3849055365"]
    assert made.values("ofac-101", "ogrnCode") == ["1153850042246"]
    assert made.values("ofac-103", "imoNumber") == ["IMO8858087"]
    passport = {s.prop: s.value for s in made.statements if s.schema == "Passport"}
    assert (passport["startDate"], passport["endDate"]) == ("1999-05-26", "2004-05-25")
    assert (passport["number"], passport["country"]) == ("K754050", "ru")


def test_what_is_wrong_in_a_remark_is_said_and_the_rest_kept() -> None:
    made = read("us_ofac_sdn", *SDN)
    assert made.values("ofac-102", "birthDate") == ["1951", "1953"]
    assert [issue.value for issue in made.about("calendar")] == ["31 Feb 1970"]
    assert [issue.value for issue in made.about("no country")] == ["Atlantis"]
    assert [issue.value for issue in made.about("programme")] == ["NO-SUCH-PROGRAM"]
    assert all(issue.where.part.startswith("record 10") for issue in made.issues)
    assert {issue.where.field for issue in made.issues} == {"Remarks", "Program"}


def test_the_uk_xml_has_names_dates_and_measures() -> None:
    made = read("uk_sl", FIXTURES / "uk.xml")
    assert made.values("uk-TST0001", "name") == ["Ivan Petrovich SAMPLE"]
    assert made.values("uk-TST0001", "alias") == ["Iwan SEMPEL", "Иван Петрович САМПЛ"]
    assert made.values("uk-TST0001", "weakAlias") == ["The Sample"]
    assert made.values("uk-TST0001", "birthDate") == ["1945", "1975"]
    assert made.values("uk-TST0001", "notes") == ["Written for tests & nothing else."]
    assert made.values("uk-TST0002", "imoNumber") == ["IMO8858087"]
    assert {s.value for s in made.of("provisions")} >= {"Asset freeze", "Travel Ban"}
    assert not made.issues


def test_the_json_of_the_screening_list_says_what_the_table_says() -> None:
    made = read("us_csl", FIXTURES / "csl.json")
    assert made.values("csl-aa01", "name") == ["Sample Trading Co \u2013 Ltd"]
    assert made.values("csl-aa01", "topics") == ["export.control"]
    assert made.values("ofac-101", "topics") == ["sanction"]
    assert made.values("ofac-101", "name") == ["Ivan SAMPLE"]
    assert made.values("ofac-101", "birthDate") == ["1951"]
    assert made.values("ofac-101", "passportNumber") == ["K754050"]
    assert not made.issues


def test_the_table_of_fsf_has_118_columns_and_says_what_the_xml_says() -> None:
    header = (FIXTURES / "fsf_118.csv").read_text("utf-8-sig").splitlines()[0]
    assert len(header.split(";")) == 118
    made = read("eu_fsf", FIXTURES / "fsf_118.csv")
    assert made.values("eu-7001", "name") == ['Ivan "Vanya" Sample']
    assert made.values("eu-7001", "alias") == ["Иван Сампл"]
    assert made.values("eu-7001", "weakAlias") == ["The Sample"]
    assert made.values("eu-7001", "birthDate") == ["1951", "1953"]
    assert made.values("eu-7001", "citizenship") == ["ru"]
    assert len(made.ids("Sanction")) == 1
    assert "known to have expired" in [s.value for s in made.of("summary")]


def test_the_advanced_shape_has_scripts_dates_links_and_listing_days() -> None:
    made = read("us_ofac_sdn", FIXTURES / "advanced.xml")
    assert made.values("ofac-102", "name") == ["Ivan SAMPLE"]
    assert made.values("ofac-102", "alias") == ["Иван САМПЛ"]
    assert made.values("ofac-102", "weakAlias") == ["Vanya"]
    assert made.values("ofac-102", "birthDate") == ["1951", "1953"]
    assert made.values("ofac-102", "gender") == ["male"]
    assert made.values("ofac-102", "country") == ["ru"]
    assert made.values("ofac-101", "previousName") == ["POLAR FACTORY"]
    assert made.values("ofac-101", "innCode") == ["3849055365"]
    assert [s.value for s in made.of("listingDate")] == ["2024-02-23"]
    links = {s.prop: s.value for s in made.statements if s.schema == "UnknownLink"}
    assert links["object"] == "ofac-101" and links["role"] == "Acting for or on behalf of"
    passport = {s.prop: s.value for s in made.statements if s.schema == "Passport"}
    assert passport["startDate"] == "1999-05-26"


def test_statements_keep_their_dataset_language_and_first_form() -> None:
    made = read("opensanctions", FIXTURES / "statements.csv")
    name = next(s for s in made.statements if s.prop == "name")
    assert (name.entity_id, name.dataset, name.lang) == ("NK-1", "us_test", "rus")
    born = next(s for s in made.statements if s.prop == "birthDate")
    assert (born.dataset, born.original_value) == ("eu_test", "circa 1951")
    assert [issue.value for issue in made.issues] == ["IMO8858087"]
