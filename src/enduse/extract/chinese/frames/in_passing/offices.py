"""Offices whose holder is not named: 样板市副市长, 该厂发言人, 研究所所长."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import attribute
from enduse.extract.chinese.words import words
from enduse.extract.segment import Span

__all__ = ["offices"]

_RANK = r"(?:前|原|时任|现任|代理|常务|第一|新任|首席|高级|副|执行|总|助理|驻[^，。]{1,6})*"
_INSIDE = frozenset(("noun", "attribute", "word", "local", "adverb"))


@lru_cache(maxsize=1)
def _office_name() -> re.Pattern[str]:
    every = "|".join(sorted(words("offices"), key=len, reverse=True))
    return re.compile(rf"(?:{_RANK}(?:{every}))$")


@lru_cache(maxsize=1)
def _body_name() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(words('office_bodies'))})$")


def offices(found: Sequence[Atom]) -> Iterator[Said]:
    """Yield who holds an office where, for offices whose holder has no name.

    Args:
        found: The atoms of a sentence.
    """
    for k, atom in enumerate(found):
        if atom.kind not in ("noun", "attribute", "word", "verb") or not _ends_there(found, k):
            continue
        if _office_name().search(atom.text) is None:
            continue
        said = _office(found, k)
        if said is not None:
            yield said


def _ends_there(found: Sequence[Atom], k: int) -> bool:
    """Whether the phrase ends with the office: no name and no other noun follows."""
    if k + 1 >= len(found):
        return True
    after = found[k + 1]
    apart = after.span.start > found[k].span.end
    if apart or after.kind in ("noun", "attribute") and not after.text.startswith(("方面", "本人")):
        return apart and after.name is None
    return after.kind not in ("name", "word", "de") or after.kind == "word" and len(after.text) > 1


def _office(found: Sequence[Atom], k: int) -> Said | None:
    first = k
    while first > 0 and _adjoins(found, first) and found[first - 1].kind in _INSIDE:
        first -= 1
    before = found[first - 1] if first and _adjoins(found, first) else None
    counted = before if before is not None and before.kind == "amount" and first > 1 else None
    if counted is not None:
        before = found[first - 2]
    if before is not None and before.kind == "de" and first > 1 and (first == k or counted):
        before = found[found.index(before) - 1]
    written = "".join(a.text for a in found[first : k + 1])
    office = _office_name().search(written)
    if office is None:
        return None
    body = written[: office.start()]
    end = found[k].span.end
    if not body and before is not None and before.name is not None and _holds_offices(before):
        owner: Phrase | str = Phrase((before,))
        start = before.span.start
    elif len(body) > 1 and _body_name().search(body):
        owner, start = body, found[first].span.start
        if before is not None and before.name is not None and _holds_offices(before):
            start = before.span.start
            owner = before.text + body
    else:
        return None
    if first and found[first - 1].kind == "copula" or body in ("公司", "集团", "企业", "该公司"):
        return None
    if isinstance(owner, Phrase) and before is not None and before.name is not None:
        at = found.index(before)
        if at and found[at - 1].kind == "copula" or before.name.kind == "descriptor":
            return None
    several = counted is not None and counted.text[0] not in "一某"
    title = counted.text + office.group() if several and counted is not None else office.group()
    noun = attribute(office.group())
    directs = (
        title in words("offices_directing") or noun is not None and noun.predicate == "director_of"
    )
    predicate = "director_of" if directs and counted is None else "position_at"
    return Said(predicate, title, owner, None, Span(start, end), "asserted", "fact", own=True)


def _adjoins(found: Sequence[Atom], k: int) -> bool:
    return found[k].span.start - found[k - 1].span.end == 0


def _holds_offices(atom: Atom) -> bool:
    name = atom.name
    return name is not None and name.schema in (
        "Company", "Organization", "PublicBody", "LegalEntity", "Address",
    ) and name.kind != "source"  # fmt: skip
