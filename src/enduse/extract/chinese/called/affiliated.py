"""Bodies that only their member gives away: 首尔东亚安全论坛研究委员金范例."""

import re
from collections.abc import Iterator
from functools import lru_cache

from enduse.extract.chinese.called.name import HAN, Called
from enduse.extract.chinese.words import words
from enduse.extract.segment import Span

__all__ = ["affiliated", "joined_bodies"]

_BODY_END = (
    "研究会|学会|协会|商会|研究所|研究院|研究中心|中心|论坛|智库|研究机构|机构|基金会|委员会|联盟|联合会|大学|学院|实验室|集团|公司"
    "|理事会|项目|观察站|事务所"
)
_RANK = "(?:前|原|时任|高级|资深|首席|副|客座|特聘|访问|兼职|常务|名誉|执行|助理|驻[^，。]{1,4})"
_LEAD = re.compile(r"^(?:但|而|不过|据|来自|曾任|现任|在|另外|此外|对此|同时|与|和|向|由|经|前)+")


@lru_cache(maxsize=1)
def _member() -> re.Pattern[str]:
    titles = "|".join(sorted(words("titles") | words("name_person_kinds"), key=len, reverse=True))
    return re.compile(
        rf"(?:^|(?<=[，。；：、”\n]))(?P<n>[{HAN}]{{4,22}}?(?:{_BODY_END}))(?:的)?{_RANK}*(?:{titles})"
        rf"(?=[{HAN}·]{{2,12}}(?:[，。（(]|告诉|说|称|指出|表示|认为|分析|强调|受访|对|在|向|则|也|还))"
    )


def affiliated(text: str, sentence: Span) -> Iterator[Called]:
    """Yield the bodies whose member speaks: ordinary words and no ending of a name prove it."""
    for match in _member().finditer(text, sentence.start, sentence.end):
        lead = _LEAD.match(match["n"])
        start = match.start("n") + (lead.end() if lead else 0)
        written = text[start : match.end("n")]
        if (
            len(written) > 4
            and "的" not in written
            and not written.startswith(("该", "一家", "某", "本"))
        ):
            yield Called(Span(start, match.end("n")), "")


@lru_cache(maxsize=1)
def _joined() -> re.Pattern[str]:
    places = "|".join(sorted(words("countries") | words("regions"), key=len, reverse=True))
    plain = rf"(?:(?![部局署厅院会])[{HAN}])"
    return re.compile(
        rf"(?:{places}|联邦)(?:联邦)?{plain}{{2,5}}(?:、{plain}{{2,4}})*(?:及|和|与|暨){plain}{{2,8}}?(?:部|局|署|委员会|厅)(?![队长门分])"
    )


def joined_bodies(text: str, sentence: Span) -> Iterator[Called]:
    """香港商务及经济发展局, 马来西亚投资、贸易及工业部: one body, though 及 stands in its name."""
    for match in _joined().finditer(text, sentence.start, sentence.end):
        yield Called(Span(*match.span()), "PublicBody")
