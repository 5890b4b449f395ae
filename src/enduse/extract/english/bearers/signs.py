"""Relations that single signs make: brackets, hyphened adjectives, unnamed sources, silence."""

import re
from collections.abc import Iterator

from enduse.extract.english.facts.places import named_places
from enduse.extract.english.facts.sources import heard_sources
from enduse.extract.english.syntax.lists import members
from enduse.extract.english.syntax.phrases import Chunk, Phrase, Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.syntax.subjects import subject_of
from enduse.extract.english.words.lexicon import countries, country_names, words
from enduse.extract.mentions.found import Found
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["responses", "sign_relations"]

_HYPHENED = re.compile(
    r"\b(?:The )?(?P<who>(?:[A-Z]\.)+|(?!The )[A-Z]\w+(?: [A-Z]\w+){0,2})-"
    r"(?P<how>based|headquartered|registered|sanctioned|blacklisted|made|built|manufactured|produced|designed|developed|owned|controlled|"
    r"backed|linked|managed|operated|run)\b"
)
_HOW = {
    "based": "headquartered_in",
    "headquartered": "headquartered_in",
    "registered": "registered_in",
    "sanctioned": "sanctioned_by",
    "blacklisted": "sanctioned_by",
    "designed": "designed_in",
    "developed": "designed_in",
    "owned": "owned_by",
    "controlled": "controlled_by",
    "linked": "linked_to",
    "managed": "controlled_by",
    "operated": "controlled_by",
    "run": "controlled_by",
}
_SEATED = frozenset({"based", "headquartered", "registered"})
_SILENT = frozenset({"respond", "reply", "answer", "comment", "return", "reach", "available"})


def sign_relations(s: Sentence, found: tuple[Found, ...]) -> Iterator[Relation]:
    """Yield aliases in brackets, "Moscow-based" and the like, and unnamed sources."""
    for k, mention in enumerate(found):
        if mention.kind == "alias" and k:
            adjoins = s.text[found[k - 1].span.end : mention.span.start].strip(" \"“'‘(") == ""
            placed = found[k - 1].schema == "Address" or _is_surname(found[k - 1], mention)
            if adjoins and not placed:
                yield _alias(found[k - 1].span, mention.span, s)
        elif mention.kind == "announcer" and mention.country and k + 1 < len(found):
            yield _national(mention, found[k + 1].span)
    yield from heard_sources(s, found)
    yield from _acronyms(s)
    yield from named_places(s, found)
    for match in _AMONG.finditer(s.text, s.span.start, s.span.end):
        yield _among(match)
    for match in _HYPHENED.finditer(s.text, s.span.start, s.span.end):
        yield from _hyphened(match, s)


_SET_OFF = re.compile(r"(?=NKN[KZ])")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,6}$")


def _acronyms(s: Sentence) -> Iterator[Relation]:
    """A name set off by commas that abbreviates the office before: "the export office, EXO,"."""
    for match in _SET_OFF.finditer(s.kinds):
        i = match.start()
        if _ACRONYM.match(s.words(i + 2)) and s.tagged.tokens[
            s.chunks[i].last
        ].text.lower() in words("bodies"):
            yield _alias(s.chunk_span(i), s.chunk_span(i + 2), s)


def _is_surname(name: Found, alias: Found) -> bool:
    """Whether the brackets only say how a person is called from here on."""
    return name.schema == "Person" and alias.key in name.key.split()


def _national(mention: Found, name: Span) -> Relation:
    """The country of "a Russian firm, TSK Vektor"."""
    country = Argument(text=country_names()[mention.country or ""])
    span = Span(mention.span.start, name.end)
    return Relation(span, "jurisdiction", Argument(name), country, span.start, own_voice=True)


_AMONG = re.compile(
    r"\b[Aa]mong (?:those|the [\w ]{3,30}?) (?:designated|sanctioned|blacklisted|listed|targeted)"
    r"(?: by (?P<by>[^,]{3,40}?))? (?:is|are|was|were) "
    r"(?P<who>[^,;.]{3,60}?(?:\.(?=,))?)(?=[,;.]|$)"
)


def _among(match: re.Match[str]) -> Relation:
    """Who stands last: "among those designated is Kupol"."""
    by = Argument(Span(*match.span("by"))) if match["by"] else None
    who = Argument(Span(*match.span("who")))
    return Relation(Span(*match.span()), "sanctioned_by", who, by, match.start())


def _alias(name: Span, alias: Span, s: Sentence) -> Relation:
    span = Span(name.start, alias.end + (s.text[alias.end : alias.end + 1] == ")"))
    return Relation(
        span, "alias", Argument(name), Argument(alias, s.text[alias.start : alias.end]),
        span.start, own_voice=True,
    )  # fmt: skip


def _hyphened(match: re.Match[str], s: Sentence) -> Iterator[Relation]:
    i = next(
        (
            i
            for i in range(len(s.chunks))
            if s.chunk_span(i).start <= match.start() < s.chunk_span(i).end
        ),
        None,
    )
    who, how = match["who"], match["how"]
    if i is None or s.kind(i) != "N":
        return
    chunk = s.chunk_span(i)
    country = countries().get(who)
    seat = country is not None and country[1] == "seat" and how in _SEATED
    text = country_names()[country[0]] if country and not seat else who
    obj = Argument(Span(match.start("who"), match.end("who")), text)
    rest = Span(match.end() + 1, chunk.end)
    if rest.start >= rest.end:
        return
    span, subject = Span(match.start(), chunk.end), Argument(_described(i, s) or rest)
    if how == "backed":
        yield Relation(span, "supports", obj, subject, match.start(), own_voice=True)
        return
    predicate = _HOW.get(how, "produced_in")
    yield Relation(span, predicate, subject, obj, match.start(), own_voice=True)


def _described(i: int, s: Sentence) -> Span | None:
    """Whom a hyphened description is about: "Orbis, a Riga-based firm", "X is a Riga-based"."""
    opening = s.words(i).split(" ")[0].lower()
    if opening not in ("a", "an", "the") or s.tag_of(i) == "P":
        return None
    if s.kind(i - 1) == "K" and s.kind(i - 2) == "N" and s.tag_of(i - 2) == "P":
        return s.chunk_span(i - 2)
    if s.kind(i - 1) == "X" and s.chunks[i - 1].lemma == "be" and not s.chunks[i - 1].negated:
        subject = subject_of(i - 1, s)
        return s.span_of(subject) if subject is not None else None
    return None


def responses(s: Sentence, preds: tuple[Predicate, ...]) -> dict[int, list[Relation]]:
    """Return the silences of a sentence by the chunk of their verb: declined, no response.

    Whoever is silent stays silent in the writer's own voice.
    """
    found: dict[int, list[Relation]] = {}
    for p in preds:
        polarity = _silence(p, s)
        if polarity is None or p.subject is None:
            continue
        subject = s.span_of(p.subject)
        last = max([s.chunk_span(p.chunk).end, *(s.span_of(q).end for _, q in p.prepositions)])
        if p.clause is not None:
            last = max(last, s.chunk_span(p.clause).end)
        if polarity == "no_response" or p.object is not None:
            last = max(last, s.span_of(p.object).end if p.object is not None else last)
        asked = _asked(p, s, last)
        if asked.span is not None:
            last = max(last, asked.span.end)
        span = Span(_opening(p, subject, s), last)
        found[p.chunk] = [
            Relation(
                span,
                "comment_on",
                Argument(who),
                asked,
                s.chunk_span(p.chunk).start,
                own_voice=True,
                polarity=polarity,
            )
            for who in members(subject, p.subject, s)
        ]
        if p.clause is not None:
            found.setdefault(p.clause, [])
    return found


def _opening(p: Predicate, subject: Span, s: Sentence) -> int:
    """Where the words of a silence begin: at the verb, where others stand before it."""
    verb = s.chunk_span(p.chunk).start
    if _NEITHER.search(s.text, *_around(p, s)):
        return subject.start
    between = (j for j in range(p.chunk) if subject.end <= s.chunk_span(j).start)
    joined = any(s.kind(j) == "V" and s.chunks[j].finite for j in between)
    return verb if joined else subject.start


_QUALIFIED = r"(?!(?:to|by|or|and|answer|return|any)\b)\w+"
_QUERY = r"(?:questions?|calls?|e-?mails?|letters?|messages?)"
_ASKED = re.compile(
    r"\b(?:comment(?:ing)? on|discuss|questions? (?:about|on)|name|elaborate on) "
    rf"(?P<what>[^,;.]{{3,80}})|\b(?P<itself>(?:{_QUALIFIED} ){{0,2}}requests? for [a-z]+|"
    rf"\b(?:{_QUALIFIED} ){{0,2}}{_QUERY}(?: (?:and|or) (?:\w+ )?{_QUERY})?)\b"
)


def _asked(p: Predicate, s: Sentence, last: int) -> Argument:
    """What somebody was asked about, where the text says it; else a request for comment."""
    start = s.tagged.tokens[s.chunks[p.chunk].last].start
    if s.chunks[p.chunk].lemma == "return":
        start = s.chunk_span(p.chunk).end
    match = _ASKED.search(s.text, start, max(last, min(last + 40, s.span.end)))
    if match is None:
        return Argument(text="request for comment")
    return Argument(Span(*match.span("what" if match["what"] else "itself")))


def _silence(p: Predicate, s: Sentence) -> str | None:
    chunk = s.chunks[p.chunk]
    following = _rest(p, s)
    if chunk.lemma in ("decline", "refuse") and re.match(
        r"(?:(?:an )?interviews?|(?:requests? for )?(?:to )?(?:comment|answer|discuss|elaborate|"
        r"say|disclose|name|give|provide|be interviewed|speak|talk|confirm|identify|release|share|"
        r"specify|respond|make|reveal|submit|offer|supply|testify|engage))",
        following,
    ):
        return "declined_to_comment"
    if chunk.lemma in ("wish", "want", "name", "elaborate", "disclose", "say", "discuss"):
        if chunk.negated and _unwilling(chunk, following):
            return "declined_to_comment"
    if chunk.lemma in (
        "give",
        "offer",
        "provide",
        "make",
        "have",
        "issue",
    ) and re.match(r"no (?:immediate |further |official )?comment", following):
        return "declined_to_comment"
    if chunk.lemma in ("confirm", "deny") and _NEITHER.search(s.text, *_around(p, s)):
        return "declined_to_comment"
    if chunk.lemma in ("contact", "locate") and chunk.passive and chunk.negated:
        return "no_response" if "could" in chunk.helpers else None
    nobody = p.subject is not None and _nobody(p.subject, s)
    as_a_rule = {"does", "do", "would", "could", "cannot", "will", "did"} & set(chunk.helpers)
    if chunk.lemma == "comment" and chunk.negated and as_a_rule:
        return "declined_to_comment"
    if chunk.lemma in _SILENT and (chunk.negated or nobody):
        if chunk.lemma == "reach" and not chunk.passive:
            return None
        return "no_response"
    if chunk.lemma == "be" and chunk.negated and re.match(r"(?:immediately )?available", following):
        return "no_response"
    if chunk.lemma in ("leave", "ignore", "go") and "unanswered" in following:
        return "no_response"
    return None


def _unwilling(chunk: Chunk, following: str) -> bool:
    """Whether somebody will not talk: "did not wish to comment", "would not name the buyer"."""
    if chunk.lemma in ("wish", "want"):
        return bool(re.match(r"to (?:comment|answer|discuss|be drawn|talk)", following))
    return "would" in chunk.helpers or "wouldn't" in chunk.helpers


_NEITHER = re.compile(r"\bneither confirm(?:ed|s)? nor den(?:y|ied|ies)\b", re.IGNORECASE)


def _around(p: Predicate, s: Sentence) -> tuple[int, int]:
    place = s.chunk_span(p.chunk)
    return max(s.span.start, place.start - 24), min(s.span.end, place.end + 16)


def _rest(p: Predicate, s: Sentence) -> str:
    start = s.chunk_span(p.chunk).end
    return s.text[start : min(start + 60, s.span.end)].strip()


def _nobody(phrase: Phrase, s: Sentence) -> bool:
    span = s.span_of(phrase)
    return (
        s.text[span.start : span.start + 8].lower().startswith(("neither", "none", "no ", "nobody"))
    )
