"""Restraints named by nouns: "Western restrictions on Russian oil", "EU sanctions against X"."""

from collections.abc import Iterator

from enduse.extract.english.syntax.nounframes import head_noun
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.words.lexicon import country_or_place, words
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["restraints"]

_BANS = frozenset({"ban", "bans", "embargo", "restriction", "restrictions", "curbs", "prohibition"})
_SANCTIONS = frozenset({"sanctions", "embargo"})
_WESTERN = frozenset({"Western", "European", "International"})
# With these verbs the frames say it already.
_SAID = frozenset("impose introduce announce adopt tighten lift ease put place propose".split())


def restraints(i: int, s: Sentence) -> Iterator[Relation]:
    """Yield whom or what a restraint with its author is laid on."""
    noun = head_noun(i, s)
    if noun not in _BANS | _SANCTIONS or s.kind(i + 1) != "E" or s.kind(i + 2) != "N":
        return
    if s.words(i + 1) not in ("on", "against", "over"):
        return
    if s.kind(i - 1) == "V" and s.chunks[i - 1].lemma in _SAID:
        return
    author = _author(i, s)
    if author is None:
        return
    span = Span(s.chunk_span(i).start, s.chunk_span(i + 2).end)
    target = s.chunk_span(i + 2)
    party = s.tag_of(i + 2) == "P" or country_or_place(s.words(i + 2)) is not None
    start = s.chunk_span(i).start
    if noun in _SANCTIONS and party:
        yield Relation(span, "sanctioned_by", Argument(target), Argument(author), start)
    elif noun in _BANS:
        yield Relation(span, "prohibits", Argument(author), Argument(target), start)


def _author(i: int, s: Sentence) -> Span | None:
    """Whose restraint it is: before the mark of the possessive, or the capital before the noun."""
    chunk = s.chunks[i]
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    if mark > chunk.first:
        return s.tagged.span(chunk.first, mark - 1)
    for j in range(chunk.first, chunk.last):
        word = s.tagged.tokens[j].text
        if country_or_place(word) or word in _WESTERN or word in words("alliances"):
            return s.tagged.span(j, j)
        if word in ("EU", "UN", "U.N", "US", "U.S", "UK", "G7"):
            return s.tagged.span(j, j)
    return None
