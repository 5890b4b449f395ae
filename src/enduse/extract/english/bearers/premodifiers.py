"""Relations of words before a name: "the Russian state-owned arms company Almaz-Antey"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from enduse.extract.english.syntax.nounframes import country_or_place, noun_frames
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.words.finite import noun_verbs
from enduse.extract.english.words.lexicon import (
    countries,
    country_names,
    pattern,
    verb_forms,
    words,
)
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span, Token

__all__ = ["premodified"]

_NATIONALS = frozenset({"national", "citizen"})


def premodified(i: int, s: Sentence) -> Iterator[Relation]:
    """Yield what the words before a name say of it."""
    chunk, span = s.chunks[i], s.chunk_span(i)
    toks, tags = s.tagged.tokens, s.tagged.tags
    yield from _made(i, s)
    name = chunk.last
    while name > chunk.first and tags[name - 1] == "P":
        name -= 1
    described = name - 1
    titled = next((j for j in range(chunk.first, chunk.last) if _is_title(toks[j].text)), None)
    if titled is not None and tags[chunk.last] == "P":
        yield from _titled(i, s, titled)
    if tags[chunk.last] != "P" or described < chunk.first:
        yield from _owned_by_country(i, s)
        return
    subject = s.tagged.span(name, chunk.last)
    noun = toks[described].text.lower()
    if noun in words("companies") or toks[described].text == "O":
        yield from _company(i, s, subject, described)
    elif noun.startswith("state-"):
        yield from _company(i, s, subject, described + 1)
    elif noun in words("roles") and tags[described] == "N":
        yield from _role(span, s, subject, described, chunk.first)
    elif tags[described] == "O":
        yield from _owned_by_country(i, s)


_PRODUCT = pattern(r"(?:{arms}|{part}|{goods})$")


def _made(i: int, s: Sentence) -> Iterator[Relation]:
    """Whose product it is: "Orbis's Falcon drone", "its Zubr-2 engines"."""
    chunk, toks, tags = s.chunks[i], s.tagged.tokens, s.tagged.tags
    mark = tags.find("O", chunk.first, chunk.last)
    own = toks[chunk.first].text.lower() in ("its", "their", "our")
    first = mark + 1 if mark > chunk.first else chunk.first + 1
    if (mark < 0 and not own) or first >= chunk.last or tags[first] != "P":
        return
    if not _PRODUCT.search(toks[chunk.last].text) or tags[chunk.last] != "N":
        return
    whose = s.tagged.span(chunk.first, mark - 1 if mark > chunk.first else chunk.first)
    if s.text[whose.start : whose.end] in countries() or toks[first].text in countries():
        return
    thing = s.tagged.span(first, chunk.last)
    span = s.chunk_span(i)
    yield Relation(span, "produces", Argument(whose), Argument(thing), span.start, own_voice=True)


def _is_title(word: str) -> bool:
    return word in words("titles") and word not in ("Foreign", "Defense", "Defence", "State")


def _company(i: int, s: Sentence, subject: Span, described: int) -> Iterator[Relation]:
    span = s.chunk_span(i)
    before = s.tagged.tokens[s.chunks[i].first : described]
    state = next((t for t in before if t.text.startswith("state")), None)
    place = _land(before)
    start = next(
        (t.start for t in before if t.text.lower() not in words("determiners")), span.start
    )
    quote = Span(start, span.end)
    if state is not None:
        owner = next((f"{t.text} state" for t in before if t.text in countries()), "state")
        yield Relation(
            quote, "owned_by", Argument(subject), Argument(text=owner), start, own_voice=True
        )
    elif adjective := place or next((t.text for t in before if _LAND.search(t.text)), None):
        obj = Argument(text=adjective)
        yield Relation(quote, "jurisdiction", Argument(subject), obj, start, own_voice=True)


def _land(before: tuple[Token, ...]) -> str | None:
    """The place among the words before a name: "Chinese", "Hong Kong", "St Petersburg"."""
    for first, second in pairwise(before):
        if (place := country_or_place(f"{first.text} {second.text}")) is not None:
            return place
    return next((p for t in before if (p := country_or_place(t.text))), None)


# An adjective of a land that the tables do not have: "the Swabian maker Aldrich".
_LAND = re.compile(r"^[A-Z][a-z]{2,}(?:ian|ish|ese|can)$")


def _role(span: Span, s: Sentence, subject: Span, described: int, first: int) -> Iterator[Relation]:
    """Words such as "Kupol director Fanil Ziyatdinov": whose director stands before the role."""
    toks, tags = s.tagged.tokens, s.tagged.tags
    employers = [j for j in range(first, described) if tags[j] == "P"]
    if not employers or toks[employers[0]].text in countries():
        return
    opening = toks[employers[0]].text.lower()
    if employers == [0] and (opening in noun_verbs() or verb_forms().get(opening)):
        return  # "Export control lawyer Ada Rey" at the beginning of a sentence
    frame = noun_frames().get(toks[described].text.lower())
    predicate = frame.predicate if frame else "position_at"
    if predicate == "acted_for" and tags[described - 1] != "P":
        return  # a field, not a client: "export control lawyer"
    employer = s.tagged.span(employers[0], employers[-1])
    yield Relation(
        span, predicate, Argument(subject), Argument(employer), span.start, own_voice=True
    )


def _titled(i: int, s: Sentence, name: int) -> Iterator[Relation]:
    """The office and its country before the name: "Russian President Vladimir Putin"."""
    toks, last = s.tagged.tokens, s.chunks[i].last
    end = name
    while end < last and toks[end].text in words("titles"):
        end += 1
    if end > last or not 0 < last - end < 4 or toks[name].text in ("Mr", "Mrs", "Ms", "Dr", "Prof"):
        return
    own = {t.text.rstrip(".") for t in toks[end : last + 1]}
    if own & (words("legal_forms") | words("organisation_words") | words("body_words")):
        return
    first = s.chunks[i].first
    country = next((c for t in toks[first:name] if (c := country_or_place(t.text))), None)
    office = " ".join(t.text for t in toks[name:end])
    text = f"{office} of {country}" if country else office
    span = Span(toks[first].start, toks[last].end)
    subject = Argument(s.tagged.span(end, last))
    yield Relation(span, "position_at", subject, Argument(text=text), span.start, own_voice=True)


def _owned_by_country(i: int, s: Sentence) -> Iterator[Relation]:
    """Words such as "Germany's Halvorsen Semiconductor": the country of a company."""
    chunk, toks, tags = s.chunks[i], s.tagged.tokens, s.tagged.tags
    mark = tags.find("O", chunk.first, chunk.last)
    if mark < 0 or tags[chunk.last] != "P" or set(tags[mark + 1 : chunk.last + 1]) != {"P"}:
        return
    country = countries().get(s.text[toks[chunk.first].start : toks[mark - 1].end])
    own = {t.text.rstrip(".") for t in toks[mark + 1 : chunk.last + 1]}
    company = own & (words("legal_forms") | words("organisation_words"))
    if country is None or own & words("body_words") or own & words("place_words") or not company:
        return
    yield Relation(
        s.chunk_span(i),
        "jurisdiction",
        Argument(s.tagged.span(mark + 1, chunk.last)),
        Argument(text=country_names()[country[0]]),
        toks[chunk.first].start,
        own_voice=True,
    )
