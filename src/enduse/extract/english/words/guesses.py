"""The first guess at what a word is: from closed classes, capitals and forms; times as a whole."""

import re
from functools import cache, lru_cache

from enduse.extract.english.words.lexicon import words
from enduse.extract.segment import Span, Token

__all__ = ["contracted", "first_guess", "mark_times", "opens"]

_MARKS = {",": "K", "(": "B", "[": "B", ")": "b", "]": "b", "$": "#", "€": "#", "£": "#", "%": "N"}
_QUOTES = frozenset("\"“”«»‘’'")
_OPENERS = frozenset("-–—:•*)")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:,?\s{_YEAR})?"
    rf"|{_MONTH}\s\d{{1,2}}(?:,\s{_YEAR}|\s{_YEAR})?(?!\d)|{_MONTH}(?:\s(?:of\s)?{_YEAR})?"
    rf"|{_YEAR}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_PERIOD = (
    r"(?:earlier\s|later\s)?(?:this|last|next|the\s(?:coming|following|previous|same|past|last|next))\s"
    r"(?:(?:few|two|three)\s)?(?:years?|months?|weeks?|quarter|summer|spring|autumn|winter|decade)"
)
_SEASON = (
    r"(?:[Ii]n|[Dd]uring|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]ver|[Tt]his|[Tt]hat)\s(?:the\s)?"
    r"(?:(?:early|late|mid|following|same|coming)\s)?(?:spring|summer|autumn|winter|past)\b(?!\s\d)"
)
_SPAN = (
    r"(?:[Oo]ver|[Ff]or|[Ww]ithin|[Aa]fter|[Ii]n|[Dd]uring)\s(?:the\s(?:last|past|next|first)\s)?"
    r"(?:about\s|some\s|nearly\s|almost\s|more\sthan\s|at\sleast\s)?"
    r"(?:\d{1,3}|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a\sfew|many)\s"
    r"(?:days?|weeks?|months?|years?|decades?)(?:\s(?:ago|later|earlier))?"
)
_TIME = re.compile(
    rf"\b(?:(?:[Ii]n|[Oo]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]uring|[Oo]ver|"
    rf"[Bb]etween|[Aa]s\sof)\s)?(?:(?:the\s)?(?:early|late|mid|end\sof)[\s-])?"
    rf"(?:{_DAY}(?:\s(?:and|to|until)\s{_DAY})?|{_PERIOD})\b|\b{_SPAN}\b|\b{_SEASON}"
)
# Without a day or year these are rather names and verbs than months.
_ALSO_NAMES = frozenset({"May", "March", "may"})
_NAMES_RATHER = frozenset({"Jan", "Feb", "Aug", "Nov", "Dec"})


@cache
def _closed() -> dict[str, str]:
    table: dict[str, str] = {}
    for letter, name in (
        ("R", "adverbs"), ("E", "prepositions"), ("S", "subordinators"), ("I", "pronouns"),
        ("D", "determiners"), ("W", "relatives"), ("C", "conjunctions"), ("X", "have"),
        ("X", "do"), ("X", "be"), ("M", "modals"), ("G", "negations"), ("#", "numbers"),
    ):  # fmt: skip
        table.update(dict.fromkeys(words(name), letter))
    table.update({"that": "S", "which": "W", "whose": "W", "who": "W", "like": "E", "to": "E"})
    return table


def opens(i: int, found: tuple[Token, ...]) -> bool:
    """Whether a capital is due to the place: at the beginning, or after a quotation mark."""
    return i == 0 or found[i - 1].text in _QUOTES or found[i - 1].text in _OPENERS


@lru_cache(maxsize=1 << 14)
def first_guess(word: str, first: bool) -> str:
    """Return the letter that a word has by itself; `first` where its capital says nothing.

    Texts use the same words again and again: the last ones are kept.
    """
    if not word[0].isalnum():
        if word in ("'s", "’s"):
            return "O"  # after a pronoun "is", see `contracted`
        return _MARKS.get(word) or ("Q" if word in _QUOTES else "Z")
    if word[0].isdigit():
        if word.endswith("-odd"):
            return "#"
        return "#" if not any(c.isalpha() for c in word) else "N"
    lower = word.lower()
    closed = _closed().get(lower)
    if closed and (first or not word[0].isupper() or word == "I"):
        return closed
    if "." in word and word in words("legal_forms"):
        return "P"  # "Praha Termo s.r.o."
    if lower.endswith(("n't", "n’t")):
        return "G"
    if word[0].isupper():
        return "N" if _is_compound(word) else "P"
    if lower.endswith("ly") and len(lower) > 4 and lower not in ("supply", "family", "assembly"):
        return "R"
    return "N"


_SHORT = {"re": "X", "m": "X", "ve": "X", "ll": "M", "d": "M"}
_CONTRACTING = frozenset("it he she that there who what where here this".split())


def contracted(found: tuple[Token, ...], letters: list[str]) -> None:
    """Read the short forms of auxiliaries after pronouns: "it's", "they've", "we'll"."""
    for i in range(1, len(found)):
        word, last = found[i].text, found[i - 1]
        if last.end != found[i].start:
            continue
        if letters[i] == "O" and last.text.lower() in _CONTRACTING:
            letters[i] = "X"
        elif last.text in _QUOTES and i > 1 and word in _SHORT and letters[i - 2] in "IP":
            if found[i - 2].end == last.start and found[i - 2].text.lower() in _PERSONS:
                letters[i] = _SHORT[word]


_PERSONS = frozenset("i we you they he she it that who there".split())


def _is_compound(word: str) -> bool:
    """Whether a hyphen makes an adjective of a name: "Moscow-based", not "Mei-ling"."""
    before, hyphen, last = word.rpartition("-")
    if not hyphen or not last.islower():
        return False
    return len(last) > 5 or last in words("compound_ends") or len(before) > 5


def mark_times(text: str, sentence: Span, found: tuple[Token, ...], letters: list[str]) -> None:
    """Give the words of dates and periods the letter of times."""
    at = 0
    for match in _TIME.finditer(text, sentence.start, sentence.end):
        said = match.group().strip()
        if said in _ALSO_NAMES or said.split()[-1] in _NAMES_RATHER:
            continue
        while at < len(found) and found[at].end <= match.start():
            at += 1
        while at < len(found) and found[at].start < match.end():
            letters[at] = "Y"
            at += 1
