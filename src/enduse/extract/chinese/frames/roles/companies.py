"""Frames of companies: shares, seats, beginnings, belonging, employment."""

import re
from collections.abc import Iterator

from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.chinese.frames.roles.parties import agent_of, amount_of, is_named
from enduse.extract.chinese.frames.said import Said
from enduse.extract.chinese.tables.table import Verb
from enduse.extract.segment import Span

__all__ = ["date_frame", "hold_frame", "part_frame", "place_frame", "work_frame"]


_SHARE = re.compile(r"股份|股权|股票|股$|%|％|百分之|持股")


def hold_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 持有 B 的股份, 其余由 S 持有: the object is the company held."""
    who, held = agent_of(deed)
    thing = deed.roles.get("patient") or deed.object or held
    if thing is None:
        return
    whole = thing.text + (deed.object.text if deed.object else "")
    shares = _SHARE.search(whole) is not None
    amount = amount_of(deed.object, thing) if shares else None
    target = _of_shares(thing)
    if target is None and held is not None:
        target = _held_before(deed)
    if deed.inside and amount is None and not is_named(target):
        return
    if amount is not None or shares and entry.predicate == "holds_share_in":
        yield Said("holds_share_in", who, target or thing, amount)
    elif "by" in deed.roles and thing.text in _POINTS:
        yield Said("owned_by", thing, who)
    elif is_named(target) or entry.predicate == "controls" and target is not None:
        legal = (
            target is not None
            and any(n.schema in ("Company", "Organization", "Product") for n in target.names())
            or entry.predicate == "controls"
        )
        if legal:
            by = "controlled_by" if entry.predicate == "controls" else "owned_by"
            yield Said(by, target, who)
    elif entry.predicate == "controls" and not deed.inside and deed.object is not None:
        yield Said("controls", who, deed.object, words=True)


_POINTS = frozenset("前者 后者 其 该公司 该厂 该船 该企业".split())


def _held_before(deed: Deed) -> Phrase | None:
    """其余30%由X持有: shares of what the clause before is about."""
    if deed.subject is None:
        return deed.topic
    before = deed.before
    named = _of_shares(before.object) if before is not None and before.object is not None else None
    return named or deed.topic


def _of_shares(thing: Phrase) -> Phrase | None:
    """The company in "X公司70%的股权", "其51%的股份"."""
    until = next((k for k, a in enumerate(thing.atoms) if a.kind == "amount"), len(thing.atoms))
    before = thing.atoms[:until]
    named = [a for a in before if a.name is not None and a.name.schema != "Address"]
    named = named or [a for a in before if a.text in ("其", "该公司", "公司", "后者", "前者")]
    return Phrase((named[0],)) if named else None


def place_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 位于 P and S 在 P 注册."""
    place = deed.object or deed.roles.get("to") or deed.roles.get("at")
    subject = deed.subject
    if place is None and entry.predicate == "registered_in" and deed.time is not None:
        yield Said("began", deed.who, deed.time)
        return
    if place is None or subject is not None and subject.atoms[-1].kind == "attribute":
        return
    if entry.predicate == "registered_in" and place is None:
        return
    if entry.predicate == "employed_by" or is_named(place) or len(place.text) < 12:
        yield Said(entry.predicate, deed.who, place)


def date_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 成立于 T."""
    times = [a for a in deed.rest if a.kind == "time"]
    if deed.object is not None and is_named(deed.object) and entry.predicate == "began":
        yield Said("founded", deed.who, deed.object)
        return
    if deed.object is not None and entry.predicate == "ended" and deed.object.amount is None:
        yield Said("ended", deed.who, deed.object)
        return
    if deed.object is None and entry.predicate == "began" and times:
        span = Span(min(deed.span.start, times[0].span.start), times[0].span.end)
        yield Said("began", deed.who, times[0].span, None, span)
    elif deed.object is None and entry.predicate == "ended" or deed.object is None and deed.time:
        yield Said(entry.predicate, deed.who, deed.time)


def work_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 在 B 任职."""
    at = deed.roles.get("at")
    if at is not None and at.names() and deed.who is not None:
        yield Said("employed_by", deed.who, at)


def part_frame(deed: Deed, entry: Verb) -> Iterator[Said]:
    """Read S 隶属于 B."""
    goes_on = bool(deed.rest) and deed.rest[0].kind == "verb"
    if deed.object is not None and is_named(deed.object) and not goes_on:
        yield Said(entry.predicate, deed.who, deed.object)
