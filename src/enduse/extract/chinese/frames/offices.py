"""Offices whose holder is not named: 样板市副市长, 该厂发言人, 研究所所长."""

import re
from collections.abc import Iterator, Sequence

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import attribute
from enduse.extract.segment import Span

__all__ = ["offices"]

_OFFICE = re.compile(
    r"(?:(?:前|原|时任|现任|代理|常务|第一|新任|首席|高级|副|执行|总|助理|驻[^，。]{1,6})*"
    r"(?:发言人|部长|主任|司长|局长|处长|署长|厅长|市长|州长|省长|县长|区长|镇长|议长|会长|所长|院长|厂长|站长|行长|校长|社长|馆长|组长|队长|科长|关长|庭长|"
    r"总经理|董事长|总裁|经理|首席执行官|执行官|工程师|设计师|首席科学家|财务官|技术官|运营官|总监|负责人|主管|主席|书记|检察官|检察长|法官|审判长|大使|参赞|领事|"
    r"研究员|分析师|教授|专家|律师|顾问|代表|秘书长|干事|协调员|特使|专员|调查员|联络人|法定代表人|法人代表|董事|监事|合伙人|创始人|高管|老板|股东|助理|秘书|会计|"
    r"司令|司令员|指挥官|上校|中校|参谋长|国务卿|总理|首相|外长|防长|总统|议员|委员|事务官|新闻官|新闻秘书|业务员|销售|船长|代理人|辩护人|辩护律师|员工|雇员|前雇员|工人))$"
)
_BODY = re.compile(
    r"(?:市|省|县|区|州|镇|局|部|署|厅|所|院|厂|公司|集团|大学|学院|中心|委员会|法院|检察院|海关|银行|协会|学会|商会|企业|基金会|实验室|政府|议会|国会|大使馆|使馆|"
    r"智库|研究所|研究院|港务局|警方|机构|组织|联盟|船东|代理商|供应商|制造商|分公司|子公司|办事处|代表处|工厂|基地|机场|港口|联合会|军区|司令部|事务所|平台|媒体|报社|通讯社)$"
)
_DIRECTS = frozenset(
    "总经理 董事长 总裁 首席执行官 厂长 所长 院长 行长 校长 社长 局长 站长 法定代表人 法人代表 董事 负责人".split()
)
_INSIDE = frozenset(("noun", "attribute", "word", "local", "adverb"))


def offices(found: Sequence[Atom]) -> Iterator[Said]:
    """Yield who holds an office where, for offices whose holder has no name.

    Args:
        found: The atoms of a sentence.
    """
    for k, atom in enumerate(found):
        if atom.kind not in ("noun", "attribute", "word", "verb") or not _ends_there(found, k):
            continue
        if _OFFICE.search(atom.text) is None:
            continue
        said = _office(found, k)
        if said is not None:
            yield said


def _ends_there(found: Sequence[Atom], k: int) -> bool:
    """Whether the phrase ends with the office: no name and no other noun follows."""
    if k + 1 >= len(found):
        return True
    after = found[k + 1]
    apart = after.span.start > found[k].span.end
    if apart or after.kind in ("noun", "attribute") and not after.text.startswith(("方面", "本人")):
        return apart and after.name is None
    return after.kind not in ("name", "word", "de") or after.kind == "word" and len(after.text) > 1


def _office(found: Sequence[Atom], k: int) -> Said | None:
    first = k
    while first > 0 and _adjoins(found, first) and found[first - 1].kind in _INSIDE:
        first -= 1
    before = found[first - 1] if first and _adjoins(found, first) else None
    if before is not None and before.kind == "de" and first > 1 and first == k:
        before = found[first - 2]
    words = "".join(a.text for a in found[first : k + 1])
    office = _OFFICE.search(words)
    if office is None:
        return None
    body = words[: office.start()]
    end = found[k].span.end
    if not body and before is not None and before.name is not None and _holds_offices(before):
        owner: Phrase | str = Phrase((before,))
        start = before.span.start
    elif len(body) > 1 and _BODY.search(body):
        owner, start = body, found[first].span.start
        if before is not None and before.name is not None and _holds_offices(before):
            start = before.span.start
            owner = before.text + body
    else:
        return None
    if first and found[first - 1].kind == "copula" or body in ("公司", "集团", "企业", "该公司"):
        return None
    if isinstance(owner, Phrase) and before is not None and before.name is not None:
        at = found.index(before)
        if at and found[at - 1].kind == "copula" or before.name.kind == "descriptor":
            return None
    title = office.group()
    noun = attribute(title)
    directs = title in _DIRECTS or noun is not None and noun.predicate == "director_of"
    predicate = "director_of" if directs else "position_at"
    return Said(predicate, title, owner, None, Span(start, end), "asserted", "fact", own=True)


def _adjoins(found: Sequence[Atom], k: int) -> bool:
    return found[k].span.start - found[k - 1].span.end == 0


def _holds_offices(atom: Atom) -> bool:
    name = atom.name
    return name is not None and name.schema in (
        "Company", "Organization", "PublicBody", "LegalEntity", "Address",
    ) and name.kind != "source"  # fmt: skip
