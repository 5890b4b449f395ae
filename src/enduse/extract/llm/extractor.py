"""The extractor behind the common door: asks window by window, keeps what the text proves."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from enduse.errors import BadInput
from enduse.extract.dates import dates
from enduse.extract.language import read_as
from enduse.extract.llm.answer import Proposed, Unusable, proposals, read_proposal
from enduse.extract.llm.endpoint import Endpoint, NoAnswer, ask
from enduse.extract.llm.grounding import Folded, check_date, check_names, check_numbers, place
from enduse.extract.llm.question import answer_schema, messages
from enduse.extract.llm.windows import windows
from enduse.extract.protocol import Extraction, TextToRead
from enduse.extract.relations.predicates import predicates
from enduse.extract.segment import Span, sentences
from enduse.model import (
    UNNAMED_OUTLET,
    Claim,
    Evidence,
    Hedge,
    Issue,
    Locator,
    Mention,
    Named,
    Voice,
)

__all__ = ["LanguageModelExtractor"]

_GIVE_UP_AFTER = 3


@dataclass(frozen=True, slots=True)
class _Shown:
    """A window of a document as the model saw it, and folded."""

    document: TextToRead
    language: str
    folded: Folded
    window: Span
    seen: Folded
    dated: frozenset[str]


@dataclass(frozen=True, slots=True)
class LanguageModelExtractor:
    """Claims by a language model; every one is found again in the text or left out.

    A claim is kept if its quotation stands in the text, exactly or after folding spaces and
    quotation marks, at one place; if every number, unit and name of it stands in the quotation;
    and if every voice and date stands in the text shown. All else becomes an issue. What a
    document tells the model to do has no way to the result: an answer is only ever read as
    such claims.

    Attributes:
        endpoint: Where the model is, and the limits within which it is asked.
        predicates: Predicate to its meaning; no other is accepted.
        name: "llm".
        version: Changes with the model, so that a case knows what to read again.
    """

    endpoint: Endpoint
    predicates: Mapping[str, str]
    name: str = "llm"

    @classmethod
    def configured(cls, options: Mapping[str, str]) -> "LanguageModelExtractor":
        """Make one of what the user gave: "url" and "model", and "key" where one is needed.

        Raises:
            BadInput: The address or the model is missing, or the address is none.
        """
        url, model = options.get("url"), options.get("model")
        if not url or not model:
            raise BadInput(
                "A language model needs an address and the name of a model.",
                hint="Give --llm-url http://127.0.0.1:8080/v1 --llm-model NAME.",
            )
        meanings = {name: one.means for name, one in predicates().items()}
        return cls(Endpoint(url, model, options.get("key")), meanings)

    @property
    def version(self) -> str:
        """The form of question and checks, and the model."""
        return f"2 {self.endpoint.model}"

    def extract(self, document: TextToRead) -> Extraction:
        """Read one document; a window without an answer becomes an issue, the rest goes on."""
        language = read_as(document.text, document.language) or "en"
        cut = sentences(document.text, language)
        folded = Folded(document.text)
        claims: dict[str, Claim] = {}
        issues: list[Issue] = []
        silent = asked = answered = 0
        for window in windows(cut, self.endpoint.window, self.endpoint.overlap):
            asked += 1
            document.tell(window.start / len(document.text))
            if silent >= _GIVE_UP_AFTER:
                issues.append(_issue(document, window, "The model was not asked: it is silent"))
                continue
            try:
                raw = proposals(self._asked(document.text[window.start : window.end]))
            except (NoAnswer, Unusable) as error:
                silent += isinstance(error, NoAnswer)
                issues.append(_issue(document, window, f"The model gave no claims: {error}"))
                continue
            silent = 0
            answered += 1
            shown = _shown(document, language, folded, window)
            for one in raw:
                try:
                    claim = _claim(shown, read_proposal(one, self.predicates))
                    claims.setdefault(claim.id, claim)
                except Unusable as error:
                    issues.append(_issue(document, window, f"A claim was left out: {error}", one))
        ordered = sorted(claims.values(), key=lambda c: (c.evidence.locator.start, c.id))
        mentions = tuple(_mentions(ordered))
        return Extraction(mentions, tuple(ordered), tuple(issues), language, asked, answered)

    def _asked(self, text: str) -> str:
        return ask(self.endpoint, messages(text, self.predicates), answer_schema(self.predicates))


def _shown(document: TextToRead, language: str, folded: Folded, window: Span) -> _Shown:
    text = document.text[window.start : window.end]
    dated = frozenset(d.iso for d in dates(text, document.published, language) if d.iso)
    return _Shown(document, language, folded, window, Folded(text), dated)


def _claim(shown: _Shown, proposed: Proposed) -> Claim:
    """The claim at its place; raises `Unusable` where the text does not prove it."""
    document = shown.document
    span = place(document.text, shown.folded, proposed, shown.window)
    quote = document.text[span.start : span.end]
    check_numbers(proposed, quote, shown.language)
    check_names(proposed, quote, shown.seen)
    check_date(proposed, shown.dated)
    evidence = Evidence(Locator(document.source, span.start, span.end), quote)
    return Claim(
        id=_claim_id(document.source, span, proposed),
        evidence=evidence,
        subject=_identified(proposed.subject, document.source),
        predicate=proposed.predicate,
        object=_identified(proposed.object, document.source) if proposed.object else None,
        value=proposed.value,
        unit=proposed.unit,
        bound=proposed.bound,
        attribution=_from_outlet(proposed.attribution, document.publisher),
        attribution_cue=proposed.attribution_cue,
        polarity=proposed.polarity,
        modality=proposed.modality,
        hedge=_hedge(proposed.hedge, quote, span),
        date=proposed.date,
    )


def _identified(named: Named, source: str) -> Named:
    """The name with an identity inside its document: the same words are the same thing."""
    key = f"{source}|{' '.join(named.text.casefold().split())}"
    return replace(named, id=hashlib.sha256(key.encode()).hexdigest()[:16])


def _from_outlet(
    chains: tuple[tuple[Voice, ...], ...], publisher: str | None
) -> tuple[tuple[Voice, ...], ...]:
    """The chains with the outlet outermost, as the rules give them."""
    outlet = Voice(publisher or UNNAMED_OUTLET, "outlet")
    whole = tuple(c if c[0].kind == "outlet" else (outlet, *c) for c in chains)
    return whole or ((outlet,),)


def _hedge(words: str | None, quote: str, span: Span) -> Hedge | None:
    at = quote.casefold().find(words.casefold()) if words else -1
    if words is None or at < 0:
        return None
    start = span.start + at
    return Hedge(quote[at : at + len(words)], start, start + len(words))


def _claim_id(source: str, span: Span, p: Proposed) -> str:
    told = p.object.text if p.object else ""
    content = (source, span.start, span.end, p.subject.text, p.predicate, told, p.value, p.unit)
    return hashlib.sha256(repr(content).encode()).hexdigest()[:16]


def _mentions(claims: Sequence[Claim]) -> Iterator[Mention]:
    """What the claims name, at its place inside their quotations."""
    seen: set[tuple[str, int]] = set()
    for claim in claims:
        for named in (claim.subject, claim.object):
            if named is None or named.id is None:
                continue
            spans = list(Folded(claim.evidence.quote).spans(named.text))
            if not spans:
                continue
            where = claim.evidence.locator
            start, end = where.start + spans[0].start, where.start + spans[0].end
            if (named.id, start) not in seen:
                seen.add((named.id, start))
                text = claim.evidence.quote[spans[0].start : spans[0].end]
                evidence = Evidence(Locator(where.source, start, end), text)
                yield Mention(named.id, text, named.schema or "Thing", evidence, named.text)


def _issue(document: TextToRead, window: Span, message: str, raw: object = None) -> Issue:
    where = Locator(document.source, window.start, window.end)
    quote = raw.get("quote") if isinstance(raw, dict) else raw
    return Issue(where, message + ".", "" if quote is None else str(quote)[:200])
