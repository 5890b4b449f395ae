"""Products and systems: designations, quoted names and transcriptions before a class noun."""

import re
from collections.abc import Iterator
from functools import lru_cache

from enduse.extract.chinese.clauses.words import every_word
from enduse.extract.chinese.tables.table import verb
from enduse.extract.chinese.words import letters, tagged, words
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["PRODUCT_NOUN", "products"]


PRODUCT_NOUN = (
    r"(?:无人机|无人艇|机器人|巡飞弹|导弹|火箭弹|鱼雷|摄像头|摄像机|热像仪|传感器|导航模块|模块|舵机|陀螺仪|收发器|微控制器|处理器|天线|电台|火箭炮|发动机|战斗机|直升机|战机|坦克|装甲车|雷达|炮弹|滑翔炸弹"
    r"|炸弹|卫星|系统|机床|芯片)"
)


def products(text: str) -> Iterator[Found]:
    """Yield products by designation or class noun, without the verbs before them."""
    for match in _product_name().finditer(text):
        span = Span(match.start() + _words_before(match.group()), match.end())
        written = text[span.start : span.end]
        # One word, so that 猎鹰 is no short form of 猎鹰-M.
        key = re.sub(rf"型?(?:{PRODUCT_NOUN})?$|[“”\"]", "", written)
        if key:
            yield Found(span, written, "Product", key, 2)


def _words_before(written: str) -> int:
    """How many characters of a match are verbs and small words: 用于雨燕-2型无人机."""
    lead = _NO_NAME.match(written)
    start = lead.end() if lead else 0
    han = re.match(r"[\u4e00-\u9fff]+", written[start:])
    if han is None:
        return start
    cut = tagged(han.group())
    latin = re.match(r"[A-Z]", written[start + han.end() :]) is not None
    for word, tag, span in cut if latin else cut[:-1]:
        if latin and tag in ("t", "d", "p", "v", "r", "c", "f", "m"):
            start += span.end - span.start
            continue
        if verb(word) is None and word not in every_word() and word not in words("breaks"):
            break
        start += span.end - span.start
    return start


_NO_NAME = re.compile(
    r"(?:研制|研发|开发|生产|测试|制造|使用|采购|购买|出口|装备|部署|发射|一款|一种|新型|名为|的|了|架|枚|台|款|种|和|与|及|将|把)+"
)


@lru_cache(maxsize=1)
def _product_name() -> re.Pattern[str]:
    foreign = "".join(sorted(letters("translit")))
    return re.compile(
        rf"(?:[“\"][^“”\"]{{2,10}}[”\"]|[\u4e00-\u9fff]{{2,4}}-[A-Z]?\d+[A-Z]?"
        rf"|[A-Z][A-Za-z]*-?\d+[A-Z]?|[{foreign}]{{2,6}}-\d+|[{foreign}]{{3,6}}(?=无人机|巡飞弹|导弹|火箭|战斗机|直升机))"
        rf"型?(?:攻击|侦察|军用|民用|察打一体|远程|自杀式|巡飞|涡喷|涡扇|活塞|小型|中型|大型|巡航|弹道|防空|反舰|自杀|电动|运输|舰载|战术|微型|航空)*{PRODUCT_NOUN}"
        r"|(?<![A-Za-z\d-])(?!(?:G|COVID|MH|F|TEL|No)-?\d+(?![A-Za-z\d]))[A-Z][A-Za-z]{0,9}(?:-?\d{1,5}[A-Z\d]{0,6})(?:-[A-Z\d]{1,6})*(?![A-Za-z\d])(?:型(?:[\u4e00-\u9fff]{0,4}?(?:机(?![构关])|艇|弹|车|船|舰|炮|雷达|仪|器))?)?"
        r"|(?:(?<![\u4e00-\u9fff])|(?<=[于对为是由与和从将把及向用给在含产型])|(?<=研制)|(?<=研发)|(?<=生产)|(?<=制造))[\u4e00-\u9fff]{1,3}-[A-Z]?\d+[A-Z]?"
        r"|(?:(?<![\u4e00-\u9fff])|(?<=[于对为是由与和从将把及向用给在含的]))[\u4e00-\u9fff]{2,3}[A-Z]{1,3}-?\d{1,4}[A-Z]?(?![A-Za-z\d])"
        r"|(?<=[“\"])[\u4e00-\u9fff]{2,6}(?=[”\"](?:系列|型号|型|平台|靶机|火箭|飞机|运输机|轰炸机|预警机|教练机|飞艇|软件|程序|潜艇|护卫舰|驱逐舰|快艇|快舰|巡逻艇|弹药|装置|卫星|星座|套件|模组|电机))"
    )
