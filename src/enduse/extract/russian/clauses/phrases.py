"""Noun phrases of a Russian sentence: head, case, preposition, number and how they are named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from enduse.extract.mentions.found import Found
from enduse.extract.russian.clauses.tokens import Token
from enduse.extract.russian.clauses.words import compounds, units
from enduse.extract.russian.clauses.words import words as words_of
from enduse.extract.russian.morphology import Form, nominative_of

__all__ = ["Phrase", "agreeing", "phrases"]

_SAME = {"во": "в", "со": "с", "ко": "к", "об": "о", "обо": "о"}
_CASES = frozenset("nomn gent datv accs ablt loct".split())
_COUNTED = frozenset(("nomn", "accs", "gent"))


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


def phrases(words: Sequence[Token]) -> tuple[Phrase, ...]:
    """Return the noun phrases of a sentence in order, none overlapping."""
    return tuple(_phrases(words))


def _phrases(words: Sequence[Token]) -> Iterator[Phrase]:
    i = 0
    while i < len(words):
        found = _at(words, i)
        if found is None:
            i += 1
        else:
            yield found
            i = found.last


def _at(words: Sequence[Token], first: int) -> Phrase | None:
    prep, i = _preposition(words, first)
    begin, counted, modifiers = i, False, []
    while i < len(words):
        token = words[i]
        if _is_number(token):
            counted = True
        elif token.low in words_of("bounds") and _number_follows(words, i):
            pass
        elif token.mention is None and (
            token.pos in ("ADJF", "PRTF") and not _heads(words, i) or token.pos == "NUMR"
        ):
            counted = counted or token.pos == "NUMR"
            if token.pos != "NUMR":
                modifiers.append(token)
        elif (
            (counted or prep or modifiers)
            and token.low in ("и", "или")
            and modifiers
            and _adjective_next(words, i)
        ):
            pass
        else:
            break
        i += 1
    head = words[i] if i < len(words) else None
    if head is None or not (head.mention or _noun(head)):
        if counted:
            return _bare_number(words, begin, i, first, prep)
        return _pronoun(words, (begin, first, i), prep, tuple(modifiers))
    if modifiers and not prep and not counted and not _agree(modifiers[-1], head):
        return None
    mention = head.mention
    counted = counted or mention is not None and mention.kind == "source" and mention.number > 1
    cases = _cases(head, modifiers, counted)
    numbers = frozenset(f.number for f in head.forms if f.case in cases)
    return Phrase(
        words[begin].start, head.end, first, i + 1, head, cases, prep, counted, tuple(modifiers),
        numbers=numbers, unit=_unit(words, head, i + 1) if counted else "",
        share=any(t.low == "%" or t.low.startswith("процент") for t in words[begin:i]),
    )  # fmt: skip


def _unit(words: Sequence[Token], head: Token, after: int) -> str:
    if [t.low for t in words[after : after + 2]] in (["/", "ч"], ["в", "час"]):
        return "speed"
    heads = {head.low, *(f.lemma for f in head.forms[:2])}
    return next((units()[h] for h in heads if h in units()), "")


def _agree(modifier: Token, head: Token) -> bool:
    """Whether an adjective may belong to a noun, and is not «принадлежащая ему»."""
    return any(
        (not f.case or m.case in ("", f.case))
        and (not f.number or m.number in ("", f.number))
        and (not f.gender or not m.gender or f.gender == m.gender or f.number == "plur")
        for f in head.forms
        for m in modifier.forms
    )


def _noun(token: Token) -> bool:
    return (
        token.pos in ("NOUN", "NPRO")
        and token.low not in words_of("scales")
        and token.low not in words_of("prepositions")
    )


def _heads(words: Sequence[Token], i: int) -> bool:
    """Whether an adjective stands for a noun: «военным», «который», «российские»."""
    token = words[i]
    if token.low.startswith("котор"):
        return True
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None or following.mention is not None:
        return following is None
    if not following.low[0].isalnum() and following.low not in ("«", "„", '"', "“", ","):
        return True
    if following.low == ",":
        return token.reads("NOUN") is not None or not _adjective_next(words, i + 1)
    if following.low in ("и", "или", ",") and _adjective_next(words, i + 1):
        return False
    return following.pos not in ("ADJF", "PRTF", "NOUN", "NUMR", "") or following.low in words_of(
        "prepositions"
    )


def _pronoun(
    words: Sequence[Token], at: tuple[int, int, int], prep: str, modifiers: tuple[Token, ...]
) -> Phrase | None:
    """«который», and adjectives and participles that stand for nouns: «военным», «данные»."""
    begin, first, i = at
    if i >= len(words):
        return None
    token = words[i]
    nouns = tuple(f for f in token.forms if f.pos == "NOUN")
    if token.pos in ("ADJF", "PRTF") and nouns:
        token = replace(token, forms=nouns)
    elif not prep and token.pos in ("ADJF", "PRTF") and token.forms[0].case == "ablt":
        # «Считает документы подлинными»: what somebody takes something for.
        token = replace(token, forms=tuple(f for f in token.forms if f.case == "ablt"))
    elif not token.low.startswith("котор"):
        return None
    cases = frozenset(f.case for f in token.forms if f.case)
    return Phrase(words[begin].start, token.end, first, i + 1, token, cases, prep, False, modifiers)


def _bare_number(
    words: Sequence[Token], begin: int, i: int, first: int, prep: str
) -> Phrase | None:
    """A number without a noun: «75%», «1,5 млн»."""
    if i <= begin:
        return None
    last = words[i - 1]
    share = last.low == "%" or last.low.startswith("процент")
    return Phrase(
        words[begin].start, last.end, first, i, last, _COUNTED, prep, counted=True, share=share
    )


def _adjective_next(words: Sequence[Token], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].pos in ("ADJF", "PRTF")


def _preposition(words: Sequence[Token], i: int) -> tuple[str, int]:
    low = words[i].low
    if low in words_of("bounds") and _number_follows(words, i) and words[i + 1].mention is None:
        return "", i
    if i + 1 < len(words):
        compound = compounds().get((low, words[i + 1].low))
        if compound is not None:
            i += 2
            if (
                i < len(words)
                and words[i].low in ("сумму", "с", "на")
                and words[i - 1].low in ("общую", "соответствии", "ссылкой")
            ):
                i += 1
            return compound, min(i, len(words) - 1)
    if low in words_of("prepositions") and words[i].mention is None and i + 1 < len(words):
        return _SAME.get(low, low), i + 1
    return "", i


def _is_number(token: Token) -> bool:
    return (
        token.low[0].isdigit()
        or token.low in words_of("scales")
        or any(f.lemma in words_of("scales") for f in token.forms[:1])
    )


def _number_follows(words: Sequence[Token], i: int) -> bool:
    for token in words[i + 1 : i + 4]:
        if _is_number(token) or token.pos == "NUMR":
            return True
        if token.low not in words_of("bounds"):
            return False
    return False


def _cases(head: Token, modifiers: Sequence[Token], counted: bool) -> frozenset[str]:
    nouns = [f for f in head.forms if f.case and f.pos in ("NOUN", "NPRO")] or head.forms
    cases = frozenset(f.case for f in nouns if f.case) or _CASES
    for token in modifiers:
        allowed = frozenset(f.case for f in token.forms if f.case)
        if not (token.pos == "ADJF" and counted):
            cases = (cases & allowed) or cases
    return cases | _COUNTED if counted and "gent" in cases else cases


def agreeing(forms_: Sequence[Form], number: str, gender: str) -> bool:
    """Tell whether a form of a noun agrees with a verb's number and gender."""
    return any(
        (not number or not f.number or f.number == number)
        and (not gender or not f.gender or number == "plur" or f.gender == gender)
        for f in forms_
    )
