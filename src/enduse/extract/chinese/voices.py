"""Who speaks in a Chinese text: bare names of speakers, labels of answers, what goes on."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from enduse.extract.attribution import Attribution, Speaker
from enduse.extract.hearing.voices import Heard, Voices
from enduse.extract.relations.relation import Relation
from enduse.extract.segment import Span
from enduse.model import Voice

__all__ = ["ChineseVoices"]

# Who spoke before goes on: 她说, 据介绍.
_SAME = frozenset("他 她 其 他本人 她本人 该人士 该负责人 该发言人 该官员 这位发言人".split())
_AS_EXPLAINED = frozenset("据介绍 据其介绍 据他介绍 据她介绍".split())
_THE_REPORT = frozenset(
    "报道 该报道 该报 文章 该文 报道内容 该刊 该媒体 这篇报道 报导 该报导 報導 該報導".split()
)
_NOTICES = frozenset("通报 该通报".split())
# Verbs with which somebody tells a story that goes on in the next sentence.
_TELLING = frozenset("介绍 透露 查明 审理查明 指出 披露 通报 认定 指控 回忆 发现".split())
# Papers of no author, which nobody goes on reading out.
_VAGUE = re.compile(r"公开|资料$|信息$|网络")
_TELLERS = frozenset(("person", "government"))
# What a register or paper tells on without being named again.
_IN_PAPERS = frozenset(
    "owned_by owns subsidiary_of controlled_by controls holds_share_in registered_in address "
    "located_in headquartered_in".split()
)
# What a reported story does not go on telling.
_NOT_TOLD_ON = frozenset(
    "alias calls comment_on denied confirmed aware_of sourced_from reviewed reported_by "
    "position_at".split()
)
_SPEAKS_AS_FIRM = re.compile(r"(?:本|该|我)?公司|我们")
_NAMED_ALONE = frozenset(("Company", "Organization", "PublicBody", "Person"))
_SHORT_OF_ITSELF = frozenset("该公司 该企业 该厂 这家公司 这家企业".split())
_UNNAMED_FIRM = re.compile(r"(?:一家|某)(?!名为)[^，。；：“”、]{0,10}(?:公司|企业|厂商|集团|工厂)")
_PAPER = re.compile(r"《(?P<n>[^》]{2,14}(?:报|社|网|周刊|杂志|新闻|刊|评论|观察))》")
_LEAD = re.compile(
    r"(?:一[名位])?(?:不愿|要求|拒绝|未|不|没有)[^，。的]{0,8}(?:具名|姓名|匿名|身份|名字)的"
    r"|(?![^，。]*[名位])[^，。]*[\u4e00-\u9fff]的(?=[\u4e00-\u9fff]{3,6}$)|该(?![公集企厂机组])"
    r"|一位(?=[^的]{3,8}$)"
)
_OFFICES = (
    "发言人|总经理|董事长|负责人|副市长|市长|部长|局长|主任|所长|院长|厂长|经理|总裁|首席执行官|工程师|"
    "研究员|分析师|律师|官员|法官|检察官|教授"
)
_ANSWERED = re.compile(
    rf"(?P<who>[\u4e00-\u9fffA-Za-z]{{2,16}}?(?:{_OFFICES}))"
    r"(?:\d+日|[今昨]日|[今昨]天|周.|当天|随后|则|也)*(?:予以|作出|断然|坚决|矢口)?"
    r"(?=否认|回应|驳斥|澄清|答复|证实|确认)"
)
_LABEL = re.compile(
    rf"(?P<who>[^，。：；“”\n]{{0,14}}(?:记者|主持人|审判长|代表|议员|委员|专家|证人|被告人|公诉人|答|问|{_OFFICES}))"
    r"[：:]"
)


class ChineseVoices(Voices):
    """The speakers of a Chinese document."""

    @cached_property
    def _labels(self) -> "_Labels":
        return _Labels(self._text)

    @cached_property
    def _is_statement(self) -> bool:
        """Whether a firm tells of itself throughout."""
        return "本公司" in self._text or "我公司" in self._text

    def heard(self, relation: Relation) -> Heard:
        """Return who says a relation."""
        sentence = self._sentence_of(relation.focus)
        answer = self._answer(relation)
        if relation.own_voice or relation.predicate == "alias":
            return answer or Heard(((self._outlet,),), None)
        covering = self._covering(relation, sentence)
        if covering is not None and not self._tells_of_itself(covering, relation):
            return self._chained(covering, explicit=True)
        label = self._labels.at(relation.focus)
        if label is not None and label.end - label.start > 1:
            speaker = Speaker(self._text[label.start : label.end], "person", label)
            voice = self._voice(speaker, explicit=True)
            return Heard(((self._outlet, voice),), voice.name)
        if answer is not None:
            return answer
        inherited = None if sentence in self._by_sentence else self._inherited(sentence)
        if inherited is None or relation.standing and not _told_on(relation, inherited):
            return Heard(((self._outlet,),), None)
        return self._chained(inherited, explicit=False)

    def _answer(self, relation: Relation) -> Heard | None:
        """A denial is its denier's: 李某否认参与; in a statement of one's own it is the text's."""
        subject = relation.subject.span
        denies = relation.predicate == "denied" or relation.predicate == "aware_of"
        if subject is None or not denies or relation.polarity != "denied" or self._is_statement:
            return None
        cue = self._text[relation.focus : relation.focus + 2]
        speaker = Speaker(self._text[subject.start : subject.end], "company", subject)
        return Heard(((self._outlet, self._voice(speaker, explicit=True)),), cue)

    def _inherited(self, sentence: int) -> Attribution | None:
        """Who spoke in the sentence before and goes on: papers, and whoever tells a story."""
        lasting = self._carried.inherited(sentence)
        if lasting is not None:
            return None if _VAGUE.search(lasting.chains[0][-1].text) else lasting
        start = self._sentences[sentence].start
        paragraph = self._carried.paragraphs[bisect_right(self._carried.paragraphs, start) - 1]
        for before in (sentence - 1, sentence - 2):
            if before < 0 or self._sentences[before].start < paragraph:
                return None
            said = self._by_sentence.get(before)
            if said:
                on = self._tells_on(said[-1]) or self._firm_goes_on(said[-1], start)
                return said[-1] if on else None
        return None

    def _firm_goes_on(self, attribution: Attribution, at: int) -> bool:
        """A firm stated something, and "公司计划…" follows."""
        return (
            "company" in _kinds(attribution) and _SPEAKS_AS_FIRM.match(self._text, at) is not None
        )

    def _tells_on(self, attribution: Attribution) -> bool:
        """Whether a person or court tells a story (总经理介绍) and did not drop a phrase."""
        cue = attribution.cue[0]
        if self._text[cue.start : cue.end] in _AS_EXPLAINED:
            return True
        first = self._text[attribution.content[0].start - 1]
        if attribution.verb not in _TELLING or first in "“「":
            return False
        return not _TELLERS.isdisjoint(_kinds(attribution))

    def _resolved(self, attribution: Attribution) -> Attribution:
        source, cue = attribution.source, attribution.cue[0]
        words = self._text[source.start : source.end] if source is not None else ""
        if words in _SAME or self._text[cue.start : cue.end] in _AS_EXPLAINED:
            return self._spoke_before(attribution)
        return super()._resolved(attribution)

    def _spoke_before(self, attribution: Attribution) -> Attribution:
        """The person who spoke last before, by an attribution or by an office that answers."""
        at = attribution.cue[0].start
        here = self._sentence_of(at)
        for sentence in range(here, max(-1, here - 4), -1):
            place = self._sentences[sentence]
            answers = list(_ANSWERED.finditer(self._text, place.start, min(at, place.end)))
            if answers:
                who = answers[-1]
                speaker = Speaker(who["who"], "person", Span(*who.span("who")))
                return replace(attribution, chains=((speaker,),))
            for before in reversed(self._by_sentence.get(sentence, ())):
                named = before.source
                if named is None or before.cue[0].start >= at:
                    continue
                if self._text[named.start : named.end] not in _SAME:
                    return replace(attribution, chains=before.chains)
        return attribution

    def _voice(self, speaker: Speaker, explicit: bool, said: Sequence[Span] = ()) -> Voice:
        if speaker.span is None:
            return super()._voice(speaker, explicit, said)
        near = max(0, speaker.span.start - 60)
        unnamed = _UNNAMED_FIRM.search(self._text, near, speaker.span.start) is not None
        if unnamed and speaker.text in _SHORT_OF_ITSELF:
            return Voice(speaker.text, speaker.kind, explicit)
        return super()._voice(self._bare(speaker, speaker.span), explicit, said)

    def _issued_before(self, span: Span) -> Speaker | None:
        """Who issued the notice that goes on: the body that spoke last before it."""
        here = self._sentence_of(span.start)
        for sentence in range(here, max(-1, here - 3), -1):
            for before in reversed(self._by_sentence.get(sentence, ())):
                for speaker in (s for chain in before.chains for s in chain[-1:]):
                    own = speaker.span is not None and speaker.span.end <= span.start
                    if own and speaker.kind in ("government", "company"):
                        return speaker
        return None

    def _cited_before(self, span: Span) -> Speaker | None:
        """Whose report it is: the agency or paper that was cited before it."""
        for sentence in range(self._sentence_of(span.start), -1, -1):
            for before in self._by_sentence.get(sentence, ()):
                for speaker in (s for chain in before.chains for s in chain):
                    own = speaker.span is not None and speaker.span.end <= span.start
                    if own and speaker.kind in ("agency", "outlet") and len(speaker.text) > 2:
                        return speaker
        return None

    def _named_last(self, speaker: Speaker, span: Span, kind: str) -> Speaker:
        """该部, 该中心: the body of that kind that was named last."""
        for found in reversed(self._entities.found):
            if found.span.end <= span.start and found.text.endswith(kind) and found.kind == "name":
                return _part(speaker, found.span.start, found.text)
        return speaker

    def _bare(self, speaker: Speaker, span: Span) -> Speaker:
        """一名不愿具名的业内人士 is 业内人士; 国有企业示例集团 is the name at its end."""
        paper = _PAPER.search(speaker.text)
        if paper is not None:
            return _part(speaker, span.start + paper.start("n"), paper["n"])
        if speaker.text in _THE_REPORT:
            papers = list(_PAPER.finditer(self._text, 0, span.start))
            if papers:
                return _part(speaker, papers[-1].start("n"), papers[-1]["n"])
            return self._cited_before(span) or speaker
        if speaker.text in _NOTICES:
            return self._issued_before(span) or speaker
        body = _THIS_BODY.match(speaker.text)
        if body is not None:
            return self._named_last(speaker, span, body["kind"])
        quoted = self._text[span.end - 1] in "”」"
        last = span.end - quoted
        inside = [f for f, _ in self._entities.inside(span) if f.span.end in (span.end, last)]
        known = inside and inside[-1].kind == "name" and inside[-1].schema in _NAMED_ALONE
        # A name of two characters is borne by many: it keeps its office.
        if known and (inside[-1].schema != "Person" or len(inside[-1].text) > 2):
            opening = self._text.rfind("“", span.start, inside[-1].span.start)
            if quoted and opening >= span.start:
                whole = self._text[opening + 1 : last]
                return _part(speaker, opening + 1, whole)
            return _part(speaker, inside[-1].span.start, inside[-1].text)
        lead = _LEAD.match(speaker.text)
        if lead is None or len(speaker.text) - lead.end() < 2:
            return speaker
        if lead.group().endswith("的") and any(
            f.text == lead.group()[:-1] for f, _ in self._entities.inside(span)
        ):
            return speaker
        return _part(speaker, span.start + lead.end(), speaker.text[lead.end() :])


_THIS_BODY = re.compile(
    r"该(?P<kind>部|局|署|院|所|行|校|社|中心|委员会|研究所|研究院|智库|法院|海关|协会|论坛)$"
)


def _part(speaker: Speaker, start: int, words: str) -> Speaker:
    return replace(speaker, text=words, span=Span(start, start + len(words)))


def _kinds(attribution: Attribution) -> set[str]:
    return {chain[-1].kind for chain in attribution.chains if chain}


def _told_on(relation: Relation, inherited: Attribution) -> bool:
    """Whether a paper goes on telling who owns what and where it is, a medium its whole story."""
    if _kinds(inherited) & {"agency", "outlet"}:
        return relation.predicate not in _NOT_TOLD_ON
    return relation.predicate in _IN_PAPERS and _kinds(inherited) == {"document"}


class _Labels:
    """Who speaks each line of questions and answers, by the label at its head or before."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._speakers: list[Span | None] = []
        opened = 0
        for line in re.finditer(r"[^\n]+", text):
            match = _LABEL.match(text, line.start(), line.end())
            opened += match is not None
            if match is not None:
                self._open(line.start(), Span(*match.span("who")))
            elif line.group()[0] in "（(":
                self._open(line.start(), None)
        if opened < 2:
            self._starts, self._speakers = [], []

    def _open(self, start: int, speaker: Span | None) -> None:
        self._starts.append(start)
        self._speakers.append(speaker)

    def at(self, place: int) -> Span | None:
        """The label in whose answer a place stands; None outside of questions and answers."""
        k = bisect_right(self._starts, place) - 1
        return self._speakers[k] if k >= 0 else None
