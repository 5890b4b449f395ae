"""Relations of describing nouns: "X, a subsidiary of Y", "Y's owner, X", "its director is X"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.english.scope.modality import Firmness
from enduse.extract.english.syntax.antecedents import antecedent
from enduse.extract.english.syntax.nounframes import (
    NounFrame,
    country_or_place,
    frame_of,
    head_noun,
    noun_frames,
)
from enduse.extract.english.syntax.nounphrases import is_named
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.roles import is_place
from enduse.extract.english.words.lexicon import countries, words
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["apposed", "described", "inverted", "national", "possessed"]

_OWNING = frozenset({"its", "their", "his", "her"})
_NATIONALS = frozenset({"national", "citizen", "resident"})
_PARTS = frozenset({"component_of"})


def apposed(i: int, s: Sentence) -> Iterator[Relation]:
    """Words such as "Kupol, a subsidiary of Almaz-Antey"; "Hinz, a fellow at the institute"."""
    at = i + 2
    named = is_named(i, s) or head_noun(i, s) in words("bodies")
    if s.kind(i + 1) != "K" or s.kind(at) != "N" or not named:
        return
    if s.kind(at + 1) in "VX" and s.chunks[at + 1].finite:
        return
    subject = s.chunk_span(i)
    opening = s.words(at).split(" ")[0].lower()
    opens = opening in ("a", "an", "the", "its", "one", "his", "her", "their", "both")
    if opens or head_noun(at, s) in words("roles") or _owner_in(at, s) is not None:
        yield from described(at, subject, s, own_voice=True)
        yield from national(at, subject, s)
        yield from _coming_from(at, subject, s)


def _coming_from(at: int, subject: Span, s: Sentence) -> Iterator[Relation]:
    """Words such as "Aviatech, the engine specialist from Linz", "a trader in Omsk"."""
    if s.kind(at + 1) != "E" or s.words(at + 1).lower() not in ("from", "in", "of"):
        return
    if s.kind(at + 2) != "N" or s.tag_of(at) == "P" or not is_place(s.chunk_span(at + 2), s):
        return
    if s.words(at + 1).lower() == "of" and head_noun(at, s) not in _NATIONALS:
        return
    known = head_noun(at, s) in words("companies") or head_noun(at, s) in _MAKERS
    if not known and head_noun(at, s) not in _NATIONALS:
        return
    last = at + 2
    if s.kind(last + 1) == "E" and s.words(last + 1) == "of" and s.kind(last + 2) == "N":
        last += 2  # "in the port city of Nakhodka"
    place = Span(s.chunk_span(at + 2).start, s.chunk_span(last).end)
    predicate = "headquartered_in" if known else "jurisdiction"
    whole = Span(subject.start, place.end)
    start = s.chunk_span(at).start
    yield Relation(whole, predicate, Argument(subject), Argument(place), start, own_voice=True)


_MAKERS = frozenset({"specialist", "house", "shop", "maker", "giant", "outfit", "works", "dealer"})


def described(
    at: int, subject: Span | None, s: Sentence, own_voice: bool = False
) -> Iterator[Relation]:
    """Yield the relation of a describing noun to its owner or to what its preposition names."""
    frame = frame_of(at, s)
    if frame is None or subject is None:
        return
    step = at + 1
    while s.kind(step) == "Y":
        step += 1
    if s.kind(step) == "C" and s.kind(step + 1) == "N" and head_noun(step + 1, s) in noun_frames():
        yield from described(step + 1, subject, s, own_voice)
        step += 2
    owner = _owner_in(at, s)
    if owner is not None:
        yield _relation(subject, owner, at, s.chunk_span(at), s, own_voice)
        return
    found = _linked(step, frame, s)
    if found is None:
        return
    step = found
    last = step + 1
    while (
        s.kind(last + 1) == "E" and s.words(last + 1) in ("of", "for") and s.kind(last + 2) == "N"
    ):
        last += 2
    obj = Span(s.chunk_span(step + 1).start, s.chunk_span(last).end)
    whole = Span(s.chunk_span(at).start, obj.end)
    if frame.predicate in _PARTS and head_noun(at, s) == "parts" and not _is_product(obj, s):
        return  # "spare parts for boats"
    for one in _each(obj, step + 1, last, s, frame.predicate == "owned_by"):
        yield _relation(subject, one, at, whole, s, own_voice)


def _linked(step: int, frame: NounFrame, s: Sentence) -> int | None:
    """Where the preposition stands that leads to the object: of several the surest."""
    places: dict[str, int] = {}
    while s.kind(step) == "E" and s.kind(step + 1) == "N":
        places.setdefault(s.words(step).lower(), step)
        step += 2
    return next((places[name] for name in frame.of if name in places), None)


def _each(obj: Span, first: int, last: int, s: Sentence, both: bool) -> list[Span]:
    """Both of two names: "an intermediary between Kupol and Redlepus"; `both` without names too."""
    joined = first == last and s.kind(last + 1) == "C" and s.kind(last + 2) == "N"
    named = joined and (both or s.tag_of(first) == "P" == s.tag_of(last + 2))
    if not named or (s.kind(last + 3) in "VX" and s.chunks[last + 3].finite):
        return [obj]
    return [obj, s.chunk_span(last + 2)]


def _relation(
    subject: Span, owner: Span, at: int, whole: Span, s: Sentence, own_voice: bool
) -> Relation:
    frame = frame_of(at, s) or NounFrame("linked_to", ())
    predicate = frame.predicate
    if predicate == "upgraded_version_of" and not _improved(s.words(at)):
        predicate = "variant_of"
    if predicate == "intermediary_in" and country_or_place(s.text[owner.start : owner.end]):
        predicate = "located_in"
    if predicate == "acted_for" and _is_at(at, s):
        predicate = "position_at"  # "a sanctions lawyer at the firm X"
    stuff = head_noun(at, s).removesuffix("s") in _STUFF
    if predicate in _PARTS and not stuff and not _is_product(owner, s):
        predicate = "subsidiary_of"
    span = Span(min(subject.start, whole.start), max(whole.end, owner.end))
    if subject.start > whole.end:
        span = Span(whole.start, subject.end)
    first, second = Argument(subject), Argument(owner)
    if frame.reverse:
        first, second = second, first
    focus = s.chunk_span(at).start
    return Relation(span, predicate, first, second, focus, own_voice=own_voice)


def _is_at(at: int, s: Sentence) -> bool:
    return s.kind(at + 1) == "E" and s.words(at + 1) in ("at", "with") and head_noun(at, s) in _LAW


_LAW = frozenset({"lawyer", "attorney", "solicitor", "barrister", "counsel"})


def _improved(words_: str) -> bool:
    return bool(_BETTER.search(words_))


_BETTER = re.compile(
    r"upgrad|improv|moderni|enhanc|advanc|newer|new|further|develop|evolution|refine|successor"
)


_PRODUCT = re.compile(
    r"\b(?:drones?|uavs?|missiles?|aircraft|helicopters?|tanks?|munitions?|rockets?|bombs?|"
    r"systems?|vehicles?|vessels?|ships?|engines?|radars?|weapons?)\b|\d",
    re.IGNORECASE,
)


_STUFF = frozenset("material ingredient precursor feedstock constituent".split())


def _is_product(owner: Span, s: Sentence) -> bool:
    last = s.text[owner.start : owner.end].rsplit(" ", 1)[-1].rstrip(".")
    if last in words("organisation_words") or last in words("legal_forms"):
        return False  # "part of the Kama Engine Corporation"
    return _PRODUCT.search(s.text, owner.start, owner.end) is not None


def _owner_in(at: int, s: Sentence) -> Span | None:
    """Whose it is, from within the phrase: "Kupol's director", "its founder", "a Kupol unit"."""
    chunk = s.chunks[at]
    letters = s.tagged.tags[chunk.first : chunk.last + 1]
    if "O" in letters:
        return s.tagged.span(chunk.first, chunk.first + letters.rindex("O") - 1)
    if s.tagged.tokens[chunk.first].text.lower() in _OWNING:
        return s.tagged.span(chunk.first, chunk.first)
    named = [j for j in range(chunk.first, chunk.last) if s.tagged.tags[j] == "P"]
    named = [j for j in named if not country_or_place(s.tagged.tokens[j].text)]
    named = [j for j in named if "-" not in s.tagged.tokens[j].text]
    if named and s.tag_of(at) == "N" and head_noun(at, s) not in words("products"):
        return s.tagged.span(named[0], named[-1])
    return None


def national(at: int, subject: Span, s: Sentence) -> Iterator[Relation]:
    """Words such as "Gulf Star, a Dubai firm", "Ivan Petrov, a Russian national"."""
    head = head_noun(at, s)
    if head not in words("companies") and head not in _NATIONALS:
        yield from _being_of(at, subject, s)
        return
    span = s.chunk_span(at)
    within = s.tagged.tokens[s.chunks[at].first : s.chunks[at].last]
    pairs = [(a, b) for a, b in zip(within, within[1:], strict=False)]
    for first, last in [*pairs, *((t, t) for t in within)]:
        place = country_or_place(s.text[first.start : last.end])
        if place and s.text[last.end : last.end + 1] not in ("'", "’"):
            yield Relation(
                Span(subject.start, span.end),
                "jurisdiction",
                Argument(subject),
                Argument(Span(first.start, last.end), place),
                span.start,
                own_voice=True,
            )
            return


def _being_of(at: int, subject: Span, s: Sentence) -> Iterator[Relation]:
    """The bare adjective of a country: "the customer is Russian"."""
    chunk, word = s.chunks[at], s.words(at)
    known = countries().get(word)
    if chunk.first != chunk.last or known is None or known[1] != "demonym":
        return
    if s.kind(at - 1) not in "X":
        return
    whole = Span(subject.start, s.chunk_span(at).end)
    land = Argument(s.chunk_span(at), country_or_place(word))
    yield Relation(whole, "jurisdiction", Argument(subject), land, whole.start)


def possessed(i: int, s: Sentence) -> Iterator[Relation]:
    """The role first, the name after the comma: "Bosfor Teknik's owner, Cem Aydogan"."""
    frame = frame_of(i, s)
    if frame is None:
        return
    owner, last = _owner_in(i, s), i
    if s.kind(i + 1) == "E" and s.words(i + 1).lower() in frame.of and s.kind(i + 2) == "N":
        last = i + 2
        owner = owner or s.chunk_span(last)
    if s.kind(last + 1) == "E" and s.words(last + 1) in ("in", "from") and s.kind(last + 2) == "N":
        last += 2  # "a maker of meters in Tashkent, UzMeter"
    if owner is None or s.kind(last + 1) != "K" or s.kind(last + 2) != "N":
        return
    if s.tag_of(last + 2) != "P":
        return
    name = _name_in(last + 2, s)
    if name is None:
        return
    if s.kind(last + 3) in "VX" and s.chunks[last + 3].finite and s.kind(last + 3) != "K":
        return
    span = Span(s.chunk_span(i).start, s.chunk_span(last + 2).end)
    yield _relation(name, owner, i, span, s, own_voice=True)


def _name_in(i: int, s: Sentence) -> Span | None:
    """The name at the end of a phrase: "Modelfonds" of "the investment company Modelfonds"."""
    opening = s.words(i).split(" ")[0].lower()
    if opening not in ("a", "an", "the"):
        return s.chunk_span(i)
    chunk, first = s.chunks[i], s.chunks[i].last
    while first > chunk.first and s.tagged.tags[first - 1] == "P":
        first -= 1
    noun = s.tagged.tokens[first - 1].text.lower()
    known = noun in words("companies") or noun in words("organisations") or noun in words("roles")
    return s.tagged.span(first, chunk.last) if known else None


# What somebody without a name may hold: "its founder was a former policeman".
_HELD = frozenset(
    "director_of owner_of founded holds_share_in position_at owns member_of employed_by".split()
)


def _whose(at: int, s: Sentence) -> Span | None:
    """What "whose" takes up: "Orbis, whose only shareholder is a taxi driver"."""
    if s.kind(at - 1) != "W" or s.words(at - 1).lower() != "whose":
        return None
    taken = antecedent(at - 1, s)
    return s.span_of(taken) if taken is not None else None


def inverted(at: int, name: int, s: Sentence, firm: Firmness) -> Iterator[Relation]:
    """The role as subject of "is": "Its sole shareholder is X", "the owner of the ship is X"."""
    frame = frame_of(at, s)
    if frame is None:
        return
    owner = _owner_in(at, s) or _whose(at, s)
    held = frame.predicate in _HELD and owner is not None
    if s.tag_of(name) != "P" and not (held and s.words(name).lower().startswith(("a ", "an "))):
        return
    if head_noun(name, s) in noun_frames() and not held:
        return
    if owner is None and s.kind(at + 1) == "E" and s.words(at + 1).lower() in frame.of:
        owner = s.chunk_span(at + 2) if s.kind(at + 2) == "N" else None
    if owner is None:
        return
    whole = Span(s.chunk_span(at).start, s.chunk_span(name).end)
    found = _relation(s.chunk_span(name), owner, at, whole, s, own_voice=False)
    yield replace(
        found, span=whole, polarity=firm.polarity, modality=firm.modality, hedge=firm.hedge
    )
