"""Chinese clauses: where each stands, and what its prepositions and verbs bring."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from enduse.extract.chinese.frames.phrases import LETTER, Clause, Phrase, noun_phrase
from enduse.extract.chinese.frames.prepositions import is_preposition, prepositions, role_of
from enduse.extract.chinese.frames.table import table
from enduse.extract.chinese.words import tagged
from enduse.extract.relations.skeleton import Skeleton

__all__ = ["VerbPhrase", "clauses", "subject_of", "verb_phrases"]

_CUT = re.compile(r"[，；：。！？,;:!?\n]")
_BRACKET = re.compile(r"[（(][^（）()]{0,60}[)）]")
_SUFFIX = re.compile(r"(?:了|过|着|出|成)*(?P<to>至|往|到|给|予|向|入|于|进)?(?:了)?")
# Verbs that say something without an object.
_BARE = frozenset("否认 驳斥 投产 开工 停产 启动 注册 控股".split())
_CONTROLS = frozenset(("管制", "管控", "限制", "控制"))
_AND = ("与", "和", "及", "、")
_LIGHT = frozenset("先再又已均都还也共可将未可并曾不即仅只")
# 发往<伊朗>的碳纤维: the place, and the goods that are told about.
_TOLD = re.compile("[\ue000-\ue007]的")


@dataclass(slots=True)
class VerbPhrase:
    """A verb with what stands around it in its clause.

    Attributes:
        verb: As in the table.
        start: Where it stands in the skeleton.
        end: One past it and its endings.
        roles: What prepositions and word order bring: agent, theme, to, from, with, via, at...
        passive: 由 or 被 stands before it, or it tells about the noun after 的.
    """

    verb: str
    start: int
    end: int
    roles: dict[str, Phrase] = field(default_factory=dict)
    passive: bool = False


def clauses(bones: Skeleton) -> Iterator[Clause]:
    """Yield the clauses of a sentence in order."""
    masked = _BRACKET.sub(lambda m: "\x00" * len(m.group()), bones.text)
    start = 0
    for mark in (*_CUT.finditer(masked), None):
        end = mark.start() if mark else len(masked)
        if start < end:
            yield Clause(start, end, masked[start:end])
        start = mark.end() if mark else end


def verb_phrases(clause: Clause, bones: Skeleton) -> Iterator[VerbPhrase]:
    """Yield the verbs of the table in a clause, in order, with their roles."""
    words = tagged(clause.text)
    verbs = list(_verbs(clause, words))
    for place, (verb, start, end) in enumerate(verbs):
        following = verbs[place + 1][1] if place + 1 < len(verbs) else len(clause.text)
        before = verbs[place - 1][2] if place else 0
        found = _verb_phrase(clause, bones, words, (verb, start, end), (before, following))
        moved = found.passive or not {"theme", "to", "with", "against"}.isdisjoint(found.roles)
        if moved or end < len(clause.text) or len(clause.text) == end and verb in _BARE:
            yield found


def subject_of(clause: Clause, bones: Skeleton) -> Phrase | None:
    """What stands before the first preposition or verb, where the table has no verb."""
    at = 0
    for word, tag, _ in tagged(clause.text):
        if tag in ("p", "v", "d") and at or word in table().prepositions:
            break
        at += len(word)
    phrase = noun_phrase(clause, bones, 0, at)
    return (
        phrase if phrase is not None and (phrase.mentions or 1 < len(phrase.words) < 12) else None
    )


def _verbs(
    clause: Clause, words: Sequence[tuple[str, str, object]]
) -> Iterator[tuple[str, int, int]]:
    """The verbs of the table that are whole words: 供应, but not in 供应商."""
    at = 0
    taken = 0
    nominal: tuple[str, ...] = ("\x00",)
    spans = []
    for word, tag, _ in words:
        spans.append((word, tag, at, at + len(word)))
        at += len(word)
    for word, tag, start, _ in spans:
        if start < taken:
            continue
        verb = _known(clause.text, word, start)
        if verb is None:
            continue
        start += clause.text[start:].index(verb)
        stop = start + len(verb)
        if len(verb) == 1 and tag not in ("v", "vn", "p"):
            continue
        picky = any(frame.ends for frame in table().verbs[verb])
        if not picky and _makes_a_noun().match(clause.text, stop):
            continue
        before = clause.text[:start]
        if before.endswith("的") or before.endswith(_AND) and before[:-1].endswith(nominal):
            nominal = (*nominal, verb)
            continue
        if verb in _CONTROLS and before.endswith("出口") or before.endswith("用于"):
            continue
        if (
            "是否" in before
            or before.endswith(("受", "被"))
            and clause.text[stop : stop + 1] == "的"
        ):
            continue
        taken = stop
        yield verb, start, stop


@lru_cache(maxsize=1)
def _makes_a_noun() -> re.Pattern[str]:
    return re.compile(f"(?:{table().no_verb_before})")


def _known(text: str, word: str, start: int) -> str | None:
    """The longest verb that begins with this word and ends with a word or an ending."""
    if len(word) > 2 and word[0] in _LIGHT:
        start, word = start + 1, word[1:]
    verbs = table().verbs
    for size in (6, 5, 4, 3, 2, 1):
        candidate = text[start : start + size]
        if len(candidate) == size and candidate in verbs:
            if size >= len(word) or word[size:] in (
                "了",
                "至",
                "给",
                "到",
                "往",
                "于",
                "过",
                "向",
                "出",
                "自",
            ):
                return candidate
    return None


def _verb_phrase(
    clause: Clause,
    bones: Skeleton,
    words: Sequence[tuple[str, str, object]],
    verb: tuple[str, int, int],
    around: tuple[int, int],
) -> VerbPhrase:
    name, start, end = verb
    suffix = _SUFFIX.match(clause.text, end)
    stop = suffix.end() if suffix else end
    found = VerbPhrase(name, clause.start + start, clause.start + stop)
    _ = words, around
    _before(clause, bones, found, start)
    _after(clause, bones, found, stop, suffix["to"] if suffix else None)
    return found


def _before(clause: Clause, bones: Skeleton, found: VerbPhrase, verb: int) -> None:
    """The subject and what prepositions bring before the verb."""
    left = clause.text[:verb]
    marks = [m for m in prepositions().finditer(left) if is_preposition(left, m)]
    edges = [0, *(m.start() for m in marks), verb]
    subject = noun_phrase(clause, bones, 0, edges[1])
    if subject is not None:
        found.roles["agent"] = subject
    for mark, end in zip(marks, edges[2:], strict=True):
        role = role_of(mark.group())
        phrase = noun_phrase(clause, bones, mark.end(), end)
        if role == "by":
            found.passive = True
        if phrase is None:
            continue
        phrase.first = clause.start + mark.start()
        paired = any("with" in f.object for f in table().verbs[found.verb])
        if role == "with" and not paired and _joins(left, mark, found):
            subject = found.roles.get("agent")
            if subject is not None and subject.mentions:
                subject.mentions = (*subject.mentions, *phrase.mentions)
                subject.end = phrase.end
                found.roles.setdefault("with", phrase)
                continue
        found.roles[role] = phrase
    _diathesis(found)


def _joins(left: str, mark: "re.Match[str]", found: VerbPhrase) -> bool:
    return (
        mark.group() in ("和", "及", "与")
        and mark.start() > 0
        and bool(LETTER.match(left, mark.start() - 1))
    )


def _diathesis(found: VerbPhrase) -> None:
    roles = found.roles
    if "ba" in roles:
        roles["theme"] = roles.pop("ba")
    if found.passive:
        if "agent" in roles:
            roles["theme"] = roles.pop("agent")
        if "by" in roles:
            roles["agent"] = roles.pop("by")


def _after(
    clause: Clause, bones: Skeleton, found: VerbPhrase, stop: int, suffix: str | None
) -> None:
    """The object, or what the verb tells about: 生产的发动机."""
    rest = clause.text[stop:]
    roles = found.roles
    if rest.startswith("的"):
        head = noun_phrase(clause, bones, stop + 1, _head_end(clause.text, stop + 1))
        if head is not None and ("theme" not in roles or found.passive):
            roles["theme"] = head
        return
    if not rest:
        return
    partner = _PARTNER.match(clause.text, stop)
    if partner is not None and "with" not in roles:
        named = noun_phrase(clause, bones, *partner.span("o"))
        if named is not None:
            roles["with"] = named
    end = _object_end(clause.text, stop)
    phrase = noun_phrase(clause, bones, stop, end)
    if phrase is None:
        return
    if suffix or found.verb[-1] in "往至到抵于自在":
        roles["to"] = phrase
        told = _TOLD.match(clause.text, stop)
        if told is not None and "theme" not in roles:
            roles["to"] = noun_phrase(clause, bones, stop, stop + 1) or phrase
            goods = noun_phrase(clause, bones, stop + 2, _noun_end(clause.text, stop + 2))
            if goods is not None:
                roles["theme"] = goods
    elif "theme" not in roles:
        roles["theme"] = phrase
    elif found.passive or "theme" in roles:
        roles.setdefault("rest", phrase)


# 终止与<公司>的合同: the partner stands in the object.
_PARTNER = re.compile(r"(?:与|和|同|跟)(?P<o>[^，。]{1,20}?)的")


def _object_end(text: str, start: int) -> int:
    """Where the object ends: at 并, at 以 before a second verb, or with the clause."""
    stop = re.compile(r"并(?!非)|，|以(?=满足|支持|用于|规避|绕过|供)|用于|供(?=其)").search(
        text, start
    )
    return stop.start() if stop else len(text)


def _head_end(text: str, start: int) -> int:
    """The end of the noun after 的: with its name, or before the next verb."""
    letter = LETTER.search(text, start)
    if letter and letter.start() - start <= 12:
        return letter.end()
    return _noun_end(text, start)


def _noun_end(text: str, start: int) -> int:
    at = start
    for word, tag, _ in tagged(text[start:]):
        if tag[0] in "vpdcuty" and tag not in ("vn", "uj") and at > start:
            break
        at += len(word)
    return at
