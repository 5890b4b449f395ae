"""Relations of a Chinese text: its clauses read into deeds, its deeds by their frames."""

import re
from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.chinese.clauses.atoms import Atom, Places, atoms
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.clauses.reading.clause import Clause
from enduse.extract.chinese.clauses.reading.reader import Reader
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.frames.again import Plans, Sums, Warnings
from enduse.extract.chinese.frames.attributes import figures, placed
from enduse.extract.chinese.frames.copula import copula
from enduse.extract.chinese.frames.firm import firm
from enduse.extract.chinese.frames.in_passing.appositions import appositions
from enduse.extract.chinese.frames.in_passing.beside import aliases, shares
from enduse.extract.chinese.frames.in_passing.offices import offices
from enduse.extract.chinese.frames.judged import judged, only_denied
from enduse.extract.chinese.frames.naming.reference import Referents
from enduse.extract.chinese.frames.naming.relating import Relating
from enduse.extract.chinese.frames.responses import responses
from enduse.extract.chinese.frames.roles.ended import ended
from enduse.extract.chinese.frames.roles.frames import FRAMES
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.frames.set_phrases.find import phrases_in
from enduse.extract.chinese.frames.timeline import timeline
from enduse.extract.chinese.tables.table import verb
from enduse.extract.dates import dates
from enduse.extract.quantities import quantities
from enduse.extract.reading import Reading
from enduse.extract.relations.predicates import predicates
from enduse.extract.relations.relation import Relation
from enduse.extract.relations.scope import Firmness
from enduse.extract.segment import Span

__all__ = ["relations"]

_PROGRAMME = frozenset(n for n, p in predicates().items() if p.family == "programme") | {"founded"}
# What is got for oneself and not bought: a plan, and no purchase.
_PAPER = re.compile(
    r"(?:证|许可|许可证|资质|认证|资格|批准|批文|执照|授权|批复|证书|市场|份额|订单)$"
)
_SURE = Firmness()
_ANSWERS = frozenset(("comment_on", "aware_of", "evidence_status"))
# What may be told of a firm beside its silence.
_BESIDE = frozenset(("place", "ownership", "identity"))


def relations(reading: Reading) -> tuple[Relation, ...]:
    """Return the relations of a Chinese text, in order."""
    finder = _Finder(reading)
    found = [r for s in reading.sentences for r in finder.sentence(s)]
    return tuple(sorted(_distinct(found), key=lambda r: (r.span, r.predicate)))


def _distinct(found: list[Relation]) -> list[Relation]:
    """Each fact of a place once; what has a number goes before what has none."""
    kept: dict[tuple[object, ...], Relation] = {}
    for relation in found:
        target = relation.object
        key = (
            predicates()[relation.predicate].family, relation.subject.span, relation.subject.text,
            target.span if target else None, target.text if target else None,
            relation.span.start // 400, relation.quantity,
        )  # fmt: skip
        kept.setdefault(key, relation)
    return list(kept.values())


class _Finder:
    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        dated = dates(reading.text, None, "zh")
        counted = reading.counted or quantities(reading.text, "zh", dated=dated)
        amounts = [q.span for q in counted if q.kind != "ordinal"]
        self.places = Places(reading.found, [d.span for d in dated], amounts)
        self.referents = Referents(reading.text, reading.found)
        self.relating = Relating(reading.text, self.referents)
        self.sources: set[str] = set()
        self.sums, self.warnings, self.plans = Sums(), Warnings(self.text), Plans(self.text)
        self.reader = Reader(reading.text, self.places)

    def sentence(self, span: Span) -> Iterator[Relation]:
        """Yield the relations of a sentence."""
        whole = atoms(self.text, span, Places(self.places.names, (), self.places.amounts))
        in_passing = [*appositions(whole), *offices(whole)]
        self.referents.sentence_start = span.start
        yield from aliases(self.places.names, span)
        yield from shares(self.text, self.places.names, self.referents.main, span)
        opinion = False
        for clause in self.reader.sentence(span, whole):
            made = self._clause(clause, span)
            self.referents.note(clause.subject)
            yield from made
            for said, place in self.warnings.said(clause, span):
                yield from self._made(said, place, place.start, _SURE, clause.topic, span)
            if clause.judging and clause.atoms and not made and not opinion:
                yield from self._whole(judged(self.text, clause), clause, span)
            doubted = any(a.text in grammar("conditions") for a in clause.atoms[:4])
            opinion = opinion or bool(clause.judging and clause.subject and not doubted)
        for said in in_passing:
            if said.predicate != "sourced_from" or self._first_heard(said):
                place = said.span or span
                yield from self._made(said, place, place.start, _SURE, None, span)

    def _clause(self, clause: Clause, sentence: Span) -> list[Relation]:
        """What a clause says, by its verbs and nouns, by turns of words, by what went before."""
        made: list[Relation] = []
        if clause.atoms or clause.deeds:
            made += self._verbs_and_nouns(clause, sentence)
            turns = self._turns(clause, sentence, made)
            if any(r.predicate == "charged_with" for r in turns):
                made = [r for r in made if r.predicate != "charged_with" or r.object is not None]
            made += turns
        made += self._asked(clause, sentence)
        summed = list(self.sums.said(clause, sentence))
        for said, place in summed if not made else ():
            made += self._made(said, place, place.start, _SURE, clause.topic, sentence)
        made += self._whole(only_denied(self.text, clause, made), clause, sentence)
        made += self._whole(timeline(self.text, clause), clause, sentence)
        return made

    def _whole(self, said: Said | None, clause: Clause, sentence: Span) -> list[Relation]:
        if said is None:
            return []
        place = said.span or sentence
        return list(self._made(said, place, place.start, _SURE, clause.topic, sentence))

    def _verbs_and_nouns(self, clause: Clause, sentence: Span) -> Iterator[Relation]:
        if clause.speaker is not None and clause.subject and clause.subject.text in _SPEAKERS:
            clause = replace(clause, subject=clause.speaker)
        told = clause.atoms
        start = told[0].span.start if told else clause.deeds[0].span.start
        end = told[-1].span.end if told else clause.deeds[-1].span.end
        silent = False
        for said, at in responses(self.text, clause, Span(start, end)) if told else ():
            silent = True
            place = said.span or Span(start, end)
            yield from self._made(said, place, at, _SURE, clause.topic, sentence)
        for deed in clause.deeds:
            _said_of_speaker(deed, clause)
            if not silent or deed.inside:
                yield from self._deed(deed, start, sentence)
        if not silent:
            yield from self._figures(clause, sentence)

    def _figures(self, clause: Clause, sentence: Span) -> Iterator[Relation]:
        previous = clause.last.object if clause.last is not None else None
        for said, amount in figures(clause, previous):
            place = said.span or amount.span
            turn = Span(amount.span.start, amount.span.start + 2)
            firmness = firm(self.text, Deed(replace(amount, span=turn)), place.start)
            yield from self._made(said, place, place.start, firmness, clause.topic, sentence)

    def _deed(self, deed: Deed, start: int, sentence: Span) -> Iterator[Relation]:
        firmness = self.plans.going_on(deed, firm(self.text, deed, start), start, sentence)
        for said in _said(deed, firmness):
            if firmness.polarity == "denied" and deed.verb.text in _TAKES_PART:
                continue
            place, focus = said.span or deed.span, deed.verb.span.start
            yield from self._made(said, place, focus, firmness, deed.topic, sentence)

    def _asked(self, clause: Clause, sentence: Span) -> list[Relation]:
        """能否获批尚不明朗: of a question only that it is open is said."""
        topic = clause.subject or clause.topic
        if clause.asked is None or topic is None:
            return []
        still_open = replace(clause, atoms=(), subject=None, topic=topic)
        return [
            r
            for said, turn in phrases_in(self.text, still_open, clause.asked)
            if said.predicate == "evidence_status"
            for r in self._made(said, clause.asked, turn.start, _SURE, topic, sentence)
        ]

    def _turns(self, clause: Clause, sentence: Span, made: list[Relation]) -> list[Relation]:
        """What the turns of words of a clause say that its verbs did not say already."""
        if not clause.atoms:
            return []
        silent = any(r.predicate in _ANSWERS for r in made)
        asked = min((d.verb.span.end for d in clause.deeds if _asks(d)), default=len(self.text))
        place = Span(clause.atoms[0].span.start, clause.atoms[-1].span.end)
        found: list[Relation] = []
        for said, turn in phrases_in(self.text, clause, place):
            if silent and predicates()[said.predicate].family not in _BESIDE:
                continue
            if turn.start >= asked:
                continue
            hedged = Deed(Atom("word", "", turn), condition=clause.condition)
            firmness = firm(self.text, hedged, place.start)
            quote = said.span or place
            for new in self._made(said, quote, turn.start, firmness, clause.topic, sentence):
                if not any(self._says_it(new, other) for other in (*made, *found)):
                    found.append(new)
        return found

    def _says_it(self, new: Relation, other: Relation) -> bool:
        """Whether two relations of a clause are one: same family, party, and words or figure."""
        name = self.relating.named_by
        if new.object is not None and other.object is None and other.predicate == "charged_with":
            return False
        if new.quantity and other.quantity and new.predicate == other.predicate:
            return new.quantity.overlaps(other.quantity)
        same = predicates()[new.predicate].family == predicates()[other.predicate].family
        if not same or name(new.subject) != name(other.subject):
            return False
        if new.quantity is not None and other.quantity is not None:
            return new.quantity.overlaps(other.quantity)
        if new.object is None or other.object is None:
            return new.object is None
        one, two = name(new.object), name(other.object)
        return one in two or two in one

    def _first_heard(self, said: Said) -> bool:
        """Whether an unnamed source is met for the first time: later it is the same."""
        words = said.object.text if isinstance(said.object, Phrase) else ""
        new = words not in self.sources
        self.sources.add(words)
        return new

    def _made(
        self,
        said: Said,
        place: Span,
        focus: int,
        firmness: Firmness,
        topic: Phrase | None,
        sentence: Span,
    ) -> Iterator[Relation]:
        return self.relating.made(said, (place, focus), firmness, topic, sentence)


def _said_of_speaker(deed: Deed, clause: Clause) -> None:
    """公司表示，它们已停止供货; 部长说，…，并敦促…: there the speaker is meant."""
    if clause.speaker is None:
        return
    if deed.subject is None and _asks(deed):
        deed.topic = clause.speaker
    elif deed.subject is not None and deed.subject.text in _SPEAKERS:
        deed.subject, deed.topic = None, clause.speaker


# 否认参与走私: what is denied is the deed itself, told of as a denial.
_TAKES_PART = frozenset("参与 参加 介入 涉及 牵涉 卷入 涉足".split())
_SPEAKERS = frozenset("它 它们 他们 她们".split())


def _asks(deed: Deed) -> bool:
    """Whether what follows is asked for or forbidden and not done: 敦促保险公司停止承保."""
    entry = verb(deed.verb.text)
    return entry is not None and (entry.frame == "urge" or entry.predicate == "prohibits")


def _said(deed: Deed, firmness: Firmness) -> Iterator[Said]:
    """What one deed says, by its verb."""
    if deed.kind == "copula":
        yield from copula(deed)
        return
    if deed.kind == "deny":
        yield Said("denied", deed.who, deed.object, polarity="denied", own=True, words=True)
        return
    if deed.kind == "stop":
        yield from ended(deed)
        return
    entry = verb(deed.verb.text)
    if entry is None:
        return
    yield from placed(deed)
    planned = firmness.modality == "planned"
    if entry.frame == "plan" and not planned:
        return
    if planned and entry.frame == "get" and deed.object and _PAPER.search(deed.object.text):
        yield Said("plans", deed.who, deed.object)
        return
    for said in FRAMES[entry.frame](deed, entry):
        if said.predicate in _PROGRAMME and planned:
            said.predicate = "plans" if said.predicate != "has_capacity" else said.predicate
        yield said
