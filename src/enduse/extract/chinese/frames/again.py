"""What goes over the bounds of clauses: sums and lists of the deed before, warnings, plans."""

import re
from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.clauses.reading.clause import Clause
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.frames.roles.frames import FRAMES
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import verb
from enduse.extract.relations.scope import Firmness
from enduse.extract.segment import Span

__all__ = ["Plans", "Sums", "Warnings"]

_SUMS = frozenset("共计 合计 总计 累计 共 其中 包括 计 分别为 首批 另有".split())
_LISTS = frozenset("包括 其中包括 其中有".split())
_COUNTED = frozenset(("give", "get", "move", "make", "found", "control"))
_MONEY = re.compile(r"元|卢布|英镑|法郎|里拉|%|％")
_GOODS = frozenset(("noun", "amount", "name", "join", "attribute", "de", "mod"))
_WARNS = frozenset("提醒 提示 警告 告诫 警示 提请 忠告".split())
_FEARS = frozenset("担心 担忧 忧虑 忧心".split())
_FEARED = re.compile(r"[^，。；：—]{2,16}?(?=恐|将|会|可能|或|正|已|被)")
_NEXT = re.compile(r"(?:随后|届时|然后|再|并且?|同时|此后|之后|最终|接着|进而|从而|最迟|预计)")


class Sums:
    """出口同类货物7批次，共计发动机94台: the figure, or the list, is of the deed before."""

    def __init__(self) -> None:
        self._deed: Deed | None = None

    def said(self, clause: Clause, sentence: Span) -> Iterator[tuple[Said, Span]]:
        """Yield what a clause adds to the deed before it, each with the quotation."""
        before = self._deed
        told = [d for d in clause.deeds if d.kind == "verb"]
        self._deed = told[-1] if told else before
        if before is None or before.span.start < sentence.start or not clause.atoms:
            return
        money = _paid(clause)
        goods = money or _listed(clause) or _summed(clause)
        entry = verb(before.verb.text)
        if goods is None or entry is None or entry.frame not in _COUNTED:
            return
        roles = {r: p for r, p in before.roles.items() if r != "patient"}
        place = Span(clause.atoms[0].span.start, goods.span.end)
        if money is not None:
            yield Said(entry.predicate, before.who, money.text, money.amount, place), place
            return
        if entry.frame == "control":
            yield Said(entry.predicate, before.who, goods, None, place), place
            return
        for said in FRAMES[entry.frame](replace(before, object=goods, roles=roles), entry):
            yield replace(said, span=place), place


def _listed(clause: Clause) -> Phrase | None:
    """包括民用无人机."""
    deed = clause.deeds[0] if len(clause.deeds) == 1 else None
    if deed is None or deed.verb.text not in _LISTS or deed.subject is not None:
        return None
    things = deed.object is not None and all(a.kind in _GOODS for a in deed.object.atoms)
    return deed.object if things else None


def _paid(clause: Clause) -> Phrase | None:
    """累计达310万美元: what all of it came to."""
    amounts = [a for a in clause.atoms if a.kind == "amount" and _MONEY.search(a.text)]
    opens = clause.atoms[0].text in _SUMS and len(amounts) == 1 and not clause.deeds
    rate = opens and amounts[0].text.endswith(("%", "％"))
    return Phrase((amounts[0],)) if opens and not rate else None


def _summed(clause: Clause) -> Phrase | None:
    """共计发动机94台."""
    opens = clause.atoms[0].text in _SUMS and any(a.kind == "amount" for a in clause.atoms)
    if clause.deeds or not opens:
        return None
    goods = Phrase(tuple(a for a in clause.atoms[1:] if a.kind in _GOODS))
    return None if not goods.atoms or _MONEY.search(goods.text) else goods


class Warnings:
    """海关提醒：出口企业应当…: who is warned, or feared for, is whom the next clause is about."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: tuple[int, Phrase, str] | None = None

    def said(self, clause: Clause, sentence: Span) -> Iterator[tuple[Said, Span]]:
        """Yield the warning that a clause completes, with its quotation."""
        subject = clause.subject
        if self._open is not None and self._open[0] == sentence.start and subject is not None:
            _, who, predicate = self._open
            opens = any(a.text in grammar("conditions") for a in clause.atoms[:4])
            if not opens and subject.span.start > who.span.start:
                self._open = None
                target = self._target(clause, subject, predicate)
                start = clause.atoms[0].span.start
                end = start + len(target) if isinstance(target, str) else subject.span.end
                place = Span(who.span.start, max(end, subject.span.end))
                yield Said(predicate, who, target, None, place, "asserted", "fact", own=True), place
        self._note(clause, sentence)

    def _target(self, clause: Clause, subject: Phrase, predicate: str) -> Phrase | str:
        if predicate == "warned":
            return subject
        fear = _FEARED.match(self._text, clause.atoms[0].span.start)
        return fear.group() if fear is not None else subject

    def _note(self, clause: Clause, sentence: Span) -> None:
        if clause.subject is None or not clause.atoms:
            return
        last = clause.atoms[-1]
        after = self._text[last.span.end : last.span.end + 2]
        for words, predicate in ((_WARNS, "warned"), (_FEARS, "expressed_concern_over")):
            if last.text in words or after in words:
                self._open = sentence.start, clause.subject, predicate


class Plans:
    """计划取得许可，随后建厂: what follows a plan in its sentence is planned too."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last: tuple[int, Span] | None = None

    def going_on(self, deed: Deed, own: Firmness, start: int, sentence: Span) -> Firmness:
        """Return how firmly a deed is said, given the plan before it."""
        follows = own.modality == "fact" and _NEXT.match(self._text, start) and not deed.inside
        before = self._last if follows else None
        if before is not None and before[0] == sentence.start:
            return replace(own, modality="planned", hedge=before[1])
        if own.modality == "planned" and own.hedge is not None:
            self._last = sentence.start, own.hedge
        return own
