"""What «он», «ей», «их» stand for: the nearest name that agrees, those that acted first."""

from collections.abc import Sequence

from enduse.extract.russian.clauses.phrase import Phrase, agreeing

__all__ = ["resolve"]

_PRONOUNS = frozenset(
    "он она оно они его её ее их ему ей им нему ней ним него неё нее них ними нём нем ею".split()
)
_WHOSE = {
    "его": [("sing", "masc"), ("sing", "neut")],
    "её": [("sing", "femn")],
    "ее": [("sing", "femn")],
    "их": [("plur", "")],
}


def resolve(found: Sequence[Phrase], before: Sequence[Phrase]) -> None:
    """Give the pronouns of a sentence their antecedents, in place.

    Args:
        found: The phrases of the sentence.
        before: Those of the sentence before it, in its order.
    """
    for k, phrase in enumerate(found):
        if phrase.head.low in _PRONOUNS and phrase.head.mention is None:
            candidates = [*before, *found[:k]]
            readings = [(f.number, f.gender) for f in phrase.head.forms if f.pos == "NPRO"]
            named = _nearest(readings, candidates)
            spoken_of = _spoken_of(readings, before) if not _acts(named) else None
            phrase.antecedent = spoken_of or named or _things(phrase, candidates)
        whose = next((t.low for t in phrase.modifiers if t.low in _WHOSE), None)
        if whose is not None:
            phrase.owner = _nearest(_WHOSE[whose], [*before, *found[:k]])


def _acts(named: Phrase | None) -> bool:
    return named is not None and not named.prep and "nomn" in named.cases


def _spoken_of(readings: Sequence[tuple[str, str]], before: Sequence[Phrase]) -> Phrase | None:
    """«Мощность завода растёт. Она …»: what the sentence before is about."""
    for phrase in before:
        if phrase.prep or "nomn" not in phrase.cases or phrase.is_time or phrase.counted:
            continue
        if phrase.head.mention is not None or phrase.head.pos != "NOUN":
            continue
        nominative = [f for f in phrase.head.forms if f.case == "nomn"]
        if any(n == "sing" and agreeing(nominative, n, g) for n, g in readings):
            return phrase
    return None


def _things(pronoun: Phrase, candidates: Sequence[Phrase]) -> Phrase | None:
    """«Их» for goods: the last noun in the plural that is no name."""
    if pronoun.prep or pronoun.head.low not in ("их", "они", "ими"):
        return None
    plural = [
        p
        for p in candidates
        if p.head.mention is None and not p.human and not p.is_time and "plur" in p.numbers
    ]
    return plural[-1] if plural else None


def _nearest(readings: Sequence[tuple[str, str]], candidates: Sequence[Phrase]) -> Phrase | None:
    fitting = []
    for place, phrase in enumerate(candidates):
        meant = phrase.meant
        mention = meant.head.mention
        if mention is None or mention.schema == "Address":
            continue
        if any(agreeing(meant.head.forms, number, gender) for number, gender in readings):
            acted = "nomn" in phrase.cases and not phrase.prep
            person = mention.schema == "Person" and readings[0][1] in ("masc", "femn")
            fitting.append((acted, person, place, meant))
    return max(fitting, key=lambda f: f[:3])[3] if fitting else None
