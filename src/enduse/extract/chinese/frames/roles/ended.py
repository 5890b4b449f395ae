"""What ended or was stopped, where a noun says it: 终止合同, 暂停与X的业务."""

import re
from collections.abc import Iterator

from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.frames.roles.parties import until_de
from enduse.extract.chinese.frames.said import Said

__all__ = ["ended"]


_ENDED = (
    ("contracted_with", re.compile(r"合同|协议|订单|合约")),
    ("supplied_to", re.compile(r"供货|供应|销售|发货|交易")),
    ("produces", re.compile(r"生产|制造")),
)


_STOPS = frozenset("停止 终止 中止 中断 暂停 结束".split())
_TIES = re.compile(
    r"(?:合作|往来|关系|业务|交易|出口|管理|运营|代理|服务|维护|接收|接单|接卸)$|^(?:管理|运营)"
)


def ended(deed: Deed) -> Iterator[Said]:
    """Read 终止合同, 停止与X的合作."""
    obj = deed.object
    if obj is None or obj.text.endswith(("资格", "许可", "许可证", "执照", "牌照", "资质", "权限")):
        return
    whole = "".join(a.text for a in deed.rest)
    if deed.verb.text in _STOPS and _TIES.search(whole):
        yield Said("ended", deed.who, whole, words=True)
        return
    for predicate, pattern in _ENDED:
        if pattern.search(obj.text):
            other = deed.roles.get("with")
            named = until_de(other) if other is not None else None
            yield Said(predicate, deed.who, named or obj, polarity="negated")
            return
