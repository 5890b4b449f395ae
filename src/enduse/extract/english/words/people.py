"""What people do by a word that may be a noun too: "analysts fear that", "340 people work in"."""

from enduse.extract.english.words.lexicon import words
from enduse.extract.segment import Token

__all__ = ["mark_deeds"]

_FEELING = frozenset({"fear", "worry", "hope", "doubt", "claim", "suspect", "estimate", "report"})
_LIVING = frozenset({"work", "live", "study", "train", "shop", "report"})
_PLACES = frozenset({"in", "at", "for", "on", "there", "under", "with", "near"})


def mark_deeds(
    found: tuple[Token, ...], letters: list[str], verbs: list[tuple[str, str] | None]
) -> None:
    """Read as a verb what follows a word for several people, in place."""
    for i in range(1, len(found) - 1):
        word, following = found[i].text, found[i + 1].text
        feels = word in _FEELING and following == "that"
        lives = word in _LIVING and following in _PLACES
        if letters[i] == "N" and (feels or lives) and _are_people(i, found, letters):
            letters[i], verbs[i] = "V", (word, "base")


def _are_people(i: int, found: tuple[Token, ...], letters: list[str]) -> bool:
    """Whether people in the plural stand before a word, past adverbs: "people also"."""
    at = i - 1
    while at > 0 and letters[at] in "RG":
        at -= 1
    noun = found[at].text.lower()
    one = noun.removesuffix("s")
    known = words("sources") | words("roles") | words("relations")
    return letters[at] in "NP" and (noun == "people" or (one != noun and one in known))
