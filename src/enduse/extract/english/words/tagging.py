"""Gives each word of an English sentence one letter, from closed classes, forms and neighbours.

D determiner, I pronoun, E preposition, T "to" before a verb, S subordinator, C conjunction,
W relative, M modal, X be/have/do, G negation, R adverb, V verb, N nominal, P capitalised nominal,
# number, O possessive, Y time, K comma, Q quotation mark, B b brackets, Z other marks.
"""

from dataclasses import dataclass

from enduse.extract.english.words.guesses import contracted, first_guess, mark_times, opens
from enduse.extract.english.words.promotion import promote
from enduse.extract.english.words.tagmends import mend
from enduse.extract.english.words.verbwords import as_verb, before_verb
from enduse.extract.segment import Span, Token, tokens

__all__ = ["Tagged", "tag"]

Verb = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a sentence with their letters, and what each verb is a form of."""

    tokens: tuple[Token, ...]
    tags: str
    verbs: tuple[Verb | None, ...]

    def span(self, first: int, last: int) -> Span:
        """The text span of tokens first to last, the last one included."""
        return Span(self.tokens[first].start, self.tokens[last].end)


def tag(text: str, sentence: Span) -> Tagged:
    """Return the words of one sentence, each with its letter.

    Example:
        >>> text = "Kupol has tested two drones."
        >>> tag(text, Span(0, len(text))).tags
        'PXV#NZ'
    """
    found = tokens(text, sentence, "en")
    letters = [first_guess(t.text, opens(i, found)) for i, t in enumerate(found)]
    contracted(found, letters)
    mark_times(text, sentence, found, letters)
    verbs: list[Verb | None] = [None] * len(found)
    for i, token in enumerate(found):
        if letters[i] in "NRS" or (letters[i] == "P" and i == 0):
            verb = as_verb(i, found, letters)
            if verb is not None:
                letters[i], verbs[i] = "V", verb
        elif letters[i] == "E" and token.text.lower() == "to" and before_verb(i, found):
            letters[i] = "T"
    mend(found, letters, verbs)
    promote(found, letters, verbs)
    return Tagged(found, "".join(letters), tuple(verbs))
