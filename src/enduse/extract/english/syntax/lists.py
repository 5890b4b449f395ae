"""Takes the names of a list apart: "X, Y and its director, Z"."""

from enduse.extract.english.syntax.nounphrases import after_insertion, names_holder
from enduse.extract.english.syntax.phrases import NAMING, Phrase, Sentence
from enduse.extract.english.words.lexicon import words
from enduse.extract.segment import Span

__all__ = ["members"]


def members(span: Span, phrase: Phrase | None, s: Sentence) -> list[Span]:
    """Return the names of a list, each for itself; anything else as a whole."""
    if phrase is None or phrase.first == phrase.last:
        return [span]
    if s.kind(phrase.first + 1) == "V" and s.chunks[phrase.first + 1].lemma not in NAMING:
        return [s.chunk_span(phrase.first)]
    listed = _listed(phrase, s)
    nouns = [i for i in listed if s.kind(i) == "N" and not names_holder(i, s)]
    named = [i for i in nouns if _is_name(i, s)]
    if len(nouns) > 2 and nouns[0] not in named[1:] and _announces(nouns[0], s) and len(named) > 1:
        nouns = nouns[1:]
    marks = {s.kind(i) for i in listed} - {"N"}
    if (
        len(nouns) > 1
        and "C" in marks
        and marks <= {"C", "K"}
        and all(_is_name(i, s) for i in nouns)
    ):
        return [s.chunk_span(i) for i in nouns]
    return [span]


def _listed(phrase: Phrase, s: Sentence) -> list[int]:
    """The chunks of a list without what is set in between its members."""
    kept, at = [], phrase.first
    while at <= phrase.last:
        resumed = after_insertion(at, s)
        if resumed is not None and resumed <= phrase.last:
            kept.append(resumed - 1)
            at = resumed
        kept.append(at)
        at += 1
    return kept


def _announces(i: int, s: Sentence) -> bool:
    """Whether a phrase only announces the names after it: "two companies, X and Y"."""
    return s.kind(i + 1) == "K" and s.tag_of(i) == "N"


def _is_name(i: int, s: Sentence) -> bool:
    last = s.tagged.tokens[s.chunks[i].last].text.lower()
    held = s.words(i).lower().startswith("its ") and last in words("roles")
    return s.tag_of(i) == "P" or held or last in words("bodies") or last in words("companies")
