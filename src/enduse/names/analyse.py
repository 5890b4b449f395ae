"""A name as written, taken apart into the words that are compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from enduse.names.cleaning import clean
from enduse.names.organisations import with_forms
from enduse.names.romanise import romanised
from enduse.names.tables import lines
from enduse.names.words import Kind, Token, tokens_of_word

_WORD, _LETTER = Kind.WORD, Kind.LETTER
_NO_WORDS = frozenset((Kind.LEGAL, Kind.PARTICLE))
_SIGNS_TO_SPACES = bytes(c if chr(c).isascii() and chr(c).isalnum() else 32 for c in range(256))
_WORDS = re.compile(r"[^\W_]+")
_MANY = re.compile(r"[(（\[,;،]")
_PARENTHESES = re.compile(r"[(（\[]([^)）\]]*)[)）\]]?")


class Sort(IntEnum):
    """What kind of thing a name names; it decides how the words are read."""

    UNKNOWN = 0
    PERSON = 1
    ORGANISATION = 2
    VESSEL = 3
    AIRCRAFT = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name in comparable parts.

    Attributes:
        written: As it stood.
        tokens: Its words in order; legal forms among them, kind LEGAL.
        notes: What the eye does not see: invisible characters, look-alikes.
    """

    written: str
    tokens: tuple[Token, ...]
    notes: tuple[str, ...] = ()


def analyse(written: str, sort: Sort = Sort.UNKNOWN) -> Name:
    """Take a name apart.

    Args:
        written: Any script; parentheses are read as part of the name.
        sort: What it names; UNKNOWN reads it as an organisation, which also fits persons.

    Returns:
        Its parts; no tokens if nothing in it can be compared.

    Example:
        >>> [t.text for t in analyse("ООО «ТСК Вектор»", Sort.ORGANISATION).tokens]
        ['llc', 'tsk', 'vektor']
    """
    text, notes = clean(written)
    return Name(written, _tokens(text.casefold(), sort == Sort.PERSON), notes)


def split_words(written: str, person: bool) -> list[str]:
    """The words of a name before they are read: one script each, legal forms rewritten."""
    text = clean(written)[0].casefold()
    return words_of_text(text if person else with_forms(text))


def _tokens(text: str, person: bool) -> tuple[Token, ...]:
    if person:
        return _of_words(text, True)
    tokens = _of_words(with_forms(text), False)
    if len([True for t in tokens if t.kind == _LETTER]) > 1:
        tokens = tuple(_joined_letters(tokens))
    return _kept(tokens)


def _of_words(text: str, person: bool) -> tuple[Token, ...]:
    tokens: list[Token] = []
    for word in words_of_text(text):
        tokens += tokens_of_word(word, person)
    return tuple(tokens)


def words_of_text(text: str) -> list[str]:
    """The words of a casefolded text: letters and digits between anything else."""
    if text.isascii():
        return text.encode().translate(_SIGNS_TO_SPACES).decode().split()
    return _WORDS.findall(text)


def _joined_letters(tokens: Sequence[Token]) -> list[Token]:
    """Letters in a row are one abbreviation: M. D. S. is MDS."""
    out: list[Token] = []
    run: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and token.kind == _LETTER and token.text.isalnum():
            run.append(token)
            continue
        if len(run) > 1:
            text = "".join(t.text for t in run)
            out.append(Token(text, Kind.WORD, " ".join(t.written for t in run)))
        else:
            out.extend(run)
        run = []
        if token is not None:
            out.append(token)
    return out


def _kept(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    stop = _stopwords()
    kept = tokens
    if not stop.isdisjoint([t.text for t in tokens]):
        kept = tuple([t for t in tokens if not is_stopword(t)])
    if not kept or not _NO_WORDS.issuperset([t.kind for t in kept]):
        return kept or tokens
    # A name of nothing but legal forms ("Limited") is compared by them.
    return tuple(Token(t.text, Kind.WORD, t.written) for t in kept)


@lru_cache(maxsize=1)
def _stopwords() -> frozenset[str]:
    return frozenset(romanised(w) for line in lines("stopwords.txt") for w in line.split())


def is_stopword(token: Token) -> bool:
    """Tell whether a token of an organisation's name is left out where others remain."""
    return token.kind == _WORD and token.text in _stopwords()


def readings(written: str, sort: Sort = Sort.UNKNOWN) -> tuple[str, ...]:
    """Other ways to read one entry: without its parentheses, each of several names in a row.

    Example:
        >>> readings("Korea Namgang Trading Corporation (NTC)")
        ('Korea Namgang Trading Corporation',)
        >>> readings("KIM Yong-Nam, KIM Young-Nam, KIM Yong-Gon", Sort.PERSON)
        ('KIM Yong-Nam', 'KIM Young-Nam', 'KIM Yong-Gon')
    """
    if not _MANY.search(written):
        return ()
    outside = " ".join(_PARENTHESES.sub(" ", written).split()).strip(" ,;-")
    found = [outside] if len(outside) > 3 and outside != written else []
    return tuple(found) + _in_a_row(outside, sort)


def _in_a_row(written: str, sort: Sort) -> tuple[str, ...]:
    parts = [p.strip() for p in re.split(r"[,;،]", written) if p.strip()]
    if sort == Sort.PERSON:
        # "Family, Given" is one name; only three or more of two words each are surely several.
        several = len(parts) > 2 and all(len(p.split()) > 1 for p in parts)
        return tuple(parts) if several else ()
    names = [p for p in parts if len(p.split()) > 1]
    if len(names) > 1:
        names = [p for p in names if not _only_forms(p)]
    return tuple(names) if len(names) > 1 else ()


def _only_forms(text: str) -> bool:
    return all(t.kind == Kind.LEGAL for t in analyse(text, Sort.ORGANISATION).tokens)
