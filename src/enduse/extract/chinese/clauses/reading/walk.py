"""Goes once through a clause: subject, prepositions, helping verbs, objects."""

from collections.abc import Sequence

from enduse.extract.chinese.clauses.atoms import NOUNS, Atom
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase, phrase_at
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.tables.table import verb
from enduse.extract.segment import Span

__all__ = ["ASKED", "Walk"]


_ROLES = ("to", "from", "by", "with", "at", "patient", "via", "for", "about", "as")

_LAWS = ("罪", "法", "条例", "法案", "禁令")

_CHARGES = frozenset("起诉 控告 公诉 逮捕 定罪 处罚 罚款 拘捕 批捕 判处 裁罚 提起公诉 通缉".split())

# 是迄今最大的一笔交易: how much of it, before the noun.
_DEGREES = frozenset("迄今 最 更 较 很 非常 目前 至今".split())

# What follows is asked and not said.
ASKED = frozenset("如何 是否 为何 怎样 何时 能否 怎么 为什么 有没有 会不会 可否".split())


class Walk:
    """Goes once through the atoms of a clause and collects its deeds."""

    def __init__(self, atoms_: list[Atom], topic: Phrase | None, condition: Span | None) -> None:
        self.atoms, self.topic, self.condition = atoms_, topic, condition
        self.deeds: list[Deed] = []
        self.subject: Phrase | None = None
        self._reset()
        self.denied = False
        self.last: Deed | None = None
        self.company: Phrase | None = None
        self.outer: Phrase | None = None

    def _reset(self) -> None:
        self.roles: dict[str, Phrase] = {}
        self.passive = self.negated = False
        self.governed = ""
        self.start = 0
        self.time: Span | None = None

    def run(self) -> None:
        """Read the clause."""
        k = 0
        while k < len(self.atoms):
            atom = self.atoms[k]
            if atom.kind == "verb" or atom.kind == "copula" and self._is_copula(k):
                k = self._deed(k)
            elif atom.text in ("以", "依", "因", "依据", "按") and (end := self._charge(k)):
                k = end
            elif self._role(k) is not None:
                k = self._preposition(k)
            elif atom.kind in NOUNS or atom.kind == "mod":
                k = self._noun(k)
            else:
                k = self._small(k)
        self.subject = self.outer or self.subject

    def _charge(self, k: int) -> int:
        """以违反国际制裁罪起诉: what somebody is charged with; the place after it, or 0."""
        ends = [j for j in range(k + 1, len(self.atoms)) if self.atoms[j].text.endswith(_LAWS)]
        after = [j for j in range(k + 1, len(self.atoms)) if self.atoms[j].text in _CHARGES]
        if not ends or not after or ends[0] >= after[-1]:
            return 0
        self.roles["for"] = Phrase(tuple(self.atoms[k + 1 : ends[0] + 1]))
        return ends[0] + 1

    def _small(self, k: int) -> int:
        atom = self.atoms[k]
        if atom.kind in ("deny", "stop") and not any(
            a.kind in ("verb", "copula") for a in self.atoms[k + 1 :]
        ):
            return self._noun_deed(k)
        if atom.kind == "deny" or atom.text in grammar("knows") and self.subject is not None:
            self.outer, self.subject, self.roles = self.subject, None, {}
        if atom.text == "不得" and any(a.text == "未经" for a in self.atoms[:k]):
            return len(self.atoms)
        if atom.text == "不得" and self.subject is None and k + 1 < len(self.atoms):
            self.deeds.append(
                Deed(
                    Atom("verb", "禁止", atom.span),
                    topic=self.topic,
                    object=Phrase(tuple(self.atoms[k + 1 :])),
                )
            )
            return len(self.atoms)
        if atom.kind == "not":
            self.negated = True
        elif atom.kind == "deny":
            self.denied = True
        elif atom.kind == "stop":
            self.governed = atom.text
        elif atom.kind == "time":
            self.time = atom.span
        if atom.kind in ("not", "stop", "adverb") and not self.start:
            self.start = atom.span.start
        return k + 1

    def _role(self, k: int) -> str | None:
        atom = self.atoms[k]
        if (
            atom.text in ("将", "把")
            and self.atoms[k + 1 : k + 2]
            and self.atoms[k + 1].text == "其中"
        ):
            k += 1
        following = self.atoms[k + 1] if k + 1 < len(self.atoms) else None
        noun = following is not None and (following.kind in NOUNS or following.kind == "mod")
        if atom.text in ("将", "把"):
            return "patient" if noun and following and following.kind != "word" else None
        if atom.text in grammar("with") and atom.kind in ("join", "prep", "opener"):
            return "with" if noun and self._together(k) else None
        if atom.text == "为":
            return "to" if noun and self._for_whom(k) else None
        if atom.kind == "prep" or atom.text in ("由", "经", "对"):
            return next((r for r in _ROLES if atom.text in grammar(r)), None)
        return None

    def _together(self, k: int) -> bool:
        """Whether 与 is "with": a verb of common doing follows, or nothing stands before it."""
        verbs = [a for a in self.atoms[k + 1 :] if a.kind == "verb"]
        shared = any((v := verb(a.text)) is not None and v.frame == "with" for a in verbs)
        before = self.atoms[k - 1] if k else None
        return shared or before is None or before.kind in ("adverb", "not", "time", "opener")

    def _for_whom(self, k: int) -> bool:
        verbs = [a for a in self.atoms[k + 1 :] if a.kind == "verb"]
        before = self.atoms[k - 1] if k else None
        named = before is None or before.kind != "attribute"
        return named and any((v := verb(a.text)) and v.frame in ("give", "make") for a in verbs)

    def _is_copula(self, k: int) -> bool:
        return self._role(k) is None

    def _preposition(self, k: int) -> int:
        role = self._role(k) or "about"
        atom = self.atoms[k]
        if not self.start:
            self.start = atom.span.start
        if role in ("by",) and atom.text != "由":
            self.passive = True
        if self.atoms[k + 1 : k + 2] and self.atoms[k + 1].text == "其中":
            k += 1
        phrase, end = phrase_at(self.atoms, k + 1)
        if phrase is not None:
            self.roles[role] = phrase
        return max(end, k + 1)

    def _noun(self, k: int) -> int:
        phrase, end = self._until_with(k)
        if phrase is None:
            return k + 1
        if self.deeds or phrase.text in grammar("quantifiers"):
            return end
        if self.subject is None:
            self.subject = phrase
        elif self.atoms[k].kind != "word" and not self.roles:
            named = phrase.names() and not self.subject.names()
            self.subject = phrase if named else self.subject
        return end

    def _until_with(self, k: int) -> tuple[Phrase | None, int]:
        """A phrase that stops before a 与 that means "with"."""
        for j in range(k + 1, len(self.atoms)):
            if self.atoms[j].text in grammar("with") and self._role(j) == "with":
                phrase, _ = phrase_at(self.atoms[:j], k)
                end = k + (len(phrase.atoms) if phrase else 0)
                return phrase, end
        return phrase_at(self.atoms, k)

    def _deed(self, k: int) -> int:
        atom = self.atoms[k]
        after = k + 1
        while after < len(self.atoms) and (
            self.atoms[after].kind == "aspect"
            or atom.kind == "copula"
            and self.atoms[after].text in _DEGREES
        ):
            after += 1
        roles = dict(self.roles)
        obj, end = phrase_at(self.atoms, after, wide=True)
        end = self._trailing(end, roles)
        deed = Deed(
            atom, "copula" if atom.kind == "copula" else "verb",
            self.subject or self.outer, self.topic, obj, roles,
            self.passive, self.negated, self.denied, False, self.start, self.governed,
            tuple(self.atoms[end:]), self.condition, self.time,
            before=self.deeds[-1] if self.deeds else self.last,
        )  # fmt: skip
        if atom.text in ("不是", "并非"):
            deed.negated = True
        deed.company = self.company
        self._in_order_to(deed)
        self._share(deed)
        self.deeds.append(deed)
        self._reset()
        entry = verb(atom.text)
        last = self.atoms[-1].text
        risk = (
            entry is not None
            and entry.predicate == "risks"
            and last in ("风险", "危险", "隐患", "制裁")
        )
        risk = (
            risk
            or entry is not None
            and entry.frame == "use"
            and self.atoms[after : after + 1] != []
            and self.atoms[after].kind == "verb"
        )
        risk = risk or entry is not None and entry.frame == "crime" and last.endswith("罪")
        if entry is not None and (entry.frame == "urge" or entry.predicate == "prohibits" or risk):
            deed.object = Phrase(tuple(self.atoms[after:])) if self.atoms[after:] else None
            return len(self.atoms)
        return max(end, k + 1)

    def _noun_deed(self, k: int) -> int:
        """否认指控, 终止与X的合作: what is denied or ended is a noun."""
        atom = self.atoms[k]
        after = k + 1
        while after < len(self.atoms) and self.atoms[after].kind == "aspect":
            after += 1
        roles, rest = dict(self.roles), tuple(self.atoms[after:])
        if after < len(self.atoms) and self.atoms[after].text in grammar("with"):
            other, after = phrase_at(self.atoms, after + 1, wide=True)
            if other is not None:
                roles["with"] = other
        obj, end = phrase_at(self.atoms, after, wide=True)
        obj = obj or roles.get("with")
        if obj is None and after < len(self.atoms) and atom.kind == "stop":
            obj, end = Phrase(tuple(self.atoms[after:])), len(self.atoms)
        if obj is not None:
            self.deeds.append(
                Deed(atom, atom.kind, self.subject or self.outer, self.topic, obj, roles,
                     negated=self.negated, rest=rest, condition=self.condition, start=self.start)
            )  # fmt: skip
        return max(end, k + 1)

    def _trailing(self, end: int, roles: dict[str, Phrase]) -> int:
        """Prepositions after the verb: 出售给B, 运往B, 从A到B."""
        while end < len(self.atoms) and self.atoms[end].text in (
            "给",
            "至",
            "到",
            "于",
            "往",
            "向",
        ):
            phrase, after = phrase_at(self.atoms, end + 1, wide=True)
            if phrase is None:
                break
            roles["at" if self.atoms[end].text == "于" else "to"] = phrase
            end = after
        return end

    def _in_order_to(self, deed: Deed) -> None:
        """采购机床用于生产: what is used is what was bought."""
        entry = verb(deed.verb.text)
        last = self.deeds[-1] if self.deeds else None
        if (
            entry is not None
            and entry.frame == "use"
            and last is not None
            and last.object is not None
        ):
            deed.subject = last.object

    def _share(self, deed: Deed) -> None:
        """研制并测试了X: the first verb takes the object of the second."""
        last = self.deeds[-1] if self.deeds else None
        if last is None or last.kind != "verb":
            return
        if last.object is None and not last.roles.get("patient") and deed.object is not None:
            between = [
                a for a in self.atoms if last.verb.span.end <= a.span.start < deed.verb.span.start
            ]
            if all(a.kind in ("join", "opener", "adverb", "aspect") for a in between):
                last.object = deed.object
                for role, phrase in last.roles.items():
                    deed.roles.setdefault(role, phrase)
        if not deed.negated and last.negated and not deed.roles:
            deed.negated = _joined(self.atoms, last, deed)


def _joined(found: Sequence[Atom], a: Deed, b: Deed) -> bool:
    between = [x for x in found if a.verb.span.end <= x.span.start < b.verb.span.start]
    return bool(between) and all(x.kind == "join" for x in between)
