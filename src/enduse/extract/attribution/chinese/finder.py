"""Attributions of Chinese text by pattern, without word segmentation: 据…报道, …表示, 据称."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from enduse.extract.attribution.chinese.phrases import (
    CLAUSE_START,
    clause_start,
    content_end,
    quote_before,
    source_in,
    stated_before,
)
from enduse.extract.attribution.datelines import dateline_end
from enduse.extract.attribution.found import MOST_IN_UNIT, Found, trimmed
from enduse.extract.attribution.lexicon import load_table
from enduse.extract.attribution.quotes import Unit
from enduse.extract.segment import Span

__all__ = ["find_chinese"]

_ACCORDING = re.compile(
    r"(?P<cue>根据|依据|据(?!信|传|估|称|说|报(?![告道社刊]))|据(?=[称说][，,])|按照|按)(?P<source>[^，。；：！？\n“”]{0,40}?)"
    r"(?P<tail>报道称|报道说|报道|消息称|消息|的说法|说法|披露|透露|介绍|通报|称|说|悉|了解|指|显示|(?<=[他她其])(?:统计|估计|估算|分析|判断|观察|测算|预测|回忆|描述|讲述|解释))?[，,：:]"
)
_UNNAMED = re.compile(
    r"据(?:称|说|传|报道|报(?![告道社刊])|信|透露)|(?:被指(?!控)|被认为|被视为|被曝)"
)
# 称, 说, 表示 inside other words.
_NO_VERB_BEFORE = {
    "称": re.compile(r"(?:据|名|俗|下|简|又|统|人|通|堪|代|职|昵|尊|全|合|号|自|爱|对)$"),
    "说": re.compile(r"(?:据|小|学|传|再|听|胡|演|解|劝|述|虽|或者)$"),
}
_NO_VERB_AFTER = re.compile(r"^(?:的|为|之|呼|号|法|明|服|谎|得|是|道是|赞|作)")
_SHORT = frozenset(("称", "说"))
_QUOTED_BEFORE = re.compile(r"[”」』][，,]?$")
# Who announces a deed of its own does it: 宣布制裁 is no saying until "，理由是".
_OWN_DEED = re.compile(
    r"(?:正式|已|将)?(?:制裁|禁止|起诉|批准|启动|取消|解除|成立|(?:对|将|把)[^，。；]{1,60}?"
    r"(?:实施|施加|采取|列入|纳入|加入))[^，。；！？\n]*"
)


@dataclass(frozen=True, slots=True)
class _Table:
    """The verbs as one pattern, and what each implies with and without a clause."""

    pattern: "re.Pattern[str]"
    said: Mapping[str, str]
    thing: Mapping[str, str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    said: dict[str, str] = {}
    thing: dict[str, str] = {}
    for implies, frames in load_table("verbs_zh.yml").items():
        for frame, words in frames.items():
            target = thing if frame == "thing" else said
            for word in words.split():
                target.setdefault(word, implies)
    longest_first = sorted({*said, *thing}, key=lambda word: (-len(word), word))
    negation = r"(?P<no>没有|未能|未|并未|不愿|不|尚未)?"
    return _Table(re.compile(f"{negation}(?P<verb>{'|'.join(longest_first)})"), said, thing)


def find_chinese(text: str, units: Sequence[Unit]) -> Iterator[Found]:
    """Yield the attributions of a text in the order of their cues."""
    for unit in units:
        few = islice(_in_unit(text, unit), MOST_IN_UNIT)
        yield from sorted(few, key=lambda found: found.cue[0])


def _in_unit(text: str, unit: Unit) -> Iterator[Found]:
    unit = Unit(
        Span(dateline_end(text, unit.span.start, unit.span.end), unit.span.end),
        unit.quotes,
        unit.begins_paragraph,
    )
    taken = unit.span.start
    for match in _ACCORDING.finditer(text, unit.span.start, unit.span.end):
        found = _according(text, unit, match)
        if found is not None:
            yield found
            taken = max(taken, match.end() - 1)
    for match in _UNNAMED.finditer(text, unit.span.start, unit.span.end):
        if match.start() >= taken or match.start() == unit.span.start:
            found = _unnamed(text, unit, match)
            if found is not None and text[match.end() : match.end() + 1] not in "，,":
                yield found
    yield from _verbs(text, unit)
    yield from _before_colon(text, unit)
    yield from _pointed(text, unit)


# 公布报告，指至少九批…: what a paper points out, told on by whoever issued it.
_POINTS = re.compile(r"[，,](?:并|还|又)?(?P<verb>指)(?![挥标数导责控出令纹定示向派认称明望])")


def _pointed(text: str, unit: Unit) -> Iterator[Found]:
    for match in _POINTS.finditer(text, unit.span.start, unit.span.end):
        source = stated_before(text, unit, match.start() + 1)
        content = trimmed(text, match.end(), content_end(text, match.end(), unit))
        if source is not None and content.start < content.end:
            yield Found((Span(*match.span("verb")),), source, (content,), "states", "指")


_ANSWERS = re.compile(
    r"(?P<who>[\u4e00-\u9fffA-Za-z·]{2,16}?)(?:在[^，。；：]{1,10})?(?:则|也|却|随即|当场|一口|矢口|断然)?"
    r"(?P<verb>否认|反问|反驳|喊话|质问|断言|坦承|回答|答道|答|辩称|叹道|感叹|发帖|留言|承认|回击|推脱|抱怨|解释|总结)[^，。；：“”]{0,12}：(?=“)"
)


def _before_colon(text: str, unit: Unit) -> Iterator[Found]:
    """某某否认知情：“…”: who answers is quoted, whatever the verb."""
    for match in _ANSWERS.finditer(text, unit.span.start, unit.span.end):
        quote = next((q for q in unit.quotes if 0 <= q.start - match.end() <= 1), None)
        who = source_in(text, match.start("who"), match.end("who"))
        if quote is not None and who is not None:
            yield Found((Span(*match.span("verb")),), who, (quote,), "states", match["verb"])


def _according(text: str, unit: Unit, match: "re.Match[str]") -> Found | None:
    """据路透社报道，… and 根据公司报告，… with the content after the comma."""
    if match.start() and text[match.start() - 1] in "数证依根占论收票无有实律乏":
        return None
    tail = match.group("tail")
    name = match.group("source")
    if not tail and match["cue"] in ("按", "按照"):
        return None
    # 据了解, 据悉: so the writer learned, and says it himself.
    if not name and tail in ("", None, "了解", "悉"):
        return None
    content = trimmed(text, match.end(), content_end(text, match.end(), unit))
    if content.start >= content.end:
        return None
    cue = [Span(match.start("cue"), match.end("cue"))]
    if tail:
        cue.append(Span(match.start("tail"), match.end("tail")))
        if not name:
            cue = [Span(cue[0].start, cue[1].end)]
    source = Span(match.start("source"), match.end("source")) if name else None
    return Found(tuple(cue), source, (content,), "states" if name else "relays", "据")


def _unnamed(text: str, unit: Unit, match: "re.Match[str]") -> Found | None:
    """据称: said by nobody in particular."""
    cue = Span(match.start(), match.end())
    after = trimmed(text, match.end(), content_end(text, match.end(), unit))
    if after.start >= after.end:
        return None
    start = clause_start(text, unit, match.start())
    before = trimmed(text, start, match.start())
    pieces = (before, after) if before.end - before.start > 1 else (after,)
    return Found((cue,), None, pieces, "relays", match.group())


def _verbs(text: str, unit: Unit) -> Iterator[Found]:
    table = _table()
    quotes = iter(unit.quotes)
    quote = next(quotes, None)
    previous: Span | None = None
    said_until = unit.span.start
    matches = table.pattern.finditer(text, unit.span.start, unit.span.end)
    for match in islice(matches, 4 * MOST_IN_UNIT):
        while quote is not None and quote.end <= match.start():
            quote = next(quotes, None)
        if quote is not None and quote.start < match.start():
            continue
        found = _by_verb(text, unit, match, previous)
        if found is not None:
            # Who is quoted as speaking does not take over "并强调" from who quotes them.
            if match.start() >= said_until:
                previous, said_until = found.source, found.content[-1].end
            yield found


def _by_verb(text: str, unit: Unit, match: "re.Match[str]", previous: Span | None) -> Found | None:
    verb, at = match.group("verb"), match.start("verb")
    if verb in _SHORT and (
        _NO_VERB_BEFORE[verb].search(text, max(0, at - 2), at)
        or _NO_VERB_AFTER.match(text[match.end() : match.end() + 2])
    ):
        return None
    if text[match.end() : match.end() + 1] == "的":
        return None
    if verb in _PAPERS and text[match.end() : match.end() + 1] in ("中", "里", "内", "后", "时"):
        return None
    start = clause_start(text, unit, match.start())
    if text[start : start + 1] == "据" and verb in (
        "报道",
        "披露",
        "透露",
        "介绍",
        "通报",
        "称",
        "说",
        "援引",
        "引述",
    ):
        return None
    source = source_in(text, start, match.start())
    if source is None:
        source = (
            previous if start == match.start() or _is_link(text[start : match.start()]) else None
        )
    if source is None and start == match.start() and verb[:2] in ("报道", "通报") and len(verb) > 2:
        source = Span(at, at + 2)
    if source is None and start == match.start():
        source = stated_before(text, unit, start)
    if source is None:
        return None
    cue = Span(match.start(), match.end())
    content, frame = _content(text, unit, match, source)
    if not content:
        return None
    table = _table()
    by_frame = table.thing if frame == "thing" else table.said
    implies = by_frame.get(verb) or table.said.get(verb) or table.thing[verb]
    return Found((cue,), source, content, implies, verb, match.group("no") is not None)


# Words of saying that are papers too: 在声明中否认, 通报说.
_PAPERS = frozenset("声明 报道 通报 答复 说明 回应 评论 分析 介绍 公布 报告 证言 供述".split())


_LINKS = frozenset("并 还 也 又 同时 并且 随后 但 但是 却 但也 不过 只是".split())


def _is_link(words: str) -> bool:
    return words in _LINKS


_FINDS = frozenset(("发现", "认定", "公布", "披露", "报道", "介绍", "通报", "显示"))


def _content(
    text: str, unit: Unit, match: "re.Match[str]", source: Span
) -> tuple[tuple[Span, ...], str]:
    following = text[match.end() : match.end() + 1]
    verb = match.group("verb")
    end = content_end(text, match.end(), unit)
    deed = _OWN_DEED.match(text, match.end(), end) if verb == "宣布" else None
    if deed is not None:
        reason = trimmed(text, deed.end(), end)
        return ((reason,), "said") if reason.start < reason.end else ((), "said")
    if following == "了" and verb in _FINDS:
        return (), "said"
    aspect = 1 if following in ("了", "过", "着") else 0
    after = trimmed(text, match.end() + aspect, end)
    quoted = quote_before(unit, source.start)
    if after.end - after.start <= 1 and quoted is not None:
        return (quoted,), "said"
    if after.start >= after.end:
        return (), "said"
    said = following in "，,：:“「" or verb in _table().said
    if following and following not in "，,：:" and verb in _table().thing:
        stop = CLAUSE_START.search(text, match.end(), end)
        return (trimmed(text, after.start, stop.start() if stop else end),), "thing"
    pieces = (after,) if quoted is None else (quoted, after)
    return (pieces, "said") if said else ((), "said")
