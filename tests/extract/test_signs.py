"""What a pattern needs is read off it: nothing that it would find is passed over."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.extract.signs import Index, needed

PATTERNS = tuple(
    map(
        re.compile,
        (
            r"(?i)\b(?:in (?:early|late) )?(?P<m>January|May) (?P<y>\d{4})\b",
            r"(?:denied|refused) (?:the )?(?:report|claim)s?",
            r"(?:没有|从未)?(?:回应|答复)(?:置评|采访)?(?:请求|要求)",
            r"(?i)(?:не |нет )(?:было )?подтвержд[её]н\w*",
            r"(?:ab){2,3}|x+y|(?:q(?:r|s)?)?t",
            r"\d+(?:万|亿)?架",
            r"(?=never)n\w+",
        ),
    )
)


@given(st.data())
def test_a_pattern_that_matches_is_among_the_possible_ones(data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(PATTERNS) - 1))
    text = data.draw(st.from_regex(PATTERNS[number]))
    assert number in Index(PATTERNS).possible(text)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(?:denied|refused) it", {"denied", "refused"}),
        ("the (?:report|claim)", {"report", "claim"}),
        ("(?i)REPORT", {"report"}),
        ("(?:sold|)", set()),
        ("(?:sold)?", set()),
        ("(?<=sold )to", {"to"}),
        ("[ab]", {"a", "b"}),
        ("[^ab]", set()),
    ],
)
def test_the_rarest_words_are_taken_and_none_that_may_be_missing(
    pattern: str, words: set[str]
) -> None:
    assert needed(re.compile(pattern)) == words


def test_few_patterns_are_possible_in_a_text_that_has_the_words_of_few() -> None:
    assert Index(PATTERNS).possible("公司没有回应采访请求") == [2]
