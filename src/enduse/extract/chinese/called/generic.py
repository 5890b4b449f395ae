"""Tells a name from a place and a trade: 俄罗斯航运公司 names nobody."""

import re
from collections.abc import Sequence

from enduse.extract.chinese.called.name import Token
from enduse.extract.chinese.words import words

__all__ = ["nameless", "nameless_form"]


def nameless(written: str) -> bool:
    """Tell that a phrase is a place and a trade, and no name: 俄罗斯航运公司, 军工企业."""
    core = re.sub(r"(?:公司|企业|集团|工厂|厂|银行|机构|组织)$", "", written)
    for place in sorted(words("countries"), key=len, reverse=True):
        core = core.removeprefix(place)
    while core:
        piece = max((g for g in words("name_generic") if core.startswith(g)), key=len, default="")
        if not piece:
            return False
        core = core[len(piece) :]
    return True


def nameless_form(text: str, tokens: Sequence[Token], first: int, last: int, form: str) -> bool:
    """Only a place and words of trades stand before: "俄罗斯航运公司" is no name."""
    inside = [(w, t) for w, t, s in tokens[: last + 1] if s.start >= first]
    inside = [*inside[:-1], (inside[-1][0].removesuffix(form), inside[-1][1])]
    own = [
        w
        for w, t in inside
        if w and w not in words("name_generic") and w not in words("countries") and w[0].isalnum()
    ]
    if not own:
        places = [w for w, _ in inside if w in words("countries")]
        trades = [w for w, _ in inside if w in words("name_generic") and w not in places]
        return not (places and len(trades) > 1 or form in ("委员会", "总局", "总署") and inside)
    if form in ("中心", "组织", "所", "厂", "理事会", "论坛", "学院", "智库"):
        return len("".join(own)) < 2
    if form in ("大学", "银行", "学院"):
        return False
    return all(w in words("regions") for w in own) and not any(
        w in words("name_generic") for w, _ in inside
    )
