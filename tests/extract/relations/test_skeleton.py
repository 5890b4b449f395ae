"""Patterns over sentences in which names are letters."""

import pytest

from enduse.extract.mentions.found import Found
from enduse.extract.relations.skeleton import patterns, skeleton
from enduse.extract.segment import Span


def test_quotes_around_a_name_belong_to_its_letter_and_places_hold() -> None:
    text = "Завод «Купол» молчит."
    found = (Found(Span(7, 12), "Купол", "Company", "купол", 2),)
    bones = skeleton(text, Span(0, len(text)), found, [7])
    assert bones.text == "Завод \ue000 молчит."
    assert bones.span(6, 7) == Span(7, 12)
    at = bones.text.index("молчит")
    assert text[bones.span(at, at + 6).start : bones.span(at, at + 6).end] == "молчит"


@pytest.mark.parametrize("package", ["enduse.extract.russian"])
def test_every_pattern_compiles_and_names_what_it_finds(package: str) -> None:
    for pattern in patterns(package):
        groups = pattern.regex.groupindex
        assert "v" in groups
        assert "s" in groups or pattern.subject


@pytest.mark.parametrize("package", ["enduse.extract.russian"])
def test_a_long_sentence_of_names_is_read_in_bounded_time(package: str) -> None:
    bones = "\ue000, " * 600 + "x" * 1500
    for pattern in patterns(package):
        list(pattern.regex.finditer(bones))
