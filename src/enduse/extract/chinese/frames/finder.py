"""Relations of a Chinese text: its clauses read into deeds, its deeds by their frames."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from enduse.extract.chinese.clauses.atoms import Places, atoms
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.clauses.reading.clause import Clause
from enduse.extract.chinese.clauses.reading.reader import Reader
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.frames.appositions import appositions
from enduse.extract.chinese.frames.attributes import copula, figures, placed
from enduse.extract.chinese.frames.firm import firm
from enduse.extract.chinese.frames.reference import Referents
from enduse.extract.chinese.frames.responses import responses
from enduse.extract.chinese.frames.roles.ended import ended
from enduse.extract.chinese.frames.roles.frames import FRAMES
from enduse.extract.chinese.frames.said import Said
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
_TOLD = frozenset(("supply",))
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


class _Finder:
    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        dated = dates(reading.text, None, "zh")
        counted = quantities(reading.text, "zh", dated=dated)
        amounts = [q.span for q in counted if q.kind != "ordinal"]
        self.places = Places(reading.found, [d.span for d in dated], amounts)
        self.referents = Referents(reading.text, reading.found)
        self.sources: set[str] = set()
        self.reader = Reader(reading.text, self.places)

    def sentence(self, span: Span) -> Iterator[Relation]:
        """Yield the relations of a sentence."""
        whole = atoms(self.text, span, Places(self.places.names, (), self.places.amounts))
        in_passing = list(appositions(whole))
        self.referents.sentence_start = span.start
        yield from self._aliases(span)
        yield from self._shares(span)
        judged = False
        for clause in self.reader.sentence(span):
            made = list(self._clause(clause, span)) if clause.atoms or clause.deeds else []
            self.referents.note(clause.subject)
            yield from made
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
        firmness = firm(self.text, deed, start)
        for said in self._said(deed, firmness):
            place = said.span or deed.span
            focus = deed.verb.span.start
            yield from self._made(said, place, focus, firmness, deed.topic, sentence)

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
        subjects = self._arguments(said.subject, topic)
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
            targets: list[Argument | None] = [
                *self._arguments(said.object, topic, said.words, subject)
            ]
            for target in targets or [None]:
                if target is not None and target.span is not None and target.span == subject.span:
                    continue
                modality = said.modality or firmness.modality
                yield Relation(
                    place, said.predicate, subject, target, focus, said.quantity, said.own,
                    said.polarity or firmness.polarity, modality,
                    firmness.hedge if said.modality is None else None, scope=sentence,
                    standing=predicates()[said.predicate].family not in _TOLD,
                )  # fmt: skip

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


def _country_of(text: str) -> str | None:
    """对俄出口: one letter stands for the country."""
    if len(text) != 1:
        return None
    return dict(pair.split("=") for pair in grammar("letters")).get(text)


def _phrase(words: Phrase | str | None) -> Phrase | None:
    return words if isinstance(words, Phrase) else None


def _plain(words: str) -> str:
    return " ".join(words.split())[:160].strip("的了，、")
