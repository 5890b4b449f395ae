"""Companies that are alike in name, one that is two, and the queue that keeps them apart."""

from itertools import count

import pytest
from rich.cells import cell_len

from enduse.cli.casework.resolve import work_through
from enduse.errors import BadInput
from enduse.model import Evidence, Locator, Statement, Verdict
from enduse.resolve import (
    Decisions,
    Queue,
    Record,
    mixtures,
    proposals,
    record_from_ftm,
    records_from_statements,
    split,
)


def record(id_: str, name: str | list[str], schema: str = "Company", **held: object) -> Record:
    names = [name] if isinstance(name, str) else name
    props = {"name": names, **{k: v if isinstance(v, list) else [v] for k, v in held.items()}}
    dataset = id_.partition("-")[0]
    found = record_from_ftm(
        {"id": id_, "schema": schema, "properties": props, "datasets": [dataset]}
    )
    assert found is not None
    return found


class Desk:
    """A queue as the keyboard sees a case: with remarks, and sources by name."""

    def __init__(self, work: Queue) -> None:
        self.candidates, self.judge = work.candidates, work.judge
        self.history, self.undo = work.history, work.undo
        self.mixtures, self.split = work.mixtures, work.split

    def remarks(self, left: str, right: str) -> list[str]:
        return ["Two Vectors are two companies."]

    def cite(self, evidence: Evidence) -> str:
        return evidence.locator.part


VECTORS = [
    record("ofac-46441", ["TSK VEKTOR, OOO", "OOO TSK Vektor"], innCode="3849055365"),
    record("ofac-51215", "LLC TRADING HOUSE VECTOR", innCode="3808184570"),
    record("ofac-51292", "VEKTOR, OOO", innCode="7725575432"),
    record("press-1", "TSK Vektor"),
    record("eu-503", "ООО ТСК Вектор", innCode="3849055365", ogrnCode="1153850042246"),
]


def queue(records: list[Record]) -> Queue:
    clock = count()
    return Queue(records, Decisions(), "ann", lambda: f"2026-01-01T00:00:{next(clock):02}Z")


def test_the_three_vectors_are_shown_and_never_merged() -> None:
    work = queue(VECTORS)
    joined = work.join_decisive()
    assert [(j.left, j.right) for j in joined] == [("eu-503", "ofac-46441")]
    three = ("ofac-46441", "ofac-51215", "ofac-51292")
    assert {work.decisions.canonical(one) for one in three} == {
        "eu-503", "ofac-51215", "ofac-51292"
    }  # fmt: skip
    assert all(not p.comparison.automatic for p in work.candidates())


def test_what_the_press_calls_tsk_vektor_waits_for_a_person() -> None:
    found = proposals(VECTORS)
    press = [p for p in found if "press-1" in (p.left.id, p.right.id)]
    assert press and all(not p.comparison.automatic for p in press)
    assert {press[0].left.id, press[0].right.id} <= {"ofac-46441", "eu-503", "press-1"}


def test_two_companies_of_one_name_are_kept_apart_by_their_numbers() -> None:
    two = [
        record("a-1", "OOO Vektor", innCode="3849055365"),
        record("b-1", "OOO Vektor", innCode="7725575432"),
    ]
    (found,) = proposals(two)
    assert not found.comparison.automatic and found.comparison.score < 0.8


def test_an_equal_number_on_another_name_joins_nothing() -> None:
    two = [
        record("a-1", "Invented Engines", innCode="3849055365"),
        record("b-1", "Harbour Insurance", innCode="3849055365"),
    ]
    (found,) = proposals(two)
    assert not found.comparison.automatic
    assert "do not agree" in found.comparison.summary


def test_a_number_with_a_wrong_check_digit_joins_nothing() -> None:
    two = [record(f"{d}-1", "Invented Engines Plant", innCode="3849055366") for d in "ab"]
    (found,) = proposals(two)
    assert not found.comparison.automatic


MIXED = record(
    "ofac-1",
    "NPK INVENTED DRONE",
    innCode="1657007195",
    ogrnCode="1021603148830",
    incorporationDate="2022-12-11",
)
OTHER = record("war-1", "INVENTED DRONE SERVICE", innCode="1657007195", ogrnCode="1021603148830")
NAMESAKE = record("war-2", "NPK Invented Drone", innCode="1683010356", ogrnCode="1221600094210")


def test_a_record_with_the_name_of_one_company_and_the_numbers_of_another_is_found() -> None:
    found = mixtures([MIXED, OTHER, NAMESAKE])
    between = [m for m in found if m.other == "war-1"]
    assert between[0].record == "ofac-1"
    assert between[0].values == ("1657007195", "1021603148830")
    assert "of its own name, has inn 1683010356" in between[0].why[0]
    assert any("given in 2002, before the founding date" in m.why[0] for m in found)


def test_split_in_two_each_part_finds_its_own_party_and_undo_makes_it_whole_again() -> None:
    work = queue([MIXED, OTHER, NAMESAKE])
    before, export = work.candidates(), work.decisions.export()
    assert {mixture.record for mixture in work.mixtures()} == {"ofac-1"}
    work.split("ofac-1", ["1657007195", "1021603148830"])
    pairs = {(p.left.id, p.right.id) for p in work.candidates()}
    assert {("ofac-1~1", "war-2"), ("ofac-1~2", "war-1")} <= pairs
    assert work.undo() is not None
    assert (work.candidates(), work.decisions.export()) == (before, export)
    with pytest.raises(BadInput, match="has no 42"):
        split(MIXED, ["42"])


def test_a_mixed_record_is_split_and_made_whole_again_by_keyboard() -> None:
    work = queue([MIXED, OTHER, NAMESAKE])
    said: list[str] = []
    keys = iter("mxqq")
    work_through(Desk(work), lambda: next(keys), said.append)
    text = "\n".join(said)
    assert "1 record seems to mix two parties; m shows them." in text
    assert "before the founding date" in text and "Split: ofac-1~1 and ofac-1~2." in text


def test_another_script_and_a_former_name_are_proposed() -> None:
    old = "Izhevsky Elektromekhanichesky Zavod Kupol"
    found = proposals(
        [
            record("a-1", "Ижевский электромеханический завод Купол"),
            record("b-1", "Izhevskiy Elektromekhanicheskiy Zavod Kupol"),
            record("c-1", "Plainly New Name", previousName=old),
        ]
    )
    assert {(p.left.id, p.right.id) for p in found} == {
        ("a-1", "b-1"),
        ("a-1", "c-1"),
        ("b-1", "c-1"),
    }


def test_the_keys_judge_undo_and_show_history() -> None:
    work = queue([record(f"{d}-1", "Invented Engines Plant", country="ru") for d in "abc"])
    said: list[str] = []
    keys = iter("xhzuxxq")
    assert work_through(Desk(work), lambda: next(keys), said.append) == 4
    text = "\n".join(said)
    assert "x same   n different   u unsure" in text and "Taken back: a-1 and b-1." in text
    assert "positive b-1" in text and "both in ru" in text
    verdicts = [j.verdict for j in work.history()]
    assert verdicts[:3] == [Verdict.POSITIVE, Verdict.RETRACTED, Verdict.UNSURE]


def test_a_contradiction_is_told_at_the_keyboard_and_the_queue_goes_on() -> None:
    work = queue([record(f"{d}-1", "Invented Engines Plant") for d in "abc"])
    work.judge("a-1", "b-1", Verdict.POSITIVE)
    work.judge("a-1", "c-1", Verdict.NEGATIVE)
    said: list[str] = []
    keys = iter("xq")
    work_through(Desk(work), lambda: next(keys), said.append)
    assert any(line.startswith("Refused. b-1 and c-1 cannot be the same") for line in said)


def test_a_party_told_in_two_places_of_one_file_is_not_compared_with_itself() -> None:
    twice = [record("a-1", "Invented Engines"), record("a-1", "Engines Invented")]
    assert proposals(twice) == []
    written = ["Nowhere Street 1, Inventown, 10001", "1, Nowhere Street, Inventown 10001"]
    assert proposals([record("a-1", "Invented Engines", address=written)]) == []


def test_a_town_and_its_code_are_no_address_and_a_branch_code_is_no_number() -> None:
    two = [
        record("a-1", "Anna Example", "Person", address="IZHEVSK, 426008", kppCode="771501001"),
        record("b-1", "Boris Sample", "Person", address="IZHEVSK, 426008", kppCode="771501001"),
    ]
    assert proposals(two) == []


def test_a_number_known_by_its_kind_is_not_counted_again_as_a_plain_one() -> None:
    one = record("a-1", "Invented", innCode="3849055365", registrationNumber="3849055365")
    assert [i.kind for i in one.identifiers] == ["inn"]


def test_statements_become_records_with_their_quotations_addresses_and_holders() -> None:
    def told(entity: str, schema: str, prop: str, value: str) -> Statement:
        words = Evidence(Locator("0" * 64, 0, len(value), "row 1"), value)
        return Statement(entity, schema, prop, value, "list", words)

    (found,) = records_from_statements(
        [
            told("a-1", "Company", "name", "Invented"),
            told("a-1", "Company", "addressEntity", "adr-1"),
            told("adr-1", "Address", "full", "Nowhere 1, Inventown"),
            told("own-1", "Ownership", "owner", "p-1"),
            told("own-1", "Ownership", "asset", "a-1"),
        ]
    )
    assert (found.addresses, found.owners) == (("Nowhere 1, Inventown",), ("p-1",))
    assert [e.quote for e in found.evidence] == ["Invented"]


def test_a_number_of_no_kind_speaks_for_the_same_number_named_by_its_kind() -> None:
    two = [
        record("a-1", "Anna Example", "Person", innCode="381000781179"),
        record("b-1", "Anna Example", "Person", taxNumber="381000781179"),
    ]
    (found,) = proposals(two)
    assert "both have 381000781179, inn where a kind is named" in {
        ground.words for ground in found.comparison.grounds
    }
    assert not found.comparison.automatic


def test_columns_of_two_scripts_stand_under_each_other() -> None:
    two = [
        record("a-1", "红兔矢量实业（深圳）有限公司"),
        record("b-1", "红兔矢量实业（深圳）有限公司"),
    ]
    said: list[str] = []
    work_through(Desk(queue(two)), lambda: "q", said.append)
    rows = [line for line in said[0].splitlines() if " | " in line]
    assert len({cell_len(line.partition(" | ")[0]) for line in rows}) == 1
    assert any(line == "  ! Two Vectors are two companies." for line in said[0].splitlines())
