"""What passes for something else: «вывозили под видом оборудования», «модель под именем X»."""

from collections.abc import Iterator, Sequence

from enduse.extract.russian.clauses import Clause, Phrase
from enduse.extract.russian.frames.nouns import Fact

__all__ = ["of_guise", "of_title"]


def of_guise(clause: Clause) -> Iterator[Fact]:
    """Goods that a verb moves «под видом» of others."""
    guise = next((p for p in (*clause.left, *clause.right) if p.prep == "под_видом"), None)
    if guise is None or clause.verb.pos not in ("VERB", "PRTS", "PRTF", "INFN"):
        return
    goods = _moved(clause)
    if goods is not None:
        yield Fact("calls", goods, guise, None, guise)


def _moved(clause: Clause) -> Phrase | None:
    """What is moved: the accusative, or the subject that undergoes it or is no actor."""
    subject = clause.subject
    if subject is not None and (clause.passive or not subject.human):
        return subject
    things = (p for p in clause.phrases if not p.prep and "accs" in p.cases and not p.is_time)
    return next(things, None)


def of_title(found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    """«Дрон под названием X»: a noun with its name right behind it."""
    title = found[place]
    if title.prep == "под_названием" and place and found[place - 1].last == title.first:
        yield Fact("alias", found[place - 1], title, None, title)
