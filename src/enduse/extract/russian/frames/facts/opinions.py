"""What somebody thinks of a matter, where no other claim tells it: «считает, что меры помогут»."""

import re

from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.relations.scope import firmness
from enduse.extract.russian.clauses import Clause
from enduse.extract.russian.frames.sentence import (
    PACKAGE,
    Sentence,
    argument,
    balanced,
    place_of,
)

__all__ = ["opinion_from", "opined"]

_THINKING = re.compile(
    r"\b(?:(?:по)?счита(?:ет|ют|л\w?|ли)|полага(?:ет|ют|л\w?|ли)|дума(?:ет|ют)|предполага(?:ет|ют)"
    r"|допуска(?:ет|ют)|прогнозиру(?:ет|ют)|сомнева(?:ет|ют)ся|подозрева(?:ет|ют)|опаса(?:ет|ют)ся"
    r"|увер(?:ен|ена|ены)|убежд(?:ен|[её]н|ена|ены)|предполож\w+|прид[её]рж\w+ мнения)"
    r"(?:[^,.;:?!]{0,60}),? что\b"
    r"|\b[Пп]о (?:его |е[её] |их )?(?:мнению|оценк[еу]|оценкам|прогноз[ау]м?|подсч[её]там)\b"
    r"[^,.;]{0,80}?,"
)


_STEMS = (
    "счит", "посчит", "полаг", "дума", "допуск", "прогноз", "сомнев", "подозр", "опас", "увер",
    "убежд", "предпол", "мнени", "оценк", "подсч", "придерж",
)  # fmt: skip
# Verbs that judge nothing by themselves.
_SAYING_NOTHING = frozenset("быть являться приходиться составлять стать".split())


def opinion_from(sentence: Sentence) -> int | None:
    """Where in its skeleton an opinion begins; None where a sentence tells none."""
    if not any(t.low.startswith(_STEMS) for t in sentence.words):
        return None
    match = _THINKING.search(sentence.bones.text)
    return match.end() if match is not None else None


def opined(sentence: Sentence, clause: Clause, start: int) -> Relation | None:
    """The judgement of a clause that stands in an opinion."""
    subject = clause.subject
    if subject is None or clause.verb.start < start or clause.finite is not clause.verb:
        return None
    if clause.segment.kind not in ("main", "sub") or clause.form.pos not in (
        "VERB",
        "PRTS",
        "ADJS",
    ):
        return None
    if subject.head.pos == "NPRO" and subject.antecedent is None or subject.start < start:
        return None
    last = max((p.end for p in clause.right if not p.is_time), default=clause.verb.end)
    last = max(last, clause.verb.end)
    words = sentence.bones.span(clause.verb.start, last)
    first = min(subject.start, clause.verb.start)
    quote = balanced(sentence, sentence.bones.span(first, max(last, subject.end)))
    focus = sentence.bones.places[clause.verb.start]
    firm = firmness(sentence.reading.text, sentence.span, quote, focus, PACKAGE)
    value = next((p for p in clause.right if p.counted and not p.is_time), None)
    told = " ".join(sentence.reading.text[words.start : words.end].split())[:160]
    return Relation(
        quote,
        "assessed_as",
        argument(sentence, subject),
        Argument(text=told),
        focus,
        place_of(sentence, value) if value is not None else None,
        polarity=firm.polarity,
        modality=firm.modality if firm.modality != "fact" else "assessed",
        hedge=firm.hedge,
        scope=sentence.span,
    )
