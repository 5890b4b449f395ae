"""One number as written, with its currency sign or unit, and whether it is one at all."""

import re
from dataclasses import dataclass

from enduse.extract.dates import DateMention
from enduse.extract.quantities.grammar import Grammar, times
from enduse.extract.quantities.units import UnitGrammar, is_currency, symbol_of
from enduse.extract.segment import Span

FOLD = re.compile(r"(?i)[- ]?(?:fold\b|times\b|-кратн\w+|раза?\b|倍)")
_CAPITAL = re.compile(r"(?:[A-ZА-Я][\w-]*[a-zа-я]|[A-ZА-Я]{2,}) $")
_ENDS = frozenset((".", "!", "?", "", "\n", ":", '"'))
_DASHED = re.compile(r"[-–]\d+[-–]\d")


@dataclass(frozen=True, slots=True)
class Reader:
    """The text, the grammar of its language, and the places of its dates."""

    text: str
    language: str
    grammar: Grammar
    units: UnitGrammar
    dated: tuple[DateMention, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit, before bounds are looked at."""

    start: int
    number_end: int
    end: int
    words: str
    value: float | None
    unit: str | None = None
    unit_span: Span | None = None
    money: bool = False


def begins_a_number(reader: Reader, at: int, start: int) -> bool:
    """Not inside a word, a version, an identifier or after "Fig."."""
    text = reader.text
    before = text[max(start, at - 24) : at]
    if reader.grammar.no_number.match(text, at):
        return False
    if not before or not text[at].isdigit():
        return True
    last = before[-1]
    if last.isascii() and (last.isalnum() or last in "_@#\\") or _glued(reader.language, last):
        return False
    if last in "-–.,/:’'" and len(before) > 1 and before[-2].isalnum() and before[-2].isascii():
        return False
    if last in "-–" and len(before) > 1 and before[-2].isalpha() and reader.language == "ru":
        return False
    return reader.grammar.designation.search(before) is None


def _glued(language: str, last: str) -> bool:
    return last.isalpha() and language != "zh"


_MANY = re.compile(r"(?i)(?:million|billion|mln|bn)$")


def read_number(reader: Reader, match: re.Match[str], stop: int) -> Number | None:
    """Number, currency sign before it and unit after it; None where it is part of a name."""
    text, start, end = reader.text, match.start(), match.end()
    value = reader.grammar.value(match.group())
    if start and text[start - 1] in "-−–∼" and text[start].isdigit():
        minus = text[start - 1] in "-−–" and (start < 2 or not text[start - 2].isalnum())
        value, start = (-value, start - 1) if minus and value is not None else (value, start)
    sign = reader.units.sign.search(text, max(0, start - 5), start)
    if sign and match.group()[0].isdigit():
        return _money(reader, match, sign, value)
    gap = reader.grammar.unit_gap.match(text, end)
    unit = reader.units.unit.match(text, gap.end() if gap else end, stop)
    if unit and _is_unit(reader, match, unit):
        span = Span(unit.start(), unit.end())
        symbol = symbol_of(unit.group(), reader.language)
        if symbol == "lb" and _MANY.search(match.group()):
            symbol = "GBP"  # nobody weighs "5.4 million pounds"
        return Number(
            start, end, unit.end(), match.group(), value, symbol, span, is_currency(symbol)
        )
    return Number(start, end, end, match.group(), value)


def _money(
    reader: Reader, match: re.Match[str], sign: re.Match[str], value: float | None
) -> Number:
    symbol = symbol_of(sign.group().strip(), reader.language)
    span = Span(sign.start(), sign.start() + len(sign.group().strip()))
    end = match.end()
    if reader.text[end : end + 1] == "m" and not reader.text[end + 1 : end + 2].isalnum():
        end, value = end + 1, None if value is None else times(value, 1e6)
    return Number(sign.start(), end, end, match.group(), value, symbol, span, True)


def _is_unit(reader: Reader, number: re.Match[str], unit: re.Match[str]) -> bool:
    """A single letter is a unit only after digits, and not where a word goes on."""
    written = unit.group()
    if len(written) == 1 and written.isascii() and not number.group()[-1].isdigit():
        return False
    if (
        reader.text[number.end() : unit.start()] == ""
        and written.isupper()
        and written in "VAWKMGTB"
    ):
        return False
    return written != "in" and not (written in ("second", "degree") and number.group() == "a")


def is_a_name(reader: Reader, number: re.Match[str], start: int, stop: int) -> bool:
    """A bare figure right after a capitalised word that does not begin a sentence: "Garpiya 3"."""
    if not number.group().isdigit() or reader.language == "zh":
        return False
    before = _CAPITAL.search(reader.text, max(start, number.start() - 32), number.start())
    if before is None:
        return False
    if len(number.group()) > 1 and reader.grammar.noun.match(reader.text, number.end(), stop):
        return False
    return (
        before.start() > start
        and reader.text[before.start() - 2 : before.start()].strip(" ") not in _ENDS
    )


def is_a_year(reader: Reader, number: re.Match[str], stop: int) -> bool:
    """A bare 2008 that neither counts nor measures: a year, as in "(Wilson et al., 2008)"."""
    written = number.group()
    if len(written) != 4 or not written.isdigit() or not 1500 <= int(written) <= 2100:
        return False
    return reader.grammar.noun.match(reader.text, number.end(), stop) is None


def ends_a_number(reader: Reader, at: int, stop: int) -> bool:
    """Not "3D", "1.2.3", "555-12-34" or "[12]"."""
    after = reader.text[at : min(at + 4, stop)]
    if not after:
        return True
    if after[0].isalnum() and (after[0].isascii() or reader.language != "zh"):
        return FOLD.match(reader.text, at) is not None
    if _DASHED.match(reader.text, at, stop):
        return False
    if after[0] in ".,:/" and after[1:2].isdigit():
        return False
    return after[0] != "]"
