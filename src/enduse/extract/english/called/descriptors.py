"""What stands for a name or hides it: "the company", "it", "Russia's army", sources."""

import re
from collections.abc import Iterator

from enduse.extract.english.words.lexicon import countries, words
from enduse.extract.english.words.tagging import Tagged
from enduse.extract.mentions.entities import BOTH
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["descriptors", "bodies", "sources"]

_NUMBERS = {
    word: n
    for n, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)
}
_POINTING = frozenset({"the", "this", "that", "both", "neither", "these", "those", "such"})
_PRONOUNS = {
    "it": ("LegalEntity", 1),
    "its": ("LegalEntity", 1),
    "he": ("Person", 1),
    "she": ("Person", 1),
    "his": ("Person", 1),
    "her": ("Person", 1),
    "him": ("Person", 1),
    "they": ("LegalEntity", 0),
    "their": ("LegalEntity", 0),
    "them": ("LegalEntity", 0),
}
_HIDDEN = re.compile(
    r"anonym|not to be named|familiar|unnamed|unidentified|close to|briefed|sources?"
)


def bodies(text: str, tagged: Tagged) -> Iterator[Found]:
    """Yield public bodies named by country and office: "Turkey's trade ministry"."""
    toks, tags = tagged.tokens, tagged.tags
    for i, token in enumerate(toks):
        lower = token.text.lower()
        if lower not in _OFFICES or tags[i] not in "NP":
            continue
        if i + 1 < len(tags) and tags[i + 1] in "NP":
            continue
        first = i
        while first and (toks[first - 1].text.lower() in words("body_modifiers")):
            first -= 1
        owner = first - 1
        if owner >= 0 and tags[owner] == "O":
            owner -= 1
        country = countries().get(toks[owner].text) if owner >= 0 else None
        if country is None:
            continue
        span = tagged.span(owner, i)
        key = f"{country[0]} {' '.join(t.text.lower() for t in toks[first : i + 1])}"
        key = key.replace("defence", "defense")
        yield Found(span, text[span.start : span.end], "PublicBody", key, 2, country=country[0])


_OFFICES = frozenset(
    "ministry government army military navy treasury parliament embassy office department "
    "regulator customs intelligence commission committee police presidency".split()
)


def descriptors(text: str, tagged: Tagged) -> Iterator[Found]:
    """Yield pronouns and phrases such as "the company" or "both firms" that stand for a name."""
    toks, tags = tagged.tokens, tagged.tags
    for i, token in enumerate(toks):
        lower = token.text.lower()
        if lower in _PRONOUNS and tags[i] in "ID":
            schema, number = _PRONOUNS[lower]
            span = tagged.span(i, i)
            yield Found(span, token.text, schema, lower, 0, "descriptor", number)
        elif lower == "both" and tags[i] == "D" and tags[i + 1 : i + 2] in ("V", "X", "R", "M"):
            yield Found(tagged.span(i, i), token.text, BOTH, lower, 0, "descriptor", 2)
        elif tags[i] == "D" and lower in _POINTING | {"a", "an"}:
            found = _described(text, tagged, i, lower) or _description(text, tagged, i, lower)
            if found:
                yield found


def _described(text: str, tagged: Tagged, i: int, opening: str) -> Found | None:
    toks, tags = tagged.tokens, tagged.tags
    last = i + 1
    while last < len(tags) and tags[last] in "NP#":
        last += 1
    last -= 1
    if last <= i or last - i > 5:
        return None
    schema = _class(toks[last].text.lower())
    after = _past_place(last + 1, tagged)
    following = toks[after].text if after < len(toks) else ""
    named = following in (",", "called", "named") and after + 1 < len(tags)
    named = named and tags[after + 1] == "P"
    closed = named and (following != "," or _closed(after + 1, tags))
    if schema is None and closed and toks[last].text.lower() in words("roles"):
        schema = "Person"
    if schema is None and closed and toks[last].text.lower() in _DEALING:
        schema = "Company"
    if schema is None or any(_is_other_name(j, tagged) for j in range(i, last)):
        return None
    if opening in ("a", "an") and not named:
        return None
    country = next((c for t in toks[i:last] if (c := _country(t.text))), None)
    number = 2 if opening in ("both", "neither") else 1
    span = tagged.span(i, last)
    announces = opening in ("a", "an") or (opening == "the" and closed)
    kind = "announcer" if announces else "descriptor"
    return Found(
        span, text[span.start : span.end], schema, toks[last].text.lower(), 1, kind, number, country
    )


_DEALING = frozenset(
    "buyer seller supplier customer importer exporter consignee consignor recipient shipper "
    "forwarder sender yard contractor carrier".split()
)


def _past_place(at: int, tagged: Tagged) -> int:
    """Where the words go on after "in Bishkek": "a trading house in Bishkek, Altyn Trade"."""
    toks, tags = tagged.tokens, tagged.tags
    if at < len(toks) and toks[at].text in ("in", "near", "from", "based"):
        end = at + 1 + (toks[at].text == "based")
        while end < len(tags) and tags[end] == "P":
            end += 1
        if end > at + 1 and end < len(toks) and toks[end].text in (",", "called", "named"):
            return end
    return at


def _description(text: str, tagged: Tagged, i: int, opening: str) -> Found | None:
    """What the name right before is: "Balti OÜ, a small electronics trader in Tallinn"."""
    toks, tags = tagged.tokens, tagged.tags
    told = i > 1 and opening in ("a", "an", "the")
    told = told and (toks[i - 1].text in (",", "–", "—") or toks[i - 1].text in _IS)
    if not told or tags[i - 2] not in "P." or not toks[i - 2].text[0].isupper():
        return None
    last = i
    while last + 1 < len(tags) and tags[last + 1] in "NP#":
        last += 1
    noun = toks[last].text.lower()
    if last == i or _class(noun) != "Company":
        return None
    span = tagged.span(i, last)
    return Found(span, text[span.start : span.end], "Company", noun, 1, "description")


_IS = frozenset({"is", "was"})


def _closed(name: int, tags: str) -> bool:
    """Whether the name after the comma ends at another: "The dealer, Gulf Star, said"."""
    while name < len(tags) and tags[name] == "P":
        name += 1
    return name >= len(tags) or tags[name] in "KZbB"


def _is_other_name(j: int, tagged: Tagged) -> bool:
    """Whether a capitalised word belongs to a name: not to "Russian" or "Hong Kong-based"."""
    following = tagged.tokens[j + 1].text if j + 1 < len(tagged.tokens) else ""
    hyphened = "-" in following and tagged.tags[j + 1] == "N"
    return tagged.tags[j] == "P" and not hyphened and not _country(tagged.tokens[j].text)


def _country(word: str) -> str | None:
    return countries().get(word, (None, ""))[0]


def _class(noun: str) -> str | None:
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.rstrip("s")
    if singular == "unit":
        return None
    if singular in _WORKS:
        return "Company"
    if noun in words("companies") or singular in words("companies"):
        return "Company"
    if noun in _OFFICES:
        return "PublicBody"
    if singular in ("drone", "missile", "engine", "uav", "aircraft", "munition", "model", "rocket"):
        return "Product"
    if singular in words("vessels") and singular != "carrier":
        return "Vessel"
    if singular in ("businessman", "businesswoman", "executive", "man", "oligarch", "entrepreneur"):
        return "Person"
    return None


_WORKS = frozenset({"plant", "factory", "work", "shipyard", "bank"})
_KNOWING = frozenset({"familiar", "close", "briefed", "involved"})


def sources(text: str, tagged: Tagged) -> Iterator[Found]:
    """Yield unnamed sources with their number: "two European intelligence sources"."""
    toks, tags = tagged.tokens, tagged.tags
    for i, token in enumerate(toks):
        if token.text.lower() not in words("sources") or tags[i] != "N":
            continue
        following = toks[i + 1].text if i + 1 < len(toks) else ""
        if i + 1 < len(tags) and tags[i + 1] in "NP" and following not in _KNOWING:
            continue
        first = i
        while first and tags[first - 1] in "DNP#O" and toks[first - 1].text != ",":
            first -= 1
        span = tagged.span(first, i)
        if following in _KNOWING:
            span = Span(span.start, _to_clause_end(i, tagged))
        phrase = text[span.start : span.end]
        if tags[first] not in "D#NP" or not (_HIDDEN.search(phrase) or tags[first] in "D#"):
            continue
        number = _NUMBERS.get(toks[first].text.lower(), 1 if token.text[-1] != "s" else 0)
        yield Found(span, phrase, "LegalEntity", phrase.casefold(), 1, "source", number)


def _to_clause_end(i: int, tagged: Tagged) -> int:
    last = i + 1  # "close" may be read as a verb
    while last + 1 < len(tagged.tags) and tagged.tags[last + 1] in "NPEDO":
        last += 1
    return tagged.tokens[last].end
