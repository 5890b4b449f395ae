"""Shares told without a verb of their own: "60 percent is held by A and a quarter by B"."""

import re
from collections.abc import Iterator

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["shares"]

_SHARE = (
    r"(?:\d[\d.,]*\s?(?:%|per ?cent|percent)|(?:a|one)[ -](?:half|third|quarter|fifth|tenth)|half|"
    r"(?:two|three)[ -](?:thirds|quarters|fifths)|(?:a |the )?(?:majority|minority)(?: stake)?|"
    r"the (?:rest|remainder|balance|other half|other \d[\d.,]*\s?(?:%|per ?cent|percent)|"
    r"remaining \d[\d.,]*\s?(?:%|per ?cent|percent)|remaining (?:shares|stake|half|third|quarter)))"
)
_OF = (
    r"(?: of (?P<whole>(?!its\b|the shares)[^,;.]{2,60}?)"
    r"(?:['’]s? (?:shares|stock|capital|equity))?)?"
)
_WHO = r"(?P<who>[^,;.()]{2,60}?(?:, [A-Z][\w.&-]+(?: [A-Z][\w.&-]+)*)?)(?= and\b|[,;.()]|$)"
_HELD = re.compile(
    rf"(?P<share>{_SHARE}){_OF}(?: (?:of (?:its|the) (?:shares|stock|capital|equity)))?"
    r"(?: (?:is|are|was|were|being))?(?: (?:now|still|at the time|then|in turn|reportedly|also))?"
    r" (?:(?:held|owned|controlled) by|in the hands of|registered (?:in the name of|to)|"
    rf"belong(?:s|ed)? to|lies? with) {_WHO}",
    re.IGNORECASE,
)
_FURTHER = re.compile(rf"(?:,| and|;)(?: and)? (?P<share>{_SHARE}) by {_WHO}", re.IGNORECASE)
_AFTER = re.compile(rf"\b(?:owned|held|controlled) (?P<share>{_SHARE}) by {_WHO}", re.IGNORECASE)
_HOLDER = re.compile(
    r"(?P<who>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*),? (?:as |the |is |was )*"
    rf"(?:the )?(?:holder of|holding|owning|owner of) (?P<share>{_SHARE})"
)


def shares(s: Sentence, known: list[Relation]) -> Iterator[Relation]:
    """Yield who holds which part, where the frames of verbs have not told it yet.

    Args:
        s: The sentence.
        known: What is told of it already.
    """
    said = s.text[s.span.start : s.span.end]
    if not any(sign in said for sign in _SIGNS):
        return
    told = [r.quantity for r in known if r.quantity is not None and r.predicate in _HOLDINGS]
    held = _HELD.search(s.text, *_edges(s))
    others = (p.search(s.text, *_edges(s)) for p in (_AFTER, _HOLDER))
    found = [m for m in (held, *others) if m is not None]
    if held is not None or _owned(s):
        found += _FURTHER.finditer(s.text, held.end() - 1 if held else s.span.start, s.span.end)
    for match in found:
        share = Span(*match.span("share"))
        if not any(share.overlaps(q) for q in told):
            yield _holding(match, share, held, s)


_SIGNS = (" by ", "holder of", "holding", "owning", "hands of", "name of", "belong", "lies with")
_HOLDINGS = frozenset({"holds_share_in", "owned_by", "owns", "controlled_by"})


def _edges(s: Sentence) -> tuple[int, int]:
    return s.span.start, s.span.end


def _owned(s: Sentence) -> bool:
    return bool(re.search(r"\b(?:held|owned|controlled) by\b", s.text[s.span.start : s.span.end]))


def _holding(
    match: re.Match[str], share: Span, held: re.Match[str] | None, s: Sentence
) -> Relation:
    whole = Span(*held.span("whole")) if held is not None and held["whole"] else _first_name(s)
    span = Span(match.start("share"), match.end("who"))
    if match.start("who") < match.start("share"):
        span = Span(match.start("who"), match.end("share"))
    return Relation(
        span, "holds_share_in", Argument(Span(*match.span("who"))), Argument(whole), share.start,
        quantity=share,
    )  # fmt: skip


def _first_name(s: Sentence) -> Span:
    """What the sentence is about, where no "of" tells whose shares they are."""
    first = next((i for i in range(len(s.chunks)) if s.kind(i) == "N"), 0)
    return s.chunk_span(first)
