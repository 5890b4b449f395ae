"""Attributions of English text, unit by unit, from its verbs of saying and "according to"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enduse.extract.attribution.english.contents import content_after, content_before, scope_end
from enduse.extract.attribution.english.marks import HEARSAY, hearsay, labelled_speech
from enduse.extract.attribution.english.nouns import owned_nouns
from enduse.extract.attribution.english.papers import papers
from enduse.extract.attribution.english.phrases import source_after, subject_before
from enduse.extract.attribution.english.reading import Reading
from enduse.extract.attribution.english.verbs import Group, by_means, verb_group
from enduse.extract.attribution.english.voiceless import (
    according,
    as_reported,
    asked,
    passive,
    viewed,
)
from enduse.extract.attribution.english.voices import is_document
from enduse.extract.attribution.english.words import Tagged, tag
from enduse.extract.attribution.found import MOST_IN_UNIT, Found, trimmed
from enduse.extract.attribution.quotes import Unit
from enduse.extract.segment import Span

__all__ = ["find_english"]

SAYING_FRAMES = frozenset(("clause", "that", "quote"))
_FARTHEST = 600
_VIEWING = frozenset({"in", "by", "on", "to"})
_VERBAL = (["A"], ["V"])
_ASKED = frozenset("if whether what why how when who".split())
# Within what somebody says, a wish or a thought of another is their description of it;
# only saying opens a voice of its own there.
_SPEAKS = frozenset("states claims confirms denies warns accuses asks declines".split())


def find_english(text: str, units: Sequence[Unit]) -> Iterator[Found]:
    """Yield the attributions of a text in the order of their cues."""
    for index, unit in enumerate(units):
        tokens = tag(text, unit)
        reading = Reading(text, tokens, units[index + 1 : index + 4], _groups(tokens))
        labelled = (
            labelled_speech(text, tokens, first=index == 0) if unit.begins_paragraph else None
        )
        if labelled is not None:
            yield labelled
        yield from _in_unit(reading)
        yield from _by_nouns(reading)
        yield from papers(reading)


def _by_nouns(r: Reading) -> Iterator[Found]:
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


def _in_unit(r: Reading) -> Iterator[Found]:
    u = r.tokens
    i = 0
    while i < len(u.tags):
        found = None
        after = i + 1
        if i in r.groups:
            found = _by_verb(r, r.groups[i])
            after = r.groups[i].end
        elif i < _FARTHEST and u.words[i] == "according" and u.words[i + 1 : i + 2] == ["to"]:
            found = according(r, i)
        elif u.words[i] in _VIEWING and (viewpoint := viewed(r, i)) is not None:
            found = viewpoint
        elif u.words[i] in HEARSAY and not _in_group(r, i):
            found = hearsay(text=r.text, u=u, at=i)
        if found is not None:
            yield found
            r.floor = after if found.verb != "view" else r.floor
            r.source = found.source or r.source
        i = after


def _in_group(r: Reading, i: int) -> bool:
    """Whether an adverb belongs to a verb of saying right after it: "reportedly said"."""
    return any(g.start <= i < g.end for k, g in r.groups.items() if i < k < i + 4)


def _by_verb(r: Reading, group: Group) -> Found | None:
    if group.manner == "passive":
        return passive(r, group)
    if r.tokens.words[group.end : group.end + 1] == ["by"] and not by_means(r.tokens, group.end):
        return as_reported(r, group)
    if _is_asked(r.tokens, group):
        return asked(r, group)
    speaker = _speaker(r, group)
    if speaker is None:
        return None
    inner = group.start < r.done
    content = _content(r, group, speaker)
    if content is None:
        return None
    pieces, frame = content
    implies = group.verb.frames.get(frame) or next(iter(group.verb.frames.values()))
    opens_clause = r.text.startswith("that ", pieces[0].start)
    # "They plan to sell it, analysts believe": the last voice gives all that stands before it.
    inner = inner and (speaker.source is None or pieces[0].end > speaker.source.start)
    if inner and implies not in _SPEAKS and not opens_clause:
        return None
    return Found(
        cue=(r.span(group.start, group.end),),
        source=speaker.source,
        content=pieces,
        implies=implies,
        verb=group.verb.lemma,
        negated=group.negated,
        antecedent=speaker.antecedent,
    )


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who speaks by a verb.

    Attributes:
        source: Their place; None where nobody is named.
        left_end: Where the words before the speaker end.
        start: Where the words after verb and speaker begin.
        placed: The speaker stands at the verb, so that words before it may be theirs.
        antecedent: The noun that a relative word takes up.
    """

    source: Span | None
    left_end: int
    start: int
    placed: bool = False
    antecedent: Span | None = None


def _speaker(r: Reading, group: Group) -> _Speaker | None:
    """The subject before the verb, the name behind it, or the subject of the verb before."""
    u = r.tokens
    before: tuple[int, int] | None = None
    if group.manner == "finite":
        # An apposition before the verb may hold cues of its own: "Lee, who denied it, said".
        floor = 0 if group.start and u.tags[group.start - 1] in ",-" else r.floor
        before = subject_before(u, group.start, floor)
    if before is not None:
        relative = u.tags[before[0]] == "W"
        noun = subject_before(u, _noun_end(u, before[0]), 0) if relative else None
        antecedent = r.span(*noun) if noun else None
        return _Speaker(r.span(*before), before[0], group.end, not relative, antecedent)
    if group.manner == "participle" and u.words[group.end : group.end + 1] == ["that"]:
        floor = next((k for k in range(group.start - 1, 0, -1) if u.words[k] == "of"), r.floor)
        paper = subject_before(u, group.start, max(r.floor, floor))
        inside = paper is not None and u.words[max(0, paper[0] - 1)] in ("in", "with")
        if paper is not None and not inside and is_document(r.text, r.span(*paper)):
            return _Speaker(r.span(*paper), group.start, group.end)
    if group.manner != "finite":
        return _Speaker(r.source or _main_subject(r, group), group.start, group.end)
    inverted = _inverted(u, group)
    if inverted is not None:
        return _Speaker(r.span(*inverted), group.start, inverted[1], True)
    if _shares_subject(u, group.start):
        return _Speaker(r.source or _main_subject(r, group), group.start, group.end)
    if group.start > 0 and u.tags[group.start - 1] not in ",QC":
        return None
    return _Speaker(None, group.start, group.end)


def _noun_end(u: Tagged, relative: int) -> int:
    """One past the noun that a relative word takes up."""
    return relative - 1 if relative and u.tags[relative - 1] == "," else relative


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


def _main_subject(r: Reading, group: Group) -> Span | None:
    """The subject of the first finite verb of the unit, for ", saying that"."""
    u = r.tokens
    for i in range(min(group.start, 40)):
        if u.tags[i] in "AVK" and i > 0:
            before = subject_before(u, i, 0)
            if before is not None:
                return r.span(*before)
    return None


def _content(r: Reading, group: Group, speaker: _Speaker) -> tuple[tuple[Span, ...], str] | None:
    """The pieces of what is said, and the frame of the verb that they fill."""
    u, start = r.tokens, speaker.start
    says = not group.verb.frames.keys().isdisjoint(SAYING_FRAMES)
    turned = group.manner == "finite" and start > group.end
    right = (
        None if turned and u.tags[start : start + 1] == ["W"] else content_after(u, group, start)
    )
    left = _said_before(r, group, speaker, right) if says else None
    if right is None and speaker.placed and says and _is_inserted(u, start, speaker.left_end):
        return _around(r, speaker), "clause"
    if right is None and left is None and speaker.placed and says:
        right = _relative(u, start, speaker.left_end)
        left = (speaker.left_end - 1, speaker.left_end) if right else None
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
    if left is not None and right is None and (rest := _joined(u, start)) is not None:
        pieces.append(trimmed(r.text, u.starts[rest[0]], u.ends[rest[1] - 1]))
    if left is not None and (right is None or u.tags[right[0]] == "Q"):
        pieces.extend(_quotes_that_follow(r, start if right is None else right[1]))
    return (tuple(pieces), frame) if pieces else None


def _is_inserted(u: Tagged, start: int, left_end: int) -> bool:
    """Whether the speaker is set into what is said: "The engines, the filing shows, were sold"."""
    if u.tags[start : start + 1] != [","] or left_end < 2 or u.tags[left_end - 1] != ",":
        return False
    if u.tags[start + 1 : start + 2] in _RESUMED:
        return True
    fronted = u.tags[0] in "SIR" and u.words[0] not in ("that", "according")
    fronted = fronted or u.words[0] in _IFS
    return fronted and u.tags[start + 1 : start + 2] in _SUBJECTS and start + 2 < len(u.tags)


_RESUMED = (["A"], ["V"], ["K"])
_IFS = ("should", "had", "were")
_SUBJECTS = (["D"], ["N"], ["P"], ["M"], ["O"])


def _around(r: Reading, speaker: _Speaker) -> tuple[Span, ...]:
    """Both parts of what is said, before and after the speaker who interrupts it."""
    u = r.tokens
    stop = len(u.tags) - 1 if u.tags[-1] == "." else len(u.tags)
    left = trimmed(r.text, u.starts[0], u.ends[speaker.left_end - 2])
    right = trimmed(r.text, u.starts[speaker.start + 1], u.ends[stop - 1])
    return left, right


def _joined(u: Tagged, start: int) -> tuple[int, int] | None:
    """What is said on after the speaker: "It may fail, she said, and there is no proof of it"."""
    if u.tags[start : start + 2] != [",", "C"] or u.words[start + 1] not in ("and", "but"):
        return None
    first = start + 2
    if u.tags[first : first + 1] not in _SUBJECTS or any(t in "KQ" for t in u.tags[first:]):
        return None
    end = len(u.tags) - (u.tags[-1] == ".")
    return (first, end) if any(t in "AV" for t in u.tags[first:end]) else None


def _said_before(
    r: Reading, group: Group, speaker: _Speaker, right: tuple[int, int, str] | None
) -> tuple[int, int] | None:
    """The words before the speaker, where they are what is said."""
    u, left_end, start = r.tokens, speaker.left_end, speaker.start
    # "Lee said it had left, Reuters reported": the last voice gives all that stands before it.
    floor = r.done if left_end - r.done > 2 else 0
    if not speaker.placed or left_end <= floor:
        return None
    turned = group.manner == "finite" and start > group.end
    if not (turned or u.tags[left_end - 1] in ",Q-"):
        return None
    if right is not None and not _between(u, start, left_end, right[0]):
        return None
    return content_before(u, floor, left_end, 3 if right is None else 1)


def _relative(u: Tagged, start: int, left_end: int) -> tuple[int, int, str] | None:
    """What is said in "..., which critics say is false": the relative word and the rest."""
    if not left_end or u.tags[left_end - 1] != "W" or u.tags[start : start + 1] not in _VERBAL:
        return None
    end = start + 1
    while end < len(u.tags) and u.tags[end] not in ",.;-":
        end += 1
    return start, end, "clause"


def _between(u: Tagged, start: int, left_end: int, right: int) -> bool:
    """Whether the speaker stands between two parts of what is said."""
    if u.tags[left_end - 1] == "Q":
        return u.tags[right] == "Q" or start >= len(u.tags)
    return u.tags[left_end - 1] == "," and start < len(u.tags) and u.tags[start] == ","


def _quoted_next(r: Reading, start: int) -> Span | None:
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


def _quotes_that_follow(r: Reading, start: int) -> Iterator[Span]:
    """Further quotation of the same paragraph without a speaker of its own."""
    u = r.tokens
    if any(t not in ".,RINMDH" for t in u.tags[start:]):
        return
    for unit in r.following:
        whole = len(unit.quotes) == 1 and unit.span.end - unit.quotes[0].end < 2
        if unit.begins_paragraph or not whole or unit.quotes[0].start != unit.span.start:
            return
        yield unit.quotes[0]
