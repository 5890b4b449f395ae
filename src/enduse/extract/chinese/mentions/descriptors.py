"""该公司, 这款无人机, 他: what refers back to a name."""

import re
from collections.abc import Iterator

from enduse.extract.chinese.mentions.products import PRODUCT_NOUN
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["descriptors"]


_DESCRIPTOR = re.compile(
    r"(?P<both>两家(?:公司|企业))|(?P<person>(?:(?<=[，。；：”“\n])|^)[他她](?![们人国的]))"
    r"|(?:该|这家|这间|上述|前述|涉事|另一家)(?P<org>公司|企业|厂|工厂|集团|银行|机构|贸易商|中间商)"
    rf"|(?:该|这款|这种|这一|该型|此型|上述)(?P<product>(?:型号)?{PRODUCT_NOUN}|[弹机艇船轮](?![构关制会器械密场动厂只东舶长员廓]))"
)


def descriptors(text: str) -> Iterator[Found]:
    """Yield what refers back: 该公司, 两家公司, 这款无人机, 他."""
    for match in _DESCRIPTOR.finditer(text):
        span, written = Span(*match.span()), match.group()
        if match["person"]:
            yield Found(span, written, "Person", written, 0, "descriptor")
        elif match["product"]:
            yield Found(span, written, "Product", match["product"], 0, "descriptor")
        else:
            number = 2 if match["both"] else 1
            yield Found(span, written, "Company", match["org"] or "公司", 0, "descriptor", number)
