"""What a word is worth: much if few have it."""

from collections.abc import Sequence
from math import log

import numpy as np
import numpy.typing as npt

from enduse.names import Kind, Token, common_words, given_names, legal_words

# A list shorter than this says little about which words are rare.
LEAST_ENTITIES = 20_000
COMMON_WORD, GIVEN_NAME, PARTICLE, LETTER, LEAST = 0.40, 0.68, 0.11, 0.18, 0.12
LEGAL_WORD = 0.05


def token_weights(
    tokens: Sequence[tuple[str, int]], entities_with: npt.NDArray[np.int64], entities: int
) -> npt.NDArray[np.float32]:
    """Weights of many tokens, by text and kind, as `token_weight` gives them."""
    size = max(entities, LEAST_ENTITIES)
    rarity = np.log(size / np.maximum(entities_with, 1)) / log(size)
    weights = np.maximum(rarity, LEAST).astype(np.float32)
    special = {*legal_words(), *common_words(), *given_names()}
    ruled = (Kind.PARTICLE, Kind.LETTER)
    for number, (text, kind) in enumerate(tokens):
        if text in special or kind in ruled:
            token = Token(text, Kind(kind), "")
            weights[number] = token_weight(token, int(entities_with[number]), entities)
    return weights


def token_weight(token: Token, entities_with: int, entities: int) -> float:
    """Weight of a token, 0 to 1.

    Args:
        token: Text and kind count.
        entities_with: How many listed entities have it, or one that sounds alike.
        entities: How many entities there are.

    Example:
        >>> token_weight(Token("kupol", Kind.WORD, ""), 1, 20_000)
        1.0
    """
    if token.kind == Kind.PARTICLE:
        return PARTICLE
    if token.kind == Kind.LETTER:
        return LETTER
    if token.text in legal_words():
        return LEGAL_WORD
    size = max(entities, LEAST_ENTITIES)
    weight = log(size / max(entities_with, 1)) / log(size)
    if token.text in common_words():
        weight = min(weight, COMMON_WORD)
    elif token.text in given_names():
        weight = min(weight, GIVEN_NAME)
    return max(weight, LEAST)
