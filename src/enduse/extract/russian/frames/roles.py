"""Which phrase of a clause fills which role of its verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from enduse.extract.russian.clauses import Clause, Phrase
from enduse.extract.russian.frames.kinds import is_of
from enduse.extract.russian.frames.sums import is_sum
from enduse.extract.russian.frames.table import Frame, table

__all__ = ["Roles", "follows", "may_agree"]


_REFLEXIVE = frozenset(("себя", "себе", "собой", "собою"))


@dataclass(slots=True)
class Roles:
    """The phrases of one clause, asked by role.

    Attributes:
        phrases: What may fill a role, in order; the subject is not among them.
        agent: Who acts; None in a passive that does not say it.
        theme: What is acted on, where the diathesis tells it.
        passive: The subject undergoes it.
        verb: Where the verb stands in the skeleton.
        negated: The object may stand in the genitive.
    """

    phrases: tuple[Phrase, ...]
    agent: Phrase | None
    theme: Phrase | None
    passive: bool
    verb: int
    negated: bool = False

    @classmethod
    def of(cls, clause: Clause, passive: bool, negated: bool) -> "Roles":
        """The roles of a clause with its verb in the active or the passive."""
        named = apposed_name(clause)
        kept = tuple(p for p in clause.phrases if not p.is_time and p is not named)
        if not passive:
            return cls(kept, clause.subject, None, False, clause.verb.start, negated)
        return cls(kept, None, clause.subject, True, clause.verb.start, negated)

    def fill(self, role: str, frame: Frame, taken: Sequence[Phrase | None]) -> Phrase | None:
        """Return what fills a role like "agent", "datv" or "в+accs:name"."""
        name, _, kind = role.partition(":")
        phrase = self._fill(name, frame, kind, taken)
        fits = name == "measured" or phrase is not None and is_of(phrase, kind)
        return phrase if phrase is not None and fits and phrase not in taken else None

    def _fill(
        self, name: str, frame: Frame, kind: str, taken: Sequence[Phrase | None]
    ) -> Phrase | None:
        if name == "agent":
            return self.agent or (self._by("", "ablt", "actor", taken) if self.passive else None)
        if name == "theme":
            return self.theme if self.passive else self._object(taken)
        if name == "measured":
            exact = next((p for p in self.phrases if p.unit == kind), None)
            return exact or next((p for p in self.phrases if kind == "money" and is_sum(p)), None)
        if name == "number":
            counted = (p for p in self.phrases if p.counted and p.unit != "time" and not p.share)
            return next(counted, None)
        if name == "counted":
            return next((p for p in self.phrases if p.counted and not p.prep), None)
        if name == "percent":
            return self._percent()
        if name == "percent_of":
            share = self._percent()
            return self._shared(share) if share is not None else None
        if name == "after":
            return self._after(frame)
        prep, _, case = name.rpartition("+")
        return self._by(prep, case, kind, taken)

    def _percent(self) -> Phrase | None:
        every = (*self.phrases, *(p for p in (self.agent, self.theme) if p is not None))
        return next((p for p in every if p.share), None)

    def _shared(self, share: Phrase) -> Phrase | None:
        """Whose share it is: the name in the phrase itself, after it or after «акций»."""
        if share.mention is not None:
            return share
        after = share
        for _ in range(3):
            following = next((p for p in self.phrases if p.first == after.last), None)
            if following is None or following.mention is not None:
                return following
            after = following
        return None

    def meets(self, frame: Frame) -> bool:
        """Whether one of the conditions of a frame holds, or it has none."""
        return not frame.conditions or self.condition(frame) is not None

    def condition(self, frame: Frame) -> Phrase | None:
        """The phrase that meets a condition of a frame."""
        for role, heads in frame.conditions.items():
            name = role.partition(":")[0]
            if name == "agent" or name == "theme" and self.passive and self.theme is not None:
                told = self.agent if name == "agent" else self.theme
                if told is not None and _heads(told) & heads:
                    return told
                continue
            prep, case = ("", "accs") if name == "theme" else _parted(name)
            for phrase in self.phrases:
                fits = phrase.prep == prep and case in phrase.cases or self._partitive(phrase, name)
                if fits and _heads(phrase) & heads:
                    return phrase
        return None

    def _partitive(self, phrase: Phrase, name: str) -> bool:
        return name == "theme" and self.negated and not phrase.prep and "gent" in phrase.cases

    def _after(self, frame: Frame) -> Phrase | None:
        found = self.condition(frame)
        return follows(found, self.phrases) if found is not None else None

    def _by(self, prep: str, case: str, kind: str, taken: Sequence[Phrase | None]) -> Phrase | None:
        """The phrase with this preposition and case; after the verb first, then before it."""
        fitting = []
        for place, phrase in enumerate(self.phrases):
            if phrase.prep != prep or case not in phrase.cases or phrase in taken:
                continue
            if case == "loct" and self._of_firm(place):
                continue  # «через банк в Гонконге»
            meant = phrase
            if phrase.lemma in table().transparent:
                meant = follows(phrase, self.phrases) or phrase
            if (
                kind == "actor"
                and not meant.human
                or not is_of(meant, "" if kind == "actor" else kind)
            ):
                continue
            if (
                not prep
                and case == "datv"
                and self._depends(place)
                and self.phrases[place - 1].prep
            ):
                continue
            dependent = not prep and case != "ablt" and self._depends(place)
            fitting.append((dependent, phrase.start < self.verb, place, meant))
        return min(fitting, key=lambda f: f[:3])[3] if fitting else None

    def _of_firm(self, place: int) -> bool:
        """Whether a place stands right behind a firm, as its seat."""
        phrase = self.phrases[place]
        before = self.phrases[place - 1] if place else None
        if before is None or before.last != phrase.first or not before.prep:
            return False
        return before.human and before.head.mention is not None and before.prep == "через"

    def _depends(self, place: int) -> bool:
        """Whether it may be the genitive of the noun before: «двигатели компании»."""
        phrase = self.phrases[place]
        if "gent" not in phrase.cases or not place:
            return False
        return self.phrases[place - 1].last == phrase.first

    def _object(self, taken: Sequence[Phrase | None]) -> Phrase | None:
        """The accusative object; the genitive after a negation."""
        cases = ("accs", "gent") if self.negated else ("accs",)
        for case in cases:
            fitting = []
            for place, phrase in enumerate(self.phrases):
                if phrase.prep or case not in phrase.cases or phrase in taken:
                    continue
                if phrase.head.low in _REFLEXIVE:
                    continue
                # «Снабжала деталями изготовителя»: who lives stands in the genitive for the object.
                dependent = self._depends(place) and not phrase.counted and self._chained(place)
                if dependent and not (phrase.human and self._governed(place)):
                    continue
                before = phrase.start < self.verb
                only = "nomn" not in phrase.cases or not before
                bare = phrase.head.low[0].isdigit() and phrase.head.mention is None
                fitting.append((dependent, bare, before, not only, place, phrase))
            if fitting:
                return min(fitting, key=lambda f: f[:5])[5]
        return None

    def _governed(self, place: int) -> bool:
        """Whether the noun before is an instrumental that needs no genitive."""
        before = self.phrases[place - 1]
        return not before.prep and before.cases == frozenset(("ablt",))

    def _chained(self, place: int) -> bool:
        """Whether a phrase right after another noun is most likely its genitive."""
        before = self.phrases[place - 1]
        return not before.prep or before.head.mention is None


def apposed_name(clause: Clause) -> Phrase | None:
    """The person named behind the subject: «сотрудник института Иван Орлов призвал»."""
    last = clause.subject
    if last is None or last.head.mention is not None:
        mention = last.head.mention if last is not None else None
        if mention is None or mention.kind != "descriptor":
            return None
    among = clause.phrases
    for _ in range(4):
        after = next((p for p in among if last and p.first == last.last and not p.prep), None)
        if after is None:
            return None
        mention = after.head.mention
        if mention is not None and mention.schema == "Person":
            return after if may_agree(after, "nomn") else None
        last = after
    return None


def may_agree(person: Phrase, *cases: str) -> bool:
    """Whether a name stands in one of these cases; one that no dictionary has, in any but "of"."""
    return not person.cases.isdisjoint(cases) or "gent" not in person.cases


def follows(phrase: Phrase, among: Sequence[Phrase]) -> Phrase | None:
    """Return the genitive that stands right after a phrase."""
    for after in among:
        if after.first == phrase.last and not after.prep and "gent" in after.cases:
            return after
    return None


def _parted(name: str) -> tuple[str, str]:
    prep, _, case = name.rpartition("+")
    return prep, case


def _heads(phrase: Phrase) -> set[str]:
    """The lemma of the head, and of the first noun where the head is a number's unit."""
    head = phrase.meant.head
    return {f.lemma for f in head.forms} | {phrase.meant.lemma, head.low}
