"""Verbs that are nouns there, and places inside of nouns: 出口管制, 受制裁实体, 在大连的公司."""

from collections.abc import Sequence

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.clauses.phrase import phrase_at
from enduse.extract.chinese.tables.table import verb
from enduse.extract.chinese.words import words
from enduse.extract.segment import Span

__all__ = ["without_nominal"]


def without_nominal(found: Sequence[Atom]) -> list[Atom]:
    """Return the atoms with verbs that are part of a noun as nouns."""
    return _suffered(_places_folded(_nominal(_adjectives(found))))


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


def _suffered(rest: list[Atom]) -> list[Atom]:
    """被击落的无人机: a verb of no table after 被 and before 的 describes a noun."""
    for k in range(len(rest) - 4, -1, -1):
        words_ = rest[k : k + 3]
        if words_[0].text in ("被", "遭") and words_[1].kind == "word" and words_[2].kind == "de":
            span = Span(words_[0].span.start, words_[2].span.end)
            rest[k : k + 3] = [Atom("mod", "".join(a.text for a in words_), span)]
    return rest


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


# Nouns as often as verbs: 报告依据…写成, 公司代表柳某.
_PAPERS = frozenset("报告 通报 申报 备案 记录 汇报".split())
_ACTS = frozenset(("verb", "say", "prep", "adverb", "not", "copula"))


def _stands_as_noun(atom: Atom, before: Atom | None, after: Atom | None) -> bool:
    """Whether a word that is a verb of the tables is a noun by what stands beside it."""
    if atom.text in _PAPERS and (before is None or before.kind in ("det", "opener")):
        return after is not None and after.kind in _ACTS and after.text not in ("给", "向")
    entry = verb(atom.text)
    if entry is not None and entry.frame == "costs" and after is not None:
        return after.kind in ("verb", "word", "not", "say")
    if atom.text in ("代表", "代理"):
        counted = before is not None and before.text[-1] in "名位"
        person = after is not None and after.name is not None and after.name.schema == "Person"
        return counted or person and before is not None and before.text[-2:] in _OF_FIRM
    return False


_OF_FIRM = frozenset("公司 企业 集团 厂方 首席 法定 驻华".split())


def _only_noun(found: Sequence[Atom], k: int) -> bool:
    """其他指控, 报道中的指控, 有关情况, 管控无人机出口: there a verb is a noun."""
    atom = found[k]
    after = found[k + 1] if k + 1 < len(found) else None
    before = found[k - 1] if k else None
    if atom.text in ("有关", "相关"):
        return after is not None and after.kind in ("noun", "word", "attribute", "say", "verb")
    if _stands_as_noun(atom, before, after):
        return True
    ends = after is None or after.kind in ("join", "opener", "local")
    named = before is not None and before.kind in ("noun", "name")
    subject = named and after is not None and after.kind == "copula"
    if subject and atom.text in words("clause_nominal"):
        return True
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
