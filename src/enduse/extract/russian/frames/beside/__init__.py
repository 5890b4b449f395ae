"""What phrases say side by side, without a verb: «завод в Ижевске», «корпуса двигателей»."""

from collections.abc import Iterator, Sequence

from enduse.extract.russian.clauses import Phrase, Token
from enduse.extract.russian.frames.beside.bonds import of_bonds
from enduse.extract.russian.frames.beside.figures import of_figures
from enduse.extract.russian.frames.beside.holdings import of_holdings
from enduse.extract.russian.frames.beside.parts import of_parts
from enduse.extract.russian.frames.beside.people import of_people
from enduse.extract.russian.frames.beside.places import of_places
from enduse.extract.russian.frames.beside.shares import of_shares
from enduse.extract.russian.frames.beside.uses import of_uses
from enduse.extract.russian.frames.facts import of_title
from enduse.extract.russian.frames.nouns import Fact

__all__ = ["beside"]


def beside(words: Sequence[Token], found: Sequence[Phrase]) -> Iterator[Fact]:
    """Yield what neighbouring phrases say of each other."""
    for place in range(len(found)):
        yield from of_places(found, place)
        yield from of_parts(found, place)
        yield from of_people(found, place)
        yield from of_holdings(words, found, place)
        yield from of_shares(words, found, place)
        yield from of_bonds(found, place)
        yield from of_uses(words, found, place)
        yield from of_figures(found, place)
        yield from of_title(found, place)
