"""What a relative takes up: "three makers, none of which", "Orbis of Riga, a firm that"."""

from enduse.extract.english.syntax.nounphrases import leftmost
from enduse.extract.english.syntax.phrases import Phrase, Sentence
from enduse.extract.english.words.lexicon import country_or_place

__all__ = ["ASIDE", "antecedent", "is_land", "many", "past_lands"]

# Prepositions that lead to where somebody is.
ASIDE = frozenset({"from", "in", "at", "near"})
_PARTS_OF = frozenset(
    "none all both most some many several each half one two three four five neither any few".split()
)


def antecedent(before: int, s: Sentence) -> Phrase | None:
    """Return what a relative word takes up."""
    at = before - 1
    if s.kind(at) == "E":
        at -= 1
        if s.words(at + 1) == "of" and s.words(at).lower() in _PARTS_OF:
            return many(at - 1, s)
    if s.kind(at) == "K":
        at -= 1
    while s.kind(at) in "YR":
        at -= 1
    if s.kind(at) == "V" and s.chunks[at].form == "part":
        at -= 1  # "a memorandum dated 3 May, which"
    if s.kind(at) != "N":
        return None
    seat = s.words(at - 1).lower() if s.kind(at - 1) == "E" and s.kind(at - 2) == "N" else ""
    if seat in ("in", "of", "from") and country_or_place(s.words(at)) and s.tag_of(at - 2) == "P":
        at -= 2  # "Gulf Star of Dubai, which"
    named = s.kind(before - 1) == "K" and s.tag_of(at) == "P"
    if s.kind(at - 1) == "E" and s.words(at - 1) in ASIDE and s.kind(at - 2) == "N" and not named:
        at -= 2
    opening = leftmost(at, s).first - 1
    apposed = s.kind(opening) == "K" and s.kind(opening - 1) == "N" and s.tag_of(opening - 1) == "P"
    closed = s.kind(before - 1) == "K" and s.words(opening + 1)[:2] == "th"
    if apposed and (closed or s.words(opening + 1)[:2] in ("a ", "an")):
        at = opening - 1
        seated = s.kind(at - 1) == "E" and s.words(at - 1) in ASIDE and s.kind(at - 2) == "N"
        at -= 2 if seated and is_land(at, s) else 0  # "Orbis in Riga, a firm that"
    return Phrase(at, at, at)


def many(at: int, s: Sentence) -> Phrase | None:
    """What "none of which" is of: the nearest plural or list, past "in Fujian and Shandong"."""
    while s.kind(at) in "KYR":
        at -= 1
    if s.kind(at) != "N":
        return None
    whole = leftmost(at, s)
    for i in range(whole.last, whole.first - 1, -1):
        listed = s.kind(i - 1) == "C" and not is_land(i, s)
        if s.kind(i) == "N" and (listed or s.words(i).endswith("s")):
            return Phrase(i, i, i) if not listed else leftmost(i, s)
    return Phrase(at, at, at)


def is_land(at: int, s: Sentence) -> bool:
    """Whether a phrase is a place of the tables."""
    return s.kind(at) == "N" and country_or_place(s.words(at)) is not None


def past_lands(at: int, s: Sentence) -> int:
    """What stands before "in Latvia and Cyprus"."""
    first = at
    while s.kind(first - 1) == "C" and is_land(first - 2, s):
        first -= 2
    aside = s.kind(first - 1) == "E" and s.words(first - 1) == "in" and s.kind(first - 2) == "N"
    return first - 2 if aside else at
