"""Who serves whom and who is kin to whom: «инженер завода», «студенты института», «брат X»."""

from collections.abc import Iterator, Sequence

from enduse.extract.russian.clauses import Phrase, words
from enduse.extract.russian.frames.nouns import Fact
from enduse.extract.russian.frames.roles import may_agree
from enduse.extract.russian.frames.table import table
from enduse.extract.russian.morphology import lemma

__all__ = ["of_people"]

_BODIES = frozenset(("Company", "Organization", "LegalEntity", "PublicBody", "Address"))
# Who owns or founded is told where they are named: «владелец» alone relates otherwise.
_WITH_NAME = frozenset(("founded", "owner_of"))
# Who only speaks for somebody holds no post worth telling without a name.
_SPEAKING = frozenset(
    "представитель представительница топ-менеджер пресс-секретарь спикер спецпосланник "
    "юрист".split()
)
_IN = frozenset(("в", "на", "из", "с"))


def of_people(found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    """A post, a trade or a bond of kin with what follows it, of a person named behind it."""
    phrase = found[place]
    mention = phrase.head.mention
    if mention is not None and (mention.kind != "source" or mention.number != 1):
        return
    noun = phrase.lemma if mention is None else lemma(mention.text.split()[-1])
    predicate = table().posts.get(noun)
    if predicate is None:
        return
    if predicate == "linked_to":
        yield from _kin(found, place)
        return
    body, after = _body(found, place)
    person = _named(found, after, phrase)
    if person is None and (predicate in _WITH_NAME or noun in _SPEAKING):
        return
    if body is not None:
        yield Fact(predicate, person or phrase, body, None, phrase)
    elif person is not None and predicate == "director_of":
        firms = [p for p in found[:place] if p.mention is not None and p.mention.schema in _BODIES]
        firms = [p for p in firms if p.mention is not None and p.mention.schema != "Address"]
        if firms:
            yield Fact(predicate, person, firms[-1], None, phrase)


def _kin(found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    phrase = found[place]
    body, _ = _next(found, place)
    whose = body if body is not None and not body.prep and body.human else phrase.owner
    if whose is not None and (whose.mention is None or whose.mention.schema != "Address"):
        yield Fact("linked_to", phrase, whose, None, phrase)


def _next(found: Sequence[Phrase], place: int) -> tuple[Phrase | None, int]:
    """The phrase right after one, if it may belong to it."""
    if place + 1 < len(found) and found[place + 1].first == found[place].last:
        following = found[place + 1]
        if following.prep in _IN or not following.prep and "gent" in following.cases:
            return following, place + 1
    return None, place


def _body(found: Sequence[Phrase], place: int) -> tuple[Phrase | None, int]:
    """The body that somebody serves: «директор по экспорту завода», «инженер из КБ»."""
    at = place
    for _ in range(3):
        if at + 1 >= len(found) or found[at + 1].first != found[at].last:
            return None, at
        at += 1
        following = found[at]
        if following.prep in _IN or not following.prep and "gent" in following.cases:
            if _is_body(following):
                return following, at
        elif following.prep != "по":
            return None, at
    return None, at


def _is_body(phrase: Phrase) -> bool:
    mention = phrase.mention
    if mention is not None and mention.schema == "Address" and phrase.prep:
        return False
    if mention is not None:
        return mention.schema in _BODIES and not (phrase.prep in ("в", "на") and not phrase.human)
    return (
        phrase.lemma in words("actors")
        and not phrase.meant.head.forms[0].human
        or (phrase.lemma in table().sites)
    )


def _named(found: Sequence[Phrase], at: int, post: Phrase) -> Phrase | None:
    """The person whose name stands behind the post, in the same case."""
    place = next(i for i, p in enumerate(found) if p is post)
    if at + 1 >= len(found) or found[at + 1].first != found[at].last:
        return _before(found, place)
    following = found[at + 1]
    mention = following.head.mention
    if following.prep or mention is None or mention.schema != "Person":
        return _before(found, place)
    return following if may_agree(following, *post.cases) else None


def _before(found: Sequence[Phrase], place: int) -> Phrase | None:
    """«Иван Орлов, сотрудник института»: the name before the comma."""
    person = found[place - 1] if place else None
    mention = person.head.mention if person is not None else None
    if person is None or mention is None or mention.schema != "Person" or person.prep:
        return None
    beside = person.last + 1 == found[place].first
    return person if beside and may_agree(person, *found[place].cases) else None
