"""Dealings named by nouns: "the delivery of 12 engines to X", "Y's purchase of lathes"."""

from collections.abc import Iterator

from enduse.extract.english.nounframes import head_noun
from enduse.extract.english.nounphrases import noun_phrase
from enduse.extract.english.phrases import Phrase, Sentence
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["nominals"]

_DEALINGS = {
    "delivery": "delivered_to",
    "shipment": "shipped_to",
    "export": "exported_to",
    "re-export": "exported_to",
    "supply": "supplied_to",
    "sale": "supplied_to",
    "transfer": "supplied_to",
    "purchase": "acquired",
    "acquisition": "acquired",
    "procurement": "acquired",
    "import": "acquired",
    "receipt": "received",
}
_NOT_SAID = frozenset({"no", "any", "further", "future", "possible", "alleged", "planned", "all"})
_TELLING = frozenset(
    "approve authorise authorize confirm reveal document record show complete report".split()
)
_RESTRAINTS = frozenset(
    "ban bans control controls restriction restrictions curb curbs embargo prohibition licence "
    "license licences licenses limit limits rule rules".split()
)


def nominals(s: Sentence) -> Iterator[Relation]:
    """Yield the dealings that a sentence names without a verb of their own."""
    for i, chunk in enumerate(s.chunks):
        if chunk.kind == "N" and s.kind(i + 1) == "E" and s.words(i + 1).lower() == "of":
            predicate = _DEALINGS.get(_singular(head_noun(i, s)))
            if predicate is not None and s.kind(i + 2) == "N" and _is_stated(i, s):
                yield from _dealing(i, predicate, s)


def _singular(noun: str) -> str:
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


def _is_stated(i: int, s: Sentence) -> bool:
    """Whether it is told as something that took place, not denied, asked for or forbidden."""
    if _NOT_SAID & {w.lower() for w in s.words(i).split(" ")}:
        return False
    if s.kind(i - 1) == "V":
        return s.chunks[i - 1].lemma in _TELLING and not s.chunks[i - 1].negated
    if s.kind(i - 1) == "X":
        return False
    if s.kind(i - 1) == "E" and s.words(i - 1) == "of":
        return False
    if s.kind(i - 1) == "E" and s.kind(i - 2) == "N":
        return head_noun(i - 2, s) not in _RESTRAINTS
    return s.kind(i - 1) != "E" or s.kind(i - 2) not in "VX"


def _dealing(i: int, predicate: str, s: Sentence) -> Iterator[Relation]:
    thing = Phrase(i + 2, i + 2, i + 2)
    places, last = {}, i + 2
    while s.kind(last + 1) == "E" and s.kind(last + 2) == "N":
        name = s.words(last + 1).lower()
        if name not in ("to", "by", "from") or name in places:
            break
        places[name] = noun_phrase(last + 2, s)
        last = places[name].last
    owner = _possessor(i, s)
    doer = s.span_of(places["by"]) if "by" in places else owner
    if predicate in ("acquired", "received"):
        if doer is None:
            return
        subject, obj = doer, s.span_of(thing)
    else:
        target = places.get("to")
        if target is None or not (doer or s.tag_of(target.last) == "P"):
            return
        subject, obj = doer or s.span_of(thing), s.span_of(target)
    whole = Span(s.chunk_span(i).start, s.chunk_span(last).end)
    if not _took_place(last, s):
        return
    yield Relation(
        whole,
        predicate,
        Argument(subject),
        Argument(obj),
        whole.start,
        quantity=s.span_of(thing),
    )


_UNDONE = frozenset(
    "ban prohibit forbid halt stop suspend end cease restrict deny cancel block prevent bar "
    "discontinue plan propose intend require license".split()
)


def _took_place(last: int, s: Sentence) -> bool:
    """Whether the verb of which it is the subject leaves it standing: not "was banned"."""
    at = last + 1
    while s.kind(at) in "RYG":
        at += 1
    if s.kind(at) not in "VX" or not s.chunks[at].finite:
        return True
    chunk = s.chunks[at]
    open_ = {"would", "could", "may", "might", "will", "should"} & set(chunk.helpers)
    return not (chunk.negated or open_ or chunk.lemma in _UNDONE)


def _possessor(i: int, s: Sentence) -> Span | None:
    chunk = s.chunks[i]
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    if mark > chunk.first:
        return s.tagged.span(chunk.first, mark - 1)
    own = s.tagged.tokens[chunk.first].text.lower() in ("its", "their", "his", "her")
    return s.tagged.span(chunk.first, chunk.first) if own else None
