"""English sentences as tagged tokens: enough grammar to find subjects, verbs and clauses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from enduse.extract.attribution.lexicon import grammar, verb_forms
from enduse.extract.attribution.quotes import Unit
from enduse.extract.segment import Span

__all__ = ["Tagged", "tag"]

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Maj|Col|Lt|Sgt|Capt|Adm|Sen|Rep|Gov|Pres|St|Jr|Sr|Inc|Corp|Co|Ltd"
    r"|Sens|Reps|Rev|Hon|No|vs)\.(?=\s)"
    r"|(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s)"
    r"|\d+-[a-z]+(?:-[a-z]+)*"
    r"|\d+(?:[.,:]\d+)*%?"
    r"|['’](?:s|d|ve|ll|re|m)\b"
    r"|[^\W_]+(?:(?:[-‐‑/&@.]|['’](?!(?:s|d|ve|ll|re|m)\b))[^\W_]+)*"
    r"|--|\.{3}|[^\w\s]|_"
)
# "DUBAI/ALMATY, Nov. 20 (Newswire) - " stands before the first clause and names no speaker.
_DATELINE = re.compile(
    r"[A-Z][A-Z/ .’'-]{2,40}(?:, [A-Z][A-Za-z. ]{2,20})?"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: \([^)\n]{2,30}\))? [-–—]{1,2} (?=\S)"
)
_LOWER_WORD = re.compile(r"\b[a-z]{5,}\b")
_CONTRACTED = {"'d", "'ve", "'ll", "'re", "'m", "’d", "’ve", "’ll", "’re", "’m"}
_COUNTING = frozenset({"one", "some", "many", "most", "few"})
_POSSESSIVE = {"'s", "’s"}
_MARKS = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", ".": "."}
_MARKS |= {"?": ".", "!": ".", "—": "-", "–": "-", "--": "-", "...": ".", "…": ".", "&": "C"}


@dataclass(slots=True)
class Tagged:
    """A unit as parallel lists: places, lower-case words, and a letter for what each may be.

    Letters: N noun or name or adjective, D determiner, P pronoun that is a subject, O pronoun
    that is an object, W relative, I preposition, T "to", C coordinator, S subordinator,
    A auxiliary, R adverb, V other verb, K verb of saying, M number, H possessive mark,
    Q quotation; marks stand for themselves, "." for every end.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    tags: list[str]
    capital: list[bool]


@lru_cache(maxsize=1)
def _tag_of() -> Mapping[str, str]:
    """Every closed-class word to its letter; the later classes win."""
    classes, tags = grammar("en"), {}
    for name, letter in (
        ("verb", "V"),
        ("adverb", "R"),
        ("preposition", "I"),
        ("determiner", "D"),
        ("subordinator", "S"),
        ("coordinator", "C"),
        ("object_pronoun", "O"),
        ("pronoun", "P"),
        ("relative", "W"),
        ("auxiliary", "A"),
        ("plain_noun", "N"),
    ):
        tags.update(dict.fromkeys(classes[name], letter))
    tags["to"] = "T"
    tags["that"] = "S"
    for written in verb_forms():
        tags[written] = "K"
    return tags


def tag(text: str, unit: Unit) -> Tagged:
    """Cut a unit into tokens and give each its letter; a quotation is one token."""
    found = Tagged([], [], [], [], [])
    at = unit.span.start
    if unit.begins_paragraph:
        dateline = _DATELINE.match(text, at, unit.span.end)
        at = dateline.end() if dateline is not None else at
    headline = (
        unit.begins_paragraph
        and unit.span.end - at < 150
        and not _LOWER_WORD.search(text, at, unit.span.end)
    )
    for quote in unit.quotes:
        _add(found, text, Span(at, quote.start), headline)
        found.starts.append(quote.start)
        found.ends.append(quote.end)
        found.words.append('"')
        found.tags.append("Q")
        found.capital.append(False)
        at = quote.end
    _add(found, text, Span(at, unit.span.end), headline)
    for i in range(len(found.tags) - 1):
        if found.words[i] in _COUNTING and found.tags[i : i + 2] == ["P", "N"]:
            found.tags[i] = "D"  # "one official said"
    return found


def _add(found: Tagged, text: str, span: Span, headline: bool) -> None:
    for match in _TOKEN.finditer(text, span.start, span.end):
        written = match.group()
        low, letter, capital = _read(written)
        # A capital inside a sentence makes a name of most words: "the Post", "May", "Will".
        if (
            capital
            and not headline
            and (letter in "VKRAI" or written == "A")
            and found.tags
            and found.tags[-1] not in ".:Q"
        ):
            letter = "N"
        if low == "there" and found.tags and found.tags[-1] == "N":
            letter = "R"  # "officials there said"
        found.starts.append(match.start())
        found.ends.append(match.end())
        found.words.append(low)
        found.tags.append(letter)
        found.capital.append(capital)


@lru_cache(maxsize=1 << 14)
def _read(written: str) -> tuple[str, str, bool]:
    """A word in lower case, its letter, and whether it has a capital; texts repeat their words."""
    low = written.lower()
    return low, _tag_of().get(low) or _guess(low, written), written[0].isupper()


def _guess(low: str, written: str) -> str:
    if low in _MARKS:
        return _MARKS[low]
    if low in _POSSESSIVE:
        return "H"
    if low in _CONTRACTED:
        return "A"
    if low[0].isdigit():
        return "N" if low[-1].isalpha() and "-" in low else "M"
    if not low[0].isalnum():
        return "-" if low in "-‐" else "x"
    if written[0].isupper():
        return "N"
    if low.endswith("ly") and len(low) > 4 and low not in grammar("en")["not_adverb"]:
        return "R"
    if low.endswith("ed") and len(low) > 4 and low not in grammar("en")["not_participle"]:
        return "V"
    if low.endswith("n't") or low.endswith("n’t"):
        return "A"
    return "N"
