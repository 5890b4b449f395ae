"""Relations of a Chinese text: its clauses read into deeds, its deeds by their frames."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from enduse.extract.chinese.clauses.atoms import Atom, Places, atoms
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.clauses.reading.clause import Clause
from enduse.extract.chinese.clauses.reading.reader import Reader
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.frames.appositions import appositions
from enduse.extract.chinese.frames.attributes import copula, figures, placed
from enduse.extract.chinese.frames.firm import firm
from enduse.extract.chinese.frames.offices import offices
from enduse.extract.chinese.frames.reference import Referents
from enduse.extract.chinese.frames.responses import responses
from enduse.extract.chinese.frames.roles.ended import ended
from enduse.extract.chinese.frames.roles.frames import FRAMES
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.frames.set_phrases.find import phrases_in
from enduse.extract.chinese.tables.table import verb
from enduse.extract.dates import dates
from enduse.extract.quantities import quantities
from enduse.extract.reading import Reading
from enduse.extract.relations.predicates import predicates
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.relations.scope import Firmness
from enduse.extract.segment import Span

__all__ = ["relations"]

_FIGURES = frozenset(("has_range", "has_endurance", "has_speed", "has_mass", "has_payload"))
_TOGETHER = frozenset(("contracted_with", "works_with", "linked_to"))
# What a source told is told on in its next sentence; what a company is, the writer says.
_KNOWN = frozenset(
    ("identity", "role", "response", "provenance", "stance", "ownership", "place", "restriction")
)
_PROGRAMME = frozenset(n for n, p in predicates().items() if p.family == "programme") | {"founded"}


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


_IN_BRACKETS = re.compile(
    r"[（(](?:持股|占股|占|出资|持有)?(?:比例)?(?:为|约|达)?(?P<q>\d+(?:\.\d+)?[%％])(?:的?股[权份])?[）)]"
)


_SUMS = frozenset("共计 合计 总计 累计 共 其中 包括 计 分别为 首批 另有".split())
_MONEY = re.compile(r"元|卢布|英镑|法郎|里拉|%|％")
_WARNS = frozenset("提醒 提示 警告 告诫 警示 提请 忠告".split())
_FEARS = frozenset("担心 担忧 忧虑 忧心".split())
_FEARED = re.compile(r"[^，。；：—]{2,16}?(?=恐|将|会|可能|或|正|已|被)")
_NEXT = re.compile(r"(?:随后|届时|然后|再|并且?|同时|此后|之后|最终|接着|进而|从而|最迟|预计)")
# What is got for oneself and not bought: a plan, and no purchase.
_PAPER = re.compile(r"(?:证|许可|许可证|资质|认证|资格|批准|批文|执照|授权|批复|证书|市场|份额|订单)$")


class _Finder:
    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        dated = dates(reading.text, None, "zh")
        counted = quantities(reading.text, "zh", dated=dated)
        amounts = [q.span for q in counted if q.kind != "ordinal"]
        self.places = Places(reading.found, [d.span for d in dated], amounts)
        self.referents = Referents(reading.text, reading.found)
        self.sources: set[str] = set()
        self.deed: Deed | None = None
        self.warning: tuple[int, Phrase, int, str] | None = None
        self.planned: tuple[int, Span] | None = None
        self.reader = Reader(reading.text, self.places)

    def sentence(self, span: Span) -> Iterator[Relation]:
        """Yield the relations of a sentence."""
        whole = atoms(self.text, span, Places(self.places.names, (), self.places.amounts))
        in_passing = [*appositions(whole), *offices(whole)]
        self.referents.sentence_start = span.start
        yield from self._aliases(span)
        yield from self._shares(span)
        judged = False
        for clause in self.reader.sentence(span):
            made = list(self._clause(clause, span)) if clause.atoms or clause.deeds else []
            made += self._turns(clause, span, made)
            made += self._asked(clause, span)
            made += self._counted_on(clause, span, made)
            made += self._only_denied(clause, span, made)
            self.referents.note(clause.subject)
            yield from made
            yield from self._warned(clause, span)
            if clause.judging and clause.atoms and not made and not judged:
                yield from self._judged(clause, span)
            doubted = any(a.text in grammar("conditions") for a in clause.atoms[:4])
            judged = judged or bool(clause.judging and clause.subject and not doubted)
        for said in in_passing:
            if said.predicate == "sourced_from" and not self._first_heard(said):
                continue
            place = said.span or span
            yield from self._made(said, place, place.start, Firmness(), None, span)

    def _clause(self, clause: Clause, sentence: Span) -> Iterator[Relation]:
        all_atoms = [a for a in clause.atoms]
        start = all_atoms[0].span.start if all_atoms else clause.deeds[0].span.start
        end = all_atoms[-1].span.end if all_atoms else clause.deeds[-1].span.end
        silent = None
        if all_atoms:
            for said, at in responses(self.text, clause, Span(start, end)):
                silent = at
                place = said.span or Span(start, end)
                yield from self._made(said, place, at, Firmness(), clause.topic, sentence)
        for deed in clause.deeds:
            if silent is not None and not deed.inside:
                continue
            yield from self._deed(deed, start, sentence)
        if silent is None:
            for said, amount in figures(
                clause, clause.last.object if clause.last is not None else None
            ):
                place = said.span or amount.span
                hedged = Deed(amount, condition=None)
                hedged.verb = replace(amount, span=Span(amount.span.start, amount.span.start + 2))
                firmness = firm(self.text, hedged, place.start)
                yield from self._made(said, place, place.start, firmness, clause.topic, sentence)


    def _warned(self, clause: Clause, sentence: Span) -> Iterator[Relation]:
        """海关提醒：出口企业应当…: who is warned is whom the warning is about."""
        if self.warning is not None and self.warning[0] == sentence.start and clause.subject is not None:
            _, who, start, predicate = self.warning
            opens = any(a.text in grammar("conditions") for a in clause.atoms[:4])
            if not opens and clause.subject.atoms[0].span.start > start:
                self.warning = None
                place = Span(start, clause.subject.span.end)
                target: Phrase | str = clause.subject
                if predicate != "warned":
                    fear = _FEARED.match(self.text, clause.atoms[0].span.start)
                    target = fear.group() if fear is not None else target
                said = Said(predicate, who, target, None, place, "asserted", "fact", own=True)
                yield from self._made(said, place, start, Firmness(), clause.topic, sentence)
        if clause.subject is None or not clause.atoms:
            return
        last = clause.atoms[-1]
        after = self.text[last.span.end :][:2]
        for words, predicate in ((_WARNS, "warned"), (_FEARS, "expressed_concern_over")):
            if last.text in words or after in words:
                self.warning = sentence.start, clause.subject, clause.subject.span.start, predicate

    def _only_denied(self, clause: Clause, sentence: Span, made: list[Relation]) -> list[Relation]:
        """否认参与伪报: a denial of what no table reads is a denial."""
        deny = next((a for a in clause.atoms if a.kind == "deny"), None)
        if deny is None or any(r.polarity == "denied" for r in made):
            return []
        rest = [a for a in clause.atoms if a.span.start >= deny.span.end]
        if not rest or clause.subject is None and clause.topic is None:
            return []
        words = _plain(self.text[rest[0].span.start : rest[-1].span.end])
        who = clause.subject or clause.topic
        start = who.span.start if who is clause.subject and who is not None else deny.span.start
        place = Span(min(start, deny.span.start), rest[-1].span.end)
        said = Said("denied", who, words, None, place, "denied", "fact", own=True)
        return list(self._made(said, place, deny.span.start, Firmness(), clause.topic, sentence))

    def _counted_on(
        self, clause: Clause, sentence: Span, made: list[Relation]
    ) -> list[Relation]:
        """出口同类货物7批次，共计发动机94台: the figure is of the deed before."""
        before = self.deed
        self.deed = clause.deeds[-1] if clause.deeds else before
        if made or before is None or clause.deeds or not clause.atoms or before.span.start < sentence.start:
            return []
        entry = verb(before.verb.text) if before.kind == "verb" else None
        if entry is None or entry.frame not in ("give", "get", "move", "make", "found"):
            return []
        if clause.atoms[0].text not in _SUMS or not any(a.kind == "amount" for a in clause.atoms):
            return []
        rest = tuple(a for a in clause.atoms[1:] if a.kind in ("noun", "amount", "name", "join", "attribute"))
        goods = Phrase(rest) if rest else None
        if goods is None or _MONEY.search(goods.text):
            return []
        again = replace(before, object=goods, roles={r: p for r, p in before.roles.items() if r != "patient"})
        place = Span(clause.atoms[0].span.start, clause.atoms[-1].span.end)
        return [
            r
            for said in FRAMES[entry.frame](again, entry)
            for r in self._made(replace(said, span=place), place, place.start, Firmness(), clause.topic, sentence)
        ]

    def _asked(self, clause: Clause, sentence: Span) -> list[Relation]:
        """能否获批尚不明朗: of a question only that it is open is said."""
        if clause.asked is None or clause.topic is None and clause.subject is None:
            return []
        topic = clause.subject or clause.topic
        open_ = replace(clause, atoms=(), subject=None, topic=topic)
        return [
            r
            for said, turn in phrases_in(self.text, open_, clause.asked)
            if said.predicate == "evidence_status"
            for r in self._made(said, clause.asked, turn.start, Firmness(), topic, sentence)
        ]

    def _turns(self, clause: Clause, sentence: Span, made: list[Relation]) -> list[Relation]:
        """What the turns of words of a clause say that its verbs did not say already."""
        if not clause.atoms or any(r.predicate in ("comment_on", "aware_of") for r in made):
            return []
        place = Span(clause.atoms[0].span.start, clause.atoms[-1].span.end)
        found: list[Relation] = []
        for relation in self._set_phrases(clause, place, sentence):
            if not any(self._says_it(relation, other) for other in (*made, *found)):
                found.append(relation)
        return found

    def _says_it(self, new: Relation, other: Relation) -> bool:
        """Whether two relations of a place are one: the same family and party, the words or figure shared."""
        same = predicates()[new.predicate].family == predicates()[other.predicate].family
        if not same or self._named_by(new.subject) != self._named_by(other.subject):
            return False
        if new.quantity is not None and other.quantity is not None:
            return new.quantity.overlaps(other.quantity)
        if new.object is None or other.object is None:
            return new.object is other.object
        one, two = self._named_by(new.object), self._named_by(other.object)
        return one in two or two in one

    def _set_phrases(self, clause: Clause, place: Span, sentence: Span) -> Iterator[Relation]:
        """What the turns of words of a clause say beside its verbs."""
        for said, turn in phrases_in(self.text, clause, place):
            hedged = Deed(Atom("word", "", turn), condition=clause.condition)
            firmness = firm(self.text, hedged, place.start)
            quote = said.span or place
            yield from self._made(said, quote, turn.start, firmness, clause.topic, sentence)

    def _first_heard(self, said: Said) -> bool:
        """Whether an unnamed source is met for the first time: later it is the same."""
        words = said.object.text if isinstance(said.object, Phrase) else ""
        new = words not in self.sources
        self.sources.add(words)
        return new

    def _aliases(self, sentence: Span) -> Iterator[Relation]:
        """Names in brackets after a name: the other name of the same."""
        names = self.places.names
        low = bisect_left(names, sentence.start, key=lambda f: f.span.start)
        high = bisect_left(names, sentence.end, key=lambda f: f.span.start)
        for name, other in pairwise(names[max(0, low - 1) : high]):
            if other.kind == "alias" and other.span.within(sentence):
                place = Span(name.span.start, other.span.end)
                yield Relation(
                    place, "alias", Argument(name.span), Argument(text=other.text), place.start,
                    own_voice=True, scope=sentence,
                )  # fmt: skip

    def _shares(self, sentence: Span) -> Iterator[Relation]:
        """黄志强（持股80%）: the share in brackets after who holds it."""
        for match in _IN_BRACKETS.finditer(self.text, sentence.start, sentence.end):
            holder = next((f for f in self.places.names if f.span.end == match.start()), None)
            if holder is None:
                continue
            place = Span(holder.span.start, match.end())
            main = self.referents.main
            target = Argument(main.span) if main is not None else None
            yield Relation(
                place, "holds_share_in", Argument(holder.span), target, match.start(),
                Span(*match.span("q")), scope=sentence, standing=True,
            )  # fmt: skip

    def _judged(self, clause: Clause, sentence: Span) -> Iterator[Relation]:
        """What somebody thinks that no table reads: the subject is judged to be the rest."""
        about = clause.subject
        if about is None or any(a.text in grammar("conditions") for a in clause.atoms[:4]):
            return
        place = Span(clause.atoms[0].span.start, clause.atoms[-1].span.end)
        start = clause.subject.span.end if clause.subject is not None else place.start
        words = _plain(self.text[start : place.end])
        if len(words) < 3:
            return
        if clause.judging.startswith("警告"):
            said = Said("warned", clause.speaker, words, None, place, "asserted", "fact", own=True)
            yield from self._made(said, place, place.start, Firmness(), clause.topic, sentence)
            return
        hedged = Deed(clause.atoms[-1], subject=clause.subject, condition=clause.condition)
        firmness = firm(self.text, hedged, place.start)
        modality = "assessed" if firmness.modality == "fact" else firmness.modality
        said = Said("assessed_as", about, words, None, place, modality=modality)
        yield from self._made(said, place, place.start, Firmness(), clause.topic, sentence)

    def _deed(self, deed: Deed, start: int, sentence: Span) -> Iterator[Relation]:
        firmness = self._going_on(deed, firm(self.text, deed, start), start, sentence)
        for said in self._said(deed, firmness):
            place = said.span or deed.span
            focus = deed.verb.span.start
            yield from self._made(said, place, focus, firmness, deed.topic, sentence)

    def _going_on(self, deed: Deed, own: Firmness, start: int, sentence: Span) -> Firmness:
        """计划取得许可，随后建厂: what follows a plan in its sentence is planned too."""
        follows = own.modality == "fact" and _NEXT.match(self.text, start) and not deed.inside
        before = self.planned if follows else None
        if before is not None and before[0] == sentence.start:
            return replace(own, modality="planned", hedge=before[1])
        if own.modality == "planned" and own.hedge is not None:
            self.planned = sentence.start, own.hedge
        return own

    def _said(self, deed: Deed, firmness: Firmness) -> Iterator[Said]:
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
        if entry.frame == "plan" and firmness.modality != "planned":
            return
        got = firmness.modality == "planned" and entry.frame == "get" and deed.object is not None
        if got and _PAPER.search(deed.object.text if deed.object else ""):
            yield Said("plans", deed.who, deed.object)
            return
        for said in FRAMES[entry.frame](deed, entry):
            if said.predicate in _PROGRAMME and firmness.modality == "planned":
                said.predicate = "plans" if said.predicate != "has_capacity" else said.predicate
            yield said

    def _made(
        self,
        said: Said,
        place: Span,
        focus: int,
        firmness: Firmness,
        topic: Phrase | None,
        sentence: Span,
    ) -> Iterator[Relation]:
        subjects = self._arguments(_answerer(said), topic)
        if (
            said.predicate in _FIGURES
            and self.referents.schema(_phrase(said.subject), topic) != "Product"
        ):
            product = self.referents.last_product(place.end)
            subjects = [product] if product is not None else subjects
        if said.predicate in _TOGETHER and said.object is None and len(subjects) > 1:
            said.object, subjects = self._named_by(subjects[1]), subjects[:1]
        if said.predicate == "has_price":
            subjects = subjects[:1]
        for subject in subjects:
            if self._nobody(subject):
                continue
            targets: list[Argument | None] = [
                *self._arguments(said.object, topic, said.words, subject)
            ]
            for target in targets or [None]:
                if target is not None and target.span is not None and target.span == subject.span:
                    continue
                if target is not None and self._nobody(target):
                    continue
                modality = said.modality or firmness.modality
                said.own = said.own or _checked_by_us(said, self.text, place)
                yield Relation(
                    place, said.predicate, subject, target, focus, said.quantity, said.own,
                    said.polarity or firmness.polarity, modality,
                    firmness.hedge if said.modality is None else None, scope=sentence,
                    standing=predicates()[said.predicate].family in _KNOWN,
                )  # fmt: skip

    def _nobody(self, argument: Argument) -> bool:
        return self._named_by(argument) in _NOBODY

    def _named_by(self, argument: Argument) -> str:
        span = argument.span or Span(0, 0)
        return argument.text or self.text[span.start : span.end]

    def _arguments(
        self,
        phrase: Phrase | Span | str | None,
        topic: Phrase | None,
        words: bool = False,
        avoid: Argument | None = None,
    ) -> list[Argument]:
        if phrase is None:
            return []
        if isinstance(phrase, str):
            return [Argument(text=phrase)]
        if isinstance(phrase, Span):
            return [Argument(text=self.text[phrase.start : phrase.end])]
        if words:
            return [Argument(text=_plain(self.text[phrase.span.start : phrase.span.end]))]
        letter = _country_of(phrase.text)
        if letter:
            return [Argument(text=letter)]
        found = self.referents.arguments(phrase, topic, avoid)
        return found or [Argument(text=_plain(phrase.text))]


_ANSWERS = frozenset(("comment_on", "denied", "confirmed", "aware_of"))


def _answerer(said: Said) -> Phrase | Span | str | None:
    """A firm answers through its spokesman: 示例公司发言人 is the firm."""
    who = said.subject
    if said.predicate in _ANSWERS and isinstance(who, Phrase) and len(who.atoms) == 2:
        first, second = who.atoms
        if first.name is not None and first.name.schema != "Person" and second.kind in ("noun", "attribute"):
            return Phrase((first,))
    return who


# Words that stand where a party would and are none.
_NOBODY = frozenset(
    "请 对外 对内 时 后 前 中 上 下 内 外 之后 之前 期间 不能 无法 此外 这 那 其中 方面 情况 一方 方 者 所 谁 什么 哪里 你 您 大家 人们 有人 目前 现在 一般 通常 问题 事 事情 走 可 会 要 说法".split()
)


def _checked_by_us(said: Said, text: str, place: Span) -> bool:
    """本刊无法核实: what the paper could not check it says itself."""
    near = text[max(0, place.start - 8) : place.start + 8]
    return said.predicate == "evidence_status" and _PAPER_ITSELF.search(near) is not None


_PAPER_ITSELF = re.compile(r"本[刊报社网台]|记者(?:无法|未能)")


def _country_of(text: str) -> str | None:
    """对俄出口: one letter stands for the country."""
    if len(text) != 1:
        return None
    return dict(pair.split("=") for pair in grammar("letters")).get(text)


def _phrase(words: Phrase | str | None) -> Phrase | None:
    return words if isinstance(words, Phrase) else None


def _plain(words: str) -> str:
    words = " ".join(words.split())[:160].strip("了，、")
    if words.count("“") != words.count("”") or words[:1] == "“" and words.find("”") == len(words) - 1:
        words = words.strip("“”")
    return words if words.endswith(("目的", "标的")) else words.strip("的了，、")
