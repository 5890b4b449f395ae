"""Unnamed sources of a Russian text, and pronouns for who speaks."""

import re
from collections.abc import Iterator

from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["sources", "speakers"]

_HOW_MANY = (
    r"дв(?:а|е|ух|умя|ое|оих)|тр(?:и|[её]х|емя|ое|оих)|четыр(?:е|[её]х|ьмя)|четверо|четверых"
    r"|пят(?:ь|и|ью|еро|ерых)|шест(?:ь|и|ью|еро|ерых)|сем(?:ь|и|ью)|нескольк(?:о|их|ими)"
)
_SOURCE = re.compile(
    r"(?i)\b(?:(?:(?P<n>" + _HOW_MANY + r") )?"
    r"(?:[а-яё]+(?:ый|ий|ого|ых|ие|ые|им|ым|их) ){0,2}"
    r"(?:источник(?:а|ов|и|у|ам|ом)?|собеседник(?:а|ов|и|у|ом)?|инсайдер(?:а|ы|ов)?|очевид(?:ец"
    r"|цы|цев))"
    r"|(?:" + _HOW_MANY + r")"
    r"(?: [а-яё]+(?:ый|ий|ого|ых|ие|ые|им|ым|их|ыми|ими)){0,2}"
    r" (?:сотрудни[кц]|работни[кц]|чиновник|эксперт|аналитик|юрист|специалист|рабоч|очевид|жител"
    r"|брокер|трейдер|бухгалтер|дипломат|инженер|менеджер|офицер|участник|поставщик"
    r"|(?:человек|лиц)(?=\w?,? (?:знаком|близк|осведомл|имеющ|участв|пожела|на услов))"
    r"|водител|логист|моряк|таможенник|депутат|военнослужащ)\w{0,4}"
    r"|осведомл[её]нн\w+ лиц\w*|высокопоставленн\w+ чиновник\w*|быв(?:ший|шего|шие|ших|шим)"
    r" сотрудник\w*)\b"
    r"(?:,? (?:близк\w+ к|знаком\w+ с|осведомл[её]нн\w+ о) [а-яё]+(?: [а-яё]+)?)?"
)
_NUMBERS = {"дв": 2, "тр": 3, "че": 4, "пя": 5, "ше": 6, "се": 7, "не": 0}
_SPEAKER = re.compile(
    r"(?i)(?<=[Пп]о )(?P<a>её|его|ее)(?= (?:словам|мнению|данным|оценк\w+|версии|утверждению))"
    r"|(?<!\w)(?P<b>он|она)(?= (?:(?:также|ещё|не|ранее) )?"
    r"(?:\w+ил|\w+ила|\w+ал|\w+ала|сказала?|\w+ает|\w+ит)(?!\w))"
    r"|(?<=(?:ил|ал|ит|ет|ла) )(?P<c>он|она)(?=[.,!? ]|$)"
)


def sources(text: str) -> Iterator[Found]:
    """Yield the unnamed sources: «двое сотрудников», «источник, близкий к компании»."""
    for match in _SOURCE.finditer(text):
        words = match.group()
        before = text[max(0, match.start() - 1) : match.start()]
        if before == "«":
            continue
        number = _NUMBERS.get((match["n"] or words)[:2].lower(), 1)
        yield Found(Span(*match.span()), words, "LegalEntity", words.lower(), 1, "source", number)


def speakers(text: str) -> Iterator[Found]:
    """«Она» beside a verb and «по её словам»: the person named before."""
    for match in _SPEAKER.finditer(text):
        words = match.group()
        yield Found(Span(*match.span()), words, "Person", words.lower(), 1, "descriptor")
