"""Frames of making and using: products, parts, purposes, plans."""

import re
from collections.abc import Iterator

from enduse.extract.chinese.clauses.atoms import NOUNS
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.roles.parties import (
    ABSTRACT,
    agent_of,
    amount_of,
    is_named,
    names_in,
)
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import Verb
from enduse.extract.segment import Span

__all__ = [
    "engage_frame",
    "found_frame",
    "make_frame",
    "origin_frame",
    "plan_frame",
    "rate_frame",
    "use_frame",
    "uses_frame",
    "version_frame",
]


def make_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S V O and O 由 S V: the object is what is made."""
    who, patient = agent_of(deed)
    goods = deed.object or deed.roles.get("patient") or patient
    if (
        goods is None
        and deed.subject is not None
        and deed.topic is not None
        and deed.topic is not deed.subject
    ):
        goods = deed.topic if any(n.schema == "Product" for n in deed.topic.names()) else None
    other = deed.roles.get("with")
    if other is not None and is_named(other):
        yield Said("works_with", deed.who, other)
    if goods is not None and any(n.schema == "Person" for n in goods.names()):
        return
    if goods is None or ABSTRACT.search(goods.text) or _EFFORT.search(goods.text):
        return
    if who is not None and who.text in ("外国", "国外", "境外", "海外", "本地", "国内", "自主"):
        return
    if (
        deed.inside
        and who is not None
        and who.names()
        and all(n.schema == "Address" for n in who.names())
    ):
        yield Said("produced_in", goods, who)
        return
    yield Said(entry.predicate, who, goods, amount_of(goods))
    buyer = deed.roles.get("to")
    if buyer is not None and names_in(buyer):
        yield Said("intended_for", goods, buyer)
    at = deed.roles.get("at")
    if at is not None and any(n.schema == "Address" for n in at.names()) and is_named(goods):
        start, end = at.span.start - 1, max(goods.span.end, deed.verb.span.end)
        if goods.span.start > at.span.start:
            yield Said("located_in", goods, at, None, Span(start, end))


_EFFORT = re.compile(
    r"(?:方案|政策|工作|调查|措施|关系|联系|计划|问题|能力|方法|合作|团队|机制|制度|路线|平台|声明|报告|战略|模式|网站|市场|情况|影响|进展|方向|阶段)$"
)


def use_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read O 用于 P: used in a product, else meant for a purpose."""
    if deed.object is None:
        return
    subject = deed.roles.get("patient") or deed.who
    if deed.verb.text in _SET_UP and any(n.schema == "Address" for n in names_in(deed.object)):
        where = next(a for a in deed.object.atoms if a.name and a.name.schema == "Address")
        yield Said("located_in", subject, Phrase((where,)))
        return
    first = deed.object.atoms[0]
    if first.text in _BUILT and deed.object.names() and not deed.negated:
        yield Said("component_of", subject, Phrase(deed.object.atoms[1:]))
        return
    purpose = not any(n.schema == "Product" for n in deed.object.names())
    if _SYSTEM.search(deed.object.text) and not (deed.negated or deed.inside):
        coded = not purpose and first.kind == "name"
        built = all(a.kind in NOUNS for a in deed.object.atoms)
        if coded or built and _FRAME_PART.search(deed.object.text):
            yield Said("component_of", subject, deed.object, words=purpose)
            return
    predicate = "intended_for" if purpose else "used_in"
    yield Said(predicate, subject, deed.object, words=purpose)


_FRAME_PART = re.compile(
    r"(?:机翼|机身|弹体|壳体|尾翼|弹头|战斗部|导引头|旋翼|螺旋桨|飞控|船体|炮管)$"
)
_SYSTEM = re.compile(
    r"(?:无人机|导弹|火箭|战机|直升机|坦克|舰艇|鱼雷|卫星|[机弹艇车炮]|系列)$|"
    + _FRAME_PART.pattern
)
_SET_UP = frozenset("安装在 安装于 装在 装于".split())
_BUILT = frozenset("制造 组装 生产 装配 研制 总装".split())


def uses_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 采用 O: what is used is a part; what a firm uses it has got."""
    user = deed.who
    if (
        user is not None
        and deed.object is not None
        and deed.verb.text in ("采用", "选用", "使用", "换装", "配用")
        and (
            any(n.schema in ("Company", "Organization") for n in user.names())
            or re.search(r"(?:厂|公司|企业|厂商|集团)$", user.text)
        )
        and any(
            a.name is not None or a.text in ("公司", "企业", "厂商") for a in deed.object.atoms[:-1]
        )
    ):
        yield Said("acquired", user, deed.object, deed.object.amount)
        return
    parties = (deed.who, deed.object)
    if (
        deed.object is not None
        and deed.who is not None
        and not _NO_PART.search(deed.object.text)
        and any(n.schema == "Product" for p in parties if p is not None for n in p.names())
    ):
        yield Said("component_of", deed.object, deed.who)


_FIRMS = re.compile(r"(?:家|实体|企业|公司|机构|厂商|商)$")
_NO_PART = re.compile(
    r"(?:名称|名字|旗帜|航线|方式|手段|语言|渠道|港口|账户|地址|名义|文件|技术|路线|方法)$"
)


def origin_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read O 来自 P."""
    if deed.object is None or deed.who is None or deed.subject is None:
        return
    if deed.subject.text in ("消息", "信息", "资料", "数据", "证据", "线索"):
        return
    if any(n.schema == "Person" for n in deed.who.names()) or _OFFICE.search(deed.who.text):
        if any(n.schema in ("Company", "Organization", "PublicBody") for n in deed.object.names()):
            yield Said("employed_by", deed.who, deed.object)
        return
    if any(n.schema in ("Company", "PublicBody") for n in deed.who.names()):
        return
    if _FIRMS.search(deed.subject.text) and is_named(deed.object):
        yield Said("jurisdiction", deed.who, deed.object, deed.who.amount)
        return
    if is_named(deed.object) or re.search(r"(?:企业|公司|厂|国家)$", deed.object.text):
        yield Said("produced_in", deed.who, deed.object, deed.who.amount)


_OFFICE = re.compile(
    r"(?:秘书长|经理|主席|会长|董事|总裁|代表|主任|所长|院长|负责人|成员|顾问|专家)$"
)
_PARTS = re.compile(r"零部件|元器件|部件|芯片|组件|元件|零件")


def found_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read 在 O 中发现 N 个零件: what was found is a part of it."""
    at = deed.roles.get("at") or deed.roles.get("from")
    whole = at is not None and any(n.schema == "Product" for n in at.names() or names_in(at))
    if whole and at is not None and deed.object is not None:
        product = next(
            (a for a in at.atoms if a.name is not None and a.name.schema == "Product"), None
        )
        if product is not None:
            yield Said("component_of", deed.object, Phrase((product,)), deed.object.amount)
    elif deed.object is not None and all(a.kind == "amount" for a in deed.object.atoms):
        return
    elif deed.object is not None and deed.verb.text in _SEIZED and deed.who is not None:
        by = deed.roles.get("by") or deed.who
        yield Said("acquired", by, deed.object, deed.object.amount)
    elif deed.object is not None and deed.object.amount and _PARTS.search(deed.object.text):
        yield Said("component_of", deed.object, None, deed.object.amount)


_SEIZED = frozenset("拦截 查获 缴获 查扣 扣押 没收 截获 起获 扣留 扣下 罚没 收缴 截扣 截停".split())


def engage_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """从事X的研发和生产: what the noun at the end says, of what stands before 的."""
    obj = deed.object
    if obj is None:
        return
    last = max((k for k, a in enumerate(obj.atoms) if a.kind in ("de", "mod")), default=-1)
    thing = Phrase(obj.atoms[:last]) if last > 0 else obj
    made = re.search(r"生产|制造|组装", obj.text)
    if made or re.search(r"研发|研制|开发|设计", obj.text):
        kept = tuple(
            a
            for a in thing.atoms
            if not re.search(r"^(?:研发|研制|开发|设计|生产|制造|销售|组装)$", a.text)
        )
        yield Said(
            "produces" if made else "developed", deed.who, Phrase(kept) if kept else obj, words=True
        )
    elif deed.verb.text in ("主营", "专营") and not _TRADE.search(obj.text):
        yield Said("produces", deed.who, obj)


_TRADE = re.compile(r"(?:服务|贸易|业务|咨询|进出口|销售|代理|物流|运输|投资|批发|零售)$")


def rate_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 年产 N."""
    if deed.object is not None and deed.object.amount:
        yield Said("has_capacity", deed.who, deed.object, deed.object.amount)


def version_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 衍生自 O."""
    if deed.object is not None and any(n.schema == "Product" for n in deed.object.names()):
        yield Said("variant_of", deed.who, deed.object)


def plan_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 计划 V O: the plan in its own words."""
    grows = deed.object is not None and all(a.kind == "amount" for a in deed.object.atoms)
    target = (None if grows else deed.object) or deed.roles.get("patient") or deed.roles.get("at")
    target = target or deed.object
    if target is not None:
        yield Said("plans", deed.who, target, amount_of(deed.object, target), words=True)
    else:
        yield Said("plans", deed.who, deed.verb.text)
