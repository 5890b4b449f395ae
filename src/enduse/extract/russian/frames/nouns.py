"""What nouns relate: «владельцем X является Y», «её директор — Y», «дальность X — 900 км»."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enduse.extract.russian.clauses import Clause, Phrase, Token
from enduse.extract.russian.frames.roles import follows
from enduse.extract.russian.frames.sums import is_sum
from enduse.extract.russian.frames.table import Relational, table

__all__ = ["Fact", "measured", "of_copula", "of_dash"]

_POSSESSIVE = frozenset("его её ее их".split())
_WANTED = {
    "has_range": "distance",
    "has_payload": "mass",
    "has_speed": "speed",
    "has_mass": "mass",
    "has_price": "money",
    "has_endurance": "time",
}
_UNMEASURED = frozenset("без для из от под в".split())
_CARRIED = frozenset("часть нагрузка заряд боеголовка бч груз боезаряд".split())


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation between phrases.

    Attributes:
        predicate: What it says.
        subject: What it is about; None for the product last spoken of.
        object: What that is related to.
        value: The phrase with the number.
        anchor: The noun that says it.
        text: The object where there is no phrase for it.
        token: The word before the anchor with which the quotation begins, if any.
    """

    predicate: str
    subject: Phrase | None
    object: Phrase | None
    value: Phrase | None
    anchor: Phrase
    text: str | None = None
    token: Token | None = None


def of_copula(clause: Clause, found: Sequence[Phrase]) -> Iterator[Fact]:
    """«Посредником выступала X», «X является дочерней структурой Y»."""
    if clause.subject is None or not {f.lemma for f in clause.verb.forms} & table().copulas:
        return
    for phrase in clause.phrases:
        post = table().posts.get(phrase.lemma)
        if post is not None and not phrase.prep and "ablt" in phrase.cases:
            yield from _post(post, phrase, clause.subject, found)
        relational = _relational(phrase)
        if relational is not None and not phrase.prep and "ablt" in phrase.cases:
            yield from _facts(relational, phrase, clause.subject, found)


def _post(
    predicate: str, phrase: Phrase, subject: Phrase, found: Sequence[Phrase]
) -> Iterator[Fact]:
    """«Он оказался бухгалтером завода»: of the firm in the genitives behind the post."""
    last = phrase
    while (after := follows(last, found)) is not None:
        if after.mention is not None and after.mention.schema not in ("Person", "Product"):
            yield Fact(predicate, subject, after, None, phrase)
            return
        last = after


def of_dash(tokens: Sequence[Token], found: Sequence[Phrase]) -> Iterator[Fact]:
    """«Её владелец — X», «получателем — X», and «её директор Y» without a mark."""
    for phrase in found:
        relational = _relational(phrase)
        if relational is None or phrase.prep or not {"nomn", "ablt"} & phrase.cases:
            continue
        last = phrase
        while (after := follows(last, found)) is not None:
            last = after
        dash = tokens[last.last : last.last + 1]
        if dash and dash[0].low in ("—", "–"):
            who = next((p for p in found if p.first == last.last + 1), None)
            if who is not None and not who.prep and who.human:
                yield from _facts(relational, phrase, who, found)
        elif last is phrase and _possessor(phrase, found) is not None:
            who = next((p for p in found if p.first == phrase.last), None)
            if who is not None and who.mention is not None and who.cases & phrase.cases:
                yield from _facts(relational, phrase, who, found)
            elif relational.predicate == "director_of" and "nomn" in phrase.cases:
                yield from _facts(relational, phrase, phrase, found)


def _relational(phrase: Phrase) -> Relational | None:
    relational = table().relational.get(phrase.lemma)
    if (
        relational is not None
        and relational.predicate == "subsidiary_of"
        and phrase.lemma == "структура"
    ):
        daughters = (t.low.startswith("дочерн") for t in phrase.modifiers)
        return relational if any(daughters) else None
    return relational


def _possessor(phrase: Phrase, found: Sequence[Phrase]) -> Phrase | None:
    if phrase.owner is not None:
        return phrase.owner
    before = next((p for p in found if p.last == phrase.first), None)
    return before if before is not None and before.head.low in _POSSESSIVE else None


def _facts(
    relational: Relational, noun: Phrase, who: Phrase, found: Sequence[Phrase]
) -> Iterator[Fact]:
    of = follows(noun, found) or _possessor(noun, found)
    if of is who:
        of = None
    if relational.genitive_first:
        if of is not None:
            yield Fact(relational.predicate, of, who, None, noun)
    elif of is not None or relational.text is not None:
        yield Fact(relational.predicate, who, of, None, noun, None if of else relational.text)


def measured(found: Sequence[Phrase]) -> Iterator[Fact]:
    """«Дальность полёта X составляет 900 км», «X массой 450 кг», «скорость до 200 км/ч»."""
    for place, phrase in enumerate(found):
        predicate = table().measures.get(phrase.lemma)
        if predicate is None or phrase.head.mention is not None or phrase.prep in _UNMEASURED:
            continue
        value = _value(found, place, _WANTED.get(predicate, ""))
        if value is None:
            continue
        owner = _owner(found, place)
        carried = predicate == "has_mass" and any(
            p.lemma in _CARRIED for p in found[max(0, place - 2) : place]
        )
        yield Fact(
            "has_payload" if carried else predicate, None if carried else owner, None, value, phrase
        )


def _value(found: Sequence[Phrase], place: int, kind: str) -> Phrase | None:
    for phrase in found[place + 1 : place + 6]:
        if phrase.counted and (phrase.unit == kind or kind == "money" and is_sum(phrase)):
            return phrase
        if phrase.counted and not kind and phrase.unit == "mass" and not phrase.share:
            return phrase  # «мощность — 7 тысяч тонн в год»
        if phrase.lemma in table().measures and phrase.prep not in _UNMEASURED:
            return None
    return None


def _owner(found: Sequence[Phrase], place: int) -> Phrase | None:
    """What is measured: a genitive after the noun, or the product or thing before it."""
    noun = found[place]
    last = noun
    while (after := follows(last, found)) is not None:
        if after.mention is not None or after.lemma not in (
            "полёт",
            "полет",
            "действие",
            "поражение",
            "корпус",
            "ход",
            "цель",
        ):
            if after.counted:
                break
            return after
        last = after
    before = [p for p in found[:place] if p.mention is not None and p.mention.schema == "Product"]
    if before:
        return before[-1]
    if place and not noun.prep and "ablt" in noun.cases and found[place - 1].last == noun.first:
        return found[place - 1]
    return None
