"""Relative clauses before 的: "该公司生产的发动机", "位于明斯克的工厂"."""

import re
from collections.abc import Sequence

from enduse.extract.chinese.clauses.atoms import NOUNS, Atom
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase, phrase_at
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.tables.table import verb
from enduse.extract.chinese.words import words
from enduse.extract.segment import Span

__all__ = ["relatives"]

_BOUNDS = frozenset(("verb", "say", "copula", "mark", "mod", "stop", "deny", "word"))


def relatives(found: Sequence[Atom]) -> tuple[list[Deed], list[Atom]]:
    """Return the deeds of relative clauses, and the clause with each folded into its noun."""
    rest = _places_folded(_nominal(_adjectives(found)))
    deeds: list[Deed] = []
    k = 0
    while k < len(rest):
        if rest[k].kind == "verb":
            read = _bare(rest, k) or _with_object(rest, k)
            if read is not None:
                deed, first, de = read
                deeds.append(deed)
                span = Span(rest[first].span.start, rest[de].span.end)
                text = "".join(a.text for a in rest[first : de + 1])
                rest[first : de + 1] = [Atom("mod", text, span)]
                k = first
        k += 1
    return deeds, rest


def _adjectives(found: Sequence[Atom]) -> list[Atom]:
    """受制裁实体: passive and verb before a noun, without 的."""
    out = list(found)
    for k in range(len(out) - 3, -1, -1):
        if (
            out[k].text in ("受", "被")
            and out[k + 1].text in ("制裁", "管制", "管控")
            and out[k + 2].kind == "noun"
        ):
            span = Span(out[k].span.start, out[k + 1].span.end)
            out[k : k + 2] = [Atom("noun", out[k].text + out[k + 1].text, span)]
    return out


def _places_folded(rest: list[Atom]) -> list[Atom]:
    """通过在大连的公司: the place is part of the noun and not of the clause."""
    for k in range(len(rest) - 2, -1, -1):
        if rest[k].text != "在" or k and rest[k - 1].kind not in ("prep", "verb", "join", "copula"):
            continue
        place, de = phrase_at(rest, k + 1)
        inner = [j for j in range(k + 1, de) if rest[j].kind == "de"]
        if place is not None and inner and inner[0] < de - 1:
            span = Span(rest[k].span.start, rest[inner[0]].span.end)
            rest[k : inner[0] + 1] = [
                Atom("mod", "".join(a.text for a in rest[k : inner[0] + 1]), span)
            ]
    return rest


def _nominal(found: Sequence[Atom]) -> list[Atom]:
    """Verbs that are nouns there: 出口管制, 无人机的出口, 面临制裁."""
    out = list(found)
    for k, atom in enumerate(found):
        after = found[k + 1] if k + 1 < len(found) else None
        before = found[k - 1] if k else None
        if atom.kind == "verb" and _only_noun(found, k):
            out[k] = Atom("noun", atom.text, atom.span)
            continue
        if atom.kind != "verb" or atom.text not in words("clause_nominal"):
            continue
        if (
            before is not None
            and before.kind == "join"
            and k > 1
            and out[k - 2].kind == "noun"
            and found[k - 2].text in words("clause_nominal")
        ):
            out[k] = Atom("noun", atom.text, atom.span)
            continue
        headed = (
            after is not None
            and after.kind in ("noun", "attribute", "word", "verb", "say")
            and after.text in words("clause_heads")
        )
        owned = (
            before is not None
            and before.kind == "de"
            and (after is None or after.kind not in ("aspect", "name", "amount"))
        )
        listed = (
            after is not None
            and after.kind == "join"
            and k + 2 < len(found)
            and (
                found[k + 2].text in words("clause_nominal")
                and k + 3 < len(found)
                and found[k + 3].text in words("clause_heads")
            )
        )
        if headed or owned or listed:
            out[k] = Atom("noun", atom.text, atom.span)
    return out


def _only_noun(found: Sequence[Atom], k: int) -> bool:
    """其他指控, 报道中的指控, 有关情况, 管控无人机出口: there a verb is a noun."""
    atom = found[k]
    after = found[k + 1] if k + 1 < len(found) else None
    before = found[k - 1] if k else None
    if atom.text in ("有关", "相关"):
        return after is not None and after.kind in ("noun", "word", "attribute", "say", "verb")
    ends = after is None or after.kind in ("join", "opener", "local")
    pointed = before is not None and before.kind == "det" and k > 1 and found[k - 2].kind == "prep"
    if pointed and after is not None and after.kind == "adverb":
        return True
    if (
        before is not None
        and (before.kind in ("de", "amount", "det") or before.text in ("按", "应", "按照"))
        and ends
    ):
        return True
    if (
        atom.text in words("clause_nominal")
        and after is not None
        and after.kind == "not"
        and before is not None
        and before.kind in ("noun", "name")
    ):
        return True
    against = before is not None and before.text in words("clause_against")
    if against and atom.text in words("clause_nominal"):
        return True
    governors = [j for j in range(k) if found[j].text in words("clause_governors")]
    governed = bool(governors) and not any(a.kind == "prep" for a in found[governors[-1] : k])
    return (
        ends
        and atom.text in words("clause_nominal")
        and governed
        and before is not None
        and before.kind in ("noun", "name", "de")
    )


def _bare(rest: list[Atom], k: int) -> tuple[Deed, int, int] | None:
    """S V 的 N: the noun is the object."""
    de = k + 1
    while de < len(rest) and rest[de].kind == "aspect":
        de += 1
    if de >= len(rest) or rest[de].kind != "de":
        return None
    head, _ = phrase_at(rest, de + 1)
    if head is None:
        return None
    first = k
    entry = verb(rest[k].text)
    moves = entry is not None and entry.frame in ("give", "move", "file", "get")
    while first > 0 and not _bounds(rest, first - 1, moves):
        first -= 1
    stop = next((j for j, a in enumerate(head.atoms) if j and a.kind == "word"), len(head.atoms))
    deed = Deed(rest[k], object=_first_noun(Phrase(head.atoms[:stop])), inside=True)
    _left(deed, rest[first:k])
    return deed, first, de


def _bounds(rest: list[Atom], k: int, moves: bool) -> bool:
    atom = rest[k]
    if atom.kind == "amount" and k + 1 < len(rest):
        return True
    if atom.kind in _BOUNDS or atom.kind in ("opener", "local", "time") and k == 0:
        return True
    if atom.kind == "prep":
        listed = any(atom.text in grammar(r) for r in ("to", "from", "by", "with", "at", "via"))
        if (atom.text in ("向", "给", "从", "自") or atom.text in grammar("via")) and not moves:
            return True
        return not listed or atom.text in ("对", "为") or _is_main(rest, k)
    if atom.kind == "adverb" and atom.text == "将":
        return k + 1 < len(rest) and rest[k + 1].kind in NOUNS
    return atom.kind in ("opener", "local") or atom.text in ("等", "以及") or atom.kind == "join"


def _is_main(rest: list[Atom], k: int) -> bool:
    """向B提供其生产的X: the preposition belongs to a verb that is not the relative one."""
    verbs = [j for j in range(k + 1, len(rest)) if rest[j].kind == "verb"]
    return (
        len(verbs) > 1
        and rest[verbs[0] + 1 : verbs[0] + 2] != []
        and (rest[verbs[0] + 1].kind not in ("de", "aspect"))
    )


def _left(deed: Deed, before: Sequence[Atom]) -> None:
    """Subject, prepositions and negation of a relative clause."""
    k = 0
    while k < len(before):
        atom = before[k]
        role = _role(atom)
        if role is not None:
            deed.passive = deed.passive or role == "by" and atom.text != "由"
            phrase, k = phrase_at(before, k + 1)
            if phrase is not None:
                deed.roles[role] = phrase
            continue
        if atom.kind in NOUNS or atom.kind == "mod":
            phrase, after = phrase_at(before, k)
            deed.subject = deed.subject or phrase
            k = max(after, k + 1)
            continue
        deed.negated = deed.negated or atom.kind == "not"
        k += 1


def _role(atom: Atom) -> str | None:
    if atom.kind != "prep" and atom.text not in ("由", "与"):
        return None
    return next(
        (r for r in ("to", "from", "by", "with", "at", "via") if atom.text in grammar(r)), None
    )


def _first_noun(head: Phrase) -> Phrase:
    """The noun right after 的, without what is joined to it unless all are names."""
    joins = [k for k, a in enumerate(head.atoms) if a.kind == "join"]
    if joins and any(a.kind == "de" for a in head.atoms[joins[0] :]):
        return Phrase(head.atoms[: joins[0]])
    return head


_DEEDS = re.compile(
    r"(?:行为|做法|情况|事件|可能|可能性|风险|情形|指控|说法|报道|决定|消息|问题|企图|计划|活动|方式|传闻|嫌疑)$"
)


def _serial(rest: list[Atom], k: int) -> tuple[Deed, int, int] | None:
    """三家涉嫌协助X规避制裁的企业: several verbs before one 的."""
    first = k
    while first > 0 and rest[first - 1].kind in ("adverb", "not"):
        first -= 1
    de = next((j for j in range(k + 1, min(len(rest), k + 9)) if rest[j].kind == "de"), None)
    if de is None or not any(a.kind == "verb" for a in rest[k + 1 : de]):
        return None
    if any(a.kind in ("say", "copula", "opener", "prep") for a in rest[k:de]):
        return None
    head, _ = phrase_at(rest, de + 1)
    obj, _ = phrase_at(rest, k + 1)
    if head is None:
        return None
    return Deed(rest[k], subject=head, object=obj, inside=True), first, de


def _patient_before(rest: list[Atom], first: int, moves: bool) -> int:
    """将其产品用于X的: the clause begins with 将."""
    k = first
    while k > 0 and rest[k - 1].kind in NOUNS:
        k -= 1
    if moves and 0 < k < first and rest[k - 1].text in ("向", "从"):
        return k - 1
    return k - 1 if k > 0 and k < first and rest[k - 1].text in ("将", "把") else first


def _with_object(rest: list[Atom], k: int) -> tuple[Deed, int, int] | None:
    """V O 的 N: the noun is the subject; nothing that could be a subject stands before V."""
    entry = verb(rest[k].text)
    frame = entry.frame if entry is not None else ""
    first = _reach(rest, k, frame in _MOVING)
    before = rest[first - 1] if first else None
    if not _may_open(rest, first, frame):
        return None
    if before is not None and (before.kind in ("amount", "det") or before.text in _SERIAL):
        serial = _serial(rest, k)
        if serial is not None:
            return serial
    obj, end = phrase_at(rest, k + 1)
    places = [j for j in range(k + 1, end) if rest[j].kind == "de"]
    if obj is None or not places or places[-1] == end - 1:
        return None
    de = places[0]
    end = next((j for j in places if j > de), end)
    if not _is_relative(before, rest[end:], frame):
        return None
    deed = Deed(rest[k], object=_without_aspect(rest[k + 1 : de]), inside=True)
    if frame in _MOVING:
        _left(deed, [a for a in rest[first:k] if a.text not in ("将", "把")])
    head = Phrase(tuple(rest[de + 1 : end]))
    deed.negated = any(a.kind == "not" for a in rest[first:k])
    deed.subject = None if _DEEDS.search(head.text) is not None else head
    if deed.subject is None and _denied_to_be(rest, first):
        deed.negated, deed.governed = True, "不存在"
    return deed, first, de


_MOVING = frozenset(("give", "move", "file", "get"))
_STANDING = frozenset(("use", "place", "hold", "ban", "part"))
_SERIAL = frozenset(("对", "为", "向", "与", "由"))


def _reach(rest: list[Atom], k: int, moves: bool) -> int:
    """Where the words begin that belong to the verb: adverbs, and 向X or 将X."""
    first = _over_adverbs(rest, k)
    return _over_adverbs(rest, _patient_before(rest, first, moves))


def _over_adverbs(rest: list[Atom], first: int) -> int:
    while first > 0 and rest[first - 1].kind in ("adverb", "not", "time"):
        first -= 1
    return first


def _may_open(rest: list[Atom], first: int, frame: str) -> bool:
    """Whether a relative clause may begin there: not after its subject, 被, or 将X."""
    before = rest[first - 1] if first else None
    if any(a.text in ("将", "把") for a in rest[: first + 1]) and frame in ("give", "move", "ban"):
        return False
    if before is None:
        return True
    if before.text in ("被", "遭"):
        return False
    return before.kind not in NOUNS or before.kind in ("amount", "det", "de", "join")


def _is_relative(before: Atom | None, after: Sequence[Atom], frame: str) -> bool:
    """Whether the noun after 的 heads a phrase of the clause and not the object alone."""
    goes_on = any(a.kind in ("verb", "copula", "say", "prep") for a in after)
    if before is None:
        return goes_on
    if before.kind == "deny":
        return any(a.kind in ("verb", "copula") for a in after) or frame in _STANDING
    if before.kind in ("verb", "say"):
        return before.text in ("存在", "发生") or frame in _STANDING
    return True


def _denied_to_be(rest: list[Atom], first: int) -> bool:
    """不存在…的情形: what is said not to be."""
    before = rest[first - 1] if first else None
    exists = before is not None and before.text in ("存在", "有", "发生")
    return exists and first > 1 and rest[first - 2].kind == "not"


def _without_aspect(found: Sequence[Atom]) -> Phrase:
    return Phrase(tuple(a for a in found if a.kind != "aspect"))
