"""Silence, refusals, ignorance and missing evidence, by the words of a clause."""

import re
from collections.abc import Iterator

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.clauses.evidence import EVIDENCE
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.clauses.reading.clause import Clause
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.words import words
from enduse.extract.segment import Span

__all__ = ["responses"]

_NO = r"(?:没有|并未|尚未|暂未|均未|都未|未能|未曾|未|拒不|不)"
_ANSWER = r"(?:回应|回复|答复|作答|应答|回覆|回电|答覆)"
_PATTERNS = (
    (
        "comment_on",
        "declined_to_comment",
        re.compile(
            r"(?:拒绝|婉拒|不愿|谢绝|不便|拒不|无意|不愿意|回绝)(?:[^，。；]{0,12}?(?:置评|评论|回应|回答|表态|讨论|透露(?!姓名|身份|名字)|答复|说明)"
            r"|[^，。；]{0,6}接受[^，。；]{0,8}采访)[^，。；]*|(?:不|未)予(?:置评|评论)|不予回应|不(?:便|愿)?评论[^，。；]*|(?:暂)?(?:不便|不宜|不方便|不适宜|不好)(?:就|对)?[^，。；]{0,12}?(?:置评|评论|回应|表态)|暂不(?:置评|评论|回应|表态)|(?:婉拒|谢绝|拒绝|不愿|回绝)(?:受访|采访|访问|访谈|约访|对话)|拒访|无可奉告|不作(?:任何|进一步|更多|过多)?评论|(?:一切|具体)?以[^，。；]{0,8}(?:公告|公报|声明|通报|官方信息)为准|(?:没有|暂无|无|没)(?:更多|其他|进一步|任何|可以?|需要)*(?:可|能)?(?:补充|提供|透露|披露)的?(?:信息|内容|消息|细节)?|(?:建议|请)(?:你|您|记者|贵报|你们)?(?:向|去|找|咨询|询问)[^，。；]{0,14}(?:了解|询问|咨询|求证)|不便(?:多说|透露|披露|多谈|公开)|不方便(?:透露|回答|评论|多说|公开)|不(?:予|作|做|便)(?:任何)?(?:回应|表态|置评|评论|说明|回答)|无意(?:评论|置评)|三缄其口|避而不谈|讳莫如深|顾左右而言他|挂断(?:了)?电话"
        ),
    ),
    (
        "comment_on",
        "no_response",
        re.compile(
            rf"{_NO}(?:[^，。；]{{0,16}}?){_ANSWER}[^，。；]{{0,20}}|{_NO}接听[^，。；]{{0,14}}"
            r"|不会?(?:对|就)[^，。；]{0,20}(?:发表|作|予)?(?:任何)?(?:评论|置评)"
            r"|(?:没有|未|尚未|并未)(?:就|对)[^，。；]{1,20}?(?:置评|评论|表态)[^，。；]{0,8}"
            r"|(?:没有|未|尚未|并未)(?:立即|马上|就此|对此|予以|予|加以|作出|做出|发表|公开|任何|作)*(?:置评|评论|表态)[^，。；]{0,8}"
            r"|无人接听|(?:电话|手机)[^，。；]{0,8}(?:打不通|无法接通|关机|停机|空号|无人应答|忙音)|(?:始终|一直)?联系不上|(?:无法|未能|没能|无从)[^，。；]{0,24}?(?:取得联系|联系上|联系到|联系|联络)[^，。；]{0,20}"
        ),
    ),
    (
        "denied",
        "denied",
        re.compile(
            r"(?:毫无根据|毫无事实根据|不实|不属实|纯属捏造|子虚乌有|无中生有|与事实不符|缺乏事实依据|荒谬|荒唐|完全失实|纯属谣言|虚假信息|无稽之谈|拒绝认罪|不认罪|拒不认罪|否认有罪|坚称无罪|坚称清白|否认全部指控|否认所有指控|否认一切指控|否认有任何不当行为|矢口否认)"
        ),
    ),
    (
        "aware_of",
        "denied",
        re.compile(
            r"(?:没有|无|毫无)理由(?:怀疑|相信|认为|知道)|否认(?:对此|自己|其|事先|曾|对[^，。]{2,16})*(?:知情|知晓|知悉|了解|认识)[^，。；]{0,20}|一无所知|从未听说(?:过)?[^，。；]{0,20}|从来没听说过?[^，。；]{0,20}|毫不知情|并不知情|无从得知|闻所未闻|蒙在鼓里|毫无所知|完全不知情|全然不知|(?:不|并不|毫不|没有|无法|并未|未|从不|全不|概不|毫)(?:了解|掌握|清楚|知道|知悉|知晓|知情|得知|认识|熟悉)[^，。；：！？]{0,24}"
        ),
    ),
)


def responses(text: str, clause: Clause, span: Span) -> Iterator[tuple[Said, int]]:
    """Yield how somebody answered, with the place where the answering words begin.

    Args:
        text: Canonical text.
        clause: The clause.
        span: Its place, from the first to the last atom.
    """
    evidence = EVIDENCE.search(text, span.start, span.end)
    if evidence is not None:
        yield _evidence(text, clause, evidence, span), evidence.start()
        return
    for predicate, polarity, pattern in _PATTERNS:
        match = pattern.search(text, span.start, span.end)
        if (
            match is None
            or predicate not in ("denied",)
            and "否认" in text[span.start : match.start()]
        ):
            continue
        if predicate == "aware_of" and clause.asked is not None and clause.subject is None:
            continue
        who = _who(clause, match)
        if who is None:
            return
        if match.group() in words("said_untrue"):
            about = (
                clause.subject.text
                if clause.subject is not None and clause.subject is not who
                else "指控"
            )
            place = Span(span.start, match.end())
            yield Said("denied", who, about, None, place, polarity, "fact", own=True), match.start()
            return
        start = who.span.start if span.start <= who.span.start < match.start() else match.start()
        quote = Span(start, max(match.end(), who.span.end))
        yield (
            Said(
                predicate,
                who,
                _object(text, clause, match, predicate),
                None,
                quote,
                polarity,
                "fact",
                predicate == "comment_on",
            ),
            match.start(),
        )
        return


def _who(clause: Clause, match: "re.Match[str]") -> Phrase | None:
    """The subject; of "无法联系到X" it is X."""
    if re.match(r"无法|未能|没能|无从", match.group()) and "联系" in match.group():
        inside = [a for a in clause.atoms if match.start() <= a.span.start < match.end()]
        named = [a for a in inside if a.name is not None]
        if named:
            return Phrase(tuple(named[:1]))
        before = clause.subject
        return before or clause.topic
    if clause.speaker is not None and match.group() in words("said_untrue"):
        return clause.speaker
    subject = clause.subject
    if match.group() == "无人接听" and subject is not None and subject.atoms[0].name is not None:
        office = len(subject.atoms) > 1 and subject.atoms[1].text.endswith("发言人")
        return Phrase(subject.atoms[: 2 if office else 1])
    if subject is not None and subject.span.start < match.start():
        kept = tuple(a for a in subject.atoms if a.span.end <= match.start())
        firm = len(kept) == 2 and kept[0].name is not None and kept[0].name.schema != "Address"
        if firm and kept[1].text == "方面":
            kept = kept[:1]
        return Phrase(kept) if kept else subject
    if "置评" in match.group() or "评论" in match.group():
        return clause.speaker or clause.topic
    return clause.topic


_WHAT = re.compile(
    r"(?:置评|评论|采访|记者|提问|询问|问题|邮件|电话|请求|短信)[^，。；]*(?:请求|问题|询问|邮件|电话|信件|短信|要求)|(?:电子邮件|置评请求|采访请求|请求|提问|询问|邮件|电话|问题)$"
)


def _object(text: str, clause: Clause, match: "re.Match[str]", predicate: str) -> Phrase | str:
    words = match.group()
    if predicate == "denied":
        return re.sub("^否认(?:有)?", "", words) if "否认" in words and len(words) > 4 else "指控"
    if predicate == "aware_of":
        rest = re.sub(r"^.*?(?:了解|掌握|清楚|知道|知悉|知晓|知情|得知|认识|熟悉|所知)", "", words)
        about = next(
            (a for a in clause.atoms if a.kind == "prep" and a.text in ("对", "对于", "就")), None
        )
        if not rest and about is not None:
            rest = text[about.span.end : match.start()].strip('“”"并均也都')
        return rest or "此事"
    asked = re.search(
        r"(?:就|对)(?P<o>[^，。；]{2,14}?)(?:置评|评论|回应|表态|作出|发表|予以)", words
    )
    if asked is not None:
        return asked["o"]
    rest = re.sub(r"^.*?(?:回应|回复|答复|接受|联系到?|作答|接听)(?:了)?", "", words)
    return rest if 2 < len(rest) < len(words) else "置评请求"


_STATUS = re.compile(
    r"(?:没有|尚无|暂无|缺乏|并无|未见|无|未发现|找不到|没有发现)(?:任何|公开|直接|确凿|足够|独立)*(?:的)?证据|证据(?:不足|有限|不充分)|(?:尚|仍|并|还)?(?:不能|无法|难以|不足以)(?:证明|证实|显示|确认|确定|判断|判定|辨别)"
    r"|(?:无法|未能|未经|难以|尚未|没有|不能|未获)(?:得到|获得|被)?(?:独立|立即|官方)?(?:的)?(?:核实|证实|验证|查证|查实|核查)|有待[^，。]{0,4}证实|(?:尚|仍|还)不(?:清楚|知道|明确|得而知)|(?:未|没有|尚未|并未)(?:得到|获得)[^，。]{0,4}(?:证实|核实|确认|验证)"
)


def _evidence(text: str, clause: Clause, match: "re.Match[str]", span: Span) -> Said:
    unclear = (
        re.search(r"无法(?:确认|确定)|难以确定|不清楚|不知道|不明确|不得而知", match.group())
        is not None
    )
    polarity = "asserted" if match["yes"] or unclear else "negated"
    content = next((match[g] for g in "cdefgh" if match[g]), "")
    quote = Span(match.start(), match.end())
    status = _STATUS.search(match.group())
    core = status.group() if status else "证据"
    if not content and clause.subject is not None:
        quote = Span(min(span.start, match.start()), match.end())
        return Said(
            "evidence_status", clause.subject, core, None, quote, polarity, "fact", words=True
        )
    start = match.end() - len(content) if content else match.start()
    if (match["e"] or match["h"]) and len(content) > 2:
        return Said(
            "evidence_status",
            re.sub("^(?:这些|那些|这批|该|其)", "", content.strip("的了")),
            core,
            None,
            quote,
            polarity,
            "fact",
            words=True,
        )
    inside = [
        a
        for a in clause.atoms
        if a.span.start >= start
        and a.kind in ("name", "noun", "amount", "det", "de", "mod", "join")
    ]
    subject: Phrase | str = clause.topic or content or "报道"
    run: list[Atom] = []
    for atom in inside:
        if run and atom.span.start > run[-1].span.end:
            break
        run.append(atom)
    if run:
        subject = Phrase(tuple(run))
    return Said(
        "evidence_status",
        subject,
        core,
        None,
        quote,
        polarity,
        "fact",
        words=True,
    )
