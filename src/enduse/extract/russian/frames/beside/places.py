"""Where things stand or come from: «тульский завод», «цех в Каменске», «японские подшипники»."""

from collections.abc import Iterator, Sequence

from enduse.extract.russian.clauses import Phrase, Token
from enduse.extract.russian.frames.nouns import Fact
from enduse.extract.russian.frames.table import table
from enduse.extract.russian.words import place_of

__all__ = ["of_places"]

_FIRMS = frozenset(("Company", "Organization", "LegalEntity"))
_MISSIONS = ("посольств", "консульств", "представительств", "постпредств", "торгпредств")
_LEARNED = ("центр", "институт", "школ", "академи", "университет")
_CITIZENS = frozenset(("гражданин", "гражданка", "подданный", "уроженец", "уроженка"))
# Prepositions of a place with the case it stands in.
_WHERE = {"в": "loct", "на": "loct", "под": "ablt", "близ": "gent", "около": "gent", "у": "gent",
          "недалеко_от": "gent"}  # fmt: skip


# What belongs to the firm named behind it: «склад фирмы X».
_HELD = frozenset(
    "склад ангар фонд дочка филиал терминал база площадка полигон причал завод".split()
)


def of_places(found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    """An adjective of a place, a place after a site, and a place that goods come from."""
    phrase = found[place]
    yield from _adjective(found, place)
    if place + 1 >= len(found) or found[place + 1].first != phrase.last:
        return
    where = found[place + 1]
    owner = where.head.mention
    if not where.prep and "gent" in where.cases and owner is not None and phrase.mention is None:
        if owner.schema in _FIRMS and owner.kind == "name" and phrase.lemma in _HELD:
            yield Fact("owned_by", phrase, where, None, phrase)
    if phrase.lemma in _CITIZENS and not where.prep and "gent" in where.cases and _is_land(where):
        yield Fact("jurisdiction", phrase, where, None, phrase)
    if phrase.prep == "под" and phrase.lemma == "флаг" and _is_land(where):
        ship = next((p for p in reversed(found[:place]) if not p.prep and not p.is_time), None)
        if ship is not None:
            yield Fact("registered_in", ship, where, None, phrase)
    if _is_site(phrase) and _is_place(where, phrase):
        street = where.lemma in table().streets
        yield Fact("address" if street else "located_in", phrase, where, None, phrase)
    elif where.prep in ("из", "с") and _is_land(where):
        if phrase.lemma in table().goods or _is_product(phrase):
            yield Fact("exported_to", phrase, where, phrase if phrase.counted else None, phrase)
        elif _is_site(phrase) or phrase.human and phrase.mention is None:
            yield Fact("located_in", phrase, where, None, phrase)


def _adjective(found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    phrase = found[place]
    state = next((t for t in phrase.modifiers if t.low.startswith("государственн")), None)
    if state is not None and _is_firm(_named(found, place)):
        yield Fact("owned_by", _named(found, place), None, None, phrase, "государство", state)
    told = next(((t, p) for t in phrase.modifiers if (p := place_of(t.low))), None)
    if told is None:
        return
    token, (land, predicate) = told
    named = _named(found, place)
    mention = named.head.mention
    nameless = mention is None or mention.kind != "name"
    learned = mention is not None and mention.text.lower().startswith(_LEARNED)
    if token.capital and (learned or token.start):
        return  # «Рижский институт»: the town is a part of its name
    if nameless and _is_firm(phrase):
        return  # «китайская компания» tells which one is meant, and no news
    if _is_firm(phrase) or named is not phrase and _is_firm(named):
        yield Fact(predicate, named, None, None, phrase, land, token)
    elif _is_product(named) and not nameless:
        yield Fact("produced_in", named, None, None, phrase, land, token)


def _named(found: Sequence[Phrase], place: int) -> Phrase:
    """The name behind a class noun: «гонконгская фирма Brightlake»."""
    phrase = found[place]
    if phrase.head.mention is None and place + 1 < len(found):
        after = found[place + 1]
        mention = after.head.mention
        if after.first == phrase.last and not after.prep and mention is not None:
            if mention.schema in (*_FIRMS, "Product") and after.cases & phrase.cases:
                return after
    return phrase


def _is_firm(phrase: Phrase) -> bool:
    mention = phrase.head.mention
    if mention is not None:
        return mention.schema in _FIRMS and mention.kind != "source"
    return _kind_of(phrase) in table().firms


def _kind_of(phrase: Phrase) -> str:
    """The noun of a phrase, of «фирма-пустышка» the first part."""
    lemma = phrase.lemma
    return lemma if lemma in table().sites else lemma.split("-")[0]


def _is_product(phrase: Phrase) -> bool:
    mention = phrase.head.mention
    return mention is not None and mention.schema == "Product"


def _is_site(phrase: Phrase) -> bool:
    mention = phrase.head.mention
    if mention is not None:
        mission = any(word in mention.text.lower() for word in _MISSIONS)
        return (mention.schema in _FIRMS or mission) and mention.kind != "source"
    return _kind_of(phrase) in table().sites or _kind_of(phrase) in table().firms


def _is_place(where: Phrase, site: Phrase) -> bool:
    if _WHERE.get(where.prep) not in where.cases:
        return False
    if where.lemma in table().streets:
        return True
    return _is_land(where) or where.lemma in table().districts and where is not site


def _is_land(where: Phrase) -> bool:
    mention = where.head.mention
    if mention is not None:
        return mention.schema == "Address"
    return where.lemma in table().districts and any(_tells(t) for t in where.modifiers)


def _tells(token: Token) -> bool:
    return place_of(token.low) is not None or token.low.startswith(("соседн", "ближайш"))
