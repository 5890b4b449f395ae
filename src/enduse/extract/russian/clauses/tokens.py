"""Words, marks and names of one Russian sentence, each with the forms it may have."""

import re
from dataclasses import dataclass

from enduse.extract.mentions.found import Found
from enduse.extract.relations.skeleton import Skeleton
from enduse.extract.russian.morphology import Form, forms, is_known
from enduse.extract.russian.words import LEGAL_FORM

__all__ = ["Token", "tokens"]

_TOKEN = re.compile(
    r"[\ue000-\ue007]|\d[\d \u00a0\u202f.,]*\d[–—-]\d[\d.,]*(?!\w)|\d+[–—-]\d[\d.,]*(?!\w)"
    r"|\d[\d \u00a0\u202f.,]*\d(?!\w)|\d+"
    r"|[A-Z][A-Za-z\d&'-]*(?: (?:[A-Z][A-Za-z\d&'.-]*|of|and|de))+"
    r"|(?:тыс|млн|млрд|трлн|руб|долл|шт|чел|гг|(?<=\d{4} )г)\.(?!$)|[^\W\d_]\w*(?:[-‑]\w+)*|[^\w\s]"
)
_CYRILLIC = re.compile(r"[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*")
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_ANY_CASE = tuple(Form("NOUN", "", case) for case in _CASES)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, mark or name.

    Attributes:
        start: First character in the skeleton.
        end: One past the last.
        low: The word in lower case.
        forms: Its likely readings; of a name those of its head.
        mention: The name, where it is one.
        capital: It begins with a capital.
    """

    start: int
    end: int
    low: str
    forms: tuple[Form, ...] = ()
    mention: Found | None = None
    capital: bool = False

    @property
    def pos(self) -> str:
        """The likeliest part of speech."""
        return self.forms[0].pos if self.forms else ""

    def reads(self, *parts: str) -> Form | None:
        """Return the likeliest reading as one of these parts of speech."""
        return next((f for f in self.forms if f.pos in parts), None)


def tokens(bones: Skeleton) -> tuple[Token, ...]:
    """Return the tokens of a sentence in order."""
    found = []
    for match in _TOKEN.finditer(bones.text):
        mention = bones.mentions.get(match.start())
        if mention is not None:
            found.append(Token(*match.span(), mention.text, _of_name(mention), mention))
            continue
        found.append(_word(*match.span(), match.group()))
    return tuple(found)


def _word(start: int, end: int, written: str) -> Token:
    low = written.lower()
    if _CYRILLIC.fullmatch(written):
        return Token(start, end, low, forms(low), capital=written[0].isupper())
    known = _ANY_CASE if written[0].isalpha() and written[0].isascii() else ()
    return Token(start, end, low, known)


def _of_name(mention: Found) -> tuple[Form, ...]:
    """The cases in which the head of a name may stand; any, where its words do not decline."""
    words = [w for w in re.findall(r"[^\W_]+(?:-[^\W_]+)*", mention.text)]
    if mention.kind == "source":
        words = [w for w in words if forms(w) and forms(w)[0].pos != "NUMR"]
    outside = re.split(r"[«\"„“]", mention.text, maxsplit=1)[0]
    if not re.search(r"\w", outside):
        outside = mention.text
    if re.match(rf"{LEGAL_FORM}(?!\w)", outside) or not words:
        return _ANY_CASE
    if mention.schema == "Person":
        return _shared([w for w in words if _CYRILLIC.fullmatch(w)])
    for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", outside):
        if not _CYRILLIC.fullmatch(word) or word.isupper():
            return _ANY_CASE
        head = tuple(f for f in forms(word) if f.pos in ("NOUN", "NPRO"))
        if head and _is_proper(mention, word):
            return _of_proper(words, head)
        if (
            head
            and head[0] is forms(word)[0]
            or head
            and forms(word)[0].pos not in ("ADJF", "PRTF")
        ):
            return head
    return _ANY_CASE


def _of_proper(words: list[str], head: tuple[Form, ...]) -> tuple[Form, ...]:
    """The cases of a name: those of its words, any where they do not decline together."""
    cases = {f.case for f in head} if is_known(words[0]) else set(_CASES)
    for word in words[1:]:
        known = {f.case for f in forms(word) if f.case}
        cases &= known if known and is_known(word) else cases
    if len(words) > 1 and (not cases or "nomn" in cases) or cases == set(_CASES):
        return _ANY_CASE
    return tuple(Form("NOUN", "", case) for case in sorted(cases))


def _is_proper(mention: Found, word: str) -> bool:
    """Whether a name has no class noun, so that its gender is that of a noun we do not see."""
    named = mention.schema in ("Company", "Organization", "LegalEntity", "Product")
    return named and mention.kind == "name" and mention.class_noun is None and word[0].isupper()


def _shared(words: list[str]) -> tuple[Form, ...]:
    """The forms of a person's name in the cases that all its words allow."""
    each = [tuple(f for f in forms(w) if f.case) for w in words]
    each = [known for known in each if known]
    if not each:
        return _ANY_CASE
    cases = {f.case for f in each[0] if f.number != "plur"}
    for known in each[1:]:
        both = cases & {f.case for f in known if f.number != "plur"}
        cases = both or cases
    found = [f for f in each[0] if f.case in cases and f.number != "plur"]
    return tuple(found) or _ANY_CASE
