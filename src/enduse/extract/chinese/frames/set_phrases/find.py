"""Finds set phrases in a clause and names their parties."""

import re
from collections.abc import Iterator, Sequence

from enduse.extract.chinese.clauses.atoms import NOUNS, Atom
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.clauses.reading.clause import Clause
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.frames.set_phrases.table import SetPhrase, phrases_for
from enduse.extract.segment import Span

__all__ = ["phrases_in"]

_NOT = re.compile(
    r"(?:没有|从来没有|从未|并未|尚未|不再|不会|未能|未曾|未|并非|并不|不|没|毫无|无)(?:再|被|得到|予以|能|有|任何)?$"
)
_LEADING = re.compile(
    r"^(?:预计|估计|认为|担心|预料|相信|称|并?指(?![令定控])|否则|一旦|而且?|但|并|则|也|还|还是|这将|此举|全资子公司|控股子公司|子公司|分公司|了|过(?![度于高快多程])|着|约|近|逾|超过|至少|一[家名种款批系列项个些次份]|[两二三四五六七八九十几数多\d]+[家名种款批项个些次份位]|这[些种类款家个]|那些|此类|该类|上述|前述|其|任何|所有|全部|部分|更多|大量|新的|自己的|的)+(?=[^的]{2})"
)
_TRAILING = re.compile(r"(?:的|了|等|之一|在内|以来|方面)+$")


def phrases_in(text: str, clause: Clause, span: Span) -> Iterator[tuple[Said, Span]]:
    """Yield what the set phrases of a clause say, each with the place of its turning words.

    Args:
        text: Canonical text.
        clause: The clause.
        span: Its place, from the first to the last atom.
    """
    stop = text.find("。", span.end)
    whole = stop if 0 <= stop < span.end + 80 else span.end
    # What is cited stands after the verb of saying, which ends the clause before.
    cited = max(text.rfind(mark, 0, span.start) for mark in "，。；：\n") + 1
    for row in phrases_for(text[cited:whole]):
        first = cited if row.split else span.start
        match = row.regex.search(text, first, whole if row.wide else span.end)
        if match is not None:
            said = _said(text, clause, span, row, match)
            if said is not None:
                yield said, Span(_turn(match), match.end())


def _turn(match: "re.Match[str]") -> int:
    """Where the words stand that say it: past a subject that the pattern names first."""
    groups = match.re.groupindex
    if "s" in groups and match.start("s") == match.start():
        return match.end("s")
    return match.start()


def _said(
    text: str, clause: Clause, span: Span, row: SetPhrase, match: "re.Match[str]"
) -> Said | None:
    subject = _subject(text, clause, row, match)
    if subject is None or (row.place or row.named) and not _names_there(clause, row, match):
        return None
    target = _object(text, clause, row, match)
    quantity = Span(*match.span("q")) if _has(match, "q") else None
    start = match.start()
    if isinstance(subject, Phrase) and span.start <= subject.span.start < start:
        start = subject.span.start
    polarity = "negated" if _has(match, "n") else row.polarity
    if polarity is None and "否认" in text[span.start : match.start()]:
        polarity = "denied"
    if polarity == "denied" and row.predicate in ("assisted", "supports"):
        return None
    if polarity is None and _NOT.search(text, max(span.start, match.start() - 6), match.start()):
        polarity = "negated"
    return Said(
        row.predicate, subject, target, quantity, Span(start, match.end()), polarity, row.modality,
        row.own,
    )  # fmt: skip


def _names_there(clause: Clause, row: SetPhrase, match: "re.Match[str]") -> bool:
    """Whether the object holds a name, and one of a place where only a place will do."""
    there = Span(*match.span("o"))
    names = [a.name for a in clause.atoms if a.name is not None and a.span.within(there)]
    return any(not row.place or n.schema == "Address" for n in names)


def _has(match: "re.Match[str]", group: str) -> bool:
    return group in match.re.groupindex and match[group] is not None


def _subject(
    text: str, clause: Clause, row: SetPhrase, match: "re.Match[str]"
) -> Phrase | str | None:
    if _has(match, "s"):
        return _words(text, clause.atoms, Span(*match.span("s")), free=False)
    if row.subject == "topic":
        return clause.topic
    if row.subject == "report":
        return "报道"
    if row.subject == "speaker":
        return clause.speaker or clause.subject or clause.topic
    if row.subject == "clause":
        before = clause.subject
        if before is not None and before.span.start < match.start():
            return before
        return clause.topic
    found = _before(clause, match.start())
    if found is not None and any(True for _ in found.parts()):
        return found
    return _spoken_of(clause) if row.predicate in _OF_THINGS else clause.topic


# What is told of things and not of whoever tells it.
_OF_THINGS = frozenset(
    "assessed_as controls_export_of comparable_to upgraded_version_of has_capacity component_of "
    "intended_for has_purpose".split()
)
_PAPER_ITSELF = re.compile(r"本[刊报社网台]|发言人$|官员$|记者$")


def _spoken_of(clause: Clause) -> Phrase | None:
    """What the text goes on about, unless it is who speaks: then what was spoken of before."""
    topic = clause.topic
    if topic is None:
        return None
    speaks = topic is clause.speaker and not _FIRM.search(topic.text)
    if _PAPER_ITSELF.search(topic.text):
        return clause.about
    return clause.about or topic if speaks else topic


_FIRM = re.compile(r"(?:公司|集团|厂|企业)$")


def _before(clause: Clause, at: int) -> Phrase | None:
    """The noun phrase right before a place, across adverbs; else the subject of the clause."""
    found = [a for a in clause.atoms if a.span.end <= at]
    k = len(found)
    while k and found[k - 1].kind in ("adverb", "time", "not", "aspect", "opener", "copula"):
        k -= 1
    last = k
    while k and (found[k - 1].kind in NOUNS or found[k - 1].kind == "mod"):
        if found[k - 1].kind == "word" and k - 1 and found[k - 2].kind not in (*NOUNS, "mod"):
            break
        k -= 1
    taken = found[k:last]
    while taken and taken[0].kind in ("join", "de", "aspect"):
        taken = taken[1:]
    role = found[k - 1] if k else None
    if taken and (role is None or role.kind not in ("prep", "verb", "say")):
        return Phrase(tuple(taken))
    subject = clause.subject
    return subject if subject is not None and subject.span.start < at else None


def _object(
    text: str, clause: Clause, row: SetPhrase, match: "re.Match[str]"
) -> Phrase | str | None:
    if not _has(match, "o"):
        if row.object == "before":
            return _before(clause, match.start()) or clause.topic
        return clause.topic if row.object == "topic" else row.object
    place = Span(*match.span("o"))
    inside = tuple(a for a in clause.atoms if a.span.within(place))
    if row.split and any(a.kind == "join" for a in inside):
        return Phrase(inside)
    return _words(text, clause.atoms, place, free=row.free)


def _words(text: str, atoms: Sequence[Atom], place: Span, *, free: bool) -> Phrase | str | None:
    """A name where the words end in one; else the words, without what only counts or points."""
    cut = next((a for a in atoms if a.name and a.span.start < place.start < a.span.end), None)
    place = Span(cut.span.start, place.end) if cut is not None else place
    inside = [a for a in atoms if a.span.within(place)]
    named = inside and inside[-1].name is not None and inside[-1].span.end >= place.end - 1
    if named and not free:
        return Phrase(tuple(inside) if any(a.kind == "join" for a in inside) else (inside[-1],))
    words = text[place.start : place.end].strip('“”"《》 ')
    if not free:
        alone = len(inside) == 1 and inside[0].text == words
        if alone and inside[0].kind in ("noun", "attribute") and len(words) < 4:
            return Phrase((inside[0],))
        words = _TRAILING.sub("", _LEADING.sub("", words)).strip('“”"《》 ')
        head = words.rsplit("的", 1)[-1]
        words = head if len(head) > 2 and not words.endswith(("目的", "标的")) else words
    return words or None
