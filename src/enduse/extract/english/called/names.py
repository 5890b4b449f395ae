"""Names in English text: runs of capitals, typed by what stands in and beside them."""

from collections.abc import Iterator, Mapping

from enduse.extract.english.called.schemas import OPENS, Neighbours, key_of, place_names, schema_of
from enduse.extract.english.words.lexicon import countries, verb_forms, words
from enduse.extract.english.words.tagging import Tagged
from enduse.extract.mentions.found import Found

__all__ = ["key_of", "names"]

_PARTICLES = frozenset({"de", "van", "von", "der", "al", "bin", "el", "la", "du", "da"})
_JOINERS = frozenset({"of", "for", "and", "the", "a", "on", "in"})
_ABSTRACT = frozenset(
    "Trade Security Industry Technology Commerce Studies Research Policy Development Finance "
    "Defence Defense Foreign Affairs Technologies Cooperation Energy Strategic Information "
    "Export Control Customs Economic Economy Science Innovation".split()
)


def names(text: str, tagged: Tagged, gazetteer: Mapping[str, str]) -> Iterator[Found]:
    """Yield the names of one sentence, in order.

    Args:
        text: Canonical text.
        tagged: The tagged sentence.
        gazetteer: Case-folded names to FtM schemata.
    """
    i = 0
    while i < len(tagged.tags):
        if tagged.tags[i] != "P":
            i += 1
            continue
        last = _run_end(i, tagged)
        first, titled = _without_titles(i, last, tagged)
        if first <= last and not _is_ordinary(first, last, tagged):
            yield _typed(text, tagged, first, last, gazetteer, titled)
        i = last + 1


def _run_end(i: int, tagged: Tagged) -> int:
    tags, toks = tagged.tags, tagged.tokens
    last = i
    while last + 1 < len(tags):
        word = toks[last + 1].text
        if tags[last + 1] == "P":
            last += 1
        elif (
            tags[last + 1] == "#" and word.isdigit() and len(word) < 4 and _designates(last, tagged)
        ):
            last += 1
        elif word in _PARTICLES and last + 2 < len(tags) and tags[last + 2] == "P":
            last += 2
        elif _joins_fields(i, last, tagged):
            last += 3
        elif _joined(i, last, tagged):
            last += 2 if tags[last + 2] == "P" else 3
        else:
            break
    return last


def _designates(last: int, tagged: Tagged) -> bool:
    """Whether a number belongs to the name before it: "REM 1", "Shahed 136 drones"."""
    following = tagged.tokens[last + 2].text if last + 2 < len(tagged.tokens) else ""
    return tagged.tokens[last].text.isupper() or following in words("products")


def _joined(first: int, last: int, tagged: Tagged) -> bool:
    toks, tags = tagged.tokens, tagged.tags
    if last + 2 >= len(tags) or toks[last + 1].text not in _JOINERS:
        return False
    if not any(t.text in OPENS for t in toks[first : last + 1]):
        return False
    following = last + 2
    if toks[following].text in ("a", "the") and following + 1 < len(tags):
        following += 1
    if tags[following] != "P":
        return False
    seat = toks[following].text in place_names() or toks[following].text in countries()
    if toks[last + 1].text in ("in", "on") and seat:
        return False  # "the Institute for Trade Controls in Vienna"
    return toks[last + 1].text != "and" or toks[following].text in _ABSTRACT


def _joins_fields(first: int, last: int, tagged: Tagged) -> bool:
    """Whether an office has two fields: "the Customs and Excise Department"."""
    toks, tags = tagged.tokens, tagged.tags
    if first != last or toks[first].text not in _ABSTRACT or last + 3 >= len(tags):
        return False
    ends = toks[last + 3].text in OPENS or toks[last + 3].text in words("body_words")
    return toks[last + 1].text == "and" and tags[last + 2 : last + 4] == "PP" and ends


def _without_titles(first: int, last: int, tagged: Tagged) -> tuple[int, bool]:
    """Skip demonyms and titles before a name: "Russian President Vladimir Putin"."""
    toks, titled, start = tagged.tokens, False, first
    if any(t.text in OPENS or t.text in words("body_words") for t in toks[first : last + 1]):
        return first, False
    while first <= last:
        word = toks[first].text.rstrip(".")
        more = first < last
        if first == start and " ".join(t.text for t in toks[first : last + 1]) in place_names():
            return first, titled
        demonym = countries().get(toks[first].text, ("", ""))[1] == "demonym"
        if demonym and more and _all_generic(first + 1, last, tagged):
            break
        if demonym and (more or word not in _ALSO_NAMES or _qualifies(first, tagged)):
            first += 1
        elif word in _QUALIFIERS or "-" in word and _is_demonyms(word):
            first += 1
        elif word in _OF_OFFICE and not (more and toks[first + 1].text in words("titles")):
            break
        elif word in words("titles") and (more or word in ("President", "Minister")):
            first, titled = first + 1, True
        else:
            break
    return first, titled


def _all_generic(first: int, last: int, tagged: Tagged) -> bool:
    """Whether only class words follow, so that the demonym is part of the name."""
    own = {t.text.rstrip(".") for t in tagged.tokens[first : last + 1]}
    generic = words("organisation_words") | words("legal_forms") | _ABSTRACT
    return len(own) > 1 and own <= generic and bool(own & words("organisation_words"))


_OF_OFFICE = frozenset("Foreign Defense Defence State Prime First Vice Acting Under".split())
_ALSO_NAMES = frozenset({"US", "U.S", "UK", "EU", "U.K", "Singapore", "New Zealand", "DPRK", "UAE"})
_QUALIFIERS = frozenset(
    {"Western", "Eastern", "Northern", "Southern", "Central", "Arab", "African"}
)


def _qualifies(i: int, tagged: Tagged) -> bool:
    return i + 1 < len(tagged.tags) and tagged.tags[i + 1] in "NP#"


def _is_demonyms(word: str) -> bool:
    return all(countries().get(part, ("", ""))[1] == "demonym" for part in word.split("-"))


def _is_ordinary(first: int, last: int, tagged: Tagged) -> bool:
    """Whether a capital is due to the place in the sentence only, or to a common abbreviation."""
    word = tagged.tokens[first].text
    if last > first:
        return False
    lower = word.lower()
    following = tagged.tokens[first + 1].text if first + 1 < len(tagged.tokens) else ""
    if (
        lower.rstrip("s") in words("acronyms")
        or lower in words("pronouns")
        or lower in words("determiners")
    ):
        return True
    if lower in words("roles") or lower in words("bodies") or following.endswith("-based"):
        return True
    if lower in words("products") or lower.rstrip("s") in words("products") or len(word) < 2:
        return True
    if word in words("months") or word in words("days"):
        return True
    if first > 0 and tagged.tags[first - 1] not in "QZB":
        return word.isupper() and len(word) > 6
    after = tagged.tags[first + 1] if first + 1 < len(tagged.tags) else "Z"
    if word in countries() or any(c.isdigit() for c in word) or word.isupper():
        return False
    common = lower in verb_forms() or _is_class_noun(lower) or lower.endswith("ly")
    plural = lower.endswith("s") and after in "XMVE" and not lower.endswith(("us", "is", "ss"))
    return common or plural or after in "DN" or (after == "E" and first == 0)


def _is_class_noun(lower: str) -> bool:
    return any(
        lower in words(kind)
        for kind in ("companies", "organisations", "bodies", "documents", "sources", "roles")
    )


def _typed(
    text: str,
    tagged: Tagged,
    first: int,
    last: int,
    gazetteer: Mapping[str, str],
    titled: bool,
) -> Found:
    span = tagged.span(first, last)
    name = text[span.start : span.end]
    parts = [t.text for t in tagged.tokens[first : last + 1]]
    near = _neighbours(first, last, tagged, titled)
    schema, strength = schema_of(name, parts, near, gazetteer)
    kind = "alias" if near.before == "(" and near.after == ")" else "name"
    country = countries().get(name, (None, ""))[0] if schema == "Address" else None
    return Found(span, name, schema, key_of(name), strength, kind, 1, country)


def _neighbours(first: int, last: int, tagged: Tagged, titled: bool) -> Neighbours:
    toks, tags = tagged.tokens, tagged.tags
    before = first - 1
    while before >= 0 and (tags[before] == "Q" or toks[before].text in ("called", "named")):
        before -= 1
    after = last + 1
    while after < len(tags) and tags[after] in "QO":
        after += 1
    apposed: tuple[str, ...] = ()
    if after < len(tags) and toks[after].text == ",":
        apposed = tuple(t.text.lower() for t in toks[after + 1 : after + 10])
    office = toks[before - 1].text.lower() if before > 0 and toks[before].text == "," else ""
    return Neighbours(
        toks[before].text if before >= 0 else "",
        tags[before] if before >= 0 else "^",
        toks[after].text if after < len(tags) else "",
        apposed,
        office in words("roles") or office in words("relations"),
        titled,
        _product_follows(last + 1, tagged),
    )


def _product_follows(after: int, tagged: Tagged) -> bool:
    """Whether the name stands before a product noun: "the Grom attack drone"."""
    while after < len(tagged.tags) and tagged.tags[after] == "N":
        if tagged.tokens[after].text.lower() in words("products"):
            return True
        after += 1
    return False
