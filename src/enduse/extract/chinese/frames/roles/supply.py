"""Frames of supply: giving, moving, getting, contracts, go-betweens and mandates."""

import re
from collections.abc import Iterator

from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.roles.parties import (
    ABSTRACT,
    DOCUMENT,
    agent_of,
    amount_of,
    goods_of,
    is_named,
)
from enduse.extract.chinese.frames.roles.speech import MEDIA
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import Verb, verb
from enduse.extract.segment import Span

__all__ = [
    "entrust_frame",
    "for_frame",
    "get_frame",
    "give_frame",
    "move_frame",
    "via_frame",
    "with_frame",
]


_DESTINATION = re.compile(
    r"(?:企业|公司|工厂|港|市|厂|军方|客户|境内|口岸|机场|仓库|境外|海外|前线|军|研究所|机构|实体|商|学院|大学|中心|银行|军队|战场|部队|国家|港口|地区|市场)$"
)

_GO_BETWEEN = re.compile(
    r"(?:公司|子公司|商|中间人|企业|网络|机构|贸易商|中介|集团|实体|代理|个人|渠道)$"
)


def give_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S V 给 B O, S 向 B V O, S 将 O V 给 B: the object is B, else O."""
    who, patient = agent_of(deed)
    to, goods = deed.roles.get("to"), goods_of(deed) or patient
    if to is None and deed.object is not None and deed.verb.text[-1] in "给予往至到":
        to, goods = deed.object, deed.roles.get("patient") or patient
    via = deed.roles.get("via")
    parts = _parts_for(deed, to, goods)
    if parts is not None and goods is not None:
        yield Said("component_of", parts, goods)
        return
    if deed.passive and "by" not in deed.roles:
        who, goods = deed.subject, None
    amount = amount_of(goods, deed.roles.get("for"))
    rest = "".join(a.text for a in deed.rest[:3])
    abstract = goods is not None and ABSTRACT.search(goods.text + rest) is not None
    if goods is not None and to is None and goods.text.endswith(("股份", "股权", "资产")):
        return
    if deed.inside and goods is not None and DOCUMENT.search(goods.text):
        yield Said("reported_to", who, to or goods)
        return
    if to is not None and not abstract:
        yield Said(entry.predicate, who, to, amount)
    elif goods is not None and not abstract and (amount or not deed.inside or is_named(who)):
        yield Said(entry.predicate, who, goods, amount)
    if via is not None and _between(via):
        yield _via(via, goods or to)


_MAKER = re.compile(r"(?:公司|企业|厂|集团|商|方|研究所|部门)$")


def _parts_for(deed: Deed, to: Phrase | None, goods: Phrase | None) -> Phrase | None:
    """发动机主要供应“火箭-7”导弹: a product that is supplied with parts has them."""
    system = goods is not None and any(n.schema == "Product" for n in goods.names())
    if not system or to is not None or deed.verb.text not in ("供应", "供给", "供货", "配套"):
        return None
    before = deed.before
    made = (
        before is not None
        and (v := verb(before.verb.text)) is not None
        and v.frame in ("make", "rate")
    )
    if deed.subject is None and made and before is not None and before.object is not None:
        return before.object
    who = deed.who
    firm = who is not None and (bool(who.names()) or _MAKER.search(who.text) is not None)
    return None if firm else who


def _between(via: Phrase) -> bool:
    places = all(n.schema == "Address" for n in via.names())
    return (bool(via.names()) and not places) or _GO_BETWEEN.search(via.text) is not None


def _via(via: Phrase, goods: Phrase | None) -> Said:
    start = via.span.start - 2
    return Said("intermediary_in", via, goods or "交易", None, Span(max(0, start), via.span.end))


_NO_FREIGHT = re.compile(
    r"(?:作业|业务|总部|资产|产能|办公室|生产线|人员|团队|订单|账户|重心|注意力|责任)$"
)
_ARRIVES = re.compile(r"[往至到抵]$")


def move_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 将 O 运往 B and O 运往 B: the object is where it goes."""
    who, patient = agent_of(deed)
    to = deed.roles.get("to")
    goods = deed.roles.get("patient") or patient
    by = deed.roles.get("by")
    if to is None and deed.object is None and by is not None and _between(by):
        yield Said("intermediary_in", by, goods or "交易")
        return
    if to is None:
        to, obj = _without_count(deed.object), None
    else:
        obj = deed.object
    moved = goods or who
    if moved is not None and _NO_FREIGHT.search(moved.text):
        if deed.verb.text.startswith(("转移", "转到", "转至", "转往")) and to is not None:
            yield Said("located_in", moved, to)
        return
    if to is not None and (
        is_named(to)
        or _DESTINATION.search(to.text)
        or _ARRIVES.search(deed.verb.text)
        and to.amount is None
    ):
        amount = amount_of(goods, obj, who if goods is None else None)
        yield Said(entry.predicate, who, to, amount)
    elif obj is None and deed.object is not None and deed.object.amount and is_named(who):
        yield Said(entry.predicate, who, deed.object, deed.object.amount)
    via = deed.roles.get("via")
    if via is not None and _between(via):
        yield _via(via, goods or obj or (deed.who if goods is None else None))


def _without_count(phrase: Phrase | None) -> Phrase | None:
    """流入导弹工厂一事: what is only counted at the end is no part of the place."""
    if phrase is None or len(phrase.atoms) < 2 or phrase.atoms[-1].kind != "amount":
        return phrase
    return Phrase(phrase.atoms[:-1])


_LICENCE = re.compile(r"(?:许可|许可证|批准|授权|批文|执照)$")


def get_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 从 B V O: the object is what is got."""
    who, patient = agent_of(deed)
    goods = goods_of(deed) or patient
    if goods is None:
        return
    if who is not None and MEDIA.search(who.text) and DOCUMENT.search(goods.text):
        yield Said("reviewed", who, goods, own=True)
        return
    licence = deed.negated and _LICENCE.search(goods.text) is not None
    if ABSTRACT.search(goods.text) and not licence:
        return
    yield Said(entry.predicate, who, goods, amount_of(goods, deed.roles.get("for")))
    via = deed.roles.get("via")
    if via is not None and _between(via):
        yield _via(via, goods)


def with_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 与 B V: the object is the other side."""
    other = deed.roles.get("with")
    if other is not None:
        if entry.predicate == "linked_to" and not is_named(other):
            return
        yield Said(entry.predicate, deed.who, other, amount_of(deed.object))
        return
    who = deed.who
    if who is not None and (
        len(list(who.parts())) > 1 or who.text in ("双方", "两国", "两家公司", "两家企业", "两者")
    ):
        yield Said(entry.predicate, who)
        return
    if entry.predicate == "contracted_with" and deed.object is not None:
        if re.search(r"(?:合同|协议|备忘录|订单|合约|意向书)$", deed.object.text):
            yield Said(entry.predicate, who, deed.object, amount_of(deed.object))


def for_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 代表 B."""
    if is_named(deed.object) and deed.who is not None:
        yield Said("acted_for", deed.who, deed.object)


def entrust_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """受X委托: who is asked acts for who asks; X委托Y likewise."""
    by = deed.roles.get("by")
    if deed.passive and by is not None and is_named(by):
        yield Said("acted_for", deed.who, by)
    elif not deed.passive and is_named(deed.object) and deed.object is not None:
        yield Said("acted_for", deed.object, deed.who)


def via_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 充当中间商, O 由 S 承运."""
    by = deed.roles.get("by")
    if by is not None:
        yield Said("intermediary_in", by, deed.who or "交易")
        return
    yield Said("intermediary_in", deed.who, deed.roles.get("at") or deed.roles.get("for") or "交易")
