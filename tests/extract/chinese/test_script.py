"""Traditional characters are read as simplified ones and given back as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.extract.chinese.script.simplified import simplified
from tests.extract.chinese.reading import claims, rows, said, voices


@given(st.text(max_size=200))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(simplified(text)) == len(text)


@given(st.text(alphabet="中国公司出口的芯片由他们制造", max_size=40))
def test_simplified_text_stays_as_it_is(text: str) -> None:
    assert simplified(text) == text


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("飛彈晶片", "导弹芯片"),
        ("有著密切關係", "有着密切关系"),
        ("著名的著作", "著名的著作"),
        ("無人機產業", "无人机产业"),
    ],
)
def test_words_of_taiwan_are_read_by_their_mainland_names(written: str, folded: str) -> None:
    assert simplified(written) == folded


def test_claims_keep_the_characters_of_their_document() -> None:
    claim = said("臺北雲橋電子有限公司向廣島機械有限公司出口了40顆晶片。", "exported_to")
    assert claim.subject.text == "臺北雲橋電子有限公司"
    assert claim.object is not None and claim.object.text == "廣島機械有限公司"
    assert claim.value == 40


def test_both_scripts_tell_the_same() -> None:
    plain = "南京云桥电子有限公司总经理表示，公司从未向河内机械有限公司供应发动机。"
    other = "南京雲橋電子有限公司總經理表示，公司從未向河內機械有限公司供應發動機。"
    assert [c.predicate for c in claims(plain)] == [c.predicate for c in claims(other)]
    assert {tuple(simplified(x or "") for x in row) for row in rows(other)} == {
        tuple(x or "" for x in row) for row in rows(plain)
    }


def test_the_voice_too_is_given_as_written() -> None:
    claim = said("國防部發言人說，該廠去年生產了300架無人機。", "produces")
    assert voices(claim) == ["國防部發言人"]
