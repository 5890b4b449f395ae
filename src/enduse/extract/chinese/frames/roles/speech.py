"""Frames of speech and papers: support, concern, appeals, what was seen and handed in."""

import re
from collections.abc import Iterator

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.roles.parties import DOCUMENT, is_named
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import Verb

__all__ = ["MEDIA", "act_frame", "file_frame", "saw_frame", "urge_frame"]


MEDIA = re.compile(
    r"(?:社|报|网|台|记者|刊|媒体|路透|彭博|法新|周刊|杂志|时报|日报|组织|通讯社|新闻|调查组|本报|编辑部)$"
)


def act_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S V O where the object keeps its own words: concern, risk, support."""
    found = deed.object or deed.roles.get("to") or deed.roles.get("about")
    target: Phrase | str | None = found
    if entry.predicate == "risks":
        if (
            found is None
            or deed.verb.text in ("有", "存在", "承担", "构成", "冒", "蕴藏")
            and not re.search(r"(?:风险|危险|隐患)$", found.text)
        ):
            return
    if entry.predicate in ("prohibits", "assisted", "supports") and target is None:
        return
    if entry.predicate in ("assisted", "supports") and not is_named(found):
        return
    if (
        entry.predicate == "expressed_concern_over"
        and target is None
        and not deed.verb.text.startswith(("表示", "表达", "深表", "提出"))
    ):
        return
    if entry.predicate in ("warned", "responsible_for") and target is None:
        return
    if entry.predicate == "confirmed" and (deed.inside or deed.subject is None):
        return
    if entry.predicate == "confirmed" and target is None and deed.verb.text == "确认":
        return
    if entry.predicate == "risks" and found is not None:
        target = _endangered(found)
    if entry.predicate == "prohibits" and found is not None:
        target = _after_last_de(found)
    yield Said(
        entry.predicate,
        deed.who,
        target,
        words=entry.predicate not in ("assisted", "supports", "warned"),
    )


def _endangered(phrase: Phrase) -> Phrase | str:
    """被转用的风险 is the risk of 被转用."""
    words = re.sub(r"的(?:风险|危险|隐患|可能|可能性)$", "", phrase.text)
    return words if words != phrase.text and len(words) > 1 else phrase


def _after_last_de(phrase: Phrase) -> Phrase:
    """禁止未列入管制的无人机出口: what is banned, without what describes it."""
    last = max((k for k, a in enumerate(phrase.atoms) if a.kind in ("de", "mod")), default=-1)
    head = phrase.atoms[last + 1 :]
    return Phrase(head) if last >= 0 and len("".join(a.text for a in head)) > 2 else phrase


def saw_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read 本报看到的 O: only media see papers."""
    if deed.subject is not None and MEDIA.search(deed.subject.text) and deed.object is not None:
        yield Said("reviewed", deed.subject, deed.object, own=True)


_BODY = re.compile(r".*?(?:机关|部门|法院|检察院|公安局|公安厅|海关|局|署|委员会)")


def file_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 向 B 提交 O."""
    to = deed.roles.get("to")
    by = deed.roles.get("by")
    if deed.inside and deed.subject is None and by is None:
        return
    if by is not None and is_named(by):
        yield Said("reported_to", by, to or deed.object or deed.who)
        return
    if (
        to is None
        and deed.verb.text.startswith(("移送", "移交", "报请"))
        and deed.object is not None
    ):
        body = _BODY.match(deed.object.text)
        yield Said("reported_to", deed.who, body.group() if body else deed.object)
        return
    if to is None and deed.object is not None and deed.verb.text == "出具":
        yield Said("supplied_to", deed.who, deed.object)
        return
    if to is not None or deed.object is not None and DOCUMENT.search(deed.object.text):
        yield Said("reported_to", deed.who, to or deed.object)


def urge_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 敦促 B: the object is who is asked."""
    if deed.object is None or deed.object.atoms[0].kind not in (
        "name",
        "noun",
        "det",
        "amount",
        "attribute",
        "mod",
    ):
        return
    taken: list[Atom] = []
    for atom in deed.object.atoms:
        if taken and taken[-1].kind == "name" and atom.kind not in ("de", "join"):
            break
        if taken and atom.kind in ("word", "adverb", "verb", "not", "stop", "prep", "say", "time"):
            break
        taken.append(atom)
    yield Said("urged", deed.who, Phrase(tuple(taken)))
