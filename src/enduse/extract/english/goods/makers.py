"""Who makes or buys a thing, by a noun: "makers of lenses", "the missile plant NPO Zarya"."""

from collections.abc import Iterator

from enduse.extract.english.syntax.lists import members
from enduse.extract.english.syntax.nounframes import head_noun
from enduse.extract.english.syntax.nounphrases import named_after, noun_phrase
from enduse.extract.english.syntax.phrases import Phrase, Sentence
from enduse.extract.english.words.lexicon import pattern
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["makers"]

_MAKERS = frozenset("maker manufacturer producer builder assembler".split())
_DOERS = {
    **dict.fromkeys(_MAKERS, "produces"),
    **dict.fromkeys("buyer purchaser importer consumer".split(), "acquired"),
    **dict.fromkeys("supplier seller vendor".split(), "supplied_to"),
    **dict.fromkeys("developer designer".split(), "developed"),
}
_SITES = _MAKERS | {"plant", "factory", "works", "shipyard"}
_GOODS = pattern(r"^(?:{goods}|{arms}|{part})$")
_SEATS = _SITES | {"mill", "foundry", "yard", "workshop", "smelter", "refinery"}
_ANY_GOODS = pattern(r"{goods}|{arms}|{part}")


def makers(s: Sentence, known: list[Relation]) -> Iterator[Relation]:
    """Yield what a noun of making says, where no name beside it has told it yet.

    Args:
        s: The sentence.
        known: What is told of it already.
    """
    said = frozenset(_DOERS.values())
    told = [r.object.span for r in known if r.predicate in said and r.object is not None]
    for i, chunk in enumerate(s.chunks):
        if chunk.kind != "N":
            continue
        for found in (*_of(i, s), *_named(i, s), *_apposed(i, s), *_product(i, s)):
            thing = found.object.span if found.object is not None else None
            if thing is not None and not any(t and t.overlaps(thing) for t in told):
                yield found


def _of(i: int, s: Sentence) -> Iterator[Relation]:
    """Who deals in something: "Russian makers of gyroscopes", "buyers of electronics"."""
    predicate = _DOERS.get(head_noun(i, s).removesuffix("s"))
    if predicate is None:
        return
    if s.kind(i + 1) != "E" or s.words(i + 1) != "of" or s.kind(i + 2) != "N":
        return
    made = noun_phrase(i + 2, s)
    span = s.span_of(made)
    if not _ANY_GOODS.search(s.text, span.start, span.end):
        return
    name = named_after(Phrase(i, made.last, i), s)
    who = s.span_of(name) if name is not None else s.chunk_span(i)
    for thing in members(span, made, s):
        whole = Span(s.chunk_span(i).start, max(thing.end, who.end))
        yield Relation(whole, predicate, Argument(who), Argument(thing), whole.start)


def _named(i: int, s: Sentence) -> Iterator[Relation]:
    """The kind of maker before the name: "the drone maker Orbis"."""
    chunk, tokens, tags = s.chunks[i], s.tagged.tokens, s.tagged.tags
    for j in range(chunk.first + 1, chunk.last):
        word = tokens[j].text.lower()
        names = set(tags[j + 1 : chunk.last + 1]) == {"P"}
        if names and (word.removesuffix("s") in _SITES or word in _SITES):
            if (tags[j - 1] == "N" or j == 1) and _GOODS.match(tokens[j - 1].text):
                who, thing = s.tagged.span(j + 1, chunk.last), s.tagged.span(j - 1, j - 1)
                whole = Span(thing.start, who.end)
                yield Relation(
                    whole, "produces", Argument(who), Argument(thing), whole.start, own_voice=True
                )


def _apposed(i: int, s: Sentence) -> Iterator[Relation]:
    """The kind of plant beside its name: "Zarya, a gunpowder plant in Kazan"."""
    chunk, tokens = s.chunks[i], s.tagged.tokens
    if chunk.last == chunk.first or tokens[chunk.last].text.lower() not in _SEATS:
        return
    goods = tokens[chunk.last - 1].text
    if not _GOODS.match(goods) or s.tagged.tags[chunk.last - 1] != "N":
        return
    opening = tokens[chunk.first].text.lower()
    being = s.kind(i - 1) == "X" and s.chunks[i - 1].lemma == "be" and not s.chunks[i - 1].negated
    if opening not in ("a", "an", "the", "another") or not (being or s.kind(i - 1) == "K"):
        return
    if s.kind(i - 2) == "N" and s.tag_of(i - 2) == "P":
        who, thing = s.chunk_span(i - 2), s.tagged.span(chunk.last - 1, chunk.last - 1)
        whole = Span(who.start, s.chunk_span(i).end)
        yield Relation(
            whole, "produces", Argument(who), Argument(thing), who.start, own_voice=not being
        )


_PRODUCT = pattern(r"\b(?:products?|models?|flagship|bestseller)$|{arms}$")


def _product(i: int, s: Sentence) -> Iterator[Relation]:
    """Whose product it is: "Kalinov's best-known product is the PT-7 sight"."""
    chunk, tags = s.chunks[i], s.tagged.tags
    mark = tags.find("O", chunk.first, chunk.last)
    being = s.kind(i + 1) == "X" and s.chunks[i + 1].lemma == "be" and s.kind(i + 2) == "N"
    if mark <= chunk.first or not being or s.chunks[i + 1].negated:
        return
    named = "P" in tags[s.chunks[i + 2].first : s.chunks[i + 2].last + 1]
    if named and _PRODUCT.search(s.words(i)):
        who, thing = s.tagged.span(chunk.first, mark - 1), s.chunk_span(i + 2)
        whole = Span(s.chunk_span(i).start, thing.end)
        yield Relation(whole, "produces", Argument(who), Argument(thing), whole.start)
