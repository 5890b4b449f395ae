"""Numbered entries in the text of METI's lists, cut where the next number stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_JAPANESE = r"\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
ADDRESS = re.compile(r"所\s*在\s*地\s*[：:]")
_ALIAS_LABEL = "別称："
_ENGLISH = re.compile(rf"(?:(?<=\n)|(?<=[{_JAPANESE}]))(?=[A-Za-z0-9][^\n{_JAPANESE}]*(?:\n|\Z))")
_AKA = re.compile(r",?\s*\ba\.k\.a\.?,?\s*(?:the\s+following\s+([\w-]+)\s+alias(?:es)?)?\s*:?")
# A page that ends behind "; and" leaves no line end before the dash of the next alias; a hyphen
# at the start of a line is one only behind a semicolon: "Institute of Solid" wraps to "-State".
_ITEM = re.compile(
    r"(?<=\n)\s*[—–‐]\s*|(?:(?<=[;；:])|(?<=\band))\s*\n\s*-\s*"
    r"|[;；]\s*(?:and\s*)?(?:\n\s*)?(?=[-—–‐\s]|$)[-—–‐]?"
)
_LOOSE = re.compile(r"(?:(?<=\n)|(?<=:))\s*[-—–‐]\s*|[;；]\s*(?:and\s*)?(?=[-—–‐\s]|$)[-—–‐]?")
_WRAPPED = re.compile(rf"(?<=[{_JAPANESE}])\s*\n\s*(?=[{_JAPANESE}])")
_SHORT = frozenset(
    {"Ltd", "Co", "Inc", "Corp", "Sti", "Şti", "Ști", "Tic", "San", "Est", "No", "Jr", "Pte", "Bhd"}
)
_JAPANESE_ALIASES = re.compile(r"（別称、(.+?)）", re.DOTALL)
_SPLIT = re.compile(r"、|及び|；|;")
_PLACES = re.compile(r";\s*(?:and\s+)?")
_WORDS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the file's text, without the white space around it."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> str:
        """The stretch on one line."""
        return " ".join(_WRAPPED.sub("", self.text).split())


@dataclass(frozen=True, slots=True)
class EntryText:
    """One entry.

    Attributes:
        number: Its number in the list.
        whole: All of it.
        japanese: The Japanese name, without aliases; None where there is none.
        english: The English name; None where there is none.
        aliases: Aliases in any script.
        addresses: Addresses, one by one.
        announced: How many aliases the text says that it gives; 0 where it does not say.
        counted: How many English aliases were found where it says how many.
    """

    number: int
    whole: Span
    japanese: Span | None
    english: Span | None
    aliases: tuple[Span, ...]
    addresses: tuple[Span, ...]
    announced: int = 0
    counted: int = 0


def _header(number: int) -> re.Pattern[str]:
    half = str(number)
    wide = half.translate(_WIDE)
    # Pages are set off by nothing: a number may stand right behind the full stop of an address.
    return re.compile(
        rf"(?:(?<=\n)|(?<=[^\d\s０-９,\-/]))(?:{half}|{wide})[ 　]+(?=[^\n]*[{_JAPANESE}])"
    )


def entries(text: str) -> Iterator[EntryText]:
    """Cut the text at its numbers, which run from 1 without a gap.

    Args:
        text: The file's text.
    """
    found = _header(1).search(text)
    number = 1
    while found:
        following = _header(number + 1).search(text, found.end())
        end = following.start() if following else len(text)
        yield _entry(number, text, found.start(), found.end(), end)
        found, number = following, number + 1


def span(text: str, start: int, end: int, trim: str = "") -> Span | None:
    """A stretch without the white space around it; None where nothing is left."""
    marks = " \t\r\n\u3000" + trim
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return Span(start, end, text[start:end]) if end > start else None


def _entry(number: int, text: str, start: int, name: int, end: int) -> EntryText:
    whole = span(text, start, end) or Span(start, end, text[start:end])
    found = ADDRESS.search(text, name, end)
    head = found.start() if found else end
    label = text.find(_ALIAS_LABEL, name, head)
    names_end = label if label >= 0 else head
    english = _ENGLISH.search(text, name, names_end)
    cut = english.start() if english else names_end
    aliases: list[Span] = list(_japanese_aliases(text, name, cut))
    bracket = text.find("（別称", name, cut)
    japanese = span(text, name, bracket if bracket >= 0 else cut)
    named, announced, counted = None, 0, 0
    if english:
        named, given, announced = _english(text, cut, names_end)
        aliases += given
        counted = len(given)
    if label >= 0:
        aliases += _pieces(text, label + len(_ALIAS_LABEL), head, re.compile(r";|；|\n"))
    places = _pieces(text, found.end(), end, _PLACES) if found else []
    return EntryText(
        number, whole, japanese, named, tuple(aliases), tuple(places), announced, counted
    )


def _english(text: str, start: int, end: int) -> tuple[Span | None, list[Span], int]:
    found = _AKA.search(text, start, end)
    if found is None:
        pieces = _pieces(text, start, end, re.compile(r";\s*"))
        return (pieces[0] if pieces else None), pieces[1:], 0
    given = _pieces(text, found.end(), end, _ITEM)
    announced = _WORDS.get((found[1] or "").lower(), 0)
    if announced and len(given) != announced:
        # Where a semicolon was forgotten, the number that the text gives decides.
        loose = _pieces(text, found.end(), end, _LOOSE)
        given = loose if len(loose) == announced else given
    return span(text, start, found.start(), ","), given, announced


def _pieces(text: str, start: int, end: int, between: re.Pattern[str]) -> list[Span]:
    made, begin = [], start
    for found in between.finditer(text, start, end):
        made.append(span(text, begin, found.start(), ";"))
        begin = found.end()
    made.append(span(text, begin, end, ";"))
    return [_unstopped(text, one) for one in made if one is not None and one.text != "and"]


def _unstopped(text: str, one: Span) -> Span:
    """Without the full stop of the sentence; that of "Ltd." stays."""
    last = one.text.split()[-1]
    if one.text.endswith(".") and last[:-1] not in _SHORT and "." not in last[:-1]:
        return Span(one.start, one.end - 1, text[one.start : one.end - 1])
    return one


def _japanese_aliases(text: str, start: int, end: int) -> Iterator[Span]:
    """Aliases in Japanese letters; those in Latin letters come again in the English part."""
    for found in _JAPANESE_ALIASES.finditer(text, start, end):
        for one in _pieces(text, found.start(1), found.end(1), _SPLIT):
            if re.search(rf"[{_JAPANESE}]", one.text):
                yield one
