"""Listed names to the arrays of the index."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from enduse.matching.alignment import KIND_SHIFT, MAX_WORDS, NUMBER_BIT, SORT_SHIFT
from enduse.matching.arrays import Array, Names, Vocabulary, blob, groups_of
from enduse.matching.expansion import NICKNAME, VARIANT
from enduse.matching.jit import Kernels
from enduse.matching.weights import token_weight
from enduse.names import (
    Kind,
    Sort,
    Token,
    analyse,
    common_words,
    given_names,
    key,
    legal_words,
    nicknames,
    other_key,
    readings,
    skeleton,
    sounds,
)

STRONG, FORMER, WEAK = 0, 1, 2
_FORMS = {
    "llc": 1, "ltd": 1, "gmbh": 1, "fze": 1, "inc": 1, "jsc": 2, "ag": 2, "sa": 2, "plc": 2,
    "soe": 4, "lp": 8, "llp": 8, "gp": 8, "ngo": 16, "coop": 32,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name of one listed entity: its number, what kind of thing, and how firm the name."""

    entity: int
    sort: Sort
    text: str
    kind: int = STRONG


@dataclass(slots=True)
class _Gathered:
    """Names read so far."""

    numbers: dict[Token, int] = field(default_factory=dict)
    off: list[int] = field(default_factory=lambda: [0])
    tok: list[int] = field(default_factory=list)
    entity: list[int] = field(default_factory=list)
    kind: list[int] = field(default_factory=list)
    legal: list[int] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    seen: set[tuple[int, ...]] = field(default_factory=set)


def legal_bits(tokens: Iterable[Token]) -> int:
    """Legal forms among tokens, one bit for each family of forms."""
    bits = 0
    for token in tokens:
        if token.kind == Kind.LEGAL:
            bits |= _FORMS.get(token.text, 128)
    return bits


def forms_of_bits(bits: int) -> list[str]:
    """Families of legal forms behind the bits, by their best-known member.

    Example:
        >>> forms_of_bits(1 | 4)
        ['llc', 'soe']
    """
    families = {bit: form for form, bit in reversed(_FORMS.items())} | {128: "other"}
    return [families[1 << i] for i in range(8) if bits & 1 << i]


def gathered(listed: Iterable[ListedName]) -> _Gathered:
    """Analyse all names; the readings of a name with parentheses are names beside it."""
    g = _Gathered()
    # Common words are known to every index, so that a slip in one of them weighs no more than it.
    for text in sorted({*common_words(), *legal_words()}):
        g.numbers.setdefault(Token(text, Kind.WORD, ""), len(g.numbers))
    for one in listed:
        for text in (one.text, *readings(one.text, one.sort)):
            _take(g, one, text)
    return g


def _take(g: _Gathered, one: ListedName, text: str) -> None:
    tokens = analyse(text, one.sort).tokens
    words: list[int] = []
    for t in tokens:
        if t.kind != Kind.LEGAL and len(words) < MAX_WORDS:
            words.append(g.numbers.setdefault(Token(t.text, t.kind, ""), len(g.numbers)))
    bits = legal_bits(tokens)
    mark = (one.entity, one.kind, bits, *words)
    if not words or mark in g.seen:
        return
    g.seen.add(mark)
    g.tok.extend(words)
    g.off.append(len(g.tok))
    g.entity.append(one.entity)
    g.kind.append(one.kind)
    g.legal.append(bits)
    g.written.append(text)


def built(
    listed: Iterable[ListedName], sorts: Sequence[int], kernels: Kernels
) -> tuple[Vocabulary, Names, list[str]]:
    """Build the arrays, and give the names as written in their order.

    Args:
        listed: All names.
        sorts: What kind of thing each entity is, by its number.
        kernels: Compiled or not.
    """
    g = gathered(listed)
    tokens = list(g.numbers)
    off, tok = np.array(g.off, np.int64), np.array(g.tok, np.int32)
    entity = np.array(g.entity, np.int32)
    owner = np.repeat(entity, np.diff(off))
    vocabulary = _vocabulary(tokens, kernels)
    weights = _weights(tokens, tok, owner, len(sorts))
    sums = np.concatenate([[0.0], np.cumsum(weights[tok], dtype=np.float64)])
    posted = np.argsort(tok, kind="stable")
    post_off = np.zeros(len(tokens) + 1, np.int64)
    np.cumsum(np.bincount(tok, minlength=len(tokens)), out=post_off[1:])
    post = np.repeat(np.arange(len(entity), dtype=np.int32), np.diff(off))[posted]
    first = np.array([ord(t.text[0]) for t in tokens], np.uint8)
    starts = [(int(f), i) for i, f in enumerate(first) if tokens[i].kind == Kind.WORD]
    names = Names(
        off, tok, (sums[off[1:]] - sums[off[:-1]]).astype(np.float32), entity,
        _facts(g, tokens, sorts), np.array(sorts, np.uint8), post_off, post,
        weights, np.asarray(vocabulary.kind), first, *groups_of(starts, 257),
    )  # fmt: skip
    return vocabulary, names, g.written


def _facts(g: _Gathered, tokens: list[Token], sorts: Sequence[int]) -> npt.NDArray[np.int32]:
    entity, off = np.array(g.entity, np.int64), np.array(g.off, np.int64)
    is_number = np.array([t.kind == Kind.NUMBER for t in tokens], np.int64)
    numbers = np.concatenate([[0], np.cumsum(is_number[np.array(g.tok, np.int64)])])
    has_number = numbers[off[1:]] > numbers[off[:-1]]
    facts = np.array(g.legal, np.int64) | np.array(g.kind, np.int64) << KIND_SHIFT
    facts |= np.array(sorts, np.int64)[entity] << SORT_SHIFT
    return (facts | has_number * NUMBER_BIT).astype(np.int32)


def _vocabulary(tokens: list[Token], kernels: Kernels) -> Vocabulary:
    texts = [t.text for t in tokens]
    kinds = np.array([t.kind for t in tokens], np.uint8)
    text_blob, text_off = blob(texts)
    text_hash = kernels.hash_texts(text_blob, text_off)
    order = np.argsort(text_hash, kind="stable").astype(np.int32)
    key_parts = _keys(texts, kinds, kernels)
    sizes = len(texts), len(text_blob)
    spelt = _signed(sizes, lambda out: kernels.spellings(text_blob, text_off, kinds, *out))
    sound_blob, sound_off = blob([sounds(t) for t in texts])
    letter_token = np.full(256, -1, np.int32)
    for number, token in enumerate(tokens):
        if token.kind == Kind.LETTER:
            letter_token[ord(token.text[-1])] = number
    own = (text_blob, text_off, text_hash[order], order, kinds)
    bones = (*_bones(texts, kinds, kernels), sound_blob, sound_off)
    parts: tuple[Array, ...] = (*own, *key_parts, *spelt, *bones, *_meanings(texts), letter_token)
    return Vocabulary(*parts)


def _weights(
    tokens: list[Token], tok: Array, owner: Array, entities: int
) -> npt.NDArray[np.float32]:
    """Rarity: how few entities have a token, spellings of one key counted together."""
    keys: dict[str, int] = {}
    key_of = np.array([keys.setdefault(key(t.text), len(keys)) for t in tokens], np.int64)
    if not len(tok):
        return np.zeros(0, np.float32)
    pairs = np.unique(key_of[tok] * np.int64(entities + 1) + owner)
    many = np.bincount(pairs // (entities + 1), minlength=len(keys))[key_of]
    return np.array(
        [token_weight(t, int(n), entities) for t, n in zip(tokens, many, strict=True)], np.float32
    )


def _keys(texts: list[str], kinds: Array, kernels: Kernels) -> tuple[Array, ...]:
    numbers: dict[str, int] = {}
    pairs = []
    for number, text in enumerate(texts):
        if kinds[number] not in (Kind.WORD, Kind.PARTICLE):
            continue
        pairs.append((numbers.setdefault(key(text), len(numbers)), number))
        if other := other_key(text):
            pairs.append((numbers.setdefault(other, len(numbers)), number))
    key_blob, key_off = blob(list(numbers))
    hashes = kernels.hash_texts(key_blob, key_off)
    order = np.argsort(hashes, kind="stable").astype(np.int32)
    sizes = len(numbers), len(key_blob)
    sig = _signed(sizes, lambda out: kernels.signatures(key_blob, key_off, *out))
    masks = kernels.masks(key_blob, key_off)
    members = groups_of(pairs, len(numbers))
    return (key_blob, key_off, hashes[order], order, masks, *members, *sig)


def _signed(
    sizes: tuple[int, int], write: Callable[[tuple[Array, Array]], int]
) -> tuple[Array, Array]:
    """Let a kernel write signatures and sort them; words and letters bound how many there are."""
    room = sizes[0] * 4 + sizes[1]
    hashes, owners = np.empty(room, np.uint64), np.empty(room, np.int32)
    many = write((hashes, owners))
    by_hash = np.argsort(hashes[:many], kind="stable")
    return hashes[:many][by_hash], owners[:many][by_hash]


def _bones(texts: list[str], kinds: Array, kernels: Kernels) -> tuple[Array, ...]:
    found: dict[str, int] = {}
    pairs = []
    for number, text in enumerate(texts):
        if kinds[number] == Kind.WORD and (bone := skeleton(text)):
            pairs.append((found.setdefault(bone, len(found)), number))
    hashes = kernels.hash_texts(*blob(list(found)))
    off, tok = groups_of(pairs, len(found))
    order = np.argsort(hashes, kind="stable")
    # Groups in the order of their hashes.
    sizes = np.diff(off)[order]
    starts = off[:-1][order]
    new_off = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    members = np.concatenate([tok[s : s + z] for s, z in zip(starts, sizes, strict=True)] or [tok])
    return hashes[order], new_off, members.astype(np.int32)


def meanings(text: str) -> list[tuple[int, float]]:
    """Groups of given names and common words a token belongs to, and how firmly."""
    found = [(g, VARIANT) for g in given_names().get(text, ())]
    found += [(g, NICKNAME) for g in nicknames().get(text, ())]
    return found + [(g, VARIANT) for g in common_words().get(text, ())]


def _meanings(texts: list[str]) -> tuple[Array, ...]:
    rows = [(g, number, sim) for number, text in enumerate(texts) for g, sim in meanings(text)]
    rows.sort()
    ids = np.unique(np.array([r[0] for r in rows], np.int64))
    counts = np.searchsorted(np.array([r[0] for r in rows], np.int64), ids)
    off = np.append(counts, len(rows)).astype(np.int64)
    members = np.array([r[1] for r in rows], np.int32)
    return ids, off, members, np.array([r[2] for r in rows], np.float32)
