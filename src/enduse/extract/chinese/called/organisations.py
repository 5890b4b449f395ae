"""Organisations by legal form, quotation marks, Latin letters, trade, or what stands before."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from enduse.extract.chinese.called.generic import nameless_form
from enduse.extract.chinese.called.name import HAN, Called, Token
from enduse.extract.chinese.called.parts import (
    described_by_country,
    first_of_name,
    holds_rare_word,
    legal_form,
    may_follow,
    may_stand,
    trade_ends_name,
)
from enduse.extract.chinese.clauses.words import every_word, grammar
from enduse.extract.chinese.tables.table import sayings
from enduse.extract.chinese.words import tagged, words
from enduse.extract.segment import Span

__all__ = [
    "after_kind",
    "before_bracket",
    "beside_kind",
    "by_legal_form",
    "by_trade",
    "in_latin",
    "in_quotes",
    "named_so",
]


def by_legal_form(text: str, tokens: Sequence[Token]) -> Iterator[Called]:
    """A word that ends in a legal form, with the words before it that make its name."""
    for k, (word, _, span) in enumerate(tokens):
        form = legal_form().search(word)
        if form is None or word in words("no_forms"):
            continue
        first = first_of_name(text, tokens, k)
        if first < span.end - len(form.group()) or len(form.group()) > 3:
            first = _with_own_word(text, tokens, first, span.end - len(form.group()))
        body = text[first : span.end - len(form.group())]
        plain = text[first - 1 : first] in ("家", "个", "座", "某", "间") and not any(
            t in ("x", "nr", "ns", "nz", "nrt") for _, t, s in tokens[:k] if s.start >= first
        )
        if (
            len(body) < 2
            or plain
            or re.search("该|这家|那家|某系", text[first : span.end])
            or nameless_form(text, tokens, first, k, form.group())
        ):
            continue
        yield Called(Span(first, span.end), "")


def _with_own_word(text: str, tokens: Sequence[Token], first: int, end: int) -> int:
    """由示范贸易有限公司: before a mere trade its own word is of the name, though a verb."""
    own = text[first:end]
    if own not in words("name_trades") | words("name_generic") | {""}:
        return first
    for word, tag, span in tokens:
        if span.end == first:
            free = (
                word not in every_word() and word not in sayings() and word not in words("breaks")
            )
            fits = 2 <= len(word) <= 3 and tag not in ("p", "c", "d", "r", "m", "q", "u", "t", "ns")
            return span.start if free and fits and "\u4e00" <= word[0] <= "\u9fff" else first
    return first


def in_quotes(text: str, sentence: Span) -> Iterator[Called]:
    """“东方观察中心”, “技术供应”公司: a quoted name with its form inside or after."""
    for match in re.finditer(
        rf"[“\"「](?P<n>[{HAN}A-Za-z·\- ]{{2,16}})[”\"」](?P<f>(?!的)[{HAN}]{{0,4}}?"
        r"(?:公司|集团|工厂|厂|研究所|研究院|设计局|中心|银行|联合体|会社|社))?",
        text[sentence.start : sentence.end],
    ):
        start = sentence.start
        if match["f"]:
            yield Called(Span(start + match.start(), start + match.end()), "", match["n"])
        elif re.match(
            r"的(?:一家)?(?:[\u4e00-\u9fff]{0,6})(?:公司|企业|客户|贸易商|机构|实体|供应商|厂商|中间商|买家)",
            text[start + match.end() : start + match.end() + 14],
        ):
            yield Called(Span(start + match.start("n"), start + match.end("n")), "Company")
        elif _is_speech(match["n"]):
            continue
        elif _after_place(text, start + match.start()) and not _THING.match(
            text[start + match.end() :]
        ):
            yield Called(Span(start + match.start("n"), start + match.end("n")), "Company")
        elif match["n"].endswith("号") and len(match["n"]) > 2:
            yield Called(Span(start + match.start("n"), start + match.end("n")), "Product")
        elif legal_form().search(match["n"]) and len(match["n"]) > 3:
            yield Called(Span(start + match.start("n"), start + match.end("n")), "")
        elif re.search(
            r"(?:名为|名叫|叫做|称为|公司|企业|集团|客户)$",
            text[max(start, start + match.start() - 4) : start + match.start()],
        ) or text[start : start + match.start()].endswith(tuple(words("name_kinds"))):
            after = text[start + match.end() : start + match.end() + 8]
            if not re.match(
                r"(?:型|号|无人机|导弹|发动机|的?[^，。]{0,4}(?:无人机|导弹|发动机))", after
            ):
                group = re.search(
                    r"(?:组织|智库|媒体|网站|机构)$",
                    text[max(0, start + match.start() - 4) : start + match.start()],
                )
                yield Called(
                    Span(start + match.start("n"), start + match.end("n")),
                    "Organization" if group else "Company",
                )


def _is_speech(quoted: str) -> bool:
    """Whether words in quotation marks say something and name nobody: “没有理由怀疑”."""
    return any(
        w in grammar("negations") or w in sayings() or w in grammar("adverbs")
        for w, _, _ in tagged(quoted)
    )


@lru_cache(maxsize=1)
def _of_place() -> re.Pattern[str]:
    every = "|".join(sorted(words("countries") | words("regions"), key=len, reverse=True))
    return re.compile(rf"(?:{every})(?:市|省|州)?的?$")


def _after_place(text: str, at: int) -> bool:
    """Whether a place stands right before: 迪拜的“…”, 泰国“…”, 台中的“…”."""
    before = text[max(0, at - 8) : at]
    if _of_place().search(before):
        return True
    cut = tagged(before.removesuffix("的"))
    return before.endswith("的") and bool(cut) and cut[-1][1] == "ns" and len(cut[-1][0]) > 1


_NAMED_SO = re.compile(
    rf"(?:名为|名叫|叫做|叫作|取名|称为|名称为)(?P<n>[{HAN}A-Za-z·]{{2,14}}?)的(?P<k>[^，。；：]{{0,12}})"
)
_THING = re.compile(r"无人机|导弹|发动机|芯片|系统|软件|船|轮|项目|计划|平台|装置|设备|雷达|飞机")


def named_so(text: str, sentence: Span) -> Iterator[Called]:
    """一家名为远星测绘的中国企业: what it is called stands before 的."""
    for match in _NAMED_SO.finditer(text, sentence.start, sentence.end):
        if not _THING.search(match["k"]):
            yield Called(Span(*match.span("n")), "Company", match["n"])


@lru_cache(maxsize=1)
def _kind_and_trade() -> re.Pattern[str]:
    kinds = "|".join(sorted(words("name_kinds") | {"老股东", "股东"}, key=len, reverse=True))
    trades = "|".join(
        sorted(words("firm_trades") | {"创投", "投资", "基金"}, key=len, reverse=True)
    )
    return re.compile(
        rf"(?:{kinds})(?P<n>(?!的)[{HAN}]{{2,3}}(?:{trades}))(?![{HAN}]{{0,2}}(?:公司|企业|集团|系统|设备|产品))"
    )


def after_kind(text: str, sentence: Span) -> Iterator[Called]:
    """老股东远望创投, 代理商青岩物流: what it is, its own word, its trade."""
    for match in _kind_and_trade().finditer(text, sentence.start, sentence.end):
        own = match["n"][:2]
        if own not in words("firm_ordinary") and own not in words("name_generic"):
            yield Called(Span(*match.span("n")), "Company")


_LATIN = re.compile(
    r"(?<![A-Za-z0-9])(?P<n>(?:[A-Z][A-Za-z&.'’]*|[a-z]-[a-z]+|[a-z]{1,2}[A-Z][a-z]+)"
    r"(?:[ -](?:[A-Z][A-Za-z&.'’]*|of|and|&|de|für))*)"
    r"(?P<f> ?(?:公司|集团|银行|工厂|有限公司|研究所))?"
)

_LATIN_FORM = re.compile(
    r"\b(?:LLC|Ltd|Inc|Corp|GmbH|FZE|FZCO|FZ|Co|AG|SA|BV|B\.V|Oy|AB|LLP|PLC|JSC|OOO|AO|Limited|Company|Trading|Group|Technologies|Technology|Systems|Electronics|Logistics|Institute|Bank|Holding|Holdings|Industries|Aerospace|Semiconductors?|Microelectronics|Instruments|Energy|Motors|Engineering|International|Solutions)\b\.?"
)


def in_latin(text: str, sentence: Span) -> Iterator[Called]:
    """Latin names inside Chinese text: with a legal form, with 公司 after, of two words or more."""
    for match in _LATIN.finditer(text, sentence.start, sentence.end):
        name = match["n"]
        if match["f"]:
            yield Called(Span(*match.span()), "", None)
        elif " " in name and text[: match.start()].endswith(tuple(words("name_kinds"))):
            yield Called(Span(*match.span("n")), "Company")
        elif _LATIN_FORM.search(name) and (" " in name or "-" in name):
            yield Called(Span(*match.span("n")), "Company")


_NOTE = re.compile(
    r"[（(](?:以下)?(?:简称|英文名|英文名称)?[：:]?[“\"]?[A-Z][A-Za-z&.,'’\- ]{4,60}[”\"]?[）)]"
)


def before_bracket(text: str, tokens: Sequence[Token]) -> Iterator[Called]:
    """北岸物流（Nordufer Logistik GmbH）: what is explained in Latin letters is a name."""
    for k, (word, _, span) in enumerate(tokens):
        if word not in "（(" or _NOTE.match(text, span.start) is None:
            continue
        first = k
        while first > 0 and k - first < 6 and may_stand(tokens[first - 1]):
            first -= 1
        if first < k and span.start - tokens[first][2].start > 2 and tokens[k - 1][1] != "ns":
            yield Called(Span(tokens[first][2].start, span.start), "Company")


def by_trade(text: str, tokens: Sequence[Token]) -> Iterator[Called]:
    """山叶电机, 晨曦半导体: a word that is in no dictionary before a trade."""
    for k, (word, _, span) in enumerate(tokens):
        if word not in words("name_trades"):
            continue
        first = k
        while first > 0 and k - first < 4 and may_follow(tokens, first - 1):
            first -= 1
        own = tokens[first:k]
        while own and (
            own[0][0] in words("countries")
            or own[0][0] in words("regions")
            or own[0][0] in words("name_generic")
        ):
            own = own[1:]
        of_place = (
            own
            and own[0][2].start > 2
            and text[own[0][2].start - 1] == "的"
            and text[: own[0][2].start - 1].endswith(tuple(words("countries")))
        )
        if of_place and trade_ends_name(tokens, k) and span.end - own[0][2].start > 3:
            yield Called(Span(own[0][2].start, span.end), "Company")
            continue
        if (
            own
            and trade_ends_name(tokens, k)
            and any(t in ("x", "nr", "nz", "nrt") and len(w) > 1 for w, t, _ in own)
            and own[0][0] not in words("countries")
        ):
            if span.end - own[0][2].start > 3:
                yield Called(Span(own[0][2].start, span.end), "Company")


def beside_kind(text: str, tokens: Sequence[Token]) -> Iterator[Called]:
    """哈萨克斯坦公司草原贸易: a country and a kind of firm, and then what it is called."""
    for k, (word, _, span) in enumerate(tokens):
        if not word.endswith(tuple(words("name_kinds"))) or not described_by_country(
            text, tokens, k
        ):
            continue
        if word.endswith("公司") and word not in (
            "公司",
            "代理公司",
            "贸易公司",
            "子公司",
            "母公司",
            "航运公司",
            "分公司",
        ):
            continue
        last = k
        while last + 1 < len(tokens) and last - k < 6 and may_follow(tokens, last + 1):
            last += 1
        body = text[span.end : tokens[last][2].end]
        if (
            last > k
            and 3 <= len(body) <= 14
            and not legal_form().search(body)
            and holds_rare_word(tokens[k + 1 : last + 1])
        ):
            yield Called(Span(span.end, tokens[last][2].end), "Company")
