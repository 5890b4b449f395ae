"""Attribution without a subject that speaks: "according to", "is said to", "as reported by"."""

from enduse.extract.attribution.english.contents import content_before, is_past, scope_end
from enduse.extract.attribution.english.phrases import source_after, subject_before
from enduse.extract.attribution.english.reading import Reading
from enduse.extract.attribution.english.verbs import Group
from enduse.extract.attribution.english.words import Tagged
from enduse.extract.attribution.found import Found, trimmed

__all__ = ["according", "as_reported", "asked", "passive", "viewed"]


def as_reported(r: Reading, group: Group) -> Found | None:
    """What stands beside "as first reported by Lee"."""
    u = r.tokens
    if not group.start or u.words[group.start - 1] not in ("as", "first"):
        return None
    by = source_after(u, group.end + 1, apposition=False)
    if by is None:
        return None
    opening = group.start - 1
    if opening < 2:
        first, last = by[1], _sentence_end(u)
    else:
        first, last = r.done, opening
    if last <= first:
        return None
    said = trimmed(r.text, u.starts[first], u.ends[last - 1])
    cue = r.span(group.start, group.end + 1)
    implies = next(iter(group.verb.frames.values()))
    return (
        Found((cue,), r.span(*by), (said,), implies, group.verb.lemma)
        if said.start < said.end
        else None
    )


def asked(r: Reading, group: Group) -> Found | None:
    """The question, up to the comma."""
    u = r.tokens
    last = group.end
    while last < len(u.tags) and u.tags[last] not in ",.;Q":
        last += 1
    said = trimmed(r.text, u.starts[group.end], u.ends[last - 1])
    cue = r.span(group.start, group.end)
    return Found((cue,), None, (said,), "asks", "ask") if said.start < said.end else None


def according(r: Reading, i: int) -> Found | None:
    """What is said according to somebody: after the comma, before the cue, or on both sides."""
    u = r.tokens
    named = source_after(u, i + 2, apposition=False, prepositions=True)
    if named is None:
        return None
    named = _with_relative(u, named)
    content = None
    opens = i == 0 or (u.tags[i - 1] in "C;" or i == r.done and i < 2)
    begun = _begun(u, named) if opens else None
    if begun is not None:
        # "According to its filings Silverfen is owned by X": no comma parts source and clause.
        named, content = (named[0], begun), (begun, _sentence_end(u))
    elif opens:
        end = named[1]
        while end < len(u.tags) and u.tags[end] not in ",Q" and end - named[1] < 40:
            end += 1
        while end < len(u.tags) and u.tags[end] in ",":
            end += 1
        if end < len(u.tags):
            stop = _sentence_end(u)
            content = (end, stop) if stop > end else None
        named = (named[0], max(named[1], min(end, len(u.tags)))) if end < len(u.tags) else named
        named = _without_comma(u, named)
    else:
        content = content_before(u, r.done if i - r.done > 2 else 0, i)
        r.done = named[1]
        if u.tags[named[1] : named[1] + 1] == [","] and named[1] + 2 < len(u.tags):
            return _interrupted(r, i, named)
    if content is None:
        return None
    piece = trimmed(r.text, u.starts[content[0]], u.ends[content[1] - 1])
    cue = r.span(i, i + 2)
    return Found((cue,), r.span(*named), (piece,), "states", "according to")


def _begun(u: Tagged, named: tuple[int, int]) -> int | None:
    """Where a clause begins right after a source, without a comma; None where it does not."""
    last = min(named[1] + 1, named[0] + 14, len(u.tags) - 1)
    for i in range(named[0] + 1, last):
        before = u.tags[i - 1]
        named_anew = u.capital[i] and u.tags[i] == "N" and not u.capital[i - 1] and before == "N"
        if before not in "NM" or not (u.tags[i] == "P" or u.tags[i] == "D" or named_anew):
            continue
        for k in range(i + 1, min(i + 9, len(u.tags))):
            if u.tags[k] in ",;.:Q":
                break
            if u.tags[k] == "A" or (u.tags[i] == "P" and u.tags[k] in "VK"):
                return i
    return None


_VIEWS = frozenset(
    "view views opinion judgment judgement assessment estimation estimate eyes account accounts "
    "words telling reading admission calculation calculations understanding".split()
)


def viewed(r: Reading, at: int) -> Found | None:
    """What is said in somebody's view: "In the view of the chamber, ...", "by its own account"."""
    u = r.tokens
    if u.words[at] not in ("in", "by", "on", "to"):
        return None
    noun = next((k for k in range(at + 1, min(at + 12, len(u.tags))) if u.words[k] in _VIEWS), None)
    if noun is None or any(t not in "NDHPMO" for t in u.tags[at + 1 : noun]):
        return None
    source, end = (at + 1, noun), noun + 1
    if u.words[end : end + 1] == ["of"]:
        named = source_after(u, end + 1, apposition=False)
        if named is None:
            return None
        source, end = named, named[1]
    elif u.tags[noun - 1] == "H":
        source = (at + 1, noun - 1)
    elif noun - at > 2 and u.tags[noun - 2] == "H":
        source = (at + 1, noun - 2)
    elif u.words[at + 1] not in _OWNERS:
        return None
    else:
        source = (at + 1, at + 2)
    return _around_view(r, at, source, end)


_OWNERS = frozenset("his her their its our my".split())


def _around_view(r: Reading, at: int, source: tuple[int, int], end: int) -> Found | None:
    """The clause after a fronted view, else the words on both sides of it."""
    u, stop = r.tokens, _sentence_end(r.tokens)
    if u.tags[end : end + 1] == [","]:
        end += 1
    ranges = [(end, stop)] if at < 2 else [(0, at), (end, stop)]
    pieces = [trimmed(r.text, u.starts[a], u.ends[b - 1]) for a, b in ranges if b > a]
    pieces = [p for p in pieces if p.start < p.end]
    if not pieces:
        return None
    return Found((r.span(at, at + 1),), r.span(*source), tuple(pieces), "assesses", "view")


def _with_relative(u: Tagged, named: tuple[int, int]) -> tuple[int, int]:
    """The source with what tells of it: "a former engineer who spent nine years there"."""
    if u.tags[named[1] : named[1] + 1] != ["W"]:
        return named
    end = named[1]
    while end < len(u.tags) and u.tags[end] not in ",.;:-Q":
        end += 1
    return (named[0], end) if end < len(u.tags) and u.tags[end] == "," else named


def _interrupted(r: Reading, i: int, named: tuple[int, int]) -> Found | None:
    """A source between two parts of what it says: "The ship, according to Lee, has left"."""
    u = r.tokens
    stop = _sentence_end(u)
    left = trimmed(r.text, u.starts[0], u.ends[i - 1])
    right = trimmed(r.text, u.starts[named[1] + 1], u.ends[stop - 1])
    goes_on = u.tags[i - 1] == "," and (
        u.tags[named[1] + 1] in "AVK" or not any(t in "AVK" for t in u.tags[: i - 1])
    )
    pieces = (left, right) if goes_on else (left,)
    cue = r.span(i, i + 2)
    return Found((cue,), r.span(*named), pieces, "states", "according to")


def _without_comma(u: Tagged, named: tuple[int, int]) -> tuple[int, int]:
    end = named[1]
    while end > named[0] and u.tags[end - 1] in ",":
        end -= 1
    return named[0], end


def _sentence_end(u: Tagged) -> int:
    return len(u.tags) - 1 if u.tags[-1] == "." else len(u.tags)


def passive(r: Reading, group: Group) -> Found | None:
    """Somebody says it, and the text may not tell who: "is said to", "was reported by"."""
    u = r.tokens
    following = u.words[group.end] if group.end < len(u.words) else ""
    subject = subject_before(u, group.start, r.floor)
    if subject is None and u.tags[group.start - 1 : group.start] == ["C"]:
        subject = _opening_subject(u)  # "It is light and is said to fly 2,500 km"
    if subject is None:
        return None
    spoken = r.span(*subject)
    frames = group.verb.frames
    if group.verb.lemma == "declare" and following in ("as", "for", "to"):
        return None  # goods "declared as pumps" are what papers call them
    implies = frames.get("clause") or frames.get("that") or next(iter(frames.values()))
    if following == "by":
        by = source_after(u, group.end + 1, apposition=False)
        if by is None:
            return None
        cue = r.span(group.start, group.end + 1)
        return Found((cue,), r.span(*by), (spoken,), implies, group.verb.lemma, group.negated)
    cue = r.span(group.start, group.end)
    says = "clause" in frames or "that" in frames
    goes_to = following == "to" and group.end + 1 < len(u.words) and _is_thing(u, group)
    if following in ("to", "as") and says and "hearer" not in frames and not goes_to:
        end = scope_end(u, group.end, past=is_past(u, group))
        rest = trimmed(r.text, u.starts[group.end], u.ends[end - 1])
        pieces = (spoken, rest) if spoken.end < rest.start else (rest,)
        return Found((cue,), None, pieces, implies, group.verb.lemma, group.negated)
    if u.words[subject[0]] == "it" and says and following in ("", ".", ","):
        before = content_before(u, r.done, subject[0])
        if before is None or not subject[0] or u.tags[subject[0] - 1] != ",":
            return None
        said = trimmed(r.text, u.starts[before[0]], u.ends[before[1] - 1])
        return Found((cue,), None, (said,), implies, group.verb.lemma, group.negated)
    if u.words[subject[0]] == "it" and following == "that":
        end = scope_end(u, group.end, past=is_past(u, group))
        rest = trimmed(r.text, u.starts[group.end], u.ends[end - 1])
        return Found((cue,), None, (rest,), implies, group.verb.lemma, group.negated)
    return None


def _opening_subject(u: Tagged) -> tuple[int, int] | None:
    """The subject with which a sentence opens."""
    verb = next((i for i, tag in enumerate(u.tags) if tag in "AV"), 0)
    return subject_before(u, verb, 0) if verb else None


_OPENING = frozenset("the a an its their his her this that these those our".split())


def _is_thing(u: Tagged, group: Group) -> bool:
    """Whether "to" leads to a thing and not to a doing: "was added to the list"."""
    return u.words[group.end + 1] in _OPENING
