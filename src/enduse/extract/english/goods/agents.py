"""Who somebody is in a deal: "the buyer, X", "its supplier is X", "papers name X as consignee"."""

from collections.abc import Iterator
from functools import cache

from enduse.extract.english.syntax.nounframes import NounFrame, head_noun
from enduse.extract.english.syntax.phrases import Phrase, Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.words.lexicon import load, pattern
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["agents"]


@cache
def _agents() -> dict[str, NounFrame]:
    found: dict[str, NounFrame] = {}
    for row in load("agents_en.yml"):
        of = tuple(str(row["of"]).split())
        frame = NounFrame(row["predicate"], of, row.get("reverse", False))
        found.update(dict.fromkeys(row["nouns"].split(), frame))
    return found


def agents(s: Sentence, preds: tuple[Predicate, ...]) -> Iterator[Relation]:
    """Yield what the parts say that a sentence gives to names."""
    for i, chunk in enumerate(s.chunks):
        frame = _frame(i, s) if chunk.kind == "N" else None
        if frame is None:
            continue
        for who, first, last in _holders(i, s):
            yield _relation(frame, who, Span(first, last), i, s)
    for p in preds:
        yield from _as(p, s)
        if s.chunks[p.chunk].lemma == "be" and not s.chunks[p.chunk].negated:
            yield from _copula(p, s)


def _frame(i: int, s: Sentence) -> NounFrame | None:
    noun = head_noun(i, s)
    return _agents().get(noun) or _agents().get(noun.removesuffix("s"))


def _holders(i: int, s: Sentence) -> Iterator[tuple[Span, int, int]]:
    """The name beside the noun, with the edges of the words: after its comma, or before it."""
    opening = s.words(i).split(" ")[0].lower()
    definite = opening in ("the", "its", "their", "this", "whose")
    telling = _frame_is(i, "variant_of", s) or _goods_before(i, s) is not None
    definite = definite or (opening in ("a", "an") and telling)
    step = i + 1
    while s.kind(step) == "E" and s.kind(step + 1) == "N":
        step += 2
    if definite and s.kind(step) == "K" and _is_name(step + 1, s) and s.kind(step + 2) in "KZ^":
        who = s.chunk_span(step + 1)
        yield who, s.chunk_span(i).start, who.end
    elif definite and step == i + 1 and s.kind(i - 1) == "K" and _is_name(i - 2, s):
        if s.kind(i + 1) in "KZ^" or _goods_before(i, s) is not None:
            who = s.chunk_span(i - 2)
            yield who, who.start, s.chunk_span(i).end


def _frame_is(i: int, predicate: str, s: Sentence) -> bool:
    frame = _frame(i, s)
    return frame is not None and frame.predicate == predicate


def _is_name(i: int, s: Sentence) -> bool:
    """Whether a chunk names a party: "Gulf Star", "Primer-12 plant"."""
    if s.kind(i) != "N":
        return False
    chunk = s.chunks[i]
    named = "P" in s.tagged.tags[chunk.first : chunk.last + 1]
    return named and (s.tag_of(i) == "P" or not _GOODS.search(s.words(i)))


_GOODS = pattern(r"(?:{goods}|{arms}|{part})$")


def _relation(frame: NounFrame, who: Span, whole: Span, i: int, s: Sentence) -> Relation:
    thing = _thing(frame, i, s)
    first: Argument = Argument(who)
    second = Argument(thing) if thing is not None else None
    if frame.reverse:
        first, second = second or Argument(text="goods"), first
    if thing is not None and thing.start > whole.end:
        whole = Span(whole.start, thing.end)
    focus = s.chunk_span(i).start
    return Relation(whole, frame.predicate, first, second, focus, quantity=thing, own_voice=False)


def _thing(frame: NounFrame, i: int, s: Sentence) -> Span | None:
    """What the deal is about: after "of", before the noun, else the nearest goods before it."""
    if s.kind(i + 1) == "E" and s.words(i + 1).lower() in frame.of and s.kind(i + 2) == "N":
        return s.chunk_span(i + 2)
    before = _goods_before(i, s)
    if before is not None:
        return before
    for j in range(i - 1, -1, -1):
        if s.kind(j) == "N" and _GOODS.search(s.words(j)):
            return s.chunk_span(j)
    return None


def _goods_before(i: int, s: Sentence) -> Span | None:
    """The goods right before the noun: "a drone maker"."""
    chunk = s.chunks[i]
    if chunk.last == chunk.first:
        return None
    word = s.tagged.span(chunk.last - 1, chunk.last - 1)
    return word if _GOODS.search(s.text[word.start : word.end]) else None


_NAMES = frozenset(
    "name list give show identify indicate state declare record register describe enter cite "
    "mention specify designate appear feature figure present".split()
)


def _as(p: Predicate, s: Sentence) -> Iterator[Relation]:
    """Words such as "name X as consignee", "appears as the recipient of 40 engines"."""
    if s.chunks[p.chunk].lemma not in _NAMES:
        return
    role = next((q for name, q in p.prepositions if name == "as"), None)
    frame = _frame(role.first, s) if role is not None and s.kind(role.first) == "N" else None
    if role is None or frame is None:
        return
    intransitive = s.chunks[p.chunk].passive or p.object is None
    holder = p.subject if intransitive else p.object
    after = role.first + 1
    if not s.chunks[p.chunk].passive and _is_name(after, s):
        holder = Phrase(after, after, after)  # "name as consignee a firm in Riga"
    if holder is None:
        return
    who, verb = s.span_of(holder), s.chunk_span(p.chunk)
    whole = Span(min(who.start, verb.start), max(who.end, s.chunk_span(role.first).end))
    if who.end + 200 < verb.start:
        whole = Span(verb.start, s.chunk_span(role.first).end)
    yield _relation(frame, who, whole, role.first, s)


def _copula(p: Predicate, s: Sentence) -> Iterator[Relation]:
    """Words such as "Their sender was X", "X is the buyer"."""
    if p.subject is None or p.object is None:
        return
    for noun, name in ((p.subject, p.object), (p.object, p.subject)):
        frame = _frame(noun.first, s)
        if frame is None or not _is_name(name.first, s) or _is_name(noun.first, s):
            continue
        linked = s.kind(noun.first + 1) == "E" and noun is p.object
        if linked and s.words(noun.first + 1).lower() in frame.of:
            return  # read as a description: "X is a supplier of Y"
        who, other = s.span_of(name), s.chunk_span(noun.first)
        whole = Span(min(who.start, other.start), max(who.end, other.end))
        yield _relation(frame, who, whole, noun.first, s)
        return
