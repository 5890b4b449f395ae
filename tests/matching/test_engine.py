import pytest

from enduse.matching import ListedName, NameIndex, Question, how_paired
from enduse.names import Sort

ORG, PERSON = Sort.ORGANISATION, Sort.PERSON


def best(asked: str, *listed: str, sort: Sort = ORG) -> float:
    index = NameIndex.build(
        [ListedName(i, sort, n) for i, n in enumerate(listed)], [sort] * len(listed)
    )
    found = index.ask([Question(asked, sort, 0.05)], limit=1)[0]
    return found[0].score if found else 0.0


@pytest.mark.parametrize(
    "asked, listed, sort",
    [
        ("ТСК Вектор", "OOO TSK Vektor", ORG),
        ("Jamschtschikow Artjom", "Artem YAMSHCHIKOV", PERSON),
        ("یوسف پورانواری", "Yousef POURANVARI", PERSON),
        ("محمد مصطفی", "Mohammed MOUSTAFA", PERSON),
        ("Ivan Petrovichsidorov", "Ivan Petrovich SIDOROV", PERSON),
        ("Vla dimir Sidorov", "Vladimir SIDOROV", PERSON),
        ("I. P. Sidorov", "Ivan Petrovich SIDOROV", PERSON),
        ("Bob Exemplar", "Robert EXEMPLAR", PERSON),
        ("Electromechnical Plant Kupol", "Electromechanical Plant Kupol", ORG),
        ("Завод Купол", "Kupol Plant", ORG),
        ("金永南", "Jin Yongnan", PERSON),
        ("김영남", "KIM Yong Nam", PERSON),
    ],
)
def test_one_party_in_two_spellings_scores_high(asked: str, listed: str, sort: Sort) -> None:
    assert best(asked, listed, sort=sort) > 0.75


@pytest.mark.parametrize(
    "asked, listed, sort",
    [
        ("Plant 558", "Plant 559", ORG),
        ("Tanker 3", "Tanker 4", Sort.VESSEL),
        ("Ivan Petrovich Sidorov", "Ivan Petrovich KUZNETSOV", PERSON),
        ("Amber Trading", "Granite Trading", ORG),
    ],
)
def test_two_parties_with_much_in_common_score_low(asked: str, listed: str, sort: Sort) -> None:
    assert best(asked, listed, sort=sort) < 0.7


def test_an_equal_legal_form_is_worth_more_than_none_and_none_more_than_another() -> None:
    same, none = best("Kupol OOO", "Kupol LLC"), best("Kupol", "Kupol LLC")
    assert same > none > best("Kupol AO", "Kupol LLC") > 0.6


def test_another_legal_form_takes_more_from_one_word_than_from_three() -> None:
    one = best("Kupol AO", "Kupol LLC") / best("Kupol LLC", "Kupol LLC")
    three = best("Kupol Vektor Amber AO", "Kupol Vektor Amber LLC") / best(
        "Kupol Vektor Amber LLC", "Kupol Vektor Amber LLC"
    )
    assert one < three < 1.0


def test_a_slip_costs_a_person_less_than_an_organisation_of_the_same_words() -> None:
    asked, listed = "Marvin Kupolsky", "Marvin KUPULSKY"
    assert best(asked, listed, sort=PERSON) > best(asked, listed, sort=ORG) > 0.6


def test_a_party_of_unknown_sort_is_read_as_either() -> None:
    index = NameIndex.build(
        [ListedName(0, PERSON, "Ivan SIDOROV"), ListedName(1, ORG, "Ivan Sidorov LLC")],
        [PERSON, ORG],
    )
    found = index.ask([Question("Ivan Sidorov", Sort.UNKNOWN, 0.3)], limit=5)[0]
    assert {f.entity for f in found} == {0, 1}


def test_corp_is_corporation_and_a_form_on_one_side_only_is_no_obstacle() -> None:
    assert best("Kupol Trading Corp", "KUPOL TRADING CORPORATION") > 0.9
    assert best("Kupol Trading Co Ltd", "KUPOL TRADING") > 0.85


def test_no_score_reaches_one_so_that_more_agreement_can_still_be_told() -> None:
    one, three = best("Kupol", "Kupol"), best("Kupol Vektor Amber", "Kupol Vektor Amber")
    assert one < three < 1.0


def test_the_order_of_a_persons_names_is_free() -> None:
    assert best("SIDOROV Ivan", "Ivan SIDOROV", sort=PERSON) == pytest.approx(
        best("Ivan SIDOROV", "Ivan SIDOROV", sort=PERSON)
    )


def test_arrays_given_back_answer_alike() -> None:
    index = NameIndex.build([ListedName(0, ORG, "Kupol Plant")], [ORG])
    again = NameIndex.opened(index.arrays())
    question = [Question("Завод Купол", ORG, 0.3)]
    assert [f.score for f in index.ask(question, 3)[0]] == [
        f.score for f in again.ask(question, 3)[0]
    ]


def test_an_empty_list_answers_nothing() -> None:
    assert NameIndex.build([], []).ask([Question("Kupol")], 5) == [[]]


@pytest.mark.parametrize(
    "asked, listed, how",
    [
        ("kupol", "kupol", "same"),
        ("i", "ivan", "initial"),
        ("bob", "robert", "short form"),
        ("vladimir", "uladzimir", "same name in another language"),
        ("~ywsf", "yosuf", "consonants"),
        ("kupal", "kupolo", "2 letters off"),
    ],
)
def test_pairs_are_told_in_words(asked: str, listed: str, how: str) -> None:
    assert how_paired(asked, listed) == how
