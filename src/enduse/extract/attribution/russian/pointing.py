"""Voices that point back a sentence: «Об этом сообщил X», «К такому выводу пришли Y»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from enduse.extract.attribution.found import Found, trimmed
from enduse.extract.attribution.quotes import Unit
from enduse.extract.attribution.russian.speakers import Words, source_after
from enduse.extract.segment import Span

__all__ = ["pointing", "with_what_it_points_to"]

_POINTED = re.compile(r"[Оо]б (?:этом|этих|всём)\b[^,]{0,12}|[Оо] том\b[^,]{0,12}|[Ээ]то|[Тт]ак")
_CONCLUDING = re.compile(
    r"К (?:так|эт|подобн)\w+ (?:выводу|заключению|выводам|оценк\w+) при(?:ш[её]?л\w*|ход[ия]т)"
    r"|(?:Такие|Эти|Такую|Подобные|Такое|Такой|Такая|Аналогичн\w+|Соответствующ\w+)"
    r" (?:данные|сведения|цифр\w+|вывод\w*|оценк\w+|информаци\w+|мнение|прогноз|расч[её]т\w*)"
    r" (?:\w+ )?(?:привод\w+|прив[её]л\w*|содерж\w+ в|с?дела\w+|да[её]т|дал\w*|получил\w*"
    r"|опубликовал\w*|высказа\w+|обнародовал\w*|представил\w*|озвучил\w*|распространил\w*)"
    r"|Это (?:следует|вытекает|явствует|видно) из|О(?:б этом| том) (?:же )?свидетельству[юе]т"
    r"|На это (?:же )?указыва[юе]т|Это (?:же )?подтвержда[юе]т|Так (?:счита|полага)[юе]т"
)


def pointing(text: str, unit: Unit, words: Words, before: Unit | None) -> Iterator[Found]:
    """Whoever came to «such a conclusion»: what they say stands in the sentence before."""
    match = _CONCLUDING.match(text, unit.span.start, unit.span.end)
    if match is None or before is None:
        return
    start = next((i for i, s in enumerate(words.starts) if s >= match.end()), None)
    who = source_after(words, start) if start is not None else None
    if who is not None:
        yield Found(
            (Span(*match.span()),), words.span(*who), (_whole(text, before),), "states", "points"
        )


def with_what_it_points_to(
    text: str, found: Sequence[Found], before: Unit | None
) -> Iterator[Found]:
    """The sentence before for «об этом», where a verb of saying has no other content."""
    for each in found:
        told = " ".join(text[p.start : p.end] for p in each.content)
        if before is not None and _POINTED.fullmatch(told):
            yield replace(each, content=(_whole(text, before), *each.content))
        else:
            yield each


def _whole(text: str, unit: Unit) -> Span:
    return trimmed(text, unit.span.start, unit.span.end)
