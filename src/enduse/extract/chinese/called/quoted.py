"""Organisations and things named in quotation marks, or by 名为…的."""

import re
from collections.abc import Iterator
from functools import lru_cache

from enduse.extract.chinese.called.name import HAN, Called
from enduse.extract.chinese.called.parts import legal_form
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.tables.table import sayings
from enduse.extract.chinese.words import tagged, words
from enduse.extract.segment import Span

__all__ = ["in_quotes", "named_so"]


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
