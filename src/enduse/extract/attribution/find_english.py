"""Attributions of English text, unit by unit, from its verbs of saying and "according to"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enduse.extract.attribution.contents import content_after, content_before, is_past, scope_end
from enduse.extract.attribution.english import Tagged, tag
from enduse.extract.attribution.found import MOST_IN_UNIT, Found, trimmed
from enduse.extract.attribution.marks import HEARSAY, hearsay, labelled_speech
from enduse.extract.attribution.nouns import owned_nouns
from enduse.extract.attribution.phrases import source_after, subject_before
from enduse.extract.attribution.quotes import Unit
from enduse.extract.attribution.verbs import Group, verb_group
from enduse.extract.segment import Span

__all__ = ["find_english"]

SAYING_FRAMES = frozenset(("clause", "that", "quote"))
_FARTHEST = 600
_VERBAL = (["A"], ["V"])
_ASKED = frozenset("if whether what why how when who".split())
# Within what somebody says, a wish or a thought of another is their description of it;
# only saying opens a voice of its own there.
_SPEAKS = frozenset("states claims confirms denies warns accuses asks declines".split())


@dataclass(slots=True)
class _Unit:
    """What is known of a unit while it is read from left to right.

    Words before `floor` name no further speaker, those before `done` are said by one already.
    """

    text: str
    tokens: Tagged
    following: Sequence[Unit]
    groups: dict[int, Group]
    done: int = 0
    floor: int = 0
    source: Span | None = None

    def span(self, first: int, last: int) -> Span:
        return Span(self.tokens.starts[first], self.tokens.ends[last - 1])


def find_english(text: str, units: Sequence[Unit]) -> Iterator[Found]:
    """Yield the attributions of a text in the order of their cues."""
    for index, unit in enumerate(units):
        tokens = tag(text, unit)
        reading = _Unit(text, tokens, units[index + 1 : index + 4], _groups(tokens))
        labelled = (
            labelled_speech(text, tokens, first=index == 0) if unit.begins_paragraph else None
        )
        if labelled is not None:
            yield labelled
        yield from _in_unit(reading)
        yield from _by_nouns(reading)


def _by_nouns(r: _Unit) -> Iterator[Found]:
    for owned in owned_nouns(r.tokens):
        end = scope_end(r.tokens, owned.content, past=False)
        said = trimmed(r.text, r.tokens.starts[owned.content], r.tokens.ends[end - 1])
        if said.start < said.end:
            source, cue = r.span(*owned.source), r.span(*owned.cue)
            yield Found((cue,), source, (said,), owned.implies, owned.noun)


def _groups(u: Tagged) -> dict[int, Group]:
    """The verb groups by their verb; what only looks like a verb becomes a noun or participle."""
    found: dict[int, Group] = {}
    for i, letter in enumerate(u.tags):
        if letter != "K":
            continue
        group = verb_group(u, i)
        if group is not None:
            found[i] = group
            if len(found) == MOST_IN_UNIT:
                break
        else:
            u.tags[i] = "V" if u.words[i].endswith(("ed", "ing")) else "N"
    return found


def _in_unit(r: _Unit) -> Iterator[Found]:
    u = r.tokens
    i = 0
    while i < len(u.tags):
        found = None
        after = i + 1
        if i in r.groups:
            found = _by_verb(r, r.groups[i])
            after = r.groups[i].end
        elif i < _FARTHEST and u.words[i] == "according" and u.words[i + 1 : i + 2] == ["to"]:
            found = _according(r, i)
        elif u.words[i] in HEARSAY and not _in_group(r, i):
            found = hearsay(text=r.text, u=u, at=i)
        if found is not None:
            yield found
            r.floor = after
            r.source = found.source or r.source
        i = after


def _in_group(r: _Unit, i: int) -> bool:
    """Whether an adverb belongs to a verb of saying right after it: "reportedly said"."""
    return any(g.start <= i < g.end for k, g in r.groups.items() if i < k < i + 4)


def _by_verb(r: _Unit, group: Group) -> Found | None:
    if group.manner == "passive":
        return _passive(r, group)
    u = r.tokens
    inner = group.start < r.done
    # An apposition before the verb may hold cues of its own: "Lee, who denied it, said".
    floor = 0 if group.start and u.tags[group.start - 1] in ",-" else r.floor
    before = subject_before(u, group.start, floor) if group.manner == "finite" else None
    source: Span | None = None
    start = group.end
    left_end = group.start
    if before is not None:
        source, left_end = r.span(*before), before[0]
    elif group.manner == "finite":
        inverted = _inverted(u, group)
        if inverted is not None:
            source, start = r.span(*inverted), inverted[1]
        elif _shares_subject(u, group.start):
            source = r.source or _main_subject(r, group)
        elif _is_asked(u, group):
            source = None
        elif group.start > 0 and u.tags[group.start - 1] not in ",QC":
            return None
    else:
        source = r.source or _main_subject(r, group)
    content = _content(r, group, start, left_end, before is not None or start > group.end)
    if content is None:
        return None
    pieces, frame = content
    implies = group.verb.frames.get(frame) or next(iter(group.verb.frames.values()))
    if (
        inner
        and implies not in _SPEAKS
        and r.text[pieces[0].start : pieces[0].start + 5] != "that "
    ):
        return None
    return Found(
        (r.span(group.start, group.end),), source, pieces, implies, group.verb.lemma, group.negated
    )


def _inverted(u: Tagged, group: Group) -> tuple[int, int] | None:
    """The speaker after the verb: '"It is false," said Lee'."""
    if group.start and u.tags[group.start - 1] not in "Q,-.":
        return None
    if group.verb.frames.keys().isdisjoint(SAYING_FRAMES):
        return None
    if not any(t == "Q" for t in u.tags[max(0, group.start - 2) : group.start]) and (
        group.start == 0 or u.tags[group.start - 1] != ","
    ):
        return None
    if u.tags[group.end : group.end + 1] not in (["N"], ["D"], ["P"], ["M"]):
        return None
    return source_after(u, group.end, apposition=True)


def _is_asked(u: Tagged, group: Group) -> bool:
    """Whether somebody is asked, nobody says by whom: "Asked about it, Lee said"."""
    before = u.words[group.start - 1] if group.start else "when"
    following = u.words[group.end] if group.end < len(u.words) else ""
    return u.words[group.head] == "asked" and before in ("when", "if") and following in _ASKED


def _shares_subject(u: Tagged, start: int) -> bool:
    return start > 0 and u.tags[start - 1] in "C,"


def _main_subject(r: _Unit, group: Group) -> Span | None:
    """The subject of the first finite verb of the unit, for ", saying that"."""
    u = r.tokens
    for i in range(min(group.start, 40)):
        if u.tags[i] in "AVK" and i > 0:
            before = subject_before(u, i, 0)
            if before is not None:
                return r.span(*before)
    return None


def _content(
    r: _Unit, group: Group, start: int, left_end: int, placed: bool
) -> tuple[tuple[Span, ...], str] | None:
    """The pieces of what is said, and the frame of the verb that they fill."""
    u = r.tokens
    frames = group.verb.frames
    says = not frames.keys().isdisjoint(SAYING_FRAMES)
    right = content_after(u, group, start)
    left = None
    # "Lee said it had left, Reuters reported": the last voice gives all that stands before it.
    floor = r.done if left_end - r.done > 2 else 0
    can_be_left = (
        says
        and placed
        and left_end > floor
        and (u.tags[left_end - 1] in ",Q-" or group.manner == "finite" and start > group.end)
    )
    if can_be_left and (right is None or _between(u, group, start, left_end, right[0])):
        left = content_before(u, floor, left_end, 3 if right is None else 1)
    if right is None and left is None and placed and says:
        right = _relative(u, start, left_end)
        left = (left_end - 1, left_end) if right else None
    if right is None and left is None:
        following = _quoted_next(r, start) if says else None
        return ((following,), "clause") if following else None
    pieces: list[Span] = []
    if left is not None:
        pieces.append(trimmed(r.text, u.starts[left[0]], u.ends[left[1] - 1]))
    frame = "clause"
    r.done = group.end
    if right is not None:
        first, last, frame = right
        piece = trimmed(r.text, u.starts[first], u.ends[last - 1])
        if piece.start < piece.end:
            pieces.append(piece)
        r.done = last if frame != "thing" else group.end
    if left is not None and (right is None or u.tags[right[0]] == "Q"):
        pieces.extend(_quotes_that_follow(r, start if right is None else right[1]))
    return (tuple(pieces), frame) if pieces else None


def _relative(u: Tagged, start: int, left_end: int) -> tuple[int, int, str] | None:
    """What is said in "..., which critics say is false": the relative word and the rest."""
    if not left_end or u.tags[left_end - 1] != "W" or u.tags[start : start + 1] not in _VERBAL:
        return None
    end = start + 1
    while end < len(u.tags) and u.tags[end] not in ",.;-":
        end += 1
    return start, end, "clause"


def _between(u: Tagged, group: Group, start: int, left_end: int, right: int) -> bool:
    """Whether the speaker stands between two parts of what is said."""
    if u.tags[left_end - 1] == "Q":
        return u.tags[right] == "Q" or start >= len(u.tags)
    return u.tags[left_end - 1] == "," and start < len(u.tags) and u.tags[start] == ","


def _quoted_next(r: _Unit, start: int) -> Span | None:
    """The quotation of the next unit after a colon: 'He went on:'."""
    u = r.tokens
    if not u.tags or u.tags[-1] != ":" and u.words[-1] != ":":
        return None
    if start < len(u.tags) - 12 or not r.following:
        return None
    unit = r.following[0]
    if unit.quotes and unit.quotes[0].start == unit.span.start:
        return unit.quotes[0]
    return unit.span if unit.begins_paragraph else None


def _quotes_that_follow(r: _Unit, start: int) -> Iterator[Span]:
    """Further quotation of the same paragraph without a speaker of its own."""
    u = r.tokens
    if any(t not in ".,RINMDH" for t in u.tags[start:]):
        return
    for unit in r.following:
        whole = len(unit.quotes) == 1 and unit.span.end - unit.quotes[0].end < 2
        if unit.begins_paragraph or not whole or unit.quotes[0].start != unit.span.start:
            return
        yield unit.quotes[0]


def _according(r: _Unit, i: int) -> Found | None:
    u = r.tokens
    named = source_after(u, i + 2, apposition=False, prepositions=True)
    if named is None:
        return None
    content = None
    opens = i == 0 or (u.tags[i - 1] in "C;" or i == r.done and i < 2)
    if opens:
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


def _interrupted(r: _Unit, i: int, named: tuple[int, int]) -> Found | None:
    """A source between two parts of what it says: "The ship, according to Lee, has left"."""
    u = r.tokens
    stop = _sentence_end(u)
    left = trimmed(r.text, u.starts[0], u.ends[i - 1])
    right = trimmed(r.text, u.starts[named[1] + 1], u.ends[stop - 1])
    goes_on = u.tags[named[1] + 1] in "AVK" and u.tags[i - 1] == ","
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


def _passive(r: _Unit, group: Group) -> Found | None:
    """Somebody says it, and the text may not tell who: "is said to", "was reported by"."""
    u = r.tokens
    following = u.words[group.end] if group.end < len(u.words) else ""
    subject = subject_before(u, group.start, r.floor)
    if subject is None:
        return None
    spoken = r.span(*subject)
    frames = group.verb.frames
    implies = frames.get("clause") or frames.get("that") or next(iter(frames.values()))
    if following == "by":
        by = source_after(u, group.end + 1, apposition=False)
        if by is None:
            return None
        cue = r.span(group.start, group.end + 1)
        return Found((cue,), r.span(*by), (spoken,), implies, group.verb.lemma, group.negated)
    cue = r.span(group.start, group.end)
    says = "clause" in frames or "that" in frames
    if following in ("to", "as") and says and "hearer" not in frames:
        end = scope_end(u, group.end, past=is_past(u, group))
        rest = trimmed(r.text, u.starts[group.end], u.ends[end - 1])
        pieces = (spoken, rest) if spoken.end < rest.start else (rest,)
        return Found((cue,), None, pieces, implies, group.verb.lemma, group.negated)
    if u.words[subject[0]] == "it" and following == "that":
        end = scope_end(u, group.end, past=is_past(u, group))
        rest = trimmed(r.text, u.starts[group.end], u.ends[end - 1])
        return Found((cue,), None, (rest,), implies, group.verb.lemma, group.negated)
    return None
