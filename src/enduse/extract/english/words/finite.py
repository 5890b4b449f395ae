"""Whether a form that may be a verb is one here: forms in -s, pasts, gerunds, base forms."""

import re
from functools import cache

from enduse.extract.english.words.lexicon import ADJECTIVES, frames, lines, verb_forms, words
from enduse.extract.segment import Token

__all__ = ["finite_base", "finite_s", "ing", "noun_verbs", "past", "previous"]

Verb = tuple[str, str]
_SHOWS = frozenset({"show", "say", "suggest", "indicate", "reveal", "claim", "report", "state"})
_MID_ADVERBS = frozenset("also now still already then currently regularly reportedly".split())
_TRADES = frozenset(
    "manufacture trade ship engineer train test market finance purchase process operate build "
    "license hold fund consult mine develop buy sell launch design transport supply".split()
)


@cache
def noun_verbs() -> frozenset[str]:
    """Return the words that are nouns unless their neighbours make them verbs."""
    return frozenset(w for row in lines("noun_verbs_en.txt") for w in row.split())


def _is_added(i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    """Whether an adverb shows that a predicate is joined: "and now ships", "it also ships"."""
    if i < 2 or letters[i - 1] != "R":
        return False
    return letters[i - 2] == "C" or (letters[i - 2] in "NP" and found[i - 1].text in _MID_ADVERBS)


def _counted(i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    """Whether a number above one counts the word: "four winding machines" is no clause."""
    while i > 0 and letters[i - 1] in "NP":
        i -= 1
    opening = found[i - 1].text.lower() if i else ""
    if i > 0 and letters[i - 1] == "D":
        return opening in _MANY
    return i > 0 and letters[i - 1] == "#" and opening not in ("one", "1")


_MANY = frozenset("some these those several many most all both few other no any such".split())


_ADJECTIVE = re.compile(r"-|(?:al|ic|ous|ive|ful|ible|able|ary|ese|ian|ish|wide|new|old)$")


def _is_adjective(word: str) -> bool:
    return bool(_ADJECTIVE.search(word))


def _following(i: int, found: tuple[Token, ...], letters: list[str]) -> str:
    """The letter after a word, past a quotation mark that closes; of "up to 40" the number's."""
    if i + 2 < len(letters) and letters[i + 1] == "Q" and found[i + 1].start == found[i].end:
        return letters[i + 2]
    if i + 1 >= len(letters):
        return "Z"
    opens = found[i + 1].text in _OPENS_NUMBER and "#" in letters[i + 2 : i + 4]
    return "#" if opens else letters[i + 1]


def previous(i: int, letters: list[str]) -> str:
    """Return the letter before a word, past adverbs, times and quotation marks."""
    i -= 1
    while i >= 0 and letters[i] in "RQY":
        i -= 1
    return letters[i] if i >= 0 else "^"


def finite_s(base: str, i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    """Whether a form in -s is the predicate of somebody, not a plural."""
    before, after = previous(i, letters), _following(i, found, letters)
    next_word = found[i + 1].text if i + 1 < len(found) else "."
    if (after not in "DI" or next_word.endswith(("self", "selves"))) and _counted(
        i, found, letters
    ):
        return False
    if (
        i > 1
        and found[i - 1].text.endswith("ing")
        and letters[i - 2 : i] in (["V", "N"], ["E", "N"])
    ):
        return False  # "for selling milling machines"
    if base not in noun_verbs():
        return before not in "D"
    if before in "IW" or (before == "K" and (next_word in ("to", "that") or after in "DI#")):
        return True
    if _is_added(i, found, letters) or (before == "C" and after in "DI#"):
        return True
    if before == "C" and "V" in letters[:i] and f"{base}_{next_word}" in frames():
        return True  # "and calls on dealers to"
    if before == "S" and _after_relative_that(i, found, letters):
        return True
    if base in _RARELY_NOUNS and before in "NPbC" and after in "EDI#":
        return True  # "lifts 12 kg and stays in the air"
    if base in _ENGAGED and before in "NPbK" and next_word in ("with", "for", "as", "at", "on"):
        return True
    starts_object = after in "DI#PTQR" or next_word in _OPENS_OBJECT
    if next_word == "to" and before == "N" and _has_verb(i, letters):
        return False  # "for selling milling machines to"
    return before in "NPb" and starts_object


def _has_verb(i: int, letters: list[str]) -> bool:
    """Whether a verb stands before a word in its clause."""
    for letter in reversed(letters[:i]):
        if letter in "SZKWC":
            return False
        if letter in "VX":
            return True
    return False


_OPENS_OBJECT = frozenset({"that", "to", "its", "their"})
_OPENS_NUMBER = frozenset(
    "at up more nearly almost around about roughly between less over some".split()
)
_RARELY_NOUNS = frozenset("stay fly run last move turn cost make".split())
_ENGAGED = frozenset({"work", "act", "trade", "deal"})


def past(
    by_kind: dict[str, str], i: int, found: tuple[Token, ...], letters: list[str]
) -> Verb | None:
    """A past tense or participle as a verb; None where it is an adjective or a noun."""
    before = letters[i - 1] if i else "^"
    after = letters[i + 1] if i + 1 < len(letters) else "Z"
    same = by_kind.get("base") in (by_kind.get("past"), by_kind.get("part"))
    if before == "I" and found[i - 1].text.lower() in words("subject_pronouns"):
        return by_kind.get("past") or by_kind["part"], "past" if "past" in by_kind else "part"
    if "base" in by_kind and same and found[i].text in noun_verbs():
        # "cost" and "cut" have one form for all: a verb where object or particle follows.
        particle = found[i + 1].text if i + 1 < len(found) else ""
        phrasal = f"{by_kind['base']}_{particle}" in frames()
        agent = particle == "by" and before in "NP"  # "a firm run by two brothers"
        if agent:
            return by_kind.get("part") or by_kind["past"], "part"
        if not phrasal and _following(i, found, letters) not in "DI#":
            return None
    base = by_kind.get("past") or by_kind["part"]
    kind = "past" if "past" in by_kind else "part"
    if base in ADJECTIVES:
        return (base, kind) if after == "E" and before in "NPK" else None
    if before in "DO#" and after in "NP":
        return None
    if before in "RV" and after == "N" and previous(i, letters) == "V":
        return None  # "delivered only finished engines"
    if before == "D" and after == "E" and found[i - 1].text.lower() in ("both", "all", "each"):
        return base, kind
    if before == "D" or (before == "R" and i > 1 and letters[i - 2] == "D" and after in "NP"):
        return None
    only = kind == "past" and "part" not in by_kind and "base" not in by_kind
    if only and found[i].text not in noun_verbs() and found[i].text not in _NOUN_PASTS:
        return base, kind  # "went", "wrote"
    if before in "EN" and after in "N" and i and found[i - 1].text[-1:] != "s":
        doer = found[i - 1].text.lower()
        acts = kind == "past" and any(doer in words(x) for x in ("companies", "bodies", "roles"))
        acts = acts or (kind == "past" and _opens_clause(i, found, letters))
        return (base, kind) if before == "N" and (acts or base in ("call", "name")) else None
    return base, kind


_COMPOUNDS = frozenset("own base back make build control run lead link fund hold".split())


def _opens_clause(i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    """Whether nothing but one noun phrase with its article stands before: "the group sold arms"."""
    at = i - 1
    while at >= 0 and letters[at] in "NP":
        at -= 1
    known = verb_forms().get(found[i].text, (("", ""),))[0][0]
    if at < 0 or letters[at] != "D" or known in _COMPOUNDS:
        return False
    return at == 0 or letters[at - 1] in "SZKCY" and not _plural_at(at - 1, found)


_NOUN_PASTS = frozenset({"rose", "saw", "lay", "bore", "fell", "felt", "wound", "shot", "drunk"})
_MAKING = frozenset(
    "license manufacture test process engineer train finance fund market ship mine design "
    "launch".split()
)


def ing(base: str, i: int, found: tuple[Token, ...], letters: list[str]) -> Verb | None:
    """An -ing form as a verb; None where it is a noun or an adjective."""
    before, after = previous(i, letters), _following(i, found, letters)
    next_word = found[i + 1].text if i + 1 < len(found) else "."
    last = found[i - 1].text.lower() if i else ""
    if before == "V" and last in words("gerund_governors"):
        return base, "ing"
    if after in "NP" and i and letters[i - 1] in "NP" and _is_adjective(found[i - 1].text):
        return None  # "an Iranian-designed loitering munition"
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
    if after == "N" and before == "K" and base not in _TRADES and last == ",":
        return base, "ing"  # ", citing internal letters"
    if after == "N" and (before in "EX" or (before in "NPC" and (maker or base not in _TRADES))):
        return base, "ing"
    return None


_PLURAL_FIRMS = frozenset("companies firms houses plants partners businesses agents".split())


def finite_base(base: str, i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    """Whether a base form is the predicate of somebody."""
    before = previous(i, letters)
    after = letters[i + 1] if i + 1 < len(letters) else "Z"
    word = found[i + 1].text if i + 1 < len(found) else ""
    if before in "D#" and found[i - 1].text.lower() in _MANY:
        named = before == "D" or (i > 1 and letters[i - 2] == "D")
        spoken = base in _SHOWS | _DOUBTS and after in "DISK"
        return named and (spoken or (after in "DI#PER" and base in ("face", "risk", "deny")))
    if base not in noun_verbs():
        return before not in "DO#"
    if word == "being" and base == "risk":
        return True
    opens = after in "DI#P" or word in ("that", "to")
    if word in ("that", ".") and base in _SHOWS and before in "NPb":
        return base != "state" or _plural_at(i - 1, found)
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
    return i > 1 and _plural_at(i - 2, found)


def _plural_at(i: int, found: tuple[Token, ...]) -> bool:
    return found[i].text.endswith("s") and not found[i].text.endswith("ss")


def _after_relative_that(i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    """Whether "that" before the word follows a noun: "individuals that support the war"."""
    at = i - 1
    while at > 1 and letters[at] == "R":
        at -= 1  # "that also runs"
    return at > 0 and found[at].text == "that" and letters[at - 1] in "NPb"
