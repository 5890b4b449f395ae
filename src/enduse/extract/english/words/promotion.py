"""Finds the verb of a clause that seems to have none: "The engineer shrugs", "The road ends at".

Many words are nouns and verbs ("ships", "reports", "turns"), and the neighbours of one do not
always tell. But a clause has a predicate: where no other word of it can be one, the likeliest of
those words is it. Clauses begin after "that" or "because"; what joins a predicate without a subject
of its own ("flies far and is cheap") shows that one came before.
"""

from itertools import pairwise

from enduse.extract.english.words.lexicon import verb_forms
from enduse.extract.segment import Token

__all__ = ["promote"]

Verb = tuple[str, str]
_FINITE = ("s", "past", "base")


def promote(found: tuple[Token, ...], letters: list[str], verbs: list[Verb | None]) -> None:
    """Make a verb of the likeliest word of each part of a sentence that has no predicate."""
    start = 0
    for i, letter in enumerate([*letters, "Z"]):
        if letter == "Z" and (i >= len(found) or found[i].text not in "-–—/"):
            _promote_in(start, i, found, letters, verbs)
            for first, last in _clauses(start, i, found, letters, verbs):
                _promote_in(first, last, found, letters, verbs)
            start = i + 1


_DEPENDENT = frozenset("that who which whose where how".split())
_OPENING = frozenset("that because although though whether while whereas if unless".split())


def _clauses(
    start: int, end: int, found: tuple[Token, ...], letters: list[str], verbs: list[Verb | None]
) -> list[tuple[int, int]]:
    """The parts that must have a predicate of their own."""
    begins = [i for i in range(start, end) if letters[i] == "S" and found[i].text in _OPENING]
    parts = [(a + 1, b) for a, b in pairwise([*begins, end])]
    inner = [i for i in range(start, end) if letters[i] in "SW"]
    if len(inner) == 1 and inner[0] > start + 2 and found[inner[0]].text in _DEPENDENT:
        tail = sum(_is_finite(i, found, letters, verbs) for i in range(inner[0], end))
        if tail <= 1 and "C" not in letters[inner[0] : end]:
            parts.append((start, inner[0]))
    joined = next((i for i in range(start + 3, end) if _joins_predicate(i, letters, verbs)), None)
    if joined is not None and not any(x in "SWK" for x in letters[start:joined]):
        parts.append((start, joined))
    return parts


def _joins_predicate(i: int, letters: list[str], verbs: list[Verb | None]) -> bool:
    """Whether a conjunction stands right before a predicate: "and is comparable to"."""
    after = letters[i + 1] if i + 1 < len(letters) else "Z"
    return letters[i] == "C" and (after in "X" or (after == "V" and _form(i + 1, verbs) == "s"))


def _form(i: int, verbs: list[Verb | None]) -> str:
    return (verbs[i] or ("", ""))[1]


def _is_finite(
    i: int, found: tuple[Token, ...], letters: list[str], verbs: list[Verb | None]
) -> bool:
    if letters[i] in "MX":
        return True
    if letters[i] != "V" or _form(i, verbs) not in (*_FINITE, "part"):
        return False
    agent = i + 1 < len(found) and found[i + 1].text == "by"
    return not (agent and i > 0 and letters[i - 1] in "NP")  # "filings obtained by this paper"


def _promote_in(
    start: int, end: int, found: tuple[Token, ...], letters: list[str], verbs: list[Verb | None]
) -> None:
    if end - start < 3 or _has_predicate(start, end, found, letters, verbs):
        return
    best, choice = 0, -1
    for i in range(start + 1, end):
        score = _likelihood(i, (start, end), found, letters)
        if score > best:
            best, choice = score, i
    if choice < 0:
        return
    kinds = {kind: base for base, kind in verb_forms()[found[choice].text]}
    kind = next(k for k in _FINITE if k in kinds)
    letters[choice], verbs[choice] = "V", (kinds[kind], kind)


def _has_predicate(
    start: int, end: int, found: tuple[Token, ...], letters: list[str], verbs: list[Verb | None]
) -> bool:
    return any(_is_finite(i, found, letters, verbs) for i in range(start, end))


def _likelihood(i: int, part: tuple[int, int], found: tuple[Token, ...], letters: list[str]) -> int:
    """How much a word looks like the predicate; 0 where it cannot be one."""
    start, end = part
    word, before = found[i].text, letters[i - 1]
    kinds = {kind for _, kind in verb_forms().get(word, ())}
    if letters[i] != "N" or not word[0].islower() or not kinds & set(_FINITE):
        return 0
    if before == "#" and i == start + 1 and "past" in kinds:
        return 1  # "Nineteen concerned licences": the number is the subject
    if before == "K" and letters[start:i].count("K") < 2:
        return 0
    if before in "DO#ETWC" or (kinds == {"base", "past", "part"} and before != "P"):
        return 0
    after = letters[i + 1] if i + 1 < end else "Z"
    plural = _is_plural(found[i - 1].text) or _is_plural(_head(start, i, found, letters))
    if "base" in kinds and not plural and before not in "I":
        return 0
    plural = _is_plural(found[i - 1].text)
    if "s" in kinds and plural and before == "N":
        return 0
    if after in "DI#TRSY" or (after == "P" and before in "NPb"):
        return 3
    if after == "N" and ("s" in kinds or before == "K"):
        return 1
    return 2 if after in "EZ" else 1 if after in "PK" else 0


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _head(start: int, i: int, found: tuple[Token, ...], letters: list[str]) -> str:
    """The head of the first noun phrase of a part, where more follows: "filings obtained by"."""
    at = start
    while at < i and letters[at] not in "NP":
        at += 1
    while at + 1 < i and letters[at + 1] in "NP":
        at += 1
    return found[at].text if at < i - 1 else ""
