"""Cuts a sentence into clauses and drops what tells nothing."""

from collections.abc import Iterator, Sequence

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.words import words

__all__ = [
    "after_aspect",
    "found_thing",
    "is_noun_there",
    "opens_with_according",
    "telling_pieces",
    "without_according",
    "without_circumstances",
]


_ENDS = frozenset("，；：。！？,;:!?—")


def found_thing(piece: Sequence[Atom], k: int) -> bool:
    """Whether things were found (发现了14个零件), and not facts."""
    return k + 1 < len(piece) and piece[k + 1].kind in ("aspect", "amount")


def without_circumstances(piece: list[Atom]) -> list[Atom]:
    """Drop 在未取得许可的情况下, 以协助伊朗为由: how and why it was done is no deed of its own."""
    piece = _without_cause(_without_time(_without_reason(piece)))
    first = next((k for k, a in enumerate(piece) if a.text == "在"), None)
    if first is None:
        return piece
    for k in range(first + 1, len(piece) - 1):
        if (
            piece[k].text in ("情况", "前提", "背景", "条件", "帮助", "协助", "支持")
            and piece[k + 1].text == "下"
        ):
            return piece[:first] + piece[k + 2 :]
    return piece


def _without_reason(piece: list[Atom]) -> list[Atom]:
    """Drop 以…为由, whose doer is whom it is done to."""
    first = next((k for k, a in enumerate(piece) if a.text == "以"), None)
    for k in range((first or 0) + 1, len(piece) if first is not None else 0):
        ends = piece[k].text == "为由" or piece[k].text == "由" and piece[k - 1].text == "为"
        if ends:
            return piece[:first] + piece[k + 1 :]
    return piece


def _without_time(piece: list[Atom]) -> list[Atom]:
    """Drop 在制裁生效后: what was done then is told by the words after it."""
    first = next((k for k, a in enumerate(piece) if a.text == "在"), None)
    if first is None:
        return piece
    for k in range(first + 2, min(len(piece) - 1, first + 8)):
        if piece[k].text in _WHEN:
            told = any(a.kind == "verb" for a in piece[first + 1 : k])
            return piece[:first] + piece[k + 1 :] if told else piece
    return piece


def _without_cause(piece: list[Atom]) -> list[Atom]:
    """Drop 因涉嫌走私 before 被起诉: what somebody is charged with is read as a turn of words."""
    first = next((k for k, a in enumerate(piece) if a.text.startswith("因")), None)
    if first is None or not first:
        return piece
    by = next((k for k in range(first + 2, len(piece)) if piece[k].text in ("被", "遭")), None)
    return piece if by is None else piece[:first] + piece[by:]


_WHEN = frozenset("后 之后 以后 前 之前 以前 时 期间".split())


def opens_with_according(piece: Sequence[Atom]) -> bool:
    """Tell whether a clause begins with 据 or 根据."""
    return bool(piece) and piece[0].text in ("据", "根据", "依据", "按", "按照")


def without_according(rest: list[Atom]) -> list[Atom]:
    """根据合同 opens the clause; what follows in it, if anything, is another matter."""
    return [] if opens_with_according(rest) else rest


def is_noun_there(piece: Sequence[Atom], k: int) -> bool:
    """Whether a word of saying is a noun there: 公司的声明, 报道中的指控, 发表声明."""
    before = piece[k - 1] if k else None
    after = piece[k + 1] if k + 1 < len(piece) else None
    if (
        after is not None
        and after.kind == "de"
        or before is not None
        and before.text in ("按", "应", "按照")
    ):
        return True
    if before is not None and before.text in _MAKES_IT:
        return True
    back = k - 1
    while back >= 0 and piece[back].kind in ("adverb", "prep", "time"):
        back -= 1
    if back >= 0 and piece[back].kind in ("not", "stop") and piece[k].text not in ("表示", "说"):
        return True
    if piece[k].text in words("clause_noun_too") and (
        before is not None
        and (
            before.kind in ("de", "amount", "verb") or before.text in ("这一", "该", "发布", "发表")
        )
        or after is not None
        and after.kind in ("local", "de")
        or after is not None
        and (after.kind == "say" or after.text.startswith("所"))
        or before is not None
        and before.kind in ("deny", "det", "name")
        and after is None
        or before is None
        and not _accuses(piece[k], after)
    ):
        return True
    return False


def _accuses(atom: Atom, after: Atom | None) -> bool:
    """指控他们违反…: who is accused stands right after it."""
    if atom.text != "指控" or after is None:
        return False
    return after.kind == "name" or after.text in ("他们", "其", "他", "她", "该", "两人", "该公司")


_MAKES_IT = frozenset("作 做 作出 做出 予以 给予 发表 未作 作任何 予".split())


def after_aspect(piece: list[Atom]) -> list[Atom]:
    """Drop 了, 过 and marks at the beginning."""
    while piece and piece[0].kind in ("aspect", "mark"):
        piece = piece[1:]
    return piece


def telling_pieces(found: Sequence[Atom]) -> Iterator[list[Atom]]:
    """The clauses that tell something: not 从公开信息看."""
    for piece in _pieces(found):
        if not (
            piece[0].text in ("从", "就")
            and piece[-1].text in ("看", "来看", "而言", "来说", "来讲")
        ):
            yield piece


def _is_said_after_comma(piece: Sequence[Atom], after: Sequence[Atom]) -> bool:
    """唯一股东，是前采购主管: a noun alone, and what it is after the comma."""
    if not after or after[0].text not in ("是", "正是", "就是"):
        return False
    return piece[-1].kind == "attribute" and not any(
        a.kind in ("verb", "say", "copula", "word") for a in piece
    )


def _pieces(found: Sequence[Atom]) -> Iterator[list[Atom]]:
    piece: list[Atom] = []
    for k, atom in enumerate(found):
        if atom.kind == "mark" and atom.text[0] in _ENDS:
            if piece and _is_said_after_comma(piece, found[k + 1 : k + 2]):
                continue
            if piece:
                yield piece
            piece = []
        elif atom.kind != "mark":
            piece.append(atom)
    if piece:
        yield piece
