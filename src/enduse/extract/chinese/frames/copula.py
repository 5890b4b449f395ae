"""What a thing is said to be: "是…的子公司", "法定代表人为…", "是…的原料"."""

import re
from collections.abc import Iterator

from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.attributes import owner_before, valued
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import attribute, verb
from enduse.extract.segment import Span

__all__ = ["copula"]

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
            owner = owner_before(subject) or deed.owner
            person = any(n.schema == "Person" for n in obj.names())
            if entry.takes == "person" and not person and _ROLES.search(obj.text):
                yield Said("position_at", subject.atoms[-1].text, obj)
                return
            yield valued(entry, owner, obj, deed.span)
        return
    if deed.verb.text in ("包括", "其中包括", "分别是", "分别为", "其中有"):
        yield from _list(deed, obj)
        return
    last = obj.atoms[-1]
    entry = attribute(last.text) if last.kind == "attribute" else None
    if entry is not None and entry.takes in ("person", "name") and deed.who is not None:
        owner = owner_before(obj)
        if owner is not None:
            yield valued(entry, owner, deed.who, None)
            return
    yield from _kind(deed, obj)


def _list(deed: Deed, obj: Phrase) -> Iterator[Said]:
    """主要产品包括X和Y; 列入名单…，分别是X和Y: the list says again what was said of all."""
    last = verb(deed.before.verb.text) if deed.before is not None else None
    subject = deed.subject
    if subject is not None and subject.text.endswith("产品"):
        yield Said(
            "produces", owner_before(Phrase((*subject.atoms, subject.atoms[-1]))) or deed.owner, obj
        )
    elif last is not None and last.frame == "ban" and obj.names() and deed.before is not None:
        yield Said("sanctioned_by", obj, deed.before.who)


def _kind(deed: Deed, obj: Phrase) -> Iterator[Said]:
    text = obj.text
    if deed.who is None or deed.verb.text == "属于":
        return
    if deed.subject is not None and deed.subject.atoms[-1].kind == "de":
        return
    kind = next((p for p, pattern in _KINDS if pattern.search(text)), None)
    if kind is not None:
        yield from _of_kind(kind, deed.who, obj)
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


def _of_kind(predicate: str, who: Phrase, obj: Phrase) -> Iterator[Said]:
    """What a noun of some kind says: 制造商, 供应商, 原料, 中间商."""
    target = _target(obj)
    if predicate == "produces":
        made = _MAKER.sub("", _made(obj).text)
        yield Said(predicate, who, made or obj)
    elif predicate == "component_of" and target is None:
        yield Said(predicate, who, _whole(obj) or _made(obj))
    elif predicate == "supplied_to" and target is None:
        goods = _whole(obj)
        if goods is not None:
            yield Said(predicate, who, goods)
    elif predicate == "intermediary_in" or target is not None:
        yield Said(predicate, who, target or obj, words=predicate == "intermediary_in")


_MAKER = re.compile(r"(?:制造商|生产商|开发商|研发商|制造企业|生产企业|制造厂|厂商)(?:之一)?$")
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
