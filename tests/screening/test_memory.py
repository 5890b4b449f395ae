"""What reviewers decided: when it stands, what it suppresses, and what differs between answers."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from enduse.model import Explanation, Hit, HitJudgement, Verdict
from enduse.screening import Listed, Party, listed_from_ftm
from enduse.screening.fingerprints import (
    party_data,
    party_from_data,
    print_of_listed,
    print_of_party,
)
from enduse.screening.memory.changes import changes
from enduse.screening.memory.judged import Memory
from enduse.screening.memory.replay import Comparison, Recorded

NOT = HitJudgement(1, "a", (), "x", "c", Verdict.NEGATIVE, "Ann", "2026-01-01T00:00:00Z", "Age")
words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)


def hit(entity: str, score: float = 0.9, content: str = "c") -> Hit:
    return Hit(entity, score, entity, "Person", ("one",), Explanation("", {}), content)


@given(st.lists(words, min_size=1), st.sets(words), st.sets(words))
def test_order_and_blanks_make_no_other_party(
    name: list[str], countries: set[str], numbers: set[str]
) -> None:
    one = Party(" ".join(name), country=tuple(sorted(countries)), identifiers=tuple(numbers))
    other = Party("\t ".join(name) + " ", country=tuple(sorted(countries, reverse=True)),
                  identifiers=tuple(sorted(numbers)), id="17")  # fmt: skip
    assert print_of_party(one) == print_of_party(other)
    assert party_from_data(party_data(one)) == one


@given(words, words)
def test_another_value_anywhere_makes_another_party(one: str, other: str) -> None:
    party = Party("Ann Example", birth_date="1970")
    made = {
        print_of_party(p)
        for p in (party, replace(party, address=one), replace(party, name=f"{one} {other} x"),
                  replace(party, gender="female"), replace(party, schema="Person"))
    }  # fmt: skip
    assert len(made) == 5


def test_whatever_a_list_says_of_an_entity_is_its_content() -> None:
    entity = {"id": "x", "schema": "Person", "datasets": ["one"],
              "properties": {"name": ["Ann", "Anna"], "notes": ["Born in Minsk"]}}  # fmt: skip
    same = {**entity, "properties": {"notes": ["Born in Minsk"], "name": ["Anna", "Ann"]}}
    other = {**entity, "properties": {**entity["properties"], "notes": ["Died"]}}  # type: ignore[dict-item]
    prints = [print_of_listed(one) for e in (entity, same, other) if (one := listed_from_ftm(e))]
    assert prints[0] == prints[1] != prints[2]
    assert print_of_listed(Listed("x", "Person", ("Ann",))) != print_of_listed(
        Listed("x", "Person", ("Anna",))
    )


def test_a_judgement_stands_for_its_pair_alone() -> None:
    memory = Memory([NOT], "2026-01-02")
    standing = memory.about("a", "", "x", "c")
    assert standing is not None and standing.suppresses
    assert memory.about("b", "", "x", "c") is None and memory.about("a", "", "y", "c") is None


def test_it_lapses_when_the_list_changes_or_its_day_has_passed() -> None:
    dated = replace(NOT, until="2026-06-30")
    for day, content, holds in (
        ("2026-06-30", "c", True), ("2026-07-01", "c", False), ("2026-06-30", "d", False),
    ):  # fmt: skip
        standing = Memory([dated], day).about("a", "", "x", content)
        assert standing is not None and standing.suppresses is holds


def test_the_newest_counts_and_a_retraction_brings_back_the_one_before() -> None:
    same = replace(NOT, seq=2, verdict=Verdict.POSITIVE)
    back = replace(NOT, seq=3, verdict=Verdict.RETRACTED, takes_back=2)
    for made, suppresses in (([NOT, same], False), ([NOT, same, back], True)):
        standing = Memory(made, "2026-01-02").about("a", "", "x", "c")
        assert standing is not None and standing.suppresses is suppresses
    gone = replace(NOT, seq=2, verdict=Verdict.RETRACTED, takes_back=1)
    assert not Memory([NOT, gone], "2026-01-02")


def test_a_judgement_for_some_keys_says_nothing_of_others() -> None:
    memory = Memory([replace(NOT, ids=("17", "18"))], "2026-01-02")
    assert memory.about("a", "17", "x", "c") and not memory.about("a", "23", "x", "c")
    assert not memory.about("a", "", "x", "c")


@given(st.lists(st.sampled_from("uvwxyz"), unique=True), st.sets(st.sampled_from("uvwxyz")),
       st.integers(1, 6))  # fmt: skip
def test_sifting_loses_no_hit_and_fills_the_limit(
    found: list[str], judged: set[str], limit: int
) -> None:
    memory = Memory([replace(NOT, seq=n, entity=e) for n, e in enumerate(judged, 1)], "2026-01-02")
    hits = [hit(entity) for entity in found]
    sifted = memory.sift("a", "", hits, limit)
    kept = [e for e in found if e not in judged]
    assert [one.id for one, _ in sifted.open] == kept[:limit]
    assert {one.id for one, _ in sifted.suppressed} == set(found) & judged
    assert memory.spare("a") == len(judged)


@dataclass(frozen=True)
class Seen:
    listed: str
    score: float


def test_another_score_of_the_same_record_is_counted_and_not_news() -> None:
    before = {"a": {"x": Seen("c", 0.9), "y": Seen("c", 0.9), "z": Seen("c", 0.9)}}
    now = {"a": {"x": Seen("c", 0.91), "y": Seen("d", 0.9), "w": Seen("c", 0.9)}}
    found = changes(before, now, 5)
    assert {(one.what, one.entity) for one in found.hits} == {
        ("changed", "y"), ("gone", "z"), ("new", "w"),
    }  # fmt: skip
    assert (found.same, found.moved) == (1, 1)
    assert {one.what for one in changes(before, now, 3).hits} == {"changed", "cut", "new"}


def test_an_answer_given_again_differs_hit_by_hit() -> None:
    was = {"a": Recorded("Ann", {"x": ("c", 0.9), "y": ("c", 0.88)}), "b": Recorded("Bob", {})}
    same = Comparison(was)
    same.take("a", "Ann", [hit("x"), hit("y", 0.88)])
    same.take("b", "Bob", [])
    assert same.finish() == []
    other = Comparison(was)
    other.take("a", "Ann", [hit("x", 0.95), hit("z")])
    assert other.finish() == [
        "Ann: x scores 0.9500, recorded 0.9000.",
        "Ann: z is found at 0.9000 and was not recorded.",
        "Ann: y, recorded at 0.8800, is not found.",
        "Bob: has an answer in 0 rows, recorded 1.",
    ]
