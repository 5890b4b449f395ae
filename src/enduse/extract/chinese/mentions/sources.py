"""Unnamed sources, media in title marks, and sides such as 中方."""

import re
from collections.abc import Iterator

from enduse.extract.chinese.mentions.keys import spaced
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["media", "sides", "unnamed_sources"]


_SOURCE = re.compile(
    r"(?P<n>[一二两三四五六七八九几数多]|\d{1,2})(?:名|位)[^，。；：！？“”《》（）\n]{0,18}?(?:人士|官员|外交官|雇员|员工|高管|消息源|知情者|工程师"
    r"|军官|消息来源|顾问|律师|经理|交易商|贸易商|专家)(?!的|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗][\u4e00-\u9fff]{1,2}(?:说|称|表示))"
    r"|(?P<m>多[名位])?(?:不愿(?:意)?(?:具名|透露姓名)的|匿名的?|要求匿名的)?[\u4e00-\u9fff]{0,8}?(?:知情人士|消息人士|内部人士|情报人士|消息来源|知情者"
    r"|业内人士)"
)

_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}

_MEDIA = re.compile(r"《(?P<n>[^《》]{2,14}(?:报|社|网|周刊|杂志|新闻|时报|邮报|日报))》")

_SIDES = re.compile(
    r"(?:(?<=[，。、：“说称])|^)(?P<n>[中美俄日韩欧英法德乌][方国](?=不|已|将|的|对|没|并|严|企|一|从|认|要|反|坚))"
)


def unnamed_sources(text: str) -> Iterator[Found]:
    """Yield unnamed sources with their number: 两名知情人士."""
    for match in _SOURCE.finditer(text):
        written = match.group()
        start = match.start() + _lead(written)
        written = text[start : match.end()]
        number = 0 if match["m"] else _NUMBERS.get(match["n"] or "一", 0)
        yield Found(Span(start, match.end()), written, "LegalEntity", written, 1, "source", number)


def _lead(written: str) -> int:
    """How much of a match belongs to the words before the source."""
    cut = max(
        (
            written.rfind(w) + len(w)
            for w in (
                "据",
                "与",
                "和",
                "向",
                "对",
                "由",
                "援引",
                "引述",
                "引用",
                "周一",
                "周二",
                "周三",
                "周四",
                "周五",
                "周六",
                "周日",
                "日",
                "给",
            )
            if w in written[:-4]
        ),
        default=0,
    )
    return cut


def media(text: str) -> Iterator[Found]:
    """Yield media in title marks: 《海岸时报》."""
    for match in _MEDIA.finditer(text):
        yield Found(Span(*match.span("n")), match["n"], "Organization", spaced(match["n"]), 2)


def sides(text: str) -> Iterator[Found]:
    """Yield 中方, 俄方 where they act."""
    for match in _SIDES.finditer(text):
        yield Found(Span(*match.span("n")), match["n"], "PublicBody", spaced(match["n"]), 1)
