"""Silences told by nouns: "Calls to Orbis went unanswered", "There was no reply from Orbis"."""

import re
from collections.abc import Iterator

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["silences"]

_WHO = r"(?P<who>[^,;.:]{2,70}?)"
_ASKED = (
    r"(?P<asked>(?:[\w-]+ ){0,3}?(?:calls?|e-?mails?|letters?|messages?|requests?(?: for \w+)?|"
    r"questions?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|faxes))"
)
_BE = r"(?:was|were|has been|have been|had been|is|are|remained|went|rang)"
_PATTERNS = (
    re.compile(
        rf"\b{_ASKED} (?:sent |made |put |addressed |emailed |directed )?(?:to|at) {_WHO}"
        r"(?:['’]s? (?:number|offices?|telephone|phone|switchboard|lawyers?|headquarters))? "
        rf"{_BE} (?:all |also |not |never )?(?:unanswered|unreturned|ignored|answered|returned|out|"
        r"unsuccessful|blocked|in vain|undelivered)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:attempts?|efforts?) to (?:reach|contact|locate|speak to|call|telephone) "
        rf"{_WHO} (?:were unsuccessful|failed|came to nothing|were in vain|proved \w+)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bno (?:immediate |further |official )?(?:reply|response|answer|comment|reaction|word)"
        rf"(?: (?:has |had )?(?:came|come|arrived|been received|was received))? from {_WHO}"
        r"(?= by\b| before\b| at\b| on\b|[,;.]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_WHO}['’]s? (?:telephone|phone|mobile|number|line|switchboard|website|e-?mail)"
        rf" {_BE} (?:switched off|disconnected|dead|out of service|no longer in (?:use|service)|"
        r"unreachable|not answered|offline|bounced)\b",
        re.IGNORECASE,
    ),
)
_SIGNS = re.compile(
    r"unanswered|unreturned|ignored|answered|returned|unsuccessful|in vain|attempts? to|"
    r"efforts? to|"
    r"\b[Nn]o (?:\w+ )?(?:reply|response|answer|comment|reaction|word)\b|switched off|disconnected|"
    r"\bdead\b|out of service|unreachable|rang out|offline|bounced|undelivered"
)


def silences(s: Sentence, known: list[Relation]) -> Iterator[Relation]:
    """Yield who gave no answer, where a noun tells of the asking.

    Args:
        s: The sentence.
        known: What is told of it already.
    """
    if not _SIGNS.search(s.text, s.span.start, s.span.end):
        return
    told = [r.span for r in known if r.predicate == "comment_on"]
    for pattern in _PATTERNS:
        for match in pattern.finditer(s.text, s.span.start, s.span.end):
            span, who = Span(*match.span()), Span(*match.span("who"))
            if any(who.overlaps(t) for t in told):
                continue
            asked = Argument(text="request for comment")
            if match.groupdict().get("asked"):
                asked = Argument(Span(*match.span("asked")))
            yield Relation(
                span, "comment_on", Argument(who), asked, span.start,
                own_voice=True, polarity="no_response",
            )  # fmt: skip
