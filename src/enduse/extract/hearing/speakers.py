"""Whom a speaker's pronoun or short description means: "he said", "the official added"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from enduse.extract.attribution import Attribution, Speaker
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["Speakers"]

_PERSONS = frozenset({"he", "she", "i"})
_BODIES = frozenset({"it"})
_SEVERAL = frozenset({"they", "we"})
# One of several sources named before: "one described it", "a third denied it".
_OF_THEM = frozenset(
    "one another both some all others two many several either neither".split()
    + ["a second", "a third", "a fourth", "the other", "the others", "the first", "the second"]
    + ["one of them", "two of them", "some of them", "all of them", "both of them"]
)
_PRONOUNS = _PERSONS | _BODIES | _SEVERAL | _OF_THEM | frozenset({"who", "which", "that"})
_DEFINITE = re.compile(
    r"(?:the|that|this|these|those)\s(?P<head>[a-z][a-z-]*(?:\s[a-z][a-z-]*)?)$", re.I
)
_ORGANISED = frozenset({"company", "government", "document", "agency", "outlet"})
_FARTHEST = 2500
_GROUPS = re.compile(
    r"\b(?:[Pp]roject|[Mm]onitor|[Ww]atch|[Gg]roup|[Ll]ab|[Ii]nstitute|[Ff]orum|[Cc]entre)\b"
)


_OWNER_OF = {"his": "he", "her": "she", "its": "it", "their": "they", "our": "we", "my": "i"}


class Speakers:
    """The speakers of a text in order, asked whom one of them takes up."""

    def __init__(
        self, text: str, attributions: Iterable[Attribution], mentions: Sequence[Found] = ()
    ) -> None:
        self._text = text
        self._mentions = mentions
        named = {
            s.span.start: s
            for a in attributions
            for chain in a.chains
            for s in chain[-1:]
            if s.span is not None and s.text.lower() not in _PRONOUNS
        }
        self._starts = sorted(named)
        self._named = [named[start] for start in self._starts]

    def meant(self, speaker: Speaker) -> Speaker:
        """Return the speaker who is meant; the same one where it names itself.

        "He" is the nearest person who spoke before, "the official" the nearest source with
        that word, "it" the nearest body or document.
        """
        if speaker.span is None:
            return speaker
        word = _OWNER_OF.get(speaker.text.lower(), speaker.text.lower())
        if word in _PERSONS | _BODIES | _SEVERAL | _OF_THEM:
            return self._by_pronoun(word, speaker)
        definite = _DEFINITE.match(speaker.text)
        if definite is not None:
            return self._by_word(definite["head"].split(" ")[-1].lower(), speaker)
        return speaker

    def body_before(self, speaker: Speaker) -> Speaker | None:
        """The organisation or group that spoke last before a speaker."""
        for before in self._before(speaker):
            if before.kind in _ORGANISED - {"document"} or _GROUPS.search(before.text):
                return before
        return None

    def _before(self, speaker: Speaker) -> Iterable[Speaker]:
        place = speaker.span.start if speaker.span is not None else 0
        for k in range(bisect_left(self._starts, place) - 1, -1, -1):
            if place - self._starts[k] > _FARTHEST:
                return
            yield self._named[k]

    def _by_pronoun(self, word: str, speaker: Speaker) -> Speaker:
        for before in self._before(speaker):
            organised = before.kind in _ORGANISED
            spokesman = bool(_HOLDS_OFFICE.search(before.text))
            if word in _PERSONS and (spokesman or (not organised and _may_be_she(before))):
                return self._opener(before, speaker) or before
            if word in _BODIES and organised:
                return before
            if word in _OF_THEM and before.kind == "anonymous":
                return before
            if word == "they" and (before.kind in ("document", "anonymous") or organised):
                return before
        return (self._opener(None, speaker) if word in _PERSONS else None) or speaker

    def _opener(self, before: Speaker | None, speaker: Speaker) -> Speaker | None:
        """The person a sentence in between opens with: "Its director is a student. She says"."""
        start = before.span.end if before is not None and before.span is not None else 0
        end = speaker.span.start if speaker.span is not None else 0
        found: Span | None = None
        for match in _OPENS.finditer(self._text, max(start, end - _NEAR), end):
            named = _NAMED.match(self._text, match.end())
            found = Span(*(named.span("name") if named is not None else match.span("who")))
        at = bisect_left(self._mentions, max(start, end - _NEAR), key=lambda m: m.span.start)
        while at < len(self._mentions) and self._mentions[at].span.end < end:
            mention = self._mentions[at]
            opens = _STARTS.search(self._text, max(0, mention.span.start - 3), mention.span.start)
            if mention.schema == "Person" and mention.kind == "name" and opens:
                if found is None or mention.span.start > found.start:
                    found = mention.span
            at += 1
        if found is None:
            return None
        return Speaker(self._text[found.start : found.end], "person", found)

    def _by_word(self, head: str, speaker: Speaker) -> Speaker:
        stem = head.removesuffix("s")
        for before in self._before(speaker):
            said = before.text.lower()
            definite = said.startswith(("the ", "that ", "this ")) and " of " not in said
            if re.search(rf"\b{re.escape(stem)}s?\b", said) and not definite:
                return before
        return speaker


def _may_be_she(speaker: Speaker) -> bool:
    """Whether a speaker is somebody, not a pattern or a past that a verb of saying stood by."""
    if speaker.kind == "anonymous" or not speaker.text.lower().startswith(("the ", "a ", "an ")):
        return True
    return bool(re.search(rf"\b(?:{_PERSON})\b|[A-Z]|witness|spokes", speaker.text[2:]))


_PERSON = (
    r"man|woman|student|boss|tycoon|pensioner|businessman|businesswoman|captain|driver|dealer|"
    r"trader|broker|worker|defector|veteran|director|manager|executive|minister|secretary|chief|"
    r"head|president|chairman|chairwoman|officer|official|lawyer|owner|founder|engineer|analyst|"
    r"adviser|ambassador|researcher|employee|accountant|bookkeeper|colonel|general|soldier|"
    r"suspect|defendant|nephew|brother|sister|son|daughter|wife|widow|husband|uncle|cousin"
)
# Who opens a sentence, or is what its subject is said to be: "Its only director is a student".
_OPENS = re.compile(
    rf"(?:(?:\A|(?<=[.!?] )|(?<=[.!?][\"”’] )|(?<=\n))|(?<= is )|(?<= was ))"
    rf"(?P<who>(?:The|A|An|Its|His|Her|Their|One|a|an|the) (?:[\w’'-]+ ){{0,5}}?(?:{_PERSON})\b)"
)
_NAMED = re.compile(r", (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}),")
_STARTS = re.compile(r"(?:\A|[.!?][\"”’]? |\n)$")
_NEAR = 300

_HOLDS_OFFICE = re.compile(
    r"\b(?:spokes\w+|director|manager|executive|minister|secretary|chief|head|president|chair\w*|"
    r"officer|official|lawyer|owner|founder|engineer|analyst|adviser|advisor|attorney|envoy|"
    r"ambassador|researcher|employee|worker|prosecutor|accountant)\b",
    re.IGNORECASE,
)
