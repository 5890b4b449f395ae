"""Frames: which parties of a deed are subject and object of what it says."""

import re
from collections.abc import Callable, Iterator

from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.frames.table import Verb, attribute
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["FRAMES", "ended"]

Frame = Callable[[Deed, Verb], Iterator[Said]]
_ABSTRACT = re.compile(
    r"(?:证据|评论|信息|细节|说明|解释|帮助|保障|线索|回复|回应|答复|机会|便利|条件|意见|建议|依据|支持|批准|许可|授权"
    r"|资格|补贴|融资|认可|同意|证实|确认|信任|进展|成功|成果|胜利|保证|咨询|采访|资料|数据|联系|消息|情报|影像|视频|照片|文件|记录|投资)$"
)
_DOCUMENT = re.compile(r"(?:证明|报告|文件|声明|函|信|申请|申报单|报关单|说明书|证书|材料|发票|清单|申请书|备忘录|合同|单据|许可证|照片|记录)$")
_SHARE = re.compile(r"股份|股权|股票|股$|%|％|百分之|持股")
_LIST = re.compile(r"名单|清单|目录|制裁|特别指定|管制|禁令")
_DESTINATION = re.compile(r"(?:企业|公司|工厂|港|市|厂|军方|客户|境内|口岸|机场|仓库|境外|海外|前线|军队|战场|部队|国家|港口|地区|市场)$")
_GO_BETWEEN = re.compile(r"(?:公司|子公司|商|中间人|企业|网络|机构|贸易商|中介|集团|实体|代理|个人|渠道)$")
_MEDIA = re.compile(r"(?:社|报|网|台|记者|刊|媒体|路透|彭博|法新|周刊|杂志|时报|日报|组织|通讯社|新闻|调查组|本报|编辑部)$")


def _name(phrase: Phrase | None) -> bool:
    return phrase is not None and bool(phrase.names())


def _goods(deed: Deed) -> Phrase | None:
    return deed.roles.get("patient") or deed.object


def _agent(deed: Deed) -> tuple[Phrase | None, Phrase | None]:
    """Who does it, and what it is done to where that stands before the verb."""
    by = deed.roles.get("by")
    if by is not None:
        return by, deed.who
    return deed.who, None


def _amount(*phrases: Phrase | None) -> Span | None:
    return next((p.amount for p in phrases if p is not None and p.amount), None)


def _give(deed: Deed, entry: Verb) -> Iterator[Said]:
    who, patient = _agent(deed)
    to, goods = deed.roles.get("to"), _goods(deed) or patient
    via = deed.roles.get("via")
    if deed.passive and "by" not in deed.roles:
        who, goods = deed.subject, None
    amount = _amount(goods, deed.roles.get("for"))
    abstract = goods is not None and _ABSTRACT.search(goods.text) is not None
    if deed.inside and goods is not None and _DOCUMENT.search(goods.text):
        yield Said("reported_to", who, to or goods)
        return
    if to is not None and not abstract:
        yield Said(entry.predicate, who, to, amount)
    elif goods is not None and not abstract and (amount or not deed.inside or _name(who)):
        yield Said(entry.predicate, who, goods, amount)
    if via is not None and _between(via):
        yield _via(via, goods or to)


def _between(via: Phrase) -> bool:
    places = all(n.schema == "Address" for n in via.names())
    return (bool(via.names()) and not places) or _GO_BETWEEN.search(via.text) is not None


def _via(via: Phrase, goods: Phrase | None) -> Said:
    start = via.span.start - 2
    return Said("intermediary_in", via, goods or "交易", None, Span(max(0, start), via.span.end))


_ARRIVES = re.compile(r"[往至到抵]$")


def _move(deed: Deed, entry: Verb) -> Iterator[Said]:
    who, patient = _agent(deed)
    to = deed.roles.get("to")
    goods = deed.roles.get("patient") or patient
    if to is None:
        to, obj = deed.object, None
    else:
        obj = deed.object
    if to is not None and (_name(to) or _DESTINATION.search(to.text) or _ARRIVES.search(deed.verb.text) and to.amount is None):
        amount = _amount(goods, obj, who if goods is None else None)
        yield Said(entry.predicate, who, to, amount)
    elif obj is None and deed.object is not None and deed.object.amount and _name(who):
        yield Said(entry.predicate, who, deed.object, deed.object.amount)
    via = deed.roles.get("via")
    if via is not None and _between(via):
        yield _via(via, goods or obj or (deed.who if goods is None else None))


def _get(deed: Deed, entry: Verb) -> Iterator[Said]:
    who, patient = _agent(deed)
    goods = _goods(deed) or patient
    if goods is None or _ABSTRACT.search(goods.text):
        return
    yield Said(entry.predicate, who, goods, _amount(goods, deed.roles.get("for")))
    via = deed.roles.get("via")
    if via is not None and _between(via):
        yield _via(via, goods)


def _make(deed: Deed, entry: Verb) -> Iterator[Said]:
    who, patient = _agent(deed)
    goods = deed.object or deed.roles.get("patient") or patient
    if goods is None and deed.subject is not None and deed.topic is not None and deed.topic is not deed.subject:
        goods = deed.topic if any(n.schema == "Product" for n in deed.topic.names()) else None
    other = deed.roles.get("with")
    if other is not None and _name(other):
        yield Said("works_with", deed.who, other)
    if goods is None or _ABSTRACT.search(goods.text) or _EFFORT.search(goods.text):
        return
    if who is not None and who.text in ("外国", "国外", "境外", "海外", "本地", "国内", "自主"):
        return
    if deed.inside and who is not None and who.names() and all(n.schema == "Address" for n in who.names()):
        yield Said("produced_in", goods, who)
        return
    yield Said(entry.predicate, who, goods, _amount(goods))
    at = deed.roles.get("at")
    if at is not None and any(n.schema == "Address" for n in at.names()) and _name(goods):
        start, end = at.span.start - 1, max(goods.span.end, deed.verb.span.end)
        if goods.span.start > at.span.start:
            yield Said("located_in", goods, at, None, Span(start, end))


_EFFORT = re.compile(r"(?:方案|政策|工作|调查|措施|关系|联系|计划|问题|能力|方法|合作|团队|机制|制度|路线|平台|声明|报告|战略|模式|网站|市场|情况|影响|进展|方向|阶段)$")


def _with(deed: Deed, entry: Verb) -> Iterator[Said]:
    other = deed.roles.get("with")
    if other is not None:
        if entry.predicate == "linked_to" and not _name(other):
            return
        yield Said(entry.predicate, deed.who, other, _amount(deed.object))
        return
    who = deed.who
    if who is not None and (len(list(who.parts())) > 1 or who.text in ("双方", "两国", "两家公司", "两家企业", "两者")):
        yield Said(entry.predicate, who)
        return
    if entry.predicate == "contracted_with" and deed.object is not None:
        if re.search(r"(?:合同|协议|备忘录|订单|合约|意向书)$", deed.object.text):
            yield Said(entry.predicate, who, deed.object, _amount(deed.object))


def _hold(deed: Deed, entry: Verb) -> Iterator[Said]:
    who, held = _agent(deed)
    thing = deed.roles.get("patient") or deed.object or held
    if thing is None:
        return
    whole = thing.text + (deed.object.text if deed.object else "")
    shares = _SHARE.search(whole) is not None
    amount = _amount(deed.object, thing) if shares else None
    target = _of_shares(thing)
    if target is None and held is not None:
        target = _held_before(deed)
    if amount is not None or shares and entry.predicate == "holds_share_in":
        yield Said("holds_share_in", who, target or thing, amount)
    elif _name(target) or entry.predicate == "controls" and target is not None:
        legal = target is not None and any(
            n.schema in ("Company", "Organization", "Product") for n in target.names()
        ) or entry.predicate == "controls"
        if legal:
            by = "controlled_by" if entry.predicate == "controls" else "owned_by"
            yield Said(by, target, who)


def _held_before(deed: Deed) -> Phrase | None:
    """其余30%由X持有: shares of what the clause before is about."""
    before = deed.before
    named = _of_shares(before.object) if before is not None and before.object is not None else None
    return named or deed.topic


def _of_shares(thing: Phrase) -> Phrase | None:
    """The company in "X公司70%的股权", "其51%的股份"."""
    for k, atom in enumerate(thing.atoms):
        if atom.name is not None and atom.name.schema != "Address" or atom.text in ("其", "该公司", "公司", "后者", "前者"):
            return Phrase(thing.atoms[k : k + 1])
        if atom.kind == "amount":
            break
    return None


def _place(deed: Deed, entry: Verb) -> Iterator[Said]:
    place = deed.object or deed.roles.get("to") or deed.roles.get("at")
    subject = deed.subject
    if place is None and entry.predicate == "registered_in" and deed.time is not None:
        yield Said("began", deed.who, deed.time)
        return
    if place is None or subject is not None and subject.atoms[-1].kind == "attribute":
        return
    if entry.predicate == "registered_in" and place is None:
        return
    if entry.predicate == "employed_by" or _name(place) or len(place.text) < 12:
        yield Said(entry.predicate, deed.who, place)


def _date(deed: Deed, entry: Verb) -> Iterator[Said]:
    times = [a for a in deed.rest if a.kind == "time"]
    if deed.object is not None and _name(deed.object) and entry.predicate == "began":
        yield Said("founded", deed.who, deed.object)
        return
    if deed.object is None and entry.predicate == "began" and times:
        span = Span(min(deed.span.start, times[0].span.start), times[0].span.end)
        yield Said("began", deed.who, times[0].span, None, span)
    elif deed.object is None and entry.predicate == "ended" or deed.object is None and deed.time:
        yield Said(entry.predicate, deed.who, deed.time)


def _ban(deed: Deed, entry: Verb) -> Iterator[Said]:
    who, _ = _agent(deed)
    whole = deed.object.text if deed.object else ""
    listed = _LIST.search(deed.verb.text + whole) is not None
    target = deed.roles.get("patient") or deed.roles.get("to")
    if not listed and not (deed.verb.text == "冻结" and "资产" in whole):
        return
    if target is not None and "管" in whole and re.search(r"出口$|物项$|技术$", target.text):
        yield Said("controls_export_of", who, target)
    elif target is not None:
        yield Said("sanctioned_by", target, who)
    elif deed.passive:
        subject = deed.object if deed.inside else deed.who
        by: Phrase | None = deed.roles.get("by") or (None if deed.inside else deed.object)
        yield Said("sanctioned_by", subject, by)
    elif deed.verb.text == "制裁" and deed.object is not None and not deed.inside:
        yield Said("sanctioned_by", deed.object, who)


def _act(deed: Deed, entry: Verb) -> Iterator[Said]:
    target = deed.object or deed.roles.get("to") or deed.roles.get("about")
    if entry.predicate == "risks":
        if target is None or deed.verb.text in ("有", "存在", "承担", "构成", "冒", "蕴藏") and not re.search(
            r"(?:风险|危险|隐患)$", target.text
        ):
            return
    if entry.predicate in ("prohibits", "assisted", "supports") and target is None:
        return
    if entry.predicate in ("assisted", "supports") and not _name(target):
        return
    if entry.predicate == "expressed_concern_over" and target is None and not deed.verb.text.startswith(("表示", "表达", "深表", "提出")):
        return
    if entry.predicate in ("confirmed", "warned", "responsible_for") and target is None:
        return
    yield Said(entry.predicate, deed.who, target, words=entry.predicate not in ("assisted", "supports", "warned"))


def _for(deed: Deed, entry: Verb) -> Iterator[Said]:
    if _name(deed.object) and deed.who is not None:
        yield Said("acted_for", deed.who, deed.object)


def _work(deed: Deed, entry: Verb) -> Iterator[Said]:
    at = deed.roles.get("at")
    if at is not None and at.names() and deed.who is not None:
        yield Said("employed_by", deed.who, at)


def _entrust(deed: Deed, entry: Verb) -> Iterator[Said]:
    """受X委托: who is asked acts for who asks; X委托Y likewise."""
    by = deed.roles.get("by")
    if deed.passive and by is not None and _name(by):
        yield Said("acted_for", deed.who, by)
    elif not deed.passive and _name(deed.object) and deed.object is not None:
        yield Said("acted_for", deed.object, deed.who)


def _through(deed: Deed, entry: Verb) -> Iterator[Said]:
    yield Said("intermediary_in", deed.who, deed.roles.get("at") or deed.roles.get("for") or "交易")


def _part(deed: Deed, entry: Verb) -> Iterator[Said]:
    if deed.object is not None and _name(deed.object):
        yield Said(entry.predicate, deed.who, deed.object)


def _use(deed: Deed, entry: Verb) -> Iterator[Said]:
    if deed.object is None:
        return
    purpose = not any(n.schema == "Product" for n in deed.object.names())
    predicate = "intended_for" if purpose else "used_in"
    subject = deed.roles.get("patient") or deed.who
    yield Said(predicate, subject, deed.object)


def _carry(deed: Deed, entry: Verb) -> Iterator[Said]:
    if deed.object is not None and re.search(r"公斤|千克|吨|kg|磅|克", deed.object.text) and deed.object.amount:
        yield Said("has_payload", deed.who, None, deed.object.amount)


def _uses(deed: Deed, entry: Verb) -> Iterator[Said]:
    parties = (deed.who, deed.object)
    if deed.object is not None and deed.who is not None and any(
        n.schema == "Product" for p in parties if p is not None for n in p.names()
    ):
        yield Said("component_of", deed.object, deed.who)


def _flies(deed: Deed, entry: Verb) -> Iterator[Said]:
    if deed.object is None or deed.object.amount is None:
        return
    if re.search(r"小时|分钟", deed.object.text):
        yield Said("has_endurance", deed.who, None, deed.object.amount)
    elif re.search(r"公里|千米|英里|海里", deed.object.text):
        yield Said("has_range", deed.who, None, deed.object.amount)


def _law(deed: Deed, entry: Verb) -> Iterator[Said]:
    if deed.verb.text in ("违反", "违背", "触犯", "规避", "逃避", "违犯", "绕过"):
        named = deed.who is not None and (_name(deed.who) or not deed.inside)
        if deed.object is not None and named:
            yield Said("charged_with", deed.who, deed.object, words=True)
        return
    crime = deed.roles.get("for")
    if crime is not None and crime.text.endswith(("罪", "法", "条例", "法案", "禁令")):
        yield Said("charged_with", deed.object or deed.who, _text(crime))
        return
    if deed.inside and deed.passive:
        yield Said("charged_with", deed.object, deed.verb.text)
        return
    if deed.passive or deed.verb.text in ("被控", "被指控"):
        by = deed.roles.get("by") if deed.passive else None
        yield Said("charged_with", deed.who, deed.object or by, words=deed.object is not None)
    elif deed.object is not None and _name(deed.object):
        yield Said("charged_with", deed.object, deed.verb.text)
    elif deed.roles.get("to") is not None:
        yield Said("charged_with", deed.roles["to"], deed.verb.text)


def _text(phrase: Phrase) -> str:
    return phrase.text


def _saw(deed: Deed, entry: Verb) -> Iterator[Said]:
    if deed.subject is not None and _MEDIA.search(deed.subject.text) and deed.object is not None:
        yield Said("reviewed", deed.subject, deed.object, own=True)


def _file(deed: Deed, entry: Verb) -> Iterator[Said]:
    to = deed.roles.get("to")
    if to is not None or deed.object is not None and _DOCUMENT.search(deed.object.text):
        yield Said("reported_to", deed.who, to or deed.object)


def _origin(deed: Deed, entry: Verb) -> Iterator[Said]:
    if deed.object is None or deed.who is None or deed.subject is None:
        return
    if any(n.schema in ("Person", "Company", "PublicBody") for n in deed.who.names()):
        return
    if _name(deed.object) or re.search(r"(?:企业|公司|厂|国家)$", deed.object.text):
        yield Said("produced_in", deed.who, deed.object, deed.who.amount)


def _crime(deed: Deed, entry: Verb) -> Iterator[Said]:
    if deed.object is not None and deed.object.text.endswith("罪"):
        yield Said("charged_with", deed.who, deed.object, words=True)


_PARTS = re.compile(r"零部件|元器件|部件|芯片|组件|元件|零件")


def _found(deed: Deed, entry: Verb) -> Iterator[Said]:
    at = deed.roles.get("at") or deed.roles.get("from")
    whole = at is not None and any(n.schema == "Product" for n in at.names() or _names_in(at))
    if whole and at is not None and deed.object is not None:
        product = next((a for a in at.atoms if a.name is not None and a.name.schema == "Product"), None)
        if product is not None:
            yield Said("component_of", deed.object, Phrase((product,)), deed.object.amount)
    elif deed.object is not None and deed.object.amount and _PARTS.search(deed.object.text):
        yield Said("component_of", deed.object, None, deed.object.amount)


def _names_in(phrase: Phrase) -> list[Found]:
    return [a.name for a in phrase.atoms if a.name is not None]


def _engage(deed: Deed, entry: Verb) -> Iterator[Said]:
    """从事X的研发和生产: what the noun at the end says, of what stands before 的."""
    obj = deed.object
    if obj is None:
        return
    last = max((k for k, a in enumerate(obj.atoms) if a.kind in ("de", "mod")), default=-1)
    thing = Phrase(obj.atoms[:last]) if last > 0 else obj
    made = re.search(r"生产|制造|组装", obj.text)
    if made or re.search(r"研发|研制|开发|设计", obj.text):
        kept = tuple(a for a in thing.atoms if not re.search(r"^(?:研发|研制|开发|设计|生产|制造|销售|组装)$", a.text))
        yield Said("produces" if made else "developed", deed.who, Phrase(kept) if kept else obj, words=True)


def _urge(deed: Deed, entry: Verb) -> Iterator[Said]:
    if deed.object is None or deed.object.atoms[0].kind not in ("name", "noun", "det", "amount", "attribute", "mod"):
        return
    taken = []
    for atom in deed.object.atoms:
        if taken and atom.kind in ("word", "adverb", "verb", "not", "stop", "prep", "say", "time"):
            break
        taken.append(atom)
    yield Said("urged", deed.who, Phrase(tuple(taken)))


def _rate(deed: Deed, entry: Verb) -> Iterator[Said]:
    if deed.object is not None and deed.object.amount:
        yield Said("has_capacity", deed.who, deed.object, deed.object.amount)


def _version(deed: Deed, entry: Verb) -> Iterator[Said]:
    if deed.object is not None and any(n.schema == "Product" for n in deed.object.names()):
        yield Said("variant_of", deed.who, deed.object)


def _control(deed: Deed, entry: Verb) -> Iterator[Said]:
    target = deed.object or deed.roles.get("to")
    if target is None or re.search(r"出口|两用|物项", target.text) is None:
        return
    kept = tuple(a for a in target.atoms if a.text != "出口")
    while kept and kept[-1].kind == "de":
        kept = kept[:-1]
    yield Said("controls_export_of", deed.who, Phrase(kept) if kept else target, span=deed.span)


def _plan(deed: Deed, entry: Verb) -> Iterator[Said]:
    target = deed.object or deed.roles.get("patient") or deed.roles.get("at")
    if target is not None:
        yield Said("plans", deed.who, target, _amount(deed.object, target), words=True)
    else:
        yield Said("plans", deed.who, deed.verb.text)


def _costs(deed: Deed, entry: Verb) -> Iterator[Said]:
    if deed.object is not None and deed.object.amount and re.search(r"元|卢布|镑|法郎|里拉|第纳尔|坚戈", deed.object.text):
        yield Said("has_price", deed.who, deed.object, deed.object.amount)


def _weighs(deed: Deed, entry: Verb) -> Iterator[Said]:
    if deed.object is not None and deed.object.amount and not deed.inside:
        yield Said("has_mass", deed.who, deed.object, deed.object.amount)


def _until_de(phrase: Phrase) -> Phrase:
    """违规客户 of 违规客户的合作."""
    at = next((k for k, a in enumerate(phrase.atoms) if a.kind == "de"), len(phrase.atoms))
    return Phrase(phrase.atoms[:at]) if at else phrase


_ENDED = (
    ("contracted_with", re.compile(r"合同|协议|订单|合约")),
    ("works_with", re.compile(r"合作|往来|关系|业务")),
    ("supplied_to", re.compile(r"供货|供应|销售|发货|交易")),
    ("exported_to", re.compile(r"出口")),
    ("produces", re.compile(r"生产|制造")),
)


def ended(deed: Deed) -> Iterator[Said]:
    """Read 终止合同, 停止与X的合作."""
    obj = deed.object
    if obj is None:
        return
    for predicate, pattern in _ENDED:
        if pattern.search(obj.text):
            other = deed.roles.get("with")
            named = _until_de(other) if other is not None else None
            yield Said(predicate, deed.who, named or obj, polarity="negated")
            return


FRAMES: dict[str, Frame] = {
    "give": _give, "move": _move, "get": _get, "make": _make, "with": _with, "hold": _hold,
    "place": _place, "date": _date, "ban": _ban, "act": _act, "for": _for, "via": _through, "entrust": _entrust, "work": _work,
    "part": _part, "use": _use, "carry": _carry, "uses": _uses, "flies": _flies, "law": _law,
    "saw": _saw, "file": _file, "urge": _urge, "engage": _engage, "rate": _rate, "found": _found, "origin": _origin, "crime": _crime, "version": _version,
    "control": _control, "plan": _plan, "costs": _costs, "weighs": _weighs,
}  # fmt: skip
assert attribute is not None
