"""The first page: who is restricted by which list, and what speaks against it."""

from dataclasses import replace

from enduse.dossier import OwnershipLine, PartyPage
from enduse.dossier.html import html
from enduse.dossier.said import facts, is_main, things, told_elsewhere
from enduse.dossier.summary import points, rows
from tests.dossier.example import RECEIVED, dossier


def line(regime: str, status: str, ground: str = "none", since: str = "") -> OwnershipLine:
    told = OwnershipLine(regime, "2026-01-01", "A: nothing counts.", status=status)
    return replace(told, ground=ground, since=since)


def page(*told: OwnershipLine) -> PartyPage:
    return PartyPage("party-9", "Plainly Invented", "Company", (), (), (), (), told)


def cells(*told: OwnershipLine) -> tuple[str, ...]:
    (row,) = rows(replace(dossier(), parties=(page(*told),)))
    return row.cells


def test_each_regime_answers_in_a_few_words_and_silence_is_no_clearance() -> None:
    assert cells(
        line("US", "blocked", "ownership"),
        line("EU", "blocked", "listed", since="2024-12-16"),
        line("UK", "not_blocked"),
        line("BIS", "restricted", "listed"),
    ) == (
        "blocked by ownership",
        "on the list since 2024-12-16",
        "no entry found",
        "restricted: on a list",
    )


def test_what_is_open_is_said_to_be_open() -> None:
    us, bis = cells(line("US", "indeterminate"), line("BIS", "licence_or_resolve"))
    assert us == "open: what a listed holder has is not known"
    assert bis.startswith("resolve or licence")


def test_a_regime_of_which_nothing_is_known_has_no_entry() -> None:
    assert cells(OwnershipLine("US", "2026-01-01", "", held=False)) == ("no entry found",)


def test_the_answer_stands_before_everything_else_with_what_is_contested() -> None:
    written = html(dossier())
    places = [written.index(f"<h2>{one}</h2>") for one in ("The answer", "Denials", "The parties")]
    assert places == sorted(places)
    titles = {point.title: point.sentences for point in points(dossier())}
    assert titles["Contested"] == ("The plant supplies Kupol.",)
    assert titles["Stands between"] == ("Two of two shortest ways run through the plant.",)
    assert titles["Not read"] == ("1 thing could not be read.",)


def test_the_same_thing_said_twice_is_one_thing_with_two_quotations() -> None:
    kupol = dossier().parties[0]
    again = replace(kupol.claims[0], claim=replace(RECEIVED, id="c9"))
    (thing,) = things(replace(kupol, claims=(kupol.claims[0], again)))
    assert [thing.lead.claim.id, *(one.claim.id for one in thing.others)] == ["c1", "c9"]


def test_a_claim_is_printed_in_full_under_its_subject_and_named_under_its_object() -> None:
    kupol, ministry = dossier().parties
    theirs = replace(kupol.claims[0], object=ministry.id)
    page = replace(ministry, claims=(theirs,))
    assert things(page) == [] and told_elsewhere(page) == [theirs]


def test_a_party_on_a_list_has_a_page_and_one_named_in_passing_a_line() -> None:
    kupol, ministry = dossier().parties
    assert is_main(kupol) and not is_main(ministry)
    assert facts(kupol)[0][0] == "name"


def test_legal_texts_are_printed_once() -> None:
    twice = replace(dossier().parties[0], ownership=dossier().parties[0].ownership * 2)
    written = html(replace(dossier(), parties=(twice,)))
    assert written.count("31 CFR 587.406") == 1
