"""Organisations by legal form, Latin letters, trade, or what stands before."""

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
from enduse.extract.chinese.clauses.words import every_word
from enduse.extract.chinese.tables.table import sayings
from enduse.extract.chinese.words import words
from enduse.extract.segment import Span

__all__ = [
    "after_kind",
    "before_bracket",
    "beside_kind",
    "by_legal_form",
    "by_trade",
    "in_latin",
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
        if form.group() == "控股" and _held_by(text, first, span.end):
            continue
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


def _held_by(text: str, first: int, end: int) -> bool:
    """由商人林某控股: after 由 and at the end of a clause it is a verb."""
    by = re.search(r"由[^，。；：]{0,8}$", text[max(0, first - 9) : first])
    return by is not None and text[end : end + 1] in (
        "，",
        "。",
        "；",
        "的",
        "",
    )


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
        if own and own[0][0].startswith("处"):
            continue
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
    kinds = tuple(words("name_kinds"))
    for k, (word, _, span) in enumerate(tokens):
        if not word.endswith(kinds) or not described_by_country(text, tokens, k):
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
