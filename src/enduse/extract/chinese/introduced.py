"""Chinese names that their surroundings give away: quotes, class nouns, lines of business."""

import re
from collections.abc import Iterator
from functools import lru_cache

from enduse.extract.chinese.frames.table import table
from enduse.extract.chinese.words import letters, tagged, words
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["introduced"]

_CLASS = (
    r"(?:公司|企业|集团|工厂|厂商|银行|智库|机构|研究所|研究院|设计局|船厂|造船厂|供应商|贸易商|制造商|经销商|中间商"
    r"|承运商|货代|运营商|厂|商行)"
)
_AFTER_CLASS = re.compile(
    r"(?:公司|企业|集团|工厂|智库|银行|机构|研究所|设计局|船厂|供应商|贸易商|制造商|经销商|中间商|承运商)"
    r"[“\"](?P<a>[^“”\"，。]{2,16})[”\"]"
)
_BUSINESS = (
    r"(?:动力|微电子|光电|科技|精密|半导体|航空|航天|贸易|商贸|电子|机械|智能|通信|新材料|重工|仪器|控股|国际|物流"
    r"|能源|生物|软件|材料|光学|装备|实业|自动化|数控|无人机|机器人|电气|化工|船舶|航运|货运|投资|技术|供应链|轴承|机床"
    r"|激光|传感|雷达|卫星|国际贸易|进出口|重型机械|汽车)"
)
_PLANT = (
    r"(?:机械|汽车|飞机|航空|电子|造船|无线电|仪表|发动机|光学|化工|钢铁|兵工|轴承|微电子|机床|雷达|火药|弹药|电机|水泥|拖拉机|仪器|光电|导航仪器|航空发动机)"
    r"(?:制造)?(?:厂|工厂|联合体|公司)"
)
_NO = "的了在是和与由向对被将把为以从于有不未也都还该这那其每某各两三四五六七八九十数几"
_HAN = r"[\u4e00-\u9fff]"
_RIGHT = (
    r"(?=[，。、；：（）“”的]|$|\d|未|没|拒|正|已|曾|将|于|在|向|对|与|和|由|被|是|为|位|成立|去年|今年|表示|回|称|说|否认"
    r"|承认|宣布|签|交付|供|出口|生产|研|至少|还|也|均|则|计划|拟|可能|涉嫌|从|通过|持|拥|隶|提|购|采购|进口|获|收|共|主要"
    r"|支付|发|不|很|只|仅|负责|方面|及|以|提供|并|坚|多次|先后|目前|此前)"
)
_TITLES = (
    r"(?:法定代表人|法人代表|董事长|总经理|副总经理|总裁|社长|秘书|股东|老板|负责人|创始人|所有者|实际控制人|发言人|律师|研究员"
    r"|作者|嫌犯|嫌疑人|被告人?|男子|商人|公民|经理|主任|教授|分析师|局长|部长|行长|所长|院长|主管|董事|厂长|创办人|店主|业主|自然人|股东|工程师|合伙人|高管|雇员|学者|专家|船长|会计|经纪人)"
)
_BODY = (
    r"(?:警方|检方|军方|当局|海关|央行|法院|议会|政府|监管机构|情报机构|情报部门|经济产业省|外务省|防卫省|财务省|关税厅"
    r"|检察官|检察机关|税务部门|执法部门|司法部门|安全部门)"
)
_UNIT = (
    r"(?:工业与安全局|海外资产控制办公室|外国资产控制办公室|情报总局|国家安全局|联邦调查局|金融犯罪执法网络"
    r"|制裁实施办公室|国家检察院|联邦检察院|总检察院)"
)


def introduced(text: str, span: Span) -> Iterator[Found]:
    """Yield the names of a sentence that what stands beside them makes names.

    Args:
        text: Canonical text.
        span: The sentence.
    """
    piece = text[span.start : span.end]
    yield from _quoted(piece, span.start)
    yield from _by_legal_form(piece, span.start)
    yield from _by_business(piece, span.start)
    yield from _latin(piece, span.start)
    yield from _people(piece, span.start)
    yield from _bodies(piece, span.start)


def _found(
    piece: str, base: int, place: tuple[int, int], schema: str, key: str, sure: int
) -> Found:
    first, last = place
    written = piece[first:last]
    noun = next((n for n in ("公司", "集团", "银行", "工厂", "厂") if written.endswith(n)), None)
    span = Span(base + first, base + last)
    return Found(span, written, schema, " ".join(key.casefold()), sure, class_noun=noun)


_QUOTED_CLASS = re.compile(
    rf"[“\"](?P<a>[^“”\"，。]{{2,16}})[”\"](?:{_CLASS}|集团公司|联合体|造船厂|特区)"
    r"|[“\"](?P<t>[^“”\"，。]{2,16})[”\"](?=[^，。]{0,3}(?:研究员|分析师|专家|主任|负责人|发言人|学者|创始人|董事))"
)


def _quoted(piece: str, base: int) -> Iterator[Found]:
    for match in _QUOTED_CLASS.finditer(piece):
        if match["t"]:
            yield _found(piece, base, match.span("t"), "Organization", match["t"], 2)
            continue
        yield _found(piece, base, match.span(), "Company", match["a"], 2)
    for match in _AFTER_CLASS.finditer(piece):
        yield _found(piece, base, match.span("a"), "Company", match["a"], 2)


@lru_cache(maxsize=1)
def _legal() -> re.Pattern[str]:
    place = "|".join(sorted(words("regions") | words("countries"), key=len, reverse=True))
    core = rf"(?:(?![{_NO}]){_HAN}){{2,12}}?"
    return re.compile(
        rf"(?P<place>{place})(?:省|市)?(?P<core>{core})(?:股份有限公司|有限责任公司|有限公司)"
    )


def _by_legal_form(piece: str, base: int) -> Iterator[Found]:
    for match in _legal().finditer(piece):
        if not _GENERIC.match(match["core"]):
            yield _found(piece, base, match.span(), "Company", match["core"], 2)


@lru_cache(maxsize=1)
def _business() -> re.Pattern[str]:
    place = "|".join(sorted(words("regions") | words("countries"), key=len, reverse=True))
    core = rf"(?:(?![{_NO}]){_HAN}){{2,5}}?"
    left = (
        r"(?:(?<=[，。：；“”、（\x00向由与和给对被将把经从致商的])"
        r"|(?<=通过)|(?<=公司)|(?<=企业)|(?<=集团)|^)"
    )
    return re.compile(
        rf"{left}(?P<all>(?P<place>{place})?(?P<core>{core})(?:(?P<plant>{_PLANT})|{_BUSINESS}{{1,2}}))"
        rf"(?!有限|股份|公司|集团){_RIGHT}"
    )


_GENERIC = re.compile(
    r"(?:民用|军用|国际|国内|有关|相关|全球|电动|商业|工业|先进|高端|关键|核心|双边|正常|对外|跨境|俄制|中国|外国|西方|无人|敏感|重要"
    r"|大型|小型|新型|农业|交通|海洋|涡喷|涡扇|活塞|上述|涉案|部分|任何|所有)"
)


def _by_business(piece: str, base: int) -> Iterator[Found]:
    for match in _business().finditer(piece):
        core, before = match["core"], piece[max(0, match.start() - 2) : match.start()]
        if _GENERIC.match(core):
            continue
        after_class = before in ("公司", "企业", "集团") or before.endswith("商")
        if any(w in table().verbs for w, _, _ in tagged(core)):
            continue
        unknown = any(t == "x" and len(w) > 1 for w, t, _ in tagged(core))
        if match["plant"] or match["place"] or after_class or unknown:
            key = match["core"] + match["all"][len(match["place"] or "") + len(core) :]
            yield _found(piece, base, match.span("all"), "Company", key, 2)


_LATIN = re.compile(
    r"(?<![A-Za-z\d-])[A-Z][A-Za-z&'.]*[a-z][A-Za-z&'.]*(?:[ -](?:[A-Z][A-Za-z&'.]*|of|and|de))*"
    r"(?:,? (?:Ltd|Limited|LLC|Inc|Co|FZE|GmbH|AG|B\.V|S\.A)\.?)*(?:公司|集团)?(?![A-Za-z\d-])"
)


def _latin(piece: str, base: int) -> Iterator[Found]:
    for match in _LATIN.finditer(piece):
        written = match.group().removesuffix("公司").removesuffix("集团").strip()
        if len(written) < 4:
            continue
        place = match.start(), match.start() + len(written)
        yield Found(
            Span(base + place[0], base + place[1]), written, "Company", written.casefold(), 1
        )


@lru_cache(maxsize=1)
def _person() -> re.Pattern[str]:
    surname = "".join(sorted(letters("surnames") | set("朴金崔尹")))
    compound = "|".join(words("compound_surnames"))
    return re.compile(
        rf"{_TITLES}(?:为|是|系|：|之一)?(?P<n>(?:{compound}|[{surname}]){_HAN}{{1,2}}?)"
        r"(?=[，。；、（）自持的在对向与和称说表承否认指回就于因是则还也曾已]|$|告诉|透露|介绍|强调|持有|担任|警告|呼吁)"
    )


def _people(piece: str, base: int) -> Iterator[Found]:
    for match in _person().finditer(piece):
        yield _found(piece, base, match.span("n"), "Person", match["n"], 2)


@lru_cache(maxsize=1)
def _body() -> re.Pattern[str]:
    place = "|".join(sorted(words("regions") | words("countries"), key=len, reverse=True))
    ministry = r"(?:商务部|国防部|财政部|司法部|外交部|国务院|内政部|经济部)"
    return re.compile(
        rf"(?P<placed>(?:{place})(?:{_BODY}|{ministry}?{_UNIT}))|(?P<unit>{ministry}?{_UNIT})"
        rf"|(?:(?<=[，。：；“”、])|^)(?P<alone>警方|检方|海关|检察官|关税厅|税务部门)"
    )


def _bodies(piece: str, base: int) -> Iterator[Found]:
    for match in _body().finditer(piece):
        yield _found(piece, base, match.span(), "PublicBody", match.group(), 2)
