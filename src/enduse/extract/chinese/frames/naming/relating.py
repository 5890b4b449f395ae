"""Makes relations of what clauses say: looks up the words of each party."""

import re
from collections.abc import Iterator

from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.frames.naming.reference import Referents
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.words import words as listed
from enduse.extract.relations.predicates import predicates
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.relations.scope import Firmness
from enduse.extract.segment import Span

__all__ = ["Relating", "plain"]

_FIGURES = frozenset(("has_range", "has_endurance", "has_speed", "has_mass", "has_payload"))
_TOGETHER = frozenset(("contracted_with", "works_with", "linked_to"))
# What a source told is told on in its next sentence; what a company is, the writer says.
_KNOWN = frozenset(
    ("identity", "role", "response", "provenance", "stance", "ownership", "place", "restriction")
)
_ANSWERS = frozenset(("comment_on", "denied", "confirmed", "aware_of"))
_DONE = frozenset(("supply", "programme", "ownership", "role", "link"))
_OF_PAPERS = frozenset("has_timeline began ended has_capacity may_yield paid".split())
_PAPERS = re.compile(
    r"(?:报告|文件|数据|记录|图像|声明|公告|资料|报道|消息|通报|起诉书|判决书|发票|提单)$"
)
_TIME = re.compile(r"[年月天日周]")
_PAPER_ITSELF = re.compile(r"本[刊报社网台]|记者(?:无法|未能)")


class Relating:
    """Relations of one text; which names its pronouns stand for is asked of its referents."""

    def __init__(self, text: str, referents: Referents) -> None:
        self._text, self._referents = text, referents

    def made(
        self,
        said: Said,
        at: tuple[Span, int],
        firmness: Firmness,
        topic: Phrase | None,
        sentence: Span,
    ) -> Iterator[Relation]:
        """Yield a relation for each subject and object that was said.

        Args:
            said: What was said.
            at: The quotation, and where the words stand that say it.
            firmness: How firmly.
            topic: What the text is about there.
            sentence: The sentence.
        """
        place, focus = at
        own = said.own or self._checked_by_us(said, place)
        quantity = said.quantity or _count(said)
        hedge = firmness.hedge if said.modality is None else None
        for subject, target in self._parties(said, place, topic):
            yield Relation(
                place, said.predicate, subject, target, focus, quantity, own,
                said.polarity or firmness.polarity, said.modality or firmness.modality,
                hedge, scope=sentence,
                standing=said.predicate != "calls"
                and predicates()[said.predicate].family in _KNOWN,
            )  # fmt: skip

    def _parties(
        self, said: Said, place: Span, topic: Phrase | None
    ) -> Iterator[tuple[Argument, Argument | None]]:
        subjects = self._subjects(said, place, topic)
        for subject in subjects:
            if self._is_paper(said, subject):
                firm = self._referents.main
                subject = Argument(firm.span) if firm is not None else Argument(text="其中")
            if self._nobody(subject):
                continue
            targets: list[Argument | None] = [
                *self._arguments(said.object, topic, said.words, subject)
            ]
            for target in targets or [None]:
                if target is None:
                    yield subject, None
                elif self.named_by(target) != self.named_by(subject) or not self.named_by(target):
                    if said.predicate in _ANSWERS or not self._nobody(target):
                        yield subject, target

    def _subjects(self, said: Said, place: Span, topic: Phrase | None) -> list[Argument]:
        subjects = self._arguments(_answerer(said), topic)
        who = said.subject if isinstance(said.subject, Phrase) else None
        if said.predicate in _FIGURES and self._referents.schema(who, topic) != "Product":
            product = self._referents.last_product(place.end)
            subjects = [product] if product is not None else subjects
        if said.predicate == "upgraded_version_of" and who is not None and not who.names():
            product = self._referents.last_product(place.start)
            subjects = [product] if product is not None else subjects
        if said.predicate in _TOGETHER and said.object is None and len(subjects) > 1:
            said.object, subjects = self.named_by(subjects[1]), subjects[:1]
        return subjects[:1] if said.predicate == "has_price" else subjects

    def _checked_by_us(self, said: Said, place: Span) -> bool:
        """本刊无法核实: what the paper could not check it says itself."""
        near = self._text[max(0, place.start - 8) : place.start + 8]
        return said.predicate == "evidence_status" and _PAPER_ITSELF.search(near) is not None

    def _nobody(self, argument: Argument) -> bool:
        """Whether the words stand where a party would and are none: 时, 其中, 对外."""
        return self.named_by(argument) in listed("nobody")

    def _is_paper(self, said: Said, subject: Argument) -> bool:
        """Whether a paper is said to do what only people and firms do."""
        if predicates()[said.predicate].family not in _DONE or said.predicate in _OF_PAPERS:
            return False
        return _PAPERS.search(self.named_by(subject)) is not None

    def named_by(self, argument: Argument) -> str:
        """The words of an argument."""
        span = argument.span or Span(0, 0)
        return argument.text or self._text[span.start : span.end]

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
            return [Argument(text=self._text[phrase.start : phrase.end])]
        if words:
            return [Argument(text=plain(self._text[phrase.span.start : phrase.span.end]))]
        letter = _country_of(phrase.text)
        if letter:
            return [Argument(text=letter)]
        if _letters_joined(phrase):
            return [Argument(text=plain(phrase.text))]
        found = self._referents.arguments(phrase, topic, avoid)
        return found or [Argument(text=plain(phrase.text))]


def _count(said: Said) -> Span | None:
    """三家物流企业签订协议, 援引两名官员: how many do it, or are cited."""
    counted = said.object if said.predicate == "sourced_from" else said.subject
    if said.predicate in _FIGURES or not isinstance(counted, Phrase):
        return None
    amounts = [a for a in counted.atoms[:2] if a.kind == "amount"]
    return amounts[0].span if amounts and _TIME.search(amounts[0].text) is None else None


def _answerer(said: Said) -> Phrase | Span | str | None:
    """A firm denies through its spokesman: 示例公司发言人 is the firm; who is silent is himself."""
    who = said.subject
    if said.predicate != "denied" or not isinstance(who, Phrase) or len(who.atoms) != 2:
        return who
    name, office = who.atoms
    firm = name.name is not None and name.name.schema not in ("Person", "Address")
    return Phrase((name,)) if firm and office.kind in ("noun", "attribute") else who


def _letters_joined(phrase: Phrase) -> bool:
    """镓和锗 is one thing: single characters are no names of their own."""
    joined = any(a.kind == "join" for a in phrase.atoms)
    return joined and any(len(p) == 1 and len(p[0].text) == 1 for p in phrase.parts())


def _country_of(text: str) -> str | None:
    """对俄出口: one letter stands for the country."""
    if len(text) != 1:
        return None
    return dict(pair.split("=") for pair in grammar("letters")).get(text)


def plain(words: str) -> str:
    """Words that name a party, without particles and halves of quotation marks at their ends.

    Example:
        >>> plain("军事目的"), plain("剩余的")
        ('军事目的', '剩余')
    """
    words = " ".join(words.split())[:160].strip("了，、")
    whole = words[:1] == "“" and words.find("”") == len(words) - 1
    if whole or words.count("“") != words.count("”"):
        words = words.strip("“”")
    return words if words.endswith(("目的", "标的")) else words.strip("的了，、")
