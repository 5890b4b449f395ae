"""Corrections of the letters of a sentence that need the letters of both sides."""

import re

from enduse.extract.english.words.lexicon import verb_forms, words
from enduse.extract.english.words.people import mark_deeds
from enduse.extract.segment import Token

__all__ = ["mend"]

Verb = tuple[str, str]
_BOUND = frozenset(
    "up to|at least|more than|less than|as many|as much|many as|much as|no more|fewer than|"
    "not less|some $|about $|around $|nearly $|almost $|over $".split("|")
)
_PAIRS = (
    dict.fromkeys(("no longer",), "G")
    | dict.fromkeys(
        (
            "in turn",
            "so far",
            "at present",
            "in total",
            "in fact",
            "at least",
            "to date",
            "at all",
            "of course",
            "in part",
            "in particular",
            "for example",
            "for instance",
            "at once",
            "in return",
            "by far",
            "on paper",
            "in reality",
            "in practice",
            "in theory",
            "in effect",
            "in principle",
            "in general",
            "in addition",
            "in full",
            "in writing",
            "so called",
        ),
        "R",
    )
    | {"per cent": "N", "state holding": "N", "state holdings": "N"}
)
_BEGINNINGS = frozenset(pair.split(" ")[0] for pair in (*_BOUND, *_PAIRS))
_SOON = frozenset({"since", "until", "before", "after"})
_EMPHATIC = frozenset({"itself", "himself", "herself", "themselves"})
_UNITS = re.compile(r"^(?:km|kg|mm|cm|m|kt|kph|mph|hp|lb|lbs|ft|nm|W|kW|MHz|GHz)$")


def mend(found: tuple[Token, ...], letters: list[str], verbs: list[Verb | None]) -> None:
    """Correct the letters of a sentence in place; see `tagging` for what they mean."""
    _mark_ranges(found, letters)
    _mark_hyphens(found, letters)
    if "I" in letters:
        _mark_emphasis(found, letters)
    if "#" in letters:
        _mark_rates(found, letters)
    if letters[:2] == ["S", "N"] and found[0].text == "That" and found[1].text[-1:] != "s":
        letters[0] = "D"  # "That company belongs to"
    _mark_denied(found, letters, verbs)
    _mark_had(found, letters, verbs)
    mark_deeds(found, letters, verbs)
    _mark_pairs(found, letters, verbs)
    for i in range(1, len(found) - 1):
        if found[i].text == "." and letters[i : i + 2] == ["P", "#"]:
            letters[i + 1] = "P"  # "Factory No. 26": the number is part of the name


def _mark_hyphens(found: tuple[Token, ...], letters: list[str]) -> None:
    """Join a number to its unit: "the 8,200-tonne ship"."""
    for i in range(1, len(found) - 1):
        if found[i].text == "-" and letters[i - 1] == "#" and letters[i + 1] == "N":
            if found[i - 1].end == found[i].start and found[i].end == found[i + 1].start:
                letters[i] = "N"


def _mark_pairs(found: tuple[Token, ...], letters: list[str], verbs: list[Verb | None]) -> None:
    """Corrections that need the letters of both sides."""
    lower = [t.text.lower() for t in found]
    for i, word in enumerate(lower):
        begins = word in _BEGINNINGS and i + 1 < len(lower)
        pair = f"{word} {lower[i + 1]}" if begins else ""
        if pair in _BOUND and "#" in letters[i + 2 : i + 4]:
            letters[i] = letters[i + 1] = "R"
        elif pair in _PAIRS:
            letters[i] = letters[i + 1] = _PAIRS[pair]
        elif letter := _alone(i, word, found, letters):
            letters[i] = letter
            if letter == "K":
                verbs[i] = None


def _alone(i: int, word: str, found: tuple[Token, ...], letters: list[str]) -> str | None:
    """The letter that one word should have, where its neighbours speak against what it has."""
    now = letters[i]
    by_word = _BY_WORD.get(word)
    if by_word is not None and (letter := by_word(i, letters)):
        return letter
    if now in "KZ":
        return "P" if _inside_name(i, found) else None
    if now == "C" and _within_number(i, found, letters):
        return "#"
    if now == "I" and word in _POINTING:
        return "D"
    if now == "S" and word in _SOON and "".join(letters[i + 1 : i + 2]) in ("Y", "V"):
        return "E"
    unit = i and letters[i - 1] == "#" and _UNITS.match(found[i].text)
    return "N" if unit else None


_POINTING = frozenset({"that", "this", "these", "those", "which", "such"})


def _of_number(i: int, letters: list[str]) -> str | None:
    """Adverb before a number: "about 40"."""
    return "R" if letters[i] in "ED" and letters[i + 1 : i + 2] == ["#"] else None


def _adverb_of_place(i: int, letters: list[str]) -> str | None:
    return "R" if letters[i] == "I" and not _exists(i, letters) else None


def _since(i: int, letters: list[str]) -> str | None:
    """Adverb inside a verb group: "has since been sold"."""
    around = "".join(letters[i - 1 : i + 2 : 2]) if i else ""
    return "R" if around in ("XV", "XX") else None


def _that(i: int, letters: list[str]) -> str | None:
    """Determiner after a preposition ("chips of that age"), relative after a noun."""
    if letters[i] != "S":
        return None
    if i and letters[i - 1] == "E":
        return "D"
    return "W" if _relative_that(i, letters) else None


def _according(i: int, letters: list[str]) -> str | None:
    return "K" if letters[i] in "NPV" else None


_BY_WORD = {
    **dict.fromkeys(("about", "around", "some", "over", "under"), _of_number),
    **dict.fromkeys(("there", "here"), _adverb_of_place),
    "since": _since,
    "that": _that,
    "according": _according,
}


def _exists(i: int, letters: list[str]) -> bool:
    """Whether "there" opens a clause: "there are two", "were there any"."""
    return letters[i + 1 : i + 2] in (["X"], ["M"], ["G"]) or (i > 0 and letters[i - 1] in "XM")


def _mark_denied(found: tuple[Token, ...], letters: list[str], verbs: list[Verb | None]) -> None:
    """Read the verb after "neither": "neither confirmed nor denied the report"."""
    for i in range(1, len(found) - 2):
        if found[i].text.lower() == "neither" and found[i + 2].text.lower() == "nor":
            kinds = {kind: base for base, kind in verb_forms().get(found[i + 1].text, ())}
            kind = next((k for k in ("past", "s", "base") if k in kinds), None)
            if kind is not None:
                letters[i : i + 2] = "RV"
                verbs[i + 1] = (kinds[kind], kind)


_HAVE = frozenset({"have", "has", "had", "having"})


def _mark_had(found: tuple[Token, ...], letters: list[str], verbs: list[Verb | None]) -> None:
    """Read what is had as a noun: "had never had reason for suspicion"."""
    for i in range(1, len(found)):
        verb = verbs[i] if letters[i] == "V" else None
        if verb is not None and verb[1] == "base" and found[i - 1].text in _HAVE:
            letters[i], verbs[i] = "N", None
        elif found[i].text == "rather" and found[i - 1].text in ("would", "'d", "’d"):
            letters[i] = "G"


def _mark_ranges(found: tuple[Token, ...], letters: list[str]) -> None:
    for i in range(len(found) - 4):
        if _range_follows(i, found, letters):
            letters[i], letters[i + 2] = "R", "#"


def _range_follows(i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    """Whether "between" opens a range: "between 200 and 300 drones"."""
    return (
        found[i].text.lower() == "between"
        and "".join(letters[i + 1 : i + 4 : 2]) == "##"
        and found[i + 2].text == "and"
        and letters[i + 4 : i + 5] in (["N"], ["E"], ["P"])
    )


def _mark_emphasis(found: tuple[Token, ...], letters: list[str]) -> None:
    """Leave "itself" out after a name: "Orvela itself is not"."""
    for i, token in enumerate(found):
        if i and letters[i] == "I" and letters[i - 1] in "NP" and token.text in _EMPHATIC:
            letters[i] = "R"


def _mark_rates(found: tuple[Token, ...], letters: list[str]) -> None:
    """Leave "a year" out after what is counted: "30 aircraft a year"."""
    for i in range(2, len(found) - 1):
        rate = letters[i] == "D" and found[i].text in ("a", "each", "every")
        if rate and found[i + 1].text in _PERIODS and letters[i - 1] in "NP":
            if "#" in letters[max(0, i - 5) : i]:
                letters[i] = letters[i + 1] = "R"


_PERIODS = frozenset({"year", "month", "week", "day", "hour"})


def _inside_name(i: int, found: tuple[Token, ...]) -> bool:
    """Whether a comma or full stop belongs to a legal form: "Co., Ltd." in mid-sentence."""
    forms = words("legal_forms")
    if found[i].text == ",":
        named = i > 0 and found[i - 1].text[:1].isupper() or found[i - 1].text == "."
        return i + 1 < len(found) and found[i + 1].text in _AFTER_COMMA and named
    if found[i].text != "." or not 0 < i < len(found) - 1:
        return False
    before = found[i - 1]
    initial = before.end == found[i].start and len(before.text) == 1 and before.text.isupper()
    goes_on = found[i + 1].text.lower() not in words("determiners") | words("pronouns")
    numbered = before.text in ("No", "Nr") and found[i + 1].text[0].isdigit()
    return numbered or before.text in forms or (initial and goes_on)


def _within_number(i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    """Whether "and" joins the words of one number: "a hundred and twenty"."""
    scale = found[i - 1].text.lower() in ("hundred", "thousand", "million") if i else False
    return scale and letters[i + 1 : i + 2] == ["#"] and found[i + 1].text.isalpha()


_AFTER_COMMA = frozenset(
    {"LTD", "LIMITED", "INC", "Ltd", "Limited", "Inc", "LLC", "LLP", "GmbH", "Corp", "S.A"}
)


def _relative_that(i: int, letters: list[str]) -> bool:
    """Tell "drones that can fly" from "said that drones can fly"."""
    if i == 0 or i + 1 >= len(letters):
        return False
    return letters[i - 1] in "NPb" and letters[i + 1] in "VMXGR"
