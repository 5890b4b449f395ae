"""What an account rests on: unnamed people who are heard."""

import re
from collections.abc import Iterator

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.mentions.found import Found
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["heard_sources"]

_SPOKEN = re.compile(
    r"(?:according to|citing|cited|quoting|quoted|told by|described (?:to [\w ]{2,30} )?by|"
    r"interviews? with|testimony of|accounts? of|words? of|statements? (?:by|of|from)|shown by|"
    r"spoke (?:to|with)|base[sd]? [\w ]{2,40} on|rests? on|relying on|relies on|drawn from)\s"
    r"(?:[\w\s,’'-]+\sand\s|[\w\s-]+, )?$",
    re.IGNORECASE,
)
_VERBS = (
    "said|says|say|told|tells|tell|added|add|confirmed|confirm|recall(?:ed|s)?|describe[ds]?|"
    "believed?|thought|thinks?|warned?|insist(?:ed|s)?|claim(?:ed|s)?|argued?|estimated?|put|"
    "recognised|recognized|reported?|explain(?:ed|s)?|stressed|noted|suggested|alleged?|stated?|"
    "spoke|speak|who (?:spoke|asked|requested)|consulted|interviewed|asked not|estimate"
)
_SAYS = re.compile(
    rf"^(?:,? (?:who|speaking|from|at|in|of|with|both|all|each|close|familiar)\b[^,.]*)?,?\s"
    rf"(?:(?:also|later|have|has|had|independently|separately)\s)?(?:{_VERBS})\b"
)
_SAID_BEFORE = re.compile(r"[,”\"’']\s(?:said|says|told [\w ]+|added|confirmed|according to)\s$")


def heard_sources(s: Sentence, found: tuple[Found, ...]) -> Iterator[Relation]:
    """Yield what a sentence says its account rests on."""
    told = [f.span for f in found if f.kind == "source"]
    for mention in found:
        if mention.kind == "source":
            yield from _people(mention, s)
    for i, chunk in enumerate(s.chunks):
        if chunk.kind != "N":
            continue
        yield from _basis(i, s)
        if _speaks(i, s) and not any(s.chunk_span(i).overlaps(t) for t in told):
            span = s.chunk_span(i)
            yield _rests(span, _without_number(s.words(i)), span)


def _basis(i: int, s: Sentence) -> Iterator[Relation]:
    """What something is done on: "on the basis of transit data"."""
    if s.words(i).lower() in ("the basis", "the strength"):
        if s.kind(i + 1) == "E" and s.words(i + 1) == "of" and s.kind(i + 2) == "N":
            last = i + 2
            if s.kind(last + 1) == "E" and s.words(last + 1) == "from" and s.kind(last + 2) == "N":
                last += 2
            span = Span(s.chunk_span(i).start, s.chunk_span(last).end)
            what = s.chunk_span(last)
            account = Argument(text="finding")
            yield Relation(span, "sourced_from", account, Argument(what), span.start, quantity=what)


def _speaks(i: int, s: Sentence) -> bool:
    """Whether so many people speak: "two stevedores told us"."""
    if s.tagged.tags[s.chunks[i].first] != "#":
        return False
    start = s.chunk_span(i).start
    asked = s.text[max(s.span.start, start - 16) : start].endswith(
        ("interviews with ", "spoke to ")
    )
    speaks = s.kind(i + 1) == "V" and s.chunks[i + 1].lemma in _TELLING
    speaks = speaks and not s.chunks[i + 1].passive
    if not (speaks or asked) or s.tag_of(i) != "N":
        return False
    return s.words(i).endswith(("s", "men", "women", "people"))


_TELLING = frozenset({"say", "tell", "recall", "report", "describe", "confirm", "add"})


def _people(mention: Found, s: Sentence) -> Iterator[Relation]:
    span = mention.span
    partitive = _PARTITIVE.search(s.text, max(s.span.start, span.start - 12), span.start)
    if mention.text[:4].lower() == "the " and partitive is None:
        return
    before = s.text[max(s.span.start, span.start - 120) : span.start]
    after = s.text[span.end : min(span.end + 90, s.span.end)]
    hidden = _HIDDEN.search(mention.text) or _UNNAMED.search(after)
    if mention.number == 1 and not hidden:
        return
    speaks = _SAYS.match(after)
    if not (_SPOKEN.search(before) or speaks or _SAID_BEFORE.search(before)):
        return
    if partitive is not None:
        span = Span(partitive.start(), span.end)
    counted = span if mention.number or partitive is not None else None
    yield _rests(span, _without_number(mention.text), counted)


_PARTITIVE = re.compile(r"\b(?:two|three|four|five|six|several) of $", re.IGNORECASE)
_UNNAMED = re.compile(
    r"^,? (?:speaking|who|on|talking)[^.;]{0,60}(?:anonym|not to be (?:named|identified))"
)
_HIDDEN = re.compile(r"source|anonym|familiar|close to|unnamed|asked not|insider")


def _rests(span: Span, what: str, counted: Span | None) -> Relation:
    account = Argument(text="account")
    return Relation(
        span, "sourced_from", account, Argument(span, what), span.start,
        quantity=counted, own_voice=True,
    )  # fmt: skip


def _without_number(text: str) -> str:
    return re.sub(r"^(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s", "", text, flags=2)
