"""What somebody denies: the clauses and dealings that stand under a denial, in any wording.

"Denied that it sold pumps", "rejected suggestions that it had", "called reports of it false",
"reports that it did are untrue", "there is no truth in the claim that it does".
"""

import re

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.segment import Span

__all__ = ["DENIES", "denied_stretches", "told_of", "under_denial"]

DENIES = frozenset(
    "deny reject dismiss refute dispute rebut repudiate contest disavow brush_off brush_aside "
    "wave_away wave_aside scoff_at laugh_off shrug_off".split()
)
_DENYING = (
    r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|"
    r"disput(?:es?|ed|ing)|contest(?:s|ed|ing)?|rebut(?:s|ted|ting)?|repudiat(?:es?|ed|ing)|"
    r"disavow(?:s|ed|ing)?|(?:brush|wav|shrug|laugh)(?:e?s|ed|ing) (?:off|aside|away)|"
    r"scoff(?:s|ed|ing)? at)"
)
_TOLD = (
    r"(?:claims?|allegations?|accusations?|suggestions?|reports?|reporting|assertions?|rumou?rs?|"
    r"talk|speculation|insinuations?|notion|idea|charges?|stor(?:y|ies)|theor(?:y|ies)|views?|"
    r"assumptions?|accounts?|statements?|findings?|impression|hints?|fears?|concerns?)"
)
_UNTRUE = (
    r"(?:untrue|false|not true|not the case|incorrect|wrong|nonsense|inaccurate|a lie|lies|a myth|"
    r"baseless|unfounded|groundless|without (?:any )?(?:foundation|basis|merit)|absurd|invented|"
    r"fabricated|fabrications?|fiction|fantas(?:y|ies)|ridiculous|slander\w*|speculation|"
    r"disinformation|propaganda|fake(?: news)?|far-fetched|unsubstantiated)"
)
_QUALIFIED = (
    r"(?:(?:any|all|the|these|those|such|as|media|press|earlier|similar|recent|\w+ly|[A-Z]\w+) )"
    r"{0,4}"
)
_CALLS = (
    r"(?:call(?:s|ed|ing)?|describ(?:es?|ed|ing)|brand(?:s|ed|ing)?|label(?:s|led|ling)?|"
    r"dub(?:s|bed)?)"
)
_BE = r"(?:is|are|was|were|has been|have been|had been)"
_WHAT = r"(?P<what>[^.;]+"
_GAP = r"(?: (?:(?!\b(?:and|but)\b)[^.;,]){2,40}?)?"
_STRETCHES = (
    re.compile(
        rf"\b{_DENYING} {_QUALIFIED}{_TOLD}{_GAP} (?:that|how) {_WHAT})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_CALLS} {_QUALIFIED}{_TOLD} (?:that|of|about) {_WHAT}?) (?:as )?[\"“‘']?"
        rf"(?:\w+ ){{0,2}}{_UNTRUE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_TOLD} (?:that|of|about) {_WHAT}?) {_BE} (?:\w+ )?(?:{_UNTRUE}|denied|rejected|"
        r"dismissed|refuted|disputed)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bno truth (?:in|to|whatsoever in) {_QUALIFIED}{_TOLD} (?:that|of|about) {_WHAT})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_UNTRUE}(?: to (?:say|claim|suggest|assert|allege))? that {_WHAT})", re.IGNORECASE
    ),
    re.compile(
        rf"\b{_DENYING} (?:any|all|the|its|his|her|their|such) (?:[\w-]+ )?(?P<what>(?!{_TOLD}\b)"
        r"[\w-]+ (?:of|to|with|from|in)\b[^.;,]+)",
        re.IGNORECASE,
    ),
)
# A look at plain words first: the patterns are slow, and few sentences hold any of these.
_SIGNS = re.compile(
    r"[Dd]en(?:y|ie)|[Rr]eject|[Dd]ismiss|refut|disput|contest|rebut|repudiat|disavow|"
    r"(?:brush|wav|shrug|laugh)\w* (?:off|aside|away)|scoff|true|false|wrong|correct|accura|"
    r"nonsense|baseless|unfounded|groundless|without (?:any )?(?:found|basis|merit)|"
    r"absurd|\blies?\b|invented|fabricat|truth|fict|fantas|ridicul|slander|propaganda|disinf|fake|"
    r"far-fetched|unsubst|specul|not the case|myth"
)
_SAYS_ON = frozenset("say announce add insist stress state note claim explain tell argue".split())
_TURNS = re.compile(
    r",? (?:and|but|while|adding|saying|insisting)(?: \w+)? (?:that |(?:said|says|added|adds|"
    r"announced|insist\w*|stress\w*|stated|states|noted|notes|claim\w*|explain\w*|told|tells|"
    r"argue\w*|declined|refused|accuse\w*|called|calls|urged|urges)\b)"
)


def denied_stretches(s: Sentence) -> tuple[Span, ...]:
    """Return the words of a sentence that somebody in it calls untrue."""
    if "denied" not in s.memo:  # every verb of the sentence asks
        s.memo["denied"] = _denied_stretches(s)
    found: tuple[Span, ...] = s.memo["denied"]
    return found


def _denied_stretches(s: Sentence) -> tuple[Span, ...]:
    text, sentence = s.text, s.span
    if not _SIGNS.search(text, sentence.start, sentence.end):
        return ()
    found = []
    for pattern in _STRETCHES:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            turn = _TURNS.search(text, match.start("what"), match.end("what"))
            end = turn.start() if turn is not None else match.end("what")
            if not _not_denied(text, sentence.start, match.start()):
                found.append(Span(match.start("what"), end))
    return tuple(found)


def _not_denied(text: str, start: int, at: int) -> bool:
    """Whether the denial itself is negated or left open: "did not deny that"."""
    before = text[max(start, at - 14) : at].lower()
    return bool(re.search(r"(?:\bnot|n['’]t|never|without|nor|cannot)\s(?:\w+ly )?$", before))


def under_denial(p: Predicate, s: Sentence, all_of_them: tuple[Predicate, ...]) -> bool:
    """Whether a verb stands in what somebody denies."""
    focus = s.chunk_span(p.chunk).start
    if any(w.start <= focus < w.end for w in denied_stretches(s)):
        return True
    for other in all_of_them:
        if other.chunk >= p.chunk or s.chunks[other.chunk].lemma not in DENIES:
            continue
        if s.chunks[other.chunk].negated or s.chunks[other.chunk].passive:
            continue
        if all(s.kind(j) not in "KZ" for j in range(other.chunk, p.chunk)):
            return not _speaks_on(other.chunk, p.chunk, s)
    return False


def _speaks_on(first: int, last: int, s: Sentence) -> bool:
    """Whether another verb of saying is joined: "rejected the charge and announced that"."""
    joined = (j for j in range(first + 1, last) if s.kind(j) == "C" and s.kind(j + 1) == "V")
    return any(s.chunks[j + 1].lemma in _SAYS_ON and j + 1 <= last for j in joined)


_ENDS_IN_TOLD = re.compile(rf"\b{_TOLD}$", re.IGNORECASE)
_THAT = re.compile(rf"{_GAP} that [^.;]+")


def told_of(what: Span, s: Sentence) -> Span:
    """The object of a denial with the clause that tells of it: "suggestions that it sold X"."""
    if not _ENDS_IN_TOLD.search(s.text, what.start, what.end):
        return what
    clause = _THAT.match(s.text, what.end, s.span.end)
    if clause is None:
        return what
    turn = _TURNS.search(s.text, what.end, clause.end())
    return Span(what.start, turn.start() if turn is not None else clause.end())
