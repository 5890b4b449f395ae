"""What Chinese nouns relate and measure: 法定代表人为X, 航程可达800公里, and who gave no answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from enduse.extract.chinese.frames.phrases import Clause, Phrase, noun_phrase
from enduse.extract.chinese.frames.table import table
from enduse.extract.relations.skeleton import Skeleton

__all__ = ["Fact", "facts"]

_NUMBER = r"(?:[\d.,，]*\d[十百千]?[万亿]{0,2}[余多]?|[一二两三四五六七八九十百千]+[万亿]?[余多]?)"
_BOUND = (
    r"(?:可能|或|预计|将|可|最高|最大|最远|约|大约|为|达到?|可达|超过|逾|高达|至少|不低于|不超过|近|接近|也|均|仅|在|是"
    r"|总计|共|合计|提高到|增至|:)*"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """What one noun says.

    Attributes:
        predicate: What it says.
        subject: Before the noun; None for what was last spoken of.
        object: After it.
        value: Where the number stands.
        span: The words that say it, in the skeleton.
        focus: Where its noun stands.
        text: The object where there is no phrase for it.
        polarity: Where the words decide it.
        own: The writer says it in passing.
        words: The object is told by its words.
    """

    predicate: str
    subject: Phrase | None
    object: Phrase | None
    value: tuple[int, int] | None
    span: tuple[int, int]
    focus: int
    text: str | None = None
    polarity: str | None = None
    own: bool = False
    words: bool = False


def facts(clause: Clause, bones: Skeleton) -> Iterator[Fact]:
    """Yield what the nouns of a clause say, and the answers that were not given."""
    yield from _measured(clause, bones)
    yield from _founded(clause, bones)
    yield from _dealings(clause, bones)
    yield from _related(clause, bones)
    yield from _answers(clause, bones)
    yield from _evidence(clause, bones)


@lru_cache(maxsize=1)
def _measures() -> re.Pattern[str]:
    each = []
    for noun, measure in sorted(table().measures.items(), key=lambda nm: -len(nm[0])):
        units = "|".join(sorted(measure.units, key=len, reverse=True))
        each.append(rf"{noun}{_BOUND}{_NUMBER}(?:{units})")
    return re.compile("|".join(each))


def _measured(clause: Clause, bones: Skeleton) -> Iterator[Fact]:
    for match in _measures().finditer(clause.text):
        noun = next(
            n
            for n in sorted(table().measures, key=len, reverse=True)
            if match.group().startswith(n)
        )
        predicate = table().measures[noun].predicate
        if clause.text[match.end() : match.end() + 1] == "的":
            continue
        place = clause.start + match.start()
        value = place + len(noun), clause.start + match.end()
        before = noun_phrase(clause, bones, 0, match.start()) if match.start() else None
        start = before.start if before is not None and predicate == "has_price" else place
        yield Fact(predicate, before, None, value, (start, value[1]), place)


@lru_cache(maxsize=1)
def _relations() -> re.Pattern[str]:
    nouns = "|".join(sorted(table().relational, key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<of>.{{1,24}}?)的?)?(?P<n>{nouns})(?:分别)?(?:为|是|系|位于|设在|设于|在|：)(?P<o>.{{1,30}})$"
    )


_DEALINGS = re.compile(
    r"(?:与|同|和)(?P<o>[^，。；]{1,24}?)(?:之间)?(?P<v>不存在|没有|从无|并无|无|从未有过|存在|有|保持着?|维持)"
    r"(?:任何|商业|业务|贸易|直接|间接|合作|密切|资本|长期|过)*的?(?P<n>往来|关系|联系|合作|交易|关联)"
)


def _dealings(clause: Clause, bones: Skeleton) -> Iterator[Fact]:
    """与X有业务往来, 与X不存在关联."""
    match = _DEALINGS.search(clause.text)
    if match is None or _UNAWARE.search(clause.text):
        return
    before = noun_phrase(clause, bones, 0, match.start()) if match.start() else None
    after = noun_phrase(clause, bones, *match.span("o"))
    if after is None:
        return
    place = clause.start + match.start()
    span = (before.start if before is not None else place), clause.start + match.end()
    denied = match["v"][0] in "不没无从并"
    linked = match["n"] in ("关系", "联系", "关联")
    predicate = "linked_to" if linked else "works_with"
    focus = clause.start + match.start("v")
    yield Fact(predicate, before, after, None, span, focus, None, "negated" if denied else None)


_FOUNDED = re.compile(
    r"(?P<v>(?:成立|创立|创办|始建|创建|设立)于|注册于)(?P<o>\d{4}年(?:\d{1,2}月)?)"
)


def _founded(clause: Clause, bones: Skeleton) -> Iterator[Fact]:
    match = _FOUNDED.search(clause.text)
    if match is not None:
        before = noun_phrase(clause, bones, 0, match.start()) if match.start() else None
        place = clause.start + match.start()
        start = before.start if before is not None else place
        span = start, clause.start + match.end()
        yield Fact("began", before, None, None, span, place, text=match["o"])


def _related(clause: Clause, bones: Skeleton) -> Iterator[Fact]:
    match = _relations().search(clause.text)
    if match is None:
        return
    predicate = table().relational[match["n"]]
    before = noun_phrase(clause, bones, *match.span("of")) if match["of"] else None
    after = noun_phrase(clause, bones, *match.span("o"))
    if after is None or predicate not in ("address", "charged_with") and not after.mentions:
        return
    place = clause.start + match.start("n")
    span = (before.start if before is not None else place, after.end)
    if predicate in ("director_of", "received", "supplied_to", "intermediary_in"):
        text = None if predicate == "director_of" else "交易"
        yield Fact(predicate, after, before, None, span, place, text)
    else:
        yield Fact(
            predicate,
            before,
            after,
            None,
            span,
            place,
            words=predicate in ("address", "charged_with"),
        )


_SOON = (
    r"(?:立即|马上|就此|对此|即时|直接|正面|公开|再|能|作出|做出|有|予|给予|发表|进一步|任何|过)*"
)
_DECLINED = re.compile(
    rf"(?:拒绝|婉拒|谢绝|不愿|不愿意|不便|无意){_SOON}(?:[^，。]{{0,12}}?)(?:置评|评论|回应|回答|答复|表态|接受采访|接受访问|发言|受访)"
    r"|不予(?:置评|评论|回应)|未予置评|无可奉告|不作评论|不置评"
)
_SILENT = re.compile(
    rf"(?:没有|没|未|尚未|并未|未能|未有|暂未|迄未|均未|仍未|至今未|始终未)(?:[^，。]{{0,18}}?){_SOON}"
    r"(?:回应|回复|答复|置评|评论|回音|答覆|回覆|接听)(?:了)?[^，。]{0,16}|(?:的(?:电话|手机|热线))(?:一直|均|始终)?(?:无人接听|无人应答|打不通|未能接通)"
)
_UNAWARE = re.compile(
    r"(?:并不|毫不|也不|不)(?:了解|知情|掌握|清楚|知道|知晓|知悉|了然)(?P<o>[^，。；]{0,20})|一无所知|没有(?:关于|有关)(?P<q>[^，。；]{2,20})的?(?:信息|消息|资料)|未听说(?:过)?|毫不知情|没有听说"
)


def _answers(clause: Clause, bones: Skeleton) -> Iterator[Fact]:
    for pattern, polarity in ((_DECLINED, "declined_to_comment"), (_SILENT, "no_response")):
        match = pattern.search(clause.text)
        if match is None:
            continue
        subject = noun_phrase(clause, bones, 0, match.start()) if match.start() else None
        span = (
            subject.start if subject else clause.start + match.start(),
            clause.start + match.end(),
        )
        yield Fact(
            "comment_on",
            subject,
            None,
            None,
            span,
            clause.start + match.start(),
            "置评请求",
            polarity,
            True,
        )
        return
    match = _UNAWARE.search(clause.text)
    if match is not None:
        subject = noun_phrase(clause, bones, 0, match.start()) if match.start() else None
        has = match["o"] and len(match["o"]) > 1
        target = noun_phrase(clause, bones, *match.span("o")) if has else None
        span = (
            subject.start if subject else clause.start + match.start(),
            clause.start + match.end(),
        )
        focus = clause.start + match.start()
        yield Fact(
            "aware_of",
            subject,
            target,
            None,
            span,
            focus,
            None if target else "情况",
            "denied",
            words=True,
        )


_NO_PROOF = re.compile(
    r"(?:没有|无|尚无|暂无|并无|未有|未发现|缺乏)(?:任何|确凿|直接|充分)?(?:证据|迹象|线索)(?:能够?|可以)?(?:显示|表明|证明|证实|说明)?(?P<o>[^，。；]{0,30})"
    r"|(?:无法|未能|不能|没能|难以)(?:独立|自行|立即|单独)*(?:核实|证实|验证|查证|确认)(?P<p>[^，。；]{0,24})"
    r"|(?P<s>[^，。；]{2,24}?)(?:尚未|未|没有|仍未|还未|无法)(?:得到|获得|获|经|被)*(?:独立|官方|第三方|有关方面)*的?(?:证实|核实|确认|验证)(?:$|[^，。；]{0,6}$)"
)


_DOES = re.compile(r"(?<!^)(?:已|曾|被|用于|与|是|向|从|在|由|将|参与|涉及|直接|属于)")


def _evidence(clause: Clause, bones: Skeleton) -> Iterator[Fact]:
    match = _NO_PROOF.search(clause.text)
    if match is None:
        return
    group = next((g for g in ("o", "p", "s") if match[g]), None)
    first, last = match.span(group) if group else (0, 0)
    cut = _DOES.search(clause.text, first, last)
    subject = noun_phrase(clause, bones, first, cut.start() if cut else last) if group else None
    if subject is not None:
        subject = Phrase(
            subject.start, subject.end, (), None, bones.text[subject.start : subject.end]
        )
    span = clause.start + match.start(), clause.start + match.end()
    yield Fact("evidence_status", subject, None, None, span, span[0], "证据", "negated", True)
