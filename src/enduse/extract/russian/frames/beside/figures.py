"""Numbers that a verb does not govern: prices of a lot, and how much is made in a month."""

from collections.abc import Iterator, Sequence

from enduse.extract.russian.clauses import Phrase
from enduse.extract.russian.frames.nouns import Fact

__all__ = ["of_figures"]

_RATES = frozenset("месяц год сутки день смена неделя квартал час".split())
_FIRMS = frozenset(("Company", "Organization", "LegalEntity"))


def of_figures(found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    """«14 партий на сумму 5 млн долларов» and «с 400 до 800 в месяц»."""
    phrase = found[place]
    if not phrase.counted:
        return
    if phrase.unit == "money" and phrase.prep in ("на_сумму", "за", "по"):
        lot = next((p for p in reversed(found[:place]) if _is_lot(p)), None)
        if lot is not None and (phrase.prep == "на_сумму" or lot.last == phrase.first):
            yield Fact("has_price", lot, None, phrase, phrase)
    elif _is_rated(found, place):
        yield from _rated(found, place)


def _is_lot(phrase: Phrase) -> bool:
    return phrase.counted and not phrase.unit and not phrase.share and not phrase.is_time


def _is_rated(found: Sequence[Phrase], place: int) -> bool:
    """Whether «в месяц» stands behind a number."""
    phrase = found[place]
    after = found[place + 1] if place + 1 < len(found) else None
    rated = after is not None and after.first == phrase.last and after.prep == "в"
    return rated and after is not None and not phrase.unit and after.lemma in _RATES


def _rated(found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    phrase = found[place]
    firm = next((p for p in reversed(found[:place]) if _is_maker(p)), None)
    bare = phrase.head.low[0].isdigit() and phrase.mention is None
    thing = firm or (None if bare else phrase)
    if thing is None:
        thing = next((p for p in reversed(found[:place]) if not p.counted and not p.prep), None)
    if thing is None:
        return
    yield Fact("has_capacity", thing, None if thing is phrase or bare else phrase, phrase, phrase)
    before = found[place - 1] if place else None
    if before is not None and before.counted and before.prep == "с" and phrase.prep == "до":
        yield Fact("has_capacity", thing, None, before, before)


def _is_maker(phrase: Phrase) -> bool:
    mention = phrase.mention
    return mention is not None and mention.schema in _FIRMS and mention.kind != "source"
