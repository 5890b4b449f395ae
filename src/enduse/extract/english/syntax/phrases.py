"""Groups tagged words into noun phrases, verb groups and marks, and walks among them.

There is no grammar of the whole sentence: a predicate looks left for its subject and right
for its object and its prepositions, past what is known to stand between them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from enduse.extract.english.syntax.chunks import NAMING, Chunk
from enduse.extract.english.syntax.inversion import turned
from enduse.extract.english.syntax.participles import settle
from enduse.extract.english.words.lexicon import country_or_place, frames, readings, words
from enduse.extract.english.words.tagging import Tagged
from enduse.extract.segment import Span

__all__ = ["NAMING", "Chunk", "Phrase", "Sentence", "chunk"]

_CHUNK = re.compile(
    r"(?P<V>[RMXTG]*[MXT][RMXTGY]*V|[RG]*V)"
    r"|(?P<N>(?:D+(?:R+(?=[NP#]))?|R+(?=#))?[#NP](?:[#NP]|R(?=#)|(?<=#)D(?=[NP])|O(?:D+R*|R+)(?=[NP#])|O(?=[DNP#RO]))*|I|D+(?![NP#]))"
    r"|(?P<X>[RG]*[MXT][RMXTG]*)|(?P<Y>Y+)|(?P<o>.)"
)


class Phrase(NamedTuple):
    """Noun phrases with what hangs on them: chunks first to last, the head in `head`."""

    first: int
    last: int
    head: int


@dataclass(slots=True)
class Sentence:
    """A sentence as chunks; brackets and quotation marks are left out of the sequence.

    What one step found out about the whole of it is kept in `memo` for the others.
    """

    text: str
    span: Span
    tagged: Tagged
    chunks: tuple[Chunk, ...]
    subjects: dict[int, "Phrase | None"] = field(default_factory=dict)
    memo: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    kinds: str = ""
    spans: tuple[Span, ...] = ()

    def span_of(self, phrase: Phrase) -> Span:
        """Where a phrase stands in the text."""
        if phrase.first == phrase.last:
            return self.spans[phrase.first]
        return Span(self.spans[phrase.first].start, self.spans[phrase.last].end)

    def chunk_span(self, i: int) -> Span:
        """Where a chunk stands in the text."""
        return self.spans[i]

    def words(self, i: int) -> str:
        """The words of a chunk."""
        span = self.spans[i]
        return self.text[span.start : span.end]

    def tag_of(self, i: int) -> str:
        """The letter of the last word of a chunk: P where it ends in a name."""
        return self.tagged.tags[self.chunks[i].last]

    def kind(self, i: int) -> str:
        """The letter of a chunk, "^" outside the sentence."""
        return self.kinds[i] if 0 <= i < len(self.kinds) else "^"


def chunk(text: str, span: Span, tagged: Tagged) -> Sentence:
    """Group the words of one sentence.

    Example:
        >>> from enduse.extract.english.words.tagging import tag
        >>> text = "Kupol has tested two drones in China."
        >>> s = chunk(text, Span(0, len(text)), tag(text, Span(0, len(text))))
        >>> [(c.kind, s.words(i)) for i, c in enumerate(s.chunks)][:3]
        [('N', 'Kupol'), ('V', 'has tested'), ('N', 'two drones')]
    """
    index = _outside(tagged)
    letters = "".join(tagged.tags[i] for i in index)
    found = list(_phrasal(list(_chunks(letters, index, tagged)), tagged))
    settled = tuple(turned(settle(found, tagged), tagged))
    kinds = "".join(c.kind for c in settled)
    spans = tuple(tagged.span(c.first, c.last) for c in settled)
    return Sentence(text, span, tagged, settled, kinds=kinds, spans=spans)


def _outside(tagged: Tagged) -> list[int]:
    """The words outside brackets, without quotation marks and the ages of people."""
    index: list[int] = []
    depth = 0
    ages = {
        i
        for m in _AGE.finditer(tagged.tags)
        if _is_age(tagged.tokens[m.start() + 1].text)
        for i in range(m.start(), m.end())
    }
    for i, letter in enumerate(tagged.tags):
        depth += letter == "B"
        if not depth and letter != "Q" and i not in ages:
            index.append(i)
        depth -= letter == "b" and depth > 0
    return index


# The last comma goes too, where the sentence goes on: "Petrov, 52, is", "Petrov, 52, of Omsk, is".
_AGE = re.compile(r"(?<=P)K#(?:KEP+)?(?:K(?=[VXMRW])|(?=[KZC]))")


def _is_age(word: str) -> bool:
    return word.isdigit() and 14 <= int(word) < 100


def _chunks(letters: str, index: list[int], tagged: Tagged) -> Iterator[Chunk]:
    for match in _CHUNK.finditer(letters):
        kind = match.lastgroup or "o"
        first, last = index[match.start()], index[match.end() - 1]
        if kind == "V":
            yield _verb_group(first, last, tagged, match.group())
        elif kind == "X":
            yield _auxiliary(first, last, tagged)
        elif kind == "o":
            if match.group() != "R":
                yield Chunk(match.group(), first, last)
        elif kind == "N" and (split := _split(first, last, tagged)):
            yield Chunk(kind, first, split - 1 - (tagged.tags[split - 1] == "Q"))
            yield Chunk(kind, split, last)
        else:
            yield Chunk(kind, first, last)


def _split(first: int, last: int, tagged: Tagged) -> int | None:
    """Where a second phrase begins in a run of nouns."""
    return _second_object(first, last, tagged) or _quoted_later(first, last, tagged)


def _quoted_later(first: int, last: int, tagged: Tagged) -> int | None:
    """Where a quotation opens that does not end with the phrase: "a report "fiction from"."""
    marks = [i for i in range(first + 1, last) if tagged.tags[i] == "Q"]
    if len(marks) != 1 or tagged.tags[last + 1 : last + 2] in ("Q", ""):
        return None
    mark = tagged.tokens[marks[0]]
    opens = tagged.tokens[marks[0] + 1].start == mark.end
    spaced = mark.start > tagged.tokens[marks[0] - 1].end
    lower = tagged.tokens[marks[0] + 1].text[0].islower()
    noun = tagged.tags[marks[0] - 1] in "NP"
    return marks[0] + 1 if opens and spaced and lower and noun else None


def _second_object(first: int, last: int, tagged: Tagged) -> int | None:
    """Where a number begins that is not the name's: "sold Allparts 1.4 million chips"."""
    for i in range(first + 1, last):
        money = tagged.tokens[i].text in "$€£" and set(tagged.tags[i : last + 1]) == {"#"}
        if money and tagged.tags[i - 1] in "NP" and tagged.tokens[i - 1].text != "worth":
            return i  # "costs the sending state $18,500"
        if tagged.tags[i - 1] == "P" and tagged.tags[i] == "#":
            long = tagged.tags[i + 1] == "#" or any(c in tagged.tokens[i].text for c in ".,")
            verb = tagged.verbs[first - 1] if first else None
            if (long or (verb and verb[0] in _GIVING)) and tagged.tokens[i].text not in "$€£":
                return i
    return None


_GIVING = frozenset(
    "grant give sell pay offer send lend supply hand award owe promise ship".split()
)


def _phrasal(found: list[Chunk], tagged: Tagged) -> Iterator[Chunk]:
    """Verbs with the particle that makes another verb of them: "set up", "call on"."""
    skip = -1
    for i, chunk_ in enumerate(found):
        if chunk_.last <= skip:
            continue
        if chunk_.first <= skip:
            chunk_ = chunk_._replace(first=skip + 1)
        after = chunk_.last + 1
        if chunk_.kind == "V" and after < len(tagged.tokens) and tagged.tags[after] in "RE":
            lemma = f"{chunk_.lemma}_{tagged.tokens[after].text}"
            if _is_verb(lemma) and not _is_adverbial(i, found, after, tagged):
                chunk_ = chunk_._replace(lemma=lemma, last=after)
                skip = after
        elif chunk_.kind == "V" and chunk_.lemma == "make" and _is_free(i, found, tagged):
            chunk_ = chunk_._replace(lemma="make_available", last=found[i + 1].last)
            skip = chunk_.last
        elif chunk_.kind == "V" and (parted := _parted(i, chunk_, found, tagged)):
            chunk_ = chunk_._replace(lemma=parted)
        yield chunk_


def _is_free(i: int, found: list[Chunk], tagged: Tagged) -> bool:
    """Whether "available" follows "made"."""
    if i + 1 >= len(found) or found[i + 1].kind != "N" or found[i + 1].first != found[i].last + 1:
        return False
    after = found[i + 1]
    return after.first == after.last and tagged.tokens[after.last].text == "available"


def _is_verb(lemma: str) -> bool:
    """Whether verb and particle make a verb of the tables."""
    return lemma in frames() or lemma in readings()


def _parted(i: int, verb: Chunk, found: list[Chunk], tagged: Tagged) -> str | None:
    """The verb whose particle stands after its object: "passed them on to", "took it apart"."""
    if i + 1 >= len(found) or found[i + 1].kind != "N" or found[i + 1].first != verb.last + 1:
        return None
    after = found[i + 1].last + 1
    if after >= len(tagged.tokens) or tagged.tags[after] not in "RE":
        return None
    lemma = f"{verb.lemma}_{tagged.tokens[after].text}"
    follows = tagged.tags[after + 1] if after + 1 < len(tagged.tags) else "Z"
    loose = tagged.tags[after] == "R" or follows not in "DNP#I"
    return lemma if loose and _is_verb(lemma) else None


def _is_adverbial(i: int, found: list[Chunk], particle: int, tagged: Tagged) -> bool:
    """Whether the preposition opens a phrase of its own: "call on Monday", "over 160"."""
    if tagged.tags[particle] == "R":
        return tagged.tags[particle + 1 : particle + 2] == "#"
    follows = next((c for c in found[i + 1 :] if c.first > particle), None)
    if follows is None or follows.kind == "Y":
        return follows is not None
    first = tagged.tokens[follows.first].text
    word = tagged.tokens[particle].text
    if word == "through" and found[i].lemma in ("go", "come", "pass"):
        last = follows.last
        party = tagged.tags[last] == "P" or tagged.tokens[last].text.lower() in _PARTIES
        return follows.kind == "N" and party
    return word in ("in", "at") and follows.kind == "N" and country_or_place(first) is not None


_PARTIES = words("companies") | frozenset({"companies", "firms", "bank", "banks", "brokers"})


def _verb_group(first: int, last: int, tagged: Tagged, letters: str) -> Chunk:
    verb = tagged.verbs[last]
    lemma, form = verb if verb else ("", "base")
    helpers = tuple(t.text.lower() for t in tagged.tokens[first:last])
    be = any(w in _BE for w in helpers)
    passive = be and form in ("part", "past")
    if "T" in letters:
        form = "inf"
    elif "M" in letters or "X" in letters:
        form = "ing" if helpers[0] in ("being", "having", "been") else "fin"
    if "T" in letters and helpers[0] in _HAVE and "to" in helpers:
        form = "fin"  # "had yet to reach", "has to report"
    yet_to = "T" in letters and "yet" in helpers and not _HAVE.isdisjoint(helpers)
    negated = "G" in letters or "cannot" in helpers or yet_to
    return Chunk("V", first, last, lemma, form, passive, negated, helpers)


_BE = frozenset("is are was were be been being am 's ’s re m".split())
_HAVE = frozenset({"has", "have", "had", "having", "ve"})


def _auxiliary(first: int, last: int, tagged: Tagged) -> Chunk:
    helpers = tuple(t.text.lower() for t in tagged.tokens[first : last + 1])
    lemma = "do"
    if any(w in _BE for w in helpers):
        lemma = "be"
    elif any(w in _HAVE for w in helpers):
        lemma = "have"
    letters = tagged.tags[first : last + 1]
    form = "inf" if "T" in letters else "ing" if helpers[0] in ("having", "being") else "fin"
    return Chunk("X", first, last, lemma, form, False, "G" in letters, helpers)
