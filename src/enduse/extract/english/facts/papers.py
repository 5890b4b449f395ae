"""What an account rests on besides people: outlets that reported it, studies, papers they cite."""

import re
from collections.abc import Iterator

from enduse.extract.attribution.voices import kind_of
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["papers_behind"]

_OUTLET = re.compile(
    r"\b(?:newspapers?|daily|weekly|magazines?|broadcasters?|websites?|news agency|portal|outlets?|"
    r"news (?:site|service)|tabloid|television|radio|journal|newsroom)\b"
)
_NAMED = re.compile(
    r"\b(?P<who>[Tt]he (?:[\w-]+ ){0,3}?(?:newspaper|daily|weekly|magazine|broadcaster|website|"
    r"news agency|agency|portal|outlet|news site|television channel|radio station)"
    r"(?: [A-Z][\w.]*)+)(?: and (?P<other>[^.,;]{3,40}?))? "
    r"(?:(?:has|have|had) (?:first )?reported|(?:first )?reported|reports|revealed|wrote|writes)\b"
)
_REPORTING = re.compile(r" (?:report(?:s|ed)|reveal(?:s|ed)|wrote|writes)\b")
_REPORTS = frozenset({"report", "reveal"})
_STUDY = (
    r"(?:studies|study|reports?|analys[ie]s|investigations?|inquiry|inquiries|surveys?|"
    r"presentation|review|assessment|dossier|probe|research)"
)
_STUDIES = re.compile(
    rf"\b(?P<what>[Aa]n? (?:[\w-]+ ){{0,3}}?{_STUDY} (?:(?:by|of|from) [^.;]{{3,90}}?|"
    rf"(?:published|released|presented|conducted|compiled|carried out)\b[^.;]{{3,90}}?))"
    r"(?:,? (?:has |have |had )?(?:says|said|found|finds|shows|showed|concludes|concluded|reveals|"
    r"revealed|suggests|estimates)\b| that was\b| published\b|, which\b|(?=[.,]$))"
)
_EVIDENCE = re.compile(
    r"\b(?:data|statistics|figures|documents?|papers?|letters?|e-?mails?|invoices?|contracts?|"
    r"records?|filings?|declarations?|lists?|agreements?|images?|pictures?|photographs?|reports?|"
    r"interviews?|memos?|correspondence|manifests?|waybills?|registers?|entries|files?|messages?|"
    r"sources?|officials?|people|diplomats?|employees|participants|workers)\b"
)


def papers_behind(s: Sentence, known: list[Relation]) -> Iterator[Relation]:
    """Yield which outlets reported it, which studies tell it and what papers are cited for it.

    Args:
        s: The sentence.
        known: What is told of it already; the same is not said twice.
    """
    told = [r.span for r in known if r.predicate in ("sourced_from", "reported_by")]
    for relation in (*_reported(s), *_studies(s), *_cited(s)):
        if not any(relation.span.overlaps(t) for t in told):
            yield relation


def _reported(s: Sentence) -> Iterator[Relation]:
    """The outlet that "has reported" it."""
    if not _REPORTING.search(s.text, s.span.start, s.span.end):
        return
    named = _NAMED.search(s.text, s.span.start, s.span.end)
    if named is not None:
        span, account = Span(*named.span()), Argument(text="account")
        for group in ("who", "other"):
            if named[group]:
                by = Argument(Span(*named.span(group)))
                at = named.start(group)
                yield Relation(span, "reported_by", account, by, at, own_voice=True)
        return
    for i in range(1, len(s.chunks)):
        chunk = s.chunks[i]
        reports = s.kind(i) == "V" and chunk.lemma in _REPORTS and chunk.finite
        if not reports or chunk.passive or chunk.negated or s.kind(i - 1) != "N":
            continue
        if {"can", "may", "will"} & set(chunk.helpers):
            continue
        outlet = s.words(i - 1)
        if not (_OUTLET.search(outlet) or kind_of(outlet, "en") in ("agency", "outlet")):
            continue
        who, verb = s.chunk_span(i - 1), s.chunk_span(i)
        span = Span(who.start, verb.end)
        account = Argument(text="account")
        yield Relation(span, "reported_by", account, Argument(who), verb.start, own_voice=True)


def _studies(s: Sentence) -> Iterator[Relation]:
    """The study that tells it: "a study of trade data by the institute found"."""
    said = s.text[s.span.start : s.span.end]
    hinted = " by " in said or " of " in said or "ed " in said
    match = _STUDIES.search(s.text, s.span.start, s.span.end) if hinted else None
    if match is None:
        return
    span = Span(*match.span("what"))
    opens = span.start == s.span.start
    before = s.text[max(s.span.start, span.start - 13) : span.start]
    if opens or before.endswith(("according to ", ", ")):
        account = Argument(text="account")
        yield Relation(span, "sourced_from", account, Argument(span), span.start, own_voice=True)


_CITES = re.compile(r"\b(?:citing|cites?|cited)\s(?P<what>[^.;:]{4,160})")
_JOINED = re.compile(r",\s(?:and\s)?|\sand\s")


def _cited(s: Sentence) -> Iterator[Relation]:
    """The papers that somebody cites: "reported, citing letters and interviews"."""
    match = _CITES.search(s.text, s.span.start, s.span.end)
    if match is None:
        return
    start, at = match.start(), match.start("what")
    for words in _JOINED.split(match["what"]):
        at = s.text.index(words, at)
        whole = Span(at, at + len(words))
        if not _EVIDENCE.search(words):
            return
        yield Relation(
            Span(start, whole.end), "sourced_from", Argument(text="account"), Argument(whole),
            start, quantity=whole, own_voice=True,
        )  # fmt: skip
        start = at = whole.end
        while start < match.end() and not s.text[start].isalnum():
            start += 1
        start += 4 if s.text.startswith("and ", start) else 0
