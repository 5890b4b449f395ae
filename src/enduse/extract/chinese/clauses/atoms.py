"""A stretch of Chinese text as atoms: names, times, amounts, and words with what they do."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from enduse.extract.chinese.clauses.words import every_word, grammar
from enduse.extract.chinese.tables.table import attribute, sayings, table_words, verb
from enduse.extract.chinese.words import tagged
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["NOUNS", "Atom", "Places", "atoms"]


@dataclass(frozen=True, slots=True)
class Atom:
    """A smallest part of a clause.

    Attributes:
        kind: name, time, amount, verb (one of the table), say, attribute ("总部"), prep, not, deny,
            stop, adverb, copula, join, opener, de (的), aspect, noun, word (another verb), mark.
        text: As written.
        span: Where.
        name: The mention, of a name.
    """

    kind: str
    text: str
    span: Span
    name: Found | None = None


NOUNS = frozenset(("name", "amount", "det", "noun", "attribute", "join", "de", "word"))
_BRACKET = re.compile(r"[（(【\[][^（）()【】\[\]\n]{0,120}[）)】\]]")
_CLASSIFIER = re.compile(
    r"[多余几]?(?:批次|架次|台次|人次|个|架|枚|台|套|艘|辆|名|位|家|批|件|份|种|款|项|支|颗|座|条|只|人|次|部|张|笔|组|艇|门|挺|发|箱|片|块|根|吨级|类|宗|栋|所|处|层|起|届|轮|期|桶|票|柜|封|页)"
)
# 警方19日通报: a day of this month.
_DAY = re.compile(r"[12]?\d[日号]|3[01][日号]")
# 18个月内, 今年3月至10月间: where a time ends is part of it, or jieba reads 内向.
_AFTER_TIME = re.compile(r"(?:以内|之内|期间|以来|[内间])(?![部外容地线])")
_SINGLE = re.compile(
    r"[一二两三四五六七八九十数多几]{1,3}(?:个|架|枚|台|套|艘|辆|名|位|家|批|件|份|种|款|项|支|颗|座|条|部|张|笔|组|类|处|栋)|[这那该][些批几个款种]?(?:批|款|种|家|个|笔)|上述|这些|那些|任何|全部|所有|另[一外](?:家|个|名)?|首批|多家|数家|其余|其他|部分|每(?:台|架|枚|套|件|辆|颗|个|部)|(?:同|某|各|整)(?:批|家|款|种|个|台)"
)


_COUNTS_OR_POINTS = frozenset("一二两三四五六七八九十数多几这那该上些任全所另首其部每同某各整")


@dataclass(frozen=True, slots=True)
class Places:
    """What is known of a text before its clauses are read: names, times and amounts, in order."""

    names: Sequence[Found]
    times: Sequence[Span]
    amounts: Sequence[Span]

    def dated(self, span: Span) -> bool:
        """Whether a time is named inside a span."""
        at = bisect_left(self.times, span.start, key=lambda s: s.start)
        return at < len(self.times) and self.times[at].start < span.end

    def between(self, span: Span) -> list[tuple[Span, str, Found | None]]:
        """Everything inside a span, none overlapping; names go before amounts and times."""
        found: list[tuple[Span, str, Found | None]] = []
        low = bisect_left(self.names, span.start, key=lambda f: f.span.start)
        for k in range(low, len(self.names)):
            name = self.names[k]
            if name.span.start >= span.end:
                break
            if name.span.end <= span.end:
                found.append((name.span, "name", name))
        for kind, spans in (("amount", self.amounts), ("time", self.times)):
            at = bisect_left(spans, span.start, key=lambda s: s.start)
            while at < len(spans) and spans[at].end <= span.end:
                if not any(spans[at].overlaps(s) for s, _, _ in found):
                    found.append((spans[at], kind, None))
                at += 1
        return sorted(found, key=lambda f: f[0])


def atoms(text: str, span: Span, places: Places) -> list[Atom]:
    """Return the atoms of a stretch; brackets and quotation marks belong to none."""
    found: list[Atom] = []
    at = span.start
    for place, kind, name in places.between(span):
        if place.start < at:
            continue
        found.extend(_words(text, Span(at, place.start)))
        end = place.end
        after = (_AFTER_TIME if kind == "time" else _CLASSIFIER).match(text, end, span.end)
        end = after.end() if after and kind != "name" else end
        if kind == "amount" and _DAY.fullmatch(text, place.start, end + 1):
            kind, end = "time", end + 1
        found.append(Atom(kind, text[place.start : end], Span(place.start, end), name))
        at = end
    found.extend(_words(text, Span(at, span.end)))
    return _without_brackets(text, span, found)


def _without_brackets(text: str, span: Span, found: list[Atom]) -> list[Atom]:
    inside = [Span(*m.span()) for m in _BRACKET.finditer(text, span.start, span.end)]
    return [a for a in found if not any(a.span.within(b) for b in inside)]


def _words(text: str, gap: Span) -> Iterator[Atom]:
    """The words of a gap; long words of the tables are cut out before jieba cuts the rest."""
    at = gap.start
    for match in _CRIME.finditer(text, gap.start, gap.end):
        yield from _plain_words(text, Span(at, match.start()))
        yield Atom("noun", match.group(), Span(*match.span()))
        at = match.end()
    yield from _plain_words(text, Span(at, gap.end))


# What somebody is charged with is one noun, whatever verbs its name holds.
_CRIME = re.compile(
    r"走私国家(?:禁止|限制)(?:进出|进|出)口的?(?:货物|物品|物项)罪?"
    r"|(?:走私|非法|危害|侵犯|破坏|妨害|逃避|伪造|虚开|洗钱|贪污|受贿|行贿|间谍|泄露|盗窃|诈骗|违反|串谋|共谋|欺诈|为境外)[^，。；：“”]{0,24}?罪(?![犯行名责])"
)


def _plain_words(text: str, gap: Span) -> Iterator[Atom]:
    at = gap.start
    for match in _long_words().finditer(text, gap.start, gap.end):
        yield from _pieces(text, Span(at, match.start()))
        yield Atom(_kind(match.group(), "n"), match.group(), Span(*match.span()))
        at = match.end()
    yield from _pieces(text, Span(at, gap.end))


@lru_cache(maxsize=1)
def _long_words() -> re.Pattern[str]:
    long = sorted((w for w in _vocabulary() if len(w) > 2), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, long)))


def _pieces(text: str, gap: Span) -> Iterator[Atom]:
    """Jieba's words; pieces that make one word of the tables are joined."""
    if gap.start >= gap.end:
        return
    pieces = [
        (w, t, Span(gap.start + s.start, gap.start + s.end))
        for w, t, s in tagged(text[gap.start : gap.end], guess=False)
    ]
    k = 0
    while k < len(pieces):
        at = pieces[k][2].start
        some = _SINGLE.match(text, at, gap.end) if text[at] in _COUNTS_OR_POINTS else None
        ends = {s.end: j for j, (_, _, s) in enumerate(pieces[k : k + 4], k)}
        if some and some.end() in ends:
            kind = "amount" if some.group()[0] in "一二两三四五六七八九十数多几" else "det"
            yield Atom(kind, some.group(), Span(*some.span()))
            k = ends[some.end()] + 1
            continue
        j = _longest(text, pieces, k)
        span = Span(pieces[k][2].start, pieces[j - 1][2].end)
        word = text[span.start : span.end]
        if j == k + 1 and word not in _vocabulary():
            yield from _split(text, pieces[k])
        else:
            yield Atom(_kind(word, pieces[k][1]), word, span)
        k = j


def _longest(text: str, pieces: list[tuple[str, str, Span]], k: int) -> int:
    known = _vocabulary()
    for j in range(min(len(pieces), k + 5), k + 1, -1):
        if text[pieces[k][2].start : pieces[j - 1][2].end] in known:
            return j
    return k + 1


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    return every_word() | table_words()


def _split(text: str, piece: tuple[str, str, Span]) -> Iterator[Atom]:
    """A word of jieba's that is two of ours: "出售给", "已运往", "制裁名单" stays one."""
    word, tag, span = piece
    for cut in range(len(word) - 1, 0, -1):
        first, rest = word[:cut], word[cut:]
        if rest in _TAILS and (verb(first) or first in sayings()):
            middle = span.start + cut
            yield Atom(_kind(first, tag), first, Span(span.start, middle))
            yield Atom(_kind(rest, "p"), rest, Span(middle, span.end))
            return
        if rest in _CONTRACTS and verb(first) is not None:
            middle = span.start + cut
            yield Atom("verb", first, Span(span.start, middle))
            yield Atom("noun", rest, Span(middle, span.end))
            return
        if first in _HEADS and (verb(rest) or rest in sayings() or attribute(rest)):
            middle = span.start + cut
            yield Atom(_kind(first, "d"), first, Span(span.start, middle))
            yield Atom(_kind(rest, tag), rest, Span(middle, span.end))
            return
    yield Atom(_kind(word, tag), word, span)


_TAILS = frozenset("了 过 着 给 往 至 到 于 的 自".split())
_CONTRACTS = frozenset("合同 协议 合约 订单 备忘录".split())
_HEADS = frozenset("已 曾 将 未 不 被 由 向 从 可 再 也 都 均 仍 还 正 并 其 该 各 对 与".split())
_BY_LIST = (
    ("negations", "not"), ("denials", "deny"), ("copulas", "copula"), ("joins", "join"),
    ("pronouns", "noun"), ("adverbs", "adverb"),
    ("openers", "opener"),
)  # fmt: skip
_PREPOSITIONS = ("to", "from", "by", "with", "at", "patient", "via", "for", "about", "as")
_BY_TAG = {"uj": "de", "ul": "aspect", "ug": "aspect", "uz": "aspect", "d": "adverb", "p": "prep",
           "t": "time", "c": "opener", "x": "noun", "m": "amount", "q": "noun", "f": "local",
           "ud": "adverb", "uv": "adverb", "ad": "adverb"}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _kind(word: str, tag: str) -> str:
    """What a word is in a clause; texts use the same words again and again."""
    if not word[0].isalnum():
        return "join" if word == "、" else "mark"
    if word == "的":
        return "de"
    if verb(word) is not None:
        return "verb"
    if word in sayings():
        return "say"
    if attribute(word) is not None:
        return "attribute"
    for name, kind in _BY_LIST:
        if word in grammar(name):
            return kind
    if word in grammar("stops"):
        return "stop"
    if any(word in grammar(name) for name in _PREPOSITIONS):
        return "prep"
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    return "word" if tag == "v" and len(word) > 1 else "noun"
