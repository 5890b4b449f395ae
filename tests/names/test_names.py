import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.names import Kind, Sort, analyse, key, normalised_identifier, readings, skeleton

TROUBLE = st.text(alphabet="aAеЕіI-'’.,() 1Ⅷшщьъйё中香港김ر ال\u200f\u00ad\u0301ßŁø", max_size=40)


def texts(name: str, sort: Sort = Sort.ORGANISATION) -> list[str]:
    return [token.text for token in analyse(name, sort).tokens]


@pytest.mark.parametrize(
    "spellings",
    [
        ("Yamshchikov", "Iamshchikov", "Jamschtschikow", "Ямщиков"),
        ("Yuri", "Yury", "Juri", "Jurij", "Iouri", "Юрий"),
        ("Kuznetsov", "Kouznetsov", "Kusnezow", "Кузнецов"),
        ("Sergeyevich", "Sergeevich", "Sergejewitsch", "Сергеевич"),
        ("Tatiana", "Tatyana", "Tatjana", "Татьяна"),
    ],
)
def test_romanisations_of_one_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({key(texts(s, Sort.PERSON)[0]) for s in spellings}) == 1


@pytest.mark.parametrize(
    "arabic, latin",
    [("یوسف", "yousef"), ("توربو", "turbo"), ("شاهین", "shahin"), ("نوری", "nouri")],
)
def test_arabic_letters_and_their_latin_reading_share_consonants(arabic: str, latin: str) -> None:
    assert skeleton(texts(arabic, Sort.PERSON)[0]) == skeleton(latin)


@pytest.mark.parametrize(
    "name, form",
    [
        ("ООО Вектор", "llc"),
        ("Vector GmbH", "llc"),
        ("红兔矢量实业（深圳）有限公司", "llc"),
        ("توربو شافت م.م.ح", "llc"),
        ("Публичное акционерное общество Вектор", "jsc"),
        ("FGUP", None),
    ],
)
def test_legal_forms_become_one_comparable_form(name: str, form: str | None) -> None:
    found = [t.text for t in analyse(name, Sort.ORGANISATION).tokens if t.kind == Kind.LEGAL]
    assert found == ([form] if form else [])


def test_a_name_of_nothing_but_a_legal_form_is_still_compared() -> None:
    assert [t.kind for t in analyse("Limited", Sort.ORGANISATION).tokens] == [Kind.WORD]


def test_chinese_company_words_are_translated_and_the_rest_is_read_as_pinyin() -> None:
    assert texts("浙江震环数控机床股份有限公司") == [
        "zhejiang", "zhenhuan", "cnc", "machine", "tool", "jsc",
    ]  # fmt: skip


def test_letters_in_a_row_are_one_abbreviation_for_a_company_and_initials_for_a_person() -> None:
    assert texts("M. D. S. Import") == ["mds", "import"]
    kinds = [t.kind for t in analyse("J. R. Example", Sort.PERSON).tokens]
    assert kinds == [Kind.LETTER, Kind.LETTER, Kind.WORD]


def test_roman_and_arabic_numbers_are_numbers() -> None:
    assert texts("Monarch III", Sort.VESSEL) == ["monarch", "3"]
    assert analyse("Plant 558", Sort.ORGANISATION).tokens[1].kind == Kind.NUMBER


def test_lookalikes_are_seen_through_and_reported() -> None:
    name = analyse("Iванов", Sort.PERSON)
    assert [t.text for t in name.tokens] == ["ivanov"]
    assert "look alike" in name.notes[0]


def test_invisible_characters_are_taken_out_and_reported() -> None:
    name = analyse("Ku\u200bpol\u202e", Sort.ORGANISATION)
    assert [t.text for t in name.tokens] == ["kupol"]
    assert name.notes == ("2 invisible characters were taken out.",)


@pytest.mark.parametrize("nothing", ["", "...", "\u200f\u202e", "🙂", "—"])
def test_a_name_without_letters_has_no_tokens(nothing: str) -> None:
    assert analyse(nothing).tokens == ()


def test_a_megabyte_is_cut_and_says_so() -> None:
    assert "first 1000 of 1000000" in analyse("a" * 1_000_000).notes[0]


@given(TROUBLE, st.sampled_from(Sort))
def test_tokens_are_lower_case_latin_letters_and_digits(name: str, sort: Sort) -> None:
    for token in analyse(name, sort).tokens:
        assert token.text and token.text.isascii()
        assert token.text.lstrip("~").isalnum()


@given(TROUBLE)
def test_a_key_of_a_key_of_a_word_never_grows(name: str) -> None:
    for token in analyse(name).tokens:
        assert len(key(token.text)) <= len(token.text) + token.text.count("x")


def test_several_names_in_one_entry_are_read_one_by_one_but_family_comma_given_is_not() -> None:
    assert readings("Binalsheidah, Ramzi Mohamed", Sort.PERSON) == ()
    assert len(readings("First Shining Co., Second Rising Trading Co. Ltd")) == 2


def test_identifiers_lose_labels_and_signs_and_short_ones_prove_nothing() -> None:
    assert normalised_identifier("ИНН") == ""
    assert normalised_identifier("Reg. No. 384-905 5365") == "3849055365"
    assert normalised_identifier("12-3") == ""
