"""What the voice of a claim makes of it: whom "we" means, what it denies, what is hearsay."""

import re

from enduse.extract.claims.naming import plain
from enduse.extract.hearing.voices import Heard
from enduse.extract.relations.predicates import predicates
from enduse.extract.relations.relation import Relation
from enduse.model import Named

__all__ = ["modality", "polarity", "speaker_for"]

_FIRST_PERSON = frozenset({"we", "i", "us", "our company", "мы", "я", "我们", "我"})


# Which voice speaks of itself in the third person: "the company said it", "the man said he".
_THIRD_PERSON = {
    "it": ("company", "government", "agency"),
    "they": ("company", "government", "agency", "person", "anonymous"),
    "he": ("person", "anonymous"),
    "she": ("person", "anonymous"),
}


def speaker_for(subject: Named, written: str, heard: Heard) -> Named:
    """Whoever speaks, where the subject is "we" or "I", or what speakers call themselves."""
    voice = heard.chains[0][-1]
    if not heard.cue:
        issued = len(heard.chains[0]) > 1 and subject.text.casefold() in _FIRST_PERSON
        return Named(voice.name) if issued else subject
    if subject.text.casefold() in _FIRST_PERSON:
        return Named(voice.name)
    kinds = _THIRD_PERSON.get(written, ())
    if kinds and subject.id is None:
        kinds = (*kinds, "company", "person")
    speaks_of_itself = heard.explicit and voice.kind in kinds
    return Named(plain(voice.name)) if speaks_of_itself else subject


# "We have never exported to Russia", "his firm bought nothing from X": who negates it denies it.
_NEVER = re.compile(r"\b(?:never|nothing|not a single|no one|nobody|knowingly)\b")
_MY = re.compile(r"(?:his|her|its|their|our|my|the) (?:company|firm|client|employer|group)$")
_DEEDS = frozenset({"supply", "link", "programme"})


def polarity(relation: Relation, heard: Heard, subject: Named, quote: str) -> str:
    """A negation of the speaker's own deed, made without reserve, is a denial."""
    known = predicates().get(relation.predicate)
    if relation.polarity != "negated" or not heard.cue or known is None:
        return relation.polarity
    if known.family not in _DEEDS or not _NEVER.search(quote):
        return relation.polarity
    voice = {w for w in heard.chains[0][-1].name.lower().split() if len(w) > 3}
    own = voice & set(subject.text.lower().split()) or _MY.match(subject.text.lower())
    return "denied" if own else relation.polarity


def modality(relation: Relation, heard: Heard) -> str:
    """What nobody in particular says is hearsay, unless it is weaker already."""
    nobody = heard.chains[0][-1].kind == "unspecified"
    if not nobody or relation.modality != "fact":
        return relation.modality
    return "assessed" if relation.predicate == "assessed_as" else "hearsay"
