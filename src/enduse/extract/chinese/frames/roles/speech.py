"""Frames of speech and papers: support, concern, appeals, what was seen and handed in."""

import re
from collections.abc import Iterator

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.roles.parties import DOCUMENT, is_named
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import Verb

__all__ = ["act_frame", "file_frame", "saw_frame", "urge_frame"]


_MEDIA = re.compile(
    r"(?:社|报|网|台|记者|刊|媒体|路透|彭博|法新|周刊|杂志|时报|日报|组织|通讯社|新闻|调查组|本报|编辑部)$"
)


def act_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S V O where the object keeps its own words: concern, risk, support."""
    target = deed.object or deed.roles.get("to") or deed.roles.get("about")
    if entry.predicate == "risks":
        if (
            target is None
            or deed.verb.text in ("有", "存在", "承担", "构成", "冒", "蕴藏")
            and not re.search(r"(?:风险|危险|隐患)$", target.text)
        ):
            return
    if entry.predicate in ("prohibits", "assisted", "supports") and target is None:
        return
    if entry.predicate in ("assisted", "supports") and not is_named(target):
        return
    if (
        entry.predicate == "expressed_concern_over"
        and target is None
        and not deed.verb.text.startswith(("表示", "表达", "深表", "提出"))
    ):
        return
    if entry.predicate in ("confirmed", "warned", "responsible_for") and target is None:
        return
    yield Said(
        entry.predicate,
        deed.who,
        target,
        words=entry.predicate not in ("assisted", "supports", "warned"),
    )


def saw_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read 本报看到的 O: only media see papers."""
    if deed.subject is not None and _MEDIA.search(deed.subject.text) and deed.object is not None:
        yield Said("reviewed", deed.subject, deed.object, own=True)


def file_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 向 B 提交 O."""
    to = deed.roles.get("to")
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
        if taken and atom.kind in ("word", "adverb", "verb", "not", "stop", "prep", "say", "time"):
            break
        taken.append(atom)
    yield Said("urged", deed.who, Phrase(tuple(taken)))
