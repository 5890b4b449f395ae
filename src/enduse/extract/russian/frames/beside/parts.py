"""What is a part of what: «корпуса двигателей», «двигатель ДП-50 для беспилотника»."""

from collections.abc import Iterator, Sequence

from enduse.extract.russian.clauses import Phrase
from enduse.extract.russian.frames.nouns import Fact
from enduse.extract.russian.frames.table import table

__all__ = ["of_parts"]

# What is said to be "for" a machine is not yet in it.
_MEANT = frozenset("двигатель мотор деталь запчасть комплектующее комплектующая компонент".split())


def of_parts(found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    """A part with the whole in the genitive or after «для», «от», «к» right behind it."""
    phrase = found[place]
    product = _is_product(phrase)
    if not product and phrase.lemma not in table().parts:
        return
    last = phrase.last
    for following in found[place + 1 : place + 4]:
        if following.first != last:
            return
        last = following.last
        genitive = not product and not following.prep and "gent" in following.cases
        fits = genitive or following.prep in ("для", "от", "к")
        if fits and _is_whole(following):
            named = following.mention is not None and following.mention.kind == "name"
            meant = following.prep == "для" and phrase.lemma in _MEANT and not named
            predicate = "intended_for" if meant else "component_of"
            yield Fact(predicate, phrase, following, None, phrase)
            return
        if not genitive and following.mention is None:
            return


def _is_product(phrase: Phrase) -> bool:
    mention = phrase.head.mention
    return mention is not None and mention.schema == "Product" and mention.kind == "name"


def _is_whole(phrase: Phrase) -> bool:
    mention = phrase.mention
    if mention is not None:
        return mention.schema == "Product"
    return phrase.meant.lemma in table().wholes
