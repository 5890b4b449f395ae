"""Who acts in a Russian clause: the nominative that agrees, or whoever acted before."""

from collections.abc import Sequence

from enduse.extract.russian.clauses.phrase import Phrase, agreeing
from enduse.extract.russian.clauses.segments import Segment
from enduse.extract.russian.clauses.tokens import Token
from enduse.extract.russian.clauses.words import words as words_of
from enduse.extract.russian.morphology import Form

__all__ = ["goes_on_from", "is_acted_on", "speaking", "subject_of"]

# What these units count acts nowhere: «может пролететь 900 км».
_MEASURES = frozenset(("distance", "mass", "speed", "time", "power"))


def subject_of(verb: Token, left: Sequence[Phrase], right: Sequence[Phrase]) -> Phrase | None:
    """The nominative that agrees with the verb: who can act first, then what stands first."""
    form = next((f for f in verb.forms if f.pos in ("VERB", "PRTS", "ADJS")), None)
    if form is None:
        return None
    fitting = []
    for side, some in enumerate((left, right)):
        for place, phrase in enumerate(some):
            if phrase.prep or "nomn" not in phrase.cases or _is_genitive(phrase, some, place):
                continue
            if phrase.is_time or phrase.unit in _MEASURES:
                continue
            if phrase.head.low[0].isdigit() and phrase.mention is None:
                continue
            together = form.number == "plur" and _coordinated(some, place)
            if _is_one(phrase) and form.number == "plur" and not together:
                continue  # «фирму переименовали»: nobody is said to do it
            if _agrees(phrase, form) or together:
                acts = phrase.human and form.pos != "PRTS"
                bare = phrase.mention is None and form.pos != "PRTS"
                fitting.append((not acts, side, bare, place, phrase))
    return min(fitting, key=lambda f: f[:4])[4] if fitting else None


def _is_one(phrase: Phrase) -> bool:
    """Whether a name is of one firm or one person, so that its verb stands in the singular."""
    mention = phrase.head.mention
    if mention is None or mention.kind != "name" or mention.number > 1:
        return False
    return mention.schema in _SINGLE and all(f.number != "plur" for f in phrase.head.forms)


_SINGLE = frozenset(("Company", "LegalEntity", "Organization", "Person"))


def _coordinated(some: Sequence[Phrase], place: int) -> bool:
    """Whether a phrase and the next are one subject: «Норвегия и Польша ввели санкции»."""
    following = some[place + 1] if place + 1 < len(some) else None
    if following is None or following.first != some[place].last + 1 or following.prep:
        return False
    return "nomn" in following.cases and following.human == some[place].human


def is_acted_on(
    phrase: Phrase, clause: Sequence[Phrase], right: Sequence[Phrase], verb: Token
) -> bool:
    """Whether a noun with a verb in the plural is rather acted on: «моторы не продают»."""
    form = verb.forms[0]
    if form.number != "plur" or phrase.human or "accs" not in phrase.cases:
        return False
    if not all(f.transitive for f in verb.forms if f.pos == "VERB"):
        return False
    if phrase in right:
        return True
    if any(f.lemma in words_of("happening") for f in verb.forms):
        return False
    others = (p for p in clause if p is not phrase and not p.prep and not p.is_time)
    return form.pos == "VERB" and not any("accs" in p.cases for p in others)


def _agrees(phrase: Phrase, form: Form) -> bool:
    if phrase.counted and (form.number == "plur" or form.gender == "neut"):
        return True
    nominative = [f for f in phrase.head.forms if f.case == "nomn"] or phrase.head.forms
    return agreeing(nominative, form.number, form.gender)


def _is_genitive(phrase: Phrase, some: Sequence[Phrase], place: int) -> bool:
    """Whether a name that does not decline belongs to the noun right before it."""
    if not place or "gent" not in phrase.cases:
        return False
    before = some[place - 1]
    own = before.head.mention
    if before.head.pos == "NPRO":
        return False
    if before.is_time or own is not None and own.kind == "name" and phrase.mention is not None:
        return False
    if before.last != phrase.first or before.head.mention is not None and phrase.mention is None:
        return False
    return phrase.mention is None or phrase.mention.schema != "Person"


def goes_on_from(verb: Token, segment: Segment, before: Phrase | None) -> Phrase | None:
    """The subject of the clause before, where the verb goes on from it."""
    if before is None or segment.kind not in ("main", "sub", "gerund"):
        return None
    form = verb.forms[0]
    if segment.kind == "gerund" or form.pos == "GRND":
        return before
    if form.number != "sing" and before.head.mention is None and segment.opens == "":
        return None
    spoken = before.prep in ("в", "на") and form.number == "plur"
    if form.number == "plur" and not spoken and segment.opens == "" and _is_one(before.meant):
        return None
    agrees = spoken or agreeing(before.head.forms, form.number, form.gender)
    return before if agrees else None


def speaking(verb: Token, left: Sequence[Phrase]) -> Phrase | None:
    """The body of «в компании заявили»."""
    if not verb.forms or verb.forms[0].number != "plur":
        return None
    inside = (p for p in left if p.prep in ("в", "на") and "loct" in p.cases)
    return next((p for p in inside if _is_body(p)), None)


def _is_body(phrase: Phrase) -> bool:
    mention = phrase.mention
    return phrase.human and (mention is None or mention.schema not in ("Address", "Person"))
