"""Firms and people without names: 一家香港贸易公司, 山东一家独立炼厂, 青岛港一名负责人."""

import re
from collections.abc import Iterator, Sequence

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import verb
from enduse.extract.segment import Span

__all__ = ["KIND", "holders", "nameless_firms"]

KIND = re.compile(
    r"(?:企业|公司|客户|供应商|制造商|贸易商|进口商|出口商|厂商|集团|厂家|生产商|承包商|中间商|分销商|经销商|银行|工厂|买家|实体|机构|运营商|航运公司|货代|代理商|商社|初创公司|通路商|经营者|(?<![协磋会通洽厂])商|巨头|厂|智库|研究所|研究院|实验室|军工企业|合作伙伴|船东|物流商)$"
)
_INSIDE = frozenset(("noun", "verb", "word", "attribute"))
# What somebody may be who is counted and not named.
_OFFICE = re.compile(
    r"[一两二三几多](?:[名位])(?P<o>(?:前|资深|高级|现任|时任|在职|离职)*(?:[^，。的]{0,6}?)(?:经理|负责人|代表|雇员|员工|职员|高管|工程师|官员|发言人"
    r"|主管|律师|顾问|董事|军官|外交官|技术员|业务员|销售|合伙人|会计|秘书|主任))$"
)


def nameless_firms(found: Sequence[Atom], k: int) -> Iterator[Said]:
    """Yield where a firm is whose name is not told.

    Args:
        found: The atoms of a sentence.
        k: The noun that ends the phrase.
    """
    if found[k].kind != "noun" or not KIND.search(found[k].text) or not _phrase_ends(found, k):
        return
    first = k
    while first and _adjoin(found, first) and _describes(found, first - 1):
        first -= 1
    place = _place_before(found, first, k)
    if place is None:
        return
    low, high = place
    start = min(found[low].span.start, found[first].span.start)
    if low and found[low - 1].kind == "amount" and _adjoin(found, low):
        start = found[low - 1].span.start
    where = "".join(a.text for a in found[low:high])
    firm = "".join(a.text for a in found[first : k + 1])
    span = Span(start, found[k].span.end)
    yield Said("located_in", firm, where, None, span, "asserted", "fact")


def _place_before(found: Sequence[Atom], first: int, k: int) -> tuple[int, int] | None:
    """The atoms of the place: before 的, before a count, or right before and counted itself."""
    at = first - 1
    counted = at >= 0 and found[at].kind == "amount" and found[at].text[0] in "一两二三四五几数多某"
    counted = counted or at >= 0 and found[at].text.startswith(("某", "另一"))
    if counted:
        at -= 1
    of = at >= 0 and found[at].kind == "de"
    if of:
        at -= 1
    end = at + 1
    beside = of and end > 0 and found[end - 1].kind == "local"
    while at >= 0 and (_is_place(found[at]) or beside and _beside(found[at]) and at > end - 5):
        at -= 1
    while at + 1 < end and not _is_place(found[at + 1]):
        at += 1
    low = at + 1
    if low and _stands_at(found[low - 1]):
        return None
    if low >= end or not _is_place(found[low]) or end < first and not (of or counted):
        return None
    if not of and not counted:
        before = found[low - 1] if low else None
        some = (
            before is not None
            and before.kind == "amount"
            and before.text[0] in "一两二三四五几数多某"
        )
        return (low, end) if some and _adjoin(found, low) else None
    return low, end


def _stands_at(atom: Atom) -> bool:
    """设在迪拜的空壳公司: a verb of place tells it already."""
    entry = verb(atom.text) if atom.kind == "verb" else None
    return entry is not None and entry.frame == "place"


def _describes(found: Sequence[Atom], k: int) -> bool:
    """Whether an atom stands inside the phrase: a noun, a verb, 独立 after a count."""
    atom = found[k]
    counted = k > 0 and found[k - 1].kind == "amount"
    return atom.kind in _INSIDE or atom.kind == "adverb" and len(atom.text) > 1 and counted


def _is_place(atom: Atom) -> bool:
    return atom.name is not None and atom.name.schema == "Address"


def _beside(atom: Atom) -> bool:
    """江界附近: what may stand behind the place."""
    return atom.kind in ("noun", "local")


def _adjoin(found: Sequence[Atom], k: int) -> bool:
    return found[k].span.start == found[k - 1].span.end


def _phrase_ends(found: Sequence[Atom], k: int) -> bool:
    """Whether no further noun or name follows."""
    if k + 1 >= len(found) or not _adjoin(found, k + 1):
        return True
    if found[k + 1].text.startswith("商"):
        return False
    return found[k + 1].kind not in ("noun", "name", "de", "attribute")


def holders(found: Sequence[Atom], k: int) -> Iterator[Said]:
    """Yield whose an unnamed office is: 恒瑞达的一名经理, 青岛港一名负责人."""
    office = _OFFICE.search(found[k].text)
    at = k - 2 if k > 1 and found[k - 1].kind == "de" else k - 1
    if office is None or at < 0:
        return
    body = found[at].name
    if (
        body is None
        or body.schema in ("Person", "Product")
        or body.kind in ("source", "descriptor")
    ):
        return
    if body.schema == "Address" and not body.text.endswith(("港", "市", "省", "县", "区")):
        return
    span = Span(found[at].span.start, found[k].span.end)
    yield Said(
        "position_at", office["o"], Phrase((found[at],)), None, span, "asserted", "fact", own=True
    )
