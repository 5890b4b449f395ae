"""Says which mentions name the same thing: short forms, acronyms, votes, "the company".

The same for all languages; it compares the keys that each language's finder made.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field

from enduse.extract.mentions.found import Found
from enduse.extract.mentions.gender import excluded
from enduse.extract.segment import Span

__all__ = ["Entities", "Entity", "entities"]

_LEGAL = frozenset({"Company", "Organization", "PublicBody", "LegalEntity"})
# How many sentences back "the bank" finds the one that was called a bank.
_CALLED = 8
_SPEAKING = _LEGAL | {"Person"}


@dataclass(slots=True)
class Entity:
    """A thing that the document names.

    Attributes:
        name: The fullest form that the document uses, or that its finder shows it by.
        key: Its key.
        schema: What most of its contexts speak for.
        first: Where it is first named.
        country: Country that stands with it, if any.
        class_nouns: Nouns that stand with it and say what it is.
    """

    name: str
    key: str
    schema: str
    first: int
    country: str | None = None
    votes: Counter[str] = field(default_factory=Counter)
    class_nouns: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Entities:
    """All mentions with what they stand for; looked up by place."""

    found: tuple[Found, ...]
    resolved: tuple[tuple[Entity, ...], ...]
    starts: tuple[int, ...]

    def inside(self, span: Span) -> list[tuple[Found, tuple[Entity, ...]]]:
        """Return the mentions that lie inside a span, in order, each with what it names."""
        low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        pairs = zip(self.found[low:high], self.resolved[low:high], strict=True)
        return [(f, r) for f, r in pairs if f.span.end <= span.end]

    def at(self, place: int) -> tuple[Found, tuple[Entity, ...]] | None:
        """Return the mention that covers a place, if there is one."""
        k = bisect_right(self.starts, place) - 1
        if k >= 0 and self.found[k].span.end > place:
            return self.found[k], self.resolved[k]
        return None


_Recent = tuple[int, int, Entity, bool]


def entities(found: tuple[Found, ...], sentences: tuple[Span, ...]) -> Entities:
    """Return which thing each mention names.

    Args:
        found: Mentions in order.
        sentences: The sentences of the text; "the company" looks back within two of them first.
    """
    things = _things(found)
    resolved: list[tuple[Entity, ...]] = []
    recent: list[_Recent] = []
    ends = [s.end for s in sentences]
    for k, mention in enumerate(found):
        sentence = bisect_right(ends, mention.span.start)
        if mention.kind in ("name", "alias"):
            thing = things[mention.key]
            resolved.append((thing,))
            recent.append((sentence, mention.span.start, thing, mention.oblique))
        elif mention.kind == "announcer":
            resolved.append(_announced(k, found, things))
        elif mention.kind == "description":
            resolved.append(())
            if k and found[k - 1].kind == "name":
                _call(things[found[k - 1].key], mention)
        elif mention.kind == "descriptor" and mention.schema == BOTH:
            resolved.append(_pair(k, found, resolved, sentences))
        elif mention.kind == "descriptor":
            named = _owner_beside(k, found, resolved, sentences)
            named = named or _referred(mention, sentence, recent, sentences)
            resolved.append(named)
            recent += [(sentence, mention.span.start, thing, False) for thing in named]
        else:
            resolved.append(())
    return Entities(found, tuple(resolved), tuple(f.span.start for f in found))


BOTH = "Both"  # stands for the last two that were named together: "Both have been listed"
_BESIDE = len(" and the ")


def _pair(
    k: int,
    found: tuple[Found, ...],
    resolved: list[tuple[Entity, ...]],
    sentences: tuple[Span, ...],
) -> tuple[Entity, ...]:
    """The two names that "both" takes up: joined, in the sentence before or in its own."""
    ends = [s.end for s in sentences]
    here = bisect_right(ends, found[k].span.start)
    for j in range(k - 1, 0, -1):
        first, second = found[j - 1], found[j]
        if here - bisect_right(ends, first.span.start) > 1:
            return ()
        joined = 0 < second.span.start - first.span.end <= _BESIDE
        named = first.kind == second.kind == "name" and "Address" not in (
            first.schema,
            second.schema,
        )
        if joined and named and len(resolved[j - 1]) == len(resolved[j]) == 1:
            pair = (*resolved[j - 1], *resolved[j])
            return pair if pair[0] is not pair[1] else ()
    return ()


def _things(found: tuple[Found, ...]) -> dict[str, Entity]:
    """One entity for each key; short forms and aliases share that of the longer form."""
    own: dict[str, Entity] = {}
    shown: set[str] = set()
    for k, mention in enumerate(found):
        if mention.kind not in ("name", "alias"):
            continue
        thing = own.get(mention.key)
        if thing is None:
            thing = own[mention.key] = Entity(
                mention.text, mention.key, mention.schema, mention.span.start, mention.country
            )
        _show(thing, mention, shown)
        if mention.class_noun is not None:
            thing.class_nouns.update(mention.class_noun.split())
        thing.votes[mention.schema] += 1 + 3 * mention.strength
        if mention.kind == "alias" and k and found[k - 1].schema != "Address":
            own[mention.key] = own.get(found[k - 1].key, thing)
    things = dict(own)
    longer = _by_word(own)
    for key, thing in own.items():
        full = _fuller(key, thing, longer)
        if full is not None and full is not thing:
            full.votes.update(thing.votes)
            full.class_nouns |= thing.class_nouns
            things[key] = full
    for key in list(things):
        while things.get(things[key].key, things[key]) is not things[key]:
            things[key] = things[things[key].key]
    for thing in {id(t): t for t in things.values()}.values():
        thing.schema = _elected(thing.votes)
    return things


def _show(thing: Entity, mention: Found, shown: set[str]) -> None:
    """Name a thing by its longest form; one made for showing goes before words as written."""
    form = mention.name or mention.text
    if mention.name is not None and thing.key not in shown:
        thing.name = form
        shown.add(thing.key)
    elif (mention.name is not None or thing.key not in shown) and len(form) > len(thing.name):
        thing.name = form
    elif thing.name.isupper() and len(form) == len(thing.name) > 6:
        thing.name = form  # "Belgrade" rather than the "BELGRADE" of a dateline


def _elected(votes: Counter[str]) -> str:
    ranked = sorted(votes.items(), key=lambda kv: (-kv[1], kv[0] == "LegalEntity", kv[0]))
    return ranked[0][0]


def _by_word(own: dict[str, Entity]) -> dict[str, list[Entity]]:
    index: dict[str, list[Entity]] = {}
    for thing in own.values():
        for word in set(thing.key.split()):
            index.setdefault(word, []).append(thing)
    return index


def _fuller(key: str, thing: Entity, longer: dict[str, list[Entity]]) -> Entity | None:
    """The one longer name that this is a short form of, if there is exactly one."""
    parts = key.split()
    if thing.schema in ("Address", "PublicBody") and thing.votes[thing.schema] > 3:
        return None
    rivals = {
        other.key: other
        for other in longer.get(parts[0], ())[:200]
        if len(other.key.split()) > len(parts) and _contains(other.key.split(), parts)
        and _compatible(thing, other)
    }  # fmt: skip
    people = {k: o for k, o in rivals.items() if o.schema == "Person" and k.split()[-1:] == parts}
    if len(rivals) > 1 and len(people) == 1:
        rivals = people
    elif len(rivals) > 1:
        ends = {k: o for k, o in rivals.items() if k.split()[: len(parts)] == parts}
        rivals = ends if len(ends) == 1 else _one_chain(rivals)
    return next(iter(rivals.values())) if len(rivals) == 1 else None


def _one_chain(rivals: dict[str, Entity]) -> dict[str, Entity]:
    """Of "Kupol" in "IEMZ Kupol" and "JSC IEMZ Kupol", the longest that holds the others."""
    longest = max(rivals, key=len)
    held = all(_contains(longest.split(), k.split()) for k in rivals)
    return {longest: rivals[longest]} if held else {}


def _contains(whole: list[str], part: list[str]) -> bool:
    """Whether a name begins or ends with the shorter one."""
    return whole[: len(part)] == part or whole[-len(part) :] == part


def _compatible(short: Entity, full: Entity) -> bool:
    a, b = _elected(short.votes), _elected(full.votes)
    if "Address" in (a, b) or "Product" in (a, b):
        return a == b
    if b == "Person":
        return full.key.split()[-1] == short.key or full.key.split()[0] != short.key
    return True


def _announced(k: int, found: tuple[Found, ...], things: dict[str, Entity]) -> tuple[Entity, ...]:
    """The name that "a Russian firm, TSK Vektor" gives right after the description."""
    past_place = k + 2 < len(found) and found[k + 1].schema == "Address"
    after = k + 1 + (past_place and found[k + 1].span.start - found[k].span.end < 14)
    if after < len(found) and found[after].kind == "name":
        if found[after].span.start - found[after - 1].span.end < 10:
            thing = things[found[after].key]
            thing.votes[found[k].schema] += 7
            thing.schema = _elected(thing.votes)
            thing.country = thing.country or found[k].country
            _call(thing, found[k])
            return (thing,)
    return ()


def _owner_beside(
    k: int,
    found: tuple[Found, ...],
    resolved: list[tuple[Entity, ...]],
    sentences: tuple[Span, ...],
) -> tuple[Entity, ...]:
    """The name right before "and its": "TSK Vektor and its director"."""
    mention = found[k]
    if mention.key != "its" or not k or found[k - 1].kind != "name":
        return ()
    beside = mention.span.start - found[k - 1].span.end == len(" and ")
    ends = [s.end for s in sentences]
    if bisect_right(ends, found[k - 1].span.start) != bisect_right(ends, mention.span.start):
        return ()
    return tuple(t for t in resolved[k - 1] if beside and _fits(mention, t))


def _referred(
    mention: Found,
    sentence: int,
    recent: list[_Recent],
    sentences: tuple[Span, ...],
) -> tuple[Entity, ...]:
    """What a descriptor refers back to, or nothing."""
    called = [p for p in recent[-60:] if mention.key in p[2].class_nouns]
    called = [p for p in called if sentence - p[0] <= _CALLED]
    if called and mention.number == 1:
        return (called[-1][2],)
    near = []
    for place in reversed(recent[-40:]):
        if sentence - place[0] > (8 if mention.strength else 2):
            break
        near.append(place)
    fitting = [p for p in near if _fits(mention, p[2])]
    if not any(p[0] == sentence for p in fitting):
        speaks = [p for p in near if _country_speaks(mention, sentence, p, sentences)]
        fitting = speaks or fitting
    fitting = _so_called(mention, fitting)
    if not fitting:
        return ()
    if mention.number == 2:
        distinct = list({id(p[2]): p[2] for p in fitting}.values())[:2]
        return tuple(reversed(distinct)) if len(distinct) == 2 else ()
    here = [p for p in fitting if p[0] == sentence]
    before = [p for p in fitting if p[0] < sentence]
    if here:
        straight = [p for p in here if not p[3]] or here
        return ((straight[-1] if mention.strength == 0 else straight[0])[2],)
    straight = [p for p in before if not p[3] and before[0][0] - p[0] < 2] or before
    last = straight[0][0]
    return (min((p for p in straight if p[0] == last), key=lambda p: p[1])[2],)


# What every company may be called.
_ANY = frozenset(
    "company firm enterprise business group corporation concern conglomerate entity holding".split()
)


def _call(thing: Entity, mention: Found) -> None:
    """Note what a thing is called, where that says more than that it is a company."""
    if _noun(mention) not in _ANY:
        thing.class_nouns.add(_noun(mention))


def _noun(mention: Found) -> str:
    return mention.key.removesuffix("s")


def _so_called(mention: Found, fitting: list[_Recent]) -> list[_Recent]:
    """Those that the text called a trader, for "the trader"; without any, only a single one."""
    if mention.strength == 0 or mention.schema != "Company" or _noun(mention) in _ANY:
        return fitting
    noun = _noun(mention)
    called = [p for p in fitting if noun in p[2].class_nouns or noun in p[2].key.split()]
    if called or mention.key in _WORKS:
        return called or fitting
    return fitting if len({id(p[2]) for p in fitting}) == 1 else []


def _country_speaks(
    mention: Found, sentence: int, place: _Recent, sentences: tuple[Span, ...]
) -> bool:
    """Whether "it" is the country or capital with which its own sentence begins."""
    if mention.key not in ("it", "its", "оно", "она") or place[0] != sentence:
        return False
    return place[2].schema == "Address" and place[1] - sentences[sentence].start < 12


_WORKS = frozenset({"plant", "factory", "works", "shipyard", "bank"})
_WORKS_NAMED = _WORKS | {"zavod", "kombinat", "verf", "teknik"}


_THINGS = frozenset({"Company", "Organization", "PublicBody", "LegalEntity", "Product", "Vessel"})


def _fits(mention: Found, thing: Entity) -> bool:
    if mention.country and thing.country and mention.country != thing.country:
        return False
    if mention.schema == "LegalEntity":
        return thing.schema in _THINGS
    if mention.schema == "Company":
        if mention.key in _WORKS and not _WORKS_NAMED.intersection(thing.key.split()):
            return False
        return thing.schema in ("Company", "LegalEntity", "Organization") and (
            thing.schema != "Organization" or thing.votes["Organization"] < 6
        )
    if mention.schema == "Person":
        return thing.schema == "Person" and not excluded(mention.key, thing.name)
    if mention.schema == "PublicBody":
        return thing.schema == "PublicBody" and mention.key in thing.key
    return thing.schema == mention.schema
