"""The index as arrays: what is saved, mapped from disk, and given to the kernels."""

from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.generic]


class Letters(Protocol):
    """Bytes of which stretches are read: an array, or a file."""

    def __getitem__(self, part: slice, /) -> Array:
        """Read a stretch."""
        ...


class Vocabulary(NamedTuple):
    """Every distinct listed token, and the ways to find it.

    text, key and sound are blobs with offsets. hash arrays are sorted; order gives the number
    behind a hash. sig, spell: keys and tokens filed by signatures (spelling/filing.py). bone:
    tokens by consonants. group: tokens by meaning.
    """

    text_blob: Array
    text_off: Array
    text_hash: Array
    text_order: Array
    kind: Array
    key_blob: Array
    key_off: Array
    key_hash: Array
    key_order: Array
    key_tok_off: Array
    key_tok: Array
    sig_off: Array
    sig_key: Array
    spell_off: Array
    spell_tok: Array
    bone_hash: Array
    bone_off: Array
    bone_tok: Array
    sound_blob: Array
    sound_off: Array
    group_id: Array
    group_off: Array
    group_tok: Array
    group_sim: Array
    letter_token: Array


class Names(NamedTuple):
    """Every listed name as tokens, and for every token the names that have it.

    Attributes:
        off: Where the tokens of a name begin in tok.
        tok: Token numbers; the last of a name as its complement (~), which is negative, so that
            a name is read without asking where it ends.
        entity: Number of the entity.
        listed: Place of each name in the list, where the main name of an entity stands first.
        facts: Legal forms, firmness (0 strong, 1 former, 2 weak), `enduse.names.Sort`, and
            whether it has a number, in bits (search/alignment.py).
        sort: What kind of thing each entity is.
        post_off: Where the names of a token begin in post.
        post: Where in tok each name with the token begins.
        weight: What each token is worth.
        kind: `enduse.names.Kind` of each token.
        first: First letter of each token.
        letter_off: Where the words of a letter begin in letter_tok.
        letter_tok: Words by first letter.
    """

    off: Array
    tok: Array
    entity: Array
    listed: Array
    facts: Array
    sort: Array
    post_off: Array
    post: Array
    weight: Array
    kind: Array
    first: Array
    letter_off: Array
    letter_tok: Array


class Words(NamedTuple):
    """Distinct words asked about, prepared like the vocabulary."""

    text_blob: Array
    text_off: Array
    kind: Array
    key_blob: Array
    key_off: Array
    key_from: Array
    key_to: Array
    sound_blob: Array
    sound_off: Array
    bones: Array
    group_off: Array
    group: Array
    group_sim: Array
    initials: Array


class Queries(NamedTuple):
    """Parties asked about: each has readings, each reading has words.

    Attributes:
        reading_off: Where the readings of a query begin.
        word_off: Where the words of a reading begin in word.
        word: Number in the table of distinct words.
        asked: Of each word its weight, whether it is a number, and its letter if an initial.
        facts: Of each reading its weight, worth, legal forms, sort and floor; two cells are
            filled while searching.
    """

    reading_off: Array
    word_off: Array
    word: Array
    asked: Array
    facts: Array


class Expansions(NamedTuple):
    """For each distinct word asked about, the listed tokens near it."""

    off: Array
    tok: Array
    sim: Array


def blob(texts: list[str]) -> tuple[Array, Array]:
    """Join texts into bytes with offsets."""
    raw = [t.encode() for t in texts]
    offsets = np.zeros(len(raw) + 1, np.int32)
    np.cumsum([len(r) for r in raw], out=offsets[1:])
    return np.array(np.frombuffer(b"".join(raw) or b"\0", np.uint8)), offsets


def narrow(offsets: npt.NDArray[np.int64]) -> Array:
    """Offsets in half the memory where they are small enough."""
    is_small = not len(offsets) or offsets[-1] < 1 << 32
    return offsets.astype(np.uint32) if is_small else offsets
