"""Frames of figures: what a product carries, reaches, costs and weighs."""

import re
from collections.abc import Iterator

from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import Verb

__all__ = ["carry_frame", "costs_frame", "flies_frame", "weighs_frame"]


_PART = re.compile(
    r"(?:芯片|处理器|发动机|传感器|模块|雷达|天线|相机|导引头|电池|电机|单元|器件|部件)$"
)


def carry_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 可携带 30 公斤: a load has a weight; S 搭载的处理器 is a part of S."""
    if deed.object is not None and _PART.search(deed.object.text):
        yield Said("component_of", deed.object, deed.who)
        return
    if (
        deed.object is not None
        and re.search(r"公斤|千克|吨|kg|磅|克|桶", deed.object.text)
        and deed.object.amount
    ):
        yield Said("has_payload", deed.who, None, deed.object.amount)


def flies_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 可飞行 800 公里, 10 小时."""
    if deed.object is None or deed.object.amount is None:
        return
    if re.search(r"小时|分钟", deed.object.text):
        yield Said("has_endurance", deed.who, None, deed.object.amount)
    elif re.search(r"公里|千米|英里|海里", deed.object.text):
        yield Said("has_range", deed.who, None, deed.object.amount)


def costs_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read O 价值 N 元."""
    if (
        deed.object is not None
        and deed.object.amount
        and re.search(r"元|卢布|镑|法郎|里拉|第纳尔|坚戈", deed.object.text)
    ):
        yield Said("has_price", deed.who, deed.object, deed.object.amount)


def weighs_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read O 重约 N 公斤."""
    if deed.object is not None and deed.object.amount and not deed.inside:
        yield Said("has_mass", deed.who, deed.object, deed.object.amount)
