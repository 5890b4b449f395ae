"""Reads clauses into deeds: subjects carried over, prepositions, relative clauses, helping verbs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from enduse.extract.chinese.clauses.atoms import NOUNS, Atom, Places, atoms
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.evidence import EVIDENCE
from enduse.extract.chinese.clauses.openings import dateline_end
from enduse.extract.chinese.clauses.phrase import Phrase, phrase_at
from enduse.extract.chinese.clauses.relative import relatives
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.frames.table import verb
from enduse.extract.segment import Span

__all__ = ["Clause", "Reader"]

_ENDS = frozenset("，；：。！？,;:!?")
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]|第[一二三四五六七八九十][，、]")
_HEADING = re.compile(r"关于[^，。；]{4,60}的[\u4e00-\u9fff]{2,6}$")
_JUDGING = frozenset(
    "认为 评估 判断 评估认为 分析认为 分析称 相信 怀疑 推测 警告 警告说 警告称 担心 担忧 分析 研判 估计 评估称 评论说 评论称 评估显示".split()
)
_ROLES = ("to", "from", "by", "with", "at", "patient", "via", "for", "about", "as")


@dataclass(frozen=True, slots=True)
class Clause:
    """Atoms between two marks, with what was read of them."""

    atoms: tuple[Atom, ...]
    deeds: tuple[Deed, ...]
    topic: Phrase | None
    subject: Phrase | None
    judging: str = ""
    speaker: Phrase | None = None
    last: Deed | None = None
    company: Phrase | None = None
    condition: Span | None = None


@dataclass(slots=True)
class Reader:
    """Reads the sentences of one text in order and keeps what they are about."""

    text: str
    places: Places
    topic: Phrase | None = None
    condition: Span | None = None
    last: Deed | None = field(default=None)
    judging: str = ""
    speaker: Phrase | None = None
    carried: dict[str, Phrase] = field(default_factory=dict)
    company: Phrase | None = None

    def sentence(self, span: Span) -> Iterator[Clause]:
        """Yield the clauses of a sentence."""
        self.judging = ""
        if _HEADING.search(self.text, span.start, span.end):
            return
        head = _NUMBERED.match(self.text, span.start)
        start = dateline_end(self.text, head.end() if head else span.start, span.end)
        self.condition = None
        self.speaker, self.carried = None, {}
        for piece in _told(atoms(self.text, Span(start, span.end), self.places)):
            yield from self._clause(piece)

    def _clause(self, piece: list[Atom]) -> Iterator[Clause]:
        """Read one clause; what is said in it after a verb of saying is one of its own."""
        if EVIDENCE.search(self.text, piece[0].span.start, piece[-1].span.end):
            walk = _Walk(piece, self.topic, None)
            walk.run()
            yield Clause(tuple(piece), (), self.topic, walk.subject)
            return
        piece = [
            Atom("verb", "查获", a.span) if a.text == "发现" and _found_thing(piece, k) else
            Atom("noun", a.text, a.span) if a.kind == "say" and _is_noun(piece, k) else a
            for k, a in enumerate(piece)
        ]
        told = next((k for k, a in enumerate(piece) if a.kind == "say"), None)
        if told is None:
            yield self._read(piece)
            return
        before = self._read(piece[:told])
        yield before
        self.judging = piece[told].text if piece[told].text in _JUDGING else ""
        if before.subject is not None and not _according(piece):
            self.topic = before.subject
        self.speaker = before.subject or self.topic
        if piece[told + 1 :]:
            yield from self._clause(_after_aspect(piece[told + 1 :]))

    def _read(self, piece: list[Atom]) -> Clause:
        doubt = next((a for a in piece[:4] if a.text in grammar("conditions")), None)
        if doubt is not None:
            self.condition = Span(doubt.span.start, piece[-1].span.end)
        inner, rest = relatives(_without_circumstances(piece))
        rest = _without_according(rest)
        walk = _Walk(rest, self.topic, self.condition)
        walk.company = self.company
        walk.last = self.last
        if not any(a.text in ("将", "把") for a in rest):
            walk.roles.update(self.carried)
        walk.run()
        self.carried = {r: p for r, p in walk.roles.items() if r in ("patient", "via")}
        self.last = walk.deeds[-1] if walk.deeds else self.last
        for deed in inner:
            deed.topic = (walk.subject or self.topic) if deed.governed == "不存在" else None
        clause = Clause(
            tuple(rest), (*inner, *walk.deeds), self.topic, walk.subject, self.judging, self.speaker, walk.last,
            self.company, self.condition,
        )
        if walk.subject is not None and _is_topic(walk):
            self.topic = walk.subject
            if _is_company(walk.subject):
                self.company = walk.subject
        elif walk.subject is not None and walk.subject.atoms[0].kind == "name":
            self.topic = Phrase(walk.subject.atoms[:1])
        return clause


def _found_thing(piece: Sequence[Atom], k: int) -> bool:
    """Whether things were found (发现了14个零件), and not facts."""
    return k + 1 < len(piece) and piece[k + 1].kind in ("aspect", "amount")


def _without_circumstances(piece: list[Atom]) -> list[Atom]:
    """Drop 在未取得许可的情况下: how it was done is no deed of its own."""
    first = next((k for k, a in enumerate(piece) if a.text == "在"), None)
    if first is None:
        return piece
    for k in range(first + 1, len(piece) - 1):
        if piece[k].text in ("情况", "前提", "背景", "条件", "帮助", "协助", "支持") and piece[k + 1].text == "下":
            return piece[:first] + piece[k + 2 :]
    return piece


def _is_company(subject: Phrase) -> bool:
    return any(n.schema in ("Company", "Organization") for n in subject.names())


def _is_topic(walk: "_Walk") -> bool:
    """Whether the text goes on about the subject: not about a figure or part of it."""
    subject = walk.subject
    if subject is None or any(a.kind == "attribute" for a in subject.atoms):
        return False
    named = bool(subject.names()) or subject.text in grammar("pronouns")
    return named or bool(walk.deeds) and subject.atoms[-1].kind != "amount"


def _according(piece: Sequence[Atom]) -> bool:
    return bool(piece) and piece[0].text in ("据", "根据", "依据", "按", "按照")


def _without_according(rest: list[Atom]) -> list[Atom]:
    """根据合同 opens the clause; what follows in it, if anything, is another matter."""
    return [] if _according(rest) else rest


def _is_noun(piece: Sequence[Atom], k: int) -> bool:
    """Whether a word of saying is a noun there: 公司的声明, 报道中的指控, 发表声明."""
    before = piece[k - 1] if k else None
    after = piece[k + 1] if k + 1 < len(piece) else None
    if after is not None and after.kind == "de" or before is not None and before.text in ("按", "应", "按照"):
        return True
    back = k - 1
    while back >= 0 and piece[back].kind in ("adverb", "prep", "time"):
        back -= 1
    if back >= 0 and piece[back].kind in ("not", "stop") and piece[k].text not in ("表示", "说"):
        return True
    if piece[k].text in _NOUN_TOO and (
        before is not None
        and (before.kind in ("de", "amount", "verb") or before.text in ("这一", "该", "发布", "发表"))
        or after is not None
        and after.kind in ("local", "de")
        or after is not None and (after.kind == "say" or after.text.startswith("所"))
        or before is not None and before.kind in ("deny", "det", "name") and after is None
        or before is None
    ):
        return True
    return False


_NOUN_TOO = frozenset(
    "报道 声明 介绍 通报 回应 答复 评估 判断 说明 解释 调查 研究 要求 建议 指控 批评 质疑 发现 证实 显示 报告 披露 同意".split()
)


def _after_aspect(piece: list[Atom]) -> list[Atom]:
    while piece and piece[0].kind in ("aspect", "mark"):
        piece = piece[1:]
    return piece


def _told(found: Sequence[Atom]) -> Iterator[list[Atom]]:
    """The clauses that tell something: not 从公开信息看."""
    for piece in _pieces(found):
        if not (piece[0].text in ("从", "就") and piece[-1].text in ("看", "来看", "而言", "来说", "来讲")):
            yield piece


def _pieces(found: Sequence[Atom]) -> Iterator[list[Atom]]:
    piece: list[Atom] = []
    for atom in found:
        if atom.kind == "mark" and atom.text[0] in _ENDS:
            if piece:
                yield piece
            piece = []
        elif atom.kind != "mark":
            piece.append(atom)
    if piece:
        yield piece


_LAWS = ("罪", "法", "条例", "法案", "禁令")
_CHARGES = frozenset("起诉 控告 公诉 逮捕 定罪 处罚 罚款 拘捕 批捕 判处 裁罚 提起公诉 通缉".split())
# What follows is asked and not said.
_ASKED = frozenset("如何 是否 为何 怎样 何时 能否 怎么 为什么 有没有 会不会 可否".split())


class _Walk:
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
            if atom.text in _ASKED:
                break
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
        if atom.kind in ("deny", "stop") and not any(a.kind in ("verb", "copula") for a in self.atoms[k + 1 :]):
            return self._noun_deed(k)
        if atom.kind == "deny":
            self.outer, self.subject, self.roles = self.subject, None, {}
        if atom.text == "不得" and self.subject is None and k + 1 < len(self.atoms):
            self.deeds.append(
                Deed(Atom("verb", "禁止", atom.span), topic=self.topic, object=Phrase(tuple(self.atoms[k + 1 :])))
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
        if atom.text in ("将", "把") and self.atoms[k + 1 : k + 2] and self.atoms[k + 1].text == "其中":
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
        if not self.deeds and self.subject is None:
            self.subject = phrase
        elif not self.deeds and self.atoms[k].kind == "word":
            pass
        elif not self.deeds and not self.roles:
            self.subject = phrase if phrase.names() and not self.subject.names() else self.subject
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
        while after < len(self.atoms) and self.atoms[after].kind == "aspect":
            after += 1
        roles = dict(self.roles)
        obj, end = phrase_at(self.atoms, after, wide=True)
        end = self._trailing(end, roles)
        if obj is None:
            obj, end = self._late_object(end, obj)
        deed = Deed(
            atom, "copula" if atom.kind == "copula" else "verb", self.subject or self.outer, self.topic, obj,
            roles, self.passive, self.negated, self.denied, False, self.start, self.governed,
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
        risk = entry is not None and entry.predicate == "risks" and last in ("风险", "危险", "隐患", "制裁")
        risk = risk or entry is not None and entry.frame == "use" and self.atoms[after : after + 1] != [] and self.atoms[after].kind == "verb"
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
        roles = dict(self.roles)
        if after < len(self.atoms) and self.atoms[after].text in grammar("with"):
            other, after = phrase_at(self.atoms, after + 1, wide=True)
            if other is not None:
                roles["with"] = other
        obj, end = phrase_at(self.atoms, after, wide=True)
        obj = obj or roles.get("with")
        if obj is not None:
            self.deeds.append(
                Deed(atom, atom.kind, self.subject or self.outer, self.topic, obj, roles, negated=self.negated,
                     condition=self.condition, start=self.start)
            )  # fmt: skip
        return max(end, k + 1)

    def _trailing(self, end: int, roles: dict[str, Phrase]) -> int:
        """Prepositions after the verb: 出售给B, 运往B, 从A到B."""
        while end < len(self.atoms) and self.atoms[end].text in ("给", "至", "到", "于", "往", "向"):
            phrase, after = phrase_at(self.atoms, end + 1, wide=True)
            if phrase is None:
                break
            roles["at" if self.atoms[end].text == "于" else "to"] = phrase
            end = after
        return end

    def _late_object(self, end: int, obj: Phrase | None) -> tuple[Phrase | None, int]:
        """The object after a trailing preposition: 出售给B三台机床 has it in one phrase."""
        return obj, end

    def _in_order_to(self, deed: Deed) -> None:
        """采购机床用于生产: what is used is what was bought."""
        entry = verb(deed.verb.text)
        last = self.deeds[-1] if self.deeds else None
        if entry is not None and entry.frame == "use" and last is not None and last.object is not None:
            deed.subject = last.object

    def _share(self, deed: Deed) -> None:
        """研制并测试了X: the first verb takes the object of the second."""
        last = self.deeds[-1] if self.deeds else None
        if last is None or last.kind != "verb":
            return
        if last.object is None and not last.roles.get("patient") and deed.object is not None:
            between = [a for a in self.atoms if last.verb.span.end <= a.span.start < deed.verb.span.start]
            if all(a.kind in ("join", "opener", "adverb", "aspect") for a in between):
                last.object = deed.object
                for role, phrase in last.roles.items():
                    deed.roles.setdefault(role, phrase)
        if not deed.negated and last.negated and not deed.roles:
            deed.negated = deed.negated or _joined(self.atoms, last, deed)


def _joined(found: Sequence[Atom], a: Deed, b: Deed) -> bool:
    between = [x for x in found if a.verb.span.end <= x.span.start < b.verb.span.start]
    return bool(between) and all(x.kind == "join" for x in between)
