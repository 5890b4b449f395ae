"""Finds the subject of a verb: to the left, past insertions, relatives and coordination."""

from enduse.extract.english.syntax.antecedents import ASIDE, antecedent, is_land, many, past_lands
from enduse.extract.english.syntax.nounframes import head_noun
from enduse.extract.english.syntax.nounphrases import leftmost, noun_phrase
from enduse.extract.english.syntax.phrases import Chunk, Phrase, Sentence
from enduse.extract.english.words.lexicon import ADJECTIVES

__all__ = ["fronted", "punished", "reduced", "subject_of"]


def subject_of(i: int, s: Sentence) -> Phrase | None:
    """Return the subject of the verb group at a chunk, None where there is none."""
    if i not in s.subjects:
        s.subjects[i] = None
        s.subjects[i] = _find_subject(i, s)
    return s.subjects[i]


def _find_subject(i: int, s: Sentence) -> Phrase | None:
    chunk = s.chunks[i]
    before = i - 1
    while s.kind(before) in "RYG":
        before -= 1
    if chunk.form == "inf":
        return _governor_subject(before, s, through_object=True)
    if s.kind(before) == "C":
        earlier = _earlier_participle(before, s) if chunk.form == "part" else None
        if chunk.lemma in _SPEECH:
            earlier = _earlier_speech(before, s)
        return subject_of(earlier, s) if earlier is not None else _governor_subject(before - 1, s)
    if chunk.kind == "X" and _is_inverted(i, s):
        return noun_phrase(i + 1, s)
    if s.kind(before) == "W":
        return antecedent(before, s)
    if chunk.form == "part" or chunk.form == "ing":
        return _participle_subject(before, chunk, s)
    if s.kind(before) == "K":
        return _before_insertion(before, s) or _listed(before, s)
    if s.kind(before) == "V" and s.chunks[before].passive and s.kind(before - 1) == "N":
        return leftmost(before - 1, s)  # "the sanctions imposed since 2022 have"
    return _noun_before(before, i, s) if s.kind(before) == "N" else None


def _noun_before(before: int, i: int, s: Sentence) -> Phrase:
    """The subject where a noun stands right before the verb: itself, or what it hangs on."""
    whole = leftmost(before, s)
    if not s.chunks[i].finite:
        return whole
    if fronted(i, s) is not None:
        return noun_phrase(i + 1, s)
    if s.kind(whole.first - 1) == "V" and s.kind(whole.first - 2) == "W":
        taken = antecedent(whole.first - 2, s)
        return leftmost(taken.first, s) if taken is not None else whole
    participle = whole.first - 1
    if s.kind(participle) == "V" and reduced(participle, s):
        return leftmost(participle - 1, s)
    return whole


def _listed(comma: int, s: Sentence) -> Phrase | None:
    """The subject of the verb before, in a list of verbs: "flies far, weighs much and"."""
    for j in range(comma - 1, -1, -1):
        if s.kind(j) in "SWZK":
            return None
        if s.chunks[j].finite:
            return subject_of(j, s)
    return None


_LOCAL = frozenset(
    "in inside at behind on under among near beside from within above below between with through "
    "outside around alongside underneath beneath aboard".split()
)


def fronted(i: int, s: Sentence) -> int | None:
    """The chunk of the preposition with which an inverted clause opens: "Behind it stands X"."""
    at = i - 1
    while s.kind(at) in "NEC" and s.kind(at - 1) in "ENC":
        at -= 1
    opens = s.kind(at) == "E" and s.words(at).lower() in _LOCAL and s.kind(at - 1) in "^ZKC"
    passive = s.chunks[i].passive and s.kind(i + 1) == "N"
    plain = s.chunks[i].kind == "X" or s.chunks[i].lemma in _STANDING or passive
    if not opens or not plain or s.kind(i + 1) != "N":
        return None
    begins = at == 0 or s.kind(at - 1) in "^Z" or s.words(at)[0].isupper()
    return at if begins or s.kind(at - 1) in "KC" else None


_STANDING = frozenset("stand sit lie come be hang go run follow remain begin lurk live".split())


def reduced(i: int, s: Sentence) -> bool:
    """Whether a participle describes what opens its clause: "A chip bearing the logo was"."""
    if s.chunks[i].form != "ing" or s.kind(i - 1) != "N":
        return False
    for j in range(i - 1, -1, -1):
        if s.chunks[j].finite or s.kind(j) in "SWZ":
            return False
        if s.kind(j) == "K":
            return not any(s.chunks[k].finite for k in range(j))
    return True


_SPEECH = frozenset(
    "say decline refuse deny reject add insist stress urge warn acknowledge admit concede confirm "
    "claim announce deplore condemn note state emphasize emphasise call_on demand promise".split()
)


def _earlier_speech(before: int, s: Sentence) -> int | None:
    """The verb of saying with which this one is joined: "said it had sold two but declined"."""
    for j in range(before - 1, -1, -1):
        if s.kind(j) == "Z":
            return None
        if s.kind(j) == "V" and s.chunks[j].finite and s.chunks[j].lemma in _SPEECH:
            return j
    return None


def _earlier_participle(before: int, s: Sentence) -> int | None:
    """The participle with which this one is joined: "known as the MD and built by Mado"."""
    for j in range(before - 1, -1, -1):
        if s.chunks[j].finite or s.kind(j) in "KSWZ":
            return None
        if s.kind(j) == "V" and s.chunks[j].form in ("part", "ing"):
            return j
    return None


def _is_inverted(i: int, s: Sentence) -> bool:
    """Whether the subject follows: "Among them is Kupol", "At its heart is a trader"."""
    opens = s.kind(0) == "E" and s.words(0).lower() in ("among", "at", "behind", "inside")
    return opens and s.kind(i + 1) == "N" and not any(s.chunks[j].finite for j in range(i))


def _governor_subject(before: int, s: Sentence, through_object: bool = False) -> Phrase | None:
    """The subject of the verb to the left, for infinitives and coordinated verbs.

    "Urged China to cease": the object of the verb is the subject of the infinitive.
    """
    if through_object and s.kind(before) == "N":
        whole = leftmost(before, s)
        governor = whole.first - 1
        deed = head_noun(whole.head, s).removesuffix("s") in _DEEDS
        if s.kind(governor) == "V" and s.chunks[governor].lemma not in _PURPOSIVE and not deed:
            return whole
        if s.kind(governor) == "E" and deed:
            return _governor_subject(governor - 1, s)
        if s.kind(governor) not in "VX":
            return whole
        return subject_of(governor, s)
    for j in range(before, -1, -1):
        if s.chunks[j].kind == "W" and s.words(j).lower() in ("what", "where"):
            return None
        if s.kind(before) == "K" and s.kind(j) in "VX" and s.kind(j - 1) == "W":
            continue
        if s.chunks[j].kind in "VX" and (through_object or s.chunks[j].form not in ("part", "ing")):
            return subject_of(j, s)
        if s.chunks[j].kind == "Z" and not through_object:
            return None
    return None


# "Won a contract to supply": whoever has the contract supplies.
_DEEDS = frozenset(
    "licence license right permit permission contract plan order capacity ability decision attempt "
    "agreement offer effort request deal talk bid chance commitment promise pledge".split()
)
_PURPOSIVE = frozenset("use buy sign set create found open start have launch initiate".split())


def _participle_subject(before: int, chunk: Chunk, s: Sentence) -> Phrase | None:
    kind = s.kind(before)
    if kind == "N":
        return _modified(before, chunk, s)
    if kind == "E" and chunk.form == "ing":
        doer = punished(before, s) or _doer(before, s)
        if doer is not None:
            return doer
    if kind == "K" and s.kind(before - 1) == "N" and chunk.passive:
        return leftmost(before - 1, s) if s.kind(before - 2) not in "E" else _apposed(before, s)
    if kind == "V" and chunk.form == "ing" and not chunk.passive:
        return subject_of(before, s)
    if kind == "K" and s.kind(before - 1) == "N" and not _any_finite(before, s):
        return leftmost(before - 1, s)
    if kind == "S" and s.words(before).lower() == "as" and s.kind(before - 1) in "NV":
        return _labelled(before, s)
    if kind in "KE" and before > 0:
        return _governor_subject(before - 1, s)
    return _following_subject(before, s)


def _labelled(at: int, s: Sentence) -> Phrase | None:
    """Who is described: "filings list Petrov as holding 49%", "he is described as owning it"."""
    if s.kind(at - 1) == "V":
        return subject_of(at - 1, s) if s.chunks[at - 1].passive else None
    whole = leftmost(at - 1, s)
    governor = whole.first - 1
    if s.kind(governor) != "V":
        return None
    return subject_of(governor, s) if s.chunks[governor].passive else whole


def _modified(before: int, chunk: Chunk, s: Sentence) -> Phrase | None:
    """What a participle right after a noun is about: the noun, or what the noun describes."""
    if s.kinds[max(0, before - 3) : before] == "KNE" and s.words(before).lower() == "them":
        return many(before - 3, s)
    if s.words(before).endswith(("%", "percent", "per cent")) and s.kind(before - 1) == "X":
        return subject_of(before - 1, s)
    if s.words(before).lower() in ("both", "all", "each") and s.kind(before - 1) == "K":
        return leftmost(before - 2, s)
    if chunk.passive and is_land(before, s):
        before = past_lands(before, s)
    if not chunk.passive and s.kind(before - 1) == "E" and s.words(before - 1) in ASIDE:
        before = before - 2 if s.kind(before - 2) == "N" else before
    if s.kind(before - 1) == "K" and s.kind(before - 2) == "N" and s.tag_of(before - 2) == "P":
        before = before - 2 if s.words(before).startswith(("a ", "an ", "the ")) else before
    return Phrase(before, before, before)


def _doer(before: int, s: Sentence) -> Phrase | None:
    """Whose doing a gerund after a preposition is: "for their role in producing drones"."""
    if s.kind(before - 1) != "N":
        return None
    owner = _possessor(before - 1, s)
    if owner is None and s.words(before - 1).lower().endswith(_DOINGS):
        return punished(before - 2, s)
    return owner


def _any_finite(before: int, s: Sentence) -> bool:
    return any(s.chunks[j].finite for j in range(before))


_PUNISHING = frozenset(
    "sanction blacklist designate charge accuse indict fine impose list add target penalise "
    "penalize convict sentence arrest suspect condemn criticise criticize".split()
)


def punished(before: int, s: Sentence) -> Phrase | None:
    """Return who did what somebody is punished for: "sanctioned X for supplying drones"."""
    if s.words(before).lower() not in ("for", "of", "with"):
        return None
    for j in range(before - 1, -1, -1):
        chunk = s.chunks[j]
        if chunk.kind == "V" and chunk.lemma in ADJECTIVES:
            return subject_of(j, s)
        if chunk.kind == "V" and chunk.lemma in _PUNISHING:
            if chunk.passive:
                return subject_of(j, s)
            at = j + 1
            while s.kind(at) in "RY":
                at += 1
            if chunk.lemma == "impose":
                while at < before and s.words(at) not in ("on", "against"):
                    at += 1
                at += 1
            return noun_phrase(at, s) if s.kind(at) == "N" else None
        if chunk.kind in "SWZ" or chunk.finite:
            return None
    return None


def _possessor(at: int, s: Sentence) -> Phrase | None:
    """Whose doing it is: "China's involvement in producing drones"."""
    letters = s.tagged.tags[s.chunks[at].first : s.chunks[at].last + 1]
    return Phrase(at, at, at) if "O" in letters and s.words(at).endswith(_DOINGS) else None


_DOINGS = ("involvement", "role", "interest", "experience", "success", "part")


def _apposed(before: int, s: Sentence) -> Phrase:
    """What a participle after a comma is about: the subject of "be", else the noun before."""
    whole = leftmost(before - 1, s)
    governor = whole.first - 1
    if s.kind(governor) == "X" and s.chunks[governor].lemma == "be":
        return subject_of(governor, s) or whole
    return Phrase(before - 1, before - 1, before - 1)


def _following_subject(before: int, s: Sentence) -> Phrase | None:
    """The subject of the main clause: "Founded in 2015, the company sells"."""
    if before >= 0:
        return None
    for i, chunk in enumerate(s.chunks):
        if chunk.finite:
            return subject_of(i, s)
    return None


def _before_insertion(comma: int, s: Sentence) -> Phrase | None:
    """The subject before an insertion that ends at this comma."""
    opening = comma - 1
    while opening >= 0 and s.kind(opening) not in "K":
        opening -= 1
    while opening > 0 and _continues_list(opening, s):
        opening -= 1
        while opening >= 0 and s.kind(opening) != "K":
            opening -= 1
    if opening <= 0:
        return None
    before = opening - 1
    while s.kind(before) in "RY":
        before -= 1
    if s.kind(before) == "K":
        if s.words(opening) != ",":
            before -= 1
            return leftmost(before, s) if s.kind(before) == "N" else None
        return _before_insertion(before, s)
    if s.kind(before) != "N":
        return None
    named = comma == opening + 2 and s.kind(opening + 1) == "N" and _holds_name(opening + 1, s)
    opens = s.words(opening + 1)
    named = named and (opens[0].isupper() or opens.startswith("the "))
    if named and s.tag_of(before) != "P" and not _lists(opening, s):
        return Phrase(opening + 1, opening + 1, opening + 1)
    return leftmost(before, s)


def _holds_name(i: int, s: Sentence) -> bool:
    """Whether a phrase is a name or ends in one and its kind: "the Sahin group"."""
    tags = s.tagged.tags[s.chunks[i].first : s.chunks[i].last + 1]
    return tags[-1:] == "P" or (tags[:1] == "D" and tags[-2:] == "PN")


def _lists(comma: int, s: Sentence) -> bool:
    """Whether the name after the comma is one of a list: "engines, Garpiya drones and"."""
    return s.kind(comma + 2) == "C"


def _continues_list(opening: int, s: Sentence) -> bool:
    """Whether the insertion began at an earlier comma: "in Almaty, Kazakhstan,"."""
    after = opening + 1
    bare = s.kind(after) == "N" and s.tag_of(after) == "P" and s.kind(after + 1) == "K"
    bare = bare and s.words(after).split(" ")[0].lower() not in ("a", "an", "the")
    return bare and any(s.kind(j) == "K" for j in range(opening))
