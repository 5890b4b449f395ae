"""Walks from one noun phrase to all that belongs to it: "of" phrases, lists, names it is called."""

import re

from enduse.extract.english.syntax.phrases import Phrase, Sentence
from enduse.extract.english.words.lexicon import countries, words

__all__ = ["after_insertion", "is_named", "leftmost", "named_after", "names_holder", "noun_phrase"]


def noun_phrase(at: int, s: Sentence) -> Phrase:
    """Return a noun phrase with its "of" phrases and its coordinated ones."""
    last = head = at
    while True:
        if s.kind(last + 1) == "E" and s.kind(last + 2) == "N" and s.words(last + 1) == "of":
            last += 2
        elif _joins(last + 1, s) and s.kind(last + 2) == "N" and not _new_subject(last + 2, s):
            last += 2
        elif _introduced(last, s):
            last += 2
        elif (resumed := after_insertion(last + 1, s)) is not None:
            last = resumed
        elif _listed(last, s):
            last += 2
        elif _named(last + 1, s):
            last += 2
            head = last
        else:
            return Phrase(at, last, head)


def _joins(at: int, s: Sentence) -> bool:
    """Whether a conjunction that can join nouns stands here: not "but"."""
    return s.kind(at) == "C" and s.words(at).lower() != "but"


def _introduced(last: int, s: Sentence) -> bool:
    """Whether the name of an office holder follows: "X and its director, Y"."""
    owned = s.words(last).split(" ")[0].lower() in ("its", "their")
    joined = s.kind(last - 1) == "C" or s.kind(last + 3) == "K"
    return owned and joined and names_holder(last, s)


def names_holder(i: int, s: Sentence) -> bool:
    """Tell whether a role is only there to introduce the name after the comma."""
    role = s.tagged.tokens[s.chunks[i].last].text.lower() in words("roles")
    return role and s.kind(i + 1) == "K" and s.kind(i + 2) == "N" and s.tag_of(i + 2) == "P"


def is_named(i: int, s: Sentence) -> bool:
    """Tell whether a chunk is a name, or a name with its class: "the Primer-12 plant"."""
    if s.kind(i) != "N":
        return False
    if s.tag_of(i) == "P":
        return True
    chunk = s.chunks[i]
    last = s.tagged.tokens[chunk.last].text.lower()
    if last not in words("companies") and last not in words("organisations"):
        return False
    inside = range(chunk.first, chunk.last)
    names = (s.tagged.tokens[j].text for j in inside if s.tagged.tags[j] == "P")
    return any(name not in countries() for name in names)


def after_insertion(comma: int, s: Sentence) -> int | None:
    """The last member of a list, past an aside: "X and Y, both based in China, and Z"."""
    at = comma + 1
    if s.kind(comma) != "K":
        return None
    if s.kind(at) == "N" and s.words(at).lower() in ("both", "all", "each"):
        at += 1
    if s.kind(at) != "V" or s.chunks[at].form != "part":
        return None
    at += 1
    while s.kind(at) == "E" and s.kind(at + 1) == "N":
        at += 2
    ends = s.kind(at) == "K" and s.kind(at + 1) == "C" and s.kind(at + 2) == "N"
    return at + 2 if ends and not _new_subject(at + 2, s) else None


def _named(at: int, s: Sentence) -> bool:
    """Whether "called X" stands here: X is the head of what is so called."""
    return s.kind(at) == "V" and s.kind(at + 1) == "N" and s.chunks[at].lemma in _NAMING


_NAMING = frozenset({"call", "name", "codename"})


_PARTS = frozenset({"the rest", "the others", "the remainder", "others"})


_LEADING = frozenset("to for from by through in into at".split())


def _shares_verb(at: int, s: Sentence) -> bool:
    """Whether a further part of a list begins that shares the verb: "and 22 to Swiss firms"."""
    opens = s.tagged.tags[s.chunks[at].first] == "#" or s.words(at).lower() in _PARTS
    leads = s.kind(at + 1) == "E" and s.words(at + 1) in _LEADING
    return opens and leads and s.kind(at + 2) == "N"


_SHARE = re.compile(
    r"^(?:a |one |the )?(?:half|third|quarter|fifth|rest|remainder|balance|remaining)\b|%$|"
    r"per ?cent$"
)


def _new_subject(at: int, s: Sentence) -> bool:
    if _shares_verb(at, s):
        return True
    after = at + 1
    if s.kind(after) == "E" and s.words(after) == "by" and _SHARE.search(s.words(at)):
        return True  # "held by X and a quarter by Y"
    if s.kind(after) == "V" and s.kind(after + 1) == "E" and s.words(after + 1) == "by":
        return True
    while s.kind(after) in "RY":
        after += 1
    return s.kind(after) in "VX" and s.chunks[after].finite


def _listed(last: int, s: Sentence) -> bool:
    """Whether a comma here belongs to a list: "Kupol, Almaz-Antey, and the ministry"."""
    if s.kind(last + 1) != "K" or s.kind(last + 2) != "N":
        return False
    at = last + 3
    while s.kind(at) == "K" and s.kind(at + 1) == "N":
        at += 2
    at += s.kind(at) == "K"
    return s.kind(at) == "C" and s.kind(at + 1) == "N" and s.words(at).lower() in ("and", "or")


def named_after(phrase: Phrase, s: Sentence) -> Phrase | None:
    """Return the name that a description announces: "a broker in Riga, Baltic Express,"."""
    after = phrase.last + 1
    if s.kind(after) == "E" and s.words(after) in ("in", "from") and s.kind(after + 1) == "N":
        after += 2
    if s.kind(after) != "K" or s.kind(after + 1) != "N" or s.tag_of(after + 1) != "P":
        return None
    opening = s.words(phrase.first).split(" ")[0].lower()
    several = s.tagged.tags[s.chunks[phrase.first].first] == "#" or opening == "both"
    described = several or opening in ("a", "an", "the", "its", "their", "his", "her")
    if not described or s.tag_of(phrase.last) == "P":
        return None
    pair = s.kind(after + 2) == "C" and s.kind(after + 3) == "N" and s.tag_of(after + 3) == "P"
    if several and pair and s.kind(after + 4) in "KZ^":
        return Phrase(after + 1, after + 3, after + 1)  # "two traders in Riga, X and Y"
    closed = s.kind(after + 2) in "KZ^"
    listed = s.kind(after + 3) == "C" and s.kind(after + 4) == "N"
    return Phrase(after + 1, after + 1, after + 1) if closed and not listed else None


def leftmost(at: int, s: Sentence) -> Phrase:
    """Return the whole noun phrase that ends here, back over what hangs on it."""
    last = at
    if s.words(at).lower() in words("subject_pronouns"):
        return Phrase(at, at, at)
    while at > 0:
        previous = s.kind(at - 1)
        if previous == "S" and _labelled(at, s):
            at -= 3  # "material labelled as cotton"
        elif previous == "E" and s.kind(at - 2) == "N":
            at -= 2
        elif previous == "E" and at > 2 and s.chunks[at - 2].form in ("part", "ing"):
            if s.kind(at - 3) != "N":
                break
            at -= 3
        elif _joins(at - 1, s) and s.kind(at - 2) == "N" and not _is_object(at - 2, s):
            at -= 2
        elif _joins(at - 1, s) and s.kind(at - 2) == "K" and s.kind(at - 3) == "N":
            if _ends_clause(at - 3, s):
                break
            at -= 3
        elif previous == "K" and s.kind(at - 2) == "N" and _in_list(at, last, s):
            at -= 2
        else:
            break
    return Phrase(at, last, at)


def _labelled(at: int, s: Sentence) -> bool:
    """Whether a participle of labelling, with "as", stands before: "material labelled as"."""
    passive = s.kind(at - 2) == "V" and s.chunks[at - 2].form == "part"
    return passive and s.words(at - 1) == "as" and s.kind(at - 3) == "N"


def _ends_clause(at: int, s: Sentence) -> bool:
    """Whether what stands before ", and" belongs to a clause that is complete: no list goes on."""
    for j in range(at - 1, -1, -1):
        if s.kind(j) in "SWZ" or (s.kind(j) == "K" and s.tag_of(at) == "P" and j == at - 1):
            return False
        if s.chunks[j].finite:
            return True
    return False


def _is_object(at: int, s: Sentence) -> bool:
    return s.kind(at - 1) == "V" and s.chunks[at - 1].finite


def _in_list(at: int, last: int, s: Sentence) -> bool:
    return any(s.kind(j) == "C" for j in range(at, last))
