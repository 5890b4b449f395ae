"""What a word is worth: much if few have it."""

from math import log

from enduse.names import Kind, Token, common_words, given_names, legal_words

# A list shorter than this says little about which words are rare.
LEAST_ENTITIES = 20_000
COMMON_WORD, GIVEN_NAME, PARTICLE, LETTER, LEAST = 0.35, 0.55, 0.08, 0.25, 0.12
LEGAL_WORD = 0.05


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
