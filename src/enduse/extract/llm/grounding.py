"""Whether a proposed claim stands in the text: its words, its numbers and its names."""

import re
from collections.abc import Iterable, Iterator

from enduse.extract.invisible import UNSEEN
from enduse.extract.llm.answer import Proposed, Unusable
from enduse.extract.quantities import Quantity, quantities
from enduse.extract.segment import Span

__all__ = ["Folded", "check_date", "check_names", "check_numbers", "place"]

_QUOTES = str.maketrans(
    {c: '"' for c in "“”„«»「」『』＂"} | {c: "'" for c in "‘’‚‛`´"} | {c: "-" for c in "‐‑–—"}
)
_NAME = re.compile(r"[^\W_]+(?:[-.&/][^\W_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
_SAME = 1e-9


class Folded:
    """A text with white space and quotation marks folded, and the way back to its places.

    Characters that nobody sees are left out of it.
    """

    def __init__(self, text: str) -> None:
        kept: list[str] = []
        places: list[int] = []
        for place, char in enumerate(text):
            folded = " " if char.isspace() else char
            if (folded == " " and kept and kept[-1] == " ") or UNSEEN.match(char):
                continue
            kept.append(folded)
            places.append(place)
        places.append(len(text))
        self.text = "".join(kept).translate(_QUOTES)
        self._places = places

    def spans(self, wanted: str, within: Span | None = None) -> Iterator[Span]:
        """Yield the places in the original text where the wanted words stand, folded."""
        needle = " ".join(UNSEEN.sub("", wanted).translate(_QUOTES).split())
        at = self.text.find(needle) if needle else -1
        while at >= 0:
            last = at + len(needle) - 1
            span = Span(self._places[at], self._places[last] + 1)
            if within is None or span.within(within):
                yield span
            at = self.text.find(needle, at + 1)


def place(text: str, folded: Folded, proposed: Proposed, window: Span) -> Span:
    """Return the one place of the quotation.

    It must stand in the window that the model was shown, exactly or after folding spaces and
    quotation marks, and only there once, or once inside the sentence that the model gave.

    Raises:
        Unusable: It stands nowhere, or at several places that nothing tells apart.
    """
    exact = list(_exact(text, proposed.quote, window))
    found = exact or list(folded.spans(proposed.quote, window))
    if not found:
        raise Unusable("The quotation does not stand in the text")
    if len(found) == 1:
        return found[0]
    holding = list(folded.spans(proposed.sentence, window)) if proposed.sentence else []
    if len(holding) == 1:
        inside = [span for span in found if span.within(holding[0])]
        if len(inside) == 1:
            return inside[0]
    raise Unusable("The quotation stands at several places and its sentence does not tell which")


def _exact(text: str, quote: str, window: Span) -> Iterator[Span]:
    at = text.find(quote, window.start, window.end)
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1, window.end)


def check_numbers(proposed: Proposed, quote: str, language: str) -> None:
    """Refuse a claim whose numbers and unit do not all stand in its quotation.

    Raises:
        Unusable: One does not.
    """
    counted = quantities(quote, language)
    stated = set(_numbers(quote, counted))
    wanted = [] if proposed.value is None else [proposed.value]
    parts = (proposed.subject.text, proposed.object.text if proposed.object else "")
    for part in (*parts, proposed.unit or "", proposed.hedge or ""):
        for written in _NUMBER.findall(part):
            if written not in quote:
                raise Unusable(f"The number {written} does not stand in the quotation")
    for value in wanted:
        if not any(_same(value, number) for number in stated):
            raise Unusable(f"The number {value:g} does not stand in the quotation")
    _check_unit(proposed, quote, counted)


def _same(value: float, other: float) -> bool:
    return abs(value - other) <= _SAME * max(1.0, abs(value))


def _check_unit(proposed: Proposed, quote: str, counted: Iterable[Quantity]) -> None:
    """The unit stands in the quotation as written, or is that of the number as we read it."""
    unit, value = proposed.unit, proposed.value
    if unit is None or _stands(unit, Folded(quote).text.casefold()):
        return
    for number, known in _measures(counted):
        if known.casefold() == unit.casefold() and (value is None or _same(value, number)):
            return
    raise Unusable(f"The unit {unit[:80]!r} is not that of the number in the quotation")


def _measures(counted: Iterable[Quantity]) -> Iterator[tuple[float, str]]:
    for one in counted:
        for value in (one.value, one.low, one.high):
            if value is not None and one.unit:
                yield value, one.unit
        yield from ((conversion.value, conversion.unit) for conversion in one.conversions)


def check_date(proposed: Proposed, dated: Iterable[str]) -> None:
    """Refuse a claim whose date is none that the text shown gives.

    Args:
        proposed: The claim.
        dated: ISO prefixes and intervals of the dates that our own rules find there, counted
            from the day of publication where that is known.

    Raises:
        Unusable: It is not among them, nor the year or month of one.
    """
    date = proposed.date
    if date is not None and not any(iso.startswith(date) for iso in dated):
        raise Unusable(f"The date {date} does not stand in the text")


def _numbers(quote: str, counted: Iterable[Quantity]) -> Iterator[float]:
    for found in counted:
        for value in (found.value, found.low, found.high):
            if value is not None:
                yield value
        yield from (conversion.value for conversion in found.conversions)
    for written in _NUMBER.findall(quote):
        yield from _readings(written)


def _readings(written: str) -> Iterator[float]:
    """What a number in digits may be: its marks group thousands, or one of them is decimal."""
    plain = re.sub(r"[^\d]", "", written)
    if len(plain) < 16:
        if re.fullmatch(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})*|\d+", written):
            yield float(plain)
        if re.fullmatch(r"\d+[.,]\d+", written):
            yield float(written.replace(",", "."))
        if re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d+", written):
            yield float(written.replace(",", ""))


def check_names(proposed: Proposed, quote: str, seen: Folded) -> None:
    """Refuse a claim whose names do not stand where they must.

    Subject, object and hedge stand in the quotation; voices and cue in the text shown.

    Raises:
        Unusable: One does not.
    """
    folded = Folded(quote).text.casefold()
    for part in (proposed.subject, proposed.object):
        if part is not None and not _stands(part.text, folded):
            raise Unusable(f"The name {part.text[:80]!r} does not stand in the quotation")
    hedge = proposed.hedge
    if hedge is not None and not _stands(hedge, folded):
        raise Unusable(f"The words {hedge[:80]!r} do not stand in the quotation")
    shown = seen.text.casefold()
    voices = [voice.name for chain in proposed.attribution for voice in chain]
    for words in (*voices, *([proposed.attribution_cue] if proposed.attribution_cue else [])):
        if not _stands(words, shown):
            raise Unusable(f"The voice {words[:80]!r} does not stand in the text")


def _stands(words: str, folded: str) -> bool:
    """Whether the words stand there as a whole: "Vektor" does not stand in "Vektorial"."""
    needle = " ".join(words.translate(_QUOTES).split()).casefold()
    at = folded.find(needle) if needle else -1
    while at >= 0:
        end = at + len(needle)
        if not (_joins(folded, at - 1, at) or _joins(folded, end - 1, end)):
            return True
        at = folded.find(needle, at + 1)
    return False


def _joins(text: str, left: int, right: int) -> bool:
    """Whether both characters belong to one Latin, Cyrillic or Arabic word; Chinese has none."""
    if left < 0 or right >= len(text):
        return False
    return all(text[i].isalnum() and text[i] < "\u2e80" for i in (left, right))
