"""What 该公司, 其, 前者 and a subject left unsaid stand for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.naming.referring import (
    INDEFINITE,
    LEGAL,
    OWN,
    PERSON,
    SUFFIXES,
    THIS,
    last_two,
    spans_of,
    without_pointers,
)
from enduse.extract.chinese.words import words
from enduse.extract.mentions.found import Found
from enduse.extract.relations.relation import Argument
from enduse.extract.segment import Span

__all__ = ["Referents"]

# How many names back a pronoun may look: work for each is bounded.
_FURTHEST = 120


class Referents:
    """The names of a text, asked for what a pronoun stands for."""

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        self._text = text
        self._named = [f for f in found if f.kind in ("name", "alias") and f.schema != "Address"]
        self._starts = [f.span.start for f in self._named]
        self._forms = self._aliased()
        self._unnamed = [m.end() for m in INDEFINITE.finditer(text)]
        self.sentence_start = 0
        self._avoid: Found | None = None
        self.main: Found | None = None
        self.thing: Found | None = None
        self.issuer = self._issuer(text)
        self._memory: dict[Span, tuple[Span, ...]] = {}

    def arguments(
        self, phrase: Phrase | None, topic: Phrase | None = None, avoid: Argument | None = None
    ) -> list[Argument]:
        """Return one argument for each thing that a phrase names.

        Args:
            phrase: The words.
            topic: What the text is about there.
            avoid: The other party, which a pronoun does not stand for.
        """
        self._avoid = self._at(avoid.span) if avoid is not None and avoid.span is not None else None
        if phrase is None:
            return []
        found: list[Argument] = []
        for part in phrase.parts():
            spans = self._of(part, topic)
            unknown = part[-1].name is not None and part[-1].name.kind == "descriptor"
            if unknown and spans == (part[-1].span,):
                found.append(Argument(text=part[-1].text))
                continue
            refers = spans != (Span(part[0].span.start, part[-1].span.end),)
            found.extend(
                Argument(self._latest(s, part[-1].span.start) if refers else s) for s in spans
            )
        return found

    def _latest(self, span: Span, place: int) -> Span:
        """The form in which the text named it last before a pronoun stands for it."""
        first = self._at(span)
        if first is None or first.schema == "Person":
            return span
        keys = self._forms.get(first.key, {first.key})
        until = bisect_left(self._starts, place)
        last = [f for f in self._named[max(0, until - _FURTHEST) : until] if f.key in keys]
        return last[-1].span if last and last[-1].span.start > span.start else span

    def _aliased(self) -> dict[str, set[str]]:
        """For each key all keys of the same name: 丙安新材料有限公司（以下简称丙安公司）."""
        forms: dict[str, set[str]] = {}
        for one, other in pairwise(self._named):
            if other.kind == "alias" and other.span.start - one.span.end < 12:
                both = forms.get(one.key, {one.key}) | {other.key}
                forms[one.key] = forms[other.key] = both
        return forms

    def schema(self, phrase: Phrase | None, topic: Phrase | None = None) -> str | None:
        """The kind of the first thing a phrase names."""
        for argument in self.arguments(phrase, topic):
            if argument.span is not None:
                k = bisect_left(self._starts, argument.span.start)
                if k < len(self._named) and self._named[k].span == argument.span:
                    return self._named[k].schema
        return None

    def _of(self, part: tuple[Atom, ...], topic: Phrase | None) -> tuple[Span, ...]:
        last = part[-1]
        part = without_pointers(part)
        span = Span(part[0].span.start, last.span.end)
        if last.name is not None and last.name.kind != "descriptor":
            return (last.span,)
        whole = self._text[span.start : span.end]
        word = last.text if last.name is not None else whole
        if not self._refers(word, last):
            return (span,)
        if last.span not in self._memory:
            self._memory[last.span] = self._antecedent(word, last, topic)
        return self._memory[last.span] or (span,)

    @staticmethod
    def _refers(word: str, atom: Atom) -> bool:
        if atom.name is not None and atom.name.kind == "descriptor":
            return True
        return word in OWN or word in PERSON or word in words("ref_simple")

    def _antecedent(self, word: str, atom: Atom, topic: Phrase | None) -> tuple[Span, ...]:
        until = bisect_left(self._starts, atom.span.start)
        before = self._named[max(0, until - _FURTHEST) : until]
        avoid = self._avoid
        about = self._about(topic)
        if avoid is not None:
            before = [f for f in before if f.key != avoid.key]
            about = None if about is not None and about.key == avoid.key else about
        if topic is not None and topic.text in OWN and word.startswith(("该", "这家")):
            before = [f for f in before if about is None or f.key != about.key] or before
            about = None
        if word in ("公司", *OWN) and (word in OWN or self.issuer is not None):
            return self._own(word)
        if word in PERSON:
            return self._last(before, about, lambda f: f.schema == "Person")
        if word in ("前者", "后者"):
            here = self._text[self.sentence_start : atom.span.start]
            said = before
            if word == "前者" or "前者" in here:
                said = [f for f in before if f.span.end <= self.sentence_start] or before
            elif word == "后者":
                return spans_of(
                    [f for f in before if f.schema in LEGAL or f.schema == "Person"][-1:]
                )
            two = last_two([f for f in said if f.schema in LEGAL or f.schema == "Person"])
            return spans_of(two[:1] if word == "前者" and len(two) > 1 else two[-1:])
        if word in ("双方", "两家公司", "两家企业", "两者") or atom.name and atom.name.number == 2:
            return spans_of(last_two([f for f in before if f.schema == "Company"]))
        if atom.name is not None and atom.name.schema == "Product":
            return self._product(word, before, about)
        if word in ("其", "它", "自己"):
            return spans_of([about]) if about else ()
        return self._company(word, before, about)

    def _own(self, word: str) -> tuple[Span, ...]:
        """本公司, 我们: who issued the text; without one 我们 is whoever speaks."""
        if self.issuer is not None:
            return (self.issuer.span,)
        if word in ("我们", "我方", "我"):
            return ()
        return spans_of([f for f in self._named[:_FURTHEST] if f.schema == "Company"][:1])

    def _company(self, word: str, before: list[Found], about: Found | None) -> tuple[Span, ...]:
        noun = THIS.sub("", word)
        suffix = next((s for s in SUFFIXES if noun.endswith(s)), None)
        if suffix is not None:
            end = "厂" if suffix == "工厂" else suffix
            return self._last(before, about, lambda f: f.text.endswith(end))
        company = ("Company", "Organization")
        if word in ("该公司", "这家公司", "该企业", "这家企业") and self._tells_of_unnamed(before):
            return ()
        if about is None or about.schema not in company:
            about = self.main if self.main in before else about
        return self._last(before, about, lambda f: f.schema in company)

    def _tells_of_unnamed(self, before: list[Found]) -> bool:
        """Whether a firm without a name was told of after the last one with a name."""
        place = self.sentence_start + 200
        firms = [f.span.end for f in before if f.schema in ("Company", "Organization")]
        last = firms[-1] if firms else 0
        return any(last < at <= place and at > self.sentence_start - 120 for at in self._unnamed)

    def note(self, phrase: Phrase | None) -> None:
        """Remember the company that a clause is about."""
        found = self._about(phrase)
        owners = (
            [
                a.name
                for a in phrase.atoms
                if a.name is not None and a.name.schema in ("Company", "Organization")
            ]
            if phrase
            else []
        )
        if found is None or found.schema == "Person":
            found = self._at(owners[0].span) if owners else None
        if found is not None and found.schema in ("Company", "Organization"):
            self.main = found
        if found is not None and found.schema == "Product":
            self.thing = found

    def last_product(self, place: int) -> Argument | None:
        """The product named last before a place."""
        until = bisect_left(self._starts, place)
        things = [
            f for f in self._named[max(0, until - _FURTHEST) : until] if f.schema == "Product"
        ]
        return Argument(things[-1].span) if things else None

    def _product(self, word: str, before: list[Found], about: Found | None) -> tuple[Span, ...]:
        things = [f for f in before if f.schema == "Product"]
        noun = word[-1:] if len(word) == 2 else word[-2:]
        same = [f for f in things if f.text.endswith("号" if noun in "船轮" else noun)]
        if about is not None and about.schema == "Product":
            return spans_of([about])
        if self.thing in things and noun in ("该机", "人机", "型号", "导弹", "装备", "系统", "机"):
            return spans_of([t for t in things if t is self.thing])
        named = [f for f in things if re.search(r"\d型?$", f.text)]
        rest = things if noun in ("人机", "型号", "导弹", "装备", "系统") else named
        return spans_of((same or rest)[-1:])

    @staticmethod
    def _last(before: list[Found], about: Found | None, fits) -> tuple[Span, ...]:  # type: ignore[no-untyped-def]
        if about is not None and fits(about):
            return (about.span,)
        return spans_of([f for f in before if fits(f)][-1:])

    def _issuer(self, text: str) -> Found | None:
        """Who speaks as 本公司: the company of the title, or of the signature."""
        if "本公司" not in text:
            return None
        firms = [f for f in self._named if f.schema == "Company"]
        head = [f for f in firms if f.span.start < 60]
        tail = [f for f in firms if f.span.end > len(text.rstrip()) - 40]
        return (
            head[0]
            if head and head[0].span.start < 20
            else tail[-1]
            if tail
            else head[0]
            if head
            else None
        )

    def _at(self, span: Span) -> Found | None:
        k = bisect_left(self._starts, span.start)
        found = self._named[k] if k < len(self._named) else None
        return found if found is not None and found.span == span else None

    def _about(self, topic: Phrase | None) -> Found | None:
        """The name that the topic is, itself looked up where it is a pronoun."""
        if topic is not None and not topic.names():
            named = [a for a in topic.atoms if a.name is not None and a.name.schema in LEGAL]
            if named and topic.atoms[-1].kind in ("noun", "attribute"):
                topic = Phrase((named[-1],))
        for argument in self.arguments(topic) if topic is not None else ():
            if argument.span is None:
                continue
            k = bisect_left(self._starts, argument.span.start)
            if k < len(self._named) and self._named[k].span == argument.span:
                return self._named[k]
        return None
