import json

from hypothesis import given
from hypothesis import strategies as st

from enduse.model import shown, shown_json

HIDDEN = st.sampled_from("\u202e\u2066\u200b\x1b\x00\ufeff\U000e0041\x9b")
TEXT = st.text(alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), HIDDEN), max_size=40)


@given(TEXT)
def test_nothing_that_hides_or_turns_a_text_is_left_in_it(text: str) -> None:
    assert not set(shown(text)) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2069\u200b\x1b\x00\x9b"
    )
    assert shown(shown(text)) == shown(text)


@given(TEXT)
def test_json_says_the_same_before_and_after(text: str) -> None:
    dumped = shown_json(json.dumps({"name": text}, ensure_ascii=False))
    assert json.loads(dumped) == {"name": text}
    assert shown(dumped) == dumped


def test_words_of_all_scripts_and_line_ends_stay_as_they_are() -> None:
    text = "Завод «Купол»\t红箭\r\nالشركة می‌خواهد co\u00adoperate"
    assert shown(text) == text
