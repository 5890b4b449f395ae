"""A noun phrase of a Russian sentence: head, case, preposition, number and how it is named."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from enduse.extract.mentions.found import Found
from enduse.extract.russian.clauses.tokens import Token
from enduse.extract.russian.clauses.words import words as words_of
from enduse.extract.russian.morphology import Form, nominative_of

__all__ = ["Phrase", "agreeing"]


@dataclass(slots=True)
class Phrase:
    """A noun with what stands before it and belongs to it.

    Attributes:
        start: First character in the skeleton, without the preposition.
        end: One past the last.
        first: Index of its first token, the preposition included.
        last: One past its last token.
        head: Its noun, pronoun or name.
        cases: The cases in which it may stand.
        prep: Its preposition, or "".
        counted: Whether a number stands in it.
        modifiers: Tokens before the head.
        antecedent: What a pronoun stands for.
        numbers: The numbers, singular or plural, in which it may stand.
        owner: What «её» or «его» before its head stands for.
        unit: What its unit measures: distance, time, mass, money, speed; "" for none.
        share: A percentage stands in it.
        noun: The dictionary form of the head, once it was asked for.
    """

    start: int
    end: int
    first: int
    last: int
    head: Token
    cases: frozenset[str]
    prep: str = ""
    counted: bool = False
    modifiers: tuple[Token, ...] = ()
    antecedent: "Phrase | None" = None
    numbers: frozenset[str] = field(default_factory=frozenset)
    owner: "Phrase | None" = None
    unit: str = ""
    share: bool = False
    noun: str | None = None

    @property
    def mention(self) -> Found | None:
        """The name that it is, or that its pronoun stands for."""
        return self.meant.head.mention

    @property
    def meant(self) -> "Phrase":
        """The phrase itself, or what its pronoun stands for."""
        return self.antecedent or self

    @property
    def lemma(self) -> str:
        """The dictionary form of the head; "" for a name."""
        if self.noun is None:
            self.noun = self._noun()
        return self.noun

    def _noun(self) -> str:
        mention = self.head.mention
        if not self.head.forms or mention is not None and mention.kind == "name":
            return ""
        fitting = (f for f in self.head.forms if f.case in self.cases and f.pos in ("NOUN", "NPRO"))
        return next(fitting, self.head.forms[0]).lemma

    @property
    def human(self) -> bool:
        """Whether it can act: a name that is no product, or a noun for a living being."""
        mention = self.mention
        if mention is not None:
            return mention.schema != "Product"
        return any(f.human for f in self.head.forms[:2]) or self.lemma in words_of("actors")

    @property
    def is_time(self) -> bool:
        """Whether it names a time and does not count it."""
        return self.lemma in words_of("times") and not (
            self.counted and not self.prep and self.unit == "time"
        )

    def genders(self) -> frozenset[str]:
        """The genders that its head may have; empty where it tells none."""
        return frozenset(f.gender for f in self.head.forms if f.case in self.cases)

    @property
    def gender(self) -> str:
        """The gender of the head in the singular; "" in the plural and where unknown."""
        likely = next((f for f in self.head.forms if f.case in self.cases), None)
        return likely.gender if likely is not None and likely.number == "sing" else ""

    def shown(self) -> str:
        """Its words with modifiers and head in the nominative, without numbers."""
        words = []
        for token in (*self.modifiers, self.head):
            likely = [f for f in token.forms if f.case in self.cases]
            plain = [f for f in likely if f.case in ("nomn", "accs") and not self.counted]
            known = next(iter(plain or likely), None)
            known = known or (token.forms[0] if token.forms else None)
            if known is None or not known.case:
                words.append(token.low)
            else:
                gender = self.gender if token is not self.head else known.gender
                words.append(nominative_of(token.low, known.case, known.number, gender))
        return " ".join(words)


def agreeing(forms_: Sequence[Form], number: str, gender: str) -> bool:
    """Tell whether a form of a noun agrees with a verb's number and gender."""
    return any(
        (not number or not f.number or f.number == number)
        and (not gender or not f.gender or number == "plur" or f.gender == gender)
        for f in forms_
    )
