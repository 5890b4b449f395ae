"""Whose people somebody belongs to: "Omar Rey of the Gulf Seminar", "an expert of the ministry"."""

from collections.abc import Iterator

from enduse.extract.english.syntax.nounframes import head_noun
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.words.lexicon import country_or_place, words
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["people"]

_STAFF = frozenset(
    "expert official employee technician worker engineer inspector specialist staffer scientist "
    "investigator diplomat officer researcher auditor".split()
)
_PUPILS = frozenset({"student", "cadet", "trainee", "pupil", "member"})
_SIDES = ("ern", "European", "Asian", "African", "Arab", "Latin", "EU", "UN", "U.N", "U.S", "US")
_LEADING = frozenset({"of", "from", "at", "with"})


def people(i: int, s: Sentence) -> Iterator[Relation]:
    """Yield the house of a person, or of people without a name."""
    at = i + 2 if s.kind(i + 1) == "K" else i + 1
    if s.kind(at) != "E" or s.words(at) not in _LEADING or s.kind(at + 1) != "N":
        yield from _before(i, s)
        return
    house = _house(at + 1, s) or _employer(i, at + 1, s)
    if house is None and _person(i, s) is not None and s.words(at + 1).startswith("the "):
        named = s.tagged.tags[s.chunks[at + 1].first : s.chunks[at + 1].last + 1] in ("DPP", "DPPP")
        house = s.chunk_span(at + 1) if named and not _is_place(at + 1, s) else None
    if house is None:
        return
    if at == i + 1 and (predicate := _staff(i, s)) is not None:
        whole = Span(s.chunk_span(i).start, house.end)
        who = Argument(s.chunk_span(i))
        yield Relation(whole, predicate, who, Argument(house), whole.start, own_voice=True)
        return
    name = _person(i, s)
    if name is not None and s.words(at) != "with":
        whole = Span(s.chunk_span(i).start, house.end)
        who = Argument(name)
        yield Relation(whole, "position_at", who, Argument(house), whole.start, own_voice=True)


def _before(i: int, s: Sentence) -> Iterator[Relation]:
    """The house before the noun: "a State Department official", "two BalticFly employees"."""
    chunk = s.chunks[i]
    if s.tag_of(i) == "P" or head_noun(i, s).removesuffix("s") not in ("employee", "official"):
        return
    last = chunk.last - 1
    while last > chunk.first and s.tagged.tags[last] not in "P":
        return
    first = last
    while first > chunk.first and s.tagged.tags[first - 1] == "P":
        first -= 1
    house = s.tagged.span(first, last)
    said = s.text[house.start : house.end]
    if s.tagged.tags[last] != "P" or country_or_place(said) or said in words("alliances"):
        return
    if said.endswith(_SIDES):
        return  # "Western officials"
    if country_or_place(s.tagged.tokens[last].text):
        return
    whole = s.chunk_span(i)
    who = Argument(text=s.tagged.tokens[chunk.last].text)
    yield Relation(whole, "employed_by", who, Argument(house), whole.start, own_voice=True)


def _staff(i: int, s: Sentence) -> str | None:
    """What people without a name are to their house."""
    noun = head_noun(i, s)
    singular = noun.removesuffix("s")
    if s.words(i).split(" ")[0].lower() in ("no", "any") or s.tag_of(i) == "P":
        return None
    return "member_of" if singular in _PUPILS else "employed_by" if singular in _STAFF else None


def _employer(i: int, at: int, s: Sentence) -> Span | None:
    """Whoever has employees: any name that is no place."""
    employed = head_noun(i, s).removesuffix("s") in ("employee", "worker", "staffer")
    named = s.tag_of(at) == "P" and not _is_place(at, s)
    return s.chunk_span(at) if employed and named else None


def _is_place(i: int, s: Sentence) -> bool:
    return country_or_place(s.words(i).removeprefix("the ")) is not None


def _house(i: int, s: Sentence) -> Span | None:
    """The body, company or institute that a phrase names, with the "for" of its name."""
    if _is_place(i, s):
        return None
    last = i
    joins = s.kind(i + 1) == "E" and s.words(i + 1) in ("for", "of", "on") and s.tag_of(i) == "P"
    if joins and s.kind(i + 2) == "N" and s.tag_of(i + 2) == "P":
        last = i + 2
    own = {t.text for t in s.tagged.tokens[s.chunks[i].first : s.chunks[i].last + 1]}
    named = own & (words("organisation_words") | words("body_words") | words("legal_forms"))
    noun = head_noun(i, s)
    known = noun in words("bodies") or noun in words("companies") or noun in words("organisations")
    if not named and not (known and s.tag_of(i) != "P") and not _kind_before(i, s):
        return None
    return Span(s.chunk_span(i).start, s.chunk_span(last).end)


def _kind_before(i: int, s: Sentence) -> bool:
    """Whether a word for its kind stands before the name: "the owners' group DemoRederi"."""
    chunk, first = s.chunks[i], s.chunks[i].last
    while first > chunk.first and s.tagged.tags[first] == "P":
        first -= 1
    noun = s.tagged.tokens[first].text.lower()
    kinds = ("companies", "organisations", "bodies")
    return first < chunk.last and any(noun in words(k) for k in kinds)


def _person(i: int, s: Sentence) -> Span | None:
    """The name of a person at the end of a phrase: two or three capitals of no company."""
    chunk, first = s.chunks[i], s.chunks[i].last
    while first >= chunk.first and s.tagged.tags[first] == "P":
        first -= 1
    first += 1
    own = [t.text for t in s.tagged.tokens[first : chunk.last + 1]]
    while own and own[0] in words("titles"):
        own, first = own[1:], first + 1
    known = words("organisation_words") | words("body_words") | words("legal_forms")
    known |= words("place_words") | words("media") | words("acronyms")
    if not 2 <= len(own) <= 3 or known & set(own) or any(country_or_place(w) for w in own):
        return None
    role = first > chunk.first and s.tagged.tokens[first - 1].text.lower() in words("roles")
    bare = first == chunk.first
    plain = all(
        w[:1].isupper() and not w.isupper() and not any(c.isdigit() for c in w) for w in own
    )
    return s.tagged.span(first, chunk.last) if plain and (role or bare) else None
