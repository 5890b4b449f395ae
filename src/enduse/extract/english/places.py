"""Where somebody or something is: "Kupol's headquarters in Izhevsk", "to Acme in Osaka"."""

import re
from collections.abc import Iterator

from enduse.extract.english.lexicon import countries, words
from enduse.extract.english.nounframes import head_noun
from enduse.extract.english.phrases import Sentence
from enduse.extract.english.roles import is_place
from enduse.extract.mentions.found import Found
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["building", "named_places"]

_BUILDING = re.compile(
    r"\b(?:headquarters|plants?|factor(?:y|ies)|facilit(?:y|ies)|offices?|warehouses?|workshops?|"
    r"shipyards?|laborator(?:y|ies)|assembly lines?|bases?)$"
)
_PARTY = re.compile(
    r"\b(?:dealers?|suppliers?|customers?|intermediar(?:y|ies)|distributors?|holdings?|traders?|"
    r"wholesalers?|resellers?|retailers?|middlem[ae]n|brokers?|agents?|compan(?:y|ies)|firms?|"
    r"makers?|manufacturers?|importers?|exporters?|buyers?|contractors?|subsidiar(?:y|ies)|"
    r"branch(?:es)?|ports?|depots?|airports?|airfields?|sites?|institutes?|accounts?)$"
)
_LEADS = re.compile(
    r"\s?(?:\([A-Z]{2,8}\))?,? (?:(?:based|located|headquartered) )?"
    r"(?P<how>in|near|outside|of|at)(?: the)?(?: [A-Z]?[a-z]+)?"
    r"(?: (?:town|city|port|province|region|suburb|capital|village|district) of)? (?:the )?"
)
_BASED = re.compile(r",? (?:based|headquartered)\b")
# After a verb, the place is rather that of the deed ("represented X in Turkey"). And what is done
# by somebody in a place does not say that he is there: "was tested by Kupol in China".
_DOES_THERE = re.compile(
    r"\b(?:tested|sold|used|built|made|developed|designed|produced|assembled|manufactured|"
    r"registered|founded|opened|arrested|sanctioned|charged|helped|supported) by (?:the )?$"
)
_PARTIES = frozenset({"Company", "Organization", "LegalEntity"})


def named_places(s: Sentence, found: tuple[Found, ...]) -> Iterator[Relation]:
    """Yield the places that stand right after the names of parties."""
    for mention, place in zip(found, found[1:], strict=False):
        if mention.kind != "name" or mention.schema not in _PARTIES or place.schema != "Address":
            continue
        between = s.text[mention.span.end : place.span.start]
        before = s.text[max(s.span.start, mention.span.start - 30) : mention.span.start]
        lead = _LEADS.fullmatch(between)
        if lead is None or _DOES_THERE.search(before):
            continue
        if not mention.oblique and not _BASED.match(between) and lead["how"] != "of":
            continue
        based = lead["how"] == "of" or _BASED.match(between)
        predicate = "headquartered_in" if based else "located_in"
        span = Span(mention.span.start, place.span.end)
        yield Relation(span, predicate, Argument(mention.span), Argument(place.span), span.start)


def building(i: int, s: Sentence) -> Iterator[Relation]:
    """Words such as "Kupol's headquarters in Izhevsk", "a production facility in China"."""
    words_ = s.words(i)
    match = _BUILDING.search(words_) or _PARTY.search(words_)
    if (
        match is None
        or s.tag_of(i) == "P"
        or s.kind(i + 1) != "E"
        or s.words(i + 1).lower() not in ("in", "at", "near")
    ):
        return
    if s.kind(i + 2) != "N" or not is_place(s.chunk_span(i + 2), s):
        return
    apposed_ = s.kind(i - 1) == "K" and s.kind(i - 2) == "N" and s.tag_of(i - 2) == "P"
    if apposed_ and head_noun(i, s) in words("companies"):
        return
    last = i + 2
    if s.kind(last + 1) == "K" and s.kind(last + 2) == "N" and s.words(last + 2) in countries():
        last += 2
    chunk = s.chunks[i]
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    whose = s.tagged.span(chunk.first, mark - 1) if mark > 0 else s.chunk_span(i)
    if s.tagged.tokens[chunk.first].text.lower() == "its":
        whose = s.tagged.span(chunk.first, chunk.first)
    head = match.group() == "headquarters"
    span = Span(s.chunk_span(i).start, s.chunk_span(last).end)
    places = [i + 2]
    if s.kind(i + 3) == "C" and s.kind(i + 4) == "N" and s.words(i + 4) in countries():
        places.append(i + 4)
    for place in places:
        yield Relation(
            Span(span.start, max(span.end, s.chunk_span(place).end)),
            "headquartered_in" if head else "located_in",
            Argument(whose if head or mark <= 0 else s.chunk_span(i)),
            Argument(s.chunk_span(place)),
            span.start,
            own_voice=head,
        )
