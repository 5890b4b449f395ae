"""Words that refer to a name: who speaks of itself, people, firms told of and not named."""

import re
from collections.abc import Sequence

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.words import words
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = [
    "INDEFINITE",
    "LEGAL",
    "OWN",
    "PERSON",
    "SUFFIXES",
    "THIS",
    "last_two",
    "spans_of",
    "without_pointers",
]

LEGAL = frozenset(("Company", "Organization", "PublicBody", "LegalEntity"))


OWN = frozenset("本公司 我公司 我司 本集团 本企业 我们 我方 我集团 本厂 公司方面".split())


PERSON = frozenset("他 她 他本人 她本人 此人 该男子 该人".split())


THIS = re.compile(r"^(?:该|这家|这间|上述|前述|涉事|这个|此|另一家)")


# A firm that is told of and not named: 该公司 after it stands for it.
INDEFINITE = re.compile(
    r"(?:一家|某家|某|另一家)(?!名为)[^，。；：“”、]{0,12}(?:公司|企业|厂商|集团|工厂|贸易商)(?=[^，。；：“”]{0,12}[，。；])"
)


SUFFIXES = (
    "集团",
    "研究所",
    "研究院",
    "银行",
    "工厂",
    "厂",
    "中心",
    "局",
    "部",
    "委员会",
    "机构",
    "大学",
    "法院",
    "署",
    "所",
    "院",
)


_UNSAID = frozenset(("aspect", "amount"))


def without_pointers(part: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """这类平台, 其上诉理由, 公司的喷油嘴: the head without what points, and without its owner."""
    while len(part) > 1 and (part[0].text in words("pointers") or part[0].kind in _UNSAID):
        if part[0].text in ("这", "那") and part[1].text not in ("类", "种", "些", "个", "款"):
            break
        part = part[1:]
    if part[0].name is not None and part[0].name.schema == "Address":
        return part
    last = max((k for k, a in enumerate(part[:-1]) if a.kind in ("de", "mod")), default=-1)
    head = part[last + 1 :]
    return head if last >= 0 and len("".join(a.text for a in head)) > 2 else part


def spans_of(found: Sequence[Found]) -> tuple[Span, ...]:
    """Return the places of some names."""
    return tuple(f.span for f in found)


def last_two(found: Sequence[Found]) -> list[Found]:
    """The last two names that differ, in the order of the text."""
    out: list[Found] = []
    for name in reversed(found):
        if all(
            name.key != o.key and not name.key.startswith(o.key) and not o.key.startswith(name.key)
            for o in out
        ):
            out.append(name)
        if len(out) == 2:
            break
    return out[::-1]
