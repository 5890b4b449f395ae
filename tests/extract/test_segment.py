"""Sentences, clauses and tokens: places, abbreviations, bounds."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.extract.segment import MAX_SENTENCE, Span, clauses, paragraphs, sentences, tokens

LANGUAGES = st.sampled_from(["en", "ru", "zh"])


def cut(text: str, language: str = "en") -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, language)]


def test_abbreviations_and_initials_do_not_end_a_sentence() -> None:
    text = "Gen. J. Smith of Acme Co., Ltd. met U.S. officials. They left."
    assert cut(text) == ["Gen. J. Smith of Acme Co., Ltd. met U.S. officials.", "They left."]


def test_a_quotation_mark_after_the_full_stop_belongs_to_the_sentence() -> None:
    assert cut('He said "No." Then he left.') == ['He said "No."', "Then he left."]


def test_a_headline_without_a_full_stop_is_a_sentence_of_its_own() -> None:
    text = "Drone maker listed\nThe ministry listed the maker of drones on Monday, it said.\nEnd"
    assert cut(text)[0] == "Drone maker listed"


def test_a_wrapped_line_is_not_a_sentence_end() -> None:
    text = "The plant in Izhevsk that belongs to the group makes\nDrones and engines for the army."
    assert len(cut(text)) == 1


def test_russian_and_chinese_are_cut_by_their_own_marks() -> None:
    assert cut("Компания г. Москвы молчит. Он ушёл.", "ru") == [
        "Компания г. Москвы молчит.",
        "Он ушёл.",
    ]
    assert cut("中方不了解情况。“我们反对。”他说。", "zh") == [
        "中方不了解情况。",
        "“我们反对。”",
        "他说。",
    ]


def test_chinese_tokens_stand_at_their_places() -> None:
    text = "公司向俄罗斯出口无人机。"
    found = tokens(text, Span(0, len(text)), "zh")
    assert "".join(t.text for t in found) == text
    assert all(text[t.start : t.end] == t.text for t in found)


def test_clauses_part_at_conjunctions_and_relatives() -> None:
    text = "Kupol, which makes drones, denied it; the ministry said nothing."
    parts = [text[c.start : c.end] for c in clauses(text, Span(0, len(text)))]
    assert parts == ["Kupol", "which makes drones, denied it", "the ministry said nothing."]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_two_million_characters_without_an_end_take_no_long(language: str) -> None:
    began = time.perf_counter()
    spans = sentences("word, " * 350_000, language)
    assert max(s.end - s.start for s in spans) <= MAX_SENTENCE
    assert time.perf_counter() - began < 5


@settings(max_examples=80, deadline=None)
@given(
    st.text(alphabet="Ab. \n!?。，\"”U.S1-'—", max_size=200), st.sampled_from(["en", "ru", "zh"])
)
def test_sentences_are_in_order_apart_and_leave_out_only_white_space(text: str, lang: str) -> None:
    place = 0
    for span in sentences(text, lang):
        assert text[place : span.start].strip() == ""
        assert place <= span.start < span.end
        place = span.end
    assert text[place:].strip() == ""
    assert all(p.start < p.end for p in paragraphs(text))


def test_the_cells_of_a_table_row_are_read_one_by_one() -> None:
    text = "Seller\tBuyer\nOrbis Ltd\tNordfab AG sold 40 pumps.\t\t40"

    cells = [text[s.start : s.end] for s in sentences(text, "en")]

    assert cells == ["Seller", "Buyer", "Orbis Ltd", "Nordfab AG sold 40 pumps.", "40"]
