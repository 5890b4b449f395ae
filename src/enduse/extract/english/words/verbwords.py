"""Which words of a sentence are verbs, and of which form: by what stands on both sides of each."""

from enduse.extract.english.words.finite import (
    finite_base,
    finite_s,
    ing,
    noun_verbs,
    past,
    previous,
)
from enduse.extract.english.words.lexicon import verb_forms
from enduse.extract.segment import Token

__all__ = ["as_verb", "before_verb"]

Verb = tuple[str, str]
_AFTER_AUXILIARY = ("part", "base", "ing", "past")
_AFTER_MODAL = ("base", "part", "past", "ing")
_CURRENCIES = frozenset({"won", "pounds", "pound", "rand", "real"})


def before_verb(i: int, found: tuple[Token, ...]) -> bool:
    """Whether the word after "to" (and adverbs) is the base form of a verb."""
    forms = verb_forms()
    if _takes_noun(i, found):
        return False
    for token in found[i + 1 : i + 4]:
        word = token.text
        if word in ("be", "have", "do", "not"):
            return True
        if any(kind == "base" for _, kind in forms.get(word, ())):
            return True
        if not word.endswith("ly"):
            return False
    return False


def _takes_noun(i: int, found: tuple[Token, ...]) -> bool:
    """Whether "to" belongs to the word before and a noun follows: "subject to review by"."""
    if i == 0 or i + 2 >= len(found) or found[i - 1].text.lower() not in _WITH_TO:
        return False
    if found[i + 1].text not in noun_verbs():
        return False
    if found[i - 1].text.lower() in _NEVER_VERB:
        return True
    return found[i + 2].text in ("of", "for", "by", "from", "in", "on", ",", ".", "and")


def as_verb(i: int, found: tuple[Token, ...], letters: list[str]) -> Verb | None:
    """The verb reading of a word where its neighbours speak for one."""
    word = found[i].text
    before = previous(i, letters)
    kinds = verb_forms().get(word.lower() if i == 0 else word)
    if not kinds and before in "XC" and "-" in word and word[0].islower():
        kinds = verb_forms().get(word.rsplit("-", 1)[1])
    if not kinds or (before == "#" and word in _CURRENCIES):
        return None
    by_kind = {kind: base for base, kind in reversed(kinds)}
    if before in "XTM" or (before == "G" and i > 0):
        return _helped(by_kind, before, i, found)
    if _is_noun(i, found, letters):
        return None
    if "s" in by_kind and finite_s(by_kind["s"], i, found, letters):
        return by_kind["s"], "s"
    if "past" in by_kind or "part" in by_kind:
        return past(by_kind, i, found, letters)
    if "ing" in by_kind:
        return ing(by_kind["ing"], i, found, letters)
    if "base" in by_kind and finite_base(by_kind["base"], i, found, letters):
        return by_kind["base"], "base"
    return None


def _helped(by_kind: dict[str, str], before: str, i: int, found: tuple[Token, ...]) -> Verb | None:
    """The form after an auxiliary, a modal, "to" or "not"."""
    if before == "G" and "s" in by_kind and found[i - 1].text.lower() == "never":
        return by_kind["s"], "s"
    next_word = found[i + 1].text if i + 1 < len(found) else "."
    if found[i].text in ("head", "part", "chief", "heir") and next_word in ("of", "to"):
        return None  # "is head of"
    order = _AFTER_AUXILIARY if before == "X" else _AFTER_MODAL
    return next(((by_kind[kind], kind) for kind in order if kind in by_kind), None)


_WITH_TO = frozenset(
    "due owing thanks led lead leads subject contrary prior close next access response reply "
    "answer addition contribution objection admitted confessed opposed down devoted".split()
)
_NEVER_VERB = frozenset({"subject", "owing", "contrary", "prior", "access", "response", "opposed"})
_ATTRIBUTES = frozenset({"sanctions", "arms", "customs"})
_NOUNS_BEFORE_TO = frozenset({"close", "access", "exposure", "answer"})


def _is_noun(i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    """Whether set phrases make a noun of the word: "whose shares", "remains of", "is head of"."""
    word, last = found[i].text, found[i - 1].text.lower() if i else ""
    after = found[i + 1].text if i + 1 < len(found) else ""
    if last == "whose" or word == "parts" or (word == "remains" and after == "of"):
        return True
    earlier = letters[i - 2] if i > 1 else "^"
    base = word in noun_verbs()
    if last == "which" and earlier == "E" and base and letters[i + 1 : i + 2] != ["K"]:
        return True  # "under which name she appears"
    if word in ("make", "design", "build", "manufacture") and earlier == "E":
        return found[i - 2].text == "of"  # "of Chinese make"
    follows = letters[i + 1] if i + 1 < len(letters) else "Z"
    attributed = last in _ATTRIBUTES and letters[i - 1] == "N" and follows not in "DI#"
    if attributed and (base or word[:-1] in noun_verbs()):
        return True  # "its sanctions list", "arms transfers to"
    if word in ("part", "parts", "half", "evidence", "traces") and after == "of":
        return True
    return word in _NOUNS_BEFORE_TO and after == "to" and letters[i - 1] not in "ITM"
