"""Every set phrase names something it cannot do without, so that it need not be searched for."""

import re

from enduse.extract.chinese.frames.set_phrases.needs import keys_of, needed
from enduse.extract.chinese.frames.set_phrases.table import set_phrases


def test_what_a_pattern_needs_is_in_all_it_matches() -> None:
    assert needed(re.compile("(?:悬挂|打着)(?P<o>[^，]{2,8})旗")) == {"悬挂", "打着"}
    assert needed(re.compile("(?P<o>[^，]{2,8})?[上下]?")) == frozenset()
    assert "悬挂" in keys_of("一艘悬挂巴拿马旗的油轮")


def test_every_phrase_of_the_table_needs_something() -> None:
    assert [phrase.regex.pattern for phrase in set_phrases() if not needed(phrase.regex)] == []
