"""Text files in the encodings that investigators meet."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.sources.decoding import decoded
from enduse.sources.text_chunks import text_chunks

RUSSIAN = "Завод Купол поставил двигатели. По данным агентства, компания отрицает участие в сделке."
CHINESE = "据路透社报道，该公司向俄罗斯供应发动机。公司没有回应置评请求。"
CASES = [
    ("Купол", "cp1251"),
    ("Завод «Купол»", "cp1251"),
    ("ЗАВОД КУПОЛ", "cp1251"),
    ("Name;ИНН\nКупол;123", "cp1251"),
    (RUSSIAN, "cp1251"),
    ("Купол", "koi8-r"),
    ("завод", "koi8-r"),
    (RUSSIAN, "koi8-r"),
    (RUSSIAN, "cp866"),
    ("Україна, Київ: їжа", "cp1251"),
    ("红箭工业公司", "gb18030"),
    ("中文", "gb18030"),
    (CHINESE, "gbk"),
    (CHINESE, "gb2312"),
    ("該公司向俄羅斯供應發動機", "big5"),
    ("Müller GmbH", "cp1252"),
    ("“We know nothing,” he said – twice", "cp1252"),
    ("A long report about engines with one accented name, Müller, in it.", "cp1252"),
    ("Kupol plant", "utf-16-le"),
    ("Купол", "utf-16-be"),
    ("红箭工业公司", "utf-16-le"),
    ("红箭工业公司\n据路透社报道", "utf-16-be"),
    (CHINESE, "utf-16"),
    (RUSSIAN, "utf-8-sig"),
    (RUSSIAN, "utf-32"),
    ("Łódź Gdańsk przedsiębiorstwo", "cp1250"),
]


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_a_text_comes_back_from_its_encoding(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding))[0] == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_is_always_read_as_utf8(text: str) -> None:
    assert decoded(text.encode("utf-8-sig"))[0] == text
    if not text.startswith("\ufeff"):
        assert decoded(text.encode("utf-8"))[0] == text


@given(st.text(alphabet="абвгдежзиклмнопрстуфхцчшщыэюя ", min_size=3, max_size=80))
def test_russian_in_utf16_without_a_mark_is_seen_by_its_zero_and_four_bytes(text: str) -> None:
    assert decoded(text.encode("utf-16-be"))[0] == text


def test_line_ends_stay_as_they_stand() -> None:
    assert decoded(b"a\r\nb\rc\n\x1a")[0] == "a\r\nb\rc\n\x1a"


def test_one_broken_byte_does_not_make_utf8_something_else() -> None:
    text, encoding = decoded((RUSSIAN * 3).encode() + b"\xff" + RUSSIAN.encode())
    assert encoding == "utf-8"
    assert text.count("\ufffd") == 1
    assert text.startswith(RUSSIAN)


def test_utf8_cut_in_the_middle_of_a_letter_stays_utf8() -> None:
    text, encoding = decoded("Купол".encode()[:-1])
    assert (text[:4], encoding) == ("Купо", "utf-8")


def test_letters_far_behind_a_long_ascii_head_still_decide(tmp_path: Path) -> None:
    data = b"id;name\n" * 40_000 + "7;Завод «Купол»\n".encode("cp1251")
    assert decoded(data)[0].endswith("Завод «Купол»\n")
    path = tmp_path / "long.csv"
    path.write_bytes(data)
    assert "".join(text_chunks(path)) == decoded(data)[0]


@pytest.mark.parametrize("head", ['<?xml version="1.0" encoding="UTF-8"?><a>', '[{"a": "'])
def test_one_strange_byte_in_ascii_is_no_letter_where_the_file_says_that_it_is_utf8(
    head: str, tmp_path: Path
) -> None:
    data = head.encode() + b"SAMPLE NAME " * 200 + b"\xe9" + b" and so on" * 100
    text, encoding = decoded(data)
    assert (encoding, text.count("\ufffd")) == ("utf-8", 1)
    path = tmp_path / "list"
    path.write_bytes(data)
    assert "".join(text_chunks(path)) == text


def test_a_declared_encoding_is_taken_even_where_letters_alone_would_mislead() -> None:
    data = '<?xml version="1.0" encoding="windows-1251"?><a>Щ</a>'.encode("cp1251")
    assert decoded(data)[0].endswith("<a>Щ</a>")


def test_a_file_that_is_plainly_not_what_it_declares_is_guessed() -> None:
    data = f'<?xml version="1.0" encoding="UTF-8"?><a>{RUSSIAN * 3}</a>'.encode("cp1251")
    assert RUSSIAN in decoded(data)[0]


def test_a_few_good_letters_outweigh_one_broken_byte() -> None:
    text, encoding = decoded("Société générale à Zürich ".encode() + b"\xff" + b" plain" * 50)
    assert (encoding, text.count("\ufffd")) == ("utf-8", 1)


@given(st.binary(max_size=300))
def test_any_bytes_decode_to_something(data: bytes) -> None:
    text, encoding = decoded(data)
    assert isinstance(text, str)
    assert encoding
