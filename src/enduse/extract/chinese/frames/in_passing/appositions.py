"""What stands beside a name: titles, countries, owners, other names, sources."""

import re
from collections.abc import Iterator, Sequence

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.in_passing.nameless import KIND, holders, nameless_firms
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import attribute
from enduse.extract.chinese.words import words
from enduse.extract.segment import Span

__all__ = ["appositions"]

_ORGS = frozenset(("Company", "Organization", "PublicBody", "LegalEntity"))
_TITLE = re.compile(
    r"(?:发言人|研究员|分析师|部长|主任|司长|局长|处长|教授|专家|经理|官员|秘书长|院士|律师|工程师|主席|会长|大使|助理|检察官|参赞|顾问|科学家|代表|高管|主管|负责人|院长|所长|总监|部长助理|上校|中校|少校|司令|将军|议员|总统|总理|首相|外长|防长|书记|董事长|总裁|首席执行官|学者|编辑|记者|讲师|博士|合伙人|创始人|员工|雇员|指挥官|副部长|副主任|秘书|处长|署长|厅长|市长|州长|省长|议长|特使|协调员|主编|干事|总干事|调查员|事务官|专员|总检察长|部长级|局长级|厂长|委员)$"
)
# A single source is told of where the word says that it is one: an official may just speak.
_INSIDER = re.compile(r"人士|消息|员工|雇员|知情|内部|线人|目击")
_NATIONAL = re.compile(r"国有|国营|国家控股|央企|国资")


def appositions(found: Sequence[Atom]) -> Iterator[Said]:
    """Yield what the atoms of a sentence say in passing about the names among them."""
    found = [a for a in found if a.text not in ("“", "”", '"', "「", "」", "《", "》")]
    for k, atom in enumerate(found):
        if atom.name is None:
            yield from nameless_firms(found, k)
            continue
        name = atom.name
        if name.kind == "source":
            yield from holders(found, k)
            told = name.number != 1 or _INSIDER.search(name.text) is not None
            if told and _speaks(found, k):
                yield Said(
                    "sourced_from",
                    "报道",
                    Phrase((atom,)),
                    atom.span,
                    atom.span,
                    "asserted",
                    "fact",
                    own=True,
                )
        elif name.schema == "Person":
            yield from _titled(found, k)
            yield from _of_body(found, k)
        elif name.schema in _ORGS and name.kind != "descriptor":
            yield from _described(found, k)


_CITED = frozenset("据 根据 援引 引述 引用 采访 和 与 及 、 告诉 表示".split())


def _speaks(found: Sequence[Atom], k: int) -> bool:
    """Whether a source is heard: it says, or it is cited; 由两名前军官创办 tells of doers."""
    before = found[k - 1].text if k else ""
    if before in _CITED or before == "":
        return before != "" or any(a.kind == "say" for a in found)
    return any(a.kind == "say" or a.text in ("告诉", "认为") for a in found[k + 1 : k + 9])


def _titled(found: Sequence[Atom], k: int) -> Iterator[Said]:
    """商务部发言人何丽, 天桥航空董事长王强."""
    j = _before_title(found, k)
    title = found[j + 1 : k]
    if not title or not (title[-1].kind == "attribute" or _TITLE.search(title[-1].text)):
        return
    if len(title) > 1 and title[0].text in words("ref_simple") and title[1].kind == "attribute":
        yield from _offices(found[k], title[0], title[1:])
        return
    at = j - 1 if j >= 0 and found[j].kind == "de" else j
    owner = found[at] if at >= 0 else None
    if owner is not None and _is_body(owner):
        if owner.span.end == found[at + 1].span.start or _only_marks(found, at):
            yield from _offices(found[k], owner, title)
    elif j < 0 and title[0].kind == "attribute" and title[-1].kind == "attribute":
        place = title[0].span
        firm = Atom("noun", "公司", Span(place.start, place.start))
        yield from _offices(found[k], firm, title)
    elif len(title) > 1 and title[0].kind in ("noun", "word"):
        body = title[:-1]
        if len("".join(a.text for a in body)) > 3:
            span = Span(body[0].span.start, found[k].span.end)
            yield _own("position_at", Phrase((found[k],)), Phrase(tuple(body)), span, written=True)


def _of_body(found: Sequence[Atom], k: int) -> Iterator[Said]:
    """军控论坛的韩示例: who is of a body holds a place in it."""
    if k > 1 and found[k - 1].kind == "de" and _schema(found[k - 2]) in _ORGS:
        span = Span(found[k - 2].span.start, found[k].span.end)
        yield _own("position_at", Phrase((found[k],)), Phrase((found[k - 2],)), span)


def _before_title(found: Sequence[Atom], k: int) -> int:
    """The last atom that does not belong to the title before a person's name."""
    j = k - 1
    while (
        j >= 0
        and (found[j].kind in ("noun", "attribute", "word", "verb") or found[j].text == "兼")
        and found[j + 1].span.start - found[j].span.end < 2
    ):
        j -= 1
    return j


def _is_body(atom: Atom) -> bool:
    return atom.kind == "name" and atom.name is not None and atom.name.schema != "Person"


# Offices that do not direct whatever has them.
_UNDER = frozenset({"经理", "主管", "主席", "总监", "高管", "会长"})


def _offices(person: Atom, owner: Atom, title: Sequence[Atom]) -> Iterator[Said]:
    """Every office that a person holds there: 董事长兼控股股东王强."""
    span = Span(owner.span.start, person.span.end)
    who, where = Phrase((person,)), Phrase((owner,))
    for each in (attribute(a.text) for a in title[:-1] if a.kind == "attribute"):
        if each is not None and each.takes == "person":
            yield _own(each.predicate, who, where, span)
    last = attribute(title[-1].text)
    if last is not None and last.takes == "name":
        yield _own(last.predicate, where, who, span)
        return
    directs = last is not None and last.takes == "person" and title[-1].text not in _UNDER
    company = owner.name is None or owner.name.schema in ("Company", "Organization")
    yield _own("director_of" if directs and company else "position_at", who, where, span)


def _own(
    predicate: str, subject: Phrase, obj: Phrase, span: Span, *, written: bool = False
) -> Said:
    """What the writer says in passing, as a fact."""
    return Said(predicate, subject, obj, None, span, "asserted", "fact", own=True, words=written)


def _only_marks(found: Sequence[Atom], at: int) -> bool:
    return found[at + 1].span.start - found[at].span.end <= 1


def _described(found: Sequence[Atom], k: int) -> Iterator[Said]:
    """俄罗斯企业北方轮廓公司, 白俄罗斯的示范机械厂, 国有企业X."""
    yield from _owned(found, k)
    j = k - 1
    while (
        j >= 0
        and found[j].kind in ("noun", "word", "de", "attribute")
        and found[k].span.start - found[j].span.start < 24
    ):
        j -= 1
    between = found[j + 1 : k]
    written = "".join(a.text for a in between)
    place = found[j] if j >= 0 and _schema(found[j]) == "Address" else None
    kind = KIND.search(written) is not None and between[-1].kind != "de"
    owned = _NATIONAL.search(written) is not None and kind
    org = Phrase((found[k],))
    if owned:
        country = (place.text if place else "") + "国家"
        start = place.span.start if place else between[0].span.start
        yield Said(
            "owned_by", org, country, None, Span(start, found[k].span.end), "asserted", "fact"
        )
    if place is None or owned:
        return
    predicate = None
    if (kind or written == "的") and _country(place.text):
        predicate = "jurisdiction"
    elif _is_place_of(found, j, k, written, kind):
        predicate = "located_in"
    if predicate:
        span = Span(place.span.start, found[k].span.end)
        yield Said(predicate, org, Phrase((place,)), None, span, "asserted", "fact")


def _is_place_of(found: Sequence[Atom], j: int, k: int, written: str, kind: bool) -> bool:
    """迪拜的X, 泰国“X”, 伊斯坦布尔贸易商“X”: the place before a name is where it is."""
    if written == "":
        quoted = found[k].span.start > found[j].span.end
        company = _schema(found[k]) == "Company"
        return company and (quoted or _country(found[j].text))
    return written == "的" or kind and len(written) < 7 and "旗下" not in written


def _owned(found: Sequence[Atom], k: int) -> Iterator[Said]:
    """X的子公司Y, X的母公司Y: the noun between two names says how they belong together."""
    noun = attribute(found[k - 1].text) if k and found[k - 1].kind == "attribute" else None
    if noun is None or noun.takes != "name":
        return
    j = k - 2
    while (
        j >= 0
        and found[j].kind in ("de", "noun", "adverb")
        and found[k].span.start - found[j].span.start < 16
    ):
        j -= 1
    if k > 1 and found[k - 2].text in ("公司", "本公司", "其"):
        j = k - 2
    elif k > 1 and found[k - 2].text in ("旗下", "下属", "所属", "麾下", "名下") and j < k - 2:
        j = next((i for i in range(k - 3, -1, -1) if _schema(found[i]) in _ORGS), -1)
        if j < 0:
            return
    elif j < 0 or _schema(found[j]) not in _ORGS:
        return
    span = Span(found[j].span.start, found[k].span.end)
    one, other = Phrase((found[j],)), Phrase((found[k],))
    pair = (other, one) if noun.turned else (one, other)
    yield Said(noun.predicate, *pair, None, span, "asserted", "fact")


def _schema(atom: Atom) -> str | None:
    return atom.name.schema if atom.name is not None else None


def _country(text: str) -> bool:
    return text in words("countries")
