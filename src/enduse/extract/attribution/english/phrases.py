"""Where a noun phrase begins and ends in a tagged English sentence."""

from enduse.extract.attribution.english.words import Tagged
from enduse.extract.attribution.lexicon import grammar

__all__ = ["object_end", "source_after", "subject_before"]

Range = tuple[int, int]
_INNER = frozenset("NDMH-(&x")
_ADVERBIAL = frozenset(
    "in on during at after before about as via since when while amid over into despite "
    "following through until".split()
)
_STARTS_APPOSITION = frozenset("NDMW")
_MOST_TOKENS = 60


def subject_before(u: Tagged, end: int, start: int) -> Range | None:
    """Return the tokens of the noun phrase that ends before `end`, apposition included.

    Args:
        u: The sentence.
        end: First token of the verb group.
        start: No token before this one is taken.
    """
    last = end - 1
    while last > start and u.tags[last] == "R":
        last -= 1
    if last < start:
        return None
    tag = u.tags[last]
    if tag in "PO" and u.words[last] in ("it", "them") and last > start and _is_object(u, last):
        return _opening_phrase(u, start)
    if tag in "PW":
        return last, last + 1
    if tag == "O" and u.words[last] in ("it", "you"):
        return last, last + 1
    if tag in ",-":
        return _with_apposition(u, last, start)
    if tag == "V" and last > start and u.words[last - 1] in ("those", "all", "everyone"):
        return last - 1, last + 1
    if tag in "NM)HDx" and not (tag == "D" and u.words[last] in ("the", "a", "an", "every", "no")):
        found = _noun_phrase_left(u, last, start)
        first = found[0] if found is not None else 0
        if first > 1 and u.tags[first - 1] == "I" and u.tags[first - 2] == "A":
            return subject_before(u, first - 2, start)  # "has in the past called"
        return found
    return None


def _is_object(u: Tagged, at: int) -> bool:
    """Whether a pronoun ends a relative clause: "people who have read it say"."""
    before = at - 1
    if u.tags[before] not in "VK" or u.tags[before - 1 : before] not in (["A"], ["W"]):
        return False
    return any(t == "W" for t in u.tags[max(0, at - 6) : at])


def _opening_phrase(u: Tagged, start: int) -> Range | None:
    """The noun phrase with which the clause opens, without what tells of it."""
    first = _without_adverbial(u, start, len(u.tags) - 1)
    last = first
    while last < len(u.tags) and u.tags[last] in "NDMH":
        last += 1
    return (first, last) if last > first else None


def _with_apposition(u: Tagged, comma: int, start: int) -> Range | None:
    """The phrase before a comma pair: "Ann Lee, a fellow at the institute, said"."""
    opening = comma - 1
    floor = max(start, comma - _MOST_TOKENS)
    while opening > floor:
        if u.tags[opening] == u.tags[comma] and _closes_noun(u, opening):
            inner = u.tags[opening + 1]
            if u.tags[comma] == "-" and u.words[opening] == u.words[comma] != "-":
                inner = "N"
            named = inner in _STARTS_APPOSITION and u.words[opening + 1] != "that"
            if named and not _has_clause(u, opening + 1, comma):
                head = _noun_phrase_left(u, opening - 1, start)
                if head is None:
                    return None
                return head[0], comma + 1
            if inner in "IRSVKQTW":
                return _noun_phrase_left(u, opening - 1, start)
        opening -= 1
    return None


def _closes_noun(u: Tagged, comma: int) -> bool:
    return comma > 0 and u.tags[comma - 1] in "NM)HP"


def _has_clause(u: Tagged, start: int, end: int) -> bool:
    """Whether a finite clause of its own stands there; a relative one does not count."""
    if u.tags[start] == "W":
        return False
    for i in range(start, end):
        if u.tags[i] == "W":
            return False
        if u.tags[i] == "P" or (u.tags[i] == "A" and i > start):
            return True
    return False


def _noun_phrase_left(u: Tagged, last: int, start: int) -> Range | None:
    first = last + 1
    floor = max(start, last - _MOST_TOKENS)
    while first > floor:
        tag = u.tags[first - 1]
        if tag in _INNER or tag == ")" or (tag == "I" and _attaches(u, first - 1, floor)):
            first -= 1
        elif tag == "R" and first <= last and u.tags[first] in "MND" and first - 1 > floor:
            first -= 1
        elif tag == "P" and _counts_of(u, first - 1):
            first -= 1
        elif tag == "T" and first - 1 > floor and u.tags[first - 2] == "N":
            first -= 1
        elif (tag == "V" and _modifies(u, first - 1, last)) or _is_read(u, first - 1, floor):
            first -= 1
        elif tag == "C" and u.words[first - 1] in ("and", "or", "&"):
            joined = _list_left(u, first - 1, floor)
            if joined is None:
                break
            first = joined
        elif (
            tag == "Q"
            and first <= last
            and u.tags[first] in "NQ"
            and first - 1 > floor
            and (u.ends[first - 1] - u.starts[first - 1] < 30 and u.tags[first - 2] in "DNH")
        ):
            first -= 1
        else:
            break
    first = _without_adverbial(u, first, last)
    return (first, last + 1) if first <= last else None


def _attaches(u: Tagged, at: int, floor: int) -> bool:
    """Whether the preposition joins two nouns ("fellow at the institute")."""
    if at <= floor:
        return False
    if u.tags[at - 1] in "VK" and at - 2 >= floor:
        # "records reviewed by the Post"
        return u.words[at] in _AFTER_PARTICIPLE and u.tags[at - 2] == "N"
    if _counts_of(u, at - 1):
        return True
    return u.tags[at - 1] in "NM)H" and u.words[at - 1] not in _days()


_AFTER_PARTICIPLE = frozenset({"by", "with", "from"})


def _counts_of(u: Tagged, at: int) -> bool:
    """Whether a number or the like stands before "of": "two of the officials"."""
    return u.words[at + 1 : at + 2] == ["of"] and u.words[at] in _COUNTS


_COUNTS = frozenset(
    "one two three four five six seven eight nine ten some many most several both all none each "
    "half others another any neither either few".split()
)


def _is_read(u: Tagged, at: int, floor: int) -> bool:
    """Whether a verb of perceiving is a participle here: "records seen by the agency"."""
    if u.tags[at] not in "KV" or at <= floor or u.words[at + 1 : at + 2] != ["by"]:
        return False
    return u.tags[at - 1] == "N" and u.words[at] in _READ


_READ = frozenset(
    "seen read shown cited quoted confirmed obtained reviewed examined written sent given "
    "drawn held kept made found released shared published".split()
)


def _modifies(u: Tagged, at: int, last: int) -> bool:
    """Whether a participle belongs to the noun: "documents reviewed by Reuters"."""
    if at == last:
        return False
    before = u.tags[at - 1] if at else "."
    after = u.tags[at + 1]
    if before in "DHCM" or (before == "N" and after == "N" and not u.capital[at + 1]):
        return after in "NMV"
    return (
        before == "N"
        and (u.words[at + 1] in ("by", "with", "at", "in", "from", "to") or u.words[at] == "dated")
        and (u.words[at].endswith("ed"))
    )


def _list_left(u: Tagged, conjunction: int, floor: int) -> int | None:
    """The first token of "A, B and" before a conjunction; None where it joins clauses."""
    i = conjunction - 1
    if i >= floor and u.tags[i] == ",":
        i -= 1
    first, short, last_comma = i + 1, 0, None
    while i >= floor:
        tag = u.tags[i]
        if tag in _INNER or tag == ")" or (tag == "I" and _attaches(u, i, floor)):
            short += 1
        elif (tag == "P" and _counts_of(u, i)) or _is_read(u, i, floor):
            short += 1
        elif tag == "," and short and short <= 8 and u.words[i - 1] not in _days():
            short, last_comma = 0, i if last_comma is None else last_comma
        else:
            break
        first, i = i, i - 1
    boundary = u.tags[i] if i >= floor else "."
    if first > conjunction - 1 or boundary not in ".S;:QC,W-":
        # "... on drones, two officials and an investigator said": what they say ends in a noun.
        return last_comma + 1 if last_comma is not None else None
    if first == floor and floor > 0 and u.tags[floor - 1] in "VKAIT":
        return None
    while u.tags[first] in ",":
        first += 1
    return first


def _without_adverbial(u: Tagged, first: int, last: int) -> int:
    """Leave out what stands before the subject: "On Monday Trump", "In an interview he"."""
    while first <= last and u.tags[first] in "RC,-x)":
        first += 1
    if first <= last and u.tags[first] in "IT":
        for i in range(first + 1, last):
            if u.tags[i] in "NM" and (u.words[i] in _days() or not u.capital[i]):
                follows = u.tags[i + 1] == "D" or (u.tags[i + 1] == "N" and u.capital[i + 1])
                if follows:
                    return i + 1
        return first + 1
    if first < last and u.words[first] in _days() and u.tags[first + 1] in "DN":
        return first + 1
    return first


def _days() -> frozenset[str]:
    return grammar("en")["weekday_or_month"]


def source_after(
    u: Tagged, start: int, *, apposition: bool, prepositions: bool = False
) -> Range | None:
    """Return the tokens of the noun phrase that begins at `start`.

    Args:
        u: The sentence.
        start: First token.
        apposition: Take "…, a fellow at the institute" too.
        prepositions: Take phrases of place and time too, as after "according to".
    """
    i, size = start, len(u.tags)
    if i < size and u.tags[i] in "PO" and not _counts_of(u, i):
        return i, i + 1
    while prepositions and i < size and u.tags[i] == "R":
        i += 1
    while i < size and i - start < _MOST_TOKENS and _goes_on(u, i, start, prepositions):
        i += 1
    while i > start and u.tags[i - 1] in "CIDT-R(":
        i -= 1
    if i == start or all(u.tags[k] in "R(M" for k in range(start, i)):
        return None
    if apposition and i + 1 < size and u.tags[i] == "," and u.tags[i + 1] in "DNW":
        end = _apposition_end(u, i + 1)
        if end is not None:
            return start, end
    return start, i


def _goes_on(u: Tagged, i: int, start: int, prepositions: bool) -> bool:
    tag, word = u.tags[i], u.words[i]
    if i == start and _counts_of(u, i):
        return True
    if tag in "NDMH)(&x":
        return word not in _days() or (i > start and u.tags[i - 1] in "IDH")
    if tag == "I":
        if word in _ADVERBIAL:
            return (
                prepositions and i > start and word in ("in", "on", "at", "into", "about", "over")
            )
        return i > start
    if tag == "C":
        return (
            i > start
            and u.words[i] in ("and", "&", "or")
            and u.tags[i + 1 : i + 2] in (["N"], ["D"], ["M"], ["V"])
        )
    if tag == "V":
        return u.tags[i - 1] in "NDHCM" and not u.words[i].endswith("ing")
    if tag == "T":
        return prepositions and i > start and u.tags[i - 1] in "NV"
    if tag == "R":
        return i + 1 < len(u.tags) and u.tags[i + 1] in "MV" and prepositions
    if tag == "Q":
        return i > start and u.ends[i] - u.starts[i] < 60
    if tag == "K":
        return (
            i > start
            and u.tags[i - 1] in "DNH"
            and (u.tags[i + 1 : i + 2] in (["N"], ["I"], ["."], [","]) or i + 1 == len(u.tags))
            and (prepositions or u.tags[i - 1] == "D")
        )
    return (
        tag == "-"
        and i + 1 < len(u.tags)
        and u.tags[i + 1] == "N"
        and u.tags[i - 1] == "N"
        and (u.ends[i - 1] == u.starts[i])
    )


def _apposition_end(u: Tagged, start: int) -> int | None:
    """One past the last token of an apposition up to the next comma or end; None for a clause."""
    i, size = start, len(u.tags)
    relative = u.tags[start] == "W"
    while i < size and u.tags[i] not in ",.;:-Q":
        if u.tags[i] in "W":
            relative = True
        if not relative and (u.tags[i] in "SP" or (u.tags[i] == "A")):
            return None
        i += 1
    if i - start > _MOST_TOKENS:
        return None
    return i


def object_end(u: Tagged, start: int, stop: int) -> int:
    """One past the hearer of a verb of telling: "told [the Post] that"."""
    if start < stop and u.tags[start] in "OP":
        return start + 1
    i = start
    while i < stop and u.tags[i] in "NDMH&(" + ")" + "I" + "C":
        if u.tags[i] in "IC" and i == start:
            break
        if u.words[i] in ("about", "on", "in", "at", "during", "for", "after") and i > start:
            break
        if i > start and u.tags[i] == "D" and u.tags[i - 1] in "NM":
            break
        i += 1
    return i
