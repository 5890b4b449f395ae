"""Which words of a sentence are verbs, and of which form: by what stands on both sides of each."""

import re
from functools import cache

from enduse.extract.english.words.lexicon import ADJECTIVES, frames, lines, verb_forms, words
from enduse.extract.segment import Token

__all__ = ["as_verb", "before_verb"]

Verb = tuple[str, str]
_AFTER_AUXILIARY = ("part", "base", "ing", "past")
_AFTER_MODAL = ("base", "part", "past", "ing")
_SHOWS = frozenset({"show", "say", "suggest", "indicate", "reveal", "claim", "report", "state"})
_MID_ADVERBS = frozenset("also now still already then currently regularly reportedly".split())
_TRADES = frozenset(
    "manufacture trade ship engineer train test market finance purchase process operate build "
    "license hold fund consult mine develop buy sell launch design transport supply".split()
)
_CURRENCIES = frozenset({"won", "pounds", "pound", "rand", "real"})


@cache
def _noun_verbs() -> frozenset[str]:
    return frozenset(w for row in lines("noun_verbs_en.txt") for w in row.split())


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
    if found[i + 1].text not in _noun_verbs():
        return False
    return found[i + 2].text in ("of", "for", "by", "from", "in", "on", ",", ".", "and")


def as_verb(i: int, found: tuple[Token, ...], letters: list[str]) -> Verb | None:
    """The verb reading of a word where its neighbours speak for one."""
    word = found[i].text
    before = _previous(i, letters)
    kinds = verb_forms().get(word.lower() if i == 0 else word)
    if not kinds and before in "XC" and "-" in word and word[0].islower():
        kinds = verb_forms().get(word.rsplit("-", 1)[1])
    if not kinds or (before == "#" and word in _CURRENCIES):
        return None
    after = _following(i, found, letters)
    next_word = found[i + 1].text if i + 1 < len(found) else "."
    by_kind = {kind: base for base, kind in reversed(kinds)}
    if before in "XT" or before == "M" or (before == "G" and i > 0):
        if word in ("head", "part", "chief", "heir") and next_word in ("of", "to"):
            return None  # "is head of"
        for kind in _AFTER_AUXILIARY if before == "X" else _AFTER_MODAL:
            if kind in by_kind:
                return by_kind[kind], kind
        return None
    if _is_noun(i, found, letters):
        return None
    added = (
        i > 1
        and letters[i - 1] == "R"
        and (
            letters[i - 2] == "C" or (letters[i - 2] in "NP" and found[i - 1].text in _MID_ADVERBS)
        )
    )
    relative = _after_relative_that(i, found, letters)
    many = after not in "DI" and _counted(i, found, letters)
    if (
        "s" in by_kind
        and not many
        and _finite_s(by_kind["s"], before, after, next_word, added, relative)
    ):
        return by_kind["s"], "s"
    if "past" in by_kind or "part" in by_kind:
        return _past(by_kind, i, found, letters)
    if "ing" in by_kind:
        if before == "V" and found[i - 1].text.lower() in words("gerund_governors"):
            return by_kind["ing"], "ing"
        last = found[i - 1].text.lower() if i else ""
        if after in "NP" and i and letters[i - 1] in "NP" and _is_adjective(found[i - 1].text):
            return None  # "an Iranian-designed loitering munition"
        return _ing(by_kind["ing"], i, (before, after, next_word), last)
    if "base" in by_kind and _finite_base(by_kind["base"], i, found, letters):
        return by_kind["base"], "base"
    return None


_WITH_TO = frozenset(
    "due owing thanks led lead leads subject contrary prior close next access response reply answer "
    "addition contribution objection admitted confessed opposed down devoted".split()
)
_NOUNS_BEFORE_TO = frozenset({"close", "access", "exposure", "answer"})


def _is_noun(i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    """Whether set phrases make a noun of the word: "whose shares", "remains of", "is head of"."""
    word, last = found[i].text, found[i - 1].text.lower() if i else ""
    after = found[i + 1].text if i + 1 < len(found) else ""
    if last == "whose" or (word == "remains" and after == "of"):
        return True
    if word in ("part", "parts", "half", "evidence", "traces") and after == "of":
        return True
    return word in _NOUNS_BEFORE_TO and after == "to" and letters[i - 1] not in "ITM"


def _counted(i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    """Whether a number above one counts the word: "four winding machines" is no clause."""
    while i > 0 and letters[i - 1] in "NP":
        i -= 1
    return i > 0 and letters[i - 1] == "#" and found[i - 1].text.lower() not in ("one", "1")


_ADJECTIVE = re.compile(r"-|(?:al|ic|ous|ive|ful|ible|able|ary|ese|ian|ish|wide|new|old)$")


def _is_adjective(word: str) -> bool:
    return bool(_ADJECTIVE.search(word))


def _following(i: int, found: tuple[Token, ...], letters: list[str]) -> str:
    """The letter after a word; of "up to 40" and "about $40" that of the number."""
    if i + 1 >= len(letters):
        return "Z"
    opens = found[i + 1].text in _OPENS_NUMBER and "#" in letters[i + 2 : i + 4]
    return "#" if opens else letters[i + 1]


def _previous(i: int, letters: list[str]) -> str:
    i -= 1
    while i >= 0 and letters[i] in "RQY":
        i -= 1
    return letters[i] if i >= 0 else "^"


def _finite_s(
    base: str, before: str, after: str, next_word: str, added: bool, relative: bool
) -> bool:
    if base not in _noun_verbs():
        return before not in "D"
    if before in "IW" or (before == "K" and (next_word in ("to", "that") or after in "DI#")):
        return True
    if added or (before == "C" and after in "DI#"):
        return True
    if before == "S" and relative:
        return True
    if base in _ENGAGED and before in "NPbK" and next_word in ("with", "for", "as", "at", "on"):
        return True
    starts_object = after in "DI#PTQR" or next_word in _OPENS_OBJECT
    return before in "NPb" and starts_object


_OPENS_OBJECT = frozenset({"that", "to", "its", "their"})
_OPENS_NUMBER = frozenset(
    "at up more nearly almost around about roughly between less over some".split()
)
_ENGAGED = frozenset({"work", "act", "trade", "deal"})


def _past(
    by_kind: dict[str, str], i: int, found: tuple[Token, ...], letters: list[str]
) -> Verb | None:
    before = letters[i - 1] if i else "^"
    after = letters[i + 1] if i + 1 < len(letters) else "Z"
    same = by_kind.get("base") in (by_kind.get("past"), by_kind.get("part"))
    if before == "I" and found[i - 1].text.lower() in words("subject_pronouns"):
        return by_kind.get("past") or by_kind["part"], "past" if "past" in by_kind else "part"
    if "base" in by_kind and same and found[i].text in _noun_verbs():
        # "cost" and "cut" have one form for all: a verb where object or particle follows.
        particle = found[i + 1].text if i + 1 < len(found) else ""
        phrasal = f"{by_kind['base']}_{particle}" in frames()
        if not phrasal and _following(i, found, letters) not in "DI#":
            return None
    base = by_kind.get("past") or by_kind["part"]
    kind = "past" if "past" in by_kind else "part"
    if base in ADJECTIVES:
        return (base, kind) if after == "E" and before in "NPK" else None
    if before in "DO#" and after in "NP":
        return None
    if before == "D" and after == "E" and found[i - 1].text.lower() in ("both", "all", "each"):
        return base, kind
    if before == "D" or (before == "R" and i > 1 and letters[i - 2] == "D" and after in "NP"):
        return None
    only = kind == "past" and "part" not in by_kind and "base" not in by_kind
    if only and found[i].text not in _noun_verbs() and found[i].text not in _NOUN_PASTS:
        return base, kind  # "went", "wrote"
    if before in "EN" and after in "N" and i and found[i - 1].text[-1:] != "s":
        doer = found[i - 1].text.lower()
        acts = kind == "past" and any(doer in words(x) for x in ("companies", "bodies", "roles"))
        return (base, kind) if before == "N" and (acts or base in ("call", "name")) else None
    return base, kind


_NOUN_PASTS = frozenset({"rose", "saw", "lay", "bore", "fell", "felt", "wound", "shot", "drunk"})
_MAKING = frozenset(
    "license manufacture test process engineer train finance fund market ship mine design "
    "launch".split()
)


def _ing(base: str, i: int, around: tuple[str, str, str], last: str) -> Verb | None:
    """An -ing form as a verb; `last` is the word before it."""
    before, after, next_word = around
    maker, of = last in words("companies"), last == "of"
    if before in "DO" or (i == 0 and after in "NV"):
        return None
    if of and base in _TRADES and after not in "D#I":
        return None
    if after == "E" and before == "N" and base in _MAKING and not maker and last[-1:] != "s":
        return None  # "introduced export licensing for engines"
    if before == "E" and base in _TRADES and next_word in words("companies") | _PLURAL_FIRMS:
        return None  # "through trading companies"
    if after in "DPI#OE" or next_word in ("that", "as", "its", "out"):
        return (base, "ing") if after != "E" or before in "EKNPX^" else None
    if after == "N" and (before in "EX" or (before in "NPC" and (maker or base not in _TRADES))):
        return base, "ing"
    return None


_PLURAL_FIRMS = frozenset("companies firms houses plants partners businesses agents".split())


def _finite_base(base: str, i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    before = _previous(i, letters)
    after = letters[i + 1] if i + 1 < len(letters) else "Z"
    word = found[i + 1].text if i + 1 < len(found) else ""
    if before in "D#" and found[i - 1].text.lower() in _MANY:
        named = before == "D" or (i > 1 and letters[i - 2] == "D")
        spoken = base in _SHOWS | _DOUBTS and after in "DISK"
        return named and (spoken or (after in "DI#PER" and base in ("face", "risk", "deny")))
    if base not in _noun_verbs():
        return before not in "DO#"
    if word == "being" and base == "risk":
        return True
    opens = after in "DI#P" or word in ("that", "to")
    if word in ("that", ".") and base in _SHOWS and before in "NPb":
        return True
    if _after_relative_that(i, found, letters) and (opens or found[i - 2].text[-1:] == "s"):
        return True
    if before in "IW":
        return True
    last = found[i - 1].text if i else ""
    joined = i > 1 and letters[i - 2] == "C"
    if base in _ENGAGED and joined and before in "NP" and word in ("with", "for", "as"):
        return True
    if before == "K" and after == "D" and "K" in letters[: i - 1] and letters[i - 2] != "K":
        return True
    if before == "C" and i > 1 and letters[i - 2] == "K" and after in "DIP#" and last != "or":
        return True
    if letters[i - 1] == "R" and before == "N" and after in "NDP#" and _plural_before(i, found):
        return True
    plural = before == "N" and last.endswith("s") and not last.endswith("ss")
    plural = plural or last.lower() in _PLURALS
    governed = before == "C" and after in "DIR#" and any(x in "MT" for x in letters[:i])
    return governed or (opens and (plural or (before == "C" and after in "DI")))


_MANY = frozenset("both all many some others most two three four five six".split())
_DOUBTS = frozenset("deny dispute doubt reject believe argue think".split())
_PLURALS = frozenset({"data", "people", "police", "men", "women", "media", "staff", "children"})


def _plural_before(i: int, found: tuple[Token, ...]) -> bool:
    """Whether a plural stands before the adverb: "The letters also mention"."""
    return i > 1 and found[i - 2].text.endswith("s") and not found[i - 2].text.endswith("ss")


def _after_relative_that(i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    """Whether "that" before the word follows a noun: "individuals that support the war"."""
    return i > 1 and found[i - 1].text == "that" and letters[i - 2] in "NPb"
