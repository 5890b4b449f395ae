"""Tells past tenses from participles by what stands around them."""

from collections.abc import Iterator

from enduse.extract.english.syntax.chunks import NAMING, Chunk
from enduse.extract.english.words.lexicon import verb_forms
from enduse.extract.english.words.tagging import Tagged

__all__ = ["settle"]


def settle(found: list[Chunk], tagged: Tagged) -> Iterator[Chunk]:
    """Tell past tenses from participles: "the documents seen by us" is no predicate.

    Args:
        found: The chunks of a sentence, in order.
        tagged: Its words.
    """
    for i, chunk_ in enumerate(found):
        if chunk_.kind != "V":
            yield chunk_
            continue
        alone = not tagged.tags[chunk_.first : chunk_.last].strip("R")
        if i > 1 and found[i - 1].kind == "K" and _goes_on(found[i - 2]):
            alone = False  # "has not sold, shipped or lent": no participle
        is_bare = alone and chunk_.form in ("past", "part")
        if is_bare and not _only_past(chunk_, tagged) and _is_participle(i, found, tagged):
            yield chunk_._replace(form="part", passive=True)
        elif is_bare:
            yield chunk_._replace(form="past")
        elif chunk_.form == "base" and i == 0:
            yield Chunk("V", chunk_.first, chunk_.last, chunk_.lemma, "inf")
        else:
            yield chunk_


def _goes_on(before: Chunk) -> bool:
    """Whether a perfect without an object stands before the comma."""
    perfect = {"has", "have", "had"} & set(before.helpers)
    return before.kind == "V" and bool(perfect) and not before.passive


def _only_past(chunk_: Chunk, tagged: Tagged) -> bool:
    """Whether the form cannot be a participle: "knew", not "known"."""
    word = tagged.tokens[chunk_.last].text.lower()
    return word in verb_forms() and all(kind != "part" for _, kind in verb_forms()[word])


def _is_participle(i: int, found: list[Chunk], tagged: Tagged) -> bool:
    chunk_ = found[i]
    before = found[i - 1].kind if i else "^"
    if chunk_.lemma in NAMING:
        return _only_names(i, found)
    if _agent_follows(i, found, tagged) or _partitive(i, found, tagged):
        return True
    if before == "N" and _hangs_on_place(i, found):
        return chunk_.lemma not in _INTRANSITIVE
    after = found[i + 1].kind if i + 1 < len(found) else "o"
    if before == "N" and tagged.tokens[found[i - 1].first].text.lower() in ("both", "each"):
        return after == "E"
    named = after == "S" and _is_as(i + 1, found) and _finite_after(i, found)
    if after in "NSTI" and chunk_.form != "part" and not named:
        return False
    if after == "C" and chunk_.form != "part" and _shares_object(i, found):
        return False
    if before == "C":
        return after in "EKZYo" and _joins_participle(i, found)
    return _by_clause(i, before, after, found)


def _shares_object(i: int, found: list[Chunk]) -> bool:
    """Whether what is joined has an object: "X, a unit of Y, developed and tested the drone"."""
    joined = found[i + 2 : i + 4]
    if len(joined) < 2 or joined[0].kind != "V" or joined[0].helpers:
        return False
    return joined[0].form in ("past", "part") and joined[1].kind == "N"


def _partitive(i: int, found: list[Chunk], tagged: Tagged) -> bool:
    """Whether the verb tells more of what stands before: "90 machines, most of them built in"."""
    if i < 4 or "".join(c.kind for c in found[i - 4 : i]) != "KNEN":
        return False
    words_ = [tagged.tokens[c.first].text.lower() for c in found[i - 2 : i]]
    return words_ == ["of", "them"] and found[i].lemma not in _INTRANSITIVE


def _joins_participle(i: int, found: list[Chunk]) -> bool:
    """Whether the verb before the conjunction is one: "designed in Linz by X and made in Y"."""
    for chunk_ in reversed(found[: i - 1]):
        if chunk_.kind in "KSWZI":
            return False
        if chunk_.kind in "VX":
            return chunk_.passive
    return False


def _by_clause(i: int, before: str, after: str, found: list[Chunk]) -> bool:
    """What the rest of the clause decides: a clause has one predicate."""
    intransitive = found[i].lemma in _INTRANSITIVE
    if before == "N" and i > 1 and found[i - 2].kind == "W" and after in "YEKZo":
        return False  # "which the EU sanctioned in December"
    if before == "K" and (not _another_predicate(i, found) or _resumes(i, found)):
        return False
    if _in_apposition(i, before, after, found):
        return not intransitive
    if before in "KSE^":
        return not intransitive or before != "K"
    if intransitive or before == "W" or after == "V":
        return False
    return _finite_after(i, found) or not _clause_has_subject_only(i, found)


def _in_apposition(i: int, before: str, after: str, found: list[Chunk]) -> bool:
    """Whether the noun is set beside a name in a clause that has a predicate.

    "They were sold by X, a trading house registered in Y".
    """
    if before != "N" or after not in "EY" or i < 3 or found[i - 2].kind != "K":
        return False
    if found[i - 3].kind != "N" or found[i - 1].first == found[i - 1].last:
        return False
    for chunk_ in reversed(found[: i - 2]):
        if chunk_.kind in "SZ":
            return False
        if chunk_.finite:
            return True
    return False


def _only_names(i: int, found: list[Chunk]) -> bool:
    """Whether "called X" only names what stands before: not in "the minister, Lee, called it"."""
    before = found[i - 1].kind if i else "^"
    if before == "K":
        inserted = i > 2 and found[i - 3].kind == "K" and found[i - 2].kind == "N"
        return not inserted or _another_predicate(i, found)
    return before == "N" and not _clause_has_subject_only(i, found)


def _hangs_on_place(i: int, found: list[Chunk]) -> bool:
    """Whether the noun before stands in a fronted phrase: "In a letter sent to Omsk, ..."."""
    after = found[i + 1].kind if i + 1 < len(found) else "o"
    fronted = i > 1 and found[i - 2].kind == "E" and after in "EKTY"
    return fronted and (i == 2 or found[i - 3].kind in "KSC")


def _agent_follows(i: int, found: list[Chunk], tagged: Tagged) -> bool:
    """Whether "by" and a doer follow, past a time: then it is passive, hence a participle."""
    after = i + 1
    while after < len(found) and found[after].kind == "Y":
        after += 1
    if after + 1 >= len(found) or found[after].kind != "E" or found[after + 1].kind != "N":
        return False
    medium = tagged.tokens[found[after + 1].first].text.lower() in _MEDIA
    return tagged.tokens[found[after].first].text == "by" and not medium


# "Said by text message": how it was said, not by whom.
_MEDIA = frozenset("text phone telephone e-mail email letter fax sms message video".split())


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
    inserted = inserted or (opens.kind == "N" and opening + 2 == i - 1)
    begins = max((j for j in range(opening) if found[j].kind in "SZ"), default=-1) + 1
    if not inserted or any(c.finite for c in found[begins:opening]):
        return False
    return not _finite_after(i, found)


def _finite_after(i: int, found: list[Chunk]) -> bool:
    """Whether a predicate follows before the clause ends: then this one is none."""
    inner = 0
    for j, chunk_ in enumerate(found[i + 1 :], i + 1):
        if chunk_.kind == "K":
            closes = i > 1 and found[i - 2].kind == "K" and j + 1 < len(found)
            if closes and found[j + 1].finite:
                return True
            if _apposed_then_finite(j, found):
                return True
            return found[i + 1].kind == "E" and _finite_after_insertion(j, found)
        if chunk_.kind == "W":
            inner += 1
        elif chunk_.kind in "ZC" or (chunk_.kind == "S" and not _is_as(j, found)):
            return False
        elif chunk_.finite and not inner:
            return True
        elif chunk_.finite:
            inner -= 1
    return False


def _is_as(i: int, found: list[Chunk]) -> bool:
    """Whether a subordinator only names what something is called: "labelled as cotton"."""
    named = i > 0 and found[i - 1].kind == "V" and found[i - 1].lemma in _LABELLING
    return named and i + 1 < len(found) and found[i + 1].kind == "N"


_LABELLING = frozenset(
    "label describe mark declare list register know designate identify declare disguise present "
    "bill classify treat sell book code invoice record enter ship".split()
)


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
