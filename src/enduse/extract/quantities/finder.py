"""Find the quantities of a text: number, bound, unit, range, conversions."""

import re
from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.dates import DateMention, dates
from enduse.extract.quantities.chinese import CHINESE
from enduse.extract.quantities.english import ENGLISH
from enduse.extract.quantities.grammar import times
from enduse.extract.quantities.quantity import Converted, Quantity
from enduse.extract.quantities.reader import (
    FOLD,
    Number,
    Reader,
    begins_a_number,
    ends_a_number,
    is_a_name,
    is_a_year,
    read_number,
)
from enduse.extract.quantities.russian import RUSSIAN
from enduse.extract.quantities.units import (
    agrees,
    converted,
    symbol_of,
    unit_grammar,
)
from enduse.extract.segment import Span

_GRAMMARS = {"en": ENGLISH, "ru": RUSSIAN, "zh": CHINESE}
_TIMES = frozenset(("s", "min", "h", "day", "week", "month", "year"))
_PERCENT = frozenset(("%", "‰", "pp"))
_TOLERANCE = re.compile(r"\s?±\s?(\d+(?:\.\d+)?)")
_LISTED = re.compile(r"(?:,|;|,? and|,? or|[-–]|,? и) ?|[、和]")
_OPEN = re.compile(
    r"\s?[(（\[]\s?(?:about |around |approximately |roughly |some |or |около |примерно |约)?[~∼≈]?"
)
_CLOSE = re.compile(r"\s?[)）\]]|\s?[,;，/]")
_OTHERWISE = re.compile(
    r"(?i),? (?:or|или) (?:about |around |около )?|\s?/\s?|，?(?:合|即|约合)约?"
)


def quantities(
    text: str,
    language: str = "en",
    start: int = 0,
    end: int | None = None,
    dated: tuple[DateMention, ...] | None = None,
) -> tuple[Quantity, ...]:
    """Return every quantity that stands in a stretch of text, in order, none overlapping.

    Dates, years, designations ("G3", "Fig. 4", "No. 5") and reference numbers are none.

    Args:
        text: Canonical text.
        language: "en", "ru" or "zh"; any other is read as English.
        start: First character to look at; spans count from the start of the text all the same.
        end: One past the last; None for the end of the text.
        dated: The dates of that stretch, where the caller has them already.

    Example:
        >>> found = quantities("It travels up to 2,000 km (1,200 miles).")
        >>> [(q.text, q.value, q.unit, q.bound, q.conversions[0].value) for q in found]
        [('up to 2,000 km', 2000.0, 'km', 'at_most', 1200.0)]
    """
    stop = len(text) if end is None else end
    known = language if language in _GRAMMARS else "en"
    if dated is None:
        dated = dates(text, None, known, start, stop)
    reader = Reader(text, known, _GRAMMARS[known], unit_grammar(known), dated)
    return _with_parts(reader, list(_read_all(reader, start, stop)))


def _read_all(reader: Reader, start: int, stop: int) -> Iterator[Quantity]:
    place = start
    days = [d.span for d in reader.dated if d.precision != "vague"]
    day, skipped = 0, -1
    while match := reader.grammar.number.search(reader.text, place, stop):
        while day < len(days) and days[day].end <= match.start():
            day += 1
        if day < len(days) and days[day].start < match.end():
            place = max(match.end(), days[day].end)
            continue
        after, place = place, match.end()
        listed = skipped == after and _LISTED.fullmatch(reader.text, after, match.start())
        if listed or not begins_a_number(reader, match.start(), start):
            skipped = match.end()
            continue
        found = _quantity(reader, match, start, stop)
        if found is not None:
            yield found
            ends = [found.span.end, *(c.span.end for c in found.conversions)]
            place = max(place, *ends)


def _quantity(reader: Reader, match: re.Match[str], start: int, stop: int) -> Quantity | None:
    first = read_number(reader, match, stop)
    if first is None:
        return None
    ordinal = re.compile(r"(?:st|nd|rd|th|-?(?:й|го|я|м|х|е|ю)\b)").match(reader.text, first.end)
    if ordinal and first.unit is None and match.group()[-1].isdigit():
        span = Span(first.start, ordinal.end())
        return Quantity(span, reader.text[span.start : span.end], first.value, kind="ordinal")
    if first.unit is None and not ends_a_number(reader, first.end, stop):
        return None
    if first.unit is None and (
        is_a_name(reader, match, start, stop) or is_a_year(reader, match, stop)
    ):
        return None
    last = _range_end(reader, first, start, stop)
    built = _bounded(reader, _plain(reader, first, last), start)
    return _with_conversions(reader, _with_noun(reader, built, first, stop), stop)


def _range_end(reader: Reader, first: Number, start: int, stop: int) -> Number | None:
    """The second number of "10 to 20 km", "between 5 and 7", "2–10"; None where there is none."""
    text, grammar = reader.text, reader.grammar
    between = grammar.range_to.match(text, first.end, stop)
    if between is None or first.value is None:
        return None
    number = grammar.number.match(text, between.end(), stop)
    if number is None:
        return None
    second = read_number(reader, number, stop)
    if (
        second is None
        or second.value is None
        or second.unit is None
        and not ends_a_number(reader, second.end, stop)
    ):
        return None
    opened = grammar.range_from.search(text, max(start, first.start - 24), first.start)
    word = between.group().strip().lower()
    if word in ("and", "и", "和", "与") and not (
        opened and "between" in opened.group().lower() or opened and word not in ("and",)
    ):
        return None
    scale = grammar.scale(second.words) if grammar.scale(first.words) == 1 else 1.0
    low = times(first.value, scale)
    if first.unit not in (None, second.unit) or low >= second.value:
        low = first.value
        if first.unit not in (None, second.unit) or low >= second.value and opened is None:
            return None
    return second


def _plain(reader: Reader, first: Number, last: Number | None) -> Quantity:
    """Number and unit, or a range of them, with nothing around."""
    final = last or first
    value, low, high = first.value, None, None
    end = final.end
    if last is not None and first.value is not None and last.value is not None:
        scale = reader.grammar.scale
        factor = scale(last.words) if scale(first.words) == 1 and first.value < last.value else 1.0
        value, low, high = None, *sorted((times(first.value, factor), last.value))
    unit, unit_span, money = (
        (final.unit, final.unit_span, final.money)
        if final.unit
        else (first.unit, first.unit_span, first.money)
    )
    kind = "money" if money else "percent" if unit in _PERCENT else "measure" if unit else "count"
    if final.words.startswith("百分之") or final.words.endswith("成"):
        unit, kind = "%", "percent"
    fold = FOLD.match(reader.text, end) if unit is None else None
    if fold or final.words.lower() == "twice":
        kind, unit, end = "multiple", "times", fold.end() if fold else end
    tolerance = _TOLERANCE.match(reader.text, first.number_end)
    span = Span(first.start, end)
    quantity = Quantity(span, "", value, low, high, unit, kind=kind, unit_span=unit_span)
    return _with_tolerance(reader, quantity, tolerance) if tolerance and last is None else quantity


def _with_tolerance(reader: Reader, quantity: Quantity, found: re.Match[str]) -> Quantity:
    if quantity.value is None or quantity.unit is not None:
        return quantity
    off = float(found[1])
    unit = reader.units.unit.match(
        reader.text, found.end() + (reader.text[found.end() : found.end() + 1] == " ")
    )
    low, high = quantity.value - off, quantity.value + off
    if unit is None:
        return replace(quantity, low=low, high=high, span=Span(quantity.span.start, found.end()))
    symbol = symbol_of(unit.group(), reader.language)
    kind = "percent" if symbol in ("%", "‰") else "measure"
    span = Span(quantity.span.start, unit.end())
    return replace(
        quantity,
        low=low,
        high=high,
        span=span,
        unit=symbol,
        kind=kind,
        unit_span=Span(*unit.span()),
    )


def _bounded(reader: Reader, quantity: Quantity, start: int) -> Quantity:
    """Take "up to around" and "or more" in, and the words that open a range."""
    text, first, bound = reader.text, quantity.span.start, quantity.bound
    ranged = quantity.low is not None and quantity.value is None
    opened = (
        reader.grammar.range_from.search(text, max(start, first - 24), first) if ranged else None
    )
    first = opened.start() if opened else first
    for _ in range(2):
        found = _bound_before(reader, quantity, first, start)
        if found is None:
            break
        first, bound = found[0], found[1] if bound in (None, "about") else bound
    last = quantity.span.end
    for pattern, word in reader.grammar.after:
        after = pattern.match(text, last)
        if after:
            last, bound = after.end(), bound or word
            break
    return replace(quantity, span=Span(first, last), bound=bound, text=text[first:last])


def _bound_before(
    reader: Reader, quantity: Quantity, first: int, start: int
) -> tuple[int, str] | None:
    for pattern, bound in reader.grammar.before:
        found = pattern.search(reader.text, max(start, first - 40), first)
        if found is None:
            continue
        if found.group().strip().lower() == "over" and _lasts(quantity):
            return None
        return found.start(), bound
    return None


def _lasts(quantity: Quantity) -> bool:
    """Whether "over" before it rather means "during": five cycles, two years."""
    few = quantity.kind == "count" and quantity.value is not None and quantity.value < 20
    return few or quantity.unit in _TIMES and (quantity.value or 0) < 20


def _with_noun(reader: Reader, quantity: Quantity, first: Number, stop: int) -> Quantity:
    """What is counted, and the rate."""
    text, end = reader.text, quantity.span.end
    if quantity.kind == "count" and quantity.unit is None:
        noun = reader.grammar.noun.match(text, end, min(stop, end + 80))
        if noun:
            span = Span(*noun.span(noun.lastgroup or 0))
            word = text[span.start : span.end]
            quantity = replace(quantity, unit=word, unit_span=span)
            end = span.end
    if quantity.unit_span is not None:
        span = quantity.unit_span
        quantity = replace(quantity, unit_text=text[span.start : span.end])
    for pattern, found in (
        (reader.grammar.per, reader.grammar.per.match(text, end, min(stop, end + 48))),
        (
            reader.grammar.per_before,
            reader.grammar.per_before.search(text, max(0, first.start - 24), first.start),
        ),
    ):
        if found and pattern.groupindex:
            return replace(quantity, per=found.lastgroup)
    return quantity


def _with_conversions(reader: Reader, quantity: Quantity, stop: int) -> Quantity:
    """Figures in brackets, or after "or", that say the same in another unit."""
    if quantity.kind not in ("measure", "money") or quantity.unit is None:
        return quantity
    found: list[Converted] = []
    place = quantity.span.end
    opened = _OPEN.match(reader.text, place, stop) or _OTHERWISE.match(reader.text, place, stop)
    while opened and len(found) < 3:
        number = reader.grammar.number.search(
            reader.text, opened.end(), min(stop, opened.end() + 12)
        )
        other = read_number(reader, number, stop) if number else None
        said = _converted(reader, quantity, other) if other else None
        if (
            other is None
            or said is None
            or reader.text[opened.end() : other.start].strip(" ~∼≈≤<>")
        ):
            break
        found.append(said)
        opened = _CLOSE.match(reader.text, other.end, stop)
        opened = opened if opened and opened.group().strip() not in ")）]" else None
    return replace(quantity, conversions=tuple(found))


def _converted(reader: Reader, quantity: Quantity, other: Number) -> Converted | None:
    if (
        other.value is None
        or other.unit is None
        or other.unit == quantity.unit
        or quantity.unit is None
    ):
        return None
    place = Span(other.start, other.end)
    words = reader.text[place.start : place.end]
    if other.money and quantity.kind == "money":
        return Converted(place, words, other.value, other.unit)
    stated = quantity.value if quantity.value is not None else quantity.high
    exact = converted(stated, quantity.unit, other.unit) if stated is not None else None
    if exact is None:
        return None
    return Converted(place, words, other.value, other.unit, agrees(exact, other.value), exact)


def _with_parts(reader: Reader, found: list[Quantity]) -> tuple[Quantity, ...]:
    """Mark "two" in "seven drones, including two G3" as a part of the seven."""
    out: list[Quantity] = []
    for quantity in found:
        whole = out[-1] if out else None
        if whole is not None and whole.kind == quantity.kind == "count":
            between = reader.text[whole.span.end : quantity.span.start]
            if len(between) < 90 and reader.grammar.including.fullmatch(between):
                quantity = replace(quantity, part_of=whole.part_of or whole.span)
        out.append(quantity)
    return tuple(out)
