"""Where somebody or something is: "Kupol's headquarters in Izhevsk", "to Acme in Osaka"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from enduse.extract.english.syntax.nounframes import country_or_place, head_noun
from enduse.extract.english.syntax.nounphrases import is_named
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.roles import is_place
from enduse.extract.english.words.lexicon import countries, lines, pattern, words
from enduse.extract.mentions.found import Found
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["located", "named_places"]

_BUILDING = re.compile(
    r"\b(?:headquarters|plants?|factor(?:y|ies)|facilit(?:y|ies)|offices?|warehouses?|workshops?|"
    r"shipyards?|laborator(?:y|ies)|assembly lines?|bases?|premises|flats?|apartments?|houses?|"
    r"yards?|halls?|mills?|foundr(?:y|ies)|colleges?|universit(?:y|ies)|schools?|depots?|stores?|"
    r"terminals?|ranges?|lines?|hangars?|courts?|buildings?|camps?|laborator(?:y|ies)|stores?|centres?|centers?|quays?|"
    r"piers?|berths?|clubs?|mailbox(?:es)?|lock-ups?|parks?|sheds?|garages?)$"
)
_PARTY = re.compile(
    r"\b(?:dealers?|suppliers?|customers?|intermediar(?:y|ies)|distributors?|holdings?|traders?|"
    r"wholesalers?|resellers?|retailers?|middlem[ae]n|brokers?|agents?|compan(?:y|ies)|firms?|"
    r"makers?|manufacturers?|importers?|exporters?|buyers?|contractors?|subsidiar(?:y|ies)|"
    r"branch(?:es)?|missions?|embass(?:y|ies)|consulates?|delegations?|bureaus?|agenc(?:y|ies)|ports?|depots?|airports?|airfields?|sites?|institutes?|accounts?|trusts?|ventures?|"
    r"prosecutors|addresses|brothers|m[ae]n|wom[ae]n|businessm[ae]n|banks?|meetings?|conferences?|fronts?)$"
)
_LEADS = re.compile(
    r"\s?(?:\([A-Z]{2,8}\))?,? (?:(?:based|located|headquartered) )?"
    r"(?P<how>in|near|outside|of|at)(?: the)?(?: [A-Z]?[a-z]+)?"
    r"(?: (?:town|city|port|province|region|suburb|capital|village|district) of)? (?:the )?"
)
_BASED = re.compile(r",? (?:based|headquartered)\b")
# After a verb, the place is rather that of the deed ("represented X in Turkey"). And what is done
# by somebody in a place does not say that he is there: "was tested by Kupol in China".
_DOES_THERE = re.compile(
    r"\b(?:tested|sold|used|built|made|developed|designed|produced|assembled|manufactured|"
    r"registered|founded|opened|arrested|sanctioned|charged|helped|supported) by (?:the )?$"
)
_PARTIES = frozenset({"Company", "Organization", "LegalEntity"})


def named_places(s: Sentence, found: tuple[Found, ...]) -> Iterator[Relation]:
    """Yield the places that stand right after the names of parties."""
    for mention, place in zip(found, found[1:], strict=False):
        if mention.kind != "name" or mention.schema not in _PARTIES or place.schema != "Address":
            continue
        between = s.text[mention.span.end : place.span.start]
        before = s.text[max(s.span.start, mention.span.start - 30) : mention.span.start]
        lead = _LEADS.fullmatch(between)
        if lead is None or _DOES_THERE.search(before):
            continue
        if not mention.oblique and not _BASED.match(between) and lead["how"] != "of":
            continue
        based = lead["how"] == "of" or _BASED.match(between)
        predicate = "headquartered_in" if based else "located_in"
        span = Span(mention.span.start, place.span.end)
        yield Relation(span, predicate, Argument(mention.span), Argument(place.span), span.start)


def located(i: int, s: Sentence) -> Iterator[Relation]:
    """Words such as "Kupol's headquarters in Izhevsk", "a bank in Dubai", "a yard outside Omsk"."""
    place = _place_after(i, s)
    if place is None:
        yield from _seated(i, s)
        return
    first, last = place
    head_ = i
    if _kind(i, s) is None and s.kind(i - 1) == "E" and s.words(i - 1) == "of":
        head_ = i - 2 if s.kind(i - 2) == "N" else i  # "a school of mechanics in Osh"
    kind = _kind(head_, s)
    if kind is None or _is_vague(head_, first, s) or (kind == "role" and not _is_land(first, s)):
        return
    if kind == "name" and not _stands_free(i, s):
        return
    if head_ != i:
        whole = Span(s.chunk_span(head_).start, s.chunk_span(last).end)
        subject = Span(whole.start, s.chunk_span(i).end)
        place_ = Argument(s.chunk_span(first))
        yield Relation(whole, "located_in", Argument(subject), place_, whole.start)
        return
    apposed_ = s.kind(i - 1) == "K" and is_named(i - 2, s)
    if apposed_ and head_noun(i, s) in words("companies"):
        return
    chunk = s.chunks[i]
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    whose = s.tagged.span(chunk.first, mark - 1) if mark > 0 else s.chunk_span(i)
    if s.tagged.tokens[chunk.first].text.lower() == "its":
        whose = s.tagged.span(chunk.first, chunk.first)
    head = head_noun(i, s) == "headquarters"
    span = Span(s.chunk_span(i).start, s.chunk_span(last).end)
    places = [first]
    if s.kind(last + 1) == "C" and s.kind(last + 2) == "N" and _is_land(last + 2, s):
        places.append(last + 2)
    for one in places:
        yield Relation(
            Span(span.start, max(span.end, s.chunk_span(one).end)),
            "headquartered_in" if head else "located_in",
            Argument(whose if head or mark <= 0 else s.chunk_span(i)),
            Argument(s.chunk_span(one)),
            span.start,
            own_voice=head,
        )


_WHERE = frozenset({"in", "at", "near", "outside", "inside", "within", "on", "around", "off"})
_SIDES = re.compile(r"(?:west|east|north|south)(?:-?(?:west|east))? of$", re.IGNORECASE)


def _place_after(i: int, s: Sentence) -> tuple[int, int] | None:
    """The chunks of the place that follows a noun, with the country after a comma."""
    at = i + 1
    if s.kind(at) != "E" or s.kind(at + 1) != "N" or s.words(at).lower() not in _WHERE:
        return None
    if not is_place(s.chunk_span(at + 1), s):
        return None
    of_whom = "O" in s.tagged.tags[s.chunks[at + 1].first : s.chunks[at + 1].last + 1]
    if of_whom and s.tag_of(at + 1) == "P" and not _REGION.search(s.words(at + 1)):
        return None  # "at Germany's Halvorsen", unlike "in China's Kashgar Zone"
    if s.words(at).lower() in ("at", "on") and not _is_known(at + 1, s):
        if not _SITE.search(s.words(at + 1)):
            return None
    last = at + 1
    if s.kind(last + 1) == "K" and s.kind(last + 2) == "N" and s.words(last + 2) in countries():
        last += 2
    return at + 1, last


_REGION = re.compile(
    r"\b(?:zone|region|province|oblast|district|prefecture|county|republic|territory|park)$",
    re.IGNORECASE,
)
_SITE = pattern(r"{site}|zone|park|port|airport|airfield|street|road|estate|outskirts|grounds")


def _is_known(i: int, s: Sentence) -> bool:
    """Whether the words name a place of the tables."""
    tokens = s.tagged.tokens[s.chunks[i].first : s.chunks[i].last + 1]
    names = [t.text for t in tokens] + [f"{a.text} {b.text}" for a, b in pairwise(tokens)]
    return any(country_or_place(name) for name in names)


def _is_land(i: int, s: Sentence) -> bool:
    """Whether a phrase ends in a place of the tables: "eastern China", not "Lisbon Institute"."""
    tokens = s.tagged.tokens[s.chunks[i].first : s.chunks[i].last + 1]
    ends = [tokens[-1].text, " ".join(t.text for t in tokens[-2:])]
    whole = s.words(i).removeprefix("the ")
    return any(country_or_place(name) for name in (*ends, whole))


def _kind(i: int, s: Sentence) -> str | None:
    """What it is that is somewhere: a building, a party, an office holder, a name."""
    words_ = s.words(i)
    if i == 0 and s.chunks[0].first == s.chunks[0].last and _PARTY.fullmatch(words_.lower()):
        return "party"  # "Dealers in Turkey"
    if _BUILDING.search(words_) or _PARTY.search(words_):
        return "party" if s.tag_of(i) != "P" else "name"
    if s.tag_of(i) == "P" or _NUMBERED.search(words_):
        return "name" if _is_company(i, s) or _is_led_to(i, s) else None
    noun = head_noun(i, s)
    singular = noun.removesuffix("s")
    if noun in words("companies") or singular in words("companies"):
        return "party"
    if singular in words("organisations") or noun in words("organisations"):
        return "party"
    people = ("roles", "sources")
    return "role" if any(singular in words(x) or noun in words(x) for x in people) else None


_NUMBERED = re.compile(r"(?:Factory|Plant|Bureau|Works|Institute|Complex|Zavod|Unit) No\.? ?\d+$")
_TOWARDS = frozenset({"to", "from", "with", "at", "of", "for"})


def _is_led_to(i: int, s: Sentence) -> bool:
    """Whether a preposition leads to a name of a party: "to Kombinat Kama in Ulyanovsk"."""
    words_ = s.words(i).removeprefix("the ")
    if _NUMBERED.search(words_):
        return True
    if country_or_place(words_) or words_ in words("months") or words_ in words("alliances"):
        return False
    one = s.kind(i - 1) == "E" and s.words(i - 1).lower() in _TOWARDS
    person = words_.split(" ")[0] in lines("given_names_en.txt")
    return one and s.words(i + 1).lower() in ("in", "near", "outside") and not person


def _is_company(i: int, s: Sentence) -> bool:
    """Whether a name is that of an organisation by its own words, or may well be."""
    own = {t.text.rstrip(".") for t in s.tagged.tokens[s.chunks[i].first : s.chunks[i].last + 1]}
    return not own.isdisjoint(words("legal_forms")) or not own.isdisjoint(
        words("organisation_words")
    )


def _is_vague(i: int, place: int, s: Sentence) -> bool:
    """Whether nobody in particular is meant: "any customers in China"."""
    opening = s.words(i).split(" ")[0].lower()
    if s.chunks[i].first == s.chunks[i].last and (s.tag_of(i) == "N" or i == 0):
        return not (opening.endswith("s") and _is_land(place, s))
    return opening in ("any", "no", "other", "such", "many")


def _stands_free(i: int, s: Sentence) -> bool:
    """Whether the name is not the object of a verb to which the place belongs."""
    return s.kind(i - 1) not in "VX"


def _is_city(word: str) -> bool:
    """Whether a word is a place, not the adjective of a country."""
    return bool(country_or_place(word)) and countries().get(word, ("", ""))[1] != "demonym"


def _set_off(i: int, s: Sentence) -> Iterator[Relation]:
    """The seat between commas: "Sunrise Coatings, of Port Klang, sold"."""
    leads = s.words(i + 2) in ("of", "from", "in") and s.kind(i + 3) == "N"
    if leads and s.kind(i + 4) in "KZ" and country_or_place(s.words(i + 3)):
        span = Span(s.chunk_span(i).start, s.chunk_span(i + 3).end)
        who, where = Argument(s.chunk_span(i)), Argument(s.chunk_span(i + 3))
        yield Relation(span, "located_in", who, where, span.start, own_voice=True)


_GOODS = pattern(r"(?:{goods}|{arms}|{part}|{doc}|meeting|conference|trip|visit|court|hotel)$")


def _seated(i: int, s: Sentence) -> Iterator[Relation]:
    """The seat right after or before a party: "UAB Plyteles, Kaunas", "a Moscow dentist"."""
    if s.tag_of(i) == "P" and s.kind(i + 1) == "K" and s.kind(i + 2) == "E":
        yield from _set_off(i, s)
        return
    if s.tag_of(i) == "P" and _is_company(i, s) and s.kind(i + 1) == "K" and s.kind(i + 2) == "N":
        bare = s.words(i + 2)
        if s.kind(i + 3) in "KZ^" and country_or_place(bare) and s.kind(i + 3) != "C":
            span = Span(s.chunk_span(i).start, s.chunk_span(i + 2).end)
            yield Relation(
                span, "located_in", Argument(s.chunk_span(i)), Argument(s.chunk_span(i + 2)),
                span.start, own_voice=True,
            )  # fmt: skip
        return
    chunk = s.chunks[i]
    if s.tag_of(i) == "P" or chunk.last - chunk.first < 2:
        return
    if s.tagged.tokens[chunk.first].text.lower() not in ("a", "an", "one"):
        return
    for j in range(chunk.first + 1, chunk.last):
        word = s.tagged.tokens[j].text
        city = _is_city(word) and s.tagged.tags[j + 1] != "O"
        if city and _GOODS.search(s.words(i)):
            return
        if city:
            if s.kind(i - 1) == "K" and s.kind(i - 2) == "N" and s.tag_of(i - 2) == "P":
                return
            yield Relation(
                s.chunk_span(i), "located_in", Argument(s.chunk_span(i)),
                Argument(s.tagged.span(j, j)), s.chunk_span(i).start, own_voice=True,
            )  # fmt: skip
            return
