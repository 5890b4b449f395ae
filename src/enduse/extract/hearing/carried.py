"""Who speaks where a sentence names nobody: voices that are carried over from those before.

A quotation is that of whoever spoke last in its paragraph; indirect speech goes on in the
pluperfect; papers, people who watch and whoever announced "the following" are heard on.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from enduse.extract.attribution import Attribution, Speaker
from enduse.extract.attribution.quotes import quotations
from enduse.extract.attribution.voices import kind_of
from enduse.extract.relations.predicates import predicates
from enduse.extract.relations.relation import Relation
from enduse.extract.segment import Span

__all__ = ["Carried", "speeches"]

# Whose words go on without being marked again: papers, people who watch, not the parties.
_LASTING = frozenset({"document", "anonymous", "agency", "outlet"})
_WATCHERS = re.compile(
    r"\b(?:analyst|fellow|researcher|expert|professor|scholar|economist|strategist|specialist|"
    r"investigator|official|scientist|historian|institute|centre|center|think tank|university|"
    r"judge|prosecutor|court|tribunal|witness(?:es)?|lab|laboratory|monitor|project|watchdog|"
    r"auditor|inspector|indictment)s?\b"
    r"|(?i:аналитик|эксперт|исследовател|профессор|научн|собеседник|источник|специалист|юрист"
    r"|следств|суд(?!н))"
)
_INFORMING = frozenset({"по данным", "по сведениям", "по информации", "согласно", "судя по"})
_RESPONSES = frozenset({"comment_on", "calls", "alias", "sourced_from", "reviewed"})
_ANNOUNCED = re.compile(r"\b(?:the following|as follows)\b[^.]*[.:]")
_FRAGMENT = re.compile(r"(?:And |Or |But )?[Tt]hat\b(?! (?:is|was|would|will|has|had|may|might)\b)")
_BACKSHIFTED = re.compile(r"(?:had|would|might|was to|were to)\b")
_SPEECH = 24


def speeches(text: str) -> tuple[Span, ...]:
    """The quotations of a text that are long enough to say something."""
    if '"' not in text and "“" not in text:
        return ()
    return tuple(q for q in quotations(text) if q.end - q.start >= _SPEECH)


_ITEM = re.compile(r"(?:[-–—•*] |\(?[a-z0-9]{1,2}[).] )")
_OPENING = re.compile(
    r"(?P<who>[A-Z][^,.;:]{2,60}?) (?P<cue>found|finds|established|held|holds|stated|states|made|"
    r"makes|reported|noted|notes|gave|gives)\b[^.]*\bthe following\b"
)


_QUESTION = re.compile(
    r"(?:So |And )?[Ww]hat (?:else )?(?:do|does|did) (?P<who>[^?]{3,60}?) "
    r"(?P<cue>claim|say|show|contain|reveal|tell|allege|find)\b[^?]{0,20}\?"
)


def _announcement(match: re.Match[str]) -> Attribution:
    """The voice of whoever "found the following facts", which the next sentences tell."""
    who = Span(*match.span("who"))
    kind = kind_of(match["who"], "en")
    cue = (Span(*match.span("cue")),)
    speaker = Speaker(match["who"], kind, who)
    return Attribution(cue, who, (), kind, "states", "announce", ((speaker,),))


@dataclass(frozen=True, slots=True)
class Carried:
    """What was said before, sentence by sentence, asked who goes on speaking.

    Attributes:
        text: The document.
        sentences: Its sentences.
        paragraphs: Starts of its paragraphs.
        speaking: The attributions that make a voice, by sentence.
        naming: Those that name a source at all, by sentence.
        quotes: Its longer quotations.
    """

    text: str
    sentences: Sequence[Span]
    paragraphs: Sequence[int]
    speaking: Mapping[int, Sequence[Attribution]]
    naming: Mapping[int, Sequence[Attribution]]
    quotes: Sequence[Span]

    def _at(self, place: int) -> int:
        return max(0, bisect_right(self.sentences, place, key=lambda s: s.start) - 1)

    def is_quoted(self, place: int) -> bool:
        """Whether a place stands within a quotation."""
        at = bisect_right(self.quotes, Span(place, place)) - 1
        return at >= 0 and self.quotes[at].start <= place < self.quotes[at].end

    def quoted(self, relation: Relation, sentence: int) -> Attribution | None:
        """Who says a quotation that names no speaker: whoever spoke before, else after it."""
        if not self.is_quoted(relation.focus):
            return None
        start, end = self._paragraph(sentence)
        before = range(sentence, start - 1, -1)
        after = range(sentence + 1, min(end, sentence + 2))
        for near in (*before, *after):
            said = [a for a in self.speaking.get(near, ()) if a.inside is None]
            if said:
                return said[-1] if near <= sentence else said[0]
        return None

    def _paragraph(self, sentence: int) -> tuple[int, int]:
        """The first and one past the last sentence of the paragraph of one."""
        place = self.sentences[sentence].start
        at = bisect_right(self.paragraphs, place) - 1
        first = self._at(self.paragraphs[at])
        following = self.paragraphs[at + 1 : at + 2]
        return first, self._at(following[0]) if following else len(self.sentences)

    def speaks_on(self, relation: Relation, sentence: int) -> Attribution | None:
        """Who goes on in indirect speech: "The firm said it closed. It had sold two machines"."""
        if sentence in self.speaking or relation.predicate in _RESPONSES:
            return None
        announcer = self._announcer(sentence)
        if announcer is not None:
            return announcer
        place = self.sentences[sentence]
        verb = self.text[relation.focus : min(relation.focus + 40, place.end)]
        if not _BACKSHIFTED.match(verb):
            return None
        first, _ = self._paragraph(sentence)
        for before in range(sentence - 1, max(first - 1, sentence - 6), -1):
            said = [a for a in self.speaking.get(before, ()) if a.inside is None]
            if said:
                return said[-1] if said[-1].kind != "unspecified" else None
        return None

    def _announcer(self, sentence: int) -> Attribution | None:
        """Who goes on after "found the following facts" or "What does it claim? That ..."."""
        first, _ = self._paragraph(sentence)
        listed = self._listed(sentence)
        if listed is not None:
            return listed
        for before in range(sentence - 1, first - 1, -1):
            place = self.sentences[before]
            opening = _OPENING.match(self.text, place.start, place.end)
            opening = opening or _QUESTION.match(self.text, place.start, place.end)
            if opening is not None:
                return _announcement(opening)
            said = self.naming.get(before, ())
            if said and _ANNOUNCED.search(self.text[place.start : place.end]):
                return said[-1]
            if self.speaking.get(before):
                fragment = _FRAGMENT.match(self.text, self.sentences[sentence].start)
                return self.speaking[before][-1] if fragment else None
        return None

    def _listed(self, sentence: int) -> Attribution | None:
        """Who shows what a list tells: "Records show that:" above lines with dashes."""
        at = sentence
        while at > 0 and _ITEM.match(self.text, self.sentences[at].start):
            at -= 1
        place = self.sentences[at]
        if at == sentence or not self.text[place.start : place.end].rstrip().endswith(":"):
            return None
        said = self.speaking.get(at) or self.naming.get(at) or ()
        return said[-1] if said else None

    def inherited(self, sentence: int) -> Attribution | None:
        """The attribution of the nearest sentence before, in the same paragraph."""
        place = self.sentences[sentence].start
        paragraph = bisect_right(self.paragraphs, place) - 1
        for before in (sentence - 1, sentence - 2):
            if before < 0 or self.sentences[before].start < self.paragraphs[paragraph]:
                return None
            said = self.speaking.get(before)
            if said:
                last = said[-1]
                return last if self._lasts(last) else None
        return None

    def from_paragraph_before(self, relation: Relation, sentence: int) -> Attribution | None:
        """The paper that spoke last in the paragraph before, where figures and deals go on."""
        family = predicates().get(relation.predicate)
        if family is None or family.family != "supply" or sentence in self.speaking:
            return None
        first, _ = self._paragraph(sentence)
        if sentence - first > 1 or first == 0:
            return None
        for before in range(first - 1, max(-1, first - 3), -1):
            said = [a for a in self.speaking.get(before, ()) if a.inside is None]
            if said:
                return said[-1] if said[-1].kind == "document" else None
        return None

    def past_semicolon(self, relation: Relation, sentence: int) -> Attribution | None:
        """The paper that tells on after a semicolon: "The files name X; the rest is held by Y"."""
        for said in reversed(self.speaking.get(sentence, ())):
            if said.inside is not None or said.content[-1].end > relation.focus:
                continue
            between = self.text[said.content[-1].end : relation.focus]
            if said.kind == "document" and ";" in between and relation.predicate not in _RESPONSES:
                return said
        return None

    def _lasts(self, attribution: Attribution) -> bool:
        """Whether what follows may still be this speaker's: not for a party that was quoted."""
        if attribution.kind == "unspecified":
            return False
        if attribution.verb in _INFORMING:
            return True
        kinds = {chain[-1].kind for chain in attribution.chains if chain}
        if kinds & _LASTING or any(s.kind in _LASTING for c in attribution.chains for s in c):
            return True
        return any(self._watches(chain[-1]) for chain in attribution.chains if chain)

    def _watches(self, speaker: Speaker) -> bool:
        """Whether a speaker is introduced as an analyst or the like, here or elsewhere."""
        if _WATCHERS.search(speaker.text):
            return True
        last = speaker.text.split(" ")[-1]
        at = self.text.find(f"{last}, ")
        return at >= 0 and bool(_WATCHERS.search(self.text[at : at + 100].split(". ")[0]))
