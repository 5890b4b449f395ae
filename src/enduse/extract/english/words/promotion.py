"""Finds the verb of a clause that seems to have none: "The engineer shrugs", "The road ends at".

Many words are nouns and verbs ("ships", "reports", "turns"), and the neighbours of one do not
always tell. But a clause has a predicate: where no other word of a whole sentence can be one, the
likeliest of those words is it.
"""

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
            start = i + 1


def _promote_in(
    start: int, end: int, found: tuple[Token, ...], letters: list[str], verbs: list[Verb | None]
) -> None:
    if end - start < 3 or _has_predicate(start, end, letters, verbs):
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


def _has_predicate(start: int, end: int, letters: list[str], verbs: list[Verb | None]) -> bool:
    return any(
        letters[i] in "MX"
        or (letters[i] == "V" and (verbs[i] or ("", ""))[1] in (*_FINITE, "part"))
        for i in range(start, end)
    )


def _likelihood(i: int, part: tuple[int, int], found: tuple[Token, ...], letters: list[str]) -> int:
    """How much a word looks like the predicate; 0 where it cannot be one."""
    start, end = part
    word, before = found[i].text, letters[i - 1]
    kinds = {kind for _, kind in verb_forms().get(word, ())}
    if letters[i] != "N" or not word[0].islower() or not kinds & set(_FINITE):
        return 0
    if before == "#" and i == start + 1 and "past" in kinds:
        return 1  # "Nineteen concerned licences": the number is the subject
    if before in "DO#ETWC" or (kinds == {"base", "past", "part"} and before != "P"):
        return 0
    after = letters[i + 1] if i + 1 < end else "Z"
    plural = found[i - 1].text.endswith("s") and not found[i - 1].text.endswith("ss")
    if "base" in kinds and not plural and before not in "I":
        return 0
    if "s" in kinds and plural and before == "N":
        return 0
    if after in "DI#TRSY" or (after == "P" and before in "NPb"):
        return 3
    return 2 if after in "EZ" else 1 if after in "PK" else 0
