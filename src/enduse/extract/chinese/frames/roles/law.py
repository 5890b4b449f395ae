"""Frames of restriction: lists, sanctions, charges, export controls."""

import re
from collections.abc import Iterator

from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.roles.parties import agent_of, is_named, text_of, until_de
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import Verb

__all__ = ["ban_frame", "control_frame", "crime_frame", "law_frame"]


_LIST = re.compile(r"名单|清单|目录|制裁|特别指定|管制|禁令")


def ban_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read A 将 S 列入清单, S 被 A 列入, A 制裁 S, 受制裁的 S: the object is A."""
    who, _ = agent_of(deed)
    whole = deed.object.text if deed.object else ""
    listed = _LIST.search(deed.verb.text + whole) is not None
    target = deed.roles.get("patient") or deed.roles.get("to")
    if not listed and not (deed.verb.text == "冻结" and "资产" in whole):
        return
    if target is not None and "管" in whole and re.search(r"出口$|物项$|技术$", target.text):
        yield Said("controls_export_of", who, target)
    elif target is not None:
        yield Said("sanctioned_by", target, who)
    elif deed.passive:
        subject = deed.object if deed.inside else deed.who
        by: Phrase | None = deed.roles.get("by") or (None if deed.inside else deed.object)
        if deed.inside and by is None and (subject is None or len(subject.text) < 3):
            return
        yield Said("sanctioned_by", subject, by)
    elif deed.verb.text == "制裁" and deed.object is not None and not deed.inside:
        yield Said("sanctioned_by", deed.object, who)


def law_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 违反 O, S 被控 O, A 以 O 起诉 S."""
    if deed.verb.text in ("违反", "违背", "触犯", "规避", "逃避", "违犯", "绕过"):
        named = deed.who is not None and (is_named(deed.who) or not deed.inside)
        if deed.object is not None and named:
            yield Said("charged_with", deed.who, deed.object, words=True)
        return
    crime = deed.roles.get("for")
    if crime is not None and crime.text.endswith(("罪", "法", "条例", "法案", "禁令")):
        charged = deed.roles.get("to") or deed.object or deed.who
        yield Said("charged_with", charged, text_of(crime))
        return
    if deed.inside and deed.passive:
        yield Said("charged_with", deed.object, deed.verb.text)
        return
    if deed.passive or deed.verb.text in ("被控", "被指控"):
        by = deed.roles.get("by") if deed.passive else None
        yield Said("charged_with", deed.who, deed.object or by, words=deed.object is not None)
    elif deed.object is not None and is_named(deed.object):
        yield Said("charged_with", deed.object, deed.verb.text)
    elif deed.roles.get("to") is not None:
        yield Said("charged_with", deed.roles["to"], deed.verb.text)


def crime_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 构成 O 罪."""
    if deed.object is not None and deed.object.text.endswith("罪"):
        who = deed.who
        if who is not None and who.text.endswith("的行为"):
            who = until_de(who)
        yield Said("charged_with", who, deed.object, words=True)


def control_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 管控 O 出口."""
    target = deed.object or deed.roles.get("to")
    if target is None or re.search(r"出口|两用|物项", target.text) is None:
        return
    kept = tuple(a for a in target.atoms if a.text != "出口")
    while kept and kept[-1].kind == "de":
        kept = kept[:-1]
    yield Said("controls_export_of", deed.who, Phrase(kept) if kept else target, span=deed.span)
