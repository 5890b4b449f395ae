"""What nouns say of whoever has them: "总部位于…", "航程为…"."""

import re
from collections.abc import Iterator, Sequence

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase, phrase_at
from enduse.extract.chinese.clauses.reading.clause import Clause
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import Attribute, attribute, verb
from enduse.extract.segment import Span

__all__ = ["figures", "owner_before", "placed", "valued"]


def owner_before(phrase: Phrase) -> Phrase | None:
    """The owner in "X的总部": what stands before the attribute noun and names somebody."""
    rest = [a for a in phrase.atoms[:-1] if a.kind not in ("attribute", "amount", "mod")]
    while rest and rest[-1].kind in ("de", "join", "adverb"):
        rest = rest[:-1]
    named = [a for a in rest if a.name is not None or a.text in _PRONOUNS]
    if named:
        return Phrase((named[-1],))
    return (
        Phrase(tuple(rest))
        if rest and rest[0].kind == "noun" and phrase.atoms[-2].kind == "de"
        else None
    )


_PRONOUNS = frozenset("其 该公司 公司 后者 前者 该厂 它 本公司 我公司 我司 该集团".split())


def valued(entry: Attribute, owner: Phrase | None, value: Phrase, span: Span | None) -> Said:
    """What an attribute noun says of its owner, by the row of the table."""
    if entry.turned:
        target: Phrase | str | None = owner
        if entry.predicate in ("received", "supplied_to", "intermediary_in"):
            target = "交易" if entry.predicate == "intermediary_in" else None
        return Said(entry.predicate, value, target, None, span)
    return Said(entry.predicate, owner, value, None, span, words=entry.predicate == "address")


def placed(deed: Deed) -> Iterator[Said]:
    """Read "总部位于X", "注册地址位于X": the noun before the verb says what the place is."""
    entry = verb(deed.verb.text)
    subject = deed.subject
    if entry is None or entry.frame != "place" or subject is None or deed.object is None:
        return
    noun = attribute(subject.atoms[-1].text) if subject.atoms[-1].kind == "attribute" else None
    if noun is not None and noun.takes == "place" and noun.predicate != "address":
        owner = owner_before(subject) or deed.owner
        yield Said(
            noun.predicate, owner, deed.object, None, deed.span, words=noun.predicate == "address"
        )


def figures(clause: Clause, previous: Phrase | None) -> Iterator[tuple[Said, Atom]]:
    """Read "航程可达800公里", "年产量为300架", "合同总额1200万元"."""
    found = clause.atoms
    for k, atom in enumerate(found):
        noun = attribute(atom.text) if atom.kind == "attribute" else None
        if noun is None:
            continue
        if noun.takes == "figure":
            amount = _amount_after(found, k)
            if amount is not None:
                owner = _owner(found, k) or _topic(clause)
                if noun.predicate == "holds_share_in":
                    owner = previous or owner
                span = Span(_from(found, k), found[amount].span.end)
                if noun.predicate == "has_capacity" and found[amount].text.endswith("倍"):
                    continue
                yield Said(noun.predicate, owner, None, found[amount].span, span), found[amount]
        elif (
            noun.predicate != "address"
            and noun.takes == "place"
            and (place := _place_after(found, k)) is not None
        ):
            target, _ = phrase_at(found, place)
            if target is not None:
                owner = _owner(found, k) or _topic(clause)
                span = Span(_from(found, k), target.span.end)
                yield Said(noun.predicate, owner, target, None, span), found[k]


_RELATIVE = re.compile(r"倍$|成$|[%％]$")


def _more(found: Sequence[Atom], j: int) -> bool:
    """酬载增加一倍、达60公斤: the figure itself comes after how much it grew."""
    return any(a.kind == "amount" for a in found[j + 1 : j + 4])


_GROWS = re.compile(r"^(?:增|升|降|减|涨|跌|提高|提升|扩大|增加|下降|上升|扩|增长)(?:至|到|为)$")


def _grown_to(found: Sequence[Atom], j: int) -> int:
    """从四十万发增至七十万发: the figure is what it grows to."""
    for k in range(j + 1, min(len(found) - 1, j + 4)):
        if _GROWS.match(found[k].text) and found[k + 1].kind == "amount":
            return k + 1
    return j


def _place_after(found: Sequence[Atom], k: int) -> int | None:
    """总部就在滨海市: the place after 在, or right there."""
    k += 1
    while k < len(found) and (
        found[k].kind == "adverb" or found[k].text in ("在", "就", "设", "即")
    ):
        k += 1
    return k if k < len(found) and found[k].kind == "name" else None


def _topic(clause: Clause) -> Phrase | None:
    topic = clause.topic
    if topic is not None and not any(
        n.schema in ("Company", "Organization", "Product") for n in topic.names()
    ):
        return clause.company or topic
    return topic


def _amount_after(found: Sequence[Atom], k: int) -> int | None:
    for j in range(k + 1, min(len(found), k + 6)):
        atom = found[j]
        if atom.kind == "amount" and not (_RELATIVE.search(atom.text) and _more(found, j)):
            return _grown_to(found, j)
        if atom.kind not in (
            "copula",
            "amount",
            "join",
            "verb",
            "adverb",
            "noun",
            "prep",
            "aspect",
            "word",
            "attribute",
        ) or (atom.kind in ("noun", "word") and atom.text not in grammar("reaches")):
            return None
    return None


def _owner(found: Sequence[Atom], k: int) -> Phrase | None:
    """Who has it: the name or noun before, across 的."""
    j = k - 1
    while j >= 0 and found[j].kind in ("attribute", "adverb"):
        j -= 1
    if j >= 0 and found[j].kind == "de":
        j -= 1
    elif j >= 0 and found[j].kind not in ("name", "noun", "amount"):
        return None
    if j < 0 or found[j].kind not in ("name", "noun"):
        return None
    return Phrase((found[j],))


def _from(found: Sequence[Atom], k: int) -> int:
    while k > 0 and found[k - 1].kind in ("name", "noun", "de", "attribute", "amount", "mod"):
        k -= 1
    return found[k].span.start
