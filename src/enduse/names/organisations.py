"""Legal forms of all languages, rewritten to one comparable form and never deleted."""

import re
from collections.abc import Callable
from functools import cache

from enduse.names.tables import pairs

LEGAL = frozenset(
    "llc jsc soe lp llp gp plc ngo coop inc ltd ag gmbh sa fzco fze fzc pte kg se".split()
)


def with_forms(text: str) -> str:
    """Rewrite the legal forms in a casefolded name.

    Returns:
        The name with its forms as words of their own: llc, jsc, soe (state enterprise)...

    Example:
        >>> with_forms("общество с ограниченной ответственностью вектор")
        'llc вектор'
        >>> with_forms("红兔实业有限公司")
        '红兔实业 llc '
    """
    if not text.isascii():
        table = _cut_out()
        text = _pattern().sub(lambda found: f" {table[found[0]]} ", text)
        text = text.replace("عبد الله", "عبدالله")
    return _rigour()(text, generic=True)


@cache
def _cut_out() -> dict[str, str]:
    spaced = {k: v for k, v in pairs("translations_ar.txt").items() if " " in k or "\u200c" in k}
    return {k.casefold(): v for k, v in {**spaced, **pairs("orgforms.txt")}.items()}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_cut_out(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


@cache
def _rigour() -> Callable[..., str]:
    from rigour.names import replace_org_types_compare

    return replace_org_types_compare
