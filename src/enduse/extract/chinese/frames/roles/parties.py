"""Who does what to whom in a deed: agent, goods, amounts."""

import re
from collections.abc import Callable, Iterator

from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import Verb
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = [
    "ABSTRACT",
    "DOCUMENT",
    "Frame",
    "agent_of",
    "amount_of",
    "goods_of",
    "is_named",
    "names_in",
    "text_of",
    "until_de",
]


Frame = Callable[[Deed, Verb], Iterator[Said]]

ABSTRACT = re.compile(
    r"(?:证据|评论|信息|细节|说明|解释|帮助|保障|线索|回复|回应|答复|机会|便利|条件|意见|建议|依据|支持|批准|许可|授权"
    r"|资格|补贴|融资|认可|同意|证实|确认|信任|进展|成功|成果|胜利|保证|咨询|采访|资料|数据|联系|消息|情报|影像|视频|照片|文件|记录|投资)$"
)

DOCUMENT = re.compile(
    r"(?:证明|报告|文件|声明|函|信|申请|申报单|报关单|说明书|证书|材料|发票|清单|申请书|备忘录|合同|单据|许可证|照片|记录)$"
)


def is_named(phrase: Phrase | None) -> bool:
    """Tell whether a name is among the heads of a phrase."""
    return phrase is not None and bool(phrase.names())


def goods_of(deed: Deed) -> Phrase | None:
    """Return what is handed on: after 将, else after the verb."""
    return deed.roles.get("patient") or deed.object


def agent_of(deed: Deed) -> tuple[Phrase | None, Phrase | None]:
    """Who does it, and what it is done to where that stands before the verb."""
    by = deed.roles.get("by")
    if by is not None:
        return by, deed.who
    return deed.who, None


def amount_of(*phrases: Phrase | None) -> Span | None:
    """Return the first amount of some phrases."""
    return next((p.amount for p in phrases if p is not None and p.amount), None)


def text_of(phrase: Phrase) -> str:
    """Return the words of a phrase."""
    return phrase.text


def names_in(phrase: Phrase) -> list[Found]:
    """Return all names of a phrase, heads or not."""
    return [a.name for a in phrase.atoms if a.name is not None]


def until_de(phrase: Phrase) -> Phrase:
    """违规客户 of 违规客户的合作."""
    at = next((k for k, a in enumerate(phrase.atoms) if a.kind == "de"), len(phrase.atoms))
    return Phrase(phrase.atoms[:at]) if at else phrase
