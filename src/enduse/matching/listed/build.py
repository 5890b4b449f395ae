"""Listed names to the arrays of the index, with numpy: nothing here waits for a compiler."""

from collections.abc import Sequence
from itertools import count
from operator import ne
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from enduse.matching.arrays import Array, Names, Vocabulary, blob, narrow
from enduse.matching.listed.gather import Gathered
from enduse.matching.listed.layout import by_rarest_word, by_sound
from enduse.matching.listed.weights import token_weights
from enduse.matching.search.alignment import KIND_SHIFT, NUMBER_BIT, SORT_SHIFT
from enduse.matching.spelling.expansion import NICKNAME, VARIANT
from enduse.matching.spelling.filing import filed_keys, filed_spellings
from enduse.matching.spelling.hashing import hash_texts
from enduse.names import (
    Kind,
    all_sounds,
    common_words,
    given_names,
    keys,
    nicknames,
    other_keys,
    skeletons_of_sounds,
)

Weights = npt.NDArray[np.float32]


class Built(NamedTuple):
    """The arrays of an index; names as written stand in `written`, and where each begins."""

    vocabulary: Vocabulary
    names: Names
    written: Array
    written_off: Array


def built(g: Gathered, sorts: Sequence[int]) -> Built:
    """Build the arrays.

    Args:
        g: All names, in numbers.
        sorts: What kind of thing each entity is, by its number.
    """
    g, sounding = by_sound(g, keys([text for text, _ in g.tokens]))
    weights = _weights(g, sounding, len(sorts))
    g, listed = by_rarest_word(g, weights)
    texts = [text for text, _ in g.tokens]
    kinds = np.array([kind for _, kind in g.tokens], np.uint8)
    vocabulary = _vocabulary(texts, kinds, sounding)
    off = _offsets(g.sizes)
    post_off, post = _grouped(g.tok, np.repeat(off[:-1], g.sizes), len(texts))
    first = np.asarray(vocabulary.text_blob)[np.asarray(vocabulary.text_off)[:-1]]
    words = np.flatnonzero(kinds == Kind.WORD).astype(np.int32)
    names = Names(
        off, _ended(g.tok, off), g.entity, listed, _facts(g, kinds, off, sorts),
        np.array(sorts, np.uint8), post_off, post, weights, kinds, first,
        *_grouped(first[words].astype(np.int32), words, 257),
    )  # fmt: skip
    ends = np.append(0, np.cumsum(g.lengths, dtype=np.int64))
    written = np.frombuffer(g.written or b"\0", np.uint8)
    return Built(vocabulary, names, written, narrow(ends))


def _offsets(sizes: Array) -> npt.NDArray[np.int32]:
    out = np.zeros(len(sizes) + 1, np.int32)
    np.cumsum(sizes, out=out[1:])
    return out


def _ended(tok: Array, off: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """The tokens, the last of each name as its complement."""
    out = np.array(tok, np.int32)
    last = off[1:] - 1
    out[last] = ~out[last]
    return out


def _grouped(
    group: npt.NDArray[np.int32], member: npt.NDArray[np.int32], groups: int
) -> tuple[Array, Array]:
    """Where each group begins, and its members in order."""
    packed = group.astype(np.int64) << 32 | member
    packed.sort()
    return _offsets(np.bincount(group, minlength=groups)), (packed & 0xFFFFFFFF).astype(np.int32)


def _facts(
    g: Gathered, kinds: npt.NDArray[np.uint8], off: npt.NDArray[np.int32], sorts: Sequence[int]
) -> npt.NDArray[np.int32]:
    numbers = np.concatenate([[0], np.cumsum(kinds[g.tok] == Kind.NUMBER)])
    has_number = numbers[off[1:]] > numbers[off[:-1]]
    facts = g.legal.astype(np.int64) | g.kind.astype(np.int64) << KIND_SHIFT
    facts |= np.array(sorts, np.int64)[g.entity] << SORT_SHIFT
    return (facts | has_number * NUMBER_BIT).astype(np.int32)


def _weights(g: Gathered, sounding: list[str], entities: int) -> Weights:
    """Rarity: how few entities have a token, spellings of one key counted together."""
    if not len(g.tok):
        return np.zeros(0, np.float32)
    key_of = _ranks(sounding)
    owner = np.repeat(g.entity, g.sizes)
    pairs = key_of[g.tok] * np.int64(entities + 1) + owner
    pairs.sort()
    pairs = pairs[np.append(True, pairs[1:] != pairs[:-1])]
    having = np.bincount(pairs // (entities + 1), minlength=int(key_of[-1]) + 1)
    return token_weights(g.tokens, having[key_of], entities)


def _ranks(ordered: Sequence[str]) -> npt.NDArray[np.int64]:
    """Number of each text among the distinct ones, where equal texts stand in a row."""
    return np.cumsum([0, *map(ne, ordered[1:], ordered)], dtype=np.int64)[: len(ordered)]


def _vocabulary(texts: list[str], kinds: npt.NDArray[np.uint8], sounding: list[str]) -> Vocabulary:
    text_blob, text_off = blob(texts)
    text_hash = hash_texts(text_blob, text_off)
    order = np.argsort(text_hash, kind="stable").astype(np.int32)
    heard = all_sounds(texts)
    parts: tuple[Array, ...] = (
        text_blob, text_off, text_hash[order], order, kinds,
        *_keys(texts, kinds, sounding), *filed_spellings(text_blob, text_off, kinds),
        *_bones(heard, kinds), *blob(heard), *_meanings(texts),
        _letters(texts, kinds),
    )  # fmt: skip
    return Vocabulary(*parts)


def _letters(texts: list[str], kinds: npt.NDArray[np.uint8]) -> npt.NDArray[np.int32]:
    out = np.full(256, -1, np.int32)
    for number in np.flatnonzero(kinds == Kind.LETTER).tolist():
        out[ord(texts[number][-1])] = number
    return out


def _keys(texts: list[str], kinds: npt.NDArray[np.uint8], sounding: list[str]) -> tuple[Array, ...]:
    wordy = np.flatnonzero(np.isin(kinds, (Kind.WORD, Kind.PARTICLE)))
    own = [sounding[number] for number in wordy.tolist()]
    numbers = dict(zip(dict.fromkeys(own), count(), strict=False))
    group, member = _ranks(own), wordy
    if others := other_keys([texts[number] for number in wordy.tolist()]):
        also = [number for number in wordy.tolist() if texts[number] in others]
        more = [numbers.setdefault(others[texts[number]], len(numbers)) for number in also]
        group, member = np.append(group, more), np.append(member, also)
    key_blob, key_off = blob(list(numbers))
    hashes = hash_texts(key_blob, key_off)
    order = np.argsort(hashes, kind="stable").astype(np.int32)
    members = _grouped(group.astype(np.int32), member.astype(np.int32), len(numbers))
    return (key_blob, key_off, hashes[order], order, *members, *filed_keys(key_blob, key_off))


def _bones(heard: list[str], kinds: npt.NDArray[np.uint8]) -> tuple[Array, ...]:
    """Words by their consonants: groups in the order of their hashes."""
    bones = skeletons_of_sounds(heard)
    words = [n for n in np.flatnonzero(kinds == Kind.WORD).tolist() if bones[n]]
    numbers = dict(zip(dict.fromkeys([bones[n] for n in words]), count(), strict=False))
    hashes = hash_texts(*blob(list(numbers)))
    order = np.argsort(hashes, kind="stable")
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    group = rank[np.array([numbers[bones[n]] for n in words], np.int64)]
    return (hashes[order], *_grouped(group, np.array(words, np.int32), len(numbers)))


def meanings(text: str) -> list[tuple[int, float]]:
    """Groups of given names and common words a token belongs to, and how firmly."""
    found = [(g, VARIANT) for g in given_names().get(text, ())]
    found += [(g, NICKNAME) for g in nicknames().get(text, ())]
    return found + [(g, VARIANT) for g in common_words().get(text, ())]


def _meanings(texts: list[str]) -> tuple[Array, ...]:
    known = {*given_names(), *nicknames(), *common_words()}
    rows = [
        (group, number, sim)
        for number, text in enumerate(texts)
        if text in known
        for group, sim in meanings(text)
    ]
    rows.sort()
    groups = np.array([r[0] for r in rows], np.int64)
    ids = np.unique(groups)
    off = np.append(np.searchsorted(groups, ids), len(rows)).astype(np.int64)
    members = np.array([r[1] for r in rows], np.int32)
    return ids, off, members, np.array([r[2] for r in rows], np.float32)
