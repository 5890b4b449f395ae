"""Where a Chinese speaker stands before a verb of saying, and where ends what is said."""

import re

from enduse.extract.attribution.datelines import dateline_end
from enduse.extract.attribution.quotes import Unit
from enduse.extract.segment import Span

__all__ = [
    "CLAUSE_START",
    "clause_start",
    "content_end",
    "quote_before",
    "source_in",
    "stated_before",
]

_LONGEST_SOURCE = 45


CLAUSE_START = re.compile(r"[，。；！？：\n,;!?:]")


# What stands between the speaker and the verb and belongs to neither.
_ADVERBIAL = re.compile(
    r"(?:(?:星期|周|礼拜)[一二三四五六日天]|\d+年|\d+月|\d+[日号]|[今当昨次前][日天晚]|日前|近日|此前|"
    r"经(?:审理|查|调查|核实|审查|鉴定|初步调查|过[^，。]{1,8})(?:后)?|审理后?|调查后|当庭|庭上|一审|二审|终审|坦言|书面|同时|随后|稍后|之后|同时|同日|早些时候|上周|本周|本月|上月|去年|今年|前年|同年|当年|年初|年底|还|也|曾|已|已经|再次|再度|明确|公开|则|都|均|"
    r"多次|进一步|特别|并|又|另|另外|正式|坚决|严正|断然|对此|就此|一致|先后|通过[^，。]{1,14}|向[^，。]{1,14}|"
    r"(?:发布|发表|发出)(?:的|了)?(?:一份|书面)?(?:声明|公告|消息|文章|通报|推文|帖文|新闻稿)|(?:声明|公告|邮件)(?:中|里)|(?<!的)(?:评估|分析)|(?:到案|被捕|庭审|受访|受询|求情|获释|开庭|出庭|回应|答记者问|记者会)[^，。]{0,4}(?:后|时)|以(?:电邮|电子邮件|书面|短信|邮件)(?:形式|方式)?(?:回复|答复|回应)?|受访|"
    r"对[^，。]{1,12}|(?:回复|答复|告诉|致函|致信)[^，。]{0,12}|在[^，。]{1,20}?(?:上|中|时|后|里|会|间|内|前)|在(?:其|公司|自己的?)?(?:官方)?(?:网站|官网|官微|公众号|社交媒体|社交平台|账号|财报|年报|公告|声明)|接受[^，。]{1,14}?(?:采访时|访问时|采访)|"
    r"(?:发布|发出)[^，。]{0,4}(?:讯息|信息)|(?:在|于)(?:今年|去年|前年|上月|本月|\d+年|\d+月)[^，。\d]{0,2}\d*[月日]?份?|"
    r"就[^，。]{1,16})+$"
)


_OPENING = re.compile(
    r"^(?:另有|另外|还有|已有|另|但是|但|而|不过|然而|同时|此外|另外|对此|并且|并|和|与|其中|随后|之后|目前|"
    r"(?:星期|周)[一二三四五六日天]|\d+[年月日号]|[今当昨次][日天晚]|日前|近日)+"
)


_GOES_ON = re.compile(
    r"[，,](?:并且|并|同时|还|又)+(?=强调|指出|称|表示|呼吁|敦促|要求|警告|否认|承认|指责|谴责|补充|重申|透露)"
)


# Before a verb of saying that is a noun there: 违反承诺, 发表声明, 否认报道.
_NO_SPEAKER = re.compile(
    r"(?:违反|遵守|履行|作出|做出|发表|发布|提出|无端|肆意|横加|用途|拒绝|没有|否认|面临|受到|遭到|遭|未|不|接受|予以|引发|进行|驳斥|证据|证据能够|足以|无法|未能|难以|独立)$"
)


_ENDS = re.compile(r"[。！？\n]")


_STATED = re.compile(
    r"(?P<s>[^，。；：\n“”]{2,24}?)(?:\d+月\d+日|\d+日|[今昨当][天日]|周[一二三四五六日]|近日|日前)?(?:在[^，。；：\n]{1,12}?|通过[^，。；：\n]{1,12}?)?"
    r"(?:发表|发布|发出|作出|做出|公布|出具)(?:了)?[^，。；：\n]{0,10}(?:声明|公告|回应|通报|澄清|文章|消息|报告|简报|白皮书)[，,]$"
)
# 商务部通报了这起案件，称…: who told of a matter goes on telling.
_TOLD = re.compile(
    r"(?P<s>[^，。；：\n“”]{2,24}?)(?:\d+月\d+日|\d+日|[今昨当][天日]|(?:周|星期)[一二三四五六日]|近日|日前|对外|首次)*"
    r"(?:通报|公布|披露|公开)了?[^，。；：\n]{2,24}[，,]$"
)


def stated_before(text: str, unit: Unit, at: int) -> Span | None:
    """Who issued the statement that the clause before tells of: "公司发表声明，否认…"."""
    before = clause_start(text, unit, at - 1) if at > unit.span.start else at
    match = _STATED.match(text, before, at) or _TOLD.match(text, before, at)
    return Span(*match.span("s")) if match is not None else None


# A note in brackets between speaker and verb: 示例股份（代码：001）披露.
_ASIDE = re.compile(r"[（(][^（）()]{0,60}[）)]$")


def source_in(text: str, start: int, end: int) -> Span | None:
    """The speaker between the start of the clause and the verb, without its adverbials."""
    phrase = _ASIDE.sub("", text[start:end])
    cut = _ADVERBIAL.search(phrase)
    # A name may itself end like an adverbial; never cut all of it away.
    if cut is not None and cut.start() > 0:
        phrase = phrase[: cut.start()]
    elif cut is not None:
        return None
    dateline = dateline_end(text, start, start + len(phrase)) - start
    if dateline:
        return source_in(text, start + dateline, end)
    opening = _OPENING.match(phrase)
    shift = opening.end() if opening else 0
    phrase = phrase[shift:]
    if _CONDITION.match(phrase):
        return None
    if phrase.startswith(("坚称", "声称", "宣称", "承认", "辩称", "自称", "谎称")):
        return None
    if phrase in ("我愿", "我们愿", "我要", "我想", "我们"):
        return None
    if not 1 < len(phrase) <= _LONGEST_SOURCE and phrase not in ("他", "她"):
        return None
    if _NO_SPEAKER.search(phrase) is not None or phrase.endswith(
        ("中", "内", "上", "里", "后", "时")
    ):
        return None
    if phrase.endswith(("的", "地", "得", "被", "了", "是", "可以", "能够", "将", "为", "所")):
        return None
    return Span(start + shift, start + shift + len(phrase))


_CONDITION = re.compile(
    r"函请|提请|责成|责令|将(?:函|约|会|要|邀|依|向)|如果|倘若|假如|假若|一旦|只要|即使|如(?![今何])|若(?![干])|要是|是否|能否"
)


def quote_before(unit: Unit, at: int) -> Span | None:
    """A quotation that ends right before the speaker, as in “…，”发言人说."""
    for quote in unit.quotes:
        if 0 <= at - quote.end <= 1 and quote.end - quote.start > 6:
            return quote
    return None


def clause_start(text: str, unit: Unit, at: int) -> int:
    """Where the clause begins that a place stands in, across brackets and quoted names."""
    floor = max(unit.span.start, at - _LONGEST_SOURCE - 25)
    i = at
    while i > floor and text[i - 1] not in "，。；！？：\n,;!?:":
        if text[i - 1] in "）)":
            opening = max(
                text.rfind("（", max(floor, i - 60), i), text.rfind("(", max(floor, i - 60), i)
            )
            if opening >= 0:
                i = opening
                continue
        if text[i - 1] in "”」』":
            opening = _short_quote(text, i, floor)
            if opening < 0:
                break
            i = opening + 1
        i -= 1
    return i


def _short_quote(text: str, end: int, floor: int) -> int:
    """Where a quoted name begins that ends there; -1 for a quotation of speech."""
    opening = max(text.rfind(mark, max(floor, end - 18), end) for mark in "“「『")
    inside = text[opening + 1 : end - 1]
    return -1 if opening < 0 or any(c in "，。；！？：" for c in inside) else opening


def content_end(text: str, start: int, unit: Unit) -> int:
    """Where what is said ends: with the sentence, but not inside a quotation."""
    for quote in unit.quotes:
        if start <= quote.start <= start + 2:
            tail = text[quote.end : unit.span.end].strip("。！？ ")
            return quote.end if not tail or tail[0] in "，,；;" else unit.span.end
    end = _GOES_ON.search(text, start, unit.span.end) or _ENDS.search(text, start, unit.span.end)
    if end is None or any(q.start < end.start() < q.end for q in unit.quotes):
        return unit.span.end
    return end.start()
