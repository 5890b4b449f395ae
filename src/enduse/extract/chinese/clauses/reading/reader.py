"""Reads the clauses of a text in order: topics carried over, speech, conditions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from enduse.extract.attribution.datelines import dateline_end
from enduse.extract.chinese.clauses.atoms import NOUNS, Atom, Places, atoms
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.evidence import EVIDENCE
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.clauses.reading.clause import Clause
from enduse.extract.chinese.clauses.reading.pieces import (
    after_aspect,
    found_thing,
    is_noun_there,
    opens_with_according,
    telling_pieces,
    without_according,
    without_circumstances,
)
from enduse.extract.chinese.clauses.reading.walk import ASKED, Walk
from enduse.extract.chinese.clauses.relative import relatives
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.words import words
from enduse.extract.segment import Span

__all__ = ["Reader"]


_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]|第[一二三四五六七八九十][，、]")

# What ends a clause and tells in the next one: 商务部警告，….
_WARNS = frozenset("警告 提醒 警示 告诫 证实 承认 供认 坦承".split())

_HEADING = re.compile(r"关于[^，。；]{4,60}的[\u4e00-\u9fff]{2,6}$")


@dataclass(slots=True)
class Reader:
    """Reads the sentences of one text in order and keeps what they are about."""

    text: str
    places: Places
    topic: Phrase | None = None
    condition: Span | None = None
    last: Deed | None = field(default=None)
    judging: str = ""
    speaker: Phrase | None = None
    carried: dict[str, Phrase] = field(default_factory=dict)
    company: Phrase | None = None
    about: Phrase | None = None

    def sentence(self, span: Span, undated: list[Atom]) -> Iterator[Clause]:
        """Yield the clauses of a sentence.

        Args:
            span: The sentence.
            undated: Its atoms, read as if it named no times: where it names none, they are its own.
        """
        self.judging = ""
        if _HEADING.search(self.text, span.start, span.end):
            return
        head = _NUMBERED.match(self.text, span.start)
        start = dateline_end(self.text, head.end() if head else span.start, span.end)
        self.condition = None
        self.speaker, self.about, self.carried = None, None, {}
        same = start == span.start and not self.places.dated(span)
        found = undated if same else atoms(self.text, Span(start, span.end), self.places)
        for piece in telling_pieces(found):
            yield from self._clause(piece)

    def _clause(self, piece: list[Atom]) -> Iterator[Clause]:
        """Read one clause; what is said in it after a verb of saying is one of its own."""
        if EVIDENCE.search(self.text, piece[0].span.start, piece[-1].span.end):
            walk = Walk(piece, self.topic, None)
            walk.run()
            yield Clause(tuple(piece), (), self.topic, walk.subject)
            return
        piece = [
            Atom("verb", "查获", a.span)
            if a.text == "发现" and found_thing(piece, k)
            else Atom("noun", a.text, a.span)
            if a.kind == "say" and is_noun_there(piece, k)
            else Atom("say", a.text, a.span)
            if _tells_there(piece, k)
            else a
            for k, a in enumerate(piece)
        ]
        about = _spoken_about(piece)
        if about is not None:
            self.topic = about
            return
        told = next((k for k, a in enumerate(piece) if a.kind == "say"), None)
        if told is None:
            read = self._read(piece)
            if piece[-1].text in _WARNS and read.subject is not None:
                self.speaker = read.subject
            yield read
            return
        before = self._read(piece[:told])
        yield before
        self.judging = piece[told].text if piece[told].text in words("clause_judging") else ""
        if before.subject is not None and not opens_with_according(piece):
            self.topic = before.subject
        self.speaker = before.subject or self.topic
        if piece[told + 1 :]:
            yield from self._clause(after_aspect(piece[told + 1 :]))

    def _read(self, piece: list[Atom]) -> Clause:
        doubt = next((a for a in piece[:4] if a.text in grammar("conditions")), None)
        if doubt is not None:
            self.condition = Span(doubt.span.start, piece[-1].span.end)
        asked = next((k for k, a in enumerate(piece) if a.text in ASKED), None)
        question = Span(piece[asked].span.start, piece[-1].span.end) if asked is not None else None
        piece = piece[:asked] if asked is not None else piece
        inner, rest = relatives(without_circumstances(piece))
        rest = without_according(rest)
        walk = Walk(rest, self.topic, self.condition)
        walk.company = self.company
        walk.last = self.last
        if not any(a.text in ("将", "把") for a in rest):
            walk.roles.update(self.carried)
        walk.run()
        self.carried = {r: p for r, p in walk.roles.items() if r in ("patient", "via")}
        self.last = walk.deeds[-1] if walk.deeds else self.last
        for deed in inner:
            here = deed.governed == "不存在" or deed.subject is not None
            deed.topic = (walk.subject or self.topic) if here else None
        clause = Clause(
            tuple(rest),
            (*inner, *walk.deeds),
            self.topic,
            walk.subject,
            self.judging,
            self.speaker,
            walk.last,
            self.company,
            self.condition,
            question,
            self.about,
        )
        if self.speaker is not None and walk.subject is not None:
            self.about = walk.subject
        cleft = _cleft(walk)
        if cleft is not None:
            self.topic = cleft
            self.company = cleft if _is_company(cleft) else self.company
        elif walk.subject is not None and _is_topic(walk):
            self.topic = walk.subject
            if _is_company(walk.subject):
                self.company = walk.subject
        elif walk.subject is not None and walk.subject.atoms[0].kind == "name":
            self.topic = Phrase(walk.subject.atoms[:1])
        return clause


def _tells_there(piece: list[Atom], k: int) -> bool:
    """警方19日通报，…; 指至少九批…: words that tell, where they end a clause or open one."""
    if piece[k].text in ("通报", "报告", "汇报"):
        return 0 < k == len(piece) - 1 and piece[k - 1].kind not in ("de", "det", "amount", "verb")
    return piece[k].text == "指" and k < 2 and len(piece) > k + 2


def _cleft(walk: Walk) -> Phrase | None:
    """位居榜首的是模范动力: the text goes on about who comes last."""
    if walk.subject is None or walk.subject.names() or not walk.deeds:
        return None
    deed, last = walk.deeds[-1], walk.subject.atoms[-1]
    named = deed.kind == "copula" and deed.object is not None and deed.object.names()
    plain = last.kind == "noun" and deed.verb.text == "是"
    return deed.object if named and (last.kind == "de" or plain) else None


def _spoken_about(piece: list[Atom]) -> Phrase | None:
    """至于货物的最终用途: what the next clause is about."""
    if piece[0].text not in ("至于", "关于", "对于", "说到", "谈到") or len(piece) < 2:
        return None
    rest = [a for a in piece[1:] if a.kind != "adverb"]
    if any(a.kind not in NOUNS and a.kind != "mod" for a in rest):
        return None
    return Phrase(tuple(rest))


def _is_company(subject: Phrase) -> bool:
    return any(n.schema in ("Company", "Organization") for n in subject.names())


def _is_topic(walk: Walk) -> bool:
    """Whether the text goes on about the subject: not about a figure or part of it."""
    subject = walk.subject
    if subject is None or any(a.kind == "attribute" for a in subject.atoms):
        return False
    alone = not walk.deeds and len(walk.atoms) == len(subject.atoms) > 1
    if alone and subject.atoms[0].kind == "amount":
        return True
    named = bool(subject.names()) or subject.text in grammar("pronouns")
    return named or bool(walk.deeds) and subject.atoms[-1].kind != "amount"
