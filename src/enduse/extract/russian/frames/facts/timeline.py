"""When something happens or shall happen: «испытания прошли с февраля по апрель»."""

from collections.abc import Iterator

from enduse.extract.russian.clauses import Clause, Phrase
from enduse.extract.russian.frames.nouns import Fact
from enduse.extract.russian.frames.table import table
from enduse.extract.russian.frames.verbs import finite_lemmas

__all__ = ["of_timeline"]

_RATES = frozenset("год месяц неделя день сутки час квартал".split())
_WHEN = frozenset("в с к до на по во от не_раньше".split())


def of_timeline(clause: Clause) -> Iterator[Fact]:
    """A deed that is the subject, or a plan, with the time it is set for."""
    subject = clause.subject
    if subject is None or clause.form.pos not in ("VERB", "PRTS", "INFN"):
        return
    deed = subject.head.mention is None and subject.lemma in table().deeds
    planned = finite_lemmas(clause) & table().plans and clause.verb.pos == "INFN"
    times = [p for p in (*clause.left, *clause.right) if _is_date(p)]
    if not deed and not planned:
        times = _bounds(times)
    if times:
        yield Fact("has_timeline", subject, times[0], None, times[0], None, clause.finite)


def _bounds(times: list[Phrase]) -> list[Phrase]:
    """«До конца года», «с января по август»: times that bound a deed and do not only date it."""
    preps = [p.prep for p in times]
    if "с" in preps and ("по" in preps or "до" in preps):
        return [p for p in times if p.prep == "с"]
    return [p for p in times if p.prep in ("до", "к")]


def _is_date(phrase: Phrase) -> bool:
    """Whether a phrase tells when and does not count how long."""
    if phrase.head.mention is not None or phrase.prep not in _WHEN or not phrase.is_time:
        return False
    if (
        phrase.prep == "в"
        and not phrase.counted
        and not phrase.modifiers
        and "accs" in phrase.cases
    ):
        if phrase.lemma in ("год", "месяц", "неделя", "день", "сутки", "час", "квартал"):
            return False  # «800 в месяц»
    if phrase.prep == "к" and "sing" not in phrase.numbers:
        return False  # «к пяти годам» is a sentence
    return phrase.lemma not in ("время", "момент", "час", "раз", "срок")
