"""Corrections of the letters of a sentence that need the letters of both sides."""

import re

from enduse.extract.english.lexicon import verb_forms, words
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
            "so called",
        ),
        "R",
    )
    | {"per cent": "N", "state holding": "N", "state holdings": "N"}
)
_SOON = frozenset({"since", "until", "before", "after"})
_EMPHATIC = frozenset({"itself", "himself", "herself", "themselves"})
_UNITS = re.compile(r"^(?:km|kg|mm|cm|m|kt|kph|mph|hp|lb|lbs|ft|nm|W|kW|MHz|GHz)$")


def mend(found: tuple[Token, ...], letters: list[str], verbs: list[Verb | None]) -> None:
    """Correct the letters of a sentence in place; see `tagging` for what they mean."""
    _mark_ranges(found, letters)
    if "I" in letters:
        _mark_emphasis(found, letters)
    if "#" in letters:
        _mark_rates(found, letters)
    _mark_denied(found, letters, verbs)
    _mark_pairs(found, letters, verbs)


def _mark_pairs(found: tuple[Token, ...], letters: list[str], verbs: list[Verb | None]) -> None:
    """Corrections that need the letters of both sides."""
    for i, token in enumerate(found):
        word = token.text.lower()
        pair = f"{word} {found[i + 1].text.lower()}" if i + 1 < len(found) else ""
        if pair in _BOUND and any(letters[j] == "#" for j in range(i + 2, min(i + 4, len(found)))):
            letters[i] = letters[i + 1] = "R"
        elif pair in _PAIRS:
            letters[i] = letters[i + 1] = _PAIRS[pair]
        elif word in ("about", "around", "some", "over", "under") and letters[i] in "ED":
            if i + 1 < len(found) and letters[i + 1] == "#":
                letters[i] = "R"
        elif word in ("there", "here") and letters[i] == "I" and not _exists(i, letters):
            letters[i] = "R"
        elif word == "since" and "".join(letters[i - 1 : i + 2 : 2]) in ("XV", "XX") and i:
            letters[i] = "R"
        elif word == "according" and letters[i] in "NPV":
            letters[i], verbs[i] = "K", None
        elif letters[i] in "KZ" and _inside_name(i, found):
            letters[i] = "P"
        elif letters[i] == "I" and word in ("that", "this", "these", "those", "which", "such"):
            letters[i] = "D"
        elif word == "that" and letters[i] == "S" and i and letters[i - 1] == "E":
            letters[i] = "D"  # "chips of that age"
        elif word == "that" and letters[i] == "S" and _relative_that(i, letters):
            letters[i] = "W"
        elif _UNITS.match(token.text) and i and letters[i - 1] == "#":
            letters[i] = "N"
        elif letters[i] == "S" and word in _SOON and "".join(letters[i + 1 : i + 2]) in ("Y", "V"):
            letters[i] = "E"


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
    return found[i].text == "." and 0 < i < len(found) - 1 and found[i - 1].text in forms


_AFTER_COMMA = frozenset(
    {"LTD", "LIMITED", "INC", "Ltd", "Limited", "Inc", "LLC", "LLP", "GmbH", "Corp", "S.A"}
)


def _relative_that(i: int, letters: list[str]) -> bool:
    """Tell "drones that can fly" from "said that drones can fly"."""
    if i == 0 or i + 1 >= len(letters):
        return False
    return letters[i - 1] in "NPb" and letters[i + 1] in "VMXGR"
