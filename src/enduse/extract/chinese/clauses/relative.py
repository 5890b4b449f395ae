"""Relative clauses before 的: "该公司生产的发动机", "位于明斯克的工厂"."""

import re
from collections.abc import Sequence

from enduse.extract.chinese.clauses.atoms import NOUNS, Atom
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.nominal import without_nominal
from enduse.extract.chinese.clauses.phrase import Phrase, phrase_at
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.tables.table import verb
from enduse.extract.segment import Span

__all__ = ["relatives"]

_BOUNDS = frozenset(("verb", "say", "copula", "mark", "mod", "stop", "deny", "word"))


def relatives(found: Sequence[Atom]) -> tuple[list[Deed], list[Atom]]:
    """Return the deeds of relative clauses, and the clause with each folded into its noun."""
    rest = without_nominal(found)
    deeds: list[Deed] = []
    k = 0
    while k < len(rest):
        if rest[k].kind == "verb":
            read = _bare(rest, k) or _passive(rest, k) or _with_object(rest, k)
            if read is not None:
                deed, first, de = read
                deeds.append(deed)
                span = Span(rest[first].span.start, rest[de].span.end)
                text = "".join(a.text for a in rest[first : de + 1])
                rest[first : de + 1] = [Atom("mod", text, span)]
                k = first
        k += 1
    return deeds, rest


def _bare(rest: list[Atom], k: int) -> tuple[Deed, int, int] | None:
    """S V 的 N: the noun is the object."""
    de = k + 1
    while de < len(rest) and rest[de].kind == "aspect":
        de += 1
    if de >= len(rest) or rest[de].kind != "de":
        return None
    head, end = phrase_at(rest, de + 1)
    if head is None:
        return None
    head = _until_next_verb(head, rest[end : end + 1])
    first = k
    entry = verb(rest[k].text)
    moves = entry is not None and entry.frame in ("give", "move", "file", "get")
    while first > 0 and not _bounds(rest, first - 1, moves):
        first -= 1
    stop = next((j for j, a in enumerate(head.atoms) if j and a.kind == "word"), len(head.atoms))
    deed = Deed(rest[k], object=_first_noun(Phrase(head.atoms[:stop])), inside=True)
    _left(deed, rest[first:k])
    return deed, first, de


def _passive(rest: list[Atom], k: int) -> tuple[Deed, int, int] | None:
    """接卸被美国列入制裁名单的船舶: 被 V O 的 N, after a verb or a count: the noun suffers it."""
    by = next((j for j in range(k - 1, max(-1, k - 5), -1) if rest[j].text in _SUFFERED), None)
    if by is None or any(a.kind not in NOUNS for a in rest[by + 1 : k]):
        return None
    before = rest[by - 1] if by else None
    opens = before is not None and before.kind in ("word", "verb", "amount", "det", "prep", "join")
    _, end = phrase_at(rest, k + 1)
    de = next((j for j in range(end - 1, k, -1) if rest[j].kind == "de"), None)
    if not opens or de is None or de == end - 1 or end == k + 1:
        return None
    head, _ = phrase_at(rest, de + 1)
    if head is None:
        return None
    deed = Deed(rest[k], object=_first_noun(head), inside=True, passive=True)
    agent, _ = phrase_at(rest[:k], by + 1)
    if agent is not None:
        deed.roles["by"] = agent
    return deed, by, de


_SUFFERED = frozenset("被 遭 受 遭到 受到".split())


def _until_next_verb(head: Phrase, after: Sequence[Atom]) -> Phrase:
    """中国制造的发动机和瑞士公司生产的模块: what is joined belongs to the verb after it."""
    joins = [k for k, a in enumerate(head.atoms) if a.kind == "join"]
    if joins and joins[0] and after and after[0].kind == "verb":
        return Phrase(head.atoms[: joins[-1]])
    return head


def _bounds(rest: list[Atom], k: int, moves: bool) -> bool:
    atom = rest[k]
    if atom.kind == "amount" and k + 1 < len(rest):
        return True
    if atom.kind == "join" and _between_names(rest, k):
        return False
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


def _between_names(rest: list[Atom], k: int) -> bool:
    """德州仪器和亚德诺生产的芯片: both make them."""
    around = rest[k - 1 : k] + rest[k + 1 : k + 3]
    return len(around) == 3 and [a.kind for a in around] == ["name", "name", "verb"]


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
    r"(?:行为|做法|情况|事件|可能|可能性|风险|情形|指控|说法|报道|决定|消息|问题|企图|计划|活动|方式|传闻|嫌疑|命令|请求|申请|要求|指令|承诺|提议|禁令|判决|裁决|项目|工程|任务)$"
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
    places = [
        j
        for j in range(k + 1, end)
        if rest[j].kind == "de" and (frame in _FIGURED or _more_than_counted(rest, k, j))
    ]
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
_FIGURED = frozenset(("costs", "weighs", "flies", "carry", "rate"))
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


def _more_than_counted(rest: Sequence[Atom], k: int, de: int) -> bool:
    """转运了约2600万美元的芯片: how many or how much it is makes no relative clause."""
    return any(a.kind not in ("amount", "aspect", "adverb") for a in rest[k + 1 : de])


def _denied_to_be(rest: list[Atom], first: int) -> bool:
    """不存在…的情形: what is said not to be."""
    before = rest[first - 1] if first else None
    exists = before is not None and before.text in ("存在", "有", "发生")
    return exists and first > 1 and rest[first - 2].kind == "not"


def _without_aspect(found: Sequence[Atom]) -> Phrase:
    return Phrase(tuple(a for a in found if a.kind != "aspect"))
