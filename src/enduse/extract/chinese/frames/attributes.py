"""What nouns say: "总部位于…", "航程为…", "是…的子公司", "法定代表人为…"."""

import re
from collections.abc import Iterator, Sequence

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase, phrase_at
from enduse.extract.chinese.clauses.reading.clause import Clause
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import Attribute, attribute, verb
from enduse.extract.segment import Span

__all__ = ["copula", "figures", "placed"]

_KINDS = (
    (
        "intermediary_in",
        re.compile(
            r"(?:中间商|中间人|掮客|中介|中间环节|转口商|白手套|中转站|转手方|转售方|中转方|中间方|过手方|二道贩子|中转商|转卖方|采购代理|空壳公司|幌子公司|壳公司|掩护公司|前台公司)$"
        ),
    ),
    (
        "produces",
        re.compile(r"(?:制造商|生产商|开发商|研发商|制造企业|生产企业|制造厂|厂商)(?:之一)?$"),
    ),
    (
        "upgraded_version_of",
        re.compile(
            r"(?:升级版|加长型|加长版|延程型|增程型|增程版|舰载型|改进款|改款|改进型|改进版|升级型|改良型|增强型|加强版)(?:本|号)?$"
        ),
    ),
    (
        "variant_of",
        re.compile(
            r"(?:变体|衍生型|衍生版|改型|仿制品|复制品|翻版|版本|仿制型|变型|山寨版|本土版|出口型)$"
        ),
    ),
    ("supplied_to", re.compile(r"(?:供应商|供货商|承包商|承包方|经销商|分销商)(?:之一)?$")),
    (
        "component_of",
        re.compile(
            r"(?:部件|组件|元件|零件|零部件|组成部分|原料|原材料|前体|成分|添加剂|基材)(?:之一)?$"
        ),
    ),
    ("works_with", re.compile(r"(?:合作伙伴|合作方|伙伴)(?:之一)?$")),
)
_ROLES = re.compile(
    r"(?:研究员|分析师|发言人|教授|专家|顾问|官员|部长|局长|主任|工程师|律师|代表|翻译|中间人|司机|会计|船长|业务员|合伙人|校友|学生|亲属|妻子|丈夫|兄弟|成员|雇员|员工|人员|职员|经理|秘书|大使|参赞|院士|科学家|董事|高管)$"
)


def copula(deed: Deed) -> Iterator[Said]:
    """Read X 是 Y."""
    obj = deed.object
    if obj is None:
        return
    subject = deed.subject
    holds = deed.verb.text in ("担任", "出任", "兼任")
    if subject is not None and subject.atoms[-1].kind == "attribute" and not holds:
        entry = attribute(subject.atoms[-1].text)
        if entry is not None and entry.predicate != "address" and entry.takes != "figure":
            owner = _before(subject) or deed.owner
            person = any(n.schema == "Person" for n in obj.names())
            if entry.takes == "person" and not person and _ROLES.search(obj.text):
                yield Said("position_at", subject.atoms[-1].text, obj)
                return
            yield _said(entry, owner, obj, deed.span)
        return
    if deed.verb.text in ("包括", "其中包括", "分别是", "分别为", "其中有"):
        yield from _list(deed, obj)
        return
    last = obj.atoms[-1]
    entry = attribute(last.text) if last.kind == "attribute" else None
    if entry is not None and entry.takes in ("person", "name") and deed.who is not None:
        owner = _before(obj)
        if owner is not None:
            yield _said(entry, owner, deed.who, None)
            return
    yield from _kind(deed, obj)


def _list(deed: Deed, obj: Phrase) -> Iterator[Said]:
    """主要产品包括X和Y; 列入名单…，分别是X和Y: the list says again what was said of all."""
    last = verb(deed.before.verb.text) if deed.before is not None else None
    subject = deed.subject
    if subject is not None and subject.text.endswith("产品"):
        yield Said(
            "produces", _before(Phrase((*subject.atoms, subject.atoms[-1]))) or deed.owner, obj
        )
    elif last is not None and last.frame == "ban" and obj.names() and deed.before is not None:
        yield Said("sanctioned_by", obj, deed.before.who)


def _kind(deed: Deed, obj: Phrase) -> Iterator[Said]:
    text = obj.text
    if deed.who is None or deed.verb.text == "属于":
        return
    if deed.subject is not None and deed.subject.atoms[-1].kind == "de":
        return
    for predicate, pattern in _KINDS:
        if pattern.search(text):
            target = _target(obj)
            if predicate == "produces":
                made = re.sub(
                    r"(?:制造商|生产商|开发商|研发商|制造企业|生产企业|制造厂|厂商)(?:之一)?$",
                    "",
                    _made(obj).text,
                )
                yield Said(predicate, deed.who, made or obj)
                return
            if predicate == "component_of" and target is None:
                yield Said(predicate, deed.who, _whole(obj) or _made(obj))
                return
            if predicate == "supplied_to" and target is None and _whole(obj) is not None:
                yield Said(predicate, deed.who, _whole(obj))
                return
            if predicate in ("intermediary_in", "produces") or target is not None:
                yield Said(
                    predicate,
                    deed.who,
                    target or obj,
                    words=predicate in ("produces", "intermediary_in"),
                )
            return
    if _ROLES.search(text) and obj.names() == []:
        target = _target(obj)
        person = any(n.schema == "Person" for n in deed.who.names())
        if target is not None or person or deed.who.text in ("其", "他", "她"):
            yield Said("position_at", deed.who, target or obj)
        return
    if deed.verb.text in _JUDGES and deed.who.text in _THIS and len(text) > 2:
        yield Said("assessed_as", "此事", Span(deed.verb.span.end, obj.span.end))
        return
    if deed.verb.text in _JUDGES and 1 < len(text) < 16 and not obj.names() and obj.amount is None:
        yield Said("assessed_as", deed.who, _made(obj))


_THIS = frozenset("这 此 此举 这一点 这笔交易".split())
_JUDGES = frozenset("仅为 仅是 是 并非 不是 属于 系 乃 实为 仍是 就是 只是 不过是 成为".split())


def _target(obj: Phrase) -> Phrase | None:
    """The last name in "X的供应商", "为X服务的中间商"."""
    named = [
        a for a in obj.atoms if a.name is not None or a.text in ("其", "该公司", "后者", "前者")
    ]
    return Phrase((named[-1],)) if named else None


def _made(obj: Phrase) -> Phrase:
    last = max((k for k, a in enumerate(obj.atoms) if a.kind in ("de", "mod")), default=-1)
    return Phrase(obj.atoms[last + 1 :] or obj.atoms)


def _whole(obj: Phrase) -> Phrase | None:
    """红外探测器 in 红外探测器的重要原料, 涂料 in 涂料原料."""
    last = max((k for k, a in enumerate(obj.atoms) if a.kind == "de"), default=-1)
    if last > 0:
        return Phrase(obj.atoms[:last])
    return Phrase(obj.atoms[:-1]) if len(obj.atoms) == 2 and obj.atoms[0].kind == "noun" else None


def _before(phrase: Phrase) -> Phrase | None:
    """The owner in "X的总部": what stands before the attribute noun and names somebody."""
    rest = [a for a in phrase.atoms[:-1] if a.kind not in ("attribute", "amount", "mod")]
    while rest and rest[-1].kind in ("de", "join", "adverb"):
        rest = rest[:-1]
    named = [a for a in rest if a.name is not None or a.text in _PRONOUNS]
    if named:
        return Phrase((named[-1],))
    return (
        Phrase(tuple(rest))
        if rest and rest[0].kind == "noun" and phrase.atoms[-2].kind == "de"
        else None
    )


_PRONOUNS = frozenset("其 该公司 公司 后者 前者 该厂 它 本公司 我公司 我司 该集团".split())


def _said(entry: Attribute, owner: Phrase | None, value: Phrase, span: Span | None) -> Said:
    if entry.turned:
        target: Phrase | str | None = owner
        if entry.predicate in ("received", "supplied_to", "intermediary_in"):
            target = "交易" if entry.predicate == "intermediary_in" else None
        return Said(entry.predicate, value, target, None, span)
    return Said(entry.predicate, owner, value, None, span, words=entry.predicate == "address")


def placed(deed: Deed) -> Iterator[Said]:
    """Read "总部位于X", "注册地址位于X": the noun before the verb says what the place is."""
    entry = verb(deed.verb.text)
    subject = deed.subject
    if entry is None or entry.frame != "place" or subject is None or deed.object is None:
        return
    noun = attribute(subject.atoms[-1].text) if subject.atoms[-1].kind == "attribute" else None
    if noun is not None and noun.takes == "place" and noun.predicate != "address":
        owner = _before(subject) or deed.owner
        yield Said(
            noun.predicate, owner, deed.object, None, deed.span, words=noun.predicate == "address"
        )


def figures(clause: Clause, previous: Phrase | None) -> Iterator[tuple[Said, Atom]]:
    """Read "航程可达800公里", "年产量为300架", "合同总额1200万元"."""
    found = clause.atoms
    for k, atom in enumerate(found):
        noun = attribute(atom.text) if atom.kind == "attribute" else None
        if noun is None:
            continue
        if noun.takes == "figure":
            amount = _amount_after(found, k)
            if amount is not None:
                owner = _owner(found, k) or _topic(clause)
                if noun.predicate == "holds_share_in":
                    owner = previous or owner
                span = Span(_from(found, k), found[amount].span.end)
                if noun.predicate == "has_capacity" and found[amount].text.endswith("倍"):
                    continue
                yield Said(noun.predicate, owner, None, found[amount].span, span), found[amount]
        elif (
            noun.predicate != "address"
            and noun.takes == "place"
            and (place := _place_after(found, k)) is not None
        ):
            target, _ = phrase_at(found, place)
            if target is not None:
                owner = _owner(found, k) or _topic(clause)
                span = Span(_from(found, k), target.span.end)
                yield Said(noun.predicate, owner, target, None, span), found[k]


_RELATIVE = re.compile(r"倍$|成$|[%％]$")


def _more(found: Sequence[Atom], j: int) -> bool:
    """酬载增加一倍、达60公斤: the figure itself comes after how much it grew."""
    return any(a.kind == "amount" for a in found[j + 1 : j + 4])


_GROWS = re.compile(r"^(?:增|升|降|减|涨|跌|提高|提升|扩大|增加|下降|上升|扩|增长)(?:至|到|为)$")


def _grown_to(found: Sequence[Atom], j: int) -> int:
    """从四十万发增至七十万发: the figure is what it grows to."""
    for k in range(j + 1, min(len(found) - 1, j + 4)):
        if _GROWS.match(found[k].text) and found[k + 1].kind == "amount":
            return k + 1
    return j


def _place_after(found: Sequence[Atom], k: int) -> int | None:
    """总部就在滨海市: the place after 在, or right there."""
    k += 1
    while k < len(found) and (
        found[k].kind == "adverb" or found[k].text in ("在", "就", "设", "即")
    ):
        k += 1
    return k if k < len(found) and found[k].kind == "name" else None


def _topic(clause: Clause) -> Phrase | None:
    topic = clause.topic
    if topic is not None and not any(
        n.schema in ("Company", "Organization", "Product") for n in topic.names()
    ):
        return clause.company or topic
    return topic


def _amount_after(found: Sequence[Atom], k: int) -> int | None:
    for j in range(k + 1, min(len(found), k + 6)):
        atom = found[j]
        if atom.kind == "amount" and not (_RELATIVE.search(atom.text) and _more(found, j)):
            return _grown_to(found, j)
        if atom.kind not in (
            "copula",
            "amount",
            "join",
            "verb",
            "adverb",
            "noun",
            "prep",
            "aspect",
            "word",
            "attribute",
        ) or (atom.kind in ("noun", "word") and atom.text not in grammar("reaches")):
            return None
    return None


def _owner(found: Sequence[Atom], k: int) -> Phrase | None:
    """Who has it: the name or noun before, across 的."""
    j = k - 1
    while j >= 0 and found[j].kind in ("attribute", "adverb"):
        j -= 1
    if j >= 0 and found[j].kind == "de":
        j -= 1
    elif j >= 0 and found[j].kind not in ("name", "noun", "amount"):
        return None
    if j < 0 or found[j].kind not in ("name", "noun"):
        return None
    return Phrase((found[j],))


def _from(found: Sequence[Atom], k: int) -> int:
    while k > 0 and found[k - 1].kind in ("name", "noun", "de", "attribute", "amount", "mod"):
        k -= 1
    return found[k].span.start
