"""Chinese noun phrases: names, numbers and words, without what only surrounds them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from enduse.extract.chinese.frames.table import table
from enduse.extract.mentions.found import Found
from enduse.extract.relations.skeleton import Skeleton

__all__ = ["LETTER", "Clause", "Phrase", "noun_phrase"]

LETTER = re.compile("[\ue000-\ue007]")
_NUMBER = (
    r"(?:[\d.,，]*\d[十百千]?[万亿]{0,2}[余多]?"
    r"|[一二两三四五六七八九十百千数几][十百千万亿]*[余多]?)"
)
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
_SHARE = re.compile(r"(?:的|约|合计|近|超过)*[\d.]+[%％](?:的)?(?:股权|股份|权益|股)?")
_GROUPS = frozenset("公司 企业 工厂 实体 军方 军队 买家 客户 方面 国家 市场 境内".split())
_OF_SPEAKER = re.compile(
    r"的?(?:[一两三几多]?[名位])?(?:新闻)?(?:发言人|代表|工作人员|负责人|官员|高管|律师|公关部?|客服|主管|员工|雇员|方面|当局|军方|政府|总部)?"
    r"(?:[^\ue000-\ue007]{0,2})?$"
)
_GOVERNS = re.compile(r"(?:估计|表示|认为|透露|显示|指出|预计)$")
_SAID = re.compile(
    r".*(?:[^名自俗简]称|说(?!法|明|服)|调查|表示|显示|指出|认为|透露|估计|证明|表明|声称|指控|否认|承认|宣布|要求|敦促|证实|负责|涉嫌)(?=.)(?!的|书)"
    r"|^[称说指]"
)
_SAID_ALONE = re.compile(
    r"(?:但|并|且|又|还)?(?:辩称|声称|称|说|表示|承认|否认|强调|指出|回应称|涉嫌|负责|涉及|涉案|共计)"
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


@dataclass(frozen=True, slots=True)
class Clause:
    """Characters between two marks; what stands in brackets is blotted out of `text`."""

    start: int
    end: int
    text: str


def noun_phrase(clause: Clause, bones: Skeleton, start: int, end: int) -> Phrase | None:
    """Read a stretch as a noun phrase."""
    text = clause.text[start:end]
    shift = len(text) - len(text.lstrip("\x00的"))
    start, text = start + shift, text[shift:]
    lead = _leading(text)
    start, text = start + lead, text[lead:]
    text = _without_tail(text)
    if not text or _GOVERNS.search(text):
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
    letters = list(LETTER.finditer(text))
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
    if tail in _GROUPS or tail and not _OF_SPEAKER.fullmatch(tail):
        return ()
    heads = [mentions[-1]]
    for k in range(len(letters) - 2, -1, -1):
        between = text[letters[k].end() : letters[k + 1].start()]
        if between not in ("、", "和", "与", "及", "以及"):
            break
        heads.insert(0, mentions[k])
    return tuple(heads)


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
