"""Chinese numbers, bounds, ranges, classifiers and counted nouns."""

import re

from enduse.extract.quantities.grammar import SIGNS, Grammar, digits_value, times

_ONES = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "几": 0}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_GREAT = {"万": 1e4, "亿": 1e8}
_FULL = {ord("０") + n: str(n) for n in range(10)} | {ord("．"): ".", ord("，"): ","}
_DIGITS = r"(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_HAN = r"[零〇一二两三四五六七八九十百千]"
_CLASSIFIERS = (
    "个架枚台套艘辆名位家批件份种款项发支颗座条只人次处起颗箱间所吨级倍余多桶栋票艇门柜封页幅列"
)
_NUMBER = (
    rf"百分之(?:{_DIGITS}|{_HAN}+)"
    rf"|[一二两三四五六七八九]成(?![立为功员本果品交都长年熟形分份套像])"
    rf"|{_DIGITS}(?:[十百]|千(?![克米瓦赫伏牛帕焦卡字]))?(?:[余多](?=[万亿]))?[万亿]{{0,2}}"
    rf"|(?:{_HAN}+[万亿]{{1,2}})+(?:{_HAN}+)?"
    rf"|[一二两三四五六七八九]?[十百千](?:{_HAN})*(?=[余多]?[{_CLASSIFIERS}年天周公千米小分])"
    rf"|[一二两三四五六七八九](?=[{_CLASSIFIERS}年天周]|公里|公斤|千米|小时|分钟|英里)"
    rf"|(?:数|好几|几)[十百千万亿]+"
    rf"|半(?=年|数)"
)


def _value(text: str) -> float | None:
    text = text.removeprefix("百分之").translate(_FULL).replace("余", "").replace("多", "")
    if text.endswith("成"):
        return 10.0 * _ONES[text[0]]
    if text[0] in "数好几":
        return None
    if text == "半":
        return 0.5
    digits = re.match(_DIGITS, text)
    if digits:
        return times(digits_value(digits.group()), _scale(text))
    return _han(text)


def _han(text: str) -> float:
    """Read 十四万三千: small places add up, 万 and 亿 multiply what stands before them."""
    total = section = digit = 0.0
    for char in text:
        if char in _GREAT:
            total = (
                (total + section + digit) * _GREAT[char]
                if char == "亿"
                else total + (section + digit) * 1e4
            )
            section = digit = 0.0
        elif char in _PLACES:
            section += (digit or 1.0) * _PLACES[char]
            digit = 0.0
        else:
            digit = float(_ONES[char])
    return total + section + digit


def _scale(text: str) -> float:
    factor = 1.0
    for char in reversed(text):
        if char in _GREAT:
            factor *= _GREAT[char]
        elif char in _PLACES and factor >= 1e4:
            factor *= _PLACES[char]
        else:
            break
    return factor


def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})[为达到]?$")


CHINESE = Grammar(
    number=re.compile(_NUMBER),
    no_number=re.compile(
        r"十(?=分(?![钟之米]))|一(?=个人[^员])|(?<=[同另每进统])一|一(?=[些样般起直定家人])(?!家公司|家企业)|一(?=周)"
    ),
    value=_value,
    scale=_scale,
    before=(
        *SIGNS,
        (
            _before(
                "最多|至多|不超过|不多于|不高于|最高可?|最远可?|最大|可达|高达|多达|长达|最大可"
            ),
            "at_most",
        ),
        (_before("至少|不少于|不低于|最少|起码|最低"), "at_least"),
        (_before("超过|逾|多于|大于|高于|超|突破|以上"), "more_than"),
        (_before("不足|不到|少于|低于|小于"), "less_than"),
        (_before("大约|约|大概|左右|将近|近|接近|约莫|[~∼≈]"), "about"),
    ),
    after=(
        (re.compile(r"(?:左右|上下)"), "about"),
        (re.compile(r"以上"), "at_least"),
        (re.compile(r"(?:以下|以内)"), "at_most"),
        (re.compile(r"[多余](?=[个架枚台套艘辆名位家批件种款])"), "more_than"),
    ),
    range_from=re.compile(r"(?:从|在)$"),
    range_to=re.compile(r"\s?[-–—−~～]\s?|[至到或]"),
    unit_gap=re.compile(r"[ \u00a0]?[多余]?"),
    noun=re.compile(
        rf"[多余]?(?:[{_CLASSIFIERS}])(?P<noun>(?:(?![由被将向从在])[^\W\d_A-Za-z]){{0,8}}?(?:无人机|导弹|公司|企业|实体|个人|人员|发动机"
        rf"|零部件|部件|设备"
        r"|样机|芯片|船只|飞机|武器|炮弹|工厂|消息人士|知情人士|消息来源|来源|文件|官员|国家|人士|组件|产品|银行|项目|系统))"
        rf"|[多余]?(?P<classifier>[{_CLASSIFIERS}])"
    ),
    per=re.compile(
        r"[^，。；]{0,8}?(?:(?P<year>每年|/年)|(?P<month>每月|/月)|(?P<day>每天|每日|/天))"
    ),
    per_before=re.compile(
        r"(?:(?P<year>每年|年产量?|年均|一年)|(?P<month>每月|月产量?)|(?P<day>每天|每日|日产量?))"
        r"[^，。；\d]{0,8}$"
    ),
    including=re.compile(r"[^。；]{0,40}?(?:其中|包括|包含|含|当中)[^。；]{0,12}"),
    designation=re.compile(r"(?:第|图|表|号|[#№@_/\\-])\s?$"),
)
