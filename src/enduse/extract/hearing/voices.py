"""Who says each relation: attributions of a text made into chains, from the outlet inwards.

What a sentence attributes holds for it; what it leaves open is carried over from the sentence
before in the same paragraph and marked as carried over; what the writer says in passing
(a role, a name in brackets, a silence) is the outlet's own.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from enduse.extract.attribution import Attribution, Speaker
from enduse.extract.attribution.voices import kind_of
from enduse.extract.hearing.carried import Carried, speeches
from enduse.extract.hearing.issuer import Floor, floor
from enduse.extract.hearing.speakers import Speakers
from enduse.extract.hearing.speech import OWN, PUTS, SPEECH_ACTS, is_speech
from enduse.extract.mentions.entities import Entities, Entity
from enduse.extract.relations.relation import Relation
from enduse.extract.segment import Span
from enduse.model import UNNAMED_OUTLET, Voice

__all__ = ["Heard", "Voices"]

_PASSIVE = re.compile(r"(?:(?:has|have|had) been|is|are|was|were|been|being|be)\b")
_TAKEN_UP = frozenset({"it", "he", "she", "they"})
_OURS = frozenset({"we", "i", "us", "our", "my"})
_THEIRS = frozenset({"их", "они", "他们", "她们"})
_ONE = frozenset({"он", "она", "его", "её", "ее"})
_REASONS = frozenset({"as", "because", "since", "так", "поскольку"})
_BASES = frozenset({"document", "anonymous"})
_ACCORDING = re.compile(r", according to (?P<who>[^,;]{3,80}),\s")
_KINDS = {
    "Person": "person",
    "Company": "company",
    "PublicBody": "government",
    "Organization": "company",
}
# A Chinese short form has no word of its own in the full name: the voice keeps the form as written.
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MEDIA_KINDS = frozenset({"agency", "outlet", "document", "anonymous", "unspecified"})


@dataclass(frozen=True, slots=True)
class Heard:
    """The chains in which a relation is heard and the words that attribute it."""

    chains: tuple[tuple[Voice, ...], ...]
    cue: str | None
    explicit: bool = True


class Voices:
    """The speakers of one document, asked relation by relation."""

    def __init__(
        self,
        text: str,
        spans: tuple[Sequence[Span], Sequence[Span]],
        attributions: Sequence[Attribution],
        entities: Entities,
        publisher: str | None,
        language: str = "en",
    ) -> None:
        self._text = text
        self._sentences = spans[0]
        self._entities = entities
        self._outlet = Voice(publisher or UNNAMED_OUTLET, "outlet")
        english = self._english = language == "en"
        self._floor = floor(text) if english else Floor()
        self._speakers = Speakers(text, attributions if english else (), entities.found)
        self._author: tuple[Voice, ...] = ()
        self._starts = [s.start for s in self._sentences]
        self._by_sentence: dict[int, list[Attribution]] = {}
        naming: dict[int, list[Attribution]] = {}
        for attribution in attributions:
            sentence = self._sentence_of(attribution.cue[0].start)
            if attribution.verb == "heading":
                self._author = (self._writer(attribution),)
                continue
            if attribution.source is not None:
                naming.setdefault(sentence, []).append(attribution)
            if is_speech(attribution, text):
                self._by_sentence.setdefault(sentence, []).append(attribution)
        self._agency = self._first_agency(attributions)
        starts, quotes = [p.start for p in spans[1]], speeches(text) if english else ()
        self._carried = Carried(text, spans[0], starts, self._by_sentence, naming, quotes)

    def heard(self, relation: Relation) -> Heard:
        """Return who says a relation."""
        own = Heard((self._own(relation.focus),), None)
        if relation.own_voice or relation.predicate == "alias":
            return own
        if relation.predicate == "calls" and self._english:
            return own
        if relation.impersonal is not None:
            cue = self._text[relation.impersonal.start : relation.impersonal.end]
            return Heard(((*self._own(relation.focus), Voice("unspecified", "unspecified")),), cue)
        if relation.speaker is not None:
            return self._spoken(relation)
        sentence = self._sentence_of(relation.focus)
        own = self._acted(relation) or own
        covering = self._covering(relation, sentence)
        if covering is not None and not self._tells_of_itself(covering, relation):
            issued = covering.kind == "unspecified" and self._floor.at(relation.focus) is not None
            ours = issued or self._is_ours(covering)
            return own if ours else self._chained(covering, explicit=True)
        inserted = self._inserted(relation, sentence)
        if inserted is not None:
            return inserted
        quoted = self._carried.quoted(relation, sentence) if self._carried.quotes else None
        if quoted is not None:
            return self._chained(quoted, explicit=False)
        shared_out = relation.predicate == "owned_by" and relation.quantity is not None
        speaks_on = None if relation.standing else self._carried.speaks_on(relation, sentence)
        if speaks_on is not None:
            return self._chained(speaks_on, explicit=False)
        known = relation.standing or (relation.predicate in OWN and not shared_out)
        if not known and sentence in self._by_sentence:
            paper = self._carried.past_semicolon(relation, sentence)
            return self._chained(paper, explicit=False) if paper is not None else own
        if known or sentence in self._by_sentence:
            return own
        inherited = self._going_on(relation, sentence)
        return self._chained(inherited, explicit=False) if inherited is not None else own

    def _going_on(self, relation: Relation, sentence: int) -> Attribution | None:
        """Who goes on from the sentence before, or the paper of the paragraph before."""
        inherited = self._carried.inherited(sentence)
        if inherited is None and self._english:
            inherited = self._carried.from_paragraph_before(relation, sentence)
        if inherited is not None and self._weighs(relation) and inherited.kind != "person":
            return None
        return inherited

    def _weighs(self, relation: Relation) -> bool:
        """Whether proof is weighed: by the writer, unless an expert has just spoken."""
        return self._english and relation.predicate == "evidence_status"

    def _own(self, place: int) -> tuple[Voice, ...]:
        """The voice of the text itself: its outlet, and whoever has the floor in it."""
        name = self._floor.at(place)
        if name is None:
            return self._outlet, *self._author
        return self._outlet, Voice(name, kind_of(name, "en"))

    def _acted(self, relation: Relation) -> Heard | None:
        """The voice of an act of speech: a denial is its denier's, with no cue but itself."""
        subject = relation.subject.span
        if relation.predicate not in SPEECH_ACTS or subject is None or not self._english:
            return None
        feels = relation.predicate == "expressed_concern_over"
        if not feels and _PASSIVE.match(self._text, relation.focus):
            return None
        words = self._text[subject.start : subject.end]
        speaker = Speaker(words, kind_of(words, "en"), subject)
        taken_up = self._entities.inside(subject) if words.lower() in _TAKEN_UP else []
        if taken_up and len(taken_up[-1][1]) == 1:
            actor = Voice(taken_up[-1][1][0].name, speaker.kind, True)
        else:
            actor = self._voice(speaker, explicit=True)
        return Heard(((*self._own(relation.focus), actor),), None)

    def _is_ours(self, attribution: Attribution) -> bool:
        """Whether the writers themselves speak: "we assess", outside of any quotation."""
        source = attribution.source
        if source is None or self._text[source.start : source.end].lower() not in _OURS:
            return False
        return self._english and not self._carried.is_quoted(source.start)

    def _writer(self, heading: Attribution) -> Voice:
        """Who put a name over the whole text."""
        who = heading.source or heading.cue[0]
        inside = self._entities.inside(who)
        if inside and len(inside[0][1]) == 1:
            return Voice(inside[0][1][0].name, heading.kind, False)
        return Voice(self._text[who.start : who.end], heading.kind, False)

    def _tells_of_itself(self, attribution: Attribution, relation: Relation) -> bool:
        """Whether speaker and doer are one: "the ministry said it regretted it and urged X"."""
        subject = relation.subject.span
        if relation.predicate not in SPEECH_ACTS or subject is None:
            return False
        if any(c.start <= relation.focus < c.end for c in attribution.cue):
            return True
        doers = {id(t) for _, things in self._entities.inside(subject) for t in things}
        spans = [chain[-1].span for chain in attribution.chains if chain]
        said = [self._entities.inside(span) for span in spans if span is not None]
        return any(id(t) in doers for inside in said for _, things in inside[-1:] for t in things)

    def _inserted(self, relation: Relation, sentence: int) -> Heard | None:
        """The voice of ", according to one document," set into the clause of the relation."""
        span = self._sentences[sentence]
        match = _ACCORDING.search(self._text, span.start, span.end)
        if match is None or not match.end() <= relation.focus < match.end() + 40:
            return None
        who = Span(*match.span("who"))
        words = self._text[who.start : who.end]
        speaker = Speaker(words, "document" if "document" in words else "person", who)
        voice = self._voice(speaker, explicit=True)
        return Heard(((self._outlet, *self._basis((speaker,)), voice),), "according to")

    def _spoken(self, relation: Relation) -> Heard:
        span = relation.speaker or relation.span
        words = self._text[span.start : span.end]
        ours = self._english and words.lower() in _OURS
        if ours and not self._carried.is_quoted(span.start):
            return Heard((self._own(span.start),), None)
        kind = "anonymous" if "source" in words.lower() else "person"
        voice = self._voice(Speaker(words, kind, span), explicit=True)
        cue = self._text[relation.focus : relation.span.end].split(" ", 1)[0]
        if relation.cue is not None:
            cue = self._text[relation.cue.start : relation.cue.end]
        return Heard(((self._outlet, *self._basis((Speaker(words, kind, span),)), voice),), cue)

    def _sentence_of(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)

    def _covering(self, relation: Relation, sentence: int) -> Attribution | None:
        """The innermost attribution whose content holds the relation's verb, or its subject."""
        best: tuple[int, Attribution] | None = None
        for near in (sentence - 1, sentence, sentence + 1):
            for attribution in self._by_sentence.get(near, ()):
                size = self._holds(attribution, relation)
                if size is not None and (best is None or size < best[0]):
                    best = size, attribution
        return best[1] if best else self._reason(relation, sentence)

    def _holds(self, attribution: Attribution, relation: Relation) -> int | None:
        subject = relation.subject.span
        cue = attribution.cue[0]
        goes_on = attribution.content[-1].start > cue.start
        if attribution.kind == "unspecified" and goes_on and relation.span.end <= cue.start:
            return None  # "A firm in Dubai, X, is said to broker it": that it is there is known
        if cue.start <= relation.focus < cue.end:
            told = self._told_of_another(attribution, relation)
            return cue.end - cue.start if told else None
        source = attribution.source
        if source is not None and source.end <= relation.focus < source.end + 12:
            relative = self._text.startswith((", wh", " wh"), source.end)
            if relative and subject is not None and subject.overlaps(source):
                return None  # "according to the lab, which reviewed them": that is the writer's
        for piece in attribution.content:
            size = sum(p.end - p.start for p in attribution.content)
            if piece.start <= relation.focus < piece.end:
                return size
            after = 0 <= relation.focus - piece.end < 12
            if after and subject is not None and subject.within(piece):
                return size + 1
        return None

    def _told_of_another(self, attribution: Attribution, relation: Relation) -> bool:
        """Whether the cue itself tells it, of another: "records list X", "analysts put it at 5"."""
        source, subject = attribution.source, relation.subject.span
        if source is None or subject is None or relation.predicate in SPEECH_ACTS:
            return False
        writes = attribution.kind == "document" or attribution.verb in PUTS
        return writes and not source.overlaps(subject)

    def _reason(self, relation: Relation, sentence: int) -> Attribution | None:
        """What was said before ", as ..." or ", because ...": the reason is the speaker's too."""
        for attribution in self._by_sentence.get(sentence, ()):
            end = attribution.content[-1].end
            if end <= relation.focus:
                words = self._text[end : relation.focus].lstrip(" ,").split(" ", 1)
                if words[0] in _REASONS:
                    return attribution
        return None

    def _first_agency(self, attributions: Sequence[Attribution]) -> Speaker | None:
        for attribution in attributions:
            for chain in attribution.chains:
                for speaker in chain:
                    if speaker.kind == "agency":
                        return speaker
        return None

    def _chained(self, attribution: Attribution, explicit: bool) -> Heard:
        attribution = self._resolved(attribution)
        cue = " ".join(self._text[c.start : c.end] for c in attribution.cue)
        chains = []
        for chain in attribution.chains:
            voices = [self._outlet, *self._basis(chain)]
            voices += [self._voice(speaker, explicit, attribution.content) for speaker in chain]
            chains.append(tuple(voices))
        return Heard(tuple(chains) or (self._own(attribution.cue[0].start),), cue, explicit)

    def _resolved(self, attribution: Attribution) -> Attribution:
        """The sources spoken of before, where «по их словам» names none."""
        source = attribution.source
        words = self._text[source.start : source.end].lower() if source is not None else ""
        if source is None or words not in _THEIRS and words not in _ONE:
            return attribution
        here = self._sentence_of(source.start)
        for sentence in range(here, max(-1, here - 4) if words in _ONE else -1, -1):
            for before in reversed(self._by_sentence.get(sentence, ())):
                named = before.source
                if named is None or named.start >= source.start:
                    continue
                if words in _ONE and before.kind in ("document", "outlet", "agency"):
                    continue
                said = self._text[named.start : named.end].lower()
                if said not in _THEIRS and said not in _ONE:
                    return replace(attribution, chains=before.chains)
        return replace(attribution, chains=self._met(source)) if words in _THEIRS else attribution

    def _met(self, source: Span) -> tuple[tuple[Speaker, ...], ...]:
        """The unnamed sources named last: «Мы поговорили с двумя сотрудниками. По их словам, …»."""
        for found in reversed(self._entities.found):
            if found.kind == "source" and found.span.end <= source.start:
                return ((Speaker(found.text, "anonymous", found.span),),)
        return ((Speaker(self._text[source.start : source.end], "person", source),),)

    def _is_spoken_of(self, thing: Entity, said: Sequence[Span]) -> bool:
        """Whether a text names a thing first in what somebody says of it."""
        return any(piece.start <= thing.first < piece.end for piece in said)

    def _basis(self, chain: Sequence[Speaker]) -> list[Voice]:
        """The agency that saw the papers and met the sources of the story, said once."""
        if self._agency is None or chain[0].kind not in _BASES:
            return []
        return [Voice(self._agency.text, "agency", False)]

    def _voice(self, speaker: Speaker, explicit: bool, said: Sequence[Span] = ()) -> Voice:
        speaker = self._speakers.meant(speaker)
        if speaker.span is None:
            return Voice(speaker.text or "unspecified", speaker.kind, explicit)
        inside = self._entities.inside(speaker.span)
        whole = [
            (f, named)
            for f, named in inside
            if f.span.end == speaker.span.end and speaker.span.end - speaker.span.start < 60
        ]
        if whole and len(whole[-1][1]) == 1:
            mention, (thing,) = whole[-1]
            kind = _KINDS.get(thing.schema, speaker.kind)
            kind = speaker.kind if speaker.kind in _MEDIA_KINDS else kind
            begins = mention.span.start == speaker.span.start or speaker.text.isascii()
            whole_name = mention.span == speaker.span and not _HAN.search(speaker.text)
            if mention.kind == "descriptor" and self._is_spoken_of(thing, said):
                before = self._speakers.body_before(speaker)
                if before is not None:
                    return self._voice(before, explicit)
            refers = (mention.kind == "descriptor" and begins) or whole_name
            return Voice(thing.name if refers else speaker.text, kind, explicit)
        return Voice(speaker.text, speaker.kind, explicit)
