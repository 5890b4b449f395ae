"""Groups tagged words into noun phrases, verb groups and marks, and walks among them.

There is no grammar of the whole sentence: a predicate looks left for its subject and right
for its object and its prepositions, past what is known to stand between them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from enduse.extract.english.lexicon import frames, verb_forms
from enduse.extract.english.tagging import Tagged
from enduse.extract.segment import Span

__all__ = ["NAMING", "Chunk", "Phrase", "Sentence", "chunk"]

_CHUNK = re.compile(
    r"(?P<V>[RMXTG]*[MXT][RMXTG]*V|[RG]*V)"
    r"|(?P<N>(?:D+(?:R+(?=[NP#]))?|R+(?=#))?[#NP](?:[#NP]|R(?=#)|(?<=#)D(?=[NP])|O(?=[DNP#RO]))*|I|D+(?![NP#]))"
    r"|(?P<X>[RG]*[MXT][RMXTG]*)|(?P<Y>Y+)|(?P<o>.)"
)
NAMING = frozenset({"call", "name", "dub", "nickname", "codename", "know"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of words: V verb group, X auxiliary alone, N noun phrase, Y time, or one mark.

    Attributes:
        kind: The letter.
        first: Index of its first token.
        last: Index of its last token.
        lemma: Base form of the verb; "be", "have" or "do" for an auxiliary alone.
        form: base, s, past, part, ing, inf; "fin" with a modal or a finite auxiliary.
        passive: Whether it is a passive.
        negated: Whether "not" or "never" stands in it.
        helpers: Its words before the verb, in lower case.
    """

    kind: str
    first: int
    last: int
    lemma: str = ""
    form: str = ""
    passive: bool = False
    negated: bool = False
    helpers: tuple[str, ...] = ()

    @property
    def finite(self) -> bool:
        """Whether it can be the predicate of a clause."""
        return self.kind in "VX" and self.form in ("fin", "s", "past", "base")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Noun phrases with what hangs on them: chunks first to last, the head in `head`."""

    first: int
    last: int
    head: int


@dataclass(slots=True)
class Sentence:
    """A sentence as chunks; brackets and quotation marks are left out of the sequence."""

    text: str
    span: Span
    tagged: Tagged
    chunks: tuple[Chunk, ...]
    subjects: dict[int, "Phrase | None"] = field(default_factory=dict)

    def span_of(self, phrase: Phrase) -> Span:
        """Where a phrase stands in the text."""
        return self.tagged.span(self.chunks[phrase.first].first, self.chunks[phrase.last].last)

    def chunk_span(self, i: int) -> Span:
        """Where a chunk stands in the text."""
        return self.tagged.span(self.chunks[i].first, self.chunks[i].last)

    def words(self, i: int) -> str:
        """The words of a chunk."""
        span = self.chunk_span(i)
        return self.text[span.start : span.end]

    def tag_of(self, i: int) -> str:
        """The letter of the last word of a chunk: P where it ends in a name."""
        return self.tagged.tags[self.chunks[i].last]

    def kind(self, i: int) -> str:
        """The letter of a chunk, "^" outside the sentence."""
        return self.chunks[i].kind if 0 <= i < len(self.chunks) else "^"


def chunk(text: str, span: Span, tagged: Tagged) -> Sentence:
    """Group the words of one sentence.

    Example:
        >>> from enduse.extract.english.tagging import tag
        >>> text = "Kupol has tested two drones in China."
        >>> s = chunk(text, Span(0, len(text)), tag(text, Span(0, len(text))))
        >>> [(c.kind, s.words(i)) for i, c in enumerate(s.chunks)][:3]
        [('N', 'Kupol'), ('V', 'has tested'), ('N', 'two drones')]
    """
    index = _outside(tagged)
    letters = "".join(tagged.tags[i] for i in index)
    found = list(_phrasal(list(_chunks(letters, index, tagged)), tagged))
    sentence = Sentence(text, span, tagged, ())
    sentence.chunks = tuple(_settle(found, tagged))
    return sentence


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


# The last comma goes too, where the sentence goes on: "Marin, 52, is", "Marin, 52, of Omsk, is".
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
        elif kind == "N" and (split := _second_object(first, last, tagged)):
            yield Chunk(kind, first, split - 1)
            yield Chunk(kind, split, last)
        else:
            yield Chunk(kind, first, last)


def _second_object(first: int, last: int, tagged: Tagged) -> int | None:
    """Where a number begins that is not the name's: "sold Allparts 1.4 million chips"."""
    for i in range(first + 1, last):
        if tagged.tags[i - 1] == "P" and tagged.tags[i] == "#":
            long = tagged.tags[i + 1] == "#" or any(c in tagged.tokens[i].text for c in ".,")
            if long and tagged.tags[i - 1] != "#":
                return i
    return None


def _phrasal(found: list[Chunk], tagged: Tagged) -> Iterator[Chunk]:
    """Verbs with the particle that makes another verb of them: "set up", "call on"."""
    skip = -1
    for i, chunk_ in enumerate(found):
        if chunk_.last <= skip:
            continue
        if chunk_.first <= skip:
            chunk_ = replace(chunk_, first=skip + 1)
        after = chunk_.last + 1
        if chunk_.kind == "V" and after < len(tagged.tokens) and tagged.tags[after] in "RE":
            lemma = f"{chunk_.lemma}_{tagged.tokens[after].text}"
            if lemma in frames() and not _is_adverbial(i, found, after):
                chunk_ = replace(chunk_, lemma=lemma, last=after)
                skip = after
        yield chunk_


def _is_adverbial(i: int, found: list[Chunk], particle: int) -> bool:
    """Whether the preposition opens a phrase of its own: "call on Monday"."""
    follows = next((c for c in found[i + 1 :] if c.first > particle), None)
    return follows is not None and follows.kind == "Y"


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
    negated = "G" in letters or "cannot" in helpers
    return Chunk("V", first, last, lemma, form, passive, negated, helpers)


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
_HAVE = frozenset({"has", "have", "had", "having"})


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


def _settle(found: list[Chunk], tagged: Tagged) -> Iterator[Chunk]:
    """Tell past tenses from participles: "the documents seen by us" is no predicate."""
    for i, chunk_ in enumerate(found):
        is_bare = chunk_.kind == "V" and not chunk_.helpers and chunk_.form in ("past", "part")
        if is_bare and not _only_past(chunk_, tagged) and _is_participle(i, found, tagged):
            yield Chunk("V", chunk_.first, chunk_.last, chunk_.lemma, "part", True)
        elif is_bare:
            yield Chunk("V", chunk_.first, chunk_.last, chunk_.lemma, "past")
        elif chunk_.kind == "V" and chunk_.form == "base" and i == 0:
            yield Chunk("V", chunk_.first, chunk_.last, chunk_.lemma, "inf")
        else:
            yield chunk_


def _only_past(chunk_: Chunk, tagged: Tagged) -> bool:
    """Whether the form cannot be a participle: "knew", not "known"."""
    word = tagged.tokens[chunk_.last].text.lower()
    return word in verb_forms() and all(kind != "part" for _, kind in verb_forms()[word])


def _is_participle(i: int, found: list[Chunk], tagged: Tagged) -> bool:
    chunk_ = found[i]
    after = found[i + 1].kind if i + 1 < len(found) else "o"
    before = found[i - 1].kind if i else "^"
    if chunk_.lemma in NAMING:
        return before == "K" or (before == "N" and not _clause_has_subject_only(i, found))
    if _agent_follows(i, found, tagged):
        return True
    if before == "N" and i > 1 and found[i - 2].kind == "E" and after in "EKTY":
        if i == 2 or found[i - 3].kind in "KSC":
            return chunk_.lemma not in _INTRANSITIVE
    if before == "N" and tagged.tokens[found[i - 1].first].text.lower() in ("both", "each"):
        return after == "E"
    if after in "NSTI" and chunk_.form != "part":
        return False
    if before == "C":
        return i > 1 and found[i - 2].form == "part"
    if before == "K" and (not _another_predicate(i, found) or _resumes(i, found)):
        return False
    if before in "KSE^":
        return chunk_.lemma not in _INTRANSITIVE or before != "K"
    if chunk_.lemma in _INTRANSITIVE or before == "W":
        return False
    if after == "V":
        return False
    return _finite_after(i, found) or not _clause_has_subject_only(i, found)


def _agent_follows(i: int, found: list[Chunk], tagged: Tagged) -> bool:
    """Whether "by" and a doer follow, past a time: then it is passive, hence a participle."""
    after = i + 1
    while after < len(found) and found[after].kind == "Y":
        after += 1
    if after + 1 >= len(found) or found[after].kind != "E" or found[after + 1].kind != "N":
        return False
    return tagged.tokens[found[after].first].text == "by"


_INTRANSITIVE = frozenset(
    "decline respond reply begin come act work refuse fly travel arrive coincide agree fail "
    "fall rise grow occur emerge reach belong say continue comment collaborate cooperate "
    "go become meet stand lie sit serve happen escalate end_up wind_up turn_up show_up land".split()
)


def _another_predicate(i: int, found: list[Chunk]) -> bool:
    """Whether the sentence has a predicate elsewhere, or may have one."""
    others = (c for j, c in enumerate(found) if j != i and c.kind in "VX")
    return any(c.finite or c.form == "part" for c in others)


def _resumes(i: int, found: list[Chunk]) -> bool:
    """Whether the main clause goes on here: "The firm, which was not charged, stopped"."""
    opening = i - 2
    while opening > 0 and found[opening].kind not in "KSZ":
        opening -= 1
    if opening < 1 or found[opening].kind != "K" or found[opening - 1].kind != "N":
        return False
    opens = found[opening + 1]
    inserted = opens.kind == "W" or (opens.kind == "V" and opens.form in ("ing", "part", "past"))
    if not inserted or any(c.finite for c in found[:opening]):
        return False
    return not _finite_after(i, found)


def _finite_after(i: int, found: list[Chunk]) -> bool:
    """Whether a predicate follows before the clause ends: then this one is none."""
    for j, chunk_ in enumerate(found[i + 1 :], i + 1):
        if chunk_.kind == "K":
            closes = i > 1 and found[i - 2].kind == "K" and j + 1 < len(found)
            if closes and found[j + 1].finite:
                return True
            if _apposed_then_finite(j, found):
                return True
            return found[i + 1].kind == "E" and _finite_after_insertion(j, found)
        if chunk_.kind in "SWZC":
            return False
        if chunk_.finite:
            return True
    return False


def _apposed_then_finite(comma: int, found: list[Chunk]) -> bool:
    """Whether a name set off by commas and the predicate follow: "found in Perm, the X-5, is"."""
    kinds = "".join(c.kind for c in found[comma : comma + 3])
    return kinds == "KNK" and comma + 3 < len(found) and found[comma + 3].finite


def _finite_after_insertion(comma: int, found: list[Chunk]) -> bool:
    """Whether the predicate follows ", including two G3s,": a part that is set in."""
    if comma + 1 >= len(found) or found[comma + 1].kind != "E":
        return False
    close = next((j for j in range(comma + 1, len(found)) if found[j].kind in "KSWZCV"), comma)
    return found[close].kind == "K" and close + 1 < len(found) and found[close + 1].finite


def _clause_has_subject_only(i: int, found: list[Chunk]) -> bool:
    """Whether no predicate stands between the beginning of the clause and here."""
    for chunk_ in reversed(found[:i]):
        if chunk_.kind in "KSZW":
            return chunk_.kind != "W"
        if chunk_.kind in "VX" and chunk_.form != "part":
            return False
        if chunk_.kind == "V":
            return True
    return True
