"""Names that their surroundings give away, sentence by sentence."""

from collections.abc import Iterator

from enduse.extract.chinese.called.affiliated import affiliated, joined_bodies
from enduse.extract.chinese.called.name import Called
from enduse.extract.chinese.called.organisations import (
    after_kind,
    before_bracket,
    beside_kind,
    by_legal_form,
    by_trade,
    in_latin,
)
from enduse.extract.chinese.called.people import (
    chinese_people,
    foreign_people,
    nicknamed,
    speaking_people,
    veiled_people,
)
from enduse.extract.chinese.called.quoted import in_quotes, named_so
from enduse.extract.chinese.words import tagged
from enduse.extract.segment import Span

__all__ = ["called"]


def called(text: str, sentence: Span) -> Iterator[Called]:
    """Yield the names of one sentence, some of them overlapping, the surest first."""
    tokens = [
        (w, t, Span(sentence.start + s.start, sentence.start + s.end))
        for w, t, s in tagged(text[sentence.start : sentence.end])
    ]
    yield from foreign_people(text, sentence)
    yield from veiled_people(text, sentence)
    yield from nicknamed(text, sentence)
    yield from in_quotes(text, sentence)
    yield from named_so(text, sentence)
    yield from affiliated(text, sentence)
    yield from joined_bodies(text, sentence)
    yield from by_legal_form(text, tokens)
    yield from in_latin(text, sentence)
    yield from before_bracket(text, tokens)
    yield from by_trade(text, tokens)
    yield from after_kind(text, sentence)
    yield from beside_kind(text, tokens)
    yield from chinese_people(text, sentence, tokens)
    yield from speaking_people(text, sentence, tokens)
