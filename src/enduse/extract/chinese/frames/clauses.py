"""Chinese clauses: where each stands, and what its prepositions and verbs bring."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from enduse.extract.chinese.frames.table import table
from enduse.extract.chinese.words import tagged
from enduse.extract.mentions.found import Found
from enduse.extract.relations.skeleton import Skeleton

__all__ = ["Clause", "Phrase", "VerbPhrase", "clauses", "noun_phrase", "subject_of", "verb_phrases"]

_CUT = re.compile(r"[，；：。！？,;:!?\n]")
_BRACKET = re.compile(r"[（(][^（）()]{0,60}[)）]")
_LETTER = re.compile("[\ue000-\ue007]")
_PREPOSITIONS = {
    "向": "to", "对": "to", "给": "to", "对于": "to", "针对": "to", "从": "from", "自": "from",
    "由": "by", "被": "by", "遭": "by", "受": "by", "将": "ba", "把": "ba", "在": "at", "于": "at",
    "经由": "via", "经": "via", "通过": "via", "取道": "via", "借道": "via", "与": "with", "和": "with", "同": "with",
    "跟": "with", "及": "with", "为": "for", "以": "for", "因": "for", "据": "per", "根据": "per",
}  # fmt: skip
_PREPOSITION = re.compile("|".join(sorted(_PREPOSITIONS, key=len, reverse=True)))
_NO_AFTER = re.compile(
    r"(?:商(?!业)|线|链|许可|禁令|管制|额|基地|能力|厂|国家|方式|市场|数据|渠道|部门|合同|价格|活动|限制|总额|义务"
    r"|规定|条例|经理|人员|工艺|日期|管理|协议|伙伴|项目|关系|备忘录|清单|名单|审查|措施|流程|记录|单|风险|对象|决定|政策|压力|威胁|令|地址|资本|地(?!区)|号)"
)
_SUFFIX = re.compile(r"(?:了|过|着|出|成)*(?P<to>至|往|到|给|予|向|入|于|进)?(?:了)?")
_NUMBER = r"(?:[\d.,，]*\d[十百千]?[万亿]{0,2}[余多]?|[一二两三四五六七八九十百千数几][十百千万亿]*[余多]?)"
_QUANTITY = re.compile(
    rf"(?:至少|大约|约为?|超过|逾|不少于|最多|近|高达|多达|不到|不足|共计?|总计|另外?|另有|累计)*{_NUMBER}"
    r"(?:[%％]|[架台套枚个件批辆艘吨家名颗片座条份种款项次倍位箱门挺发]|公斤|万?美元|元人民币|元|卢布|欧元|韩元|日元|英镑|港元)?"
)
_MONEY = re.compile(rf"{_NUMBER}(?:元人民币|美元|元|卢布|欧元|韩元|日元|英镑|港元|迪拉姆)")
_LEAD = re.compile(
    r"^(?:[一二三四五六七八九十]、|、|[今去前明]年|\d{4}年|\d{1,2}月|\d{1,2}日|[年月日初底末中]|上[周月]|本[周月]|周[一二三四五六日]|星期[一二三四五六日天]"
    r"|[至到起]|以来|期间|间|近日|日前|当天|同日|早些时候|上半年|下半年)+"
)
_TIME_TAIL = re.compile(
    r"(?:[今去前明]年(?:初|底|末|中)?|\d{4}年(?:初|底|末|中)?|\d{1,2}月(?:份|初|底|中旬)?|\d{1,2}日|上[周月]|本[周月]|周[一二三四五六日]|星期[一二三四五六日天]"
    r"|自[^，]{2,10}以来|[至到]|近日|日前|当天|同日|早些时候|上半年|下半年|期间|以来|起|每[年月天周])+$"
)


@dataclass(slots=True)
class Phrase:
    """A noun phrase.

    Attributes:
        start: First character in the skeleton.
        end: One past the last.
        mentions: The names in it that stand as its head, one or a list.
        quantity: Where its number stands, if it has one.
        words: Its words without number and mentions, where there is no name.
        first: Where its preposition begins; `start` where it has none.
    """

    start: int
    end: int
    mentions: tuple[Found, ...] = ()
    quantity: tuple[int, int] | None = None
    words: str = ""
    first: int | None = None


@dataclass(slots=True)
class VerbPhrase:
    """A verb with what stands around it in its clause.

    Attributes:
        verb: As in the table.
        start: Where it stands in the skeleton.
        end: One past it and its endings.
        roles: What prepositions and word order bring: agent, theme, to, from, with, via, at...
        passive: 由 or 被 stands before it, or it tells about the noun after 的.
    """

    verb: str
    start: int
    end: int
    roles: dict[str, Phrase] = field(default_factory=dict)
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """Characters between two marks; what stands in brackets is blotted out of `text`."""

    start: int
    end: int
    text: str


def clauses(bones: Skeleton) -> Iterator[Clause]:
    """Yield the clauses of a sentence in order."""
    masked = _BRACKET.sub(lambda m: "\x00" * len(m.group()), bones.text)
    start = 0
    for mark in (*_CUT.finditer(masked), None):
        end = mark.start() if mark else len(masked)
        if start < end:
            yield Clause(start, end, masked[start:end])
        start = mark.end() if mark else end


def verb_phrases(clause: Clause, bones: Skeleton) -> Iterator[VerbPhrase]:
    """Yield the verbs of the table in a clause, in order, with their roles."""
    words = tagged(clause.text)
    verbs = list(_verbs(clause, words))
    for place, (verb, start, end) in enumerate(verbs):
        following = verbs[place + 1][1] if place + 1 < len(verbs) else len(clause.text)
        before = verbs[place - 1][2] if place else 0
        found = _verb_phrase(clause, bones, words, (verb, start, end), (before, following))
        moved = found.passive or not {"theme", "to", "with", "against"}.isdisjoint(found.roles)
        if moved or end < len(clause.text) or len(clause.text) == end and verb in _BARE:
            yield found


def subject_of(clause: Clause, bones: Skeleton) -> Phrase | None:
    """What stands before the first preposition or verb of a clause that has no verb of the table."""
    at = 0
    for word, tag, _ in tagged(clause.text):
        if tag in ("p", "v", "d") and at or word in _PREPOSITIONS:
            break
        at += len(word)
    phrase = noun_phrase(clause, bones, 0, at)
    return (
        phrase if phrase is not None and (phrase.mentions or 1 < len(phrase.words) < 12) else None
    )


# Verbs that say something without an object.
_BARE = frozenset("否认 驳斥 投产 开工 停产 启动 注册 控股".split())


def _verbs(
    clause: Clause, words: Sequence[tuple[str, str, object]]
) -> Iterator[tuple[str, int, int]]:
    """The verbs of the table that are whole words: 供应, but not in 供应商."""
    at = 0
    taken = 0
    spans = []
    for word, tag, _ in words:
        spans.append((word, tag, at, at + len(word)))
        at += len(word)
    for word, tag, start, end in spans:
        if start < taken:
            continue
        verb = _known(clause.text, word, start)
        if verb is None:
            continue
        start += clause.text[start:].index(verb)
        stop = start + len(verb)
        if len(verb) == 1 and tag not in ("v", "vn", "p"):
            continue
        picky = any(frame.ends for frame in table().verbs[verb])
        if not picky and _NO_AFTER.match(clause.text, stop):
            continue
        before = clause.text[:start]
        if verb in _CONTROLS and before.endswith("出口") or before.endswith("用于"):
            continue
        if (
            "是否" in before
            or before.endswith(("受", "被"))
            and clause.text[stop : stop + 1] == "的"
        ):
            continue
        taken = stop
        yield verb, start, stop


_CONTROLS = frozenset(("管制", "管控", "限制", "控制"))
_LIGHT = frozenset("先再又已均都还也共可将未可并曾不即仅只")


def _known(text: str, word: str, start: int) -> str | None:
    """The longest verb of the table that begins with this word and ends with a word or an ending."""
    if len(word) > 2 and word[0] in _LIGHT:
        start, word = start + 1, word[1:]
    verbs = table().verbs
    for size in (6, 5, 4, 3, 2, 1):
        candidate = text[start : start + size]
        if len(candidate) == size and candidate in verbs:
            if size >= len(word) or word[size:] in (
                "了",
                "至",
                "给",
                "到",
                "往",
                "于",
                "过",
                "向",
                "出",
                "自",
            ):
                return candidate
    return None


def _verb_phrase(
    clause: Clause,
    bones: Skeleton,
    words: Sequence[tuple[str, str, object]],
    verb: tuple[str, int, int],
    around: tuple[int, int],
) -> VerbPhrase:
    name, start, end = verb
    suffix = _SUFFIX.match(clause.text, end)
    stop = suffix.end() if suffix else end
    found = VerbPhrase(name, clause.start + start, clause.start + stop)
    _ = words, around
    _before(clause, bones, found, start)
    _after(clause, bones, found, stop, suffix["to"] if suffix else None)
    return found


def _before(clause: Clause, bones: Skeleton, found: VerbPhrase, verb: int) -> None:
    """The subject and what prepositions bring before the verb."""
    left = clause.text[:verb]
    marks = [m for m in _PREPOSITION.finditer(left) if _is_preposition(left, m)]
    edges = [0, *(m.start() for m in marks), verb]
    subject = noun_phrase(clause, bones, 0, edges[1])
    if subject is not None:
        found.roles["agent"] = subject
    for mark, end in zip(marks, edges[2:], strict=True):
        role = _PREPOSITIONS[mark.group()]
        phrase = noun_phrase(clause, bones, mark.end(), end)
        if role == "by":
            found.passive = True
        if phrase is None:
            continue
        phrase.first = clause.start + mark.start()
        paired = any("with" in f.object for f in table().verbs[found.verb])
        if role == "with" and not paired and _joins(left, mark, found):
            subject = found.roles.get("agent")
            if subject is not None and subject.mentions:
                subject.mentions = (*subject.mentions, *phrase.mentions)
                subject.end = phrase.end
                found.roles.setdefault("with", phrase)
                continue
        found.roles[role] = phrase
    _diathesis(found)


def _joins(left: str, mark: "re.Match[str]", found: VerbPhrase) -> bool:
    return (
        mark.group() in ("和", "及", "与")
        and mark.start() > 0
        and bool(_LETTER.match(left, mark.start() - 1))
    )


def _diathesis(found: VerbPhrase) -> None:
    roles = found.roles
    if "ba" in roles:
        roles["theme"] = roles.pop("ba")
    if found.passive:
        if "agent" in roles:
            roles["theme"] = roles.pop("agent")
        if "by" in roles:
            roles["agent"] = roles.pop("by")


def _is_preposition(left: str, mark: "re.Match[str]") -> bool:
    word, at = mark.group(), mark.start()
    before, after = left[max(0, at - 1) : at], left[mark.end() : mark.end() + 1]
    if not after:
        return word in ("被", "由")
    if before and before in _NOT_AFTER.get(word, ""):
        return False
    return after not in _NOT_BEFORE.get(word, "")


# Letters beside which a preposition is a part of another word: 对 in 反对, 自 in 来自.
_NOT_AFTER = {
    "对": "反针相应面绝比核校", "自": "各来亲独", "由": "理自缘为", "受": "接遭承享", "将": "即",
    "为": "作成认因称视行名列更约", "以": "所可予加得难用足", "经": "已曾财", "同": "共相合不一", "与": "参",
    "于": "由对关用位等属基处设坐产装应", "因": "原", "据": "数证根依占收", "给": "供", "在": "现存正所潜",
    "从": "服", "及": "以涉普", "向": "方转走",
}  # fmt: skip
_NOT_BEFORE = {
    "对": "外方手象", "自": "己身动然行主愿", "由": "于此", "将": "军来领", "为": "了", "以": "及来前后上下内外便",
    "经": "济营理过常销", "同": "时样意", "与": "会", "和": "平", "在": "于", "从": "事而未",
    "给": "予", "受": "到害雇聘制管理", "被": "告害捕迫动", "因": "此为素", "据": "称悉说", "向": "来", "及": "其时",
}  # fmt: skip


def _after(
    clause: Clause, bones: Skeleton, found: VerbPhrase, stop: int, suffix: str | None
) -> None:
    """The object, or what the verb tells about: 生产的发动机."""
    rest = clause.text[stop:]
    roles = found.roles
    if rest.startswith("的"):
        head = noun_phrase(clause, bones, stop + 1, _head_end(clause.text, stop + 1))
        if head is not None and ("theme" not in roles or found.passive):
            roles["theme"] = head
        return
    if not rest:
        return
    end = _object_end(clause.text, stop)
    phrase = noun_phrase(clause, bones, stop, end)
    if phrase is None:
        return
    if suffix or found.verb[-1] in "往至到抵于自在":
        roles["to"] = phrase
        told = _TOLD.match(clause.text, stop)
        if told is not None and "theme" not in roles:
            roles["to"] = noun_phrase(clause, bones, stop, stop + 1) or phrase
            goods = noun_phrase(clause, bones, stop + 2, _noun_end(clause.text, stop + 2))
            if goods is not None:
                roles["theme"] = goods
    elif "theme" not in roles:
        roles["theme"] = phrase
    elif found.passive or "theme" in roles:
        roles.setdefault("rest", phrase)


# 发往<伊朗>的碳纤维: the place, and the goods that are told about.
_TOLD = re.compile("[\ue000-\ue007]的")


def _object_end(text: str, start: int) -> int:
    """Where the object ends: at 并, at 以 before a second verb, or with the clause."""
    stop = re.compile(r"并(?!非)|，|以(?=满足|支持|用于|规避|绕过|供)|用于|供(?=其)").search(
        text, start
    )
    return stop.start() if stop else len(text)


def _head_end(text: str, start: int) -> int:
    """The end of the noun after 的: with its name, or before the next verb."""
    letter = _LETTER.search(text, start)
    if letter and letter.start() - start <= 12:
        return letter.end()
    return _noun_end(text, start)


def _noun_end(text: str, start: int) -> int:
    at = start
    for word, tag, _ in tagged(text[start:]):
        if tag[0] in "vpdcuty" and tag not in ("vn", "uj") and at > start:
            break
        at += len(word)
    return at


def noun_phrase(clause: Clause, bones: Skeleton, start: int, end: int) -> Phrase | None:
    """Read a stretch as a noun phrase."""
    text = clause.text[start:end]
    shift = len(text) - len(text.lstrip("\x00的"))
    start, text = start + shift, text[shift:]
    lead = _leading(text)
    start, text = start + lead, text[lead:]
    text = _without_tail(text)
    if not text:
        return None
    place = clause.start + start
    counted = _QUANTITY.search(text)
    money = _MONEY.search(text)
    quantity = None
    share = next((m for m in _QUANTITY.finditer(text) if m.group()[-1] in "%％"), None)
    if share is not None:
        quantity = (place + share.start(), place + share.end())
    elif counted and (counted.start() < 4 or money):
        mark = counted if counted.start() < 4 else money
        quantity = (place + mark.start(), place + mark.end()) if mark else None
    elif counted and counted.end() == len(text):
        quantity = (place + counted.start(), place + counted.end())
        text = text[: counted.start()]
    letters = list(_LETTER.finditer(text))
    mentions = tuple(
        bones.mentions[place + m.start()] for m in letters if place + m.start() in bones.mentions
    )
    phrase = Phrase(place, place + len(text), (), quantity)
    head = _heads(text, letters, mentions)
    if head:
        phrase.mentions = head
        return phrase
    if letters and text[letters[-1].end() :].strip("\x00") in _GROUPS:
        phrase.words = _QUANTITY.sub("", text.strip("\x00").rsplit("的", 1)[-1], count=1)
        return phrase
    words = _QUANTITY.sub("", text, count=1) if counted and counted.start() == 0 else text
    phrase.words = words.rsplit("的", 1)[-1] if "的" in words and not letters else words
    return phrase if phrase.words.strip("\x00") or quantity else None


_SHARE = re.compile(r"(?:的|约|合计|近|超过)*[\d.]+[%％](?:的)?(?:股权|股份|权益|股)?")
_GROUPS = frozenset("公司 企业 工厂 实体 军方 军队 买家 客户 方面 国家 市场 境内".split())
_OF_SPEAKER = re.compile(
    r"的?(?:[一两三几多]?[名位])?(?:新闻)?(?:发言人|代表|工作人员|负责人|官员|高管|律师|公关部?|客服|主管|员工|雇员|方面|当局|军方|政府|总部)?"
    r"(?:[^\ue000-\ue007]{0,2})?$"
)


def _heads(
    text: str, letters: Sequence["re.Match[str]"], mentions: Sequence[Found]
) -> tuple[Found, ...]:
    """The names that a phrase is about: the last one, with those it is listed with."""
    if not letters or len(mentions) != len(letters):
        return ()
    last = letters[-1]
    if _SHARE.fullmatch(text, last.end()):
        return (mentions[-1],)
    tail = text[last.end() :].strip('\x00“”"')
    if tail and not _OF_SPEAKER.fullmatch(tail):
        return ()
    heads = [mentions[-1]]
    for k in range(len(letters) - 2, -1, -1):
        between = text[letters[k].end() : letters[k + 1].start()]
        if between not in ("、", "和", "与", "及", "以及"):
            break
        heads.insert(0, mentions[k])
    return tuple(heads)


_SAID = re.compile(
    r".*(?:[^名自俗简]称|说(?!法|明|服)|调查|表示|显示|指出|认为|透露|估计|证明|表明|声称|指控|否认|承认|宣布|要求|敦促|证实|负责|涉嫌)(?=.)(?!的|书)"
    r"|^[称说指]"
)


_SAID_ALONE = re.compile(
    r"(?:但|并|且|又|还)?(?:辩称|声称|称|说|表示|承认|否认|强调|指出|回应称|涉嫌|负责|涉及|涉案|共计)"
)


def _leading(text: str) -> int:
    """The length of what governs the clause, of time words and adverbs before a noun."""
    if _SAID_ALONE.fullmatch(text):
        return len(text)
    said = _SAID.match(text)
    at = said.end() if said else 0
    while at < len(text):
        lead = _LEAD.match(text[at:])
        if lead and lead.end():
            at += lead.end()
            continue
        word = next((w for w in table().adverbs if text.startswith(w, at)), None)
        if (
            word is None
            or at + len(word) > len(text)
            or len(text) - at - len(word) == 0
            and at == 0
            and len(word) > 1
        ):
            break
        at += len(word)
    return at


def _without_tail(text: str) -> str:
    """Without the time and adverbs that stand between subject and verb."""
    while text:
        cut = _TIME_TAIL.search(text)
        if cut:
            text = text[: cut.start()]
            continue
        word = next((w for w in table().adverbs if text.endswith(w)), None)
        if word is None:
            return text.rstrip("\x00")
        text = text[: -len(word)]
    return text
