"""Dealings named by nouns: "the delivery of 12 engines to X", "Y's purchase of lathes"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from enduse.extract.english.goods.changes import change, changed
from enduse.extract.english.scope.denials import denied_stretches
from enduse.extract.english.syntax.nounframes import country_or_place, head_noun
from enduse.extract.english.syntax.nounphrases import noun_phrase
from enduse.extract.english.syntax.phrases import Phrase, Sentence
from enduse.extract.english.syntax.subjects import subject_of
from enduse.extract.english.words.lexicon import countries, load, pattern
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["nominals"]


@dataclass(frozen=True, slots=True)
class Deed:
    """What a noun of doing says, and which preposition leads to whoever gets the thing."""

    predicate: str
    receiver: frozenset[str]
    taking: bool


@cache
def _deeds() -> dict[str, Deed]:
    found: dict[str, Deed] = {}
    for row in load("deeds_en.yml"):
        receiver = frozenset(str(row.get("receiver", "")).split())
        deed = Deed(row["predicate"], receiver, row.get("taking", False))
        found.update(dict.fromkeys(row["nouns"].split(), deed))
    return found


@dataclass(frozen=True, slots=True)
class Named:
    """Who and what stands with a noun of doing, by the word that leads to it."""

    places: dict[str, Phrase]
    last: int
    owner: Span | None
    before: Span | None


_NOT_SAID = frozenset(
    {"any", "further", "future", "possible", "alleged", "planned", "potential", "such"}
)
_TELLING = frozenset(
    "approve authorise authorize confirm reveal document record show complete report list detail "
    "describe mention disclose trace track finance cover concern involve include contain count "
    "register note identify mask follow precede double triple quadruple increase raise reduce cut "
    "halve expand boost rely depend suggest indicate reflect prove see".split()
)
# The verb adds nothing but the doer: "made 12 shipments of bearings to X".
_LIGHT = frozenset(
    "make do carry_out conduct effect arrange complete organise organize handle undertake perform "
    "send begin start continue resume step_up increase launch".split()
)
_RESTRAINTS = frozenset(
    "ban bans control controls restriction restrictions curb curbs embargo prohibition licence "
    "license licences licenses limit limits rule rules law laws permit request policy".split()
)


def nominals(s: Sentence) -> Iterator[Relation]:
    """Yield the dealings that a sentence names without a verb of their own."""
    for i, chunk in enumerate(s.chunks):
        if chunk.kind == "N":
            deed = _deeds().get(_singular(head_noun(i, s)))
            if deed is not None and _is_stated(i, s):
                yield from _dealing(i, deed, s)


def _singular(noun: str) -> str:
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


def _is_stated(i: int, s: Sentence) -> bool:
    """Whether it is told as something that took place, not asked for or forbidden."""
    if _NOT_SAID & {w.lower() for w in s.words(i).split(" ")}:
        return False
    if s.kind(i - 1) == "V":
        lemma = s.chunks[i - 1].lemma
        return lemma in _TELLING | _LIGHT and not s.chunks[i - 1].negated
    if s.kind(i - 1) == "X":
        return s.chunks[i - 1].lemma == "be"
    if s.kind(i - 1) == "E" and s.kind(i - 2) == "N":
        return head_noun(i - 2, s) not in _RESTRAINTS
    return True


def _dealing(i: int, deed: Deed, s: Sentence) -> Iterator[Relation]:
    with_it = _around(i, s)
    doer = _doer(i, with_it, s)
    thing = with_it.places.get("of")
    if thing is None and head_noun(i, s) in ("traffic", "trade"):
        thing = with_it.places.get("in")  # "traffic in bearings to Omsk"
    what = s.span_of(thing) if thing is not None else with_it.before
    by = changed(with_it.last, s)
    if by is not None:
        yield change(deed.predicate, (doer, what), s.chunk_span(i), by)
        return
    roles = _roles(deed, doer, what, with_it, s)
    if roles is None or not _took_place(with_it.last, s):
        return
    start = s.chunk_span(i).start
    light = s.kind(i - 1) == "V" and s.chunks[i - 1].lemma in _LIGHT
    start = s.chunk_span(i - 1).start if light else start
    if light and s.chunks[i - 1].lemma == "handle" and deed.predicate == "paid":
        return  # whoever handles payments stands between
    denied = any(w.start <= s.chunk_span(i).start < w.end for w in denied_stretches(s))
    no = s.words(i).lower().startswith(("no ", "neither ")) or _ungranted(i, s)
    yield Relation(
        Span(start, s.chunk_span(with_it.last).end),
        deed.predicate,
        Argument(roles[0]),
        Argument(roles[1]) if roles[1] else None,
        s.chunk_span(i).start,
        quantity=Span(s.chunk_span(i).start, max(s.chunk_span(i).end, what.end if what else 0)),
        polarity="denied" if denied else "negated" if no else "asserted",
    )


def _roles(
    deed: Deed, doer: Span | None, what: Span | None, with_it: Named, s: Sentence
) -> tuple[Span, Span | None] | None:
    """Subject and object of the claim, where enough of them is said."""
    if deed.taking:
        if doer is not None and what is not None:
            return doer, what
        source = with_it.places.get("from")
        if deed.predicate == "acquired" and what is not None and source is not None:
            return what, s.span_of(source)
        return None
    target = next((with_it.places[n] for n in deed.receiver if n in with_it.places), None)
    if target is None:
        return (doer, what) if doer is not None and what is not None else None
    receiver = s.span_of(target)
    source = with_it.places.get("from")
    if doer is None and source is not None and not country_or_place(s.words(source.first)):
        doer = s.span_of(source)
    if doer is None and what is None:
        return None
    if (
        s.tag_of(target.last) != "P"
        and doer is None
        and not _PARTY.search(s.text, *_ends(receiver))
    ):
        return None
    return doer or what or receiver, receiver


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


_PARTY = pattern(r"{firm}|{site}|customer|buyer|client|recipient|consignee|military|army|forces")
_LEADING = frozenset("of to by from into through via for with between in at".split())


def _around(i: int, s: Sentence) -> Named:
    """What hangs on the noun: prepositional phrases after it, whose it is, of what before it."""
    places: dict[str, Phrase] = {}
    last = i
    while s.kind(last + 1) == "E" and s.kind(last + 2) == "N":
        name = s.words(last + 1).lower()
        if name not in _LEADING or name in places:
            break
        phrase = noun_phrase(last + 2, s)
        if name == "of":
            phrase = Phrase(last + 2, last + 2, last + 2)
        places[name] = phrase
        last = phrase.last
    return Named(places, last, _possessor(i, s), _thing_before(i, s))


def _doer(i: int, with_it: Named, s: Sentence) -> Span | None:
    if "by" in with_it.places:
        return s.span_of(with_it.places["by"])
    if with_it.owner is not None:
        return _owner(i, with_it.owner, s)
    if s.kind(i - 1) == "V" and s.chunks[i - 1].lemma in _LIGHT:
        chunk = s.chunks[i - 1]
        subject = None if chunk.passive else subject_of(i - 1, s)
        return s.span_of(subject) if subject is not None else None
    return None


def _owner(i: int, owner: Span, s: Sentence) -> Span:
    """Whose it is; "their" before a verb's object are those of the subject."""
    if s.kind(i - 1) == "V" and not s.chunks[i - 1].passive and _OWN.match(s.words(i)):
        subject = subject_of(i - 1, s)
        return s.span_of(subject) if subject is not None else owner
    return owner


_GOODS = pattern(r"(?:{goods}|{arms}|{part}|arms)\W*$")


def _thing_before(i: int, s: Sentence) -> Span | None:
    """The goods right before the noun: "engine deliveries", "two drone shipments"."""
    chunk = s.chunks[i]
    if chunk.last == chunk.first:
        return None
    span = s.tagged.span(chunk.last - 1, chunk.last - 1)
    said = s.text[span.start : span.end]
    known = s.tagged.tags[chunk.last - 1] == "N" and _GOODS.search(said)
    return span if known else None


def _ungranted(i: int, s: Sentence) -> bool:
    """Whether it is what no leave was given for: "no licence was granted for the export of X"."""
    verb = i - 2
    if s.kind(i - 1) != "E" or s.kind(verb) != "V" or s.chunks[verb].lemma not in _GRANTS:
        return False
    before = s.kind(verb - 1) == "N" and s.words(verb - 1).lower().startswith("no ")
    return before or s.chunks[verb].negated


_GRANTS = frozenset("grant issue approve give authorise authorize permit obtain seek".split())


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


_OWN = re.compile(r"^(?:its|their|his|her|our)\b", re.IGNORECASE)


def _possessor(i: int, s: Sentence) -> Span | None:
    """Whose doing it is: "Kupol's", "its", "Chinese"."""
    chunk = s.chunks[i]
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    if mark > chunk.first:
        return s.tagged.span(chunk.first, mark - 1)
    if _OWN.match(s.words(i)):
        return s.tagged.span(chunk.first, chunk.first)
    for j in range(chunk.first, chunk.last):
        word = s.tagged.tokens[j].text
        if countries().get(word, ("", ""))[1] == "demonym":
            return s.tagged.span(j, j)
    return None
