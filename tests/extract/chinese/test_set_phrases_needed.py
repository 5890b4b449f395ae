"""Every set phrase names something it cannot do without, so that it need not be searched for."""

from enduse.extract.chinese.frames.set_phrases.table import set_phrases
from enduse.extract.signs import needed


def test_every_phrase_of_the_table_needs_something() -> None:
    assert [phrase.regex.pattern for phrase in set_phrases() if not needed(phrase.regex)] == []
