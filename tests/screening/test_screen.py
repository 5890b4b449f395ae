import pytest

from enduse.errors import UnknownName
from enduse.screening import Listed, Party, ScreeningIndex, hit_data, listed_from_ftm, screen

LIST = [
    Listed("p-1", "Person", ("Ivan Petrovich SIDOROV",), dates=("1965-04-29",), countries=("ru",),
           genders=("male",), datasets=("one",)),
    Listed("p-2", "Person", ("Anna EXEMPLAR",), weak=("Nightingale",), dates=("1970",)),
    Listed("c-1", "Company", ("Kupol Plant JSC",), identifiers=("INN 1831083343",),
           addresses=("3 Pesochnaya Street, Izhevsk",), datasets=("one", "two")),
    Listed("v-1", "Vessel", ("Amber Star",), former=("Granite Star",)),
]  # fmt: skip


@pytest.fixture(scope="module")
def index() -> ScreeningIndex:
    return ScreeningIndex.build(LIST)


def score(party: Party, index: ScreeningIndex) -> float:
    hits = screen(party, index, threshold=0.1)
    return hits[0].score if hits else 0.0


def test_a_hit_says_which_words_paired_and_what_is_left(index: ScreeningIndex) -> None:
    hit = screen(Party("Сидоров Иван", "Person"), index, threshold=0.6)[0]
    detail = hit.explanation.detail
    assert hit.id == "p-1"
    assert [(p["asked"], p["listed"]) for p in detail["pairs"]] == [
        ("сидоров", "sidorov"),
        ("иван", "ivan"),
    ]
    assert [w["word"] for w in detail["left_listed"]] == ["petrovich"]
    assert "only listed: petrovich" in hit.explanation.summary
    assert any("1965-04-29" in words for words in detail["would_change"])


def test_the_same_birth_date_adds_and_another_takes_away(index: ScreeningIndex) -> None:
    bare = score(Party("Ivan Sidorov", "Person"), index)
    same = score(Party("Ivan Sidorov", "Person", birth_date="1965-04-29"), index)
    year = score(Party("Ivan Sidorov", "Person", birth_date="1965"), index)
    other = score(Party("Ivan Sidorov", "Person", birth_date="1981"), index)
    assert same > year > bare > other


def test_what_is_not_known_counts_for_nothing(index: ScreeningIndex) -> None:
    bare = score(Party("Kupol Plant JSC", "Company"), index)
    assert score(Party("Kupol Plant JSC", "Company", birth_date="1990"), index) == bare


def test_an_equal_identifier_decides_whatever_the_name(index: ScreeningIndex) -> None:
    hits = screen(Party("Quite Another Name", "Company", identifiers=("1831083343",)), index)
    assert [h.id for h in hits] == ["c-1"]
    assert hits[0].score > 0.99


def test_an_unequal_identifier_of_the_same_kind_speaks_against(index: ScreeningIndex) -> None:
    bare = score(Party("Kupol Plant", "Company"), index)
    assert score(Party("Kupol Plant", "Company", identifiers=("1831083344",)), index) < bare
    assert score(Party("Kupol Plant", "Company", identifiers=("18310",)), index) == bare


def test_a_weak_alias_never_makes_a_hit_alone(index: ScreeningIndex) -> None:
    assert screen(Party("Nightingale", "Person"), index, threshold=0.1) == []
    assert screen(Party("Nightingale", "Person", birth_date="1970"), index, threshold=0.1)


def test_a_former_name_counts_a_little_less(index: ScreeningIndex) -> None:
    assert (
        0.7
        < score(Party("Granite Star", "Vessel"), index)
        < score(Party("Amber Star", "Vessel"), index)
    )


def test_evidence_never_lifts_a_hit_over_the_threshold_unseen(index: ScreeningIndex) -> None:
    party = Party("Ivan Sidorof", "Person", birth_date="1965-04-29", country=("ru",))
    full = score(party, index)
    assert [h.id for h in screen(party, index, threshold=full - 1e-4)] == ["p-1"]


@pytest.mark.parametrize("name", ["", "...", "\u200f", "🙂", "x"])
def test_a_name_that_names_nothing_has_no_hits(index: ScreeningIndex, name: str) -> None:
    assert screen(Party(name), index) == []


def test_a_schema_that_does_not_exist_is_an_error_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="Did you mean Person"):
        Party("Ann", "Persson")


def test_a_hit_as_json_has_the_fields_of_the_contract(index: ScreeningIndex) -> None:
    hit = screen(Party("Kupol Plant", "Company"), index, threshold=0.5)[0]
    data = hit_data(hit)
    assert list(data) == ["id", "score", "name", "schema", "datasets", "explanation"]
    assert 0 <= data["score"] <= 1


def test_an_ftm_entity_that_is_no_party_is_left_out() -> None:
    assert listed_from_ftm({"id": "a", "schema": "Address", "properties": {}}) is None


def test_saved_arrays_answer_alike(index: ScreeningIndex) -> None:
    again = ScreeningIndex.opened(index.arrays())
    party = Party("Завод Купол", "Company", identifiers=("ИНН 1831083343",))
    assert screen(party, again) == screen(party, index)
